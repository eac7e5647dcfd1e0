"""One week on the table: its blocks day by day, and what is not covered, not yet answered or not fairly divided."""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from netwerkberaad.domain.week import load, roster, when
from netwerkberaad.domain.week.roster import PARTS, RegularShift
from netwerkberaad.domain.week.shift import NOTHING, Told, on_dates

SEVEN = range(7)


def never(one):
    """No date lacks company: nothing is asked about it."""
    return False


@dataclass(frozen=True)
class Block:
    """One date of a regular shift: who does it and who goes along that day, and who said that they cannot.

    state: open, proposed or accepted; or, once something was told of this date, taken_over, lapsed, done or missed;
    its span begins and ends at moments in Europe/Amsterdam. is_alone: somebody must go along, and who does must still
    say yes (proposed) or is nobody (open)."""

    shift: RegularShift
    day: dt.date
    state: str
    person: object = None
    companion: object = None
    absent: object = None
    is_alone: bool = False

    @cached_property
    def span(self):
        return when.span(roster.when_of(self.shift), self.day)


@dataclass(frozen=True)
class Asked:
    """Somebody with parts in the week, each a (shift, part): to which they still say yes, and did."""

    person: object
    todo: list
    done: list


@dataclass(frozen=True)
class Week:
    """The week of a Monday, from lists that were read once: tasks, shifts, everybody, the yeses said, who is here,
    what people offered, what was told of single dates (shift.told_in), and when a date lacks company (blocks)."""

    monday: dt.date
    tasks: list
    shifts: list
    people: list
    said: dict
    here: frozenset
    offers: tuple = ()
    told: Told = NOTHING
    lacks_company: Callable = never
    has_begun: bool = False

    @property
    def varies(self):
        """True when not every week is the same, so that it helps to look at another one: once the plan has begun, each
        has dates of its own."""
        return self.has_begun or any(shift.repeat != "weekly" or shift.first_day for shift in self.shifts)

    @property
    def earlier(self):
        return self.monday - when.A_DAY * 7

    @property
    def later(self):
        return self.monday + when.A_DAY * 7

    @property
    def helpers(self):
        """Whose name can be put on a shift: the family and its circle, children under 12 left alone."""
        able = [person for person in self.people if not person.is_child and not person.is_professional]
        return sorted(able, key=lambda person: (person.ring == 0, person.joined))

    @cached_property
    def standing(self):
        """The shifts that did not end, as something changed, before this week."""
        return roster.still_to_come(self.shifts, self.monday)

    @cached_property
    def days(self):
        """[(date, blocks in order of time)] for the seven days."""
        found = {self.monday + when.A_DAY * n: [] for n in SEVEN}
        span = self.monday, self.monday + when.A_DAY * 6
        for block in blocks(self.shifts, self.said, *span, self.told, self.people, self.lacks_company):
            found[block.day].append(block)
        return list(found.items())

    @property
    def blocks(self):
        return [block for _, of_day in self.days for block in of_day]

    @property
    def hours(self):
        """The first and last hour that must be in sight: 8 to 22, wider when somebody comes earlier or stays longer."""
        first, last = 8, 22
        for block in self.blocks:
            begins, ends = block.span
            if ends.date() > begins.date() and ends.time() > dt.time():
                return 0, 24
            closes = 24 if ends.date() > begins.date() else ends.hour + bool(ends.minute)
            first, last = min(first, begins.hour), max(last, closes)
        return first, last

    @property
    def unplaced(self):
        """The tasks that stand on no day yet."""
        placed = {shift.task_id for shift in self.standing}
        return [task for task in self.tasks if task.id not in placed]

    @property
    def placed(self):
        """The tasks that stand in the week: they can be put on another day too."""
        waiting = {task.id for task in self.unplaced}
        return [task for task in self.tasks if task.id not in waiting]

    @property
    def open_blocks(self):
        return [block for block in self.blocks if block.state == "open"]

    @cached_property
    def asked(self):
        """Who has a part in the week, in order of joining, with what they still have to say yes to first."""
        named = {}
        for shift in self.standing:
            for part in PARTS:
                who = getattr(shift, f"{part}_id")
                if who:
                    answer = roster.answer_of(shift, part, self.said)
                    named.setdefault(who, []).append((shift, part, answer))
        asked = []
        for person in self.people:
            parts = named.get(person.id, [])
            todo = [(shift, part) for shift, part, answer in parts if not answer]
            done = [(shift, part) for shift, part, answer in parts if answer]
            if parts:
                asked.append(Asked(person, todo, done))
        return asked

    @property
    def waiting(self):
        """Who still has to say yes to something."""
        return [asked for asked in self.asked if asked.todo]

    @property
    def without_stand_in(self):
        return [shift for shift in self.standing if shift.person_id and not shift.stand_in_id]

    @property
    def with_nothing(self):
        """Who is at the table, could do something, and has no part in any shift (5.4). «Nu even niet» is an answer."""
        busy = {getattr(shift, f"{part}_id") for shift in self.standing for part in PARTS} | self.resting
        return [p for p in self.helpers if p.id in self.here and p.id not in busy and not p.household and p.ring]

    @cached_property
    def offered(self):
        """{person id: what they offered, in their order}."""
        offered = {}
        for offer in self.offers:
            if offer.kind == "can" and offer.what:
                offered.setdefault(offer.person_id, []).append(offer.what)
        return offered

    @cached_property
    def resting(self):
        """The ids of who said «Nu even niet» and offered nothing."""
        rested = {offer.person_id for offer in self.offers if offer.kind == "not_now"}
        return rested - {offer.person_id for offer in self.offers if offer.kind == "can"}

    @cached_property
    def shares(self):
        """[(person, share)] of this week, the busiest first: of a date that was taken over, whoever took it over."""
        named = {person.id: person for person in self.people}
        household = {person.id for person in self.people if person.household or person.ring == 0}
        done = Counter(one.person.id for one in self.blocks if one.person and one.state not in ("missed", "lapsed"))
        return [(named[s.person], s) for s in load.shares_of(done, household=household) if s.person in named]

    @property
    def too_much(self):
        return [(person, share) for person, share in self.shares if share.is_much]

    @property
    def is_little(self):
        """True when there is too little, or too few people, to divide it well or badly."""
        return not self.too_much and (len(self.shares) < 2 or self.shares[0][1].of < load.FEWEST_TO_DIVIDE)

    @property
    def is_only_practical(self):
        return load.is_only_practical([task.support for task in self.tasks])


