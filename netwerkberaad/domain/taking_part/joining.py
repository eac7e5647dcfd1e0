"""Joining with one's own phone: a code for one evening, a name, and one tap for whoever is on the map already."""

import datetime as dt
import hashlib
import secrets

import peewee

from netwerkberaad.database import Moment, Record, Words, prepared, tidy
from netwerkberaad.domain import circle, refusals
from netwerkberaad.domain.after import consent
from netwerkberaad.domain.circle import Circle, Person
from netwerkberaad.domain.discovering import hearing
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.evening.meeting import Meeting
from netwerkberaad.domain.refusals import insist

# No vowels (never a word) and nothing that looks or sounds like another: 85 million codes.
LETTERS, CODE_LENGTH = "CDFGHJKMNPRTVWXY34679", 6
LASTS = dt.timedelta(hours=16)
AT_ONCE, WITHIN = 150, dt.timedelta(minutes=10)
WAITS = dt.timedelta(minutes=5)
ASKED_HERE = ("c1", "c5")
NEWCOMERS = "1.1"
_FORGOTTEN = {"name": "", "relation": "", "consents": ""}


class Guest(Record):
    """A phone at the table (gast), for this evening only.

    person     whom it belongs to, None while nobody confirmed that yet
    chosen     the name on the map that they say is theirs; waits for one tap
    name, relation, works   what a newcomer typed (works: there for their work), only while they wait to be let in
    consents   codes given when joining ("c1 c5"), until they stand with the person
    ticket     fingerprint of the form they sent: the same form sent twice is one phone
    refused_at somebody at the table said: this is somebody else; the phone may ask again
    here       the phone is connected now; seen_at: when it last said so (UTC)
    """

    meeting = peewee.ForeignKeyField(Meeting, backref="guests")
    person = peewee.ForeignKeyField(Person, null=True, backref="phones")
    chosen = peewee.ForeignKeyField(Person, null=True, backref="chosen_by")
    name = Words(default="")
    relation = Words(default="")
    works = peewee.BooleanField(default=False)
    consents = peewee.CharField(default="")
    ticket = peewee.CharField(default="")
    joined_at = Moment()
    confirmed_at = Moment(null=True)
    refused_at = Moment(null=True)
    left_at = Moment(null=True)
    here = peewee.BooleanField(default=True)
    seen_at = Moment()


def code_of(evening, *, now):
    """What is typed or scanned to join this evening ("KPR4TW"); "" when there is no evening, it has ended, or its code
    is older than sixteen hours."""
    stands = evening and evening.code and evening.ended_at is None and now - evening.code_made_at <= LASTS
    return evening.code if stands else ""


def give_code(evening, *, now):
    """The code with which phones join this evening: the one that stands, or a new one. Returns it, "" after the end.

    Every evening that begins or goes on gets one."""
    if evening is None or evening.ended_at:
        return ""
    return code_of(evening, now=now) or new_code(evening, now=now)


meeting.at_its_start.append(give_code)


def new_code(evening, *, now):
    """Another code, when somebody saw the old one who should not have: that one is dead at once. Whoever is in, stays.

    Two screens that ask for one at the same moment get the same."""
    insist(evening and evening.ended_at is None, refusals.NotYoursToArrange)
    fresh = _another_code(now)
    mine = Meeting.update(code=fresh, code_made_at=now).where(Meeting.id == evening.id, Meeting.code == evening.code)
    kept = (fresh, now) if mine.execute() else _code_kept(evening)
    evening.code, evening.code_made_at = kept
    return evening.code


def meeting_with(typed, *, now):
    """The meeting that is planned or going on and has this code, typed in any case and with any spaces; None when
    there is none, it has ended, or the code is older than sixteen hours."""
    code = read_code(typed)
    found = _meetings_with(code) if len(code) == CODE_LENGTH else []
    return next((evening for evening in found if now - evening.code_made_at <= LASTS), None)


def read_code(typed):
    """A code as somebody typed it: «kpr 4tw» is "KPR4TW"."""
    return "".join(c for c in tidy(typed or "").upper() if c.isalnum())


def said_code(code):
    """A code as it is shown and read aloud: «KPR 4TW»."""
    return f"{code[:3]} {code[3:]}".strip()


