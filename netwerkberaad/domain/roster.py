"""The roster (De week): what is needed, who does it on which day, and who has said yes to it."""

import peewee

from netwerkberaad.database import Moment, Record, Words
from netwerkberaad.domain.circle import Circle, Person


class Task(Record):
    """What is needed in an ordinary week. minutes: how long it usually takes.

    tag: what it counts for later (bezoek, met_kinderen …, "" = nothing special); support: letters of P G A E.
    cancel_with: whom to cancel this task with, when that is not the plan's own."""

    circle = peewee.ForeignKeyField(Circle, backref="tasks")
    what = Words()
    tag = peewee.CharField(default="")
    support = peewee.CharField(default="P")
    minutes = peewee.IntegerField(default=60)
    cancel_with = peewee.ForeignKeyField(Person, null=True, backref="cancelled_with_tasks")
    question = peewee.CharField(default="4.1")
    named_at = Moment()
    taken_back_at = Moment(null=True)
    version = peewee.IntegerField(default=1)


class RegularShift(Record):
    """A vaste beurt: a task at a repeating time with a person, a stand-in and a companion; one yes for all dates.

    days      weekdays as digits, Monday = 0: "0" … "0123456"; "" while no day is named
    repeat    weekly, fortnightly (every 14 days from first_day), odd or even (ISO weeks), once (on first_day)
    first_day local date from which it counts (None: from the start of the plan)
    starts    local time "17:30" in Europe/Amsterdam, "" while no time is named
    minutes   length; past midnight it ends the next day, at most 12 hours
    """

    circle = peewee.ForeignKeyField(Circle, backref="regular_shifts")
    task = peewee.ForeignKeyField(Task, backref="regular_shifts")
    person = peewee.ForeignKeyField(Person, null=True, backref="regular_shifts")
    stand_in = peewee.ForeignKeyField(Person, null=True, backref="stands_in")
    companion = peewee.ForeignKeyField(Person, null=True, backref="accompanies")
    days = peewee.CharField(default="")
    repeat = peewee.CharField(default="weekly")
    first_day = peewee.DateField(null=True)
    starts = peewee.CharField(default="")
    minutes = peewee.IntegerField(default=60)
    still_open = peewee.BooleanField(default=False)
    taken_back_at = Moment(null=True)
    version = peewee.IntegerField(default=1)
