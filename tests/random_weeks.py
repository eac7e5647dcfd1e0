"""Small weeks drawn at random from a number, with everything in them that can make a proposal hard."""

import datetime as dt
import random
from dataclasses import replace

from netwerkberaad.domain.proposing.question import Helper, Moment, Question
from netwerkberaad.domain.safety.checking import Floor, Somebody

MONDAY = dt.date(2026, 10, 12)
KINDS = ("bezoek", "met_kinderen")


def draw(seed, *, people=4, moments=5, floors=2):
    """The same number draws the same week."""
    dice = random.Random(seed)
    everybody = list(range(1, people + 1))
    minor = everybody[-1] if dice.random() < 0.3 else None
    needs_company = dice.choice([None, *everybody])
    made = []
    for number in range(moments):
        moment = _moment(dice, number, everybody, minor, needs_company)
        made.append(_same_shift(made[-1], moment) if made and dice.random() < 0.25 else moment)
    helpers = [Helper(who, most=dice.choice([None, 1, 2, 3]), roles=int(dice.random() < 0.2)) for who in everybody]
    return Question(
        moments=tuple(made),
        helpers=tuple(helpers),
        floors=tuple(_floor(dice, everybody, needs_company) for _ in range(floors)),
        people={
            who: Somebody(adult=who != minor, knows=frozenset({1}) if dice.random() < 0.8 else frozenset())
            for who in everybody
        },
        situations=((MONDAY - dt.timedelta(days=9), 1),),
        monday=MONDAY,
        first=MONDAY,
        last=MONDAY + dt.timedelta(days=41),
        household=frozenset({1}) if dice.random() < 0.1 else frozenset(),
    )


def _moment(dice, number, everybody, minor, needs_company):
    tag = dice.choice(KINDS)
    able = frozenset(who for who in everybody if dice.random() < 0.6)
    person = dice.choice(everybody) if dice.random() < 0.35 else None
    others = [who for who in everybody if who not in (person, minor)]
    return Moment(
        shift=number,
        task=number % 3,
        tag=tag,
        day=dice.choice((0, 2, 6)),
        starts=dice.choice((9, 9, 10, 23)) * 60,
        minutes=dice.choice((60, 90, 600)),
        weeks=dice.choice((frozenset(range(6)), frozenset((0, 2, 4)), frozenset((0,)))),
        person=person,
        companion=dice.choice(others) if dice.random() < 0.15 and others else None,
        agreed=person is not None and dice.random() < 0.7,
        earlier=dice.choice(everybody) if person is None and dice.random() < 0.3 else None,
        able=able,
        likes=frozenset(who for who in able if dice.random() < 0.4),
        not_alone=frozenset({needs_company} - {None}) if tag == "met_kinderen" else frozenset(),
        beside=frozenset(who for who in everybody if who != minor and dice.random() < 0.6),
        elsewhere=person is not None and dice.random() < 0.1,
    )


def _same_shift(one, other):
    """Another day of the same regular shift, when somebody does it."""
    if one.person is None or one.day == other.day:
        return other
    kept = {name: getattr(one, name) for name in ("shift", "task", "tag", "weeks", "person", "companion", "agreed")}
    return replace(other, earlier=None, not_alone=one.not_alone, elsewhere=one.elsewhere, **kept)


def _floor(dice, everybody, needs_company):
    kind = dice.choice(("coverage", "coverage", "coverage", "companion", "min_people", "never_task"))
    if kind == "companion" and needs_company is None:
        kind = "coverage"
    trusted = frozenset(who for who in everybody if dice.random() < 0.7)
    if kind == "coverage":
        rule = {"days": dice.choice(("0", "02", "026", "6")), "min_per_day": dice.choice((1, 1, 1, 2))}
        return Floor(
            kind,
            tag=dice.choice(("bezoek", "bezoek", "met_kinderen")),
            trusted=trusted,
            **rule,
            min_people=dice.choice((1, 2, 3)),
            max_share=dice.choice((50, 100)),
        )
    if kind == "min_people":
        return Floor(kind, min_people=dice.choice((1, 2, 3)), trusted=trusted)
    who = needs_company if kind == "companion" else dice.choice(everybody)
    return Floor(kind, tag="met_kinderen", person=who)
