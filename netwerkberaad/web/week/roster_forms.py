"""What is typed, tapped or dragged in the week."""

import datetime as dt
import re

from wtforms import HiddenField, RadioField, SelectChoice, SelectField, SelectMultipleField, StringField
from wtforms.validators import ValidationError

from netwerkberaad.domain.circle import SUPPORT
from netwerkberaad.domain.week.roster import PARTS
from netwerkberaad.domain.week.when import DAYS, REPEATS
from netwerkberaad.web.forms import Form, line

TAGS = {
    "": "Gewoon een taak",
    "bezoek": "Even langskomen en kijken hoe het gaat",
    "met_kinderen": "Iets met de kinderen",
    "contact": "Bellen of een bericht sturen",
    "thuis": "Iets in huis",
    "spel": "Samen iets leuks doen",
}
LENGTHS = {15: "Een kwartier", 30: "Een half uur", 60: "Een uur", 90: "Anderhalf uur", 120: "Twee uur", 180: "Drie uur",
           240: "Vier uur", 480: "Acht uur", 720: "Twaalf uur"}  # fmt: skip
NOBODY_YET = "Nog niemand"


def _choices(words):
    return [SelectChoice(str(value), said[:1].upper() + said[1:]) for value, said in words.items()]


def number_in(typed):
    """A number out of a hidden field; -1 is nobody's number, so that nonsense is refused like anything unknown."""
    return int(typed) if re.fullmatch(r"\d{1,12}", str(typed or "")) else -1


class DateField(StringField):
    """A date as a browser sends it (2026-10-14) or as people type it (14-10-2026); None when it is empty."""

    def process_formdata(self, typed):
        self.typed = typed[0].strip() if typed else ""
        self.data = None
        if not self.typed:
            return
        for shape in ("%Y-%m-%d", "%d-%m-%Y"):
            try:
                self.data = dt.datetime.strptime(self.typed, shape).date()
            except ValueError:
                continue
        if self.data is None:
            raise ValueError("Typ de datum zo: 14-10-2026.")

    def _value(self):
        return self.data.isoformat() if self.data else getattr(self, "typed", "")

    def pre_validate(self, form):
        if self.data and not 2000 < self.data.year < 2100:
            raise ValidationError("Kies een datum in deze tijd.")


class TaskForm(Form):
    what = line("Wat is er nog meer nodig?", most=80)


class TaskDetailsForm(Form):
    what = line("Wat is er nodig?", most=80)
    minutes = SelectField("Hoe lang duurt het meestal?", coerce=int, validate_choice=False)
    support = SelectMultipleField("Wat geeft het?", choices=_choices(SUPPORT), validate_choice=False)
    tag = SelectField("Wat voor taak is het?", choices=_choices(TAGS))
    seen = HiddenField(filters=[number_in])

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        own = {self.minutes.data: f"{self.minutes.data} minuten"} if self.minutes.data else {}
        self.minutes.choices = _choices(dict(sorted({**own, **LENGTHS}.items())))


class ShiftForm(Form):
    """Who does it, on which days, at what time: about a shift that stands in the week as `seen`.

    `people` are those who can be named."""

    days = SelectMultipleField("Welke dag?", choices=_choices(dict(enumerate(DAYS))), validate_choice=False)
    starts = line("Hoe laat?", most=40)
    ends = line("Tot hoe laat?", most=40)
    person = RadioField("Wie doet dit?", coerce=number_in, validate_choice=False)
    stand_in = SelectField("Wie valt in als het niet lukt?", coerce=number_in, validate_choice=False)
    companion = SelectField("Gaat er iemand mee?", coerce=number_in, validate_choice=False)
    repeat = SelectField("Hoe vaak?", choices=_choices(REPEATS), validate_choice=False)
    first_day = DateField("Vanaf welke datum?")
    seen = HiddenField(filters=[number_in])

    def __init__(self, *args, people, **kwargs):
        self.people = people
        super().__init__(*args, **kwargs)
        names = [SelectChoice(str(person.id), person.name) for person in people]
        self.person.choices = names
        self.stand_in.choices = self.companion.choices = [SelectChoice("", NOBODY_YET), *names]

    def arguments(self):
        known = {person.id: person for person in self.people}
        said = super().arguments()
        return {name: known.get(value) if name in PARTS else value for name, value in said.items()}


class NewShiftForm(ShiftForm):
    """The same about a task that gets its place in the week. The button `open` leaves it without a person."""

    task = RadioField("Wat gaat er gebeuren?", coerce=number_in, validate_choice=False)
    seen = None
    open = StringField()

    def __init__(self, *args, tasks, **kwargs):
        self.tasks = tasks
        super().__init__(*args, **kwargs)
        self.task.choices = [SelectChoice(str(task.id), task.what) for task in tasks]

    def arguments(self):
        said = super().arguments()
        unnamed = (*PARTS, "open") if said["open"] else ("open",)
        said["task"] = next((task for task in self.tasks if task.id == said["task"]), None)
        return {name: value for name, value in said.items() if name not in unnamed}


class PressForm(Form):
    """A button about a shift as it was shown."""

    seen = HiddenField(filters=[number_in])


class PartForm(PressForm):
    """A button about one person's part in it."""

    part = SelectField(choices=_choices(PARTS))


class GiveForm(PressForm):
    """A name is dropped on a block."""

    person = HiddenField(filters=[number_in])


class MoveForm(PressForm):
    """A block is dragged to another day or time."""

    from_date, to_date = DateField(), DateField()
    starts = line("Hoe laat?", most=40)


class LengthForm(PressForm):
    """A block is made longer or shorter."""

    ends = line("Tot hoe laat?", most=40)
