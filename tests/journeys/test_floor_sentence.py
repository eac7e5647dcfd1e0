"""What must always hold, while somebody types: the sentence that is read aloud is the one that will be kept."""

import pytest
from playwright.sync_api import expect

from netwerkberaad.database import db
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.safety import floors
from tests import cast
from tests.conftest import NOW, Browser, signed_in
from tests.floors_cast import seat_ilse

BUILT = "Minstens drie mensen weten precies wat er speelt."
OWN = "Drie van ons weten alles."


@pytest.fixture
def new(server, open_browser):
    """new(…): the form of something new that must always hold, in a browser of this kind."""
    with db.connection_context():
        family = cast.family(NOW, email="frank@example.org")
        meeting.stand_at(family.meeting, "3.6")
        seat_ilse(family, NOW)
    desk = signed_in(Browser(server.app), family.facilitator)

    def look(**kind):
        context = open_browser(**kind)
        cookie = {"name": "session", "value": desk.client.get_cookie("session").value}
        context.add_cookies([{**cookie, "domain": "127.0.0.1", "path": "/"}])
        page = context.new_page()
        page.goto(f"/kring/{family.circle.id}/altijd/nieuw/weten")
        return page

    look.kept = lambda: [floor.words for floor in floors.floors_of(family.circle)]
    return look


def test_the_sentence_follows_while_somebody_types(new):
    page = new()
    sentence, own = page.locator("#zin"), page.get_by_label("Wil je het anders zeggen?")
    expect(sentence).to_have_text(BUILT)
    expect(page.get_by_role("button", name="Laat de zin zien")).to_have_count(0)
    page.get_by_text("Andere woorden of andere dagen").click()
    own.press_sequentially(OWN)
    expect(sentence).to_have_text(OWN)
    page.get_by_label("Minstens hoeveel mensen?").select_option("4")
    expect(sentence).to_have_text(OWN)
    own.fill("")
    expect(sentence).to_have_text(BUILT.replace("drie", "vier"))


def test_without_script_a_button_shows_the_sentence_and_keeps_what_was_typed(new):
    page = new(java_script_enabled=False)
    page.get_by_label("Bij welke organisatie?").fill("GI")
    page.get_by_label("Waarom moet dit?").fill("Druk.")
    page.get_by_text("Andere woorden of andere dagen").click()
    page.get_by_label("Wil je het anders zeggen?").fill(OWN)
    page.get_by_role("button", name="Laat de zin zien").click()
    expect(page.locator("#zin")).to_have_text(OWN)
    with db.connection_context():
        assert new.kept() == []
    page.get_by_role("button", name="Zet dit erbij").click()
    expect(page.get_by_text(OWN).first).to_be_visible()
    with db.connection_context():
        assert new.kept() == [OWN]
