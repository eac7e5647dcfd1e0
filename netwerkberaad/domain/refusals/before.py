"""What may be refused before the evening."""

from netwerkberaad.domain.refusals.refusal import Refusal


class NoTitle(Refusal):
    field, sentence = "title", "Geef de kring een naam. Bijvoorbeeld: Avond voor Noor en Sem."


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


class DayIsPast(Refusal):
    field, sentence = "day", "Deze dag is al voorbij. Kies een dag die nog komt."
