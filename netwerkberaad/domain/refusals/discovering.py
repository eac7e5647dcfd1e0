"""What may be refused while the network is discovered."""

from netwerkberaad.domain.refusals.refusal import Refusal


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


class NotAnAge(Refusal):
    field, sentence = "age", "Vul alleen bij een kind de leeftijd in: 0 tot en met 17."
