"""The windows from which an evening is led: the desk, the shared screen, the remote and the phone with the pen."""

from playwright.sync_api import expect

from tests.journeys.hands import Clicking, Tapping
from tests.journeys.table import AtThePage
from tests.journeys.talking import Talking

ON_THE_WALL = {"viewport": {"width": 1920, "height": 1080}}
# Whatever somebody else changed and this page marked, in words, for as long as the page stays.
MARKED = """addEventListener("DOMContentLoaded", () => {
    window.marked = [];
    const note = ({ target }) => { if (target.matches(".is-fresh")) window.marked.push(target.textContent); };
    const watch = new MutationObserver((all) => all.forEach(note));
    watch.observe(document.body, { subtree: true, attributeFilter: ["class"] });
})"""


class Desk(Talking):
    """The facilitator's laptop, days before and on the evening itself."""

    def __init__(self, server, context, circle):
        super().__init__(server, context, Clicking)
        self.circle = circle

    def prepare_with(self, person, topic, fear):
        """One person apart, with nobody else there: what not to talk about, and whom to be afraid of."""
        room = f"/kringen/{self.circle.id}/voorbereiden/{person.id}"
        self.page.goto(f"{room}/0.1")
        self.hand.type(self.page.get_by_label("Hier wil ik het niet over hebben"), topic)
        self._press("Verder", exact=True)
        self._asks("bang")
        self.hand.choose(self.page.get_by_role("radio", name="Ja", exact=True))
        self.hand.type(self.page.get_by_label("Wil je er iets over vertellen?"), fear)
        self._press("Bewaar en verder")
        expect(self.page.get_by_text("Dat is bewaard.")).to_be_visible()

    def open_the_screen(self):
        """Returns the pass of the shared screen, for the browser beside the beamer."""
        self.page.goto(f"/kringen/{self.circle.id}")
        with self.context.expect_page() as opening:
            self._press("Open het gedeelde scherm")
        expect(opening.value.get_by_role("heading", level=1, name="Welkom")).to_be_visible()
        opening.value.close()
        return next(cookie for cookie in self.context.cookies() if cookie["name"] == "scherm")

    def is_shut_out_of(self, *paths):
        """Nothing of it opens, also by direct address."""
        for path in paths:
            answer = self.context.request.get(f"/kring/{self.circle.id}/{path}")
            assert answer.status == 403, path
            assert "Het gezin praat nu samen" in answer.text(), path

    def may_open(self, *paths):
        for path in paths:
            assert self.context.request.get(f"/kring/{self.circle.id}/{path}").status == 200, path


class Wall(AtThePage):
    """The shared screen, large, for everybody to see."""

    def __init__(self, server, context, circle, screen_pass):
        context.add_cookies([screen_pass])
        context.add_init_script(MARKED)
        super().__init__(server, context, Clicking)
        self.page.goto(f"/scherm/{circle.id}/bijeenkomst")
        self._arrive("Bijeenkomst", "Welkom")

    def asks(self, sentence):
        self._asks(sentence)

    def code(self):
        """As it stands there to be typed: «KPR 4TW»."""
        return self.page.locator(".to-join__code").inner_text()

    def are_there(self, *names):
        """Who has no phone is tapped at the table."""
        for name in names:
            there = self.page.get_by_role("button", name=f"is er {name}")
            self.hand.press(there)
            expect(there).to_have_attribute("aria-pressed", "true")

    def lets_in(self, name):
        """One tap on the wall."""
        self._press(f"Ja, dat is {name}")
        self.shows_phone_of(name)

    def shows_phone_of(self, name):
        """Among those who are in; the bar has room for a few faces and counts the others."""
        expect(self.page.locator(f'#present [aria-label="{name}, met telefoon"]')).to_be_attached()

    def marks(self, words):
        """What somebody else said stands here, and it was marked softly when it came."""
        self._stands(words)
        self.page.wait_for_function("(words) => window.marked.some((text) => text.includes(words))", arg=words)

    def hears_once(self, *all_words):
        for words in all_words:
            expect(self.page.locator(".said__words", has_text=words)).to_have_count(1)

    def hears_number(self, number, person):
        """Somebody without a phone says their number aloud."""
        self.hand.choose(self._who(person))
        self.hand.type(self.page.get_by_label("Cijfer van 0 tot 10"), number, then="Enter")

    def hears_no_number(self, person):
        self.hand.choose(self._who(person))
        self._press("Ik geef geen cijfer")

    def waits_for_numbers(self, words):
        expect(self.page.locator(".numbers-wait")).to_have_text(words)
        expect(self.page.locator(".dots")).to_have_count(0)

    def shows_dots(self, numbers):
        expect(self.page.get_by_role("img", name=f"De cijfers: {numbers}", exact=True)).to_be_visible()

    def begin_private_time(self, writer):
        self._press_link("Besloten tijd")
        self.asks("Besloten tijd")
        self.hand.choose(self.page.get_by_role("radio", name=writer))
        self._press("Besloten tijd begint")

    def shows_the_question_only(self, sentence):
        """Nothing but the question: no list, no name, no button, and nobody at the door."""
        self.asks(sentence)
        expect(self.page.locator("#main")).to_have_text(sentence)
        expect(self.page.locator("#main :is(input, button, a)")).to_have_count(0)
        expect(self.page.locator(".at-the-door__one")).to_have_count(0)

    def propose(self, task, day, time, person):
        self.hand.put_in_the_week(task, day, time, person)
        expect(self.page.locator("#kalender [data-shift]", has_text=task)).to_contain_text(person)

    def the_week_says(self, words):
        expect(self.page.locator("#week-antwoorden")).to_contain_text(words)

    def ask_for(self, role, name):
        self.hand.press(self.page.locator(f"#rol-{role}").get_by_role("button", name=name))

    def shows_who_does(self, role, name):
        expect(self.page.locator(f"#rol-{role}").get_by_text(f"{name} doet dit. Dank je wel!")).to_be_visible()

    def read_aloud(self):
        self.asks("Lezen jullie het samen voor?")
        self._press("Lees voor en leg vast")
        expect(self.page.get_by_text("Voorgelezen op")).to_be_visible()

    def shows_answer_of(self, name):
        place = self.page.locator(".signer", has_text=name)
        expect(place.get_by_label("heeft geantwoord")).to_be_visible()
        return place

    def close_the_plan(self):
        self.asks("Iedereen heeft geantwoord")
        self._press("Plan sluiten")
        self.asks("Dit is jullie plan")

    def end_the_evening(self):
        self._press_link("Wie heeft een link nodig?")
        self.asks("Wie heeft nog een link nodig?")
        self._press("De bijeenkomst is klaar")
        self.asks("Dit is jullie plan.")
        # Nothing comes any more, so nothing is listened to.
        expect(self.page.locator("#live")).to_have_count(0)


