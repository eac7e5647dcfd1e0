"""The roster (De week): what is needed, who does it on which day, and who has said yes to it."""

import datetime as dt
import hashlib
from functools import cache

import peewee

from netwerkberaad.database import Moment, Record, Words, change, prepared, tidy
from netwerkberaad.domain import refusals, yes
from netwerkberaad.domain.circle import Circle, Person, on_the_wall
from netwerkberaad.domain.refusals import insist
from netwerkberaad.domain.week.when import When

MATTER = "regular_shift/"
PARTS = {"person": "doet het", "stand_in": "valt in", "companion": "is erbij"}


class Task(Record):
    """What is needed in an ordinary week. minutes: how long it usually takes.

    tag: what it counts for later (bezoek, met_kinderen …, "" = nothing special); support: letters of P G A E.
    cancel_with: whom to cancel this task with, when that is not the plan's own."""

    circle = peewee.ForeignKeyField(Circle, backref="tasks")
    what = Words()
    tag = peewee.CharField(default="")
    support = peewee.CharField(default="P")
    minutes = peewee.IntegerField(default=60)
    cancel_with = peewee.ForeignKeyField(Person, null=True, backref="cancelled_with_tasks")
    question = peewee.CharField(default="4.1")
    named_at = Moment()
    taken_back_at = Moment(null=True)
    version = peewee.IntegerField(default=1)


class RegularShift(Record):
    """A vaste beurt: a task at a repeating time with a person, a stand-in and a companion; one yes for all dates.

    days      weekdays as digits, Monday = 0: "0" … "0123456"; "" while no day is named
    repeat    weekly, fortnightly (every 14 days from first_day), odd or even (ISO weeks), once (on first_day)
    first_day local date from which it counts (None: from the start of the plan)
    last_day  local date after which it goes on as another one: something changed while the plan ran (None: to its end)
    follows   the number of the shift that it goes on from, the first of the line
    starts    local time "17:30" in Europe/Amsterdam, "" while no time is named
    minutes   length; past midnight it ends the next day, at most 12 hours
    by_program  the program proposed this person, and nobody answered or changed anything of it yet
    """

    circle = peewee.ForeignKeyField(Circle, backref="regular_shifts")
    task = peewee.ForeignKeyField(Task, backref="regular_shifts")
    person = peewee.ForeignKeyField(Person, null=True, backref="regular_shifts")
    stand_in = peewee.ForeignKeyField(Person, null=True, backref="stands_in")
    companion = peewee.ForeignKeyField(Person, null=True, backref="accompanies")
    days = peewee.CharField(default="")
    repeat = peewee.CharField(default="weekly")
    first_day = peewee.DateField(null=True)
    last_day = peewee.DateField(null=True)
    follows = peewee.IntegerField(null=True)
    starts = peewee.CharField(default="")
    minutes = peewee.IntegerField(default=60)
    still_open = peewee.BooleanField(default=False)
    by_program = peewee.BooleanField(default=False)
    taken_back_at = Moment(null=True)
    version = peewee.IntegerField(default=1)

    @property
    def line(self):
        """The number under which this shift and all that goes on from it belong together: what was told of a date of
        one of them was told of that date."""
        return self.follows or self.id


def when_of(shift):
    """The plain value that says when this shift falls."""
    return When(shift.days, shift.repeat, shift.first_day, shift.starts, shift.minutes, shift.last_day)


def promise_of(shift):
    """What a yes to this shift covers: this task, in these words, at exactly these times.

    Put back as it was, the promise is the same again and the yes stands again."""
    words = hashlib.sha256(" ".join(shift.task.what.casefold().split()).encode()).hexdigest()[:12]
    days = "".join(sorted(shift.days))
    return f"{shift.task_id}/{words} {days} {shift.starts} {shift.minutes} {shift.repeat} {shift.first_day or '-'}"


def on_one_date(promise):
    """What a promise (promise_of) says of one date on which it falls: which task, in these words, and when it begins.
    How long it takes, and on which other dates it falls, says nothing of whether somebody can come then."""
    task, *times = promise.rsplit(" ", 5)
    return task, times[1:2]


def when_promised(promise):
    """When that falls to which a yes was said (promise_of)."""
    _, days, starts, minutes, repeat, first = promise.split(" ")
    return When(days, repeat, None if first == "-" else dt.date.fromisoformat(first), starts, int(minutes))


def matter_of(shift, part):
    """The name under which a yes to this part (person, stand_in, companion) of a shift is kept."""
    return f"{MATTER}{shift.id}/{part}"


def answer_of(shift, part, said):
    """How the one now named for this part said yes to exactly this (spoken, own, signed), or None.

    `said` is yes.said_in(circle)."""
    named = getattr(shift, f"{part}_id")
    return named and said.get((named, matter_of(shift, part), promise_of(shift)))


