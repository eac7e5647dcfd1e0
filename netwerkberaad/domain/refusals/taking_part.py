"""What may be refused to a phone at the table, and to whoever holds the pen."""

from netwerkberaad.domain.refusals.refusal import Refusal


class CodeUnknown(Refusal):
    field, sentence = "code", "Deze code werkt niet. Kijk nog eens op het scherm."


class IsThisYou(Refusal):
    field, sentence = "name", "Ben jij dit? Kies het hieronder."


class ManyAtOnce(Refusal):
    sentence = "Er komen nu heel veel telefoons bij. Probeer het over een paar minuten nog een keer."


class MoreThanYouSaid(Refusal):
    sentence = "Dit wordt meer dan je zei. Toch ja?"


class NobodyAtTheDoor(Refusal):
    sentence = "Deze telefoon wacht niet meer."


class NoAnswerAtTheDoor(Refusal):
    sentence = "Kies ja of nee."


class NoPenChosen(Refusal):
    field, sentence = "person", "Kies nog wie de pen krijgt."


class NoPenForThem(Refusal):
    field, sentence = "person", "Kies iemand van de kring van wie de telefoon meedoet."


class NoScreenOpen(Refusal):
    field, sentence = "person", "Er staat geen scherm open. Kies een telefoon."


class NotOnTheList(Refusal):
    field, sentence = "chosen", "Kies een naam uit de lijst, of typ je eigen naam."


class OnlyInPrivateTime(Refusal):
    sentence = "Dit kan alleen in besloten tijd."


class NoEveningForNotes(Refusal):
    field, sentence = "words", "De avond is klaar. Hier kun je niets meer bewaren."


class NoNote(Refusal):
    field, sentence = "words", "Typ eerst iets."


class NotYourQuestion(Refusal):
    sentence = "Deze vraag kun jij nu niet beantwoorden. Luister maar mee."


class NoBoundary(Refusal):
    field, sentence = "words", "Typ eerst wat je liever niet doet."


class NoStamina(Refusal):
    field, sentence = "stamina", "Kies hoe lang je dit volhoudt."


class NoPartOfTheWeek(Refusal):
    field, sentence = "cannot", "Dit deel van de week kennen we niet. Kies uit de hokjes."


class NotThatOften(Refusal):
    field, sentence = "number", "Typ een getal van 0 tot 21."


class NothingChosen(Refusal):
    sentence = "Kies eerst een antwoord."


class NameStaysOffTheMap(Refusal):
    field, sentence = "consents", "Wil je bij de kring horen? Kies dan ook «Mijn naam mag op de kaart»."


class NoWayToReachYou(Refusal):
    field, sentence = "phone", "Typ je nummer of je e-mailadres, of kies «Ik heb geen telefoon»."


class PhoneOrNoPhone(Refusal):
    field, sentence = "no_phone", "Je typte een nummer. Haal dat weg, of zet dit uit."


class TooManyCodes(Refusal):
    field, sentence = "code", "Er zijn te veel codes geprobeerd. Wacht een paar minuten."


class WhatIsYourName(Refusal):
    field, sentence = "name", "Typ je voornaam, of kies je naam."


class PenInUse(Refusal):
    sentence = "Iemand schrijft al. Vraag of je de pen krijgt."
