"""Our plan as it is kept: contact person, whom to cancel with, agreements, plan B, how long, when we look back."""

import datetime as dt

import peewee

from netwerkberaad.database import Moment, Record, Words, prepared
from netwerkberaad.domain.circle import Circle, Person, on_the_wall


class Plan(Record):
    """What the circle works with now. Days are local dates, times local "19:30" (Europe/Amsterdam)."""

    circle = peewee.ForeignKeyField(Circle, unique=True, backref="plans")
    start = peewee.DateField(null=True)
    weeks = peewee.IntegerField(default=6)
    review_day = peewee.DateField(null=True)
    review_time = peewee.CharField(default="")
    review_place = Words(default="")
    retry_within_days = peewee.IntegerField(default=7)
    contact_person = peewee.ForeignKeyField(Person, null=True, backref="contact_person_of")
    deputy = peewee.ForeignKeyField(Person, null=True, backref="deputy_of")
    cancel_with = peewee.ForeignKeyField(Person, null=True, backref="cancel_with_of")
    cancel_deputy = peewee.ForeignKeyField(Person, null=True, backref="cancel_deputy_of")
    members_read_log = peewee.BooleanField(default=True)
    facilitator_reads_log = peewee.BooleanField(default=False)
    facilitator_sees_week = peewee.BooleanField(default=False)
    provisional_at = Moment(null=True)
    version = peewee.IntegerField(default=1)

    @property
    def end(self):
        """The last day of the plan, or None while nobody said when it starts."""
        return self.start and self.start + dt.timedelta(weeks=self.weeks, days=-1)


class Agreement(Record):
    """A promise that is no shift: «Karim praat niet met Lotte aan de deur». Who, what, which days, what time.

    days: weekday digits, Monday = 0, all seven = every day; starts: local time "18:30"."""

    circle = peewee.ForeignKeyField(Circle, backref="agreements")
    person = peewee.ForeignKeyField(Person, backref="agreements")
    what = Words()
    days = peewee.CharField()
    starts = peewee.CharField()
    made_at = Moment()
    taken_back_at = Moment(null=True)
    version = peewee.IntegerField(default=1)


class Trigger(Record):
    """How we notice that plan B is needed (6.7)."""

    circle = peewee.ForeignKeyField(Circle, backref="triggers")
    words = Words()
    position = peewee.IntegerField(default=0)
    taken_back_at = Moment(null=True)
    version = peewee.IntegerField(default=1)


class PlanBStep(Record):
    """What we do when it does not work for a while, and who does it (6.6)."""

    circle = peewee.ForeignKeyField(Circle, backref="plan_b_steps")
    person = peewee.ForeignKeyField(Person, null=True, backref="plan_b_steps")
    action = Words()
    position = peewee.IntegerField(default=0)
    taken_back_at = Moment(null=True)
    version = peewee.IntegerField(default=1)


def plan_of(circle):
    """The circle's plan; an empty one, not kept yet, when nothing has been agreed. Reading changes nothing."""
    return next(iter(_plans_of(circle)), None) or Plan(circle=circle)


def plan_to_change(circle):
    """The circle's plan as a kept row, for whoever is about to write something down."""
    return next(iter(_plans_of(circle)), None) or Plan.create(circle=circle)


@prepared
def _plans_of(circle):
    return Plan.select().where(Plan.circle == circle)


@prepared
def agreements_of(circle):
    """The promises that are no shift, in the order in which they were made."""
    return (
        Agreement.select(Agreement, *on_the_wall())
        .join(Person)
        .where(Agreement.circle == circle, Agreement.taken_back_at.is_null())
        .order_by(Agreement.id)
    )


@prepared
def triggers_of(circle):
    """How we notice that plan B is needed, in the order in which it was said."""
    return Trigger.select().where(Trigger.circle == circle, Trigger.taken_back_at.is_null()).order_by(Trigger.id)


@prepared
def steps_of(circle):
    """The steps of plan B with who does them, first step first."""
    return (
        PlanBStep.select(PlanBStep, *on_the_wall())
        .join(Person, peewee.JOIN.LEFT_OUTER)
        .where(PlanBStep.circle == circle, PlanBStep.taken_back_at.is_null())
        .order_by(PlanBStep.position, PlanBStep.id)
    )
