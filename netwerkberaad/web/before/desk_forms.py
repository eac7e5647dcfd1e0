"""What a facilitator fills in on the desk: a new family, its people, the next meeting, and the preparation."""

import datetime as dt
import re

from wtforms import (
    BooleanField,
    DateField,
    HiddenField,
    IntegerField,
    RadioField,
    SelectChoice,
    SelectField,
    StringField,
)

from netwerkberaad.domain.before import beginning, preparation
from netwerkberaad.domain.evening import meeting
from netwerkberaad.web.forms import Form, Needed, line, words

FIRST_ROWS, MOST_ROWS = 3, 12
MAY_SET_FLOOR = "Mag zeggen wat altijd moet voor de veiligheid"
ANSWER = "Kies eerst een antwoord. Of sla deze vraag over."


def choices(names):
    """{value: words} as the choices of a field."""
    return [SelectChoice(str(value), said[:1].upper() + said[1:]) for value, said in names.items()]


class Years(IntegerField):
    """An age in whole years, as people type it."""

    def process_formdata(self, typed):
        said = typed[0].strip() if typed else ""
        if said and not re.fullmatch(r"[0-9]{1,3}", said):
            raise ValueError("Typ de leeftijd in hele jaren, bijvoorbeeld 9.")
        self.data = int(said) if said else None


class Day(DateField):
    """A date, from the browser's calendar or typed as 8-10-2026."""

    def __init__(self, label, **kwargs):
        super().__init__(label, format=["%Y-%m-%d", "%d-%m-%Y"], **kwargs)

    def process_formdata(self, typed):
        try:
            super().process_formdata(typed if typed and typed[0].strip() else [])
        except ValueError as unclear:
            raise ValueError("Typ de dag zo: 8-10-2026.") from unclear


class ClockTime(StringField):
    """A local time: "19:00", also typed as 19.00 or 19."""

    def process_formdata(self, typed):
        super().process_formdata(typed)
        said = (self.data or "").strip()
        found = re.fullmatch(r"([01]?[0-9]|2[0-3])(?:[:.]([0-5][0-9]))?", said)
        if said and not found:
            raise ValueError("Typ de tijd zo: 19.00.")
        self.data = f"{int(found[1]):02}:{found[2] or '00'}" if found else ""


class NewFamilyForm(Form):
    """A title and some rows: a first name, child or not, and for a child the age."""

    title = line("Hoe heet jullie kring?", needed="Geef de kring een naam. Bijvoorbeeld: Avond voor Noor en Sem.")
    lives = RadioField("Waar wonen de kinderen?", choices=choices(beginning.LIVES), default="home")
    with_one = line("Bij wie?", most=60)
    with_two = line("En bij wie?", most=60)

    @property
    def rows(self):
        """[(number, name field, child field, age field)]"""
        numbers = [int(name[5:]) for name in self._fields if name.startswith("name_")]
        return [(n, self[f"name_{n}"], self[f"child_{n}"], self[f"age_{n}"]) for n in numbers]

    def arguments(self):
        typed = [
            beginning.Newcomer(name.data, child.data, age.data, row=n) for n, name, child, age in self.rows if name.data
        ]
        rest = {name: self[name].data for name in ("title", "lives", "with_one", "with_two")}
        return {"centre": typed, **rest}

    def validate(self, **kwargs):
        sound = super().validate(**kwargs)
        for _, name, child, age in self.rows:
            if (age.data is not None or child.data) and not name.data:
                name.errors = [*name.errors, "Typ ook een voornaam."]
                sound = False
        return sound


def new_family_form(typed=None):
    """The form with as many rows as were there, some more when that was asked, and always a few empty ones."""
    typed = typed or {}
    there = sum(1 for name in typed if re.fullmatch(r"name_[0-9]{1,2}", name))
    rows = min(max(there, FIRST_ROWS) + (2 if "more" in typed else 0), MOST_ROWS)
    fields = {}
    for n in range(1, rows + 1):
        fields[f"name_{n}"] = line("Voornaam" if n == 1 else "Nog een voornaam", most=60)
        fields[f"child_{n}"] = BooleanField("kind")
        fields[f"age_{n}"] = Years("Leeftijd")
    return type(NewFamilyForm)("NewFamilyForm", (NewFamilyForm,), fields)


