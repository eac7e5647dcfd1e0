"""Every "no" the domain can say, with the Dutch sentence the screen shows."""


class Refusal(Exception):  # noqa: N818 — a refusal is not an error: it is an answer
    """A "no" to a person. `field` is the form field it belongs to ("" = the whole form)."""

    field, sentence = "", "Dit kan nu niet."

    def __init__(self, sentence=None, *, field=None):
        self.sentence = sentence or self.sentence
        self.field = self.field if field is None else field
        super().__init__(self.sentence)


class Stranger(Exception):
    """Somebody asks for what they cannot know exists: the web answers 404."""


def insist(condition, refusal):
    """Refuses unless the condition holds. `refusal` is a Refusal class or instance."""
    if not condition:
        raise refusal


class NotYoursToArrange(Refusal):
    sentence = "Dit mag alleen als de bijeenkomst bezig is."


class ChangedMeanwhile(Refusal):
    sentence = "Iemand anders heeft dit net veranderd. Kijk hieronder hoe het nu is."


class NothingToUndo(Refusal):
    sentence = "Er is niets om terug te draaien."


class NoName(Refusal):
    field, sentence = "name", "Typ eerst een naam."


class NoTitle(Refusal):
    field, sentence = "title", "Geef de kring een naam. Bijvoorbeeld: Avond voor Noor en Sem."


class NoWords(Refusal):
    field, sentence = "words", "Typ eerst wat er gezegd is."


class NotThisCircle(Refusal):
    sentence = "Deze persoon hoort niet bij deze kring."


class TeamExists(Refusal):
    sentence = "Er is al een beheerder. Vraag die om een uitnodiging."


class NoTeamName(Refusal):
    field, sentence = "team_name", "Typ de naam van het wijkteam."


class NoEmail(Refusal):
    field, sentence = "email", "Typ een e-mailadres, zoals naam@voorbeeld.nl."


class EmailTaken(Refusal):
    field, sentence = "email", "Met dit e-mailadres is er al een account."


class PasswordTooShort(Refusal):
    field, sentence = "password", "Kies een wachtwoord van minstens 12 tekens. Een paar losse woorden is goed."


class PasswordTooLong(Refusal):
    field, sentence = "password", "Kies een wachtwoord van hoogstens 200 tekens."


class WrongOldPassword(Refusal):
    field, sentence = "old", "Dit is niet je huidige wachtwoord."


class WrongPassword(Refusal):
    sentence = "Het e-mailadres of het wachtwoord klopt niet."


class TooManyAttempts(Refusal):
    sentence = "Er is te vaak geprobeerd in te loggen. Wacht een kwartier en probeer het dan opnieuw."


class NotYourself(Refusal):
    sentence = "Je kunt jezelf niet weghalen. Vraag een andere beheerder."


class NoLinkYet(Refusal):
    sentence = "Deze persoon heeft nog geen link. Maak eerst een link."


class NoPhoneNumber(Refusal):
    field, sentence = "phone", "Typ een telefoonnummer met cijfers, zoals 06 1234 5678."


class NoEmailAddress(Refusal):
    field, sentence = "email", "Typ een e-mailadres, zoals naam@voorbeeld.nl."


class NotYoursToSay(Refusal):
    sentence = "Dit wordt jou niet gevraagd. Kijk hieronder wat je wel doet."


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
    field, sentence = "starts", "Deze tijd bestaat niet. Typ een tijd tussen 00.00 en 23.59."


class ClockSkipsThis(Refusal):
    field, sentence = "starts", "In deze nacht gaat de klok een uur vooruit. Deze tijd bestaat dan niet. Kies een andere tijd."


class TooLong(Refusal):
    field, sentence = "ends", "Klopt dit? De beurt duurt dan meer dan 12 uur."


class AlreadyThatDay(Refusal):
    field, sentence = "days", "Deze beurt staat al op die dag."


class NoTaskForAChild(Refusal):
    field, sentence = "person", "Kinderen onder de 12 krijgen geen taak."


class SomebodyElse(Refusal):
    sentence = "Kies iemand anders. Deze persoon staat al bij deze beurt."


class NotAtTheTable(Refusal):
    sentence = "Deze persoon is er niet bij. Vraag het nog: niemand zegt ja voor een ander."


class NobodyToAsk(Refusal):
    sentence = "Hier staat nog niemand. Kies eerst wie dit doet."


class NobodyInTheCentre(Refusal):
    field, sentence = "name_1", "Typ de voornaam van wie in het midden staat. Eén naam is genoeg."


class NoAge(Refusal):
    field, sentence = "age_1", "Typ de leeftijd in hele jaren, bijvoorbeeld 9."


class NoChildToLiveThere(Refusal):
    field, sentence = "lives", "Deze vraag gaat over kinderen. Kruis «kind» aan bij wie een kind is."


class NoHome(Refusal):
    field, sentence = "with_one", "Typ bij wie."


class NoHomesSentence(Refusal):
    field, sentence = "homes", "Zeg in één zin waar. Bijvoorbeeld: Noor woont bij Lotte en bij Karim."


class NoPart(Refusal):
    field, sentence = "part", "Kies wie dit is."


class NoTopic(Refusal):
    field, sentence = "topic", "Typ eerst waar het niet over mag gaan."


class AfraidOfWhom(Refusal):
    field, sentence = "words", "Schrijf een paar woorden op. Jij en wie het vertelde lezen dit, verder niemand."


class NoButWords(Refusal):
    field, sentence = "afraid", "Je koos nee, maar hieronder staan woorden. Kies ja, of haal de woorden weg."


class NoAnswerYet(Refusal):
    sentence = "Kies eerst een antwoord. Of sla deze vraag over."


class NotAChild(Refusal):
    field, sentence = "supporter", "Kies een volwassene. Een kind hoeft dit niet te dragen."


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


class NameTooLong(Refusal):
    field, sentence = "name", "Een naam mag hoogstens 60 tekens zijn. Typ hem korter."


class TooManyNames(Refusal):
    field, sentence = "name", "Typ hoogstens tien namen tegelijk."


class NoSuchRing(Refusal):
    field, sentence = "ring", "Kies hoe dichtbij deze persoon is."


class RingNotOpen(Refusal):
    sentence = "Zover zijn jullie nog niet. Tik eerst op «Ja, verder»."


class NotInTheCircleYet(Refusal):
    sentence = "Deze naam is nog een voorstel. Tik eerst op «Ja, erbij»."


class SamePerson(Refusal):
    sentence = "Kies twee verschillende mensen."


class BothSigned(Refusal):
    sentence = "Zij hebben allebei getekend. Daarom blijven het twee mensen."


class SomethingHangsOnThem(Refusal):
    sentence = "Bij deze naam hoort al meer. Verander de naam, of maak er één persoon van."


class NoCount(Refusal):
    field, sentence = "number", "Typ een getal. Bijvoorbeeld: 6."


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


class DayIsPast(Refusal):
    field, sentence = "day", "Deze dag is al voorbij. Kies een dag die nog komt."


class NotAnAge(Refusal):
    field, sentence = "age", "Vul alleen bij een kind de leeftijd in: 0 tot en met 17."


class TaskInTheWeek(Refusal):
    sentence = "Deze taak staat al in de week. Haal hem daar eerst weg."


class BeginFirst(Refusal):
    sentence = "Begin eerst de bijeenkomst."
