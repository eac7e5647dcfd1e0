"""The sample family: what the guide expects of it is what comes out, whatever day it is loaded on."""

import datetime as dt
import json

import pytest

from netwerkberaad import sample_family
from netwerkberaad.domain.after import own_word
from netwerkberaad.domain.agreeing import signing
from netwerkberaad.domain.agreeing.open_points import open_points
from netwerkberaad.domain.agreeing.plan import plan_of
from netwerkberaad.domain.agreeing.plan_picture import picture_of
from netwerkberaad.domain.circle import Circle, Person, people_of
from netwerkberaad.domain.safety import week_of_floors
from netwerkberaad.domain.week import load, roster

TODAY = dt.date(2026, 10, 21)
LOAD = {
    "Hanneke": 3,
    "Tante Esra": 4,
    "Tjeerd": 3,
    "Wendy": 3,
    "Karim": 1,
    "Dennis": 2,
    "Opa Yusuf": 1,
    "Olena": 1,
    "Piotr": 1,
    "Oma Riet": 1,
    "Jesse": 1,
}


@pytest.fixture
def shown(app):
    with app.test_request_context():
        yield sample_family.load(app.config["SETTINGS"], today=TODAY)


@pytest.fixture
def ours(shown):
    return Circle.get(Circle.sample)


@pytest.mark.parametrize("today", ["2026-10-19", "2026-10-21", "2026-10-25"])
def test_the_sample_begins_on_the_last_monday_at_least_fourteen_days_ago(today):
    assert sample_family.first_monday(dt.date.fromisoformat(today)) == dt.date(2026, 10, 5)


def test_everybody_carries_what_the_guide_says(ours):
    names = {person.id: person.name for person in people_of(ours)}
    plan = plan_of(ours)
    shifts = [load.Carried(roster.when_of(s), s.person_id, s.companion_id) for s in roster.shifts_of(ours)]
    carried = load.load_week(
        shifts,
        plan.start,
        contact_person=plan.contact_person_id,
        cancel_with=plan.cancel_with_id,
        household=[person.id for person in people_of(ours) if person.household],
    )
    assert {names[person]: count for person, count in carried.items() if count} == LOAD


def weeks(ours, today=TODAY):
    """How both floors stood in the first two weeks: [(as planned, as it went, why not)] for each."""
    first = plan_of(ours).start
    found = [week_of_floors.findings(ours, first + dt.timedelta(weeks=n), today) for n in range(2)]
    return [[(one.status, one.went, list(one.why_not)) for one in week] for week in found]


def test_what_must_always_hold_held_as_planned_and_as_it_went_but_for_one_silent_day(ours):
    visits, company = ("Gehaald", "Gehaald", []), ("Gehaald", "Gehaald", [])
    silent = "vrijdag 16 oktober: we weten nog niet of het gelukt is. Vraag het Wendy"
    assert weeks(ours) == [[visits, company], [("Gehaald", "Nog niet bekend", [silent]), company]]


def test_once_somebody_says_so_that_day_was_met_too(ours):
    tjeerd = Person.get(Person.circle == ours, Person.name == "Tjeerd")
    visit = next(s for s in roster.shifts_of(ours) if s.person and s.person.name == "Wendy" and "4" in s.days)
    friday, now = dt.date(2026, 10, 16), dt.datetime(2026, 10, 21, 10, tzinfo=dt.UTC)
    own_word.tell_how_it_went(tjeerd, plan_of(ours), visit.id, friday, "done", now=now)
    assert weeks(ours)[1][0] == ("Gehaald", "Gehaald", [])
    own_word.tell_how_it_went(tjeerd, plan_of(ours), visit.id, friday, "missed", now=now)
    assert weeks(ours)[1][0] == ("Niet gehaald", "Niet gehaald", ["vrijdag 16 oktober: niemand"])


def test_nothing_is_open_any_more(ours):
    assert open_points(picture_of(ours, today=TODAY)) == []


def test_the_plan_is_signed_closed_and_as_it_was_read(ours):
    version = signing.our_plan(ours)
    assert version.is_intact
    answers = signing.Signature.select().where(signing.Signature.plan_version == version)
    assert sorted(f"{answer.person.name} {answer.choice} {answer.how}" for answer in answers) == [
        "Dennis yes typed",
        "Hanneke yes typed",
        "Jesse yes typed",
        "Karim yes typed",
        "Lotte yes typed",
        "Noor yes sticker",
        "Olena yes typed",
        "Oma Riet yes_but typed",
        "Opa Yusuf yes typed",
        "Piotr yes typed",
        "Tante Esra yes typed",
        "Tjeerd yes typed",
        "Wendy yes typed",
    ]


def test_everybody_outside_the_centre_has_a_place_on_the_map(ours):
    assert Person.select().where(Person.circle == ours, Person.ring > 0, Person.x.is_null()).count() == 0


def test_loading_it_again_changes_nothing_and_says_the_same(app, shown):
    people = Person.select().count()
    assert sample_family.load(app.config["SETTINGS"], today=dt.date(2027, 1, 1)) == shown
    assert Person.select().count() == people


def test_it_stays_out_where_real_families_are(app, family):
    with app.test_request_context(), pytest.raises(sample_family.RealFamiliesHere):
        sample_family.load(app.config["SETTINGS"], today=TODAY)


def test_what_demo_prints_leads_to_pages_that_open(app, shown, browse):
    json.dumps(shown)
    (marije,) = (account for account in shown["staff"] if account["role"] == "facilitator")
    desk = browse()
    page = desk.get("/inloggen")
    desk.submit(page, "/inloggen", follow=False, email=marije["email"], password=marije["password"])
    for circle in shown["circles"]:
        assert set(circle["urls"]) == {"desk", "meeting", "map", "roster", "agreements", "signing"}
        for path in circle["urls"].values():
            desk.get(path)
    for person in shown["people"]:
        browse().get(person["link"])
