"""How what must always hold stands in one week: as planned, as it went, and why not, read once for all floors."""

from dataclasses import dataclass

from netwerkberaad.domain import yes
from netwerkberaad.domain.agreeing import plan
from netwerkberaad.domain.circle import Person
from netwerkberaad.domain.evening.meeting import Knows, Situation
from netwerkberaad.domain.safety import alone, checking, floor_words, floors, who_stood
from netwerkberaad.domain.week import roster, shift, when
from netwerkberaad.domain.week.week import first_week

A_WEEK = when.A_DAY * 6


@dataclass(frozen=True)
class Stands:
    """One floor in one week. planned, actual, so_far: checking.Finding, so_far of the days gone by; `status` and `why`
    say the planned view in Dutch, `went` and `why_not` how it really went so far, once the week `has_begun`. gaps: what
    the setter could allow (G6). counts: it asks something of this week; when it does not, when_it_counts says from when
    it does. waits: it is met once everybody who is named in the week has said yes."""

    floor: floors.FloorRequirement
    rule: checking.Floor
    planned: checking.Finding
    actual: checking.Finding
    so_far: checking.Finding
    why: tuple
    why_not: tuple
    has_begun: bool = False
    counts: bool = True
    waits: bool = False
    when_it_counts: str = ""

    @property
    def is_met(self):
        return self.planned.status == checking.MET

    @property
    def status(self):
        return floor_words.status(self.planned) if self.counts else self.when_it_counts

    @property
    def went(self):
        return floor_words.status(self.so_far)

    @property
    def gaps(self):
        return gaps(self.planned)


@dataclass(frozen=True)
class Known:
    """All that is read about a circle to check its floors in any week: rules by floor id, people as the checker sees
    them, situations, shifts and the yeses said. names: {person id: name}, also of who is not in the circle any more."""

    floors: list
    rules: dict
    people: dict
    names: dict
    situations: tuple
    shifts: list
    said: dict
    start: object
    end: object

    def week(self, monday, told=shift.NOTHING, stood=who_stood.NOW, said=None):
        """The plan of this Monday's week, for checking.planned and checking.actual. told: shift.told_in that week;
        stood: who_stood.Stood; said: other yeses than those that were said."""
        span = {"first": self.start, "last": self.end} if self.start else {}
        turns = turns_of(self.shifts, self.said if said is None else said, monday, monday + A_WEEK, told, stood)
        plan = checking.Plan(turns, self.people, self.situations, **span)
        return alone.reopened(plan, self.rules.values())

    def findings(self, monday, today, told=shift.NOTHING, stood=who_stood.NOW):
        """[Stands] of every standing floor in this week, in the order in which they were set. Without what was told
        about single dates (shift.told_in), and who stood on those gone by, it is the week as it repeats."""
        week = self.week(monday, told, stood)
        planned = {one: checking.planned(rule, week, monday, today=today) for one, rule in self.rules.items()}
        falls_short, then = any(found.status != checking.MET for found in planned.values()), None
        if falls_short and _somebody_is_asked(self.shifts, self.said):
            then = self.week(monday, told, stood, _everybody_said_yes(self.shifts))
        return [self._stands(floor, planned[floor.id], week, then, monday, today) for floor in self.floors]

    def _stands(self, floor, planned, week, then, monday, today):
        rule = self.rules[floor.id]
        actual = checking.actual(rule, week, monday, today=today)
        gone = so_far(actual, today)
        why, why_not = (tuple(floor_words.why(found, floor, self.names, today=today)) for found in (planned, gone))
        counts = bool(checking.days_of(rule, week, monday))
        met_then = then and checking.planned(rule, then, monday, today=today).status == checking.MET
        return Stands(
            floor,
            rule,
            planned,
            actual,
            gone,
            why,
            why_not,
            has_begun=counts and self.start is not None and max(monday, self.start, rule.first) < today,
            counts=counts,
            waits=bool(met_then) and planned.status != checking.MET,
            when_it_counts="" if counts else floor_words.when_it_counts(rule, monday, _first_after(rule, week, monday)),
        )


