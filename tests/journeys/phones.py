"""Phones at the table: somebody comes in with their own, follows along, answers, promises and signs."""

from playwright.sync_api import expect

from tests.journeys.hands import Tapping
from tests.journeys.table import AtThePage

# A small Android, held sideways, where the net is slow: 400 ms away, 50 kB a second.
SIDEWAYS = {"viewport": {"width": 640, "height": 360}, "device_scale_factor": 2}
SLOW_3G = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}


class Phone(AtThePage):
    """One person's own phone."""

    def __init__(self, server, context, name):
        super().__init__(server, context, Tapping)
        self.name = name

    def get_slow(self):
        """From now on the net is slow for this phone."""
        self.context.new_cdp_session(self.page).send("Network.emulateNetworkConditions", SLOW_3G)

    # Coming in

    def choose_own_name(self, code):
        """The QR code leads to the names on the map; whoever chooses one waits."""
        self.page.goto(f"/meedoen/{code.replace(' ', '')}")
        self._arrive("Meedoen", "Wie ben je?")
        expect(self.page.locator("[type=checkbox]:checked")).to_have_count(0)
        self.hand.choose(self.page.get_by_role("radio", name=self.name))
        self._press("Doe mee")
        self.asks("Even wachten.")

    def type_own_name(self, code):
        """While the family talks alone nobody is named where one joins: whoever comes late types their own name."""
        self.page.goto(f"/meedoen/{code.replace(' ', '')}")
        self._arrive("Meedoen", "Wie ben je?")
        expect(self.page.get_by_role("radio")).to_have_count(0)
        self.hand.type(self.page.get_by_label("Je voornaam"), self.name)
        self._press("Doe mee")
        self.asks("Even wachten.")

    def type_code(self, code):
        """In small letters and with a space, as people do."""
        self.page.goto("/meedoen")
        self._arrive("Meedoen", "Doe mee")
        self.hand.type(self.page.get_by_label("Typ de code"), code.lower())
        self._press("Verder")
        self._arrive("Meedoen", "Wie ben je?")

    def come_in_as_somebody_new(self, relation):
        expect(self.page.locator("[type=checkbox]:checked")).to_have_count(0)
        self.hand.type(self.page.get_by_label("Je voornaam"), self.name)
        self.hand.type(self.page.get_by_label("Hoe ken je dit gezin?"), relation)
        self.hand.choose(self.page.get_by_role("checkbox", name="Mijn naam mag op de kaart"))
        self._press("Doe mee")

    def is_in(self):
        self._asks(f"Fijn dat je er bent, {self.name}.")

    # Following along

    def asks(self, sentence):
        """This phone shows this question, by itself."""
        self._asks(sentence)

    def say(self, words):
        self.hand.type(self.page.locator(".answer [name=words]"), words)
        self.hand.press(self.page.locator(".answer button.button--primary"))

    def says_that(self, words):
        expect(self.page.locator(".mine")).to_contain_text(words)

    def take_back(self, words):
        self.hand.press(self.page.get_by_role("button", name=f"Weg {words}"))
        expect(self.page.locator(".mine")).not_to_contain_text(words)

    def tap(self, words):
        self._press(words, exact=True)

    def give(self, number):
        self.hand.press(self.page.locator(".scale label", has_text=str(number)))
        self._press("Dit is mijn cijfer")
        self.says_that(f"Jouw cijfer: {number}")

    def shows_dots(self, numbers):
        expect(self.page.get_by_role("img", name=f"De cijfers: {numbers}", exact=True)).to_be_visible()

    def says_goodbye(self):
        """The evening is over: this phone goes to its last page by itself, and listens no more."""
        self._asks("Tot de volgende keer")
        expect(self.page.get_by_text("De avond is klaar.")).to_be_visible()
        expect(self.page.locator("#live")).to_have_count(0)

    # Without internet

    def lose_the_line(self):
        self.context.set_offline(True)

    def has_waiting(self, words):
        waits = self.page.locator("[data-sending]")
        expect(waits).to_contain_text("Geen internet. Je antwoord staat klaar.")
        expect(waits).to_contain_text(words)

    def has_a_line_again(self):
        self.context.set_offline(False)
        expect(self.page.locator("[data-sending]")).to_be_hidden()

    # Promising

    def is_asked(self, what):
        return self.page.locator(".next-thing", has_text=what)

    def answer(self, what, words):
        self.hand.press(self.is_asked(what).get_by_role("button", name=words))
        expect(self.is_asked(what)).to_have_count(0)

    def sign(self, answer="Ja, ik doe mee", *, remark="", drawing=False):
        """Reads what was agreed, and answers with their own hand: drawn, or typed."""
        self._asks("Doe je mee?")
        expect(self.page.locator(".sheet")).to_contain_text("Even langskomen")
        self.hand.choose(self.page.get_by_role("radio", name=answer))
        if remark:
            self.hand.type(self.page.get_by_label("wat wil je erbij zeggen?"), remark)
        if drawing:
            self._draw()
        else:
            self.hand.type(self.page.get_by_label("Of typ je naam"), self.name)
        self._press("Dit is mijn antwoord")
        self._asks("Hoe bereiken we je na vanavond?")

    def stay_reachable(self, phone, email):
        self.hand.type(self.page.get_by_label("Telefoonnummer"), phone)
        self.hand.type(self.page.get_by_label("E-mailadres"), email)
        for words in ("Mijn naam mag op de kaart", "Stuur mij berichten"):
            self.hand.choose(self.page.get_by_role("checkbox", name=words))
        self._press("Bewaar")

    def stay_a_guest(self):
        self._press_link("Ik blijf gast")

    def _draw(self):
        pad = self.page.locator("canvas.signature-pad")
        expect(pad).to_be_visible()
        pad.scroll_into_view_if_needed()
        box, finger = pad.bounding_box(), self.page.mouse
        for down in (0.3, 0.6):
            finger.move(box["x"] + 20, box["y"] + box["height"] * down)
            finger.down()
            finger.move(box["x"] + box["width"] * 0.7, box["y"] + box["height"] * (down + 0.2), steps=6)
            finger.up()
