"""The second half of the evening: the week, the agreements, the signatures, and the links for at home."""

import datetime as dt

from playwright.sync_api import expect

from tests.journeys.hands import Tapping
from tests.journeys.table import AtThePage
from tests.journeys.talking import MEAL, SWIMMING, WISH

REVIEW = dt.date(2026, 11, 18)


class Agreeing(AtThePage):
    """What they promise each other."""

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
        expect(self.page.get_by_text("Iedereen heeft ja gezegd.")).to_be_visible()
        self._press_link("Terug naar de week")
        expect(self.page.get_by_text("Alles heeft een dag en een mens.")).to_be_visible()
        self._on()

    # Step 6

    def choose_who_is_there_for_whom(self):
        """Each is asked by name, and says yes aloud."""
        self._asks("Bij wie meld je je af?")
        self._ask_for("cancel_with", "Fatima")
        self._ask_for("cancel_deputy", "Sanne")
        self._on()
        self._asks("Wie is het aanspreekpunt voor iedereen?")
        self._ask_for("contact_person", "Oma Trees")
        self._on()
        self._asks("Wie neemt het over bij ziekte of vakantie?")
        self._ask_for("deputy", "Sanne")
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
        self._arrive("Ons plan", f"{name}, doe je mee?")
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
        self._arrive("Ons plan", "Dit is jullie plan")
        expect(self.page.get_by_text("Vastgesteld op donderdag 8 oktober")).to_be_visible()

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

    def end_the_evening(self):
        """Everybody goes home; the last thing on the wall is what they wish."""
        self._press("De bijeenkomst is klaar")
        self._arrive("Bijeenkomst", "Dit is jullie plan.")

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
        expect(thing).to_contain_text("Meld het hier of bij Fatima.")
        self._press("Ja")
        expect(self.page.get_by_text("Is dit je eigen telefoon?")).to_have_count(0)
        self._press_link("De week")
        self._arrive("De week")
        expect(self.page.locator(".day--mine")).to_contain_text(task)
        self._press_link("Plan")
        self._arrive("Ons plan")
        expect(self.page.get_by_text("Vastgesteld op donderdag 8 oktober")).to_be_visible()
        expect(self.page.locator(".sheet")).to_contain_text(WISH)