def state_of(shift, said):
    """open (nobody is named), proposed (their own yes is still to come) or accepted. R1."""
    if shift.person_id is None:
        return "open"
    return "accepted" if answer_of(shift, "person", said) else "proposed"


def need(circle, what, *, question="4.1", minutes=60, support="P", tag="", now):
    """Something is needed in an ordinary week. Refuses when it has no words."""
    what = tidy(what or "")
    insist(what, refusals.NothingNeeded)
    return Task.create(
        circle=circle, what=what, question=question, minutes=minutes, support=support, tag=tag, named_at=now
    )


def tasks_of(circle):
    """Everything that is needed, in the order in which it was named."""
    return _tasks_in(circle)


@prepared
def _tasks_in(circle):
    return Task.select().where(Task.circle == circle, Task.taken_back_at.is_null()).order_by(Task.id)


def shifts_of(circle):
    """The regular shifts that stand or stood, with their task and people already read, in the order of the week."""
    return _shifts_in(circle)


def going_on(shifts):
    """Those of these that go on until the plan ends: not what was changed since, or taken out of the week."""
    return [shift for shift in shifts if shift.last_day is None]


def still_to_come(shifts, today):
    """Those of these that did not end before this local date."""
    return [shift for shift in shifts if shift.last_day is None or shift.last_day >= today]


@prepared
def _shifts_in(circle):
    return _standing().where(RegularShift.circle == circle)


def task_in(circle, task_id):
    """The task of this circle with that number. Raises Stranger when there is none."""
    found = _task_in(circle, task_id)
    insist(found, refusals.Stranger)
    return found[0]


@prepared
def _task_in(circle, task):
    return Task.select().where(Task.id == task, Task.circle == circle, Task.taken_back_at.is_null())


def shift_in(circle, shift_id):
    """The regular shift of this circle with that number. Raises Stranger when there is none."""
    found = _shift_in(circle, shift_id)
    insist(found, refusals.Stranger)
    return found[0]


@prepared
def _shift_in(circle, shift):
    return _standing().where(RegularShift.circle == circle, RegularShift.id == shift)


def seen_by(person):
    """The shifts this person may see: the whole circle's, or only what they carry themselves (own_tasks_only).

    Whoever sees only their own tasks also gets no names of others on them: the parts they do not carry are None."""
    if person.visibility != "own_tasks_only":
        return shifts_of(person.circle_id)
    carried = (RegularShift.person == person) | (RegularShift.companion == person) | (RegularShift.stand_in == person)
    own = list(_standing().where(RegularShift.circle == person.circle_id, carried))
    for shift in own:
        for part in PARTS:
            if getattr(shift, f"{part}_id") != person.id:
                setattr(shift, part, None)
    return own


def says_yes(shift, part, person, *, how, now):
    """This person says yes to their part of this shift, exactly as it stands now."""
    yes.say_yes(shift.circle_id, person, matter_of(shift, part), promise_of(shift), how=how, now=now)
    if shift.by_program:  # it is theirs now: no undo of what the program placed, and no other proposal, takes it away
        change(shift, by_program=False)


def says_no(shift, part, person, *, now):
    """This person would rather do something else than their part of this shift, exactly as it stands now."""
    yes.say_no(shift.circle_id, person, matter_of(shift, part), promise_of(shift), now=now)


def declined(shift, part, said_no):
    """The ids of who said «Liever anders» to exactly this. said_no: yes.declined_in(circle)."""
    asked = matter_of(shift, part), promise_of(shift)
    return {person for person, *what in said_no if tuple(what) == asked}


@cache
def _standing():
    """Written once: three people under other names cost more than the question itself."""
    person, stand_in, companion = Person.alias(), Person.alias(), Person.alias()
    return (
        RegularShift.select(RegularShift, Task, *on_the_wall(person), *on_the_wall(stand_in), *on_the_wall(companion))
        .join_from(RegularShift, Task)
        .join_from(RegularShift, person, peewee.JOIN.LEFT_OUTER, on=(RegularShift.person == person.id), attr="person")
        .join_from(
            RegularShift, stand_in, peewee.JOIN.LEFT_OUTER, on=(RegularShift.stand_in == stand_in.id), attr="stand_in"
        )
        .join_from(
            RegularShift,
            companion,
            peewee.JOIN.LEFT_OUTER,
            on=(RegularShift.companion == companion.id),
            attr="companion",
        )
        # What stood before its task was put away stays to be seen.
        .where(RegularShift.taken_back_at.is_null())
        .where(Task.taken_back_at.is_null() | RegularShift.last_day.is_null(False))
        .order_by(RegularShift.days, RegularShift.starts, RegularShift.id)
    )
