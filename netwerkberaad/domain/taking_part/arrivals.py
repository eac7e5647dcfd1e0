"""At the door: who lets phones in, which phones are in, and how one that does not belong here goes out."""

from netwerkberaad.database import prepared
from netwerkberaad.domain import circle, refusals
from netwerkberaad.domain.after.consent import Consent
from netwerkberaad.domain.circle import Person
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.evening.meeting import Attendance, Meeting
from netwerkberaad.domain.refusals import insist
from netwerkberaad.domain.taking_part.joining import Guest, leave, let_in, namesakes

_CAME_WITH_THE_PHONE = (Guest, Attendance, Consent)


def opens_the_door(audience, evening):
    """Whether this audience at the table lets phones in. In private time only whoever holds the pen does: on their
    own phone, or on the shared screen while the laptop keeps the pen."""
    if evening and evening.private_since:
        return audience == ("pen" if evening.pen_id else "screen")
    return True


def guest_in(ours, number):
    """The phone of this circle's present meeting with that number. Raises Stranger when there is none."""
    of_ours = (Meeting.circle == ours, Meeting.ended_at.is_null(), Guest.left_at.is_null())
    guest = Guest.select(Guest, Meeting).join(Meeting).where(Guest.id == number, *of_ours).first()
    insist(guest, refusals.Stranger)
    return guest


def could_be(guest):
    """Whoever bears the name that was typed on a phone that waits: only the table says whether it is one of them."""
    return namesakes(guest.meeting, guest.name) if guest.name else []


def let_in_as(guest, person, *, now):
    """The table recognised this person by the name that was typed: the phone is theirs. Refuses any other person."""
    insist(guest.person_id or person in could_be(guest), refusals.NotOnTheList)
    Guest.update(chosen=person).where(Guest.id == guest.id, Guest.person.is_null()).execute()
    return let_in(guest, now=now)


def put_out(guest, *, now):
    """«Hoort er niet bij»: this phone stops, and any other of the same person. A newcomer of whom nothing was written
    down goes from the circle too, as if the name had been a slip of the pen; whoever was on the map stays there."""
    leave(guest, now=now)
    for other in Guest.select().where(Guest.meeting == guest.meeting, Guest.person == guest.person_id):
        leave(other, now=now)
    if guest.person_id and guest.chosen_id is None:
        meeting.not_there(guest.meeting, guest.person_id, now=now)
        if not something_hangs_on(guest.person_id):
            Person.update(taken_back_at=now).where(Person.id == guest.person_id).execute()


def something_hangs_on(person, *, besides=_CAME_WITH_THE_PHONE):
    """Whether any row points to them besides those of these tables: something was said, promised or asked of them."""
    refs = Person._meta.backrefs.items()
    return any(model.select().where(key == person).exists() for key, model in refs if model not in besides)


def phones_of(evening):
    """The phones that are in, in order of coming: Guests with their person, one a person (one that is connected)."""
    found = {}
    for guest in _phones_in(evening.id) if evening else []:
        if guest.person_id not in found or guest.here:
            found[guest.person_id] = guest
    return list(found.values())


def stayed_to_the_end(number):
    """Whether this phone (its id) was in until its evening ended."""
    was_in = (Guest.person.is_null(False), Guest.left_at.is_null(), Meeting.ended_at.is_null(False))
    return number is not None and Guest.select().join(Meeting).where(Guest.id == number, *was_in).exists()


@prepared
def _phones_in(evening):
    return (
        Guest.select(Guest, *circle.on_the_wall())
        .join(Person, on=(Guest.person == Person.id), attr="person")
        .where(Guest.meeting == evening, Guest.left_at.is_null())
        .order_by(Guest.id)
    )
