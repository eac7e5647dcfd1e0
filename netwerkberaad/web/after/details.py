"""Where somebody can be reached and what may be done with it: one form, on their own phone and the desk."""

from wtforms import SelectChoice, SelectMultipleField

from netwerkberaad.domain.after.consent import CONSENTS
from netwerkberaad.web.forms import Form, line

NOTES = {
    "c1": "Dan staat je voornaam op de kaart van de kring.",
    "c2": "Alleen wie het aanspreekpunt is, kan je dan bellen.",
    "c3": "Iedereen in de kring kan je dan bellen.",
    "c4": "We sturen alleen: er staat iets voor je klaar. Nooit waar het over gaat.",
    "c5": "Zonder dit halen we het eerder weg.",
}


class DetailsForm(Form):
    """phone and email may stay empty; consents: the codes that stand, none of them ticked by us."""

    phone = line("Telefoonnummer", most=30)
    email = line("E-mailadres", most=200)
    consents = SelectMultipleField(
        "Wat mag er met je naam en nummer?",
        choices=[SelectChoice(code, words) for code, words in CONSENTS.items()],
        invalid_choice_message="Kies uit de vijf zinnen hieronder.",
    )
