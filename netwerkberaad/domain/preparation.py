"""Before the evening: what we won't talk about, who is afraid of whom, and how somebody can be reached."""

import peewee

from netwerkberaad.database import Moment, Record, Words
from netwerkberaad.domain.circle import Circle, Person


class OffLimitsTopic(Record):
    """«Waar wil je het niet over hebben?» (0.1). Only when `may_show` may others read the topic."""

    circle = peewee.ForeignKeyField(Circle, backref="off_limits")
    owner = peewee.ForeignKeyField(Person, backref="off_limits")
    topic = Words()
    may_show = peewee.BooleanField(default=False)
    said_at = Moment()


class SafetyNote(Record):
    """«Is er iemand bij wie jij of je kind bang is?» (0.2): for the facilitator and the teller only.

    An empty `words` is the answer «nee»."""

    circle = peewee.ForeignKeyField(Circle, backref="safety_notes")
    teller = peewee.ForeignKeyField(Person, backref="safety_notes")
    words = Words(default="")
    said_at = Moment()


class Informed(Record):
    """«Weten alle ouders met gezag hiervan?»: when this was said, per circle."""

    circle = peewee.ForeignKeyField(Circle, unique=True, backref="informed")
    at = Moment()


class ReadBy(Record):
    """«Kan iemand anders jouw berichten lezen?» (0.3): the question was answered; the answer is Person.notify."""

    person = peewee.ForeignKeyField(Person, unique=True, backref="read_by")
    at = Moment()
