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