def names_to_choose(evening):
    """The people on the map who may say «dat ben ik», in order of joining; not who was only suggested. None while the
    family talks alone: whoever has the code could read whom they name (R2). Latecomers then type their own name."""
    people = [] if evening.private_since else circle.people_of(evening.circle_id)
    return [person for person in people if person.status not in ("suggested", "guest")]


def may_join_now(evening, *, now):
    """False while very many phones come in with this one code at once. Counted per code: sixty phones in one hall
    share one address, and where somebody keeps sending phones in a new code lets the others in."""
    since = max(filter(None, (now - WITHIN, evening.code_made_at)))
    joined = Guest.select().where(Guest.meeting == evening, Guest.joined_at >= since)
    return joined.count() < AT_ONCE


def join(evening, *, name="", relation="", works=False, chosen="", apart=False, consents=(), ticket="", now):
    """A phone comes in, as a newcomer or as somebody on the map (`chosen`, their number). Returns the Guest.

    Whoever chose a name waits until the table says that it is them. A newcomer is in at once, but in private time
    everybody waits. `apart`: they bear the name of somebody here and are another. Refuses too many at once, no name,
    a name that is not there to choose, and asks IsThisYou when the typed name looks like one on the map; not while the
    family talks alone: the question would tell whom they named (the table answers it, arrivals.could_be)."""
    insist(evening.ended_at is None, refusals.CodeUnknown)
    insist(may_join_now(evening, now=now), refusals.ManyAtOnce)
    if chosen:
        return _knock(evening, chosen=_on_the_list(evening, chosen), consents=consents, ticket=ticket, now=now)
    name = " ".join(tidy(name or "").split())
    insist(any(c.isalpha() for c in name), refusals.WhatIsYourName)
    insist(len(name) <= circle.LONGEST_NAME, refusals.NameTooLong)
    insist(apart or evening.private_since or not namesakes(evening, name), refusals.IsThisYou)
    said = {"name": name, "relation": " ".join(tidy(relation or "").split()), "works": bool(works)}
    guest = _knock(evening, **said, consents=consents, ticket=ticket, now=now)
    return guest if evening.private_since else let_in(guest, now=now)


def join_as(person, evening, *, ticket="", now):
    """A member who opened their own link comes to the table as themselves; in private time they wait too."""
    insist(evening and evening.state == "going_on", refusals.NotYoursToArrange)
    insist(may_join_now(evening, now=now), refusals.ManyAtOnce)
    guest = _knock(evening, chosen=person, ticket=ticket, now=now)
    return guest if evening.private_since else let_in(guest, now=now)


def joined_with(evening, ticket):
    """The phone that came in with this very form, for whoever tapped twice."""
    return Guest.get_or_none(Guest.meeting == evening, Guest.ticket == _stub(ticket)) if ticket else None


def namesakes(evening, name):
    """Whoever is here by that name, wholly or by the name they are called: «Riet» may be Oma Riet."""
    heard = hearing.hear(name).name
    here = [person for person in circle.people_of(evening.circle_id) if person.status != "suggested"]
    return [person for person in here if hearing.sounds_like(person.name, heard)]


def waiting(ours, *, now):
    """Who stands at the door of this circle's meeting, in order of coming: Guests with their meeting, and `chosen`
    with what the room may see of them. `phones_in` counts the phones that are in as that person already.

    Whoever locked their phone still waits; of one that did not come back for five minutes nobody is asked."""
    outside = _at_the_door(getattr(ours, "id", ours))
    return [guest for guest in outside if guest.here or now - guest.seen_at < WAITS]


def let_in(guest, *, now):
    """One tap at the table: this phone is theirs, and they are there. Tapping twice is tapping once."""
    guest = Guest.get_by_id(guest.id)
    if guest.person_id:
        return guest
    insist(guest.left_at is None and guest.refused_at is None, refusals.NobodyAtTheDoor)
    evening = guest.meeting
    insist(evening.ended_at is None, refusals.NotYoursToArrange)
    person = guest.chosen or _newcomer(evening, guest)
    sat = meeting.attendance_of(evening).get(person.id)
    meeting.attend(evening, person, how=sat.how if sat else "room", now=now)
    consent.choose(person, consent.given_by(person) | set(guest.consents.split()), how="own", now=now)
    settled = {"person": person, "confirmed_at": now, **_FORGOTTEN}
    Guest.update(settled).where(Guest.id == guest.id).execute()
    return Guest.get_by_id(guest.id)


