"""Magic links: how long they open, who gets one, and what ends them."""

import datetime as dt

import pytest

from netwerkberaad.domain import circle, refusals
from netwerkberaad.domain.after import links
from netwerkberaad.domain.agreeing import plan
from netwerkberaad.domain.week import roster
from tests import cast

TODAY = dt.date(2026, 10, 8)


@pytest.fixture
def family(db, now):
    return cast.family(now)


def seal_of(link):
    return [link.id, link.renewal, True]


@pytest.mark.parametrize(
    ("start", "weeks", "last"),
    [
        (dt.date(2026, 10, 12), 6, dt.date(2026, 11, 29)),
        (dt.date(2026, 10, 12), 1, dt.date(2026, 10, 25)),
        (None, 6, dt.date(2026, 11, 7)),
    ],
    ids=["a week after six weeks", "a week after one week", "thirty days without a plan"],
)
def test_a_link_opens_until_a_week_after_the_plan(family, now, start, weeks, last):
    link = links.make(family.wendy, now=now)
    plan.Plan.create(circle=family.circle, start=start, weeks=weeks)
    day_after = last + dt.timedelta(days=1)
    assert links.person_of(seal_of(link), today=last) == family.wendy
    assert links.person_of(seal_of(link), today=day_after) is None
    assert links.days_left(links.link_with(link.id), today=last) == 0


def test_a_person_has_one_link(family, now):
    assert links.make(family.wendy, now=now) == links.make(family.wendy, now=now)


def test_renewing_ends_what_was_made_from_the_old_one(family, now):
    link = links.make(family.wendy, now=now)
    links.hand_over(family.wendy, now=now)
    links.renew(family.wendy, seen=1, now=now)
    assert links.person_of(seal_of(link), today=TODAY) is None
    fresh = links.link_of(family.wendy)
    assert links.person_of(seal_of(fresh), today=TODAY) == family.wendy
    assert fresh.may_be_shown


def test_renewing_twice_from_the_same_page_is_renewing_once(family, now):
    links.make(family.wendy, now=now)
    links.renew(family.wendy, seen="1", now=now)
    with pytest.raises(refusals.ChangedMeanwhile):
        links.renew(family.wendy, seen="1", now=now)
    assert links.link_of(family.wendy).renewal == 2


@pytest.mark.parametrize("seen", ["", "²", "drie", "9" * 30])
def test_a_renewal_nobody_showed_renews_nothing(family, now, seen):
    links.make(family.wendy, now=now)
    with pytest.raises(refusals.ChangedMeanwhile):
        links.renew(family.wendy, seen=seen, now=now)


def test_a_revoked_link_opens_nothing_and_can_be_renewed(family, now):
    link = links.make(family.wendy, now=now)
    links.revoke(family.wendy, now=now)
    assert links.person_of(seal_of(link), today=TODAY) is None
    links.renew(family.wendy, seen=1, now=now)
    assert links.person_of(seal_of(links.link_of(family.wendy)), today=TODAY) == family.wendy


def test_what_was_handed_over_is_not_shown_again(family, now):
    links.make(family.wendy, now=now)
    links.hand_over(family.wendy, now=now)
    assert not links.link_of(family.wendy).may_be_shown


def test_nothing_to_hand_over_without_a_link(family, now):
    with pytest.raises(refusals.NoLinkYet):
        links.hand_over(family.wendy, now=now)


def test_a_person_typed_by_mistake_has_no_way_in(family, now):
    link = links.make(family.wendy, now=now)
    circle.change_person(family.wendy, taken_back_at=now)
    assert links.person_of(seal_of(link), today=TODAY) is None


@pytest.mark.parametrize("seal", [None, "", []], ids=str)
def test_no_pass_is_nobody(family, seal):
    assert links.person_of(seal, today=TODAY) is None


def test_the_round_asks_who_takes_part_and_keeps_the_others_apart(family, now):
    dennis = circle.draw_person(family.circle, "Dennis", group="K")
    olena = circle.draw_person(family.circle, "Olena", group="K")
    piotr = circle.draw_person(family.circle, "Piotr", group="K", status="suggested")
    task = roster.need(family.circle, "Noor meenemen naar voetbal", now=now)
    roster.RegularShift.create(circle=family.circle, task=task, person=dennis, days="1", starts="16:30")
    taking_part, others = links.round_of(family.circle)
    assert [person.name for person, _ in taking_part] == [
        *("Lotte", "Karim", "Oma Riet", "Wendy", "Hanneke", "Tjeerd", "Jesse", "Dennis")
    ]
    assert [person for person, _ in others] == [olena]
    assert piotr not in [person for person, _ in taking_part + others]


def test_the_round_knows_whose_link_is_whose(family, now):
    link = links.make(family.wendy, now=now)
    found = dict((person.name, link) for person, link in links.round_of(family.circle)[0])
    assert found["Wendy"] == link
    assert found["Karim"] is None
