"""What is asked when somebody says «Stel een week voor»: moments, helpers and what must hold, as plain values."""

import datetime as dt
from dataclasses import dataclass, field

from netwerkberaad.domain.safety import alone, checking

A_WEEK = 7 * 24 * 60


@dataclass(frozen=True)
class Moment:
    """One shift on one weekday of the week that is looked at; or, with `elsewhere`, one that only falls in other weeks;
    or, with `gone`, one of which all dates have gone by: it counts as it was.

    shift       the number of its regular shift; None: it stands nowhere yet, but a floor asks for it
    task        the number of its task; tag: the kind of task, as floors name it
    day         weekday, Monday = 0; starts: minute of the day, None when no time is known; minutes: how long
    weeks       the numbers of the plan's weeks in which it falls
    repeat, first_day  how it repeats, as its regular shift has it or would have it
    person      who does it: agreed, or named by people themselves. None: still open
    companion   who goes along, in the same way
    agreed      the person has said yes: that is never changed
    earlier     whom the program proposed before, and who did not answer yet
    able        who may do it: offered help, and nothing they said or that was agreed keeps them from it
    likes       who offered just this
    not_alone   who of them may do it only with a companion (a floor says so)
    beside      who may go along as a companion: adults whom nothing keeps from it either, and who could do it alone
    """

    shift: int | None
    task: int
    tag: str
    day: int
    starts: int | None = None
    minutes: int = 60
    weeks: frozenset = frozenset((0,))
    repeat: str = "weekly"
    first_day: dt.date | None = None
    person: int | None = None
    companion: int | None = None
    agreed: bool = False
    earlier: int | None = None
    able: frozenset = frozenset()
    likes: frozenset = frozenset()
    not_alone: frozenset = frozenset()
    beside: frozenset = frozenset()
    elsewhere: bool = False
    gone: bool = False

    @property
    def at(self):
        """The local time at which it begins: "17:30"."""
        return f"{self.starts // 60:02}:{self.starts % 60:02}"

    @property
    def is_open(self):
        return self.person is None and not (self.elsewhere or self.gone) and self.starts is not None

    @property
    def lacks_companion(self):
        """Somebody does it who should not be alone, and nobody goes along yet."""
        is_alone = self.person in self.not_alone and self.companion is None
        return is_alone and not (self.elsewhere or self.gone)


@dataclass(frozen=True)
class Helper:
    """Somebody who can be proposed. most: how often a week fits them (private; None: no limit, or not said).

    roles: for how many contact roles they are named; each counts for one."""

    id: int
    most: int | None = None
    roles: int = 0


@dataclass(frozen=True)
class Question:
    """All that decides a proposal. people: {id: checking.Somebody} of the whole circle; monday: of the shown week.

    first, last: the plan's own dates. household: whose shifts are their own life and no help."""

    moments: tuple
    helpers: tuple
    floors: tuple = ()
    people: dict = field(default_factory=dict)
    situations: tuple = ()
    monday: dt.date = dt.date(2026, 1, 5)
    first: dt.date = dt.date.min
    last: dt.date = dt.date.max
    household: frozenset = frozenset()

    @property
    def shown(self):
        """[(index, moment)] of the moments in the week that is looked at."""
        return [(index, moment) for index, moment in enumerate(self.moments) if not moment.elsewhere]

    @property
    def lacking(self):
        """The moments (their numbers) that lack a companion, those of one regular shift together: who goes along with
        what is agreed does so on all its days."""
        together = {}
        for index, moment in self.shown:
            if moment.lacks_companion:
                together.setdefault(("new", index) if moment.shift is None else moment.shift, []).append(index)
        return list(together.values())

    def date_of(self, moment):
        return self.monday + dt.timedelta(days=moment.day)

    def plan_with(self, choices=()):
        """The week as the floor checker sees it when everybody says yes to what is named and to these choices."""
        done = {choice.moment: choice for choice in choices}
        turns = []
        for index, moment in self.shown:
            choice = done.get(index)
            person = choice.person if choice else moment.person
            companion = (choice and choice.companion) or moment.companion
            if person is not None:
                turns.append(checking.Turn(self.date_of(moment), moment.tag, person, "accepted", companion))
        plan = checking.Plan(tuple(turns), self.people, self.situations, self.first, self.last)
        return alone.reopened(plan, self.floors)

    def floors_met(self, choices=()):
        """The floors that the week would meet with these choices, as numbers in `floors`."""
        plan = self.plan_with(choices)
        met = checking.MET
        checked = (
            (n, checking.planned(one, plan, self.monday, today=self.monday)) for n, one in enumerate(self.floors)
        )
        return [number for number, found in checked if found.status == met]


@dataclass(frozen=True)
class Choice:
    """One person for one moment (its number in Question.moments), and who goes along when that is needed."""

    moment: int
    person: int
    companion: int | None = None


def overlap(one, other):
    """True when two moments ask for somebody at the same time, in any week of the plan."""
    if one.starts is None or other.starts is None:
        return False
    begins = one.day * 1440 + one.starts, other.day * 1440 + other.starts
    for later in (-1, 0, 1):  # a night shift on Sunday runs on in the next week
        shift = later * A_WEEK
        meets = begins[0] < begins[1] + shift + other.minutes and begins[1] + shift < begins[0] + one.minutes
        if meets and any(week + later in one.weeks for week in other.weeks):
            return True
    return False
