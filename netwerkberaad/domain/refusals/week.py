"""What may be refused in the week."""

from netwerkberaad.domain.refusals.refusal import Refusal


class NothingNeeded(Refusal):
    field, sentence = "what", "Typ eerst wat er nodig is."


class NoTaskNamed(Refusal):
    field, sentence = "task", "Kies nog wat er gedaan moet worden."


class NobodyNamed(Refusal):
    field, sentence = "person", "Kies nog wie dit doet."


class NoDayNamed(Refusal):
    field, sentence = "days", "Kies nog een dag."


class NoDateNamed(Refusal):
    field, sentence = "first_day", "Kies nog de datum."


class OtherDayThanDate(Refusal):
    field, sentence = "first_day", "Deze datum valt op een andere dag. Kies de dag of de datum anders."


class NoTimeNamed(Refusal):
    field, sentence = "starts", "Typ nog hoe laat. Bijvoorbeeld: 17.30."


class NoSuchTime(Refusal):
    field, sentence = "starts", "Typ een tijd, zoals 19.30 of half acht."


class ClockSkipsThis(Refusal):
    field = "starts"
    sentence = "In deze nacht gaat de klok een uur vooruit. Deze tijd bestaat dan niet. Kies een andere tijd."


class TooLong(Refusal):
    field, sentence = "ends", "Klopt dit? De beurt duurt dan meer dan 12 uur."


class AlreadyThatDay(Refusal):
    field, sentence = "days", "Deze beurt staat al op die dag."


class SomebodyElse(Refusal):
    sentence = "Kies iemand anders. Deze persoon staat al bij deze beurt."


class NobodyToAsk(Refusal):
    sentence = "Hier staat nog niemand. Kies eerst wie dit doet."


class NothingPicked(Refusal):
    field, sentence = "picked", "Kies nog welke namen je in de week zet."


class OtherWeekMeanwhile(Refusal):
    sentence = "De week is intussen veranderd. Dit is het nieuwe voorstel."


class CompanionOnAllDays(Refusal):
    sentence = "Wie meegaat, gaat op alle dagen van deze beurt mee. Kies ze allemaal, of geen."


class NotYourShift(Refusal):
    sentence = "Deze beurt is intussen anders. Kijk hieronder wat je wel doet."


class DayIsOver(Refusal):
    sentence = "Die dag is al voorbij. Zet het op een dag die nog komt."


class NothingToCome(Refusal):
    sentence = "Deze beurt is al voorbij. Verander een beurt die nog komt."


class ShiftIsOver(Refusal):
    sentence = "Deze beurt is al voorbij. Je kunt zeggen hoe het ging."


class ShiftToCome(Refusal):
    sentence = "Deze beurt moet nog beginnen. Zeg het daarna."


class CannotLapse(Refusal):
    sentence = "Deze beurt kan nu niet vervallen. Bel rond wie er kan."


class AlreadySolved(Refusal):
    sentence = "Al opgelost. Dank je wel!"
