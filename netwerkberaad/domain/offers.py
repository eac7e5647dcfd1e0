"""What somebody can and wants to do; «Nu even niet» is an answer too."""

import peewee

from netwerkberaad.database import Moment, Record, Words
from netwerkberaad.domain.circle import Circle, Person


class Offer(Record):
    """«Dit kan ik doen» (4.3, 4.5, 5.4). kind: can, or not_now («Nu even niet»)."""

    circle = peewee.ForeignKeyField(Circle, backref="offers")
    person = peewee.ForeignKeyField(Person, backref="offers")
    kind = peewee.CharField(default="can")
    what = Words(default="")
    question = peewee.CharField(default="4.3")
    said_at = Moment()
    taken_back_at = Moment(null=True)
    version = peewee.IntegerField(default=1)
