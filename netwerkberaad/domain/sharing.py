"""Who may see what: every visitor looks at a circle through their own door."""

from dataclasses import dataclass
from enum import Flag, auto

from netwerkberaad.database import prepared
from netwerkberaad.domain.agreeing import plan
from netwerkberaad.domain.circle import Circle, Person
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.evening.shared_screen import Screen
from netwerkberaad.domain.refusals import Stranger, insist
from netwerkberaad.domain.taking_part.joining import Guest
from netwerkberaad.domain.teams import ADMIN, FACILITATOR, Staff

AT_THE_TABLE = (FACILITATOR, "screen", "pen")


@dataclass(frozen=True)
class Viewer:
    """Somebody looking: audience is facilitator, team_admin, screen, pen, guest or member; a record goes with it.

    guest: a phone at the table; its `person` is None until somebody let it in. pen: the guest who holds the pen."""

    audience: str
    staff: Staff | None = None
    screen: Screen | None = None
    person: Person | None = None
    guest: Guest | None = None


def circle_seen_by(viewer, circle_id):
    """The circle with that number, loaded through the person: raises Stranger for whoever stands outside it.

    A facilitator sees the circles they stand beside, a shared screen, a guest and a member their own, an admin none."""
    if viewer.audience == FACILITATOR:
        seen = _beside(circle_id, viewer.staff.id)
    elif viewer.audience == "screen":
        seen = _own(circle_id, viewer.screen.circle_id)
    elif viewer.guest:
        seen = _own(circle_id, viewer.guest.meeting.circle_id)
    elif viewer.audience == "member":
        seen = _own(circle_id, viewer.person.circle_id)
    else:
        seen = []
    insist(seen, Stranger)
    return seen[0]


@prepared
def _beside(circle, facilitator):
    return Circle.select().where(Circle.id == circle, Circle.facilitator == facilitator)


@prepared
def _own(circle, own):
    return Circle.select().where(Circle.id == circle, Circle.id == own)


def may_arrange(viewer, circle):
    """At the table, while no meeting has ended yet or a new one is planned or going on: what is said is written."""
    return viewer.audience in AT_THE_TABLE and table_is_open(meeting.present_meeting(circle))


def may_look(viewer, circle, *, today):
    """At the table: during the meeting; afterwards only while the family lets the facilitator see the week (6.3)."""
    if may_arrange(viewer, circle):
        return True
    evening, kept = meeting.present_meeting(circle), plan.plan_of(circle)
    return viewer.audience in AT_THE_TABLE and lets_look(evening, kept, today)


def table_is_open(evening):
    """True before the first meeting (None) and while one is planned, going on or paused."""
    return evening is None or evening.ended_at is None


def lets_look(evening, plan, today):
    """True at an open table, and after it while the family's switch is on, until the day they look back: then all
    looking on ends unless a new meeting is planned. `plan` may be None: nothing agreed."""
    return table_is_open(evening) or bool(plan and plan.facilitator_sees_week and not _looked_back(plan, today))


def _looked_back(plan, today):
    return plan.review_day is not None and plan.review_day < today


class Right(Flag):
    """How somebody may see a matter; none of these is Right(0), which is false."""

    READ = auto()
    EDIT = auto()
    OWN = auto()
    SUM = auto()
    BEAMER = auto()
    SWITCH = auto()
    CONSENT = auto()
    SEND = auto()
    FORWARDED = auto()
    METADATA = auto()


_WORDS = {
    "E": "leest en verandert",
    "R": "leest",
    "RE": "leest; wie het vroeg, verandert het",
    "Ro": "leest, ook wat van zichzelf is",
    "o": "alleen van zichzelf",
    "os": "het eigen cijfer, en alle cijfers samen",
    "s": "alle cijfers samen",
    "b": "wat aan tafel op het scherm staat",
    "Ew": "rond de bijeenkomst, daarna alleen als jullie dat aanzetten",
    "Rw": "rond de bijeenkomst, daarna alleen als jullie dat aanzetten",
    "Rc": "leest, als je je daar afmeldt",
    "oRc": "van zichzelf, en van anderen alleen met hun ja",
    "m": "kan een bericht sturen, ziet het nummer niet",
}
AUDIENCES = {
    "parent": "ouders",
    "contact_person": "aanspreekpunt",
    "member": "de kring",
    "child": "kind van 12 of ouder",
    "guest": "gast van deze avond",
    "screen": "het gedeelde scherm",
    FACILITATOR: "gespreksleider",
    "professional": "hulpverlener en ervaringsdeskundige",
    ADMIN: "beheerder",
}
_LETTERS = {
    "R": Right.READ, "E": Right.EDIT, "o": Right.OWN, "s": Right.SUM, "b": Right.BEAMER,
    "w": Right.SWITCH, "c": Right.CONSENT, "m": Right.SEND, "f": Right.FORWARDED, "d": Right.METADATA,
}  # fmt: skip

# One row per matter, one column per audience in the order of AUDIENCES. E in the facilitator's column holds while
# a meeting is going on or planned (may_arrange); w after it only while the family's switch is on (may_look).
_TABLE = """
             parent contact member child guest screen facilitator professional admin
name         E      R       R      R     b     b      Ew          b            -
reach        o      oRc     oRc    -     o     -      m           -            -
story        E      R       R      R     b     b      R           b            -
off_limits   o      -       o      o     -     -      R           -            -
shown_topic  R      R       R      R     b     b      R           b            -
safety_note  o      -       o      o     -     -      R           -            -
strengths    R      R       R      R     b     b      Rw          b            -
ratings      os     os      os     os    os    s      s           os           -
floors       R      R       R      -     b     b      R           RE           -
carrying     o      o       o      o     o     -      -           o            -
roster       Ro     E       Ro     R     b     b      Ew          -            -
why_not      o      Rc      o      -     -     -      -           -            -
still_going  o      oRc     o      o     -     -      -           -            -
logbook      Ro     Ro      Ro     Ro    -     -      w           -            -
worry        of     R       o      o     -     -      f           f            -
agreements   R      R       R      R     b     b      R           R            -
who_looked   R      o       o      -     -     -      o           o            d
accounts     -      -       -      -     -     -      -           -            E
"""


