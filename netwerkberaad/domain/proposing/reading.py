"""What an offer or a boundary is about: everyday words read beside a task, carefully where somebody said no."""

import re

from netwerkberaad.domain.week.when import DAYS

# Words that people use for one and the same thing. A word may stand in more than one row.
_ABOUT = {
    "kinderen": "kind kinderen kids jongens meiden oppassen oppas",
    "koken": "koken kookt eten meeëten maaltijd avondeten pannenkoeken pannenkoek soep lunch",
    "boodschappen": "boodschap boodschappen winkel winkelen supermarkt",
    "rijden": "rijden rijdt auto autorijden meerijden vervoer brengen wegbrengen halen ophalen meenemen",
    "bellen": "bellen belt beeldbellen videobellen telefoon telefoneren appen appje bericht berichtje kletsen",
    "bezoek": "bezoek visite langskomen langs binnenkomen koffie thee meekijken",
    "huis": "huis huishouden schoonmaken poetsen wassen strijken opruimen stofzuigen afwassen binnenkomen",
    "klussen": "klus klusje klusjes klussen repareren tuin tuinieren schilderen",
    "spelen": "spel spelen spelletje spelletjes knutselen voorlezen verhaaltje tekenen",
    "sport": "sport sporten voetbal voetballen zwemmen zwemles training",
    "school": "school huiswerk schoolplein",
    "slapen": "slapen logeren overnachten nacht nachtje",
}
_TAGS = {"bezoek": "bezoek", "met_kinderen": "kinderen", "contact": "bellen", "thuis": "huis", "spel": "spelen"}
_THINGS = {}
for _thing, _words in _ABOUT.items():
    for _word in _words.split():
        _THINGS.setdefault(_word, set()).add(_thing)
_SMALL = frozenset(
    word
    for row in (
        "de het een en of in op bij met voor naar van aan om te als dan dat die dit zodat per uur",
        "ik wij we je jij jullie ze zij haar hem hun mijn onze iemand anders iets alle samen alleen",
        "niet geen liever nooit wel ook graag even soms altijd keer week weken dag dagen elke",
        "kan kunnen wil willen doe doen mag mogen is zijn ben",
    )
    for word in row.split()
)
ALONE = frozenset(("alleen",))
ALWAYS, ONLY_ALONE = "always", "alone"


def about(words, *, names=()):
    """What these words are about: things we know (koken, rijden …) and, as they are, the words that we do not.

    names: of people in the circle; they say for whom it is, not what."""
    said = [word for word in _words_in(words) if word not in _SMALL and word not in DAYS and word not in names]
    return frozenset().union(*(_THINGS.get(word, {word}) for word in said)) if said else frozenset()


def about_task(what, tag, *, names=()):
    """What a task is about: its words, and the kind of task it is."""
    return about(what, names=names) | ({_TAGS[tag]} if tag in _TAGS else frozenset())


def offers_this(offer, task, day, *, names=()):
    """Whether somebody who offered this in these words offered this task (an `about_task`), on this weekday: «koken op
    dinsdag» is an offer for Tuesday."""
    days = {DAYS.index(word) for word in _words_in(offer) if word in DAYS}
    return bool(about(offer, names=names) & task) and (not days or day in days)


def keeps_from(boundary, task, *, whole=frozenset(), names=()):
    """Whether «Dit doe ik niet» in these words keeps somebody from a task (an `about_task`): ALWAYS, only ALONE, or "".

    Careful: one thing in common is enough. Where none of its words is known to us, a name or a word that stands in the
    task too (`whole`: all its words) is enough."""
    meant, words = about(boundary, names=names), frozenset(_words_in(boundary))
    known = bool(meant & frozenset(_ABOUT))
    if not (meant & task if known else (words - _SMALL) & (task | whole)):
        return ""
    return ONLY_ALONE if ALONE & words else ALWAYS


def words_of(text):
    """All words of a text, but the small ones."""
    return frozenset(_words_in(text)) - _SMALL


def _words_in(text):
    return re.findall(r"[^\W\d_]+", text.casefold())
