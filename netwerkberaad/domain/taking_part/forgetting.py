"""Forgetting guests: a day after the evening their phone is gone, and their words too unless they said otherwise."""

import datetime as dt

from netwerkberaad.database import one_go
from netwerkberaad.domain import undo
from netwerkberaad.domain.after.consent import Consent
from netwerkberaad.domain.circle import Person
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.evening.meeting import Answer, Attendance, Knows, Meeting
from netwerkberaad.domain.evening.offers import Offer
from netwerkberaad.domain.taking_part.arrivals import something_hangs_on
from netwerkberaad.domain.taking_part.carrying import Boundary, Carrying
from netwerkberaad.domain.taking_part.joining import Guest

KEPT = dt.timedelta(hours=24)
KEEP_MY_WORDS = "c5"
# What a guest leaves behind by being there and speaking; anything else is a promise, a link or a signature.
_OF_THE_EVENING = (Guest, Attendance, Consent, Meeting, Answer, Offer, Boundary, Carrying, Knows)


def forget_guests(*, now):
    """Lets go of the guests of every evening that ended more than a day ago (gast, 24 uur). Doing it twice is once.

    Their phones are forgotten. So are the words of whoever stayed a guest: no name on the map, no «Bewaar wat ik
    schrijf» (c5), and nothing that the others count on: no shift, no part in the plan, no link and no signature.
    That they were there stays, and so does a number without a name."""
    with one_go():
        for person in _only_guests(now):
            if not something_hangs_on(person, besides=_OF_THE_EVENING):
                _forget_words_of(person, now)
        over = Meeting.select(Meeting.id).where(Meeting.ended_at <= now - KEPT)
        Guest.delete().where(Guest.meeting.in_(over)).execute()


def _only_guests(now):
    """Whoever never became more than a guest, did not say c5, and is at no evening that is still fresh."""
    fresh = Meeting.select(Meeting.id).where(Meeting.ended_at.is_null() | (Meeting.ended_at > now - KEPT))
    there = Attendance.select(Attendance.person).where(Attendance.meeting.in_(fresh))
    with_a_phone = Guest.select(Guest.person).where(Guest.meeting.in_(fresh), Guest.person.is_null(False))
    kept = Consent.select(Consent.person).where(Consent.code == KEEP_MY_WORDS, Consent.withdrawn_at.is_null())
    elsewhere = [Person.id.not_in(these) for these in (there, with_a_phone, kept)]
    return list(Person.select().where(Person.status == "guest", *elsewhere))


def _forget_words_of(person, now):
    said = (Answer.person == person) & (Answer.kind != "scale_rating")
    offered = Offer.person == person
    for record, theirs in ((Answer, said), (Offer, offered)):
        undo.Deed.delete().where(
            undo.Deed.table == record.__name__, undo.Deed.row.in_(record.select(record.id).where(theirs))
        ).execute()
    Answer.update(words="", about=None, state="taken_back", version=Answer.version + 1).where(
        said, (Answer.words != "") | Answer.about.is_null(False)
    ).execute()
    Offer.update(what="", taken_back_at=now, version=Offer.version + 1).where(offered, Offer.what != "").execute()
    Knows.update(question="").where(Knows.person == person, Knows.question != "").execute()
    Boundary.delete().where(Boundary.person == person).execute()
    Carrying.delete().where(Carrying.person == person).execute()


def _forget_the_last_ones(evening, *, now):
    forget_guests(now=now)


meeting.at_its_start.append(_forget_the_last_ones)
