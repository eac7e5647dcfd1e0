"""How long a proposed week takes: fifteen people and forty moments, forty people and a hundred and twenty, and how it
grows."""

import datetime as dt
import random
import time

from netwerkberaad.domain.proposing.question import Helper, Moment, Question
from netwerkberaad.domain.proposing.smallest_change import smallest_change
from netwerkberaad.domain.proposing.solving import propose
from netwerkberaad.domain.safety.checking import Floor, Somebody

MONDAY = dt.date(2026, 10, 12)
KINDS = ("bezoek", "met_kinderen", "thuis")
TARGETS = """\
targets: 15 people, 40 moments, 4 floors in about 2 s and the best there is; 40 people, 120 moments in under 10 s,
         or the best that was found, said so"""


def a_week(people, moments, *, seed=1):
    """Half of the people can do a moment, a third of those offered just that; one in five stands already."""
    dice = random.Random(seed)
    everybody = range(1, people + 1)
    return Question(
        moments=tuple(_moment(dice, number, everybody) for number in range(moments)),
        helpers=tuple(Helper(who, dice.choice((None, 3, 4, 5, 6)), int(who < 3)) for who in everybody),
        floors=(
            Floor("coverage", tag="bezoek", min_people=3, max_share=50, trusted=frozenset(range(1, people + 1, 2))),
            Floor("companion", tag="met_kinderen", person=1),
            Floor("min_people", min_people=3, trusted=frozenset(everybody)),
            Floor("never_task", tag="thuis", person=2),
        ),
        people={who: Somebody(adult=who % 9 != 0, knows=frozenset({1})) for who in everybody},
        situations=((MONDAY - dt.timedelta(days=9), 1),),
        monday=MONDAY,
        first=MONDAY,
        last=MONDAY + dt.timedelta(days=41),
    )


def _moment(dice, number, everybody):
    tag = KINDS[number % 3]
    able = frozenset(who for who in everybody if dice.random() < 0.5 and not (tag == "thuis" and who == 2))
    person = dice.choice(sorted(able)) if able and dice.random() < 0.2 else None
    return Moment(
        shift=number,
        task=number // 3,
        tag=tag,
        day=number // 3 % 7,
        starts=dice.randrange(8, 21) * 60,
        weeks=frozenset(range(6)),
        person=person,
        agreed=person is not None,
        able=able,
        likes=frozenset(who for who in able if dice.random() < 0.33),
        not_alone=frozenset({1}) if tag == "met_kinderen" else frozenset(),
        beside=frozenset(who for who in able if who % 9 != 0),
    )


def timed(act):
    begun = time.perf_counter()
    found = act()
    return found, time.perf_counter() - begun


def main():
    print(TARGETS)
    print("what counts: floors met, moments covered, smallest highest share, liked, fewest other names\n")
    for people, moments in ((15, 40), (40, 120)):
        for seed in (1, 2, 3):
            proposal, took = timed(lambda size=(people, moments), seed=seed: propose(a_week(*size, seed=seed)))
            best = "the best there is" if proposal.is_best else "the best that was found"
            print(
                f"{people} people, {moments} moments, draw {seed}: {took:5.2f} s, {best}: {proposal.worth}", flush=True
            )
    print("\nhow it grows (people, moments; the whole proposal, and the smallest change when a floor cannot be met)")
    for times in (1, 2, 4, 8, 16):
        size = (3 * times, 8 * times)
        proposal, took = timed(lambda size=size: propose(a_week(*size)))
        _, change = timed(lambda size=size: smallest_change(a_week(*size)))
        best = "" if proposal.is_best else "  (the best that was found)"
        print(f"{times:>3}x  {size[0]:>3}, {size[1]:>3}   {took:6.2f} s   {change:6.2f} s{best}", flush=True)


if __name__ == "__main__":
    main()
