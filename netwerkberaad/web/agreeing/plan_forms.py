"""The forms of step 6: what is typed for a role, a promise, the dates and plan B."""

from wtforms import (
    BooleanField,
    DateField,
    HiddenField,
    IntegerField,
    RadioField,
    SelectChoice,
    SelectMultipleField,
    StringField,
)

from netwerkberaad.domain.week.when import DAYS
from netwerkberaad.web.forms import Form, Needed, line

EVERY_DAY = "0123456"


class DayField(DateField):
    """A date, from the browser's calendar or typed as 18-11-2026; empty is no date."""

    def __init__(self, label, **kwargs):
        super().__init__(label, format=["%Y-%m-%d", "%d-%m-%Y"], **kwargs)

    def process_formdata(self, valuelist):
        if not valuelist or not valuelist[0].strip():
            self.data = None
            return
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError("Deze dag bestaat niet. Schrijf hem zo: 18-11-2026.") from None


class CountField(IntegerField):
    """A whole number; empty is no number."""

    def process_formdata(self, valuelist):
        if not valuelist or not valuelist[0].strip():
            self.data = None
            return
        if not valuelist[0].strip().isdecimal() or len(valuelist[0].strip()) > 6:
            raise ValueError("Typ een heel getal, bijvoorbeeld 6.")
        self.data = int(valuelist[0])


class SeenForm(Form):
    """A button that changes something which carries a version."""

    seen = HiddenField(filters=[lambda typed: as_number(typed)])


class PersonForm(SeenForm):
    """One tap on somebody: the button itself says who."""

    person_id = StringField(filters=[lambda typed: as_number(typed)])


class ReadersForm(SeenForm):
    members = BooleanField("De kring leest het logboek")
    facilitator = BooleanField("De gespreksleider leest het logboek mee")
    week = BooleanField("De gespreksleider blijft de kring en de week zien na vanavond")


class WeeksForm(SeenForm):
    weeks = CountField("Aantal weken", validators=[Needed("Typ nog hoeveel weken.")])
    start = DayField("Eerste dag", validators=[Needed("Kies nog op welke dag het plan begint.")])


class ReviewForm(SeenForm):
    day = DayField("Dag", validators=[Needed("Kies nog een dag om terug te kijken.")])
    time = line("Hoe laat?", most=40, needed="Typ nog hoe laat. Bijvoorbeeld: 19.30.")
    place = line("Waar?", most=80)


class RetryForm(SeenForm):
    days = CountField("Aantal dagen", validators=[Needed("Typ nog binnen hoeveel dagen.")])


class TriggerForm(Form):
    words = line("Hoe merken we het?", most=200, needed="Typ eerst hoe je het merkt.")


class StepForm(Form):
    person = RadioField("Wie?", coerce=int, validate_choice=False, validators=[Needed("Wie? Kies wie dit dan doet.")])
    what = line("Wat doet die persoon dan?", most=200, needed="Wat? Schrijf op wat deze persoon dan doet.")


class AgreementForm(SeenForm):
    person = RadioField("Wie?", coerce=int, validate_choice=False, validators=[Needed("Wie? Kies wie dit belooft.")])
    what = line("Wat?", most=200, needed="Wat? Schrijf op wat deze persoon doet.")
    days = SelectMultipleField(
        "Welke dag?",
        choices=[SelectChoice(EVERY_DAY, "elke dag"), *(SelectChoice(str(n), day) for n, day in enumerate(DAYS))],
        validators=[Needed("Welke dag? Kies één of meer dagen.")],
    )
    starts = line("Hoe laat?", most=40, needed="Hoe laat? Bijvoorbeeld: 18.30.")
    anyway = BooleanField("Dit hoort toch hier, en niet bij plan B")


class ProvisionalForm(Form):
    day = DayField("Dag", validators=[Needed("Kies een dag waarop jullie verder praten.")])
    starts = line("Hoe laat?", most=40)
    place = line("Waar?", most=80)


def as_number(typed):
    """The number that a button or a hidden field names, None when it names none."""
    typed = str(typed or "")
    return int(typed) if typed.isdecimal() and len(typed) < 10 else None


def remember_choice(form, people):
    """The people to choose from in this form: [(id, name)]."""
    form.person.choices = [SelectChoice(person.id, person.name) for person in people]
    return form
