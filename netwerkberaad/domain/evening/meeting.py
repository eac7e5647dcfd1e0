"""The meeting: its six steps, who is there, what is said, and where we are."""

import peewee

from netwerkberaad.database import Moment, Record, Words, change, prepared, tidy
from netwerkberaad.domain import changes, refusals
from netwerkberaad.domain.circle import Circle, Person
from netwerkberaad.domain.evening.questions import NEVER_WAITING
from netwerkberaad.domain.refusals import insist
from netwerkberaad.domain.week import when

STEPS = {
    1: "Welkom",
    2: "Onze kring",
    3: "Hoe gaat het",
    4: "Wie kan wat",
    5: "De week",
    6: "Afspraken",
}
KINDS = {
    "first_talk": "eerste gesprek",
    "network": "netwerkberaad",
    "review": "terugkijken",
    "extra": "nieuwe poging",
}
BESIDE = " / "
# Called in the same transaction with a meeting that begins or goes on (and the moment), and with one that ends: later
# things prepare for this evening, and let go of what they kept for it only.
at_its_start = []
at_its_end = []
# Called with the meeting and the moment when somebody went home or a phone stopped: nobody need wait for them any more.
when_somebody_left = []


class Meeting(Record):
    """One evening. `question` is where we are (a code such as "2.3"); begun_at None = still to come;
    ended_at None = going on or paused. `day` and `starts` ("19:00") are local to Europe/Amsterdam.

    code, code_made_at          what is typed or scanned to join with a phone
    pen                         who holds the pen (schrijver): controls the shared screen from their own phone
    private_since               the family talks alone since then (besloten tijd), None: it does not
    numbers_shown_at            the wait for everybody's number (3.3) is over since then
    """

    circle = peewee.ForeignKeyField(Circle, backref="meetings")
    kind = peewee.CharField(default="network")
    day = peewee.DateField()
    starts = peewee.CharField(default="")
    place = Words(default="")
    question = peewee.CharField(default="1.1")
    begun_at = Moment(null=True)
    paused_at = Moment(null=True)
    ended_at = Moment(null=True)
    code = peewee.CharField(default="", index=True)
    code_made_at = Moment(null=True)
    pen = peewee.ForeignKeyField(Person, null=True, backref="holds_pen")
    private_since = Moment(null=True)
    numbers_shown_at = Moment(null=True)
    version = peewee.IntegerField(default=1)

    @property
    def state(self):
        """planned, going_on, paused or ended."""
        if self.ended_at:
            return "ended"
        return "planned" if not self.begun_at else "paused" if self.paused_at else "going_on"


class Attendance(Record):
    """Somebody is there: in the room or on the telephone. `left_at`: went home early."""

    meeting = peewee.ForeignKeyField(Meeting, backref="attendances")
    person = peewee.ForeignKeyField(Person, backref="attendances")
    how = peewee.CharField(default="room")
    came_at = Moment()
    left_at = Moment(null=True)

    class Meta:
        indexes = ((("meeting", "person"), True),)


class Answer(Record):
    """What somebody said to a question.

    kind    ground_rule, strength, wish, concern, scale_rating, next_step, idea, neighbour_count,
            professional_help_request, helper_of, disagreement …: what an answer to that question becomes
    person  who said it (None: the table together); about: whom it is about, if anybody
    number  for a count or a 0-10 rating; shown_number: what of a rating stands in the picture that the room sees
    disputed  «Niet iedereen ziet dit zo»: the disagreement is kept
    state   said, parked («Bewaar voor later») or taken_back
    """

    circle = peewee.ForeignKeyField(Circle, backref="answers")
    meeting = peewee.ForeignKeyField(Meeting, backref="answers")
    question = peewee.CharField()
    kind = peewee.CharField()
    words = Words(default="")
    number = peewee.IntegerField(null=True)
    shown_number = peewee.IntegerField(null=True)
    person = peewee.ForeignKeyField(Person, null=True, backref="answers")
    about = peewee.ForeignKeyField(Person, null=True, backref="said_about")
    disputed = peewee.BooleanField(default=False)
    state = peewee.CharField(default="said")
    said_at = Moment()
    version = peewee.IntegerField(default=1)


class Situation(Record):
    """What is going on, in the family's own words: a versioned text. Approved by the family («Klopt») or
    `not_written` («Liever niet opschrijven»)."""

    circle = peewee.ForeignKeyField(Circle, backref="situations")
    number = peewee.IntegerField()
    words = Words(default="")
    not_written = peewee.BooleanField(default=False)
    approved_at = Moment(null=True)
    said_at = Moment()

    class Meta:
        indexes = ((("circle", "number"), True),)


class Knows(Record):
    """Somebody at the table knows exactly what is going on (3.7), of that version of the situation."""

    person = peewee.ForeignKeyField(Person, backref="knows")
    situation = peewee.ForeignKeyField(Situation, backref="known_by")
    question = Words(default="")
    at = Moment()

    class Meta:
        indexes = ((("person", "situation"), True),)


class Draft(Record):
    """What was typed and not sent yet, so that an evening can go on elsewhere. `place` names the form."""

    circle = peewee.ForeignKeyField(Circle, backref="drafts")
    place = peewee.CharField()
    words = Words()
    at = Moment()

    class Meta:
        indexes = ((("circle", "place"), True),)


def present_meeting(circle):
    """The meeting that is going on, paused or still to come; else the last that ended; None before any."""
    return next(iter(_meetings_of(circle)), None)


@prepared
def _meetings_of(circle):
    newest = (Meeting.ended_at.is_null().desc(), Meeting.day.desc(), Meeting.id.desc())
    return Meeting.select().where(Meeting.circle == circle).order_by(*newest).limit(1)


