"""A "no" to a person: the sentence the screen shows, and the field it belongs to."""


class Refusal(Exception):
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
