"""The pen (schrijver): somebody of the network who runs the shared screen from their own phone."""

import peewee

from netwerkberaad.database import change
from netwerkberaad.domain import refusals
from netwerkberaad.domain.circle import Person
from netwerkberaad.domain.evening import meeting, shared_screen
from netwerkberaad.domain.evening.meeting import Attendance, Meeting
from netwerkberaad.domain.refusals import insist
from netwerkberaad.domain.taking_part.joining import Guest


def may_hold_the_pen(person):
    """Anybody of the network from twelve years on: the family decides who. Nobody who is there for their work, and
    nobody who may see their own shifts only."""
    return not person.is_professional and not person.is_child and person.visibility == "circle"


def phones_in(evening):
    """Who may be handed the pen, in order of joining: [(Person, whether their phone is connected now)]."""
    rows = (
        Guest.select(Guest, Person)
        .join(Person, on=(Guest.person == Person.id))
        .where(Guest.meeting == evening, Guest.left_at.is_null(), Guest.refused_at.is_null())
        .order_by(Person.joined)
    )
    people, connected = {}, set()
    for row in rows:
        people[row.person_id] = row.person
        connected |= {row.person_id} if row.here else set()
    return [(person, number in connected) for number, person in people.items() if may_hold_the_pen(person)]


def hand_pen(evening, person):
    """From now on this person runs the shared screen from their phone. Handing it twice is handing it once.

    Refuses anybody who may not hold it or whose phone is not in (NoPenForThem), and when no meeting is going on."""
    insist(evening and evening.state in ("going_on", "paused"), refusals.NotYoursToArrange)
    insist(person, refusals.NoPenChosen)
    insist(person in [one for one, _ in phones_in(evening)], refusals.NoPenForThem)
    return evening if evening.pen_id == person.id else _given_to(person, evening)


def take_over_pen(evening, person):
    """«Neem de pen over»: while the family talks alone and the phone with the pen is away, any phone of the network may
    take it, so that an empty battery never leaves them without one. Otherwise whoever has it hands it over."""
    insist(evening.private_since, refusals.OnlyInPrivateTime)
    insist(evening.pen_id == person.id or not writes_now(evening), refusals.PenInUse)
    return hand_pen(evening, person)


def take_back_pen(evening, *, now):
    """Nobody's phone holds the pen: the shared screen is run from the laptop again.

    In private time that laptop must have a shared screen open, or nobody could write (NoScreenOpen)."""
    insist(evening, refusals.NotYoursToArrange)
    insist(not evening.private_since or shared_screen.open_now(evening.circle_id, now=now), refusals.NoScreenOpen)
    return _given_to(None, evening) if evening.pen_id else evening


def is_held(evening):
    """Whether whoever was given the pen is still here to write: at the table, and a phone of theirs is in. A phone
    that is silent for a while is still in."""
    return bool(
        evening and evening.pen_id and Meeting.select().where(Meeting.id == evening.id, _writes_here()).exists()
    )


def writes_now(evening):
    """Whether the phone of whoever was given the pen is connected at this moment: then only that phone decides."""
    connected = Guest.select().where(Guest.meeting == evening, Guest.person == evening.pen_id, Guest.here)
    return is_held(evening) and connected.where(Guest.left_at.is_null()).exists()


def let_go(evening, *, now=None):
    """Whoever went home, or whose phone stopped, holds the pen no longer: the laptop does.

    Not while the family talks alone: then the shared screen goes on showing the question only, until somebody takes
    the pen over (take_over_pen) or hands it to the laptop."""
    Meeting.update(pen=None, version=Meeting.version + 1).where(
        Meeting.id == evening.id, Meeting.pen.is_null(False), Meeting.private_since.is_null(), ~_writes_here()
    ).execute()


meeting.when_somebody_left.append(let_go)


def _writes_here():
    """Whoever holds the pen has a phone that is in, and did not go home."""
    phone = Guest.select().where(Guest.meeting == Meeting.id, Guest.person == Meeting.pen, Guest.left_at.is_null())
    gone = Attendance.select().where(Attendance.meeting == Meeting.id, Attendance.person == Meeting.pen)
    return peewee.fn.EXISTS(phone) & ~peewee.fn.EXISTS(gone.where(Attendance.left_at.is_null(False)))


def _given_to(person, evening):
    given = change(evening, pen=person)
    insist(given, refusals.ChangedMeanwhile)
    return given
