"""Cancelling one date (afmelden): somebody says «Ik kan niet», and somebody else takes that date over."""

import peewee

from netwerkberaad.database import Moment, Record, Words, tidy
from netwerkberaad.domain import refusals
from netwerkberaad.domain.circle import Circle, Person
from netwerkberaad.domain.refusals import insist
from netwerkberaad.domain.week import roster
from netwerkberaad.domain.week.roster import RegularShift

STAND_IN, ALL, PLAN_B = "stand_in", "all", "plan_b"


class Cancellation(Record):
    """«Ik kan niet»: on this local date somebody cannot do their part (person or companion) of a regular shift.

    It belongs to what was promised then: a shift that was arranged otherwise since is asked anew, for all its dates.
    reason: for whom they cancel with alone, often ""; how: own (on their phone) or spoken (noted for them);
    via: how somebody was found (stand_in, all: everybody who can was asked, plan_b); lapsed_at: it does not go on."""

    circle = peewee.ForeignKeyField(Circle, backref="cancellations")
    shift = peewee.ForeignKeyField(RegularShift, backref="cancellations")
    day = peewee.DateField()
    part = peewee.CharField()
    promise = peewee.CharField()
    person = peewee.ForeignKeyField(Person, backref="cancellations")
    reason = Words(default="")
    how = peewee.CharField(default="own")
    at = Moment()
    taken_over_by = peewee.ForeignKeyField(Person, null=True, backref="taken_over")
    taken_over_at = Moment(null=True)
    via = peewee.CharField(default="")
    lapsed_at = Moment(null=True)
    taken_back_at = Moment(null=True)


class Declined(Record):
    """Who was asked to take a date over and cannot either: nobody asks them again, and nobody else sees it."""

    cancellation = peewee.ForeignKeyField(Cancellation, backref="declined")
    person = peewee.ForeignKeyField(Person, backref="declined")
    at = Moment()

    class Meta:
        indexes = ((("cancellation", "person"), True),)


def cancel(shift, person, *, reason="", how="own", now):
    """«Ik kan niet», for one date. shift: shift.Shift; person: the number of whoever cannot.

    Refuses when that part is not theirs on this date (any more), and once it is over."""
    part = shift.part_of(person)
    insist(part, refusals.NotYourShift)
    insist(now < shift.ends, refusals.ShiftIsOver)
    regular = shift.regular
    return Cancellation.create(
        circle=regular.circle_id,
        shift=regular.id,
        day=shift.day,
        part=part,
        promise=roster.promise_of(regular),
        person=person,
        reason=tidy(reason or ""),
        how=how,
        at=now,
    )


def come_after_all(cancellation, *, now):
    """«Ik kan toch wel»: as long as nobody took it over. Refuses after that."""
    _settle(cancellation, taken_back_at=now)


def take_over(cancellation, person, *, via, now):
    """Somebody takes this one date over; it is no new plan. The first yes wins: later ones are refused with thanks."""
    _settle(cancellation, taken_over_by=person, taken_over_at=now, via=via)


def give_back(circle, person, day):
    """What this person (their number) took over from this local date on is theirs no more: somebody is looked for."""
    theirs = (Cancellation.circle == circle, Cancellation.taken_over_by == person, Cancellation.day >= day)
    Cancellation.update(taken_over_by=None, taken_over_at=None, via="").where(*theirs).execute()


def let_lapse(cancellation, *, now):
    """«Laat vervallen»: this date does not go on. Refuses when somebody took it over meanwhile."""
    _settle(cancellation, lapsed_at=now)


def cannot_either(cancellation, person, *, now):
    """«Ik kan ook niet»: this person is not asked again. Said twice is said once."""
    Declined.insert(cancellation=cancellation, person=person, at=now).on_conflict_ignore().execute()


def declined_in(cancellations):
    """{cancellation id: {ids of who cannot either}}: one question to the database, none when nothing is open."""
    found = {}
    rows = Declined.select(Declined.cancellation, Declined.person).where(Declined.cancellation.in_(cancellations))
    for cancellation, person in rows.tuples() if cancellations else ():
        found.setdefault(cancellation, set()).add(person)
    return found


def _settle(cancellation, **how):
    """One statement asks and answers at once, so that of two people who tap together one is told no."""
    is_open = (
        Cancellation.taken_over_by.is_null() & Cancellation.lapsed_at.is_null() & Cancellation.taken_back_at.is_null()
    )
    settled = Cancellation.update(how).where(Cancellation.id == cancellation.id, is_open).execute()
    insist(settled, refusals.AlreadySolved)