# What the table sees of a date: nobody yet is open, whoever stepped in took it over.
_STATES = {"cancelled": "open", "plan_b": "taken_over"}


def blocks(shifts, said, first, last, told=NOTHING, people=(), lacks_company=never):
    """Every date of these shifts from first up to and including last, in order of day and time.

    told: shift.told_in between these dates; people: everybody who may stand on one of them then; lacks_company: says of
    a shift.Shift whether it does not go on while nobody goes along (Company.is_missing)."""
    known = {person.id: person for person in people}
    return [_block(one, known, lacks_company(one)) for one in on_dates(shifts, said, told, first, last)]


def _block(one, people, is_alone):
    regular = one.regular
    person = regular.person if one.person == regular.person_id else people.get(one.person)
    absent = next((row.person_id for row in one.looks_for.values()), None)
    if one.state == "taken_over" and one.person != regular.person_id:
        absent = absent or regular.person_id
    beside = regular.companion
    if one.companion != regular.companion_id and (one.companion or one.looks_for or one.state in ("done", "missed")):
        beside = people.get(one.companion)
    state = _STATES.get(one.state, one.state)
    if is_alone:
        waits = beside and one.companion is None and "companion" not in one.looks_for
        state = "proposed" if waits else "open"
    return Block(regular, one.day, state, person, beside, people.get(absent), is_alone)


def present_week(start, today, *, is_over):
    """The Monday to show: this week once the plan runs or the meeting is over, else the week the plan begins with."""
    if is_over or (start and start <= today):
        return max(when.monday(today), when.monday(start or today))
    return first_week(start, today)


def first_week(start, today):
    """The Monday to begin with: that of the plan's first day, else the coming one."""
    return when.monday(start) if start else today + when.A_DAY * (-today.weekday() % 7)
