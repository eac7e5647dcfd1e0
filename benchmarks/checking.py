"""What it costs to check what must always hold (R3), as a ratio to a bare page as large as that circle's week."""

import dataclasses
import datetime as dt
import itertools
import tempfile
import time

from benchmarks import baseline, evening, measure
from netwerkberaad import database
from netwerkberaad.domain.agreeing import plan
from netwerkberaad.domain.circle import Circle, Person
from netwerkberaad.domain.evening import answers, meeting
from netwerkberaad.domain.safety import checking, floors, week_of_floors
from netwerkberaad.domain.week import roster

MONDAY = dt.date(2026, 10, 5)
NOW = dt.datetime(2026, 10, 5, 17, 0, tzinfo=dt.UTC)
WEEKS, PEOPLE, TASKS = 26, 40, 60
TODAY = MONDAY + dt.timedelta(weeks=WEEKS // 2, days=3)  # half of the plan has gone by
TARGETS = {"plan": 10, "drag": 1}


def main():
    known, size = set_the_week(PEOPLE, TASKS)
    bare = baseline.app_of(size).test_client()
    print(f"{'what must always hold':<52}{'ours':>9}{'bare':>9}{'ratio':>8}{'target':>8}")
    for name, ask, target in (
        (f"checking the whole plan of {WEEKS} weeks", whole_plan(known), TARGETS["plan"]),
        ("after one drag: the week read again and checked", one_drag(known), TARGETS["drag"]),
    ):
        ours, theirs, ratio = measure.in_turn(ask, lambda: bare.get("/"))
        print(f"{name:<52}{ours:>6.1f} ms{theirs:>6.1f} ms{ratio:>8.2f}{f'<= {target}':>8}")
    print(f"({PEOPLE} people, {TASKS} tasks, {len(known.floors)} floors; their week page has {size / 1024:.0f} KB)\n")
    print(f"{'how it grows':<12}{'people':>8}{'tasks':>8}{'plan':>12}{'to 1x':>8}{'drag':>12}{'to 1x':>8}")
    at_first = _least(whole_plan(known)), _least(one_drag(known))
    for times in (1, 2, 4, 8, 16):
        grown, _ = set_the_week(PEOPLE * times, TASKS * times)
        took = _least(whole_plan(grown)), _least(one_drag(grown))
        costs = (f"{now * 1000:>9.2f} ms{now / then:>8.1f}" for now, then in zip(took, at_first, strict=True))
        print(f"{f'{times}x':<12}{PEOPLE * times:>8}{TASKS * times:>8}", *costs, sep="")


def _least(ask, rounds=20):
    """The least processor time it took, in seconds: what the machine does besides is not counted."""
    took = []
    for _ in range(rounds):
        begun = time.process_time()
        ask()
        took.append(time.process_time() - begun)
    return min(took)


def whole_plan(known):
    """A function that checks every floor in every week, as planned and as it went."""
    last = MONDAY + dt.timedelta(weeks=WEEKS, days=-1)
    turns = tuple(_gone_by(week_of_floors.turns_of(known.shifts, known.said, MONDAY, last)))
    mondays = [MONDAY + dt.timedelta(weeks=n) for n in range(WEEKS)]

    def check():
        whole = checking.Plan(turns, known.people, known.situations, MONDAY, last)
        for monday, rule in itertools.product(mondays, known.rules.values()):
            checking.planned(rule, whole, monday, today=TODAY)
            checking.actual(rule, whole, monday, today=TODAY)

    return check


def one_drag(known):
    """A function that does what a block put down elsewhere asks for: the turns of one week, and every floor in it."""
    monday = TODAY - dt.timedelta(days=TODAY.weekday())

    def check():
        week = known.week(monday)
        for rule in known.rules.values():
            checking.planned(rule, week, monday, today=TODAY)
            checking.actual(rule, week, monday, today=TODAY)

    return check


def _gone_by(turns):
    """What went by was done, but for one in twenty of which nobody said so."""
    for number, turn in enumerate(turns):
        done = turn.day < TODAY and turn.state == "accepted" and number % 20
        yield dataclasses.replace(turn, state="done") if done else turn


def set_the_week(people, tasks):
    """A family with so many people and tasks and a floor of each kind: week_of_floors.Known, and the size of their week
    page."""
    with tempfile.TemporaryDirectory() as folder:
        client, path = evening.set_the_table(folder, people=0)
        ours = Circle.get()
        with database.one_go():
            around = [_draw(ours, number) for number in range(people)]
            _divide(ours, around, tasks)
            _set_floors(ours, around)
        size = len(client.get(f"{path}/week").data)
        return week_of_floors.known_of(ours), size


def _draw(ours, number):
    name = f"{evening.NAMES[number % len(evening.NAMES)]} {number}"
    return Person.create(circle=ours, name=name, ring=1 + number % 3, group="B", hue=1, joined=number + 2)


def _divide(ours, around, tasks):
    """Every day somebody comes by, and every day somebody does other things; nearly everybody said yes."""
    plan.Plan.insert(circle=ours, start=MONDAY, weeks=WEEKS).on_conflict_replace().execute()
    tags = itertools.cycle(("bezoek", "met_kinderen", "", "thuis", ""))
    for number in range(tasks):
        who, beside = around[number % len(around)], around[(number + 1) % len(around)]
        task = roster.need(ours, f"Nodig {number}", tag=next(tags), now=NOW)
        shift = roster.RegularShift.create(
            circle=ours, task=task, person=who, companion=beside, days=str(number // 5 % 7), starts="17:30"
        )
        if number % 20:
            roster.says_yes(shift, "person", who, how="spoken", now=NOW)
            roster.says_yes(shift, "companion", beside, how="spoken", now=NOW)


def _set_floors(ours, around):
    setter = Person.create(
        circle=ours, name="Ilse", part="professional", ring=4, group="Z", may_set_floor=True, hue=12, joined=10**6
    )
    meeting.attend(meeting.present_meeting(ours), setter, now=NOW)
    answers.tell_situation(ours, "Lotte is op.", now=NOW)
    told = answers.situation_of(ours)
    for person in around:
        answers.note_who_knows(told, person, now=NOW)
    says = {"set_by": setter, "organisation": "Jeugdbescherming", "reason": "Noor stond alleen op.", "now": NOW}
    counting = [person.id for person in around]
    for kind, rule in {
        "coverage": {"tag": "bezoek", "min_people": 3, "max_share": 50},
        "companion": {"tag": "met_kinderen", "person": around[1]},
        "min_people": {"min_people": 3},
        "never_task": {"tag": "thuis", "person": around[0]},
    }.items():
        floor = floors.set_floor(ours, kind, **says, **rule)
        for who, by in itertools.product(counting, floors.SAID_BY) if kind in checking.AGREED_WITH else ():
            floors.say_who_counts(floor, who, by=by, now=NOW)


if __name__ == "__main__":
    main()
