"""How the week is divided (R15): who carries how much, whether it is fair, what kind of help is missing (R13)."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from netwerkberaad.domain.week.when import When, dates

FAIR_SHARE = 0.35
FEWEST_TO_DIVIDE = 3  # of one or two shifts nobody can carry less than half


@dataclass(frozen=True)
class Carried:
    """A regular shift as far as load goes: when it falls and the ids of who does it and who is there too."""

    when: When
    person: int | None
    companion: int | None = None


@dataclass(frozen=True)
class Share:
    """What one person does of all shifts in a week."""

    person: int
    shifts: int
    of: int

    @property
    def is_much(self):
        """More than 35 %, as long as there is enough to divide."""
        return self.of >= FEWEST_TO_DIVIDE and self.shifts / self.of > FAIR_SHARE


def load_week(carried, week: date, *, contact_person=None, cancel_with=None, household=()):
    """{person: load} in the week of this Monday: shifts + being a companion + 1 for each contact role.

    What the household does itself is their own life, not help: it is not counted."""
    load = Counter()
    for shift in carried:
        times = len(dates(shift.when, week, week + timedelta(days=6)))
        load.update({person: times for person in (shift.person, shift.companion) if person and times})
    load.update(person for person in (contact_person, cancel_with) if person)
    return {person: count for person, count in load.items() if person not in household}


def shares(carried, week: date, *, household=()):
    """What everybody does of all shifts in the week of this Monday, the busiest first. Open shifts do not count."""
    done = Counter()
    for shift in carried:
        if shift.person:
            done[shift.person] += len(dates(shift.when, week, week + timedelta(days=6)))
    return shares_of(done, household=household)


def shares_of(done, *, household=()):
    """The same of {person: how many dates they do}."""
    helping = Counter({person: count for person, count in done.items() if count and person not in household})
    return [Share(person, count, helping.total()) for person, count in helping.most_common()]


def is_only_practical(supports):
    """True when there are tasks and each of them is practical only: nobody just calls or comes by (R13)."""
    return bool(supports) and all(set(support) <= {"P"} for support in supports)
