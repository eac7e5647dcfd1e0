"""The week as a page: what it shows, in which week, to whom, and in how many questions to the database."""

import datetime as dt

import pytest

from netwerkberaad.database import db
from netwerkberaad.domain import circle
from netwerkberaad.domain.agreeing.plan import plan_to_change
from netwerkberaad.domain.evening import meeting, offers
from netwerkberaad.domain.week import arranging, cancelling, roster
from netwerkberaad.domain.week.from_now_on import Since
from netwerkberaad.domain.week.week import present_week
from netwerkberaad.web.week import roster_words
from tests import agreed
from tests.conftest import Browser, signed_in
from tests.web.week_cast import answers, errors, fresh

START = dt.date(2026, 10, 12)
COOKING = "Koken"


def test_an_empty_week_says_what_it_is_for(marije, week):
    page = marije.get(week)
    assert page.h1.text == "Wie doet wat, welke dag?"
    assert page.select_one("#week-taken .hint").text == "Hier komen de taken. Wat is er nodig in een gewone week?"
    assert answers(page)[0] == "Er zijn nog geen taken."


def test_page_and_fragment_say_the_same(marije, week, on_sunday):
    whole, part = marije.get(week), marije.get(week, fragment=True)
    for name in ("week-taken", "week-lijst", "week-antwoorden"):
        told = [" ".join(page.find(id=name).text.split()) for page in (whole, part)]
        assert told[0] == told[1]


def test_a_night_ends_the_next_day(marije, family, shifts, cooking, week):
    page = marije.get(f"{shifts}/nieuw?taak={cooking.id}")
    page = marije.submit(page, "/vaste-beurten", days=["4"], starts="21:00", ends="08:00", person=family.wendy.id)
    assert page.select_one("#week-lijst .row__note").text == "21.00 – 08.00 uur"
    calendar = page.select_one("[data-calendar]")
    assert (calendar["data-first-hour"], calendar["data-last-hour"]) == ("0", "24")
    blocks = marije.get(f"{week}/beurten?start=2026-10-12&end=2026-10-18").json
    assert (blocks[0]["start"], blocks[0]["end"]) == ("2026-10-16T21:00:00+02:00", "2026-10-17T08:00:00+02:00")


def test_blocks_stay_at_their_time_after_the_clock_change_and_in_week_53(marije, family, shifts, cooking, week):
    page = marije.get(f"{shifts}/nieuw?taak={cooking.id}")
    marije.submit(page, "/vaste-beurten", days=["6"], starts="16:00", person=family.wendy.id, repeat="odd")
    starts = [block["start"] for block in marije.get(f"{week}/beurten?start=2026-10-12&end=2026-11-02").json]
    assert starts == ["2026-10-25T16:00:00+01:00"]
    starts = [block["start"][:10] for block in marije.get(f"{week}/beurten?start=2026-12-21&end=2027-01-24").json]
    assert starts == ["2027-01-03", "2027-01-10", "2027-01-24"]


def test_children_under_12_are_no_tile_and_no_choice(marije, family, week, shifts, on_sunday):
    assert "Noor" not in [tile["data-name"] for tile in marije.get(week).select("[data-person]")]
    form = marije.get(f"{shifts}/{on_sunday.id}")
    assert not form.select(f"[name=person][value='{family.noor.id}']")
    assert "kiest zelf" in form.select_one(f"label:has([name=person][value='{family.jesse.id}'])").text
    page = marije.post(f"{shifts}/{on_sunday.id}/persoon", {"seen": 1, "person": family.noor.id}, status=422)
    assert errors(page) == ["Kinderen onder de 12 krijgen geen taak."]


def test_the_round_asks_everybody_at_the_table(marije, family, week, on_sunday):
    page = marije.get(f"{week}/rondje")
    assert page.select_one(".round__ask p").text.strip() == "Koken, elke zondag, 16.00 uur"
    asked = [link.text.strip() for link in page.select("aside section:nth-of-type(1) li")]
    assert asked == ["Karim", "Wendy", "Hanneke", "Tjeerd", "Jesse"]
    page = marije.submit(page, "/ja")
    assert marije.response.request.path == f"{week}/rondje"
    assert page.h1.text == "Iedereen heeft ja gezegd."
    (row,) = page.select(".round__person")
    assert (row.h2.select_one("svg")["aria-label"], row.p.text) == ("heeft ja gezegd", COOKING)
    assert "Oma Riet" in row.h2.text


def test_who_said_not_now_is_not_asked_again(marije, family, week, on_sunday, now):
    offers.Offer.create(circle=family.circle, person=family.karim, kind="not_now", said_at=now)
    page = marije.get(f"{week}/rondje")
    asked = [link.text.strip() for link in page.select("aside section:nth-of-type(1) li")]
    assert asked == ["Wendy", "Hanneke", "Tjeerd", "Jesse"]


