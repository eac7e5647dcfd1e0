"""Being away for a while: between two dates nobody asks this person to stand in, and their own dates are cancelled."""

import peewee

from netwerkberaad.database import Moment, Record
from netwerkberaad.domain.circle import Circle, Person


class Away(Record):
    """Somebody is away from the first up to and including the last local date, unless they came back after all."""

    circle = peewee.ForeignKeyField(Circle, backref="away")
    person = peewee.ForeignKeyField(Person, backref="away")
    first = peewee.DateField()
    last = peewee.DateField()
    at = Moment()
    taken_back_at = Moment(null=True)


def go(person, first, last, *, now):
    """«Ik ben die dagen weg.»"""
    return Away.create(circle=person.circle_id, person=person, first=first, last=last, at=now)


def come_back(row, *, now):
    """«Ik ben er toch.»"""
    Away.update(taken_back_at=now).where(Away.id == row.id).execute()


def away_in(circle, day):
    """[Away] of this circle that last until this local date or longer, the first to begin first."""
    standing = (Away.circle == circle, Away.taken_back_at.is_null(), Away.last >= day)
    return list(Away.select().where(*standing).order_by(Away.first, Away.id))


def who(rows, day):
    """The ids of who is away on this local date."""
    return {row.person_id for row in rows if row.first <= day <= row.last}
