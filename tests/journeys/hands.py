"""How somebody works a page: by clicking, by dragging and drawing with the mouse, or with nothing but the keys."""

from playwright.sync_api import expect

RINGS = {1: "Heel dichtbij", 2: "Dichtbij", 3: "Verder weg, wel belangrijk"}
DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
# The focus as people see it: in the window, with a ring around it or around its label, and under nothing else.
THE_FOCUS = """() => {
    const e = document.activeElement, box = e.getBoundingClientRect();
    const ringed = (one) => {
        const look = getComputedStyle(one);
        return (look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2) || look.boxShadow !== 'none';
    };
    const ring = ringed(e) || (e.closest('label') && ringed(e.closest('label')))
        || (e.closest('svg') && getComputedStyle(e.querySelector('.map__dot') || e).filter !== 'none');
    const line = e.getClientRects()[0] || box;
    const above = document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2);
    const inside = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
    const free = !!e.closest('svg') || e.contains(above) || e.closest('label')?.contains(above) || above?.contains(e);
    return {what: e.outerHTML.slice(0, 99), large: box.width > 0 && box.height > 0, inside, ring: !!ring, free: !!free};
}"""
# 0: here; 1: further on; -1: back; nothing when the page has put another in its place meanwhile.
# For one of a few, any of them will do: the arrows choose.
THE_WAY = """(target) => {
    if (!target.isConnected) return null;
    const at = document.activeElement;
    if (at === target) return 0;
    if (target.type === 'radio' && at.type === 'radio' && at.name === target.name && at.form === target.form) return 0;
    if (!at || at === document.body) return 1;
    return at.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING ? -1 : 1;
}"""


class Clicking:
    """Clicks and types, and fills in the form wherever others would drag. Works without script."""

    def __init__(self, page):
        self.page = page

    def press(self, target):
        target.click()

    def type(self, field, words, then=None):
        """Types the words into the field; `then` is a key, «Enter» to send."""
        field.click()
        field.fill(words)
        if then:
            field.press(then)

    def fill_in_day(self, field, day):
        field.fill(day.isoformat())

    def choose(self, mark):
        """Ticks a box, or picks one of a few."""
        mark.locator("xpath=ancestor::label").click()
        expect(mark).to_be_checked()

    def tap_on_the_map(self, name):
        self.press(self.on_the_map(name).locator(".map__dot"))

    def move_on_the_map(self, name, ring):
        """Somebody turns out to stand nearer, or further away: said on their card."""
        self.tap_on_the_map(name)
        expect(self.page.get_by_role("heading", level=1, name=name)).to_be_visible()
        self.choose(self.page.get_by_role("radio", name=RINGS[ring], exact=True))
        self.press(self.page.get_by_role("button", name="Zet het zo"))
        expect(self.on_the_map(name, ring)).to_be_visible()
        self.press(self.page.get_by_role("link", name="Terug naar het gesprek"))

    def put_in_the_week(self, task, day, time, person):
        """A card gets a day, a time and a person."""
        self.press(self.page.locator(".task-card", has_text=task))
        self.choose(self.page.get_by_role("checkbox", name=DAYS[day]))
        self.type(self.page.get_by_label("Hoe laat?", exact=True), time)
        self.choose(self.page.get_by_role("radio", name=person))
        self.press(self.page.get_by_role("button", name="Zet in de week"))

    def sign(self, name):
        """Puts a name under the plan."""
        self.type(self.page.get_by_label("Of typ je naam"), name)

    def on_the_map(self, name, ring=None):
        """This person on the map, in this ring when one is named."""
        where = f", {RINGS[ring].lower()}, " if ring else ", "
        return self.page.locator(f'.map__person[aria-label^="{name}{where}"]').first


