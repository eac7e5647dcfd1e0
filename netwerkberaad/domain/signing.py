"""Signing: what was read back, its fingerprint, who said yes to it, and how it closes."""

import peewee

from netwerkberaad.database import Moment, Record, Words
from netwerkberaad.domain.circle import Circle, Person

CHOICES = {"yes": "Ja, ik doe mee", "yes_but": "Ja, maar …", "not_now": "Nu niet"}


class PlanVersion(Record):
    """One immutable row: the canonical text that was read back and signed (database triggers refuse any change).

    text: canonical JSON; fingerprint: SHA-256 of it, 64 hex digits."""

    circle = peewee.ForeignKeyField(Circle, backref="plan_versions")
    number = peewee.IntegerField()
    text = Words()
    fingerprint = peewee.CharField()
    read_at = Moment()

    class Meta:
        indexes = ((("circle", "number"), True),)


class Signature(Record):
    """One person's answer to one version. choice: CHOICES; how: typed, drawn, spoken, sticker; via: table or link.

    strokes: the drawn signature as JSON: a list of strokes, each a list of [x, y] in 0..1000 by 0..400."""

    plan_version = peewee.ForeignKeyField(PlanVersion, backref="signatures")
    person = peewee.ForeignKeyField(Person, backref="signatures")
    choice = peewee.CharField()
    remark = Words(default="")
    how = peewee.CharField()
    via = peewee.CharField(default="table")
    name = Words(default="")
    strokes = Words(default="")
    at = Moment()

    class Meta:
        indexes = ((("plan_version", "person"), True),)


class Closing(Record):
    """The sheet is closed: from then on this version is our plan."""

    plan_version = peewee.ForeignKeyField(PlanVersion, unique=True, backref="closings")
    at = Moment()
