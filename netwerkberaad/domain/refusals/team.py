"""What may be refused to the team's staff."""

from netwerkberaad.domain.refusals.refusal import Refusal


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
