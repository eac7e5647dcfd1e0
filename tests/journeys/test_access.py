"""Every page of the evening for whoever sees or handles a screen differently: axe, and everything twice as large."""

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
TOO_WIDE = """() => {
    const sheet = document.documentElement;
    if (sheet.scrollWidth <= sheet.clientWidth) return [];
    const out = (e) => e.getBoundingClientRect().right > sheet.clientWidth;
    return [...document.querySelectorAll('body *')].filter(out).slice(0, 3).map((e) => e.outerHTML.slice(0, 120));
}"""
LINKS = "() => [...document.querySelectorAll('a[href]')].map((a) => a.href.baseVal ?? a.href)"


class Examiner:
    """Looks at each page once, as it stands in the middle of the evening, and remembers what is wrong with it."""

    def __init__(self, address):
        self.address, self.seen, self.wrong, self.doors = address, set(), [], {}

    def look(self, page):
        page.wait_for_load_state("load")
        where = kind_of(page.url), page.locator("h1").first.inner_text()
        if where in self.seen:
            return
        self.seen.add(where)
        for link in page.evaluate(LINKS):
            link = link if link.startswith("http") else self.address + link
            self.doors.setdefault(kind_of(link), link.partition("#")[0])
        for found in AXE.run(page, options=RULES).response["violations"]:
            self.wrong += [(*where, found["id"], node["html"][:200]) for node in found["nodes"]]
        usual = page.viewport_size
        for size in (usual, TWICE_AS_LARGE):
            page.set_viewport_size(size)
            self.wrong += [(*where, f"wider than {size['width']}", out) for out in page.evaluate(TOO_WIDE)]
        page.set_viewport_size(usual)

    def look_behind_the_links(self, page, below):
        """Every page that a link on any page led to, below these addresses; looking changes nothing."""
        done = {kind for kind, _ in self.seen}
        while waiting := [kind for kind in self.doors if kind not in done and kind.startswith(below)]:
            done.update(waiting)
            for kind in waiting:
                if page.goto(self.doors[kind]).ok:
                    self.look(page)
                else:
                    self.wrong.append((kind, "leads nowhere", self.doors[kind]))


def kind_of(url):
    """The address without the numbers: one page of each kind is enough, through the screen's door or the desk's."""
    found = urlsplit(url)
    path = re.sub(r"(?<=/)([0-9][0-9-]*|[0-9a-z-]{20,})(?=/|$)", "…", found.path).replace("/kring/", "/scherm/")
    return f"{path}?{'&'.join(sorted(re.findall(r'(?:als|taak|wie)(?==)', found.query)))}"


def test_no_page_of_the_evening_shuts_anybody_out(server, open_browser):
    examiner = Examiner(server.address)
    # At rest: a name that is still fading in has no contrast to measure.
    evening = Evening(server, open_browser(reduced_motion="reduce"), Clicking)
    evening.look = examiner.look
    up_to_the_signatures(evening)
    another_window = evening.context.new_page()
    examiner.look_behind_the_links(another_window, ("/scherm/", "/kringen"))
    another_window.close()
    evening.read_it_aloud()
    for name in ("Sanne", "Oma Trees", "Fatima"):
        evening.sign(name)
    evening.sign("Joris", "Ja, maar …", "Niet in de vakantie")
    evening.close_the_plan()
    on_omas_phone(evening, open_browser(**ON_A_PHONE))
    examiner.look_behind_the_links(evening.page, ("/mijn",))
    assert examiner.wrong == []
    assert len(examiner.seen) > 60
