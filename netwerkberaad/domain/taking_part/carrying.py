"""What somebody can carry, when they cannot, and would rather not do: theirs alone (4.4, 4.6, 4.7)."""

import peewee

from netwerkberaad.database import Moment, Record, Words, change, tidy
from netwerkberaad.domain import refusals
from netwerkberaad.domain.circle import Circle, Person
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.refusals import insist
from netwerkberaad.domain.taking_part.joining import Guest
from netwerkberaad.domain.week.day_parts import PIECES

MOST_PER_WEEK = 21
STAMINAS = {"week": "1 week", "month": "1 maand", "quarter": "3 maanden", "long": "lang"}


class Boundary(Record):
    """«Dit doe ik niet» (4.4): private, nobody else reads it. how: own, or spoken (said aloud, written for them)."""

    circle = peewee.ForeignKeyField(Circle, backref="boundaries")
    person = peewee.ForeignKeyField(Person, backref="boundaries")
    what = Words()
    how = peewee.CharField(default="own")
    said_at = Moment()
    taken_back_at = Moment(null=True)
    version = peewee.IntegerField(default=1)


class Carrying(Record):
    """How often a week fits somebody (capacity, 4.6) and how long they keep it up (stamina, 4.7). None: not said.

    stamina: a key of STAMINAS; cannot: the parts of the week in which they cannot, "0o 0m 2a" (day_parts.PIECES)."""

    person = peewee.ForeignKeyField(Person, unique=True, backref="carrying")
    max_per_week = peewee.IntegerField(null=True)
    stamina = peewee.CharField(default="")
    cannot = peewee.CharField(default="")
    how = peewee.CharField(default="own")
    said_at = Moment()


def set_boundary(person, what, *, how, now):
    """«Dit doe ik niet.» The same words twice are one boundary. how: own, or spoken."""
    what = tidy(what or "")
    insist(what, refusals.NoBoundary)
    said = next((one for one in boundaries_of(person) if one.what == what), None)
    return said or Boundary.create(circle=person.circle_id, person=person, what=what, how=how, said_at=now)


def take_back_boundary(person, boundary_id, *, now):
    """It is no boundary any more. Raises Stranger for what is not theirs."""
    said = next((one for one in boundaries_of(person) if one.id == boundary_id), None)
    insist(said, refusals.Stranger)
    return change(said, taken_back_at=now)


def tell(person, *, max_per_week=None, stamina=None, cannot=None, how, now):
    """How often a week fits somebody, how long they keep it up, when they cannot; what is not told now stays.

    cannot: some of day_parts.PIECES; none of them when they always can. Refuses a number outside 0 to 21, a stamina
    that is none of STAMINAS, and a part of the week that is none."""
    insist(max_per_week is None or 0 <= max_per_week <= MOST_PER_WEEK, refusals.NotThatOften)
    insist(stamina is None or stamina in STAMINAS, refusals.NoStamina)
    insist(cannot is None or set(cannot) <= set(PIECES), refusals.NoPartOfTheWeek)
    pieces = None if cannot is None else " ".join(piece for piece in PIECES if piece in cannot)
    told = {"max_per_week": max_per_week, "stamina": stamina, "cannot": pieces}
    told = {field: value for field, value in told.items() if value is not None}
    insist(told, refusals.NothingChosen)
    Carrying.insert(person=person, how=how, said_at=now, **told).on_conflict(
        conflict_target=[Carrying.person], update={**told, "how": how, "said_at": now}
    ).execute()
    return carrying_of(person)


def boundaries_of(person):
    """What this person would rather not do, oldest first: for their own eyes."""
    standing = (Boundary.person == person, Boundary.taken_back_at.is_null())
    return list(Boundary.select().where(*standing).order_by(Boundary.id))


def carrying_of(person):
    """How much this person can carry, None when they said nothing yet: for their own eyes."""
    return Carrying.get_or_none(Carrying.person == person)


def how_many_answered(evening, kind):
    """How many people at the table answered: kind is boundary, capacity or stamina. Never who, never what."""
    people = [person.id for person in meeting.at_the_table(evening)]
    told = {
        "boundary": (Boundary, Boundary.taken_back_at.is_null()),
        "capacity": (Carrying, Carrying.max_per_week.is_null(False)),
        "stamina": (Carrying, Carrying.stamina != ""),
    }
    record, standing = told[kind]
    return record.select(record.person).where(record.person.in_(people), standing).distinct().count()


def without_phone(evening, kind):
    """The people at the table for whom somebody else writes it down: no phone of theirs is connected now.

    Nobody asks children under 12 how much they carry, nor professionals any of this."""
    if evening is None:
        return []
    connected = Guest.select(Guest.person).where(Guest.meeting == evening, Guest.here, Guest.left_at.is_null())
    on_a_phone = {number for (number,) in connected.tuples()}
    asked = [one for one in meeting.at_the_table(evening) if not one.is_professional and one.id not in on_a_phone]
    return [one for one in asked if kind == "boundary" or not one.is_child]
