"""What may be refused in any room."""

from netwerkberaad.domain.refusals.refusal import Refusal


class NotYoursToArrange(Refusal):
    sentence = "Dit mag alleen als de bijeenkomst bezig is."


class ChangedMeanwhile(Refusal):
    sentence = "Iemand anders heeft dit net veranderd. Kijk hieronder hoe het nu is."


class ChangedSince(ChangedMeanwhile):
    sentence = "Hier is daarna nog iets aan veranderd. Daarom kan het niet in één keer terug."


class SaidYesSince(ChangedSince):
    sentence = "Iemand zei hier al ja op. Haal de naam weg bij de beurt zelf."


class NothingToUndo(Refusal):
    sentence = "Er is niets om terug te draaien."


class NoName(Refusal):
    field, sentence = "name", "Typ eerst een naam."


class NotThisCircle(Refusal):
    sentence = "Deze persoon hoort niet bij deze kring."


class NoTaskForAChild(Refusal):
    field, sentence = "person", "Kinderen onder de 12 krijgen geen taak."


class NotAtTheTable(Refusal):
    sentence = "Deze persoon is er niet bij. Vraag het nog: niemand zegt ja voor een ander."