class Dragging(Clicking):
    """Takes people and cards with the mouse and puts them down; signs by drawing."""

    def drag(self, source, x, y):
        box = source.bounding_box()
        at = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        mouse = self.page.mouse
        mouse.move(*at)
        mouse.down()
        mouse.move(at[0] + 4, at[1] + 4)
        mouse.move(x, y, steps=12)
        mouse.up()

    def move_on_the_map(self, name, ring):
        """Outwards or inwards along the line from the middle, so the side stays the same."""
        dot = self.on_the_map(name).locator(".map__dot")
        inner, outer = (self.page.locator(f".map__ring--{n}").bounding_box() for n in (ring - 1, ring))
        middle_x, middle_y = outer["x"] + outer["width"] / 2, outer["y"] + outer["height"] / 2
        box = dot.bounding_box()
        away_x, away_y = box["x"] + box["width"] / 2 - middle_x, box["y"] + box["height"] / 2 - middle_y
        now = ((away_x / outer["width"]) ** 2 + (away_y / outer["height"]) ** 2) ** 0.5 * 2
        further = (inner["width"] / outer["width"] + 1) / 2 / now
        self.drag(dot, middle_x + away_x * further, middle_y + away_y * further)
        expect(self.on_the_map(name, ring)).to_be_visible()

    def put_in_the_week(self, task, day, time, person):
        """The card goes onto its day and hour; then a name is put on the block."""
        card = self.page.locator(".task-card", has_text=task)
        hour, minutes = map(int, time.split("."))
        # The sheet has a line every two hours.
        from_here = hour - hour % 2
        row = self.page.locator(f'#kalender [data-time="{from_here:02}:00:00"]').last.bounding_box()
        over = self.page.locator("#kalender [data-date]").nth(day).bounding_box()
        down = (hour - from_here + minutes / 60) / 2 * row["height"] + 2
        self.drag(card, over["x"] + over["width"] / 2, row["y"] + down)
        block = self.page.locator("#kalender [data-shift]", has_text=task)
        expect(block).to_be_visible()
        onto = block.bounding_box()
        tile = self.page.locator(f'.person-tile[data-name="{person}"]')
        self.drag(tile, onto["x"] + onto["width"] / 2, onto["y"] + onto["height"] / 2)
        expect(block).to_contain_text(person)

    def sign(self, name):
        """Draws a wave in the box."""
        pad = self.page.locator("canvas.signature-pad")
        expect(pad).to_be_visible()
        pad.scroll_into_view_if_needed()
        box, mouse = pad.bounding_box(), self.page.mouse
        mouse.move(box["x"] + 20, box["y"] + box["height"] / 2)
        mouse.down()
        for n in range(1, 9):
            mouse.move(box["x"] + 20 + n * 12, box["y"] + box["height"] * (0.3 if n % 2 else 0.7), steps=3)
        mouse.up()


class Tapping(Clicking):
    """A thumb on a phone."""

    def press(self, target):
        target.tap()


class Keying(Clicking):
    """Tab, Enter, Space, the arrows and letters, and at every stop the focus is there to be seen."""

    def press(self, target):
        self.reach(target)
        self.page.keyboard.press("Enter")

    def type(self, field, words, then=None):
        self.reach(field)
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type(words)
        if then:
            self.page.keyboard.press(then)

    def fill_in_day(self, field, day):
        """Day or month first, as this browser happens to show it."""
        self.reach(field)
        for order in ("%m%d%Y", "%d%m%Y"):
            for _ in range(3):
                self.page.keyboard.press("ArrowLeft")
            self.page.keyboard.type(f"{day:{order}}")
            if field.input_value() == day.isoformat():
                return self.focus_is_seen()
        raise AssertionError(f"typing {day} left {field.input_value()}")

    def choose(self, mark):
        self.reach(mark)
        if mark.get_attribute("type") == "checkbox":
            return self.page.keyboard.press("Space")
        if not self.page.locator(":focus").is_checked():
            self.page.keyboard.press("Space")
        for _ in range(30):
            if mark.is_checked():
                return self.focus_is_seen()
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the arrows do not come to {mark}")

    def tap_on_the_map(self, name):
        self.press(self.on_the_map(name))

    def reach(self, target):
        """Tab, or Shift+Tab, until the focus is there."""
        expect(target).to_be_visible()
        there = target.element_handle()
        for _ in range(150):
            way = there.evaluate(THE_WAY)
            if way == 0:
                return self.focus_is_seen()
            if way is None:
                there = target.element_handle()
            else:
                self.page.keyboard.press("Tab" if way > 0 else "Shift+Tab")
        raise AssertionError(f"no key leads to {target}")

    def focus_is_seen(self):
        seen = self.page.evaluate(THE_FOCUS)
        assert [seen[what] for what in ("large", "inside", "ring", "free")] == [True] * 4, seen
