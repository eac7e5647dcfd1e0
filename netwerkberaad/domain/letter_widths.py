"""How wide a line of text can be, in any font we may meet: the paper is drawn before a browser chooses one."""
import unicodedata
from functools import lru_cache

# Hundredths of the font size, measured in Chromium: the widest of Atkinson Hyperlegible Next 600
# and DejaVu Sans Bold (about the widest sans a system falls back on), rounded up to 5.
_MEASURED = {
    30: "י",
    35: " 'ijlıіוןاـ",
    40: ",.|·łΙιІ‘’",
    45: "-/:;I\\fزڈ",
    50: "!()[]rtגנ",
    55: '"*_`гґءدذ–',
    60: "?Jczεζξςзстэєדךכةرزهڑژە",
    65: "LsŁΓΞλτГвьяҐבלרػؼؽؾؿوۆۇے",
    70: "EFTaekovxyðøΕΣΤαγδθνουχЕТаекнопухчџהחטסעףפץצתعغ“”",
    75: "$0123456789CPSYZbdghnpqu{}ÞßþđŋΖΡΥβηκμρЄЗРСЭбилрцђћאםמקجحخمچ",
    80: "ABKRVXħΑΒΔΚΛΧπσφАБВУХЬЯъш",
    85: "#+<=>DGHNU^~ÐĐŊΗΝΠψЏИКЛНПЧдм",
    90: "&OQØƏΘΟΦΨΩωЂЋДОلن",
    95: "wЦЪыقكىيی",
    100: "Ħюњ",
    105: "%@MΜМФЫжфљبتثطظٹپکگ—…",
    110: "mÆæ",
    115: "WœЊщ",
    120: "ŒЉЮف",
    125: "ЖШ",
    135: "Щ",
    140: "سشصض",
}
_WIDTHS = {letter: width / 100 for width, letters in _MEASURED.items() for letter in letters}
_OTHER_LETTERS, _PICTURES = 1.12, 1.62
_JOINER = "\u200d"


@lru_cache(maxsize=4096)
def width(text):
    """An upper bound of the width of a line, as a multiple of its font size."""
    return sum(_width_of_character(character) for character in unicodedata.normalize("NFD", text))


def characters(text):
    """What a reader counts as characters: an accent, a skin tone or a joined emoji belongs to what it stands on."""
    found = []
    for point in unicodedata.normalize("NFC", text):
        joined = found and (found[-1].endswith(_JOINER) or _belongs_to_the_one_before(point, found[-1]))
        if joined:
            found[-1] += point
        else:
            found.append(point)
    return found


def _belongs_to_the_one_before(point, before):
    if "\U0001f1e6" <= point <= "\U0001f1ff":  # two of these letters make one flag
        return len(before) == 1 and "\U0001f1e6" <= before <= "\U0001f1ff"
    return unicodedata.category(point) in {"Mn", "Me", "Cf"} or "\U0001f3fb" <= point <= "\U0001f3ff"


@lru_cache(maxsize=4096)
def _width_of_character(character):
    if character in _WIDTHS:
        return _WIDTHS[character]
    category = unicodedata.category(character)
    if category in {"Mn", "Me", "Cf", "Cc"}:
        return 0.0
    # Half of a flag, a heart, a face: as wide as the widest picture in the fallback fonts.
    if category == "So" or ord(character) > 0xFFFF:
        return _PICTURES
    return _OTHER_LETTERS
