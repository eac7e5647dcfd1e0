"""What a family's row on the desk says, and what it keeps silent about."""

import datetime as dt

import pytest

from netwerkberaad.domain import attention, teams
from netwerkberaad.domain.agreeing import plan, signing
from netwerkberaad.domain.agreeing.plan import Plan
from netwerkberaad.domain.attention import ASKS, ON_THEIR_OWN, PREPARES, RUNS, Known, what_it_says
from netwerkberaad.domain.before import beginning
from netwerkberaad.domain.before.preparation import HeldBack
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.evening.meeting import Meeting
from netwerkberaad.domain.week import roster

TODAY = dt.date(2026, 10, 8)  # a Thursday
MOMENT = dt.datetime(2026, 10, 1, 17, 0, tzinfo=dt.UTC)


def day(days):
    return TODAY + dt.timedelta(days=days)


def evening(days, *, kind="network", **state):
    return Meeting(day=day(days), starts="19:00", kind=kind, question="2.2", **state)


def ended(days=-20, kind="network"):
    return evening(days, kind=kind, begun_at=MOMENT, ended_at=MOMENT)


def runs(review, start=-14, weeks=6):
    return Plan(start=day(start), weeks=weeks, review_day=day(review))


GAP = (("4", "17:30"), ("2", "18:00"))


@pytest.mark.parametrize(
    ("known", "group", "matters"),
    [
        pytest.param(Known(), PREPARES, ["nothing_planned"], id="nothing planned"),
        pytest.param(Known(evening(14)), PREPARES, ["together"], id="planned later"),
        pytest.param(Known(evening(1)), ASKS, ["together"], id="tomorrow"),
        pytest.param(Known(evening(-1)), ASKS, ["never_began"], id="it never began"),
        pytest.param(Known(evening(0, begun_at=MOMENT)), ASKS, ["going_on"], id="going on"),
        pytest.param(Known(evening(-3, begun_at=MOMENT, paused_at=MOMENT)), ASKS, ["stopped"], id="paused"),
        pytest.param(
            Known(evening(5), held_back=(HeldBack("x"),)), ASKS, ["together", "held_back"], id="soon, still to ask"
        ),
        pytest.param(
            Known(evening(5, kind="first_talk"), held_back=(HeldBack("x"),)),
            PREPARES,
            ["together"],
            id="nothing holds back a first talk",
        ),
        pytest.param(Known(ended(kind="first_talk")), ASKS, ["after_first_talk"], id="after the first talk"),
        pytest.param(Known(ended(), Plan()), ASKS, ["not_signed"], id="not signed"),
        pytest.param(Known(ended(), runs(5), signed=True), RUNS, ["review"], id="it runs"),
        pytest.param(Known(ended(), runs(1), signed=True), ASKS, ["review"], id="looking back tomorrow"),
        pytest.param(Known(ended(), runs(-1), signed=True), ASKS, ["review_missed"], id="looking back was missed"),
        pytest.param(Known(ended(), runs(-30, -60), signed=True), ON_THEIR_OWN, ["on_their_own"], id="plan is past"),
        pytest.param(
            Known(ended(), runs(5), True, looks=True, open_moments=GAP), ASKS, ["nobody", "review"], id="nobody yet"
        ),
        pytest.param(
            Known(ended(), runs(5), True, looks=False, open_moments=GAP), RUNS, ["review"], id="they keep the week"
        ),
    ],
)
def test_a_row_says_what_asks_for_attention(known, group, matters):
    said_group, says = what_it_says(known, today=TODAY)
    assert (said_group, [matter for matter, _ in says]) == (group, matters)


def test_the_first_open_moment_from_today_is_named():
    known = Known(ended(), runs(5), True, looks=True, open_moments=GAP)
    assert what_it_says(known, today=TODAY)[1][0] == ("nobody", {"days": "4", "starts": "17:30", "more": 1})


@pytest.fixture
def marije(db, now):
    team = teams.Team.create(name="Wijkteam De Linde")
    return teams.Staff.create(team=team, name="Marije", email="m@example.org", role="facilitator", invited_at=now)


def running_family(marije, now, *, sees_week):
    ours = beginning.begin_family(marije, "Kring", [beginning.Newcomer("Lotte")], now=now)
    held = meeting.plan_meeting(ours, day=day(-20), starts="19:00")
    meeting.end(meeting.begin(held, now=now), now=now)
    plan.Plan.create(circle=ours, start=day(-14), review_day=day(20), facilitator_sees_week=sees_week)
    sheet = signing.PlanVersion.create(circle=ours, number=1, text="{}", fingerprint="0" * 64, read_at=now)
    signing.Closing.create(plan_version=sheet, at=now)
    task = roster.need(ours, "Koken", now=now)
    roster.RegularShift.create(circle=ours, task=task, days="4", starts="17:30")
    return ours


@pytest.mark.parametrize("sees_week", [True, False])
def test_names_and_open_moments_stay_with_the_family_until_it_shares_them(marije, now, sees_week):
    row = attention.row_of(running_family(marije, now, sees_week=sees_week), today=TODAY)
    assert [person.name for person in row.people] == (["Lotte"] if sees_week else [])
    assert row.says[0][0] == ("nobody" if sees_week else "review")
    assert row.week == (3, 6)


def test_only_the_families_of_this_facilitator_stand_on_the_desk(marije, now):
    other = teams.Staff.create(team=marije.team, name="A", email="a@example.org", role="facilitator", invited_at=now)
    beginning.begin_family(other, "Van een ander", [beginning.Newcomer("Ali")], now=now)
    ours = beginning.begin_family(marije, "Van ons", [beginning.Newcomer("Lotte")], now=now)
    rows = attention.rows_of(marije, today=TODAY)
    assert [row.circle for group in rows.values() for row in group] == [ours]
