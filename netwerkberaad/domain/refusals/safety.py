"""What may be refused about what must always hold."""

from netwerkberaad.domain.refusals.refusal import Refusal


class NoSetter(Refusal):
    field, sentence = "set_by", "Kies nog wie dit vraagt."


class MayNotSetFloor(Refusal):
    field, sentence = "set_by", "Deze persoon mag dit niet vragen. Kies iemand die dat voor het werk mag."


class NoOrganisation(Refusal):
    field, sentence = "organisation", "Typ nog bij welke organisatie deze persoon werkt."


class NoReason(Refusal):
    field, sentence = "reason", "Typ nog waarom dit moet."


class NoFloorKind(Refusal):
    field, sentence = "kind", "Kies nog wat er altijd moet."


class NoFloorTag(Refusal):
    field, sentence = "tag", "Kies nog om welke taken het gaat."


class NobodyMeant(Refusal):
    field, sentence = "person", "Kies nog over wie dit gaat."


class CountOutOfBounds(Refusal):
    field, sentence = "min_people", "Kies een aantal van 1 tot en met 10."


class NoShare(Refusal):
    field, sentence = "max_share", "Kies hoe vaak dezelfde persoon het mag doen."


class LastBeforeFirst(Refusal):
    field, sentence = "last_day", "De laatste dag valt voor de eerste. Kies een latere dag."


class SetterNotHere(Refusal):
    """Made with the name of the setter."""

    field = ""

    def __init__(self, name):
        super().__init__(f"{name} is er nu niet bij. Alleen {name} kan dit zeggen.")


class FloorHasEnded(Refusal):
    sentence = "Dit hoeft al niet meer."


class NotToBeTrusted(Refusal):
    """Made with why somebody cannot count."""


class NobodyIsAsked(Refusal):
    sentence = "Bij deze afspraak hoeven jullie niemand te kiezen."


class NothingToAllow(Refusal):
    sentence = "In de eerste week is dit al rond."


class CountsElsewhere(Refusal):
    """Made with the words of the task."""

    def __init__(self, what):
        super().__init__(f"«{what}» telt al mee voor iets anders dat altijd moet. Laat die taak daar staan.")
