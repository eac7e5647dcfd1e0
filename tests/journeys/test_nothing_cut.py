"""On the wall nothing that was said is cut where there is room: who people are, and what they do in the week."""

import pytest

from netwerkberaad.database import db
from netwerkberaad.domain import circle
from netwerkberaad.domain.week import arranging, roster
from netwerkberaad.domain.week.from_now_on import Since
from tests import cast
from tests.conftest import NOW, Browser, signed_in

SIZES = {"1920x1080": (1920, 1080), "1280x800": (1280, 800), "1024x768": (1024, 768)}
# A line that is not shown is higher than the tail of a letter.
CUT = "(all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 6)"
VISIT = "Even langskomen en meekijken"


@pytest.fixture(params=SIZES.values(), ids=SIZES)
def wall(request, server, open_browser):
    """wall(path) opens that page of the cast's circle at the desk; wall.family is the cast."""
    with db.connection_context():
        family = cast.family(NOW, email="frank@example.org")
    session = signed_in(Browser(server.app), family.facilitator).client.get_cookie("session").value
    width, height = request.param
    context = open_browser(viewport={"width": width, "height": height})
    context.add_cookies([{"name": "session", "value": session, "domain": "127.0.0.1", "path": "/"}])

    def show(path):
        page = context.new_page()
        page.goto(f"/kring/{family.circle.id}/{path}")
        return page

    show.family = family
    return show


def test_how_people_know_the_family_stands_there_whole(wall):
    with db.connection_context():
        circle.change_person(wall.family.wendy, relation="moeder van een klasgenoot")
    notes = wall("vraag/1.1").locator(".there__note")
    assert "moeder van een klasgenoot" in notes.all_inner_texts()[4]
    assert notes.evaluate_all(f"(all) => ({CUT})(all).map((one) => one.textContent)") == []


def test_a_long_task_stands_whole_where_nothing_follows_and_covers_nothing(wall):
    def every_week(what, days, starts):
        task = roster.need(wall.family.circle, what, now=NOW)
        when = {"days": days, "starts": starts, "since": Since(NOW.date())}
        arranging.take_on(wall.family.circle, task=task, person=wall.family.wendy, **when, now=NOW)

    with db.connection_context():
        every_week(VISIT, "1", "12:30")
        every_week("Noor meenemen naar voetbal", "3", "16:30")
        every_week("Samen koken", "3", "17:30")
    page = wall("week")
    alone = page.locator("#kalender .blok", has_text=VISIT)
    alone.wait_for()
    page.wait_for_function(
        f"(words) => ({CUT})([...document.querySelectorAll('.blok__what')]).every((one) => one.textContent !== words)",
        arg=VISIT,
    )
    first, then = (
        page.locator("#kalender .blok", has_text=words).bounding_box() for words in ("voetbal", "Samen koken")
    )
    assert first["y"] + first["height"] <= then["y"] + 1
