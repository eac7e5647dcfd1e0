"""From the database to the database: a proposal for a whole family, placed, read back as it stands, and taken back."""

import datetime as dt
import random

import pytest

from netwerkberaad.database import one_go
from netwerkberaad.domain import undo, yes
from netwerkberaad.domain.agreeing import plan
from netwerkberaad.domain.circle import draw_person
from netwerkberaad.domain.evening import answers
from netwerkberaad.domain.evening.offers import Offer
from netwerkberaad.domain.proposing import gathering, placing, solving
from netwerkberaad.domain.safety import floors
from netwerkberaad.domain.taking_part import carrying
from netwerkberaad.domain.week import roster, when
from netwerkberaad.domain.week.day_parts import PIECES
from netwerkberaad.domain.week.roster import RegularShift
from tests import cast

MONDAY = dt.date(2026, 10, 12)
A_DAY = dt.timedelta(days=1)
# What is needed, its kind, and what keeps somebody from it who says so.
TASKS = (
    ("Samen koken", "thuis", "koken"),
    ("Even langskomen", "bezoek", "bij Lotte binnenkomen"),
    ("Spelletje doen", "met_kinderen", "alleen met de kinderen"),
    ("Boodschappen brengen", "", "Ik doe liever geen boodschappen."),
)
CARRIED = ("person", "companion")


@one_go()
def draw(seed, now):
    """A family of which the same number says the same: who can, will and does what, and what must always hold."""
    dice = random.Random(seed)
    ours = cast.family(now)
    ours.ilse = draw_person(ours.circle, "Ilse", ring=4, group="Z", part="professional", may_set_floor=True)
    helping = [ours.karim, ours.oma_riet, ours.wendy, ours.hanneke, ours.tjeerd, ours.jesse]
    start = MONDAY + A_DAY * dice.choice((0, 0, 3))
    roles = {role: dice.choice([None, *helping]) for role in ("contact_person", "cancel_with")}
    ours.plan = plan.Plan.create(circle=ours.circle, start=start, weeks=dice.choice((1, 4, 6)), **roles)
    ours.tasks = [roster.need(ours.circle, what, tag=tag, now=now) for what, tag, _ in TASKS]
    ours.kept = {}
    for person in helping:
        say_what_they_can(ours, dice, person, now)
    for _ in range(dice.randint(4, 8)):
        put_in_the_week(ours, dice, helping, now)
    answers.tell_situation(ours.circle, "Lotte is op.", now=now)
    for person in helping:
        if dice.random() < 0.8:
            answers.note_who_knows(answers.situation_of(ours.circle), person, now=now)
    ours.never, ours.alone = set_floors(ours, dice, helping, now)
    return ours


def say_what_they_can(ours, dice, person, now):
    if dice.random() < 0.8:
        Offer.create(circle=ours.circle, person=person, what=dice.choice(("Koken", "Van alles")), said_at=now)
    if dice.random() < 0.15:
        Offer.create(circle=ours.circle, person=person, kind="not_now", said_at=now)
        ours.kept[person.id, "rests"] = True
    if dice.random() < 0.4:
        what, _, words = dice.choice(TASKS)
        carrying.set_boundary(person, words, how="own", now=now)
        ours.kept[person.id, what] = "alone" if "alleen" in words else "always"
    if dice.random() < 0.6:
        most, cannot = dice.choice((0, 1, 2, 3)), dice.sample(PIECES, 3)
        carrying.tell(person, max_per_week=most, cannot=cannot, how="own", now=now)
        ours.kept[person.id, "most"], ours.kept[person.id, "cannot"] = most, cannot


def put_in_the_week(ours, dice, helping, now):
    """A regular shift: open, named or agreed, with or without somebody who goes along or stands in."""
    named = dict(zip(roster.PARTS, dice.sample([*helping, ours.lotte], 3), strict=True))
    named = {part: who for part, who in named.items() if dice.random() < (0.4 if part == "person" else 0.25)}
    repeat = dice.choice(("weekly", "weekly", "fortnightly", "odd", "even", "once"))
    days = "".join(sorted(dice.sample("0123456", 1 if repeat == "once" else dice.choice((1, 2, 3)))))
    first = when.dates(when.When(days), MONDAY, MONDAY + A_DAY * 6)[0] + A_DAY * dice.choice((0, 0, 7))
    shift = RegularShift.create(
        circle=ours.circle,
        task=dice.choice(ours.tasks),
        days=str(first.weekday()) if repeat == "once" else days,
        repeat=repeat,
        first_day=first if repeat in ("once", "fortnightly") else None,
        starts=dice.choice(("09:00", "17:30", "18:00", "23:00")),
        minutes=dice.choice((60, 120, 600)),
        **named,
    )
    for part, who in named.items():
        if dice.random() < 0.6:
            roster.says_yes(shift, part, who, how="own", now=now)
    if "person" not in named and dice.random() < 0.4:  # somebody did this before the table took their name away
        roster.says_yes(shift, "person", dice.choice(helping), how="own", now=now)


