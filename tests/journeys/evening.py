"""One evening of a new family, from signing in to a member's phone: what people do, whatever hands they do it with."""

import datetime as dt

from playwright.sync_api import expect

from tests.journeys.hands import Tapping

TITLE = "Rust voor Mees"
STORY = "Sanne slaapt slecht. Mees is vaak laat op school."
WISH = "Samen eten zonder haast."
MEAL, SWIMMING = "Samen eten", "Mees naar zwemles"
REVIEW = dt.date(2026, 11, 18)


class Evening:
    """The facilitator's desk and the shared screen beside it. `hands` makes the one who works a page (hands.py)."""

    def __init__(self, server, context, hands):
        self.server, self.context, self.hands = server, context, hands
        self.look = lambda page: None
        self._sit_at(context.new_page())

    def sign_in(self):
        self.page.goto("/")
        self._arrive("Welkom", "Welkom")
        self._press_link("Inloggen")
        self._arrive("Inloggen", "Inloggen")
        self.hand.type(self.page.get_by_label("E-mail"), self.server.email)
        self.hand.type(self.page.get_by_label("Wachtwoord"), self.server.password, then="Enter")
        self._arrive("Kringen", "Goedenavond, Marije")

    def begin_a_family(self):
        """A title in their own words and three first names; nothing more is asked."""
        self._press_link("Begin een kring")
        self._arrive("Nieuwe kring", "Een nieuwe kring")
        self.hand.type(self.page.get_by_label("Hoe heet jullie kring?"), TITLE)
        self.hand.type(self.page.get_by_label("Voornaam", exact=True), "Sanne")
        second = self.page.get_by_role("group", name="Persoon 2")
        self.hand.type(second.get_by_label("Nog een voornaam"), "Mees")
        self.hand.choose(second.get_by_label("Kind", exact=True))
        self.hand.type(second.get_by_label("Leeftijd"), "8")
        self._press("Begin deze kring")
        self._arrive("Kring", TITLE)

    def open_the_shared_screen(self):
        """A second window with a pass of its own, that opens nothing but this family's table."""
        with self.context.expect_page() as opening:
            self._press("Open het gedeelde scherm")
        self._sit_at(opening.value)
        self._arrive("Bijeenkomst", "Welkom")
        assert "/scherm/" in self.page.url
        self._press("Begin")

    # Step 1

    def arrive_one_by_one(self):
        self._asks("Wie ben je?")
        self._press("is er Sanne")
        expect(self.page.get_by_role("button", name="is er Sanne")).to_have_attribute("aria-pressed", "true")
        for name, relation in (("Oma Trees", "oma van Mees"), ("Fatima", "buurvrouw"), ("Joris", "zwemcoach")):
            self.hand.type(self.page.get_by_label("Nog iemand? Typ een voornaam"), name)
            self.hand.type(self.page.get_by_label("Hoe ken je dit gezin?"), relation, then="Enter")
            there = self.page.get_by_role("button", name=f"is er {name}")
            expect(there).to_have_attribute("aria-pressed", "true")
        self._on()

    def agree_on_the_evening(self):
        self._asks("Wat spreken we af voor vanavond?")
        self._press("Een pauze mag")
        self._stands("Een pauze mag")
        self._on()
        self._asks("Wat gaat er goed in dit gezin?")
        self._say("Sanne lacht weer", "Oma Trees")
        self._on()

    def tell_the_story(self):
        """The family's own words, read aloud; and it is the family who says that it is right."""
        self._asks("Hoe vertellen jullie zelf wat er speelt?")
        self.hand.type(self.page.get_by_label("Wat er speelt"), STORY)
        self._press("Lees dit voor")
        self._press("Klopt")
        expect(self.page.get_by_text("Klopt, zegt het gezin.")).to_be_visible()
        self._on()

    def wish(self):
        self._asks("Hoe ziet een goede week eruit?")
        self._say(WISH, "Sanne")
        self._on()
        self._asks("Wat vind jij fijn thuis?")
        self._skip()

    # Step 2

    def name_people(self):
        """Three names as fast as they are said. Two Annas are two people."""
        self._asks("Met wie praat je weleens over je kind?")
        field = self.page.get_by_label("Naam", exact=True)
        for name in ("Anna", "Bilal", "Anna"):
            self.hand.type(field, name, then="Enter")
        expect(self.page.locator('.map__person[aria-label^="Anna, "]')).to_have_count(2)
        expect(self.hand.on_the_map("Bilal", 1)).to_be_visible()
        expect(self.page.get_by_text("Is dit dezelfde Anna?")).to_be_visible()
        self._press("Een andere Anna")
        expect(self.page.get_by_text("Is dit dezelfde Anna?")).to_have_count(0)

    def put_bilal_further_away(self):
        self.hand.move_on_the_map("Bilal", 2)
        self._asks("Met wie praat je weleens over je kind?")
        expect(self.hand.on_the_map("Bilal", 2)).to_be_visible()
        expect(self.page.locator('.map__person[aria-label^="Anna, heel dichtbij, "]')).to_have_count(2)
        self._on()

    def go_through_the_circle(self):
        self._asks("Wie was er op de verjaardag van je kind?")
        self._skip()
        self._asks("Hoeveel mensen in de buurt ken je bij naam")
        self.hand.type(self.page.get_by_label("Hoeveel mensen?"), "6")
        self._press("Zet erbij")
        self._asks("Wie zijn dat?")
        self._skip()
        for asked in (
            "Wie vinden het belangrijk dat het goed met jullie gaat?",
            "Wie hielp je vroeger?",
            "Wie kennen jullie van school, sport, geloof of werk?",
            "Wie heeft veel invloed?",
            "Bij wie voel jij je fijn?",
        ):
            self._asks(asked)
            self._skip()
        self._asks("Voor wie betekenen jullie zelf iets?")
        bilal = self.page.get_by_role("button", name="Bilal", exact=True)
        self.hand.press(bilal)
        expect(bilal).to_have_attribute("aria-pressed", "true")
        self._on()
        self._asks("Wie missen we nog aan tafel?")
        self._skip()
        self._asks("Wie mag er de volgende keer bij zijn?")
        self._skip()

    # Step 3

    def look_at_how_it_goes(self):
        self._asks("Wat gaat er goed?")
        self._say("Mees leest elke avond", "Sanne")
        self._on()
        self._asks("Waar maken we ons zorgen over?")
        self._say("Mees mist de eerste les", "Joris")
        self._on()
        self._asks("Hoe gaat het nu?")
        self.hand.type(self.page.get_by_label("Cijfer van 0 tot 10"), "5", then="Enter")
        expect(self.page.get_by_text("1 cijfer", exact=True)).to_be_visible()
        self._on()
        self._asks("Waarom geen lager cijfer?")
        self._skip()
        self._asks("Wat is nodig voor één punt erbij?")
        self._say("Op tijd naar bed")
        self._on()
        self._asks("Weet jij nu precies wat er speelt?")
        self.hand.choose(self.page.get_by_role("radio", name="Fatima"))
        self._press("Ja")
        expect(self.page.get_by_role("radio", name="Fatima weet het")).to_be_visible()
        self._on()

    # Step 4

    def offer_help(self):
        self._asks("Wat is er nodig in een gewone week?")
        for task in (MEAL, SWIMMING):
            self.hand.type(self.page.get_by_label("Typ wat er gezegd wordt"), task, then="Enter")
            self._stands(task)
        self._on()
        self._asks("Waar geloven jullie in?")
        self._skip()
        self._asks("Wat wil en kun jij doen?")
        for name, offer in (("Oma Trees", "Koken"), ("Joris", "Rijden"), ("Sanne", "Soep maken")):
            self._say(offer, name)
        self.hand.choose(self._who("Fatima"))
        self._press("Nu even niet")
        self._stands("nu even niet")
        self._on()
        self._asks("Wie kan nu even niet? En wat kan wél?")
        self._skip()
        self._asks("Wie helpt jou als het te veel wordt?")
        self._skip()
        self._asks("Welke hulp van buiten willen jullie erbij?")
        self._skip()

    # Step 5

    def divide_the_week(self):
        """Two cards, each with a day, an hour and a name; a name put there by others is a question first."""
        self._arrive("De week", "Wie doet wat, welke dag?")
        self.hand.put_in_the_week(MEAL, 2, "17.30", "Oma Trees")
        self._arrive("De week", "Wie doet wat, welke dag?")
        self.hand.put_in_the_week(SWIMMING, 4, "16.00", "Joris")
        self._arrive("De week", "Wie doet wat, welke dag?")
        expect(self.page.get_by_text("Oma Trees en Joris.")).to_be_visible()

    def everybody_says_yes(self):
        self._press_link("Maak het rondje")
        self._arrive("De week", "Wil jij dit doen?")
        for name, task in (("Oma Trees", MEAL), ("Joris", SWIMMING)):
            self._press(f"{name} zegt ja {task}")
            expect(self.page.get_by_role("button", name=f"{name} zegt ja")).to_have_count(0)
        expect(self.page.get_by_text("Iedereen die gevraagd is, heeft ja gezegd.")).to_be_visible()
        self._press_link("Terug naar de week")
        expect(self.page.get_by_text("Alles heeft een dag en een mens.")).to_be_visible()
        self._on()

    # Step 6

    def choose_who_is_there_for_whom(self):
        """Each is asked by name, and says yes aloud."""
        self._asks("Wie is het aanspreekpunt voor iedereen?")
        self._ask_for("contact_person", "Oma Trees")
        self._on()
        self._asks("Wie neemt het over bij ziekte of vakantie?")
        self._ask_for("deputy", "Sanne")
        self._press_link("Afmelden bij")
        self._asks("Bij wie meld je je af?")
        self._ask_for("cancel_with", "Fatima")
        self._ask_for("cancel_deputy", "Sanne")
        self.look(self.page)
        self._press_link("Verder")
        self._asks("Wie is het aanspreekpunt voor iedereen?")
        self._on()
        self._asks("Wie neemt het over bij ziekte of vakantie?")
        self._on()
        self._asks("Wie mag het logboek lezen?")
        self._on()

    def agree_how_long(self):
        self._asks("Hoe lang volgen we dit plan?")
        self.hand.type(self.page.get_by_label("Aantal weken"), "6")
        self._on()
        self._asks("Wanneer kijken we terug?")
        self.hand.fill_in_day(self.page.get_by_label("Dag", exact=True), REVIEW)
        self.hand.type(self.page.get_by_label("Hoe laat?"), "19.30")
        self.hand.type(self.page.get_by_label("Waar?"), "Bij Sanne thuis")
        self._on()

    def think_of_plan_b(self):
        self._asks("Wat doen we als het even niet lukt?")
        self.hand.choose(self.page.get_by_role("radio", name="Fatima"))
        self.hand.type(self.page.get_by_label("Wat doet die persoon dan?"), "komt dezelfde dag langs", then="Enter")
        expect(self.page.locator(".signer", has_text="komt dezelfde dag langs")).to_contain_text("Fatima")
        self._on()
        self._asks("Hoe merken we dat plan B nodig is?")
        self.hand.type(self.page.get_by_label("Hoe merken we het?"), "Mees komt niet op school", then="Enter")
        expect(self.page.locator(".signers", has_text="Mees komt niet op school")).to_be_visible()
        self._on()
        self._asks("Als het niet loopt, binnen hoeveel dagen zitten we weer bij elkaar?")
        self._on()

    def read_it_aloud(self):
        self._arrive("Ons plan", "Lezen jullie het samen voor?")
        expect(self.page.get_by_text("Zo staat het nu. Nog niet voorgelezen.")).to_be_visible()
        self._press("Lees voor en leg vast")
        expect(self.page.get_by_text("Voorgelezen op")).to_be_visible()
        self._arrive("Ons plan", "Doe je mee?")

    def sign(self, name, answer="Ja, ik doe mee", remark=""):
        """Somebody comes to the front and gives their own answer."""
        self._press_link(f"{name} tekent nu")
        self._arrive("Ons plan", f"{name} tekent nu")
        self.hand.choose(self.page.get_by_role("radio", name=answer))
        if remark:
            self.hand.type(self.page.get_by_label("wat wil je erbij zeggen?"), remark)
        if answer != "Nu niet":
            self.hand.sign(name)
        self._press("Dit is mijn antwoord")
        place = self.page.locator(".signer", has_text=name)
        expect(place).to_contain_text(remark or ("Nu niet. Hoort er gewoon bij." if answer == "Nu niet" else ""))
        expect(place.get_by_label("heeft geantwoord")).to_be_visible()

    def close_the_plan(self):
        self._arrive("Ons plan", "Iedereen heeft geantwoord")
        self._press("Plan sluiten")
        self._arrive("Ons plan", "Het plan is gesloten")
        expect(self.page.get_by_text("Gesloten op donderdag 8 oktober")).to_be_visible()

    # Afterwards

    def hand_out_a_link(self, name):
        """The round of links: one at a time. Returns the address that is in the QR code."""
        self._press_link("Wie heeft een link nodig?")
        self._arrive("Links", "Wie heeft nog een link nodig?")
        self._press(f"{name}: maak de link")
        self._arrive("Link", f"De link van {name}")
        address = self.page.locator("#het-adres").input_value()
        self._press("Heb ik")
        expect(self.page.locator(".signer", has_text=name)).to_contain_text("heeft een link gekregen")
        self._arrive("Links")
        return address

    def open_on_a_phone(self, context, address):
        """Somebody at home opens their link: looking opens nothing, the tap does."""
        self._sit_at(context.new_page(), Tapping)
        self.page.goto(address)
        self._arrive("Verder", "Tik op Verder")
        assert context.cookies() == []
        self._press("Verder")
        self._arrive("Vandaag", "Dit doe jij")

    def see_what_to_do_this_week(self, when, task):
        """Oma's phone: the next thing she does, the week of all of them, and the plan as it was signed."""
        thing = self.page.locator(".next-thing").first
        expect(thing).to_contain_text(when)
        expect(thing).to_contain_text(task)
        expect(thing).to_contain_text("Meld het bij Fatima.")
        self._press("Ja")
        expect(self.page.get_by_text("Is dit je eigen telefoon?")).to_have_count(0)
        self._press_link("De week")
        self._arrive("De week")
        expect(self.page.locator(".day--mine")).to_contain_text(task)
        self._press_link("Plan")
        self._arrive("Ons plan")
        expect(self.page.get_by_text("Gesloten op donderdag 8 oktober")).to_be_visible()
        expect(self.page.locator(".sheet")).to_contain_text(WISH)

    # What people do all evening long

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


def up_to_the_signatures(evening):
    """Everything that comes before the plan is read aloud."""
    evening.sign_in()
    evening.begin_a_family()
    evening.open_the_shared_screen()
    evening.arrive_one_by_one()
    evening.agree_on_the_evening()
    evening.tell_the_story()
    evening.wish()
    evening.name_people()
    evening.put_bilal_further_away()
    evening.go_through_the_circle()
    evening.look_at_how_it_goes()
    evening.offer_help()
    evening.divide_the_week()
    evening.everybody_says_yes()
    evening.choose_who_is_there_for_whom()
    evening.agree_how_long()
    evening.think_of_plan_b()


def on_omas_phone(evening, phone):
    """Oma Trees gets her link, and opens it at home."""
    evening.open_on_a_phone(phone, evening.hand_out_a_link("Oma Trees"))
    evening.see_what_to_do_this_week("Woensdag, half zes", MEAL)