@dataclass(frozen=True)
class Matter:
    """Something that can be seen: what it is called and the sentence that tells the family about it.

    `there` is False while no page shows it yet."""

    title: str
    sentence: str
    there: bool = True


MATTERS = {
    "name": Matter(
        "Wie er om jullie heen staan",
        "De kring ziet de namen en de kaart. De gespreksleider ziet ze rond de bijeenkomst, en daarna alleen als "
        "jullie dat aanzetten.",
    ),
    "reach": Matter(
        "Telefoonnummers en e-mailadressen",
        "Niemand ziet jouw nummer zonder jouw ja. Het komt nooit op het scherm.",
    ),
    "story": Matter(
        "Jullie verhaal en jullie wensen",
        "Dat zijn jullie eigen woorden. Alleen jullie veranderen ze.",
    ),
    "off_limits": Matter(
        "Waar je niet over wilt praten",
        "Alleen jij en de gespreksleider weten dit. Jij kiest of anderen het mogen lezen.",
    ),
    "shown_topic": Matter(
        "Waar we samen niet over praten",
        "Dit mocht iedereen weten. Het staat er als «Hier praten we niet over».",
    ),
    "safety_note": Matter(
        "Voor wie je bang bent",
        "Alleen jij en de gespreksleider lezen dit. Het komt nooit op het scherm en nooit in een bericht.",
    ),
    "strengths": Matter(
        "Wat goed gaat, zorgen en stappen",
        "De kring leest wat er aan tafel is gezegd. Na de bijeenkomst kijkt de gespreksleider alleen mee als jullie "
        "dat aanzetten.",
    ),
    "ratings": Matter(
        "De cijfers van 0 tot 10",
        "Je ziet je eigen cijfer en alle cijfers samen. Nooit met namen. "
        "Een later cijfer wacht tot er vier nieuwe zijn. Zo weet niemand van wie het is.",
    ),
    "floors": Matter(
        "Wat altijd moet",
        "De kring leest wat altijd moet, wie dat vraagt en waarom. Aan tafel staat het op het scherm, ook wie ervoor "
        "meetelt. Alleen wie het vroeg, zegt wanneer het niet meer hoeft.",
    ),
    "carrying": Matter(
        "Wat je liever niet doet, hoeveel je aankunt en wanneer je niet kunt",
        "Dat schrijf je zelf op je telefoon. Of je zegt het zacht, en iemand schrijft het voor je op. Daarna leest "
        "alleen jij het. Het programma vraagt je niet op momenten dat je niet kunt.",
    ),
    "roster": Matter(
        "De week: wie doet wat en wanneer",
        "De kring ziet de week. Wie alleen eigen beurten ziet, ziet van anderen niets. De gespreksleider ziet de week "
        "na de bijeenkomst alleen als jullie dat aanzetten.",
    ),
    "why_not": Matter(
        "Waarom iemand een keer niet kan",
        "Dat hoef je niet te zeggen. Zeg je het wel? Dan leest alleen degene het bij wie je je afmeldt.",
    ),
    "still_going": Matter(
        "Of het nog gaat",
        "Val je vaak in? Dan vragen we hoe het gaat. Jij kiest of het aanspreekpunt je antwoord leest.",
    ),
    "logbook": Matter(
        "Het logboek",
        "De kring leest het logboek. De gespreksleider leest alleen mee als jullie dat aanzetten.",
        there=False,
    ),
    "worry": Matter("Als iemand zich zorgen maakt", "Dat gaat naar het aanspreekpunt.", there=False),
    "agreements": Matter(
        "Afspraken, plan B, handtekeningen en data",
        "Die horen bij ons plan. Wie erbij was, kan ze lezen. Wie alleen eigen beurten ziet, leest ze niet.",
    ),
    "who_looked": Matter("Wie er keek", "Jullie zien wie wanneer keek.", there=False),
    "accounts": Matter("Accounts van het team", "De beheerder regelt wie er kan inloggen.", there=False),
}


def _read_table():
    cells = {}
    for line in _TABLE.split("\n")[2:-1]:
        matter, *columns = line.split()
        for audience, letters in zip(AUDIENCES, columns, strict=True):
            cells[audience, matter] = letters.strip("-")
    return cells


_CELLS = _read_table()


def may(audience, matter):
    """The Right of this audience to this matter: false when they may not see it at all."""
    right = Right(0)
    for letter in _CELLS[audience, matter]:
        right |= _LETTERS[letter]
    return right


def told():
    """What we tell the family about every matter that a page shows now: [(Matter, [(what they may, [audiences])],
    [audiences that see nothing of it])], all in Dutch."""
    return [(matter, *_who(name)) for name, matter in MATTERS.items() if matter.there]


def _who(name):
    sees, blind = {}, []
    for audience, called in AUDIENCES.items():
        letters = _CELLS[audience, name]
        if letters:
            sees.setdefault(_WORDS[letters], []).append(called)
        else:
            blind.append(called)
    return list(sees.items()), blind