class TitleForm(Form):
    seen = HiddenField()
    title = line("Hoe heet jullie kring?", needed="Geef de kring een naam. Bijvoorbeeld: Avond voor Noor en Sem.")


class MeetingForm(Form):
    """The next meeting."""

    kind = RadioField("Wat voor bijeenkomst?", choices=choices(meeting.KINDS), default="network")
    day = Day("Welke dag?", validators=[Needed("Kies nog een dag.")])
    starts = ClockTime("Hoe laat?", validators=[Needed("Kies nog een tijd.")])
    place = line("Waar?", most=80)


class CentreForm(Form):
    """Somebody more in the centre."""

    name = line("Voornaam", most=60, needed="Typ eerst een naam.")
    child = BooleanField("kind")
    age_1 = Years("Leeftijd")

    def arguments(self):
        return {"newcomer": beginning.Newcomer(self.name.data, self.child.data, self.age_1.data)}


class ProfessionalForm(Form):
    name = line("Voornaam", most=60, needed="Typ eerst een naam.")
    part = RadioField("Wie is dit?", choices=choices(beginning.AT_THE_TABLE), default="professional")
    job = line("Wat doet diegene voor werk?", most=80)
    may_set_floor = BooleanField(MAY_SET_FLOOR)


class PersonForm(Form):
    """What the desk knows of one person."""

    seen = HiddenField()
    name = line("Voornaam", most=60, needed="Typ eerst een naam.")
    language = SelectField("Welke taal praat diegene het liefst?", choices=choices(preparation.LANGUAGES))
    interpreter = BooleanField("Er komt een tolk mee")
    notify = RadioField("Kan iemand anders de berichten lezen?", choices=choices(preparation.NOTIFY))
    own_tasks_only = BooleanField("Ziet alleen eigen beurten")

    def arguments(self):
        data = {name: self[name].data for name in ("seen", "name", "language", "interpreter", "notify")}
        return {**data, "visibility": "own_tasks_only" if self.own_tasks_only.data else "circle"}


class ProfessionalPersonForm(PersonForm):
    """Somebody who is there for their work has a job too."""

    job = line("Wat doet diegene voor werk?", most=80)
    may_set_floor = BooleanField(MAY_SET_FLOOR)

    def arguments(self):
        return {**super().arguments(), "job": self.job.data or "", "may_set_floor": self.may_set_floor.data}


class TopicForm(Form):
    topic = words("Waar wil je het niet over hebben?", most=200, needed="Typ eerst waar het niet over mag gaan.")
    may_show = BooleanField("De anderen mogen dit lezen, als «Hier praten we niet over»")


class FearForm(Form):
    seen = HiddenField()
    afraid = RadioField(
        "Is er iemand bij wie jij of je kind bang is?",
        choices=choices({"no": "Nee", "yes": "Ja"}),
        validators=[Needed(ANSWER)],
        validate_choice=False,
    )
    words = words("Wat wil je erover vertellen?", most=1000)
    joins = RadioField("Hoe wil je meedoen?", choices=choices(preparation.JOINS), default="room")
    apart_from = SelectField("Is er een contactverbod? Met wie?")


class MessagesForm(Form):
    seen = HiddenField()
    notify = RadioField(
        "Kan iemand anders jouw berichten lezen?",
        choices=choices(preparation.NOTIFY),
        validators=[Needed(ANSWER)],
        validate_choice=False,
    )


class LanguageForm(Form):
    seen = HiddenField()
    language = SelectField("Welke taal praat je het liefst?", choices=choices(preparation.LANGUAGES))
    interpreter = BooleanField("Ja, ik wil een tolk")


class SupporterForm(Form):
    seen = HiddenField()
    supporter = SelectField("Wie mag er naast jou zitten?")


class HomesForm(Form):
    """Where each child lives: one field `lives_<id>` per child, made by homes_form."""

    seen = HiddenField()
    homes = line("Hoe zeggen jullie dat in één zin?", most=200)


def homes_form(children):
    """The form of 0.6 for these children."""
    fields = {
        f"lives_{child.id}": RadioField(f"Waar woont {child.name}?", choices=choices(beginning.LIVES), default="home")
        for child in children
    }
    return type(HomesForm)("HomesForm", (HomesForm,), fields)


def not_past(day, today):
    """True for a day that is still to come, or today."""
    return isinstance(day, dt.date) and day >= today
