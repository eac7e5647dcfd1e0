"""«Gaat het nog?» (R15): whoever took over often is asked how it goes, and decides themselves who may know."""

import datetime as dt

import peewee

from netwerkberaad.database import Moment, Record
from netwerkberaad.domain import refusals
from netwerkberaad.domain.circle import Person
from netwerkberaad.domain.refusals import insist

ANSWERS = {"good": "Goed", "bit_much": "Beetje veel", "too_much": "Te veel"}
OFTEN, A_WHILE = 3, dt.timedelta(days=14)


class StillGoing(Record):
    """How it goes with somebody who helps (a key of ANSWERS): theirs alone, unless they let the contact person know."""

    person = peewee.ForeignKeyField(Person, backref="still_going")
    answer = peewee.CharField()
    shared = peewee.BooleanField(default=False)
    at = Moment()


def often_taken_over(person, told, *, now):
    """How many dates this person (their number) took over in the last fourteen days. told: shift.told_in."""
    return len(_taken_over(person, told, now - A_WHILE))


def is_asked(person, told, *, now):
    """True after three take-overs within fourteen days, counted since their last answer: asked once, never nagging.

    One question to the database, and none for whoever took over less."""
    if often_taken_over(person, told, now=now) < OFTEN:
        return False
    last = StillGoing.select().where(StillGoing.person == person).order_by(StillGoing.id.desc()).first()
    return last is None or len(_taken_over(person, told, max(now - A_WHILE, last.at))) >= OFTEN


def tell(person, answer, *, shared=False, now):
    """«Gaat het nog?», from the person themselves. shared: they let the contact person know."""
    insist(answer in ANSWERS, refusals.NothingChosen)
    return StillGoing.create(person=person, answer=answer, shared=bool(shared), at=now)


def too_much_in(circle, *, now):
    """The ids of who last said «Te veel», within a fortnight: nobody asks them for one date more."""
    return frozenset(row.person_id for row in _last_answers(circle, now) if row.answer == "too_much")


def shared_in(circle, *, now):
    """What people let the contact person know in the last fourteen days: [StillGoing] with their person, the last
    answer of each. Who then says it goes well again, or keeps it to themselves, is not among them."""
    return [row for row in _last_answers(circle, now) if row.shared and row.answer != "good"]


def _last_answers(circle, now):
    recent = StillGoing.select(StillGoing, Person).join(Person)
    rows = recent.where(Person.circle == circle, StillGoing.at >= now - A_WHILE).order_by(StillGoing.id)
    return {row.person_id: row for row in rows}.values()


def _taken_over(person, told, since):
    rows = (row for rows in told.cancelled.values() for row in rows)
    return [row for row in rows if row.taken_over_by_id == person and row.taken_over_at > since]