def test_what_somebody_offered_stands_beside_their_name(marije, family, week, shifts, on_sunday, now):
    offers.Offer.create(circle=family.circle, person=family.wendy, what="Meerijden", said_at=now)
    tile = marije.get(week).select_one(f"[data-person='{family.wendy.id}']")
    assert tile["title"] == "Wendy bood aan: Meerijden"
    page = marije.get(tile["href"])
    chosen = page.select_one("label:has([name=person][checked])")
    assert " ".join(chosen.get_text(" ").split()) == "We Wendy bood aan: meerijden"


@pytest.mark.parametrize(
    ("name", "names", "split"),
    [
        ("Oma Riet", ["Oma Riet", "Wendy"], ("Oma ", "Riet")),
        ("Oma Riet", ["Oma Riet", "Tante Riet"], ("", "Oma Riet")),
        ("Oma Riet", ["Oma Riet", "Riet"], ("", "Oma Riet")),
        ("Jan Willem", ["Jan Willem"], ("", "Jan Willem")),
        ("Oma", ["Oma"], ("", "Oma")),
    ],
)
def test_only_what_says_nothing_more_falls_away_from_a_name(name, names, split):
    assert roster_words.split_name(name, names) == split


@pytest.mark.parametrize(
    ("shares", "sentence"),
    [
        (("wendy", "wendy", "tjeerd", "hanneke"), "Wendy doet 2 van de 4. Verdeel het wat meer."),
        (("wendy", "tjeerd", "hanneke"), "Ja. Wendy\xa01, Tjeerd\xa01, Hanneke\xa01."),
        (("wendy", "wendy"), "Nog te weinig om te verdelen."),
        (("wendy", "tjeerd"), "Nog te weinig om te verdelen."),
        (("wendy", "wendy", "wendy"), "Wendy doet 3 van de 3. Verdeel het wat meer."),
        ((), "Er is nog niets verdeeld."),
    ],
)
def test_is_it_fairly_divided(marije, family, cooking, week, now, shares, sentence):
    for day, name in enumerate(shares):
        said = {"task": cooking, "person": getattr(family, name), "days": str(day), "starts": "16:00"}
        arranging.take_on(family.circle, **said, since=Since(START), now=now)
    page = marije.get(week)
    told = " ".join(page.select(".week__answer p")[2].text.split(" ")).split()
    assert told == sentence.replace("\xa0", " ").split()


def test_a_moral_task_answers_the_question_who_just_calls(marije, family, week, now):
    roster.need(family.circle, "Zomaar bellen", support="E", now=now)
    assert answers(marije.get(week))[0] == "Nog 1 taak zonder dag."


def test_another_week_can_be_looked_at_when_weeks_differ(marije, family, week, shifts, cooking, now):
    assert not marije.get(week).select("nav[aria-label='Een andere week']")
    said = {"task": cooking, "person": family.wendy, "days": "1", "starts": "16:00", "repeat": "fortnightly"}
    arranging.take_on(family.circle, **said, since=Since(START), now=now)
    page = marije.get(week)
    assert len(page.select("#week-lijst .row")) == 1
    later = marije.get(page.select("nav[aria-label='Een andere week'] a")[1]["href"])
    assert later.select("#week-lijst .row") == []
    assert "vanaf 19 oktober" in later.select_one("nav[aria-label='Een andere week']").text


def test_what_happens_once_is_shown_in_its_own_week(marije, family, shifts, cooking):
    page = marije.get(f"{shifts}/nieuw?taak={cooking.id}")
    said = {"starts": "16:00", "person": family.wendy.id, "repeat": "once", "first_day": "2026-12-31"}
    page = marije.submit(page, "/vaste-beurten", **said)
    assert page.select_one("[data-calendar]")["data-calendar"] == "2026-12-28"
    assert len(page.select("#week-lijst .row")) == 1


@pytest.mark.parametrize("asked", ["", "?vanaf=onzin", "?vanaf=9999-12-31", "?vanaf=2026-10-14"])
def test_a_strange_week_is_the_first_week(marije, week, asked):
    assert marije.get(week + asked).select_one("[data-calendar]")["data-calendar"] == "2026-10-12"


@pytest.mark.parametrize("asked", ["", "?start=2026-10-12", "?start=2026-10-12&end=2027-10-12", "?start=x&end=y"])
def test_blocks_are_given_for_some_weeks_at_most(marije, week, asked):
    assert marije.client.get(f"{week}/beurten{asked}").status_code == 422


def test_the_list_stands_without_the_calendar(marije, week, on_sunday):
    page = marije.get(f"{week}?als=lijst")
    assert not page.select("[data-calendar]")
    assert not [script for script in page.select("script") if "fullcalendar" in script["src"]]
    assert page.select_one("#week-lijst .row__title")["href"].startswith(f"/kring/{on_sunday.circle_id}/vaste-beurten/")