def _somebody_is_asked(shifts, said):
    """Whether somebody's yes is still to come: to do it, or to go along."""
    return any(
        roster.state_of(one, said) == "proposed" or (one.companion_id and not roster.answer_of(one, "companion", said))
        for one in shifts
    )


def _everybody_said_yes(shifts):
    """The yeses there would be when everybody who is named said yes."""
    named = ((one, part, getattr(one, f"{part}_id")) for one in shifts for part in roster.PARTS)
    return {(who, roster.matter_of(one, part), roster.promise_of(one)): "spoken" for one, part, who in named if who}


def _first_after(rule, week, monday):
    """The first date after this week on which the rule asks something; None when there is none."""
    day = max(monday + A_WEEK + when.A_DAY, rule.first, week.first)
    days = (checking.days_of(rule, week, when.monday(day) + when.A_DAY * 7 * n) for n in (0, 1))
    return next((date for found in days for date in found), None)


def findings(circle, monday, today, known=None):
    """[Stands] of every standing floor of this circle in the week of this Monday: as many questions to the database
    for one floor and one shift as for thirty; one question when nothing must always hold. known: known_of this circle,
    when it was read already."""
    known = known or known_of(circle)
    if not known:
        return []
    told = shift.told_in(circle, monday, monday + A_WEEK)
    return known.findings(monday, today, told, stood_in(circle, monday, today))


def so_far(finding, today):
    """An actual finding without the days that are still to come: of these nothing went well or badly yet."""
    if finding.status == checking.AT_RISK:
        return checking.Finding(checking.MET)
    gone = tuple(short for short in finding.short if short.day is None or short.day < today)
    return checking.Finding(finding.status, gone)


def around_now(circle, ours, today):
    """[(Stands of this week, of the week before, of the week after)] of every standing floor: around the present week
    of the plan, or its first one while it has not begun. None for a week that the plan does not have."""
    monday, known = present_week(ours, today), known_of(circle, ours=ours)
    if not known:
        return []
    before, after = monday - when.A_DAY * 7, monday + when.A_DAY * 7
    told, stood = shift.told_in(circle, before, after + A_WEEK), stood_in(circle, before, today)
    found = [known.findings(week, today, told, stood) for week in (monday, before, after)]
    found[1] = [one if one.rule.first < monday else None for one in found[1]]  # nobody asked for it yet
    none = [None] * len(known.floors)
    if ours.start is None or when.monday(ours.start) >= monday:
        found[1] = none
    if ours.end is None or ours.end < after:
        found[2] = none
    return list(zip(*found, strict=True))


def stood_in(circle, monday, today):
    """Who stood on the days gone by of weeks from this Monday on; no question to the database when none has."""
    return who_stood.Stood(yes.stood_in(circle), today) if monday < today else who_stood.NOW


def known_of(circle, *, shifts=None, said=None, ours=None):
    """What must be known to check any week of this circle; None when there is no floor.

    shifts (roster.shifts_of), said (yes.said_in) and ours (plan.plan_of), when they were read already."""
    standing = floors.floors_of(circle)
    if not standing:
        return None
    counting, counted = floors.counting_in(circle), floors.counted_in(circle)
    people = list(Person.select().where(Person.circle == circle))
    ours = ours or plan.plan_of(circle)
    situations, knows = _situations(circle)
    return Known(
        floors=standing,
        rules={
            floor.id: rule_of(floor, counting.get(floor.id, frozenset()), counted.get(floor.id, ()))
            for floor in standing
        },
        people={one.id: seen(one, knows.get(one.id, frozenset())) for one in people if is_in_the_circle(one)},
        names={person.id: person.name for person in people},
        situations=situations,
        shifts=roster.shifts_of(circle) if shifts is None else shifts,
        said=yes.said_in(circle) if said is None else said,
        start=ours.start,
        end=ours.end,
    )


