"""What is typed and tapped about the people of the circle."""

from wtforms import BooleanField, HiddenField, RadioField, SelectMultipleField, StringField
from wtforms.fields.choices import SelectChoice

from netwerkberaad.domain.circle import GROUPS, RINGS, SUPPORT, TIES
from netwerkberaad.web.forms import Form, line


def _choices(words):
    return [SelectChoice(value=str(value), label=said[:1].upper() + said[1:]) for value, said in words.items()]


class NameForm(Form):
    name = line("Naam", most=400, needed="Typ eerst een naam.")


class CountForm(Form):
    number = line("Hoeveel mensen?", most=40, needed="Typ een getal. Bijvoorbeeld: 6.")


class TapForm(Form):
    """Each person is a button: its name says whether it is so, its value who."""

    says, unsays = StringField(), StringField()


class InviteForm(Form):
    """Each answer of each person is a button."""

    yes, later, not_now = StringField(), StringField(), StringField()


class RingForm(Form):
    ring = HiddenField()


class PressForm(Form):
    """A button without anything to type; `back` is the page it stands on."""

    back = HiddenField()


class PlaceForm(Form):
    """Somebody is put down at (x, y) of the map sheet, or in a ring and sector; `back` is the page with the map."""

    x, y, ring, sector = StringField(), StringField(), StringField(), StringField()
    seen = HiddenField()
    back = HiddenField()


class CardForm(Form):
    """Everything the card of a person says."""

    name = line("Naam", most=60, needed="Typ eerst een naam.")
    relation = line("Wie is dit voor jullie?", most=120)
    ring = RadioField("Hoe dichtbij?", choices=_choices(RINGS))
    group = RadioField("Hoort bij", choices=_choices(GROUPS))
    support = SelectMultipleField("Wat geeft deze persoon?", choices=_choices(SUPPORT | {"E": "luisterend oor"}))
    tie = RadioField("Hoe is het contact?", choices=_choices(TIES))
    influence = BooleanField("Heeft veel invloed")
    age = line("Leeftijd kind", most=10)
    seen = HiddenField()
