"""The same evening in browsers that run no script: forms and links do everything."""

from playwright.sync_api import expect

from tests.journeys.conftest import ON_A_PHONE
from tests.journeys.evening import Evening, on_omas_phone, up_to_the_signatures
from tests.journeys.hands import Clicking
from tests.journeys.talking import SWIMMING


def test_a_new_family_comes_from_a_blank_table_to_a_signed_plan_without_script(server, open_browser):
    evening = Evening(server, open_browser(java_script_enabled=False), Clicking)
    up_to_the_signatures(evening)
    evening.read_it_aloud()
    for name in ("Sanne", "Oma Trees", "Fatima"):
        evening.sign(name)
    evening.sign("Joris", "Nu niet")
    evening.close_the_plan()
    # What Joris would have done is open again, and the text says so in a version of its own.
    expect(evening.page.get_by_text("Versie 2.")).to_be_visible()
    expect(evening.page.locator(".sheet__line", has_text=SWIMMING)).to_contain_text("nog open")
    on_omas_phone(evening, open_browser(**ON_A_PHONE, java_script_enabled=False))
