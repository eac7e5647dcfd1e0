"""Sitting at a page: what people do on it all evening long, whatever hands they do it with."""

from playwright.sync_api import expect


class AtThePage:
    """One window with somebody at it. `hands` makes the one who works it (hands.py); `look` is told where we are."""

    def __init__(self, server, context, hands):
        self.server, self.context, self.hands = server, context, hands
        self.look = lambda page: None
        self._sit_at(context.new_page())

    def _say(self, words, person=None):
        if person:
            self.hand.choose(self._who(person))
        self.hand.type(self.page.get_by_label("Typ wat er gezegd wordt"), words, then="Enter")
        self._stands(words)

    def _ask_for(self, role, name):
        part = self.page.locator(f"#rol-{role}")
        self.hand.press(part.get_by_role("button", name=name))
        self.hand.press(part.get_by_role("button", name="Ja, dat doe ik"))
        expect(part.get_by_text(f"{name} doet dit. Dank je wel!")).to_be_visible()

    def _who(self, name):
        return self.page.get_by_role("radio", name=name)

    def _stands(self, words):
        expect(self.page.locator(".said__words", has_text=words)).to_be_visible()

    def _asks(self, sentence):
        expect(self.page.get_by_role("heading", level=1, name=sentence)).to_be_visible()

    def _arrive(self, title, heading=""):
        """Somebody stops to look: the page is there, whole."""
        self._asks(heading)
        expect(self.page).to_have_title(title)
        self.look(self.page)

    def _on(self):
        self.look(self.page)
        self._press("Verder", exact=True)

    def _skip(self):
        self.look(self.page)
        self._press("Sla over")

    def _press(self, words, exact=False):
        self.hand.press(self.page.get_by_role("button", name=words, exact=exact))

    def _press_link(self, words):
        self.hand.press(self.page.get_by_role("link", name=words))

    def _sit_at(self, page, hands=None):
        self.page, self.hand = page, (hands or self.hands)(page)
