"""What a typed name tells by itself: «oma Riet», «buurvrouw Hanneke», «Wendy (vriendin)», «Dennis van voetbal»."""

import re
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


class Heard(NamedTuple):
    """What was typed, as we understand it: group is None where the words do not tell."""

    name: str
    relation: str = ""
    group: str | None = None


def hear(typed):
    """«oma Riet», «buurvrouw Hanneke», «Wendy (vriendin)», «Dennis van voetbal»: name, relation and group."""
    said = " ".join(typed.split())
    if found := _BETWEEN_BRACKETS.match(said):
        return Heard(_capital(found[1]), found[2].strip(), _group_in(found[2]))
    bare = _FIRST_WORDS.sub("", said) or said
    first, _, rest = bare.partition(" ")
    word, group = first.lower(), _TITLES.get(first.lower())
    if group and not rest.startswith("van "):
        return Heard(_capital(bare), word, group)
    group = _RELATIONS.get(word)
    if group and rest and not rest.startswith("van "):
        return Heard(_capital(rest), word, group)
    if group:
        return Heard(_capital(bare), "" if rest else word, None if rest else group)
    if (found := _OF_A_PLACE.match(bare)) and found[3] in _PLACES:
        return Heard(_capital(found[1]), found[2], _PLACES[found[3]])
    before, _, last = bare.rpartition(" ")
    before = re.sub(r",?\s+(mijn|onze|de|een)$", "", before)
    if before and last in _RELATIONS:
        return Heard(_capital(before), last, _RELATIONS[last])
    return Heard(said)


def _group_in(words):
    tables = (_TITLES, _RELATIONS, _PLACES)
    found = (table[word] for word in words.lower().split() for table in tables if word in table)
    return next(found, None)


def _capital(name):
    return name[:1].upper() + name[1:]
