"""The strip beneath the week: is it covered, does it hold, is it fair; and the same on the days themselves."""

import datetime as dt
import re

import pytest

from netwerkberaad.database import db
from netwerkberaad.domain import circle
from netwerkberaad.domain.agreeing import plan
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.safety import floors
from netwerkberaad.domain.week import roster
from tests import agreed
from tests import test_who_sees_what as doors
from tests.web.week_cast import answers

MONDAY = dt.date(2026, 10, 12)


@pytest.fixture
def held(family, now):
    """Every day somebody comes by; Hanneke and Tjeerd share all days but Friday."""
    plan.Plan.create(circle=family.circle, start=MONDAY)
    ilse = circle.draw_person(family.circle, "Ilse", ring=4, group="Z", part="professional", may_set_floor=True)
    said = {"set_by": ilse, "organisation": "Jeugdbescherming", "reason": "Te vaak alleen"}
    words = "Elke dag komt er iemand kijken. Om de beurt."
    floor = floors.set_floor(family.circle, "coverage", **said, words=words, tag="bezoek", min_people=2, now=now)
    for person in (family.hanneke, family.tjeerd, family.wendy):
        floors.Trusted.create(floor=floor, person=person, family_at=now, setter_at=now)
    for days, person in (("023", family.hanneke), ("156", family.tjeerd)):
        agreed.shift(family, "Even langskomen", days, "17:30", person, now=now)
    roster.Task.update(tag="bezoek").execute()
    return family


def said(part):
    return re.sub(r"\s+([.:])", r"\1", " ".join(part.get_text(" ").split()))


def test_the_strip_answers_three_questions(marije, held, week):
    page = marije.get(week)
    assert [heading.text for heading in page.select(".week__answer h2")] == [
        "Wat is nog niet gedekt?",
        "Halen we wat altijd moet?",
        "Is het eerlijk verdeeld?",
    ]
    assert answers(page) == [
        "Vrijdag half zes: nog niemand. Nog niemand voor gezelschap of zomaar bellen. Maak het rondje",
        "Elke dag komt er iemand kijken: nog niet op vrijdag: nog niemand.",
        "Hanneke doet 3 van de 6. Tjeerd doet 3 van de 6. Verdeel het wat meer.",
    ]
    assert page.select_one("#wat-altijd-moet strong .icon")


def test_where_nothing_must_always_hold_the_strip_does_not_speak_of_it(marije, family, week, on_sunday):
    page = marije.get(week)
    assert not page.select("#wat-altijd-moet, .day-mark, [data-shape]")
    assert [heading.text for heading in page.select(".week__answer h2")][1] == "Wie moet nog ja zeggen?"


def test_a_day_that_falls_short_is_marked_in_the_list_too(marije, held, week):
    (heading,) = marije.get(week).select("[data-mark]")
    assert (heading["data-mark"], said(heading)) == ("2026-10-16", "vrijdag 16 oktober nog niet")
    assert heading.select_one(".day-mark .icon")
    assert heading.find_next("p").text == "Elke dag komt er iemand kijken: nog niemand."


def test_an_open_shape_leads_to_the_form_with_its_day_and_time(marije, held, week):
    (shape,) = marije.get(week).select("[data-shape]")
    assert (shape["data-from"], shape["data-until"]) == ("2026-10-16T17:30:00+02:00", "2026-10-16T18:30:00+02:00")
    assert said(shape) == "Even langskomen 17.30 – 18.30 uur nog niemand"
    form = marije.get(shape.select_one("a")["href"])
    assert [day["value"] for day in form.select("[name=days][checked]")] == ["4"]
    assert form.select_one("[name=starts]")["value"] == "17.30"
    page = marije.submit(form, "/vaste-beurten", person=held.wendy.id)
    assert not page.select("[data-shape]")
    assert said(page.select_one("[data-mark] + p")) == "Elke dag komt er iemand kijken: Wendy zei nog geen ja."


def test_a_name_on_an_open_shape_is_the_same_as_the_form(marije, held, week, shifts):
    (shape,) = marije.get(week).select("[data-shape]")
    sent = {"task": shape["data-shape"], "days": shape["data-days"], "starts": shape["data-starts"]}
    page = marije.post(shifts, {**sent, "person": held.wendy.id, "repeat": "weekly", "once": "a"})
    assert answers(page)[0].endswith("Wendy moet nog ja zeggen. Maak het rondje")
    assert not page.select("[data-shape]")


@pytest.mark.parametrize("asked", ["?dag=9x&tijd=later", "?dag=&tijd=", "?taak=x&dag=0123456789"])
def test_a_strange_link_to_the_form_chooses_nothing_wrong(marije, held, shifts, asked):
    form = marije.get(f"{shifts}/nieuw{asked}")
    assert len(form.select("[name=days][checked]")) in (0, 7)


def test_the_answer_to_a_drag_brings_the_strip_along_and_so_does_a_yes(marije, held, week, shifts, now):
    made = agreed.shift(held, "Even langskomen", "4", "17:30", held.wendy, said=False, now=now)
    roster.Task.update(tag="bezoek").execute()
    page = marije.get(week)
    assert "Wendy zei nog geen ja" in answers(page)[1]
    page = marije.submit(marije.get(f"{shifts}/{made.id}"), "/ja")
    page = marije.get(week)
    assert answers(page)[1] == "Ja. Elke dag komt er iemand kijken."
    assert page.select_one("#week-antwoorden[data-live][data-week-part] #wat-altijd-moet .is-good")
    page = marije.post(
        f"{shifts}/{made.id}/plek", {"seen": 1, "from_date": "2026-10-16", "to_date": "2026-10-17", "starts": "17:30"}
    )
    assert answers(page)[1].endswith("nog niet op vrijdag: nog niemand.")


def test_page_and_fragment_say_the_same_of_what_must_always_hold(marije, held, week):
    whole, part = marije.get(week), marije.get(week, fragment=True)
    assert said(whole.select_one("#wat-altijd-moet")) == said(part.select_one("#wat-altijd-moet"))


def test_the_shared_screen_and_the_pen_see_the_same_strip(app, browse, held, marije, now):
    at_the_desk = answers(marije.get(f"/kring/{held.circle.id}/week"))
    screen = doors.with_screen(app, browse, held, now)
    assert answers(screen.get(f"/scherm/{held.circle.id}/week")) == at_the_desk
    pen = doors.with_the_pen(app, browse, held, now)
    assert answers(pen.get(f"/avond/pen/{held.circle.id}/week")) == at_the_desk


def test_after_the_evening_the_marks_are_only_read(marije, held, week, now):
    plan.Plan.update(facilitator_sees_week=True).execute()
    meeting.end(held.meeting, now=now)
    page = marije.get(week)
    assert page.select("[data-mark]")
    assert not page.select("#week-lijst a, #week-antwoorden a")


def test_queries_do_not_grow_with_floors_and_shifts(held, marije, week, now, monkeypatch):
    asked, run = [], db.obj.execute_sql
    monkeypatch.setattr(db.obj, "execute_sql", lambda sql, *a, **kw: asked.append(sql) or run(sql, *a, **kw))

    def count():
        asked.clear()
        marije.get(week)
        return len(asked)

    one = count()
    ilse = floors.setters(held.circle)[0]
    for n in range(4):
        given = {"set_by": ilse, "organisation": "J", "reason": "R", "words": f"Vloer {n}.", "tag": "bezoek"}
        floors.set_floor(held.circle, "coverage", **given, now=now)
    for n in range(12):
        agreed.shift(held, f"Taak {n}", str(n % 7), "09:00", held.people[2 + n % 5], now=now)
    assert count() == one