def rule_of(floor, trusted=frozenset(), counted=()):
    """The rule of this floor as the checker reads it: it says nothing of the days before somebody asked for it."""
    return checking.Floor(
        kind=floor.kind,
        tag=floor.tag,
        person=floor.person_id,
        days=floor.days,
        min_per_day=floor.min_per_day,
        min_people=floor.min_people,
        max_share=floor.max_share,
        trusted=trusted,
        counted=tuple(counted),
        count_professionals=floor.count_professionals,
        first=floor.first_day or floor.set_at.astimezone(when.AMSTERDAM).date(),
        last=floor.last_day,
    )


# How a date stands (shift.Shift) as the checker reads it: what nobody did, or will do, is cancelled.
_STATES = {"open": "proposed", "missed": "cancelled", "lapsed": "cancelled"}


def turns_of(shifts, said, first, last, told=shift.NOTHING, stood=who_stood.NOW):
    """Every date of these regular shifts between two days, as the checker sees it: a name counts with its own yes.

    What was done on a date counts, also when the table arranged that shift otherwise after it; so does who stood on a
    date gone by, as far as their yes tells (stood)."""
    dates = stood.as_then(shifts, shift.on_dates(shifts, said, told, first, last), first, last, told)
    turns = [
        checking.Turn(one.day, one.regular.task.tag, one.person, _STATES.get(one.state, one.state), one.companion)
        for one in dates
    ]
    seen = {(one.regular.line, one.day) for one in dates}
    for key, row in told.done.items():
        if key not in seen:
            state = _STATES.get(row.went, row.went)
            turns.append(checking.Turn(row.day, row.shift.task.tag, row.person_id, state, row.companion_id))
    return tuple(turns)


def gaps(finding):
    """What falls short, as words that an allowance covers: "2026-10-14" for a day, "no_turns" for the week."""
    return sorted({short.day.isoformat() if short.day else short.why for short in finding.short})


def not_allowed(found, circle):
    """Those of these Stands that are not met as planned, without what their setters allowed (G6)."""
    short = [stands for stands in found if not stands.is_met]
    allowed = {}
    for row in floors.allowed_in(circle) if short else ():
        allowed.setdefault(row.floor_id, set()).update(row.covers.split())
    return [stands for stands in short if not set(stands.gaps) <= allowed.get(stands.floor.id, set())]


def gate_week(ours, today):
    """The Monday of the week that must hold before people sign (G6): the plan's first. Of a plan that runs the next
    one, as nothing can mend what has gone by; in its last week that one."""
    if ours.start is None or ours.start > today:
        return first_week(ours.start, today)
    return min(when.monday(today) + when.A_DAY * 7, when.monday(ours.end))


def present_week(ours, today):
    """The Monday of this week once the plan runs, of its first week before that."""
    return max(first_week(ours.start, today), when.monday(today))


def is_in_the_circle(person):
    """Whoever was a slip of the pen, or is the same as somebody else, counts for nothing any more."""
    return person.taken_back_at is None and person.merged_into_id is None


def seen(person, knows=frozenset()):
    """This person as the checker sees them; knows: the numbers of the situation texts they know."""
    return checking.Somebody(
        adult=person.is_adult,
        household=person.household or person.ring == 0,
        professional=person.is_professional,
        knows=frozenset(knows),
    )


def _situations(circle):
    """([(from which local date, number)], {person id: the numbers of the texts they know})."""
    told = Situation.select(Situation.id, Situation.number, Situation.said_at).where(Situation.circle == circle)
    numbers, since = {}, []
    for one in told.order_by(Situation.number):
        numbers[one.id] = one.number
        since.append((one.said_at.astimezone(when.AMSTERDAM).date(), one.number))
    rows = Knows.select(Knows.person, Knows.situation).join(Situation)
    knows = {}
    for person, situation in rows.where(Situation.circle == circle, Knows.question == "").tuples():
        knows.setdefault(person, set()).add(numbers[situation])
    return tuple(since), knows
