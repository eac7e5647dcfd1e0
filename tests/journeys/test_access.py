"""Every page of the evening for whoever sees, hears or handles a screen differently: axe, and the page twice as large."""

import re
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe

from tests.journeys.conftest import ON_A_PHONE
from tests.journeys.evening import Evening, on_omas_phone, up_to_the_signatures
from tests.journeys.hands import Clicking

# Without preloading: axe would put our imported stylesheets into the page once more, which our own policy forbids.
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"], "preload": False}
AXE = Axe()
TWICE_AS_LARGE = {"width": 640, "height": 400}
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
WHAT_STICKS_OUT = """() => [...document.querySelectorAll('main *')]
    .filter((e) => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map((e) => e.outerHTML.slice(0, 120)).slice(0, 3)"""


class Examiner:
    """Looks at each page once, as it stands in the middle of the evening, and remembers what is wrong with it."""

    def __init__(self):
        self.seen, self.wrong = set(), []

    def look(self, page):
        where = (
            re.sub(r"[0-9a-z]{20,}|(?<=/)[0-9]+(?=/|$)", "…", urlsplit(page.url).path),
            page.locator("h1").inner_text(),
        )
        if where in self.seen:
            return
        self.seen.add(where)
        page.wait_for_load_state("load")
        for found in AXE.run(page, options=RULES).response["violations"]:
            self.wrong += [(*where, found["id"], node["html"][:200]) for node in found["nodes"]]
        self.enlarge(page, where)

    def enlarge(self, page, where):
        usual = page.viewport_size
        page.set_viewport_size(TWICE_AS_LARGE)
        if page.evaluate(OVERFLOW) > 0:
            self.wrong.append((*where, "wider than the window", page.evaluate(WHAT_STICKS_OUT)))
        page.set_viewport_size(usual)


def test_no_page_of_the_evening_shuts_anybody_out(server, open_browser):
    examiner = Examiner()
    evening = Evening(server, open_browser(), Clicking)
    evening.look = examiner.look
    up_to_the_signatures(evening)
    evening.read_it_aloud()
    for name in ("Sanne", "Oma Trees", "Fatima"):
        evening.sign(name)
    evening.sign("Joris", "Ja, maar …", "Niet in de vakantie")
    evening.close_the_plan()
    on_omas_phone(evening, open_browser(**ON_A_PHONE))
    assert len(examiner.seen) > 45
    assert examiner.wrong == []
