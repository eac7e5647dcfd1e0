"""What an offer or a boundary is about: everyday words read beside a task, carefully where somebody said no."""

import re

from netwerkberaad.domain.week.when import DAYS

# Words that people use for one and the same thing. A word may stand in more than one row.
_ABOUT = {
    "kinderen": "kind kinderen kids jongens meiden oppassen oppas babysitten",
    "koken": "koken kook kookt eten meeëten maaltijd avondeten pannenkoeken pannenkoek soep lunch",
    "boodschappen": "boodschap boodschappen winkel winkelen supermarkt",
    "rijden": "rijden rij rijd rijdt auto autorijden meerijden vervoer",
    "bellen": "bellen bel belt beeldbellen videobellen telefoon telefoneren appen app appje bericht berichtje kletsen",
    "bezoek": "bezoek visite langskomen langs binnenkomen koffie thee meekijken",
    "huis": "huis huishouden schoonmaken schoonmaak poetsen poets wassen strijken opruimen stofzuigen afwassen was",
    "klussen": "klus klusje klusjes klussen repareren tuin tuinieren schilderen",
    "spelen": "spel spelen speel spelletje spelletjes knutselen voorlezen verhaaltje tekenen",
    "sport": "sport sporten voetbal voetballen zwemmen zwemles training",
    "huiswerk": "huiswerk leren rekenen",
    "school": "school schoolplein",
    "slapen": "slapen slaap logeren overnachten",
}
# What a word may also mean: enough to leave somebody out, not to say that they offered it.
_PERHAPS = {
    "rijden": "brengen breng wegbrengen halen haal ophalen afhalen meenemen neem",
    "kinderen": "pas passen school zwemles spelletje voorlezen verhaaltje logeren bed",
    "huis": "binnenkomen binnen",
    "slapen": "nacht nachtje nachts bed",
    "bezoek": "kom komen kijken",
}
_TAGS = {"bezoek": "bezoek", "met_kinderen": "kinderen", "contact": "bellen", "thuis": "huis", "spel": "spelen"}
_PARTS = {
    **dict.fromkeys(("ochtend", "ochtends", "ochtenden", "morgens", "morgen"), "o"),
    **dict.fromkeys(("middag", "middags", "middagen"), "m"),
    **dict.fromkeys(("avond", "avonds", "avonden", "nacht", "nachts", "nachten"), "a"),
    "overdag": "om",
}
_MOMENTS = {f"{day}{part}": f"{number}{letter}" for number, day in enumerate(DAYS) for part, letter in _PARTS.items()}
_DAYS = {f"{day}{ending}": {str(number)} for number, day in enumerate(DAYS) for ending in ("", "en", "s")}
_DAYS |= dict.fromkeys(("weekend", "weekenden", "weekends", "weekeinde", "weekeinden"), {"5", "6"})
_DAYS |= {"doordeweeks": set("01234"), "ma": {"0"}, "di": {"1"}, "wo": {"2"}, "vr": {"4"}, "za": {"5"}}
_SMALL = frozenset(
    word
    for row in (
        "de het een en of in op bij met voor naar van aan om te als dan dat die dit zodat per uur maar s",
        "ik wij we je jij jullie ze zij haar hem me mij hun mijn onze iemand anders iets niets alles alle samen alleen",
        "niet geen liever nooit wel ook graag even soms altijd keer week weken weekend dag dagen elke",
        "kan kunnen wil willen doe doen mag mogen is zijn ben helpen",
    )
    for word in row.split()
)
# What an offer about nothing but the children may say besides.
_ROUND_CHILDREN = frozenset(
    word
    for row in (_ABOUT["kinderen"], _PERHAPS["kinderen"], "er leuk leuke leuks ding dingen tijd aandacht hulp zorgen")
    for word in row.split()
)
# What is done in somebody's home: whoever would rather not come in there is not asked for it.
_COMING_IN = frozenset(("binnenkomen", "binnen"))
_INSIDE = frozenset(["oppassen", "oppas", "babysitten", "koken", "eten", "bed", "slapen", "logeren"])
_NO = frozenset(("niet", "geen", "nooit", "niets", "niks", "behalve", "zonder"))
_YES = frozenset(("wel", "graag"))
_SENTENCE = re.compile(r"[.;!?\n]|(?<!alleen )\bmaar\b")
_PART = re.compile(r"[,:()]|\balleen (?=niet\b)|\ben (?=wel\b|niet\b|geen\b)|\b(?=(?:behalve|zonder)\b)")
_ONLY = re.compile(r"\balleen +[^,]")  # «alleen voetbal»; who says «ik woon alleen» is on their own
ALWAYS, ONLY_ALONE = "always", "alone"


def _table(rows):
    things = {}
    for thing, words in rows.items():
        for word in words.split():
            things.setdefault(word, set()).add(thing)
    return things


_THINGS, _MAYBE = _table(_ABOUT), _table(_PERHAPS)


def about(words, *, names=(), kids=()):
    """What these words are about: things we know (koken, rijden …); where they name none, the words as they are.

    names: of people in the circle; they say for whom it is, not what. kids: names of the family's children."""
    said = [word for word in _words_in(words) if word not in _SMALL and not _is_a_time(word)]
    known = set().union(*(_THINGS.get(word, ()) for word in said), *({"kinderen"} for word in said if word in kids))
    return frozenset(known or (word for word in said if word not in names))


