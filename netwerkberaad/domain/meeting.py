"""The meeting: its six steps, who is there, what is said, and where we are."""

import peewee

from netwerkberaad.database import Moment, Record, Words
from netwerkberaad.domain.circle import Circle, Person

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


class Meeting(Record):
    """One evening. `question` is where we are (a code such as "2.3"); begun_at None = still to come;
    ended_at None = going on or paused. `day` and `starts` ("19:00") are local to Europe/Amsterdam."""

    circle = peewee.ForeignKeyField(Circle, backref="meetings")
    kind = peewee.CharField(default="network")
    day = peewee.DateField()
    starts = peewee.CharField(default="")
    place = Words(default="")
    question = peewee.CharField(default="1.1")
    begun_at = Moment(null=True)
    paused_at = Moment(null=True)
    ended_at = Moment(null=True)
    version = peewee.IntegerField(default=1)


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
            professional_help_request, helper_of, disagreement …: the record of domain guide §3
    person  who said it (None: the table together); about: whom it is about, if anybody
    number  for a count or a 0-10 rating
    state   said, parked («Bewaar voor later») or taken_back
    """

    circle = peewee.ForeignKeyField(Circle, backref="answers")
    meeting = peewee.ForeignKeyField(Meeting, backref="answers")
    question = peewee.CharField()
    kind = peewee.CharField()
    words = Words(default="")
    number = peewee.IntegerField(null=True)
    person = peewee.ForeignKeyField(Person, null=True, backref="answers")
    about = peewee.ForeignKeyField(Person, null=True, backref="said_about")
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
    """The meeting that is going on, paused or still to come; else the last one that ended; None before any."""
    return (
        Meeting.select()
        .where(Meeting.circle == circle)
        .order_by(Meeting.ended_at.is_null().desc(), Meeting.day.desc(), Meeting.id.desc())
        .first()
    )