def set_floors(ours, dice, helping, now):
    """One of each kind. Returns {(tag, person)} of what is never somebody's, and of what nobody does alone."""
    said = {"set_by": ours.ilse, "organisation": "Jeugdbescherming", "reason": "Noor stond alleen op.", "now": now}
    days = dice.choice(("0123456", "02", "6"))
    visits = {"tag": "bezoek", "days": days, "min_people": dice.choice((1, 2, 3)), "max_share": 50}
    came = floors.set_floor(ours.circle, "coverage", **visits, **said)
    know = floors.set_floor(ours.circle, "min_people", min_people=2, **said)
    trusted = [one.id for one in helping if one.is_adult and dice.random() < 0.7]
    for floor in (came, know):
        for who in trusted:
            floors.say_who_counts(floor, who, by="family", now=now)
        floors.Trusted.update(setter_at=now).where(floors.Trusted.floor == floor).execute()
    never, alone = dice.choice(helping), dice.choice(helping)
    floors.set_floor(ours.circle, "never_task", person=never, tag="thuis", **said)
    floors.set_floor(ours.circle, "companion", person=alone, tag="met_kinderen", **said)
    return {("thuis", never.id)}, {("met_kinderen", alone.id)}


def standing(ours):
    """Every shift as it stands: {its number: all that can be said of it}."""
    rows = RegularShift.select().where(RegularShift.circle == ours.circle, RegularShift.taken_back_at.is_null())
    return {row.id: {name: value for name, value in row.__data__.items() if name != "version"} for row in rows}


def spans(ours):
    """[(shift, part, who, date, begins, ends)] of everything that somebody carries in any week of the plan."""
    first, last = MONDAY, when.monday(ours.plan.end) + A_DAY * 6
    return [
        (shift, part, getattr(shift, f"{part}_id"), day, *when.span(roster.when_of(shift), day))
        for shift in roster.shifts_of(ours.circle)
        for day in when.dates(roster.when_of(shift), first, last)
        for part in CARRIED
        if getattr(shift, f"{part}_id")
    ]


def names(ours):
    """{(task, part, person, date, time)}: where each name stands, whatever shift it is written on."""
    return {(shift.task_id, part, who, day, begins) for shift, part, who, day, begins, _ in spans(ours)}


@pytest.mark.parametrize("seed", range(20))
def test_a_week_that_is_placed_keeps_what_was_agreed_and_only_asks(db, now, seed):
    ours = draw(seed, now)
    was, agreed = standing(ours), promised(ours)
    before = names(ours)
    gathered = gathering.gathered(ours.circle, MONDAY, today=now.date())
    proposal = solving.propose(gathered.question)
    picked = some_of(gathered, proposal, seed)
    if not picked:
        return  # nothing is open, or nobody can
    with one_go():
        placing.place(ours.circle, gathered, proposal, picked, now=now)
    assert promised(ours) == agreed
    assert before <= names(ours)
    new = [one for one in spans(ours) if (one[0].task_id, *one[1:5]) not in before]
    assert new
    for shift, part, who, day, begins, ends in new:
        assert_they_may(ours, shift, part, who, day)
        for other, part_there, somebody, _, starts, stops in spans(ours):
            same = (other.id, part_there, starts) == (shift.id, part, begins)
            assert same or somebody != who or stops <= begins or ends <= starts
    undo.undo(ours.circle, undo.last_deed(ours.circle, "week").id, now=now)
    assert (standing(ours), promised(ours)) == (was, agreed)


def promised(ours):
    """{(task, part, person, date, time)} to which that person said yes, on whatever shift it is written."""
    said, last = yes.said_in(ours.circle), when.monday(ours.plan.end) + A_DAY * 6
    return {
        (shift.task_id, part, getattr(shift, f"{part}_id"), day, shift.starts, shift.minutes)
        for shift in roster.shifts_of(ours.circle)
        for part in roster.PARTS
        if roster.answer_of(shift, part, said)
        for day in when.dates(roster.when_of(shift), MONDAY, last)
    }


def some_of(gathered, proposal, seed):
    """All that is proposed for some of the shifts; every other time for all of them."""
    keys = [placing.key_of(gathered, choice) for choice in proposal.choices]
    shifts = sorted({key.split("-")[0] for key in keys})
    kept = random.Random(seed).sample(shifts, -(-len(shifts) // (1 + seed % 2)))
    return [key for key in keys if key.split("-")[0] in kept]


def assert_they_may(ours, shift, part, who, day):
    """Nothing that this person said, or that was agreed, keeps them from this part on this date."""
    task, person = shift.task, next(one for one in ours.people if one.id == who)
    pieces = pieces_of(shift, day)
    assert not pieces & set(ours.kept.get((who, "cannot"), ()))
    assert (who, "rests") not in ours.kept
    assert (task.tag, who) not in ours.never
    assert person.is_adult or part == "person"
    beside = shift.companion if part == "person" else shift.person
    if (task.tag, who) in ours.alone and part == "person":
        assert beside is not None
        assert beside.is_adult
    kept = ours.kept.get((who, task.what))
    assert kept != "always"
    assert kept != "alone" or beside
    most = ours.kept.get((who, "most"))
    roles = [ours.plan.contact_person_id, ours.plan.cancel_with_id].count(who)
    week = [one for one in spans(ours) if one[2] == who and when.monday(one[3]) == when.monday(day)]
    assert most is None or len(week) + roles <= most


def pieces_of(shift, day):
    """The parts of the week that this date touches, hour by hour."""
    begins = dt.datetime.combine(day, dt.time.fromisoformat(shift.starts))
    quarters = [begins + dt.timedelta(minutes=n) for n in range(0, shift.minutes, 15)]
    return {f"{at.weekday()}{'o' if at.hour < 12 else 'm' if at.hour < 18 else 'a'}" for at in quarters}
