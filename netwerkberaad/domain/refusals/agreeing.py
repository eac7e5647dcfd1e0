"""What may be refused while the table agrees and signs."""

from netwerkberaad.domain.refusals.anywhere import ChangedMeanwhile
from netwerkberaad.domain.refusals.refusal import Refusal


class AdultsOnly(Refusal):
    sentence = "Kies een volwassene. Een kind hoeft dit niet te dragen."


class OwnDeputy(Refusal):
    sentence = "Kies iemand anders om het over te nemen."


class NobodyPromises(Refusal):
    field, sentence = "person", "Wie? Kies wie dit belooft."


class NothingPromised(Refusal):
    field, sentence = "what", "Wat? Schrijf op wat deze persoon doet."


class TooVague(Refusal):
    field, sentence = "what", "Zo weet niemand het zeker. Schrijf precies op wat er gebeurt, zonder «iemand» of «soms»."


class NoDayPromised(Refusal):
    field, sentence = "days", "Welke dag? Kies één of meer dagen."


class SoundsLikePlanB(Refusal):
    field, sentence = "what", "Dit klinkt als plan B: wat je doet als het even niet lukt. Hoort het daar?"


class NoTriggerNamed(Refusal):
    field, sentence = "words", "Typ eerst hoe je het merkt."


class NobodyInPlanB(Refusal):
    field, sentence = "person", "Wie? Kies wie dit dan doet."


class NoActionNamed(Refusal):
    field, sentence = "what", "Wat? Schrijf op wat deze persoon dan doet."


class WeeksOutOfReach(Refusal):
    field, sentence = "weeks", "Kies een aantal weken van 1 tot en met 26."


class NoStartNamed(Refusal):
    field, sentence = "start", "Kies nog op welke dag het plan begint."


class NoReviewDay(Refusal):
    field, sentence = "day", "Kies nog een dag om terug te kijken."


class ReviewGoneBy(Refusal):
    field, sentence = "day", "Deze dag is al voorbij. Kies een dag die nog komt."


class ReviewBeforeStart(Refusal):
    field, sentence = "day", "Dan is het plan nog niet begonnen. Kies een latere dag."


class ReviewAfterEnd(Refusal):
    field, sentence = "day", "Dan is het plan al voorbij. Kies een eerdere dag, of volg het plan langer."


class RetryOutOfReach(Refusal):
    field, sentence = "days", "Kies een aantal dagen van 1 tot en met 28."


class StillOpen(Refusal):
    sentence = "Er staat nog iets open. Hieronder zie je wat."


class TextWasChanged(Refusal):
    sentence = "Deze tekst is veranderd. Tekenen kan nu niet. Lees het plan opnieuw voor."


class NewerVersion(ChangedMeanwhile):
    sentence = "Het plan is opnieuw voorgelezen. Hieronder staat de nieuwe tekst."


class NotRead(Refusal):
    sentence = "Lees het plan eerst voor."


class ChangedSinceReading(Refusal):
    sentence = "Er is iets veranderd sinds het voorlezen. Lees het plan opnieuw voor."


class NoChoice(Refusal):
    field, sentence = "choice", "Kies eerst een antwoord. «Nu niet» mag ook."


class NoRemark(Refusal):
    field, sentence = "remark", "Ja, maar … Schrijf op wat je erbij wilt zeggen."


class NoSignature(Refusal):
    field, sentence = "name", "Typ je naam, teken, of vink aan dat je het hardop zei."


class StrokesUnreadable(Refusal):
    field, sentence = "name", "De handtekening kwam niet goed aan. Teken nog een keer, of typ je naam."


class NotASigner(Refusal):
    sentence = "Deze persoon tekent dit plan niet."


class NotEverybodyAnswered(Refusal):
    sentence = "Nog niet iedereen aan tafel heeft geantwoord."


class NobodyTakesPart(Refusal):
    sentence = "Nog niemand heeft ja gezegd. Praat er samen nog eens over."


class AlreadyClosed(Refusal):
    sentence = "Dit plan is al gesloten. Wil iemand iets anders? Verander het plan en lees het opnieuw voor."


class NoNextDay(Refusal):
    field, sentence = "day", "Kies een dag waarop jullie verder praten."


class NextDayGoneBy(Refusal):
    field, sentence = "day", "Deze dag is al voorbij. Kies een dag die nog komt."
