"""Being there together: which phones are connected now, right over several processes, gone soon after they vanish."""

import datetime as dt

import peewee

from netwerkberaad.database import prepared
from netwerkberaad.domain import changes
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.evening.meeting import Meeting
from netwerkberaad.domain.taking_part.joining import Guest

SILENT_FOR = dt.timedelta(seconds=8)


def still_here(circle, guest=None, *, now):
    """Somebody's browser says that it is there (`guest` None: the shared screen or the facilitator's). Whoever was
    silent for eight seconds is away; browsers say it every five, so an avatar goes within fifteen."""
    if guest:
        back = {} if guest.here else {"here": True}
        Guest.update(seen_at=now, **back).where(Guest.id == guest.id).execute()
    if gone := [phone.id for phone in _connected(circle.id) if phone.seen_at < now - SILENT_FOR]:
        Guest.update(here=False).where(Guest.id.in_(gone)).execute()


def who_is_in(evening):
    """The people at the table, in order of joining, but whose every phone is away. `on_a_phone` of each is True when
    one of their phones is connected now; whoever came without a phone is simply there. None: nobody."""
    if evening is None:
        return []
    return list(changes.alike(evening.circle_id, ("who is in", evening.id), lambda: _who_is_in(evening)))


def _who_is_in(evening):
    phones = {guest.person_id: bool(guest.here) for guest in _phones_in(evening.id)}
    people = [person for person in meeting.at_the_table(evening) if phones.get(person.id, True)]
    for person in people:
        person.on_a_phone = phones.get(person.id, False)
    return people


@prepared
def _connected(circle):
    ours = Guest.select(Guest.id, Guest.seen_at).where(Guest.here)
    return ours.join(Meeting).where(Meeting.circle == circle, Meeting.ended_at.is_null())


@prepared
def _phones_in(evening):
    """One row for everybody who joined by phone: whether any of their phones is connected."""
    connected = peewee.fn.MAX(Guest.here).alias("here")
    theirs = (Guest.meeting == evening, Guest.person.is_null(False), Guest.left_at.is_null())
    return Guest.select(Guest.person, connected).where(*theirs).group_by(Guest.person)
