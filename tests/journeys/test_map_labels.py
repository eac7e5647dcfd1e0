"""The map measured in Chromium: every name whole, large enough, on the sheet, and free of all others."""

import base64
import random
from itertools import combinations
from pathlib import Path
from types import SimpleNamespace

import jinja2
import pytest

from netwerkberaad.domain.drawing import network_map
from netwerkberaad.domain.drawing.network_map import Standing, draw, find_place

HOUSE = Path(network_map.__file__).parents[2]
FONTS = sorted((HOUSE / "static" / "vendor").glob("atkinson*/*-600-normal.woff2"))
STYLE = [(HOUSE / "static" / "css" / name).read_text() for name in ("tokens.css", "map.css")]
# As wide as the map is on the shared screen, beside the question.
ON_SCREEN = 1100
HOMES = [(ring, group) for ring in (1, 2, 3) for group in "FVBK"] + [(4, "Z")]
ALL_IN_ONE = [(1, "V")]
ODD_NAMES = [
    "W" * 24,
    "👩" * 24,
    "Annemarie van den Bergen",
    "عبدالرحمن المصري",
    "Володимир Шевченко Жук Ш",
    "Šárka Łęcka-Đurić",
    "Jo",
]

MEASURE = """() => {
    const box = e => { const b = e.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; };
    const all = selector => [...document.querySelectorAll(selector)];
    const people = all('.map__person').map(e => {
        const label = e.querySelector('.map__label');
        return {
            id: e.dataset.person, text: label.textContent,
            label: box(label), dot: box(e.querySelector('.map__dot')),
            initials: box(e.querySelector('.map__initials')),
            font: parseFloat(getComputedStyle(label).fontSize) * label.getScreenCTM().d,
        };
    });
    return {people, sheet: box(document.querySelector('svg')),
            captions: all('.map__caption, .map__totals').map(box),
            middle: all('.map__centre text').map(box)};
}"""


def letters(chance, at_least=2):
    written = (chance.choice("abcdeghijklmnoprstuvwz ") for _ in range(chance.randint(at_least, 24)))
    return " ".join("".join(written).title().split()) or "An"


def circle(seed, homes=HOMES, people=40, name_of=letters):
    chance, standing, found = random.Random(seed), [], []
    for number in range(1, people + 1):
        (ring, group), name = chance.choice(homes), name_of(chance)
        place = find_place(name, ring, network_map.sector_of(group), standing)
        standing += [Standing(name, place)] if place else []
        who = {"id": number, "name": name, "initials": name[:2], "ring": ring, "group": group, "place": place}
        how = {"hue": number % 12 + 1, "tie": chance.choice(["strong", "ordinary", "weak", "lost"])}
        marks = {"influence": number % 5 == 0, "gives_back": number % 7 == 0}
        found.append(SimpleNamespace(**who, **how, **marks, url=f"/mensen/{number}"))
    return found


def page_with(people):
    pages = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HOUSE / "templates"), autoescape=True, extensions=["jinja2.ext.i18n"]
    )
    pages.install_null_translations(newstyle=True)
    family = SimpleNamespace(names=["Lotte"], children=["Noor", "Sem"], homes="bij Lotte en bij Karim")
    return pages.get_template("circle/_map.svg.html").render(sheet=draw(family, people))


def font_face(font):
    letters = "U+100-24F" if "latin-ext" in font.name else "U+0-FF,U+2000-206F"
    source = "data:font/woff2;base64," + base64.b64encode(font.read_bytes()).decode()
    return (
        "@font-face{font-family:'Atkinson Hyperlegible Next';font-weight:600;"
        f"unicode-range:{letters};src:url({source})}}"
    )


@pytest.fixture(params=["our font", "a fallback font"])
def measured(request, page):
    """Draws people as wide as on the shared screen and measures what Chromium made of it."""
    page.set_viewport_size({"width": ON_SCREEN, "height": 900})
    faces = "".join(map(font_face, FONTS)) if request.param == "our font" else ""
    styles = [*STYLE, "body{margin:0}", faces]
    head = "".join(f"<style>{style}</style>" for style in styles) + "<body class=room-screen>"

    def measure(people):
        page.set_content(head + page_with(people))
        page.evaluate("document.fonts.ready")
        return page.evaluate(MEASURE)

    return measure


def touch(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def insist_that_every_label_is_free(map_):
    people, sheet = map_["people"], map_["sheet"]
    for one, other in combinations(people, 2):
        assert not touch(one["label"], other["label"]), (one, other)
        assert not touch(one["dot"], other["dot"]), (one, other)
    for one in people:
        left, top, right, bottom = one["label"]
        assert (left >= 0, top >= 0, right <= sheet[2], bottom <= sheet[3]) == (True,) * 4, one
        assert not [other for other in people if other is not one and touch(one["label"], other["dot"])], one
        assert not [box for box in map_["captions"] + map_["middle"] if touch(one["label"], box)], one
        assert one["font"] >= 20
        assert (one["initials"][0] >= one["dot"][0], one["initials"][2] <= one["dot"][2]) == (True, True)


def names(people):
    return [person.name for person in people]


@pytest.mark.parametrize("seed", range(10))
def test_forty_people_spread_over_the_map_touch_nobody(measured, seed):
    people = circle(seed, HOMES if seed else ALL_IN_ONE)
    map_ = measured(people)
    insist_that_every_label_is_free(map_)
    assert [one["text"] for one in map_["people"]] == names(people)


@pytest.mark.parametrize("homes", [HOMES, ALL_IN_ONE], ids=["spread", "all in one ring and sector"])
def test_forty_names_of_24_characters_touch_nobody(measured, homes):
    people = circle(21, homes, name_of=lambda chance: letters(chance, at_least=24))
    map_ = measured(people)
    insist_that_every_label_is_free(map_)
    assert [one["text"] for one in map_["people"]] == names(people)


@pytest.mark.parametrize("homes", [HOMES, ALL_IN_ONE], ids=["spread", "all in one ring and sector"])
def test_wide_letters_emoji_and_other_scripts_touch_nobody(measured, homes):
    people = circle(22, homes, name_of=lambda chance: chance.choice(ODD_NAMES))
    map_ = measured(people)
    insist_that_every_label_is_free(map_)
    assert [one["text"] for one in map_["people"]] == names(people)


def test_the_forty_first_moves_no_other_by_a_pixel(measured):
    before, after = measured(circle(4, people=40)), measured(circle(4, people=41))
    assert after["people"] == before["people"]
    assert after["sheet"] == before["sheet"]


def test_each_new_name_leaves_all_others_where_they_are(measured):
    few, more = measured(circle(6, people=12)), measured(circle(6, people=13))
    assert more["people"][:12] == few["people"]


def test_the_longest_line_of_totals_stays_on_the_sheet(measured):
    people = circle(3, people=40) + [
        SimpleNamespace(id=100 + number, ring=number % 4 + 1, place=None) for number in range(200)
    ]
    map_ = measured(people)
    left, top, right, bottom = map_["captions"][-1]
    assert (left >= 0, right <= ON_SCREEN, bottom <= map_["sheet"][3]) == (True, True, True)
    insist_that_every_label_is_free(map_)
