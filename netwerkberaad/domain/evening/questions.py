"""The guided questions of the six steps: what the screen asks, who answers, what becomes of the answer."""

from dataclasses import dataclass

ROOMS = {1: "meeting", 2: "circle", 3: "meeting", 4: "meeting", 5: "roster", 6: "plan"}

# Per question: its code; S (said together), T (each in turn, asked aloud) or K (for the child); who answers;
# the record it becomes; `private` when only whoever answers reads it; `later` when this edition does not ask it.
# Then what the screen asks (after … the second breath) and, indented, the hint.
AS_ASKED = """
1.1 T each attendance
Wie ben je? Hoe ken je dit gezin?
    Iedereen aan tafel is iemand.
1.2 S together ground_rule
Wat spreken we af voor vanavond?
    Kies wat bij jullie past.
1.3 T each strength
Wat gaat er goed in dit gezin? Noem één ding.
    Klein is ook goed.
1.4 S parent situation
Hoe vertellen jullie zelf wat er speelt?
    Jullie woorden. We lezen het voor.
1.5 S parent wish
Hoe ziet een goede week eruit? Wat wensen jullie?
    Daar begint het plan mee.
1.6 K child wish
Wat vind jij fijn thuis? Wat wil je anders?
    Tekenen mag. Voorlezen mag ook.

2.1 S together person
Met wie praat je weleens over je kind?
    Eén naam is genoeg om te beginnen.
2.2 S together person
Wie was er op de verjaardag van je kind?
    Iedereen telt. Ook wie je lang niet zag.
2.3 S together neighbour_count
Hoeveel mensen in de buurt ken je bij naam en zeg je gedag? … Wie zijn dat?
    Denk aan de straat, de flat, de winkel.
2.4 S together person
Wie vinden het belangrijk dat het goed met jullie gaat?
    De meeste mensen zeggen ja als je iets vraagt.
2.5 S together person
Wie hielp je vroeger? Ook als je die persoon lang niet zag.
    Wie vroeger hielp, denkt vaak nog aan je.
2.6 S together person
Wie kennen jullie van school, sport, geloof of werk?
    Een voornaam is genoeg.
2.7 S together person
Wie heeft veel invloed? Ook als het soms moeilijk gaat.
    Iedereen hoort erbij.
2.8 K child trusted_by_child
Bij wie voel jij je fijn? Welke grote mensen vertrouw jij?
    Jij mag het zeggen. Niks zeggen mag ook.
2.9 S together gives_back
Voor wie betekenen jullie zelf iets?
    Jullie geven ook. Dat telt mee.
2.10 T each suggested
Wie missen we nog aan tafel?
    Het gezin zegt eerst ja, dan pas vragen we iemand.
2.11 S parent invite
Wie mag er de volgende keer bij zijn?
    Alleen de ouders kiezen dit.

3.1 T each strength
Wat gaat er goed?
    We beginnen met wat werkt.
3.2 T each concern
Waar maken we ons zorgen over? Zeg wat je ziet of hoort.
    Eerst de ouders, dan de kinderen, dan de kring.
3.3 T each scale_rating
Hoe gaat het nu? Geef een cijfer van 0 tot 10.
    0 = zo kan het niet verder. 10 = goed genoeg, geen extra hulp nodig.
3.4 S together strength
Waarom geen lager cijfer?
    Wat maakt dat het niet minder is?
3.5 S together next_step
Wat is nodig voor één punt erbij?
    Eén kleine stap is genoeg.
3.6 S together floor_requirement
Is er iets dat altijd moet, voor de veiligheid van de kinderen?
    Wie dit vraagt, zegt erbij waarom.
3.7 T each knows_version
Weet jij nu precies wat er speelt?
    Een vraag hebben is ook een goed antwoord.

4.1 S together task
Wat is er nodig in een gewone week?
    Ook zomaar bellen telt.
4.2 S together idea
Waar geloven jullie in? Wat helpt dit gezin echt?
    Niet alleen geloof: wat helpt jullie echt?
4.3 T each offer
Wat wil en kun jij doen? Klein is ook goed.
    «Nu even niet» is ook een antwoord.
4.4 T each boundary private
Wat doe je liever niet? Dat mag.
    Dit zie alleen jij.
4.5 S together offer
[Naam] kan niet oppassen. Wat kan [naam] wél?
    Iedereen kan iets, hoe klein ook.
4.6 T each capacity private
Hoeveel keer per week past bij jou?
    Eén keer is ook goed. Dit zie alleen jij.
4.7 T each stamina private
Als het zo blijft, hoe lang houd jij dit vol?
    Kort is ook goed. Dit zie alleen jij.
4.8 T each helper_of
Wie helpt jou als het te veel wordt?
    Wie helpt, mag ook hulp krijgen.
4.9 S together professional_help_request
Welke hulp van buiten willen jullie erbij?
    Jullie kiezen. Niets is ook goed.

5.1 S together regular_shift
Wie doet wat, op welke dag, hoe laat?
    Kies een taak, een dag en een mens.
5.2 T each stand_in
Wie valt in als jij niet kunt?
    Zo hoeft niemand het alleen te doen.
5.3 S together cancel_with
Bij wie meld je je af?
    Afmelden mag altijd.
5.4 S together offer
Wie heeft nog niets? Wat past wel?
    Klein is ook goed.
5.5 S together load
Wie doet erg veel? Wat kan eraf?
    Samen is het lichter.
5.6 S together open_shift
Zijn er gaten? Wie springt bij?
    Een open plek mag ook blijven staan.
5.7 S together floor_check later
Halen we wat altijd moet?

6.1 S together contact_person
Wie is het aanspreekpunt voor iedereen? … Wil jij dit doen?
    Bij deze persoon kan iedereen terecht.
6.2 S together deputy
Wie neemt het over bij ziekte of vakantie? … Wil jij dit doen?
    Zo is er altijd iemand.
6.3 S together logbook_readers
Wie mag het logboek lezen? Mag de gespreksleider meelezen?
    Jullie beslissen wie meeleest.
6.4 S together weeks
Hoe lang volgen we dit plan?
    Zes weken is een goed begin.
6.5 S together review_at
Wanneer kijken we terug?
    Kies een dag waarop de meesten kunnen.
6.6 S together plan_b_steps
Wat doen we als het even niet lukt?
    Dat kan gebeuren. Wie doet dan wat?
6.7 S together plan_b_triggers
Hoe merken we dat plan B nodig is?
    Waar zie of hoor je het aan?
6.8 S together retry_within_days
Als het niet loopt, binnen hoeveel dagen zitten we weer bij elkaar?
    Een nieuwe poging mag altijd.
6.9 T each signature
Doe je mee?
    «Nu niet» mag ook. Je blijft erbij horen.
"""