def offers_this(offer, what, day, *, pieces=frozenset(), names=(), kids=()):
    """Whether somebody who offered this in these words offered this task: «koken op dinsdag» is an offer for Tuesday,
    «koken, maar niet op dinsdag» for the other days. Only by its words, never because the task is of the same kind.

    day: the weekday on which the task begins; pieces: the parts of the week it touches; not known: that whole day."""
    said, pieces = {"names": names, "kids": kids}, pieces or _whole(day)
    kept = (keeps_from(part, what, "", pieces=pieces, **said) for part in not_offered(offer))
    return ALWAYS not in kept and _is_then(offer, day, pieces) and _names(_offered(offer), what, **said)


def leaves_room(offer, what, day, *, pieces=frozenset(), names=(), kids=()):
    """Whether whoever offered this in these words may be asked for this task as well. «Alleen voetbal» is for football
    and nothing else, «alleen op dinsdag» for anything on Tuesday; without an «alleen» there is room for everything."""
    said, offered = {"names": names, "kids": kids}, _offered(offer)
    if not _ONLY.search(offered):
        return True
    wanted, asked = words_of(offered) & set(names), words_of(what) & set(names)
    if about(offered, **said):
        is_for_them = not wanted or not asked or bool(wanted & asked)
        return is_for_them and offers_this(offer, what, day, pieces=pieces, **said)
    return wanted <= asked and _is_then(offer, day, pieces or _whole(day))


def not_offered(offer):
    """The parts of an offer that say what somebody would not do: of «niet koken, wel boodschappen» the first."""
    return [part for part, is_no in _parts(offer) if is_no]


def keeps_from(boundary, what, tag, *, pieces=frozenset(), names=(), kids=()):
    """Whether «Dit doe ik niet» in these words keeps somebody from a task: ALWAYS, only when ALONE, or "".

    pieces: the parts of the week that the task touches (day_parts). Careful: one thing in common is enough, also what a
    word may mean. None when no word of it says anything to us: then nobody can know what is meant."""
    words = set(_words_in(boundary))
    times = {word for word in words if _is_a_time(word)}
    task = _task(what, tag, names, kids)
    perhaps = set().union(*(_MAYBE.get(word, ()) for word in words))
    if (words - times) & (set(_THINGS) | set(_MAYBE) | set(kids)):
        meant = about(boundary, names=names, kids=kids) & set(_ABOUT)
        stays_out = bool(words & _COMING_IN) and bool(set(_words_in(what)) & _INSIDE)
        hit = bool((meant | perhaps) & task) or stays_out
    elif times:
        hit = bool(perhaps & task) or _at(times, pieces)
    else:
        hit = _begin_alike(words - _SMALL, words_of(what))
        if not hit and not words & set(names):
            return None
    if not hit:
        return ""
    return ONLY_ALONE if "alleen" in words and "maar" not in words else ALWAYS


def words_of(text):
    """All words of a text, but the small ones."""
    return frozenset(_words_in(text)) - _SMALL


def _offered(offer):
    """What is left of an offer without what somebody would not do."""
    return ", ".join(part for part, is_no in _parts(offer) if not is_no)


def _parts(offer):
    """[(words, whether they say no)]. A «niet» goes on until «wel», «graag», «maar» or the end of the sentence; a bare
    «niet alleen» is about what came before it."""
    parts = []
    for sentence in _SENTENCE.split(offer.casefold()):
        is_no = False
        for part in filter(str.strip, _PART.split(sentence)):
            words = set(_words_in(part))
            is_no = bool(words & _NO) or (is_no and not words & _YES)
            is_bare = is_no and "alleen" in words and words <= _SMALL
            parts.append((f"{parts[-1][0]} {part}" if is_bare and parts else part, is_no))
    return parts


def _names(offered, what, *, names, kids):
    """Whether these words name this task: by the particular thing they are about; by the children only where they are
    about nothing else."""
    known, task = about(offered, names=names, kids=kids), about(what, names=names, kids=kids)
    if "kinderen" not in known or len(known) > 1:
        return bool((known - {"kinderen"}) & (task | words_of(what)))
    rest = {word for word in words_of(offered) - _ROUND_CHILDREN - set(names) - set(kids) if not _is_a_time(word)}
    return "kinderen" in task and (not rest or bool(rest & words_of(what)))


def _is_then(offer, day, pieces):
    """Whether a task falls when this offer is for: any time, where it names none."""
    times = {word for word in _words_in(_offered(offer)) if _is_a_time(word)}
    return not times or _at(times, {piece for piece in pieces if piece[0] == str(day)})


def _whole(day):
    return {f"{day}{part}" for part in "oma"}


def _task(what, tag, names, kids):
    """All that a task may be about: its words, what they may mean, and the kind of task it is."""
    perhaps = set().union(*(_MAYBE.get(word, ()) for word in _words_in(what)))
    return about(what, names=names, kids=kids) | perhaps | ({_TAGS[tag]} if tag in _TAGS else set())


def _is_a_time(word):
    return word in _DAYS or word in _PARTS or word in _MOMENTS


def _at(times, pieces):
    """Whether a task touches one of these times: days, parts of the day, both together, or «dinsdagavond»."""
    days = set().union(*(_DAYS.get(word, ()) for word in times))
    parts = set().union(*(_PARTS.get(word, ()) for word in times))
    exactly = {_MOMENTS[word] for word in times if word in _MOMENTS}
    at_large = bool(days or parts)
    return any(
        piece in exactly or (at_large and (not days or piece[0] in days) and (not parts or piece[1] in parts))
        for piece in pieces
    )


def _begin_alike(words, others):
    """«honden» and «hond»: one begins with the other."""
    longer = [(one, other) for one in words for other in others if min(len(one), len(other)) > 3]
    return any(one.startswith(other) or other.startswith(one) for one, other in longer) or bool(words & others)


def _words_in(text):
    return re.findall(r"[^\W\d_]+", text.casefold().replace("door de week", "doordeweeks"))