def test_another_familys_week_does_not_exist(marije, browse, family, strangers, week, on_sunday):
    other = signed_in(browse(), strangers.facilitator)
    for path in (week, f"{week}/beurten?start=2026-10-12&end=2026-10-19", f"{week}/rondje"):
        other.get(path, status=404)
    theirs = f"/kring/{strangers.circle.id}"
    marije.get(f"/kring/{family.circle.id}/vaste-beurten/999", status=404)
    other.get(f"{theirs}/vaste-beurten/{on_sunday.id}", status=404)
    other.get(f"{theirs}/taken/{on_sunday.task_id}", status=404)
    other.post(f"{theirs}/vaste-beurten/{on_sunday.id}/persoon", {"seen": 1, "person": strangers.wendy.id}, status=404)
    page = other.post(
        f"{theirs}/vaste-beurten",
        {"task": on_sunday.task_id, "days": "4", "starts": "17:30", "open": "ja", "once": "b"},
        status=422,
    )
    assert errors(page) == ["Kies nog wat er gedaan moet worden."]


def test_nobody_knocks_without_a_name(browse, week):
    assert browse().client.get(week).status_code == 302


@pytest.mark.parametrize(
    ("start", "is_over", "monday"),
    [
        pytest.param(None, False, "2026-10-12", id="before the plan: the coming week"),
        pytest.param("2026-10-19", False, "2026-10-19", id="the week it begins"),
        pytest.param("2026-10-19", True, "2026-10-19", id="over, and the plan begins later"),
        pytest.param("2026-09-28", False, "2026-10-05", id="the plan runs: this week"),
        pytest.param(None, True, "2026-10-05", id="over: this week"),
    ],
)
def test_the_week_that_is_shown_first(start, is_over, monday):
    begins = start and dt.date.fromisoformat(start)
    assert present_week(begins, dt.date(2026, 10, 8), is_over=is_over) == dt.date.fromisoformat(monday)


def test_after_the_evening_the_week_is_only_read(marije, family, week, shifts, on_sunday, now):
    meeting.end(family.meeting, now=now)
    plan = plan_to_change(family.circle)
    plan.facilitator_sees_week = True
    plan.save()
    page = marije.get(week)
    assert page.select_one("#week-lijst .row__title").text == COOKING
    assert page.select_one("[data-calendar]").has_attr("data-still")
    assert page.select_one(".stage__bar a").text.strip() == "Terug naar je werkblad"
    assert not page.select("main form, main button[type=submit], [data-task], [data-person], #week-lijst a")
    for path in (f"{shifts}/{on_sunday.id}", f"{shifts}/nieuw", f"{week}/rondje"):
        marije.get(path, status=403)


def test_nothing_is_arranged_after_the_evening(marije, family, shifts, on_sunday, now):
    meeting.end(family.meeting, now=now)
    marije.post(f"{shifts}/{on_sunday.id}/persoon", {"seen": 1, "person": family.wendy.id}, status=403)
    assert fresh(on_sunday).person == family.oma_riet


def test_nothing_private_stands_in_the_blocks(marije, family, week, on_sunday):
    circle.change_person(family.oma_riet, phone="0612345678", email="riet@example.org", job="geheim")
    told = marije.get(f"{week}/beurten?start=2026-10-12&end=2026-10-19").text + str(marije.get(week))
    for secret in ("0612345678", "riet@example.org", "geheim"):
        assert secret not in told


@pytest.mark.parametrize("path", ["", "/beurten?start=2026-10-12&end=2026-10-19", "/rondje"])
def test_queries_do_not_grow_with_the_week(app, family, marije, week, now, monkeypatch, path):
    asked = []
    run = db.obj.execute_sql
    monkeypatch.setattr(
        db.obj, "execute_sql", lambda sql, *args, **kwargs: asked.append(sql) or run(sql, *args, **kwargs)
    )

    def fill(number):
        for n in range(number):
            task = roster.need(family.circle, f"Taak {n}", now=now)
            named = {"person": family.people[2 + n % 5], "stand_in": family.people[2 + (n + 1) % 5]}
            when = {"days": str(n % 7), "starts": f"{8 + n % 12:02}:00"}
            arranging.take_on(family.circle, task=task, **named, **when, since=Since(START), now=now)

    def count():
        asked.clear()
        assert Browser.get(marije, week + path) is not None
        return len(asked)

    fill(1)
    one = count()
    fill(29)
    assert count() == one


def test_the_week_at_the_table_shows_who_cannot_and_who_stands_in_on_a_date(marije, family, now):
    monday = dt.date(2026, 10, 12)
    visit = agreed.shift(family, "Even langskomen", "01", "17:30", family.hanneke, now=now)
    rows = [
        cancelling.Cancellation.create(
            circle=family.circle, shift=visit, day=monday + dt.timedelta(days=n), part="person", person=family.hanneke,
            promise=roster.promise_of(visit), reason="Griep", at=now,
        )
        for n in range(2)
    ]  # fmt: skip
    cancelling.take_over(rows[1], family.tjeerd.id, via="all", now=now)
    page = marije.get(f"/kring/{family.circle.id}/week?vanaf=2026-10-12&als=lijst")
    says = [" ".join(row.text.split()) for row in page.select("[id^=blok-] .row__says")]
    assert says == ["Hanneke kan niet", "Tjeerd valt in voor Hanneke"]
    events = marije.client.get(f"/kring/{family.circle.id}/week/beurten?start=2026-10-12&end=2026-10-18").json
    assert [one["extendedProps"]["state"] for one in events] == ["open", "accepted"]
    assert "Griep" not in page.text + str(events)
