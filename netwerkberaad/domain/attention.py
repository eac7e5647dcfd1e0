"""What a family's row on the desk says: what asks something of the facilitator now, and never more than is shared."""

import datetime as dt
from dataclasses import dataclass, field

from netwerkberaad.domain import sharing
from netwerkberaad.domain.agreeing.plan import Plan
from netwerkberaad.domain.agreeing.signing import Closing, PlanVersion
from netwerkberaad.domain.before import preparation
from netwerkberaad.domain.circle import Circle, Person
from netwerkberaad.domain.evening.meeting import Meeting
from netwerkberaad.domain.taking_part import private_time
from netwerkberaad.domain.week import when
from netwerkberaad.domain.week.roster import RegularShift, Task, when_of

ASKS, RUNS, PREPARES, ON_THEIR_OWN = "asks", "runs", "prepares", "on_their_own"
GROUPS = {ASKS: "Vraagt iets van jou", RUNS: "Loopt", PREPARES: "Voorbereiden", ON_THEIR_OWN: "Zelf verder"}
SOON = dt.timedelta(days=7)


@dataclass(frozen=True)
class Known:
    """What may be known about one family: dates always; people and open moments only while it lets us look.

    alone: the family talks alone now, and names may come that are not for us (R2): nobody looks then.
    open_moments: (weekday digit, "17:30") of regular shifts without anybody."""

    evening: Meeting | None = None
    plan: Plan | None = None
    signed: bool = False
    looks: bool = False
    alone: bool = False
    open_moments: tuple = ()
    held_back: tuple = ()


@dataclass(frozen=True)
class Row:
    """One family on the desk: its group (GROUPS), what it says in order (a matter and its values, for the template to
    put into words), which week of the plan it is, and the faces we may show."""

    circle: Circle
    group: str
    says: list
    week: tuple | None = None
    people: list = field(default_factory=list)
    known: Known = Known()


def rows_of(facilitator, *, today):
    """Every family this facilitator stands beside, as Rows, by group. As many questions to the database for thirty
    families as for one."""
    circles = list(Circle.select().where(Circle.facilitator == facilitator).order_by(Circle.begun_at.desc()))
    rows = {group: [] for group in GROUPS}
    for row in _rows(circles, today):
        rows[row.group].append(row)
    return rows


def row_of(circle, *, today):
    """The row of this family alone."""
    return _rows([circle], today)[0]


def what_it_says(known, *, today):
    """(group, [(matter, values)]) for what is known about a family on this day."""
    evening, plan = known.evening, known.plan
    if evening is not None and evening.ended_at is None:
        group, says = _before_or_during(evening, known, today)
    elif known.signed:
        group, says = _after_signing(plan, today)
    elif evening is None:
        group, says = PREPARES, [("nothing_planned", {})]
    elif evening.kind == "first_talk":
        group, says = ASKS, [("after_first_talk", {})]
    else:
        group, says = ASKS, [("not_signed", {"day": plan and plan.review_day})]
    gap = _next_gap(known.open_moments, today) if known.signed and known.looks and group != ON_THEIR_OWN else None
    if gap:
        return ASKS, [("nobody", gap), *says]
    return group, says


def _before_or_during(evening, known, today):
    if evening.begun_at and known.alone:
        return ASKS, [("talk_alone", {})]
    if evening.begun_at:
        return ASKS, [("going_on" if evening.state == "going_on" else "stopped", {"code": evening.question})]
    says = [("together", {"day": evening.day, "starts": evening.starts})]
    if evening.day < today:
        return ASKS, [("never_began", {"day": evening.day})]
    if known.held_back and not known.signed and evening.kind != "first_talk":
        says.append(("held_back", {"count": len(known.held_back)}))
    near = evening.day <= today + (SOON if len(says) > 1 else dt.timedelta(days=1))
    return ASKS if near else RUNS if known.signed else PREPARES, says


