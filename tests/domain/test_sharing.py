"""Who may see what: the table, the doors it stands for, and the sentences that tell the family."""

import datetime as dt

import pytest

from netwerkberaad.domain import sharing, teams
from netwerkberaad.domain.agreeing import plan
from netwerkberaad.domain.evening import meeting, shared_screen
from netwerkberaad.domain.refusals import Stranger
from netwerkberaad.domain.sharing import AUDIENCES, MATTERS, Right, Viewer, may
from tests import cast

CELLS = [(audience, matter) for matter in MATTERS for audience in AUDIENCES]


def test_every_matter_has_a_cell_for_every_audience():
    assert [cell for cell in CELLS if not isinstance(may(*cell), Right)] == []


def test_an_admin_sees_nothing_of_a_family():
    assert {matter for matter in MATTERS if may("team_admin", matter)} == {"accounts", "who_looked"}
    assert may("team_admin", "who_looked") == Right.METADATA


def test_the_shared_screen_sees_only_what_the_room_may_see():
    for matter in MATTERS:
        assert may("screen", matter) in (Right(0), Right.BEAMER, Right.SUM), matter
    assert not any(may("screen", m) for m in ("reach", "off_limits", "safety_note", "carrying", "why_not", "logbook"))


def test_a_safety_note_is_for_the_facilitator_and_whoever_told_it():
    told = {audience: may(audience, "safety_note") for audience in AUDIENCES if may(audience, "safety_note")}
    assert told == {
        "parent": Right.OWN,
        "member": Right.OWN,
        "child": Right.OWN,
        "facilitator": Right.READ,
    }


@pytest.mark.parametrize("matter", ["carrying", "why_not", "worry"])
def test_what_somebody_can_carry_is_not_the_facilitators_business(matter):
    assert may("facilitator", matter) in (Right(0), Right.FORWARDED)


def test_the_family_is_told_in_words_about_everything_a_page_shows():
    told = sharing.told()
    assert [matter for matter, _, _ in told] == [matter for matter in MATTERS.values() if matter.there]
    for matter, sees, blind in told:
        assert matter.sentence.endswith(".")
        assert sorted([*blind, *(who for _, names in sees for who in names)]) == sorted(AUDIENCES.values())
        assert all(words for words, _ in sees)


@pytest.fixture
def family(db, now):
    return cast.family(now)


def viewer_of(family, audience, now):
    if audience == "screen":
        opened = shared_screen.Screen.create(circle=family.circle, opened_by=family.facilitator, opened_at=now)
        return Viewer("screen", screen=opened)
    if audience == "member":
        return Viewer("member", person=family.wendy)
    return Viewer(audience, staff=family.facilitator)


@pytest.mark.parametrize("audience", ["facilitator", "screen", "member"])
def test_a_circle_is_seen_through_ones_own_door_only(family, now, audience):
    strangers = cast.strangers(now, family.team)
    viewer = viewer_of(family, audience, now)
    assert sharing.circle_seen_by(viewer, family.circle.id) == family.circle
    with pytest.raises(Stranger):
        sharing.circle_seen_by(viewer, strangers.circle.id)


def test_an_admin_sees_no_circle_at_all(family, now):
    admin = teams.Staff.create(team=family.team, name="B", email="b@example.org", role=teams.ADMIN, invited_at=now)
    with pytest.raises(Stranger):
        sharing.circle_seen_by(Viewer(teams.ADMIN, staff=admin), family.circle.id)


@pytest.mark.parametrize("audience", ["facilitator", "screen"])
def test_after_the_evening_the_family_decides_who_looks_until_the_circle_looks_back(family, now, audience):
    viewer = viewer_of(family, audience, now)
    today = dt.date(2026, 10, 9)

    def rights(today=today):
        looks = sharing.may_look(viewer, family.circle, today=today)
        return looks, sharing.may_arrange(viewer, family.circle)

    assert rights() == (True, True)
    meeting.end(family.meeting, now=now)
    assert rights() == (False, False)
    ours = plan.plan_to_change(family.circle)
    review = dt.date(2026, 11, 18)
    switched_on = plan.Plan.update(facilitator_sees_week=True, review_day=review).where(plan.Plan.id == ours.id)
    switched_on.execute()
    assert rights(review) == (True, False)
    assert rights(review + dt.timedelta(days=1)) == (False, False)