class Remote(Talking):
    """The facilitator's own phone."""

    def __init__(self, server, context, circle):
        super().__init__(server, context, Tapping)
        self.page.goto(f"/kring/{circle.id}/afstandsbediening")
        self.hand.type(self.page.get_by_label("E-mail"), server.email)
        self.hand.type(self.page.get_by_label("Wachtwoord"), server.password, then="Enter")

    def begin(self):
        self._press("De avond begint")
        self.is_at("Wie ben je?")

    def is_at(self, sentence):
        expect(self.page.locator("#asked")).to_contain_text(sentence)

    def go(self, way, sentence):
        self._press(way, exact=True)
        self.is_at(sentence)

    def lets_in(self, name):
        self._press(f"Ja, dat is {name}")
        expect(self.page.locator(".remote__people", has_text=name)).to_be_visible()

    def note(self, words):
        self.hand.type(self.page.get_by_label("Je notitie"), words)
        self._press("Bewaar deze notitie")
        expect(self.page.locator(".remote__note", has_text=words)).to_be_visible()

    def take_note_away(self, words):
        self._press(f"Haal weg {words[:10]}")
        expect(self.page.locator(".remote__note", has_text=words)).to_have_count(0)

    def waits_outside(self):
        expect(self.page.get_by_text("Het gezin praat nu samen.")).to_be_visible()
        expect(self.page.get_by_role("button", name="Verder", exact=True)).to_have_count(0)
        expect(self.page.locator(".at-the-door__one")).to_have_count(0)


class Pen(AtThePage):
    """The phone of whoever holds the pen: the pages of the table, in one hand."""

    def __init__(self, phone):
        self.server, self.context, self.hands, self.look = phone.server, phone.context, Tapping, phone.look
        self._sit_at(phone.page)

    def take_it_up(self):
        """From one's own phone to the page that everybody works on."""
        self._press_link("Naar het scherm")

    def lay_it_down(self):
        self._press_link("Mijn telefoon")

    def goes_on_to(self, *sentences):
        for sentence in sentences:
            self._on()
            self._asks(sentence)

    def goes_back_to(self, sentence):
        self._press("Terug", exact=True)
        self._asks(sentence)

    def writes(self, words, person=None):
        self._say(words, person)

    def lets_in(self, name):
        self._press(f"Ja, dat is {name}")
        expect(self.page.locator(".at-the-door__one")).to_have_count(0)

    def begins_to_write_softly(self, person, words):
        """Somebody without a phone whispers what nobody else may read."""
        if not self.page.locator(".whisper[open]").count():
            self.hand.press(self.page.get_by_text("Schrijf het op voor iemand zonder telefoon"))
        self.hand.choose(self._who(person))
        self.hand.type(self.page.get_by_label("Wat doet deze persoon liever niet?"), words)

    def writes_softly(self, person, words):
        self.begins_to_write_softly(person, words)
        self._press("Schrijf op")
        expect(self.page.get_by_text(f"Opgeschreven voor {person}.")).to_be_visible()

    def says_we_are_ready(self):
        self._press_link("Wij zijn klaar. Kom maar terug.")
        self._asks("Zijn jullie klaar?")
        self._press("Wij zijn klaar. Kom maar terug.")