def _after_signing(plan, today):
    end, review = plan and plan.end, plan and plan.review_day
    if end and end < today:
        return ON_THEIR_OWN, [("on_their_own", {"day": end})]
    if review is None:
        return RUNS, [("runs", {})]
    if review < today:
        return ASKS, [("review_missed", {"day": review})]
    return ASKS if review <= today + dt.timedelta(days=1) else RUNS, [
        ("review", {"day": review, "days": (review - today).days})
    ]


def _next_gap(moments, today):
    """The first open moment of the coming seven days: {"days": "4", "starts": "17:30", "more": how many others}."""
    coming = sorted(((int(day) - today.weekday()) % 7, starts, day) for day, starts in moments)
    return coming and {"days": coming[0][2], "starts": coming[0][1], "more": len(coming) - 1} or None


def _week(plan, known, today):
    """(which, of how many) week of the plan this is, once it is signed and while it runs."""
    if not known.signed or plan is None or plan.start is None or not plan.start <= today <= plan.end:
        return None
    return (today - plan.start).days // 7 + 1, plan.weeks


def _rows(circles, today):
    evenings, plans, signed = _evenings(circles), _plans(circles), _signed(circles)
    alone = {circle for circle, evening in evenings.items() if private_time.is_on(evening)}
    looked_at = [
        circle
        for circle in circles
        if circle.id not in alone and sharing.lets_look(evenings.get(circle.id), plans.get(circle.id), today)
    ]
    people, moments = _people(looked_at), _open_moments(looked_at, today)
    held = preparation.held_back({circle.id: people.get(circle.id, []) for circle in looked_at})
    rows = []
    for circle in circles:
        known = Known(
            evening=evenings.get(circle.id),
            plan=plans.get(circle.id),
            signed=circle.id in signed,
            looks=circle in looked_at,
            alone=circle.id in alone,
            open_moments=tuple(moments.get(circle.id, ())),
            held_back=tuple(held.get(circle.id, ())),
        )
        group, says = what_it_says(known, today=today)
        near = [person for person in people.get(circle.id, []) if not person.is_professional]
        rows.append(Row(circle, group, says, _week(known.plan, known, today), near, known))
    return rows


def _evenings(circles):
    """{circle id: its present meeting}, by the same order as meeting.present_meeting."""
    found = (
        Meeting.select()
        .where(Meeting.circle.in_(circles))
        .order_by(Meeting.ended_at.is_null(), Meeting.day, Meeting.id)
    )
    return {evening.circle_id: evening for evening in found}


def _plans(circles):
    return {plan.circle_id: plan for plan in Plan.select().where(Plan.circle.in_(circles))}


def _signed(circles):
    """The ids of the circles that have closed a signed sheet."""
    closed = Closing.select(PlanVersion.circle).join(PlanVersion).where(PlanVersion.circle.in_(circles))
    return {circle_id for (circle_id,) in closed.tuples()}


def _people(circles):
    people = {}
    for person in (
        Person.select()
        .where(Person.circle.in_(circles), Person.taken_back_at.is_null(), Person.merged_into.is_null())
        .order_by(Person.ring, Person.joined)
    ):
        people.setdefault(person.circle_id, []).append(person)
    return people


def _open_moments(circles, today):
    """{circle id: [(weekday digit, local time)]} of the coming seven days: regular shifts without anybody."""
    moments = {}
    found = (
        RegularShift.select(RegularShift)
        .join(Task)
        .where(
            RegularShift.circle.in_(circles),
            RegularShift.person.is_null(),
            RegularShift.taken_back_at.is_null(),
            Task.taken_back_at.is_null() | RegularShift.last_day.is_null(False),
            RegularShift.starts != "",
        )
    )
    for shift in found:
        falls = when.dates(when_of(shift), today, today + when.A_DAY * 6)
        moments.setdefault(shift.circle_id, []).extend((str(day.weekday()), shift.starts) for day in falls)
    return moments
