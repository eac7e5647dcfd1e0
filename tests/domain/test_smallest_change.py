"""When no week meets what must always hold, the smallest change is named: it is enough, and nothing smaller is."""

from itertools import combinations, combinations_with_replacement, count, islice

import pytest

from netwerkberaad.domain.proposing import solving
from netwerkberaad.domain.proposing.question import Moment, Question
from netwerkberaad.domain.proposing.smallest_change import Change, changed, missing, smallest_change
from netwerkberaad.domain.proposing.solving import propose
from netwerkberaad.domain.safety.checking import A_DAY, Floor, Somebody
from tests.random_weeks import MONDAY, draw

DAYS = "026"  # the days on which random weeks have moments


def is_enough(question, change):
    proposal = propose(changed(question, change))
    assert proposal.is_best
    return proposal.worth.floors == len(question.floors)


def standing(question):
    return [index for index, moment in question.shown if moment.person is not None]


def just_smaller(question, found):
    """The largest of all changes that are smaller than this one. Whom others agree upon and what they know is tried in
    every way: a turn that counts can be one too many of the same person. The rest never makes it worse."""
    given, extra, days, agreed, told = found.size
    back_fewer = combinations(standing(question), given - 1) if given else ()
    for back in back_fewer:
        yield from _with(back, ("0123456",) * 6, question)
    for back in combinations(standing(question), given):
        for on in [("0123456",) * (extra - 1)] if extra else ():
            yield from _with(back, on, question)
        for on in _days(extra, days - 1) if days else ():
            yield from _with(back, on, question)
        for on in _days(extra, days) if agreed or told else ():
            for change in _with(back, on, question):
                if change.size < found.size:
                    yield change


def _with(back, on, question):
    """These changes with every choice of whom to agree upon and whom to tell."""
    people = question.people
    about = {floor.person for floor in question.floors if floor.kind in ("companion", "never_task")}
    pairs = [
        (number, who)
        for number, floor in enumerate(question.floors)
        if floor.kind in ("coverage", "min_people")
        for who in sorted(people)
        if people[who].adult and who not in floor.trusted and who not in about
    ]
    unaware = [who for who in sorted(people) if 1 not in people[who].knows]
    for agreed in _some_of(pairs):
        for told in _some_of(unaware):
            yield Change(back, on, agreed, told)


def _some_of(these):
    return [some for number in range(len(these) + 1) for some in combinations(these, number)]


def _days(people, total):
    """Every way in which so many people come on so many days in all."""
    each = ["".join(days) for number in range(len(DAYS) + 1) for days in combinations(DAYS, number)]
    return [ways for ways in combinations_with_replacement(each, people) if sum(map(len, ways)) == total]


def impossible(first):
    """Random weeks of which no week meets every floor, while a change could; from this number on."""
    for seed in count(first):
        question = draw(seed, people=3, moments=4)
        if propose(question).worth.floors < len(question.floors) and not missing(question):
            yield seed


@pytest.mark.parametrize("first", range(0, 20_000, 1000))
def test_the_change_is_enough_and_nothing_smaller_is(first):
    for seed in islice(impossible(first), 5):
        question = draw(seed, people=3, moments=4)
        change = smallest_change(question)
        assert change.is_smallest, seed
        assert is_enough(question, change), seed
        for smaller in just_smaller(question, change):
            assert not is_enough(question, smaller), (seed, smaller)


def test_a_change_that_the_work_could_not_prove_says_so(monkeypatch):
    question = draw(18, people=6, moments=16, floors=4)
    monkeypatch.setattr(solving, "SOMETHING", 0.003)
    found = smallest_change(question, work=0)
    assert not found.is_smallest
    assert is_enough(question, found)
    assert found.size > smallest_change(question).size


RIET, ESRA, HANNEKE = 1, 2, 3
BESIDE_HER = Floor("companion", tag="met_kinderen", person=RIET)
WEDNESDAY, SUNDAY = 2, 6


def a_week(*moments, floors):
    people = {who: Somebody(knows=frozenset({1})) for who in (RIET, ESRA, HANNEKE)}
    dates = {"first": MONDAY, "last": MONDAY + 41 * A_DAY}
    return Question(moments, (), floors, people, ((MONDAY, 1),), MONDAY, **dates)


def meal(day, *, beside=frozenset(), **fields):
    """Riet cooks with the children, and nobody goes along yet."""
    said = {"shift": 7, "person": RIET, "agreed": True, "not_alone": frozenset({RIET}), **fields}
    return Moment(task=1, tag="met_kinderen", day=day, starts=960, beside=beside, **said)


def visit(day, **fields):
    return Moment(shift=None, task=2, tag="bezoek", day=day, starts=960, **fields)


@pytest.mark.parametrize("beside", [(frozenset(), frozenset({ESRA})), (frozenset({HANNEKE}), frozenset({ESRA}))])
def test_who_goes_along_with_what_is_agreed_comes_on_all_its_days(beside):
    question = a_week(meal(WEDNESDAY, beside=beside[0]), meal(SUNDAY, beside=beside[1]), floors=(BESIDE_HER,))
    change = smallest_change(question)
    assert change == Change(extra=("26",))
    assert is_enough(question, change)


@pytest.mark.parametrize("turned", [False, True])
def test_nobody_gives_anything_back_where_two_people_more_are_enough(turned):
    """Whatever was asked first: one of them goes along, the other one comes at the same time."""
    covers = Floor("coverage", tag="bezoek", days="2", trusted=frozenset({ESRA}))
    floors = (BESIDE_HER, covers) if turned else (covers, BESIDE_HER)
    assert smallest_change(a_week(meal(WEDNESDAY), visit(WEDNESDAY), floors=floors)) == Change(extra=("2", "2"))


def test_however_much_is_asked_it_is_said_what_would_be_enough():
    """Two people each day, and nobody more than once a week: fourteen."""
    covers = Floor("coverage", tag="bezoek", min_per_day=2, max_share=10, trusted=frozenset({ESRA}))
    question = a_week(*(visit(day) for day in range(7) for _ in range(2)), floors=(covers,))
    change = smallest_change(question)
    assert change.extra == tuple(str(day) for day in range(7) for _ in range(2))
    assert is_enough(question, change)
