"""The first half of the evening: a new family on the desk, and steps 1 to 4 on the shared screen."""

from playwright.sync_api import expect

from tests.journeys.table import AtThePage

TITLE = "Rust voor Mees"
STORY = "Sanne slaapt slecht. Mees is vaak laat op school."
WISH = "Samen eten zonder haast."
MEAL, SWIMMING = "Samen eten", "Mees naar zwemles"


class Talking(AtThePage):
    """What the family and its circle say."""

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
        assert ("scherm", "/scherm") in [(cookie["name"], cookie["path"]) for cookie in self.context.cookies()]
        self._press("Begin")

    # Step 1

    def arrive_one_by_one(self):
        self._asks("Wie ben je?")
        self._press("is er Sanne")
        expect(self.page.get_by_role("button", name="is er Sanne")).to_have_attribute("aria-pressed", "true")
        for name, relation in (("Oma Trees", "oma van Mees"), ("Fatima", "buurvrouw"), ("Joris", "coach")):
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
        self._press("Zo schrijven we het op")
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
        # Who came in at step 1 stands where their relation says.
        for name, side in (("Oma Trees", "familie"), ("Fatima", "buurt"), ("Joris", "school, werk, club of geloof")):
            expect(self.page.locator(f'.map__person[aria-label^="{name}, dichtbij, {side}, "]')).to_be_visible()
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
        expect(self.page.get_by_text("1 van de 4", exact=True)).to_be_visible()
        self._press("Laat zien")
        expect(self.page.get_by_text("Vanaf vier cijfers staan ze hier")).to_be_visible()
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
        expect(self.page.get_by_text("Nu even niet. Dat mag.")).to_be_visible()
        self._on()
        self._asks("Wat doe je liever niet? Dat mag.")
        self._skip()
        self._asks("Kan iets niet? Wat kan dan wél?")
        self._skip()
        self._asks("Hoeveel keer per week past bij jou?")
        self._skip()
        self._asks("Als het zo blijft, hoe lang houd jij dit vol?")
        self._skip()
        self._asks("Wie helpt jou als het te veel wordt?")
        self._skip()
        self._asks("Welke hulp van buiten willen jullie erbij?")
        self._skip()