def refuse(guest, *, now):
    """«Nee, dat is iemand anders»: nothing they typed stays, and the phone may ask again with its own name."""
    Guest.update(chosen=None, refused_at=now, **_FORGOTTEN).where(
        Guest.id == guest.id, Guest.person.is_null()
    ).execute()


def leave(guest, *, now):
    """This phone stops; whoever it belongs to is still at the table."""
    Guest.update(left_at=now, here=False, **_FORGOTTEN).where(Guest.id == guest.id, Guest.left_at.is_null()).execute()
    for look_again in meeting.when_somebody_left:
        look_again(guest.meeting, now=now)


def go_home(guest, *, now):
    """«Ik ga naar huis»: the phone stops and its owner is no longer at the table. What they said stays."""
    leave(guest, now=now)
    if guest.person_id:
        meeting.leave(guest.meeting, guest.person_id, now=now)


def _forget(evening):
    """The evening ends: nothing stays of what somebody typed who was not let in."""
    Guest.update(_FORGOTTEN).where(Guest.meeting == evening, Guest.person.is_null()).execute()


meeting.at_its_end.append(_forget)


def guest_with(number):
    """The guest with that number with their meeting, circle and person; None when the evening is over or they left.
    Whoever was refused is still a guest of whom nobody knows who it is."""
    return next(iter(_guests(number)), None) if number else None


def _another_code(now):
    """Drawn until nobody has it."""
    return next(code for code in iter(_any_code, None) if meeting_with(code, now=now) is None)


def _any_code():
    return "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))


def _code_kept(evening):
    return Meeting.select(Meeting.code, Meeting.code_made_at).where(Meeting.id == evening.id).tuples().get()


def _knock(evening, *, consents=(), ticket="", now, **said):
    given = " ".join(code for code in ASKED_HERE if code in (consents or ()))
    when = {"joined_at": now, "seen_at": now}
    return Guest.create(meeting=evening, consents=given, ticket=_stub(ticket), **when, **said)


def _stub(ticket):
    return hashlib.sha256(ticket.encode()).hexdigest() if ticket else ""


def _on_the_list(evening, number):
    known = {str(person.id): person for person in circle.people_of(evening.circle_id) if person.status != "suggested"}
    insist(str(number) in known, refusals.NotOnTheList)
    return known[str(number)]


def _newcomer(evening, guest):
    """A newcomer stands in the circle; on the map only once they said that their name may (c1)."""
    heard = hearing.hear(guest.name)
    relation = guest.relation or heard.relation
    group = hearing.group_of(relation) or heard.group or "F"
    at_work = {"ring": circle.PROFESSIONALS_RING, "group": circle.PROFESSIONALS_GROUP, "job": relation}
    stands = at_work if guest.works else {"group": group}
    return circle.draw_person(
        evening.circle,
        heard.name,
        relation=relation,
        status="guest",
        named_in=NEWCOMERS,
        told_apart=True,
        **stands,
    )


@prepared
def _meetings_with(code):
    standing = (Meeting.ended_at.is_null(), Meeting.code_made_at.is_null(False))
    return Meeting.select(Meeting, Circle).join(Circle).where(Meeting.code == code, *standing)


@prepared
def _guests(number):
    return (
        Guest.select(Guest, Meeting, Circle, Person)
        .join_from(Guest, Meeting)
        .join_from(Meeting, Circle)
        .join_from(Guest, Person, peewee.JOIN.LEFT_OUTER, on=(Guest.person == Person.id), attr="person")
        .where(Guest.id == number, Meeting.ended_at.is_null(), Guest.left_at.is_null())
    )


@prepared
def _at_the_door(ours):
    mine = Guest.alias()
    theirs = mine.select(peewee.fn.COUNT(mine.id)).where(
        mine.meeting == Guest.meeting, mine.person == Guest.chosen, mine.left_at.is_null()
    )
    outside = (Guest.person.is_null(), Guest.refused_at.is_null(), Guest.left_at.is_null())
    return (
        Guest.select(Guest, Meeting, *circle.on_the_wall(), theirs.alias("phones_in"))
        .join_from(Guest, Meeting)
        .join_from(Guest, Person, peewee.JOIN.LEFT_OUTER, on=(Guest.chosen == Person.id), attr="chosen")
        .where(Meeting.circle == ours, Meeting.ended_at.is_null(), *outside)
        .order_by(Guest.id)
    )
