"""What may be refused after the evening."""

from netwerkberaad.domain.refusals.refusal import Refusal


class NoLinkYet(Refusal):
    sentence = "Deze persoon heeft nog geen link. Maak eerst een link."


class NoPhoneNumber(Refusal):
    field, sentence = "phone", "Typ een telefoonnummer met cijfers, zoals 06 1234 5678."


class NoEmailAddress(Refusal):
    field, sentence = "email", "Typ een e-mailadres, zoals naam@voorbeeld.nl."


class NotYoursToSay(Refusal):
    sentence = "Dit wordt jou niet gevraagd. Kijk hieronder wat je wel doet."


class NoFirstDay(Refusal):
    field, sentence = "first", "Kies nog vanaf welke dag."


class NoLastDay(Refusal):
    field, sentence = "last", "Kies nog tot en met welke dag."


class BackBeforeGone(Refusal):
    field, sentence = "last", "Deze dag ligt voor de eerste dag. Kies een latere dag."


class DaysGoneBy(Refusal):
    field, sentence = "last", "Deze dagen zijn al voorbij. Kies een dag vanaf vandaag."


class OutsideThePlan(Refusal):
    field = "first"
