"""What may be refused while the table talks."""

from netwerkberaad.domain.refusals.refusal import Refusal


class NoWords(Refusal):
    field, sentence = "words", "Typ eerst wat er gezegd is."


class NoKind(Refusal):
    field, sentence = "kind", "Kies wat voor bijeenkomst het is."


class NoMeetingDay(Refusal):
    field, sentence = "day", "Kies nog een dag."


class StillGoingOn(Refusal):
    sentence = "Er is nog een bijeenkomst bezig. Sluit die eerst af."


class NoWayOfBeingThere(Refusal):
    sentence = "Kies: is er, belt mee of nog niet."


class NoNumber(Refusal):
    field, sentence = "number", "Kies een cijfer van 0 tot 10."


class NobodySaid(Refusal):
    field, sentence = "person", "Kies nog wie dit zegt."


class NoHelper(Refusal):
    field, sentence = "about", "Kies wie er helpt."


class HelpsThemselves(Refusal):
    field, sentence = "about", "Kies iemand anders. Iedereen mag hulp krijgen."


class NoStory(Refusal):
    field, sentence = "words", "Typ eerst wat jullie vertellen. Of kies «Liever niet opschrijven»."


class StrengthFirst(Refusal):
    sentence = "Noem eerst iets wat goed gaat. De zorg blijft bewaard."


class NoOffer(Refusal):
    field, sentence = "words", "Typ wat deze persoon wil doen. Of kies «Nu even niet»."


class TaskInTheWeek(Refusal):
    sentence = "Deze taak staat al in de week. Haal hem daar eerst weg."


class BeginFirst(Refusal):
    sentence = "Begin eerst de bijeenkomst."


class AlreadyFurther(Refusal):
    sentence = "Het gesprek was al ergens anders. Hier zijn jullie nu."