@dataclass(frozen=True)
class Question:
    """One question. `asks` is together, each, child or parent; `then` is its second sentence, if any.

    private: its answers never come on the shared screen, nor before anybody else's eyes."""

    code: str
    tag: str
    asks: str
    kind: str
    sentence: str
    then: str = ""
    hint: str = ""
    later: bool = False
    private: bool = False

    @property
    def step(self):
        return int(self.code[0])

    @property
    def room(self):
        """The room whose page asks it."""
        return {"3.6": "floors", "5.3": "plan", "6.9": "signing"}.get(self.code, ROOMS[self.step])

    def for_person(self, name):
        """The question about somebody by name, without telling what they cannot do: that is theirs to say."""
        return self.sentence.split(". ")[-1].replace("[naam]", name)


def _read(text):
    known = {}
    for line in filter(None, text.splitlines()):
        if line[0].isdigit():
            code, tag, asks, kind, *marks = line.split()
            known[code] = {"code": code, "tag": tag, "asks": asks, "kind": kind, **dict.fromkeys(marks, True)}
        elif line.startswith(" "):
            known[code]["hint"] = line.strip()
        else:
            known[code]["sentence"], _, known[code]["then"] = line.partition(" … ")
    return {code: Question(**said) for code, said in known.items()}


QUESTIONS = _read(AS_ASKED)
FIRST, LAST = "1.1", "6.9"
# The week is one page that answers all its questions at once, but for whom to cancel with: every plan needs that.
PRIVATE = tuple(code for code, q in QUESTIONS.items() if q.private)
# What is typed there is somebody's own: nothing half typed waits there for whoever looks next.
NEVER_WAITING = (*PRIVATE, "3.3")
FLOW = tuple(code for code, q in QUESTIONS.items() if not q.later and (q.room != "roster" or code == "5.1"))


def after(code):
    """The question that comes after this one, None after the last."""
    return _beside(code, +1)


def before(code):
    """The question that came before this one, None before the first."""
    return _beside(code, -1)


def first_of_step(step):
    """The first question of a step (1 to 6)."""
    return next(code for code in FLOW if QUESTIONS[code].step == step)


def last_of_step(step):
    return [code for code in FLOW if QUESTIONS[code].step == step][-1]


def place_of(code):
    """The question on whose page this one is asked: itself, or 5.1 for the whole week."""
    return "5.1" if QUESTIONS[code].room == "roster" else code


def _beside(code, way):
    codes = list(QUESTIONS)
    here = codes.index(place_of(code))
    rest = codes[here + 1 :] if way > 0 else codes[:here][::-1]
    return next((other for other in rest if other in FLOW), None)
