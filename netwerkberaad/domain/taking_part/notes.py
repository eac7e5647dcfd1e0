"""The facilitator's own notes during the evening: nobody else reads them, and they go when it ends."""

import peewee

from netwerkberaad.database import Moment, Record, Words, tidy
from netwerkberaad.domain import refusals
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.evening.meeting import Meeting
from netwerkberaad.domain.refusals import insist
from netwerkberaad.domain.teams import Staff


class Note(Record):
    """One note of one facilitator. Deleted when the evening ends."""

    meeting = peewee.ForeignKeyField(Meeting, backref="notes")
    staff = peewee.ForeignKeyField(Staff, backref="notes")
    words = Words()
    at = Moment()


def add(evening, staff, words, *, now):
    """The facilitator keeps something in mind, until the evening ends. Refuses without words, and after the end."""
    words = tidy(words or "")
    insist(words, refusals.NoNote)
    insist(evening and not Meeting.get_by_id(evening.id).ended_at, refusals.NoEveningForNotes)
    return Note.create(meeting=evening, staff=staff, words=words, at=now)


def take_away(evening, staff, number):
    """This note is not needed any more; taking it away twice is once. Somebody else's stays where it is."""
    Note.delete().where(Note.id == number, Note.meeting == evening, Note.staff == staff).execute()


def notes_of(evening, staff):
    """What this facilitator noted down on this evening, newest first; never what somebody else did."""
    own = Note.select().where(Note.meeting == evening, Note.staff == staff) if evening else []
    return list(own and own.order_by(Note.id.desc()))


def _forget(evening):
    Note.delete().where(Note.meeting == evening).execute()


meeting.at_its_end.append(_forget)