def plan_meeting(circle, *, kind="network", day, starts="", place=""):
    """The next meeting stands on a day (local date). One that has not begun yet is moved instead.

    Refuses while another one is going on or paused, and a time that the clock skips that night."""
    insist(kind in KINDS, refusals.NoKind)
    insist(day, refusals.NoMeetingDay)
    insist(not starts or when.exists(day, starts), refusals.ClockSkipsThis)
    what = {"kind": kind, "day": day, "starts": starts or "", "place": tidy(place or "")}
    present = present_meeting(circle)
    if present is None or present.state == "ended":
        return Meeting.create(circle=circle, **what)
    insist(present.state == "planned", refusals.StillGoingOn)
    return change(present, **what)


def begin(meeting, *, now):
    """The evening begins. Beginning twice is beginning once."""
    return meeting if meeting.begun_at else _started(change(meeting, begun_at=now), now)


def begin_now(circle, *, today, now):
    """The evening begins without having been planned, or as it was planned."""
    meeting = present_meeting(circle)
    insist(meeting is None or meeting.state != "ended", refusals.NotYoursToArrange)
    return begin(meeting or plan_meeting(circle, day=today), now=now)


def going_on(circle, *, now):
    """The meeting in which something is said now; whoever speaks during a pause has ended the pause.

    Refuses when none has begun, or it has ended."""
    meeting = present_meeting(circle)
    insist(meeting and meeting.state in ("going_on", "paused"), refusals.NotYoursToArrange)
    return resume(meeting, now=now)


def pause(meeting, *, now):
    """«We gaan later verder»: the same question waits."""
    insist(meeting.state in ("going_on", "paused"), refusals.NotYoursToArrange)
    return meeting if meeting.paused_at else change(meeting, paused_at=now)


def resume(meeting, *, now):
    """The evening goes on where it was."""
    return _started(change(meeting, paused_at=None), now) if meeting.paused_at else meeting


def _started(meeting, now):
    for prepare in at_its_start:
        prepare(meeting, now=now)
    return Meeting.get_by_id(meeting.id)


def end(meeting, *, now):
    """The evening is over. Whoever was not marked as gone stays on the list of who was there; what was kept for the
    evening only goes."""
    for forget in at_its_end:
        forget(meeting)
    return meeting if meeting.ended_at else change(meeting, ended_at=now, paused_at=None)


def stand_at(meeting, code):
    """From now on this is the question we are at."""
    Meeting.update(question=code).where(Meeting.id == meeting.id).execute()


def attend(meeting, person, *, how="room", now):
    """Somebody is there, in the room or on the telephone; also whoever comes late or comes back."""
    insist(how in ("room", "phone"), refusals.NoWayOfBeingThere)
    Attendance.insert(meeting=meeting, person=person, how=how, came_at=now).on_conflict(
        conflict_target=[Attendance.meeting, Attendance.person],
        update={Attendance.how: how, Attendance.left_at: None},
    ).execute()


def not_there(meeting, person, *, now):
    """It was a mistake: this person is not (yet) there, and nobody waits for them."""
    Attendance.delete().where(Attendance.meeting == meeting, Attendance.person == person).execute()
    for look_again in when_somebody_left:
        look_again(meeting, now=now)


def leave(meeting, person, *, now):
    """Somebody goes home early; what they said and promised stays."""
    Attendance.update(left_at=now).where(Attendance.meeting == meeting, Attendance.person == person).execute()
    for look_again in when_somebody_left:
        look_again(meeting, now=now)


def attendance_of(meeting):
    """Who is or was there: {person id: Attendance}."""
    return {row.person_id: row for row in Attendance.select().where(Attendance.meeting == meeting)} if meeting else {}


def at_the_table(meeting):
    """The people who are there now, in the room or on the telephone, in order of joining. None: nobody."""
    if meeting is None:
        return []
    return list(changes.alike(meeting.circle_id, ("at the table", meeting.id), lambda: _there_at(meeting.id)))


@prepared
def _there_at(meeting):
    there = (
        Attendance.select(peewee.fn.COALESCE(Person.merged_into, Person.id))
        .join(Person)
        .where(Attendance.meeting == meeting, Attendance.left_at.is_null())
    )
    return Person.select().where(Person.id.in_(there), Person.taken_back_at.is_null()).order_by(Person.joined)


def keep_draft(circle, place, words, *, seen=None, now):
    """What was typed and not sent waits at its place. Nothing typed leaves nothing waiting; some words never wait.

    seen: what the window where it was typed knew to wait there. What another window left there since then stays beside
    it, until somebody who reads both chooses. None: these words take the place of all that waits."""
    words = tidy(words or "")
    if seen is not None:
        known = (*tidy(seen).split(BESIDE), words)
        others = [each for each in draft_of(circle, place).split(BESIDE) if each not in known]
        words = BESIDE.join(filter(None, (*others, words)))
    if not words or place in NEVER_WAITING:
        return forget_draft(circle, place)
    Draft.insert(circle=circle, place=place, words=words, at=now).on_conflict(
        conflict_target=[Draft.circle, Draft.place], update={Draft.words: words, Draft.at: now}
    ).execute()
    return None


def draft_of(circle, place):
    """The words that wait at this place, "" when none do, or none may."""
    if place in NEVER_WAITING:
        return ""
    return Draft.select(Draft.words).where(Draft.circle == circle, Draft.place == place).scalar() or ""


def forget_draft(circle, place):
    Draft.delete().where(Draft.circle == circle, Draft.place == place).execute()
