"""What the week asks of one person, beside what they said they can carry (R15): for that person's own eyes alone."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from netwerkberaad.domain import yes
from netwerkberaad.domain.taking_part import carrying
from netwerkberaad.domain.week import load, roster, when
from netwerkberaad.domain.week.week import first_week

MATTER = f"{yes.PRIVATE}load"
PARTS = ("person", "companion")
ROLES = ("contact_person", "cancel_with")
OR_MORE = 7  # «7 of meer» is what a phone offers at most: who chose it named no limit
DAYS_KEPT_UP = {"week": 7, "month": 31, "quarter": 92}


@dataclass(frozen=True)
class OwnLoad:
    """What one person said yes to in the plan's fullest week from now on, beside what they said they can carry.

    shifts     the regular shifts they may see; doing: {(shift id, part) or (None, role)} to which they said yes
    mondays    the weeks that count; weeks: how long the plan lasts, None while nobody said when it begins
    most       how often a week fits them, None when they did not say or named no limit
    stamina    a key of carrying.STAMINAS, "" when they did not say
    anyway     [(load, most)] to which they said «Toch ja»
    took       the single dates that they took over, beside their own"""

    shifts: tuple
    doing: frozenset
    mondays: tuple
    weeks: int | None = None
    most: int | None = None
    stamina: str = ""
    anyway: tuple = ()
    took: tuple = ()

    @cached_property
    def load(self):
        """Shifts + being a companion in the fullest week, + 1 for each contact role."""
        return max(self._week_by_week(self.doing))

    @property
    def roles(self):
        """The contact roles they have accepted: each counts for one."""
        return [role for role in ROLES if (None, role) in self.doing]

    @property
    def times(self):
        """The load without the roles: how often they come in the fullest week."""
        return self.load - len(self.roles)

    @property
    def varies(self):
        """True when not every week is as full."""
        return len(set(self._week_by_week(self.doing))) > 1

    @property
    def is_over(self):
        """They do more than they said fits them."""
        return self.most is not None and self.load > self.most

    @property
    def is_meant(self):
        """They said «Toch ja» to this much, or to more, since they said what fits them."""
        return any(most == self.most and said >= self.load for said, most in self.anyway)

    @property
    def is_too_long(self):
        """The plan lasts longer than they said they keep it up."""
        days = DAYS_KEPT_UP.get(self.stamina)
        return bool(self.load and days and self.weeks and self.weeks * 7 > days)

    @property
    def is_shown(self):
        """There is something to say: they do something, and said what fits them."""
        return bool(self.load) and (self.most is not None or self.is_too_long)

    @property
    def promise(self):
        """What a «Toch ja» covers now: this much, beside what they said."""
        return f"{self.load}/{self.most}"

    def is_more(self, asks):
        """True when a yes to all of this (each with a part and a shift, or a role and no shift) would be more than
        they said, and more than they said «Toch ja» to."""
        also = {(ask.shift and ask.shift.id, ask.part) for ask in asks if ask.part in (*PARTS, *ROLES)} - self.doing
        if not also or self.most is None:
            return False
        return max(self._week_by_week(self.doing | also)) > self._said_yes_to

    def is_more_on(self, day):
        """True when taking over one more date, in the week of this local date, would be more than they said."""
        week = when.monday(day)
        took = sum(when.monday(date) == week for date in self.took)
        return self.most is not None and self._in_weeks(self.doing, [week])[0] + took + 1 > self._said_yes_to

    @property
    def _said_yes_to(self):
        """How much they said fits them, or the more to which they said «Toch ja»."""
        return max([self.most, *(said for said, most in self.anyway if most == self.most)])

    def _week_by_week(self, doing):
        return self._in_weeks(doing, self.mondays)

    def _in_weeks(self, doing, mondays):
        me = "me"
        carried = [
            load.Carried(roster.when_of(shift), *(me if (shift.id, part) in doing else None for part in PARTS))
            for shift in self.shifts
            if any((shift.id, part) in doing for part in PARTS)
        ]
        roles = {role: me for role in ROLES if (None, role) in doing}
        return [load.load_week(carried, monday, **roles).get(me, 0) for monday in mondays]


def own_load(person, shifts, plan, said, *, today):
    """The OwnLoad of this person; None for the family in the middle: their own life is no help.

    shifts, plan and said: roster.seen_by(person), plan.plan_of and yes.said_in of their circle."""
    if person.household or person.ring == 0:
        return None
    told, shifts = carrying.carrying_of(person), roster.still_to_come(shifts, today)
    most = told and told.max_per_week
    doing = {
        (shift.id, part)
        for shift in shifts
        for part in PARTS
        if getattr(shift, f"{part}_id") == person.id and roster.answer_of(shift, part, said)
    }
    doing |= {
        (None, role)
        for role in ROLES
        if getattr(plan, f"{role}_id") == person.id and (person.id, f"plan/{role}", role) in said
    }
    return OwnLoad(
        shifts=tuple(shifts),
        doing=frozenset(doing),
        mondays=_weeks_that_count(plan, today),
        weeks=plan.start and plan.weeks,
        most=None if most == OR_MORE else most,
        stamina=told.stamina if told else "",
        anyway=tuple(_read(promise) for promise in yes.said_in_private(person, MATTER)),
    )


def say_anyway(person, own, *, now):
    """«Toch ja» to what they do: their own tap, kept. It no longer covers what comes on top of it."""
    if own is not None and own.is_over and not own.is_meant:
        yes.say_yes(person.circle_id, person, MATTER, own.promise, how="own", now=now)


def _weeks_that_count(plan, today):
    """The Mondays of the weeks still to come in the plan; of as many coming weeks while it does not run yet."""
    if plan.start is None or plan.end < today:
        first, last = first_week(None, today), first_week(None, today) + dt.timedelta(weeks=plan.weeks, days=-1)
    else:
        first, last = when.monday(max(plan.start, today)), plan.end
    return tuple(first + dt.timedelta(weeks=n) for n in range((last - first).days // 7 + 1))


def _read(promise):
    much, most = promise.split("/")
    return int(much), int(most)
