"""What is typed and tapped about what must always hold."""

import re

from wtforms import BooleanField, HiddenField, RadioField, SelectChoice, SelectField, SelectMultipleField

from netwerkberaad.domain.safety.floor_words import TAGS
from netwerkberaad.domain.safety.floors import MOST, RULES
from netwerkberaad.domain.week.when import DAYS
from netwerkberaad.web.agreeing.plan_forms import DayField
from netwerkberaad.web.forms import Form, line, words
from netwerkberaad.web.wording import number_words

SHARES = {100: "Zo vaak als het past", 50: "Hoogstens de helft", 34: "Hoogstens een derde"}
RULE = ("person", "tag", "days", "min_per_day", "min_people", "max_share", "count_professionals")


def choices(said):
    """Choices of a select or of cards, with a capital: {value: words}."""
    return [SelectChoice(str(value), words[:1].upper() + words[1:]) for value, words in said.items()]


def number(typed):
    """A number of ours out of a form; None for anything else, so that it is asked for."""
    return int(typed) if re.fullmatch(r"\d{1,12}", str(typed or "")) else None


COUNTS = {count: number_words(count) for count in range(1, MOST + 1)}


class FloorForm(Form):
    """What must always hold. kind: which fields it has (floors.RULES); setters: who may ask it; people: whom it can be
    about."""

    person = RadioField("Over wie gaat het?", coerce=number, validate_choice=False)
    tag = RadioField("Om welke taken gaat het?", choices=choices(TAGS), validate_choice=False)
    days = SelectMultipleField("Op welke dagen?", choices=choices(dict(enumerate(DAYS))), validate_choice=False)
    min_per_day = SelectField(
        "Hoeveel mensen op een dag?", coerce=number, choices=choices(COUNTS), validate_choice=False
    )
    min_people = SelectField("Minstens hoeveel mensen?", coerce=number, choices=choices(COUNTS), validate_choice=False)
    max_share = SelectField(
        "Hoe vaak mag dezelfde persoon?", coerce=number, choices=choices(SHARES), validate_choice=False
    )
    count_professionals = BooleanField("Een hulpverlener telt ook mee")
    set_by = RadioField("Wie vraagt dit?", coerce=number, validate_choice=False)
    organisation = line("Bij welke organisatie?", most=80)
    reason = words("Waarom moet dit?", most=300)
    words = words("Wil je het anders zeggen?", most=300)
    first_day = DayField("Vanaf welke dag?")
    last_day = DayField("Tot en met welke dag?")

    def __init__(self, kind, setters, people, **kwargs):
        super().__init__(**kwargs)
        self.kind, self.setters, self.people = kind, setters, people
        self.set_by.choices = choices({person.id: person.name for person in setters})
        self.person.choices = choices({person.id: person.name for person in people})
        for name in RULE:
            if name not in RULES[kind]:
                del self._fields[name]

    @property
    def rule(self):
        """The choices that make the rule, as floors.set_floor takes them."""
        said = {name: self._fields[name].data for name in RULE if name in self._fields}
        if "days" in said:
            said["days"] = "".join(sorted(set(said["days"] or ()) & set("0123456")))
        if "person" in said:
            said["person"] = next((person for person in self.people if person.id == said["person"]), None)
        return said

    def arguments(self):
        plain = ("organisation", "reason", "words", "first_day", "last_day")
        setter = next((person for person in self.setters if person.id == self.set_by.data), None)
        return {"kind": self.kind, **self.rule, **{name: self[name].data for name in plain}, "set_by": setter}


class WhoCountsForm(Form):
    """One tap: whose turns count (a person's number), as the family or the setter says; or, with `not_`, no more."""

    family = HiddenField()
    setter = HiddenField()
    not_family = HiddenField()
    not_setter = HiddenField()

    def arguments(self):
        said = (name for name in ("family", "setter", "not_family", "not_setter") if number(self[name].data))
        by = next(said, "family")
        return {"who": number(self[by].data), "by": by.removeprefix("not_"), "counts": not by.startswith("not_")}


class TasksForm(Form):
    """One tap: which task it is about, or is not about any more."""

    task = HiddenField()
    not_task = HiddenField()

    def arguments(self):
        return {"task": number(self.task.data or self.not_task.data) or 0, "counts": bool(self.task.data)}


class EndForm(Form):
    reason = words("Waarom hoeft dit niet meer?", most=300)
    seen = HiddenField()


class AllowForm(Form):
    """gaps: what falls short, as it was shown."""

    reason = words("Waarom mag het plan toch beginnen?", most=300)
    gaps = HiddenField()
