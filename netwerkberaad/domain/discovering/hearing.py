"""What a typed name tells by itself: «oma Riet», «buurvrouw Hanneke», «Wendy (vriendin)», «Dennis van voetbal»."""

import re
import unicodedata
from typing import NamedTuple

# Whoever is called so keeps the word in the name: «Oma Riet», «Juf Anouk».
_TITLES = {
    "F": "oma opa tante oom mama papa overgrootoma overgrootopa",
    "K": "juf meester pater dominee pastoor imam",
}
_RELATIONS = {
    "F": "moeder vader zus zusje broer broertje nicht neef schoonzus zwager schoonmoeder schoonvader stiefmoeder "
    "stiefvader dochter zoon kleinkind peetoom peettante ex schoonouders grootouders ouders",
    "V": "vriend vriendin vriendje vriendinnetje maatje kameraad",
    "B": "buurvrouw buurman buurmeisje buurjongen buren overbuurvrouw overbuurman bovenbuurvrouw bovenbuurman "
    "benedenbuurvrouw benedenbuurman onderbuurvrouw onderbuurman",
    "K": "collega baas leidster leider trainer trainster coach klasgenoot teamgenoot lerares leraar mentor kennis "
    "oppas voetbaltrainer",
    "R": "geloofsgenoot ouderling diaken",
    "Z": "huisarts hulpverlener hulpverleenster begeleider begeleidster jeugdbeschermer gezinsvoogd therapeut "
    "psycholoog verpleegkundige wijkverpleegkundige jeugdverpleegkundige ervaringsdeskundige "
    "logopedist schuldhulpverlener",
}
_PLACES = {
    "K": "school werk voetbal club sport zwemmen zwemles hockey judo gym turnen dansen koor muziek scouting opvang "
    "bso creche crèche",
    "R": "kerk moskee tempel synagoge geloof",
    "B": "hiernaast beneden boven overkant straat buurthuis",
}


def _table(words_by_group):
    return {word: group for group, words in words_by_group.items() for word in words.split()}


_TITLES, _RELATIONS, _PLACES = _table(_TITLES), _table(_RELATIONS), _table(_PLACES)
_FIRST_WORDS = re.compile(r"^(?:(?:mijn|onze|ons|de|het|een|m'n|zijn|haar)\s+)+", re.IGNORECASE)
_BETWEEN_BRACKETS = re.compile(r"^(.+?)\s*\(([^()]+)\)$")
_OF_A_PLACE = re.compile(r"^(\S.*?)\s+((?:van|uit|op|bij)\s+(?:de\s+|het\s+)?(\S+))$")
_OF_SOMEBODY = re.compile(r"^(\S.*?),?\s+(?:(?:de|een)\s+)?(([^\W\d_]+)\s+van\s+\S.*)$", re.IGNORECASE)
# Somebody else's parent is known from school or the club, not from the family.
_PARENTS = frozenset(("mama", "papa", "moeder", "vader"))
_SMALL_IN_A_NAME = "van de der den het ten ter te op in en el al la le bin ibn di da du von 't 's"
_SMALL = frozenset(_SMALL_IN_A_NAME.split())


class Heard(NamedTuple):
    """What was typed, as we understand it: group is None where the words do not tell."""

    name: str
    relation: str = ""
    group: str | None = None


def hear(typed):
    """«oma Riet», «buurvrouw Hanneke», «Wendy (vriendin)», «Olena mama van Daan»: name, relation and group."""
    said = " ".join(typed.split())
    if found := _BETWEEN_BRACKETS.match(said):
        return Heard(_named(found[1]), found[2].strip(), _group_in(found[2]))
    bare = _FIRST_WORDS.sub("", said) or said
    first, _, rest = bare.partition(" ")
    word, group = first.lower(), _TITLES.get(first.lower())
    if group and not rest.startswith("van "):
        return Heard(_named(bare), word, group)
    group = _RELATIONS.get(word)
    if group and rest and not rest.startswith("van "):
        return Heard(_named(rest), word, group)
    if group:
        return Heard(_named(bare), "" if rest else word, None if rest else group)
    if (found := _OF_A_PLACE.match(bare)) and found[3].lower() in _PLACES and not _is_somebody(found[1]):
        return Heard(_named(found[1]), found[2], _PLACES[found[3].lower()])
    if (found := _OF_SOMEBODY.match(bare)) and (group := _group_of_somebody(found[3].lower())):
        return Heard(_named(found[1]), found[2], group)
    before, _, last = bare.rpartition(" ")
    before = re.sub(r",?\s+(mijn|onze|de|een)$", "", before)
    if before and last.lower() in _RELATIONS:
        return Heard(_named(before), last.lower(), _RELATIONS[last.lower()])
    return Heard(_named(said))


def group_of(relation):
    """The group that words about a relation tell («moeder van een klasgenoot»), or None."""
    return _group_in(relation)


def sounds_like(one, other):
    """Whether two names may be one person's: the same, or called the same («Riet» and «Oma Riet»)."""
    one, other = _plain(one), _plain(other)
    return one == other or (_called(one) is not None and _called(one) == _called(other))


def _plain(name):
    """Without capitals and accents: «René» is typed «rene» as often."""
    letters = unicodedata.normalize("NFD", name.casefold())
    return " ".join("".join(c for c in letters if not unicodedata.combining(c)).split())


def _called(name):
    """The name itself, without what somebody is to the others: «riet» of «oma riet», None of «oma»."""
    return next((word for word in name.split() if not (_is_a_title(word) or word in _SMALL)), None)


def _is_a_title(word):
    return word in _TITLES or word in _RELATIONS


def _is_somebody(words):
    """«Wendy vriendin» of «Wendy vriendin van werk»: the last word says who it is, the place only from where."""
    return " " in words and _group_of_somebody(words.split()[-1].lower())


def _group_of_somebody(word):
    return "K" if word in _PARENTS else _TITLES.get(word) or _RELATIONS.get(word)


def _group_in(words):
    tables = (_TITLES, _RELATIONS, _PLACES)
    found = (table[word] for word in words.lower().split() for table in tables if word in table)
    return next(found, None)


def _named(name):
    """A name that was typed in a hurry gets its capitals; whoever typed one in a word knew how to write it."""
    first, *rest = name.split(" ")
    return " ".join([_capital(first), *(word if _stays_small(word) else _capital(word) for word in rest)])


def _stays_small(word):
    return word in _SMALL or word in _PLACES or word in _RELATIONS


def _capital(word):
    """«samira», «anne-marie», «ijsbrand». As in a title, which leaves letters alone that have no capital in use."""
    if word != word.lower():
        return word
    parts = ("IJ" + part[2:] if part.startswith("ij") else part[:1].title() + part[1:] for part in word.split("-"))
    return "-".join(parts)
