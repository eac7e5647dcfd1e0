"""How wide a line of text will be: exact in the map's own font, an upper bound for letters it lacks."""

import unicodedata
from functools import lru_cache

# Hundredths of the font size, measured in Chromium. Ours: Atkinson Hyperlegible Next 600, the map's own font.
# fmt: off
_OURS = {
    19: "'", 25: ",.:;j|", 26: "‘’", 27: "`", 28: "i·ı", 30: " !l", 32: "()", 33: "[ł", 34: "]", 35: "f",
    36: '"t', 37: "-r{}", 39: "_", 41: "I", 42: "/\\", 43: "1", 45: "“”", 48: "*", 49: "z", 50: "csy–",
    51: "v", 52: "x", 53: "7?", 54: "ak~", 55: "JLe", 56: "<>Fhnuħ", 57: "2^oø", 58: "9gðŁ",
    59: "3ETbdpqþđ", 60: "$+5S", 61: "Zß", 62: "468=PÞ", 63: "BVY", 64: "R", 65: "CK", 66: "0A", 67: "X",
    68: "D", 69: "U", 70: "HÐĐĦ", 71: "GN", 72: "w", 73: "#&", 74: "OØ", 75: "Q…", 78: "@", 83: "—",
    85: "M", 87: "mæ", 88: "W", 93: "œ", 94: "Æ", 95: "%", 102: "Œ",
}
# fmt: on
# Theirs: DejaVu Sans Bold, about the widest sans that a system falls back on, rounded up to ten.
_THEIRS = {
    30: "י",
    40: "ΙιІіוןاـ",
    50: "גזנڈ",
    60: "εζξςгзстэєґדךכةءدذرزهڑژە",
    70: "ΓΕΞΣΤαγδθλνοτυχГЕТавекнопухчьяџҐבהחטלסעףפץצתرعغؼؽؾؿوۆۇے",
    80: "ΑΒΔΖΚΛΡΥΧβηκμπρσφЄАБВЗРСУХЬЭЯбилрцъђћאםמקשجحخمچ",
    90: "ΗΘΝΟΠΦΨΩψωЂЋЏДИКЛНОПЧдмلنں",
    100: "ЦЪыюњقكىيی",
    110: "ΜМФЫжфшљبتثطظٹپکگ",
    120: "ЉЊЮщف",
    130: "ЖШ",
    140: "Щسشصض",
}
_OUR_WIDTHS = {letter: width / 100 for width, letters in _OURS.items() for letter in letters}
_THEIR_WIDTHS = {letter: width / 100 for width, letters in _THEIRS.items() for letter in letters}
_OTHER_LETTERS, _PICTURES = 1.15, 1.62
_JOINER = "\u200d"


@lru_cache(maxsize=4096)
def width(text):
    """The width of a line as a multiple of its font size: exact when `is_ours`, otherwise an upper bound."""
    return sum(_width_of_one(point) for point in unicodedata.normalize("NFD", text))


@lru_cache(maxsize=4096)
def is_ours(text):
    """Whether every letter is in the map's own font, so that its width is known and not guessed."""
    points = unicodedata.normalize("NFD", text)
    return all(point in _OUR_WIDTHS or unicodedata.category(point) == "Mn" for point in points)


def characters(text):
    """What a reader counts as characters: an accent or a skin tone belongs to what it stands on."""
    found = []
    for point in unicodedata.normalize("NFC", text):
        if found and (found[-1].endswith(_JOINER) or _belongs_to_the_one_before(point, found[-1])):
            found[-1] += point
        else:
            found.append(point)
    return found


def _belongs_to_the_one_before(point, before):
    if "\U0001f1e6" <= point <= "\U0001f1ff":  # two of these letters make one flag
        return len(before) == 1 and "\U0001f1e6" <= before <= "\U0001f1ff"
    return unicodedata.category(point) in {"Mn", "Me", "Cf"} or "\U0001f3fb" <= point <= "\U0001f3ff"


def _width_of_one(point):
    known = _OUR_WIDTHS.get(point) or _THEIR_WIDTHS.get(point)
    if known:
        return known
    category = unicodedata.category(point)
    if category in {"Mn", "Me", "Cf", "Cc"}:
        return 0.0
    # A heart, a face, half of a flag: as wide as the widest picture in the fallback fonts.
    return _PICTURES if category == "So" or ord(point) > 0xFFFF else _OTHER_LETTERS
