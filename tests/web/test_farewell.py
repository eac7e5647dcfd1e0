"""The last page of an evening: wishes, the first thing that happens while we may look, and the way to the end."""

import datetime as dt

import pytest

from netwerkberaad.domain.agreeing import plan
from netwerkberaad.domain.evening import answers, meeting
from tests.agreed import agree_on_everything, everybody_signs, read, shut
from tests.conftest import signed_in


@pytest.fixture
def at(family):
    return f"/kring/{family.circle.id}/bijeenkomst"


@pytest.fixture
def agreed(marije, family, now):
    """The plan is closed and the evening not yet over."""
    agree_on_everything(family, now)
    answers.say(family.circle, "1.5", "Weer een avond rust.", now=now)
    version = read(family, now)
    everybody_signs(family, version, now)
    shut(family, now, version)
    return family


def test_from_a_closed_plan_the_meeting_offers_its_end(marije, agreed, at):
    page = marije.get(at)
    assert page.h1.text == "Dit is jullie plan."
    assert "Weer een avond rust." in page.text
    assert "Maandag 12 oktober, half zes: Hanneke" in page.text
    assert "We zien elkaar woensdag 18 november, 19.30 uur, Buurthuis." in page.text
    page = marije.submit(page, "/bijeenkomst/einde")
    assert "Dank jullie wel." in page.text
    assert page.select_one(f".stage__bar a[href='/kringen/{agreed.circle.id}']")


@pytest.mark.parametrize("looks", [True, False])
def test_after_the_end_the_week_shows_only_while_the_family_lets_us_look(marije, agreed, at, now, looks):
    plan.Plan.update(facilitator_sees_week=looks).execute()
    meeting.end(meeting.present_meeting(agreed.circle), now=now)
    page = marije.get(at)
    assert "Weer een avond rust." in page.text
    assert ("Hanneke" in page.text) == looks


def test_tomorrow_is_called_tomorrow(app, marije, agreed, at, browse):
    sunday = dt.datetime(2026, 10, 11, 9, 0, tzinfo=dt.UTC)
    app.config["CLOCK"] = lambda: sunday
    assert "Morgen, half zes: Hanneke" in signed_in(browse(), agreed.facilitator).get(at).text


def test_an_evening_without_a_plan_ends_with_thanks(marije, family, at, now):
    meeting.end(family.meeting, now=now)
    page = marije.get(at)
    assert page.h1.text == "De bijeenkomst is klaar"
    assert "Dank jullie wel." in page.text


def test_a_plan_of_an_earlier_evening_does_not_end_this_one(marije, agreed, at, now):
    meeting.end(meeting.present_meeting(agreed.circle), now=now)
    later = now + dt.timedelta(days=41)
    meeting.begin(meeting.plan_meeting(agreed.circle, kind="review", day=later.date()), now=later)
    marije.get(at, 302)
