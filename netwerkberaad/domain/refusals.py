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
