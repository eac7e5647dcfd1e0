"""One date that somebody cannot: on her own phone, and on that of the neighbour who stands in, which has no script."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from netwerkberaad import sample_family, sample_weeks
from netwerkberaad.database import db, one_go
from netwerkberaad.domain.after import links
from netwerkberaad.domain.circle import Person
from netwerkberaad.web import seal
from tests.conftest import NOW
from tests.journeys.conftest import ON_A_PHONE
from tests.journeys.test_access import RULES, TOO_WIDE

TODAY = NOW.date()  # a Thursday, in the third week of the sample family


@pytest.fixture
def phone_of(server, open_browser):
    """phone_of("Hanneke"): her own phone, opened with her link, of the sample family as it stands today."""
    with db.connection_context(), one_go():
        evening = sample_family.Evening(TODAY, "only for tests")
        evening.play()
        sample_weeks.play(evening, sample_family.STORY, today=TODAY)

    def open_one(name, **kind):
        with server.app.test_request_context(), db.connection_context():
            path = seal.path_of(links.Link.select().join(Person).where(Person.name == name).get())
        page = open_browser(**ON_A_PHONE, **kind).new_page()
        page.goto(path)
        page.get_by_role("button", name="Verder").click()
        page.get_by_role("button", name="Ja", exact=True).click()
        page.get_by_role("heading", name="Dit doe jij").wait_for()
        return page

    return open_one


def look(page):
    """Nobody is shut out of this page, and nothing falls off it."""
    found = Axe().run(page, options=RULES).response["violations"]
    assert [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found] == []
    assert page.evaluate(TOO_WIDE) == []


def test_who_cannot_says_so_in_two_taps_and_the_neighbour_takes_it_over(phone_of):
    hanneke = phone_of("Hanneke")
    look(hanneke)
    went = hanneke.locator("[id^=ging-]")
    went.get_by_role("button", name="Gedaan").press("Enter")
    hanneke.get_by_text("Dank je wel. Het staat erbij.").wait_for()
    assert went.count() == 0
    hanneke.get_by_role("link", name="Ik kan niet").press("Enter")
    hanneke.get_by_role("heading", name="Oppassen zodat Lotte kan sporten").wait_for()
    hanneke.get_by_text("Dit is al snel. Zeg het ook even tegen Wendy.").wait_for()
    look(hanneke)
    hanneke.get_by_label("Waarom kun je niet?").fill("Griep")
    hanneke.get_by_role("button", name="Ik kan niet").press("Enter")
    hanneke.get_by_text("Fijn dat je het laat weten. We vragen eerst Tjeerd.").wait_for()
    look(hanneke)

    tjeerd = phone_of("Tjeerd", java_script_enabled=False)
    asked = tjeerd.locator("[id^=invallen-]")
    assert "Hanneke kan niet." in asked.inner_text()
    assert "Griep" not in tjeerd.content()
    asked.get_by_role("button", name="Ik val in").click()
    tjeerd.get_by_text("Dank je wel. Jij valt in.").wait_for()
    assert tjeerd.locator(".next-thing__what").first.inner_text() == "Oppassen zodat Lotte kan sporten"

    hanneke.get_by_role("link", name="De week").click()
    hanneke.get_by_text("Tjeerd, in plaats van jou").wait_for()
    look(hanneke)
    wendy = phone_of("Wendy")
    assert wendy.locator("[id^=gezocht-]").count() == 0
    look(wendy)
