"""What a proposal knows of a circle: the moments that floors ask for fall only in the weeks that lack them."""

import datetime as dt

import pytest

from netwerkberaad.domain.after import still_going
from netwerkberaad.domain.agreeing import plan
from netwerkberaad.domain.evening import answers, offers
from netwerkberaad.domain.proposing import gathering, placing
from netwerkberaad.domain.proposing.smallest_change import missing
from netwerkberaad.domain.proposing.solving import propose
from netwerkberaad.domain.safety import floors
from netwerkberaad.domain.week import arranging, away, roster, when
from netwerkberaad.domain.week.from_now_on import Since
from tests import cast, floors_cast

DECEMBER = dt.date(2026, 12, 7)  # week 50; after week 53 comes week 1
A_WEEK = when.A_DAY * 7


@pytest.fixture
def ours(db, now):
    """On Mondays somebody comes by, for six weeks."""
    family = cast.family(now)
    floors_cast.seat_ilse(family, now)
    floors_cast.everybody_knows(family, now)
    floors_cast.visits(family, now, days="0", min_people=1, max_share=100)
    plan.Plan.create(circle=family.circle, start=DECEMBER, weeks=6)
    family.task = roster.need(family.circle, "Even langskomen", tag="bezoek", now=now)
    return family


def comes(family, now, days="0", who="hanneke", **falls):
    person = getattr(family, who)
    shift = roster.RegularShift.create(
        circle=family.circle, task=family.task, person=person, days=days, starts="17:30", **falls
    )
    roster.says_yes(shift, "person", person, how="own", now=now)


def proposed(family, week):
    monday = DECEMBER + A_WEEK * week
    gathered = gathering.gathered(family.circle, monday, today=DECEMBER)
    return gathered, propose(gathered.question)


def placed(family, week, now):
    gathered, proposal = proposed(family, week)
    picked = [placing.key_of(gathered, choice) for choice in proposal.choices]
    placing.place(family.circle, gathered, proposal, picked, now=now)


def mondays(family):
    """The weeks on the Monday of which somebody comes by, once for each turn."""
    last = DECEMBER + A_WEEK * 6 - when.A_DAY
    turns = [day for s in roster.shifts_of(family.circle) for day in when.dates(roster.when_of(s), DECEMBER, last)]
    return sorted((day - DECEMBER).days // 7 for day in turns if day.weekday() == 0)


def test_whoever_is_away_on_all_its_dates_is_not_asked_for_it(ours, now):
    """Hanneke, Wendy and Tjeerd count; two of them are away on that one Monday, one of these for all six weeks."""
    falls = {"days": "0", "starts": "17:30", "repeat": "once", "first_day": DECEMBER + A_WEEK}
    roster.RegularShift.create(circle=ours.circle, task=ours.task, still_open=True, **falls)
    away.go(ours.hanneke, DECEMBER + A_WEEK, DECEMBER + A_WEEK, now=now)
    away.go(ours.wendy, DECEMBER, DECEMBER + A_WEEK * 6, now=now)
    gathered, proposal = proposed(ours, 1)
    (choice,) = proposal.choices
    assert choice.person == ours.tjeerd.id
    (every_week,) = proposed(ours, 2)[0].question.shown
    assert every_week[1].able == {ours.hanneke.id, ours.tjeerd.id}


def test_who_said_that_it_is_too_much_is_not_asked_for_more(ours, now):
    comes(ours, now, days="3")
    still_going.tell(ours.hanneke, "too_much", now=now)
    for later, is_asked in ((0, False), (13, False), (15, True)):
        today = now.date() + dt.timedelta(days=later)
        gathered = gathering.gathered(ours.circle, DECEMBER, today=today)
        asked = set().union(*(moment.able for moment in gathered.question.moments))
        assert (ours.hanneke.id in asked) is is_asked, later


def test_what_changed_this_week_still_counts_in_it(ours, now):
    """On Wednesday somebody else gets the Mondays: this Monday Hanneke came, and that covered it."""
    comes(ours, now)
    (shift,) = roster.shifts_of(ours.circle)
    wednesday = DECEMBER + when.A_DAY * 2
    arranging.give_to(shift, seen=shift.version, person=ours.tjeerd, since=Since(wednesday, DECEMBER), now=now)
    gathered = gathering.gathered(ours.circle, DECEMBER, today=wednesday)
    question, proposal = gathered.question, propose(gathered.question)
    assert [(m.person, m.gone) for _, m in question.shown] == [(ours.hanneke.id, True)]
    assert (proposal.choices, proposal.worth.floors) == ((), 1)
    assert missing(question) == []


STANDS = [
    ("another day only", {"days": "3"}, 0, "weekly", [0, 1, 2, 3, 4, 5]),
    ("every other week", {"repeat": "fortnightly", "first_day": DECEMBER}, 1, "fortnightly", [0, 1, 2, 3, 4, 5]),
    ("odd weeks, two of which follow each other", {"repeat": "odd"}, 0, "even", [0, 1, 2, 3, 4, 5]),
    ("from next week on", {"first_day": DECEMBER + A_WEEK}, 0, "once", [0, 1, 2, 3, 4, 5]),
    ("once", {"repeat": "once", "first_day": DECEMBER + A_WEEK * 2}, 1, "fortnightly", [1, 2, 3, 5]),
]


@pytest.mark.parametrize(("falls", "week", "repeat", "weeks"), [c[1:] for c in STANDS], ids=[c[0] for c in STANDS])
def test_what_is_added_comes_only_where_it_lacks(ours, now, falls, week, repeat, weeks):
    comes(ours, now, **falls)
    gathered, _ = proposed(ours, week)
    (shape,) = [moment for moment in gathered.question.moments if moment.shift is None]
    assert shape.repeat == repeat
    placed(ours, week, now)
    assert mondays(ours) == weeks


def test_two_that_are_lacking_fall_each_in_their_own_weeks(ours, now):
    floors_cast.visits(ours, now, days="0", min_per_day=2, min_people=1, max_share=100)
    comes(ours, now, repeat="fortnightly", first_day=DECEMBER)
    placed(ours, 1, now)
    assert mondays(ours) == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5]


def test_once_on_two_days_is_two_turns(ours, now):
    floors_cast.visits(ours, now, days="03", min_people=1, max_share=100)
    comes(ours, now, days="03", first_day=DECEMBER + A_WEEK)
    placed(ours, 0, now)
    fresh = [(s.days, s.first_day) for s in roster.shifts_of(ours.circle) if s.repeat == "once"]
    assert fresh == [("0", DECEMBER), ("3", DECEMBER + when.A_DAY * 3)]


def test_nothing_is_added_to_a_day_that_has_gone_by(ours, now):
    comes(ours, now, first_day=DECEMBER + A_WEEK)
    asked = gathering.gathered(ours.circle, DECEMBER, today=DECEMBER + when.A_DAY).question
    assert [moment for moment in asked.moments if moment.shift is None] == []


def told_again(family, now, day):
    """A new text about what is going on, told on this day; only Hanneke knows it."""
    words = answers.tell_situation(family.circle, "Het gaat beter.", now=now)
    answers.Situation.update(said_at=now + (day - now.date())).where(answers.Situation.id == words.id).execute()
    answers.note_who_knows(words, family.hanneke, now=now)


def test_who_is_asked_knows_what_was_told_last(ours, now):
    told_again(ours, now, DECEMBER + when.A_DAY * 2)
    comes(ours, now, days="3")
    gathered, proposal = proposed(ours, 0)
    assert [choice.person for choice in proposal.choices] == [ours.hanneke.id]
    assert gathered.question.floors_met(proposal.choices) == [0]


@pytest.mark.parametrize(("last", "able"), [(DECEMBER - when.A_DAY, True), (DECEMBER, False), (None, False)])
def test_what_held_until_yesterday_keeps_nobody_from_it(ours, now, last, able):
    said = floors_cast.said(ours, person=ours.wendy, tag="bezoek", last_day=last)
    floors.set_floor(ours.circle, "never_task", **said, now=now)
    offers.Offer.create(circle=ours.circle, person=ours.wendy, what="Van alles", said_at=now)
    roster.RegularShift.create(circle=ours.circle, task=ours.task, days="2", starts="17:30")
    moment = next(moment for moment in proposed(ours, 0)[0].question.moments if moment.day == 2)
    assert (ours.wendy.id in moment.able) is able
