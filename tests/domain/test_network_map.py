"""The map on paper: everybody has a place of their own, nobody touches anybody, and nobody is ever moved."""

import math
import random
import time
from itertools import combinations
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkberaad.domain.drawing import letter_widths, map_sheet, network_map
from netwerkberaad.domain.drawing.letter_widths import characters
from netwerkberaad.domain.drawing.map_labels import label_of
from netwerkberaad.domain.drawing.network_map import Standing, boxes_of, draw, find_place, still_fits

SECTORS = list(map_sheet.SECTOR_ANGLES)
HOMES = [(ring, sector) for ring in (1, 2, 3) for sector in SECTORS] + [(4, map_sheet.PROFESSIONALS)]
LONGEST = {
    "two words": "Annemarie van den Bergen",
    "one word": "Christophorusalexanderss",
    "wide letters": "W" * 24,
    "emoji": "👩" * 24,
    "families of emoji": "👩‍👩‍👧‍👦" * 24,
    "Arabic": "عبدالرحمن المصري الخطيبب",
    "Cyrillic": "Володимир Шевченко Жук Ш",
}


def spread(seed, name_of, homes=HOMES, people=40):
    """People who came one after the other, each with a place beside the ones before."""
    chance, standing = random.Random(seed), []
    for number in range(people):
        name = name_of(number, chance)
        standing.append(Standing(name, find_place(name, *chance.choice(homes), standing)))
    return standing


def some_name(number, chance):
    letters = (chance.choice("abdeijklmnorstuvwy ") for _ in range(chance.randint(2, 24)))
    return "".join(letters).strip().title() or "An"


def touch(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def insist_that_all_stand_free(standing):
    boxes = [boxes_of(person.name, person.place) for person in standing]
    for one, other in combinations(boxes, 2):
        assert not any(touch(a, b) for a in one for b in other)
    for box in (box for both in boxes for box in both):
        assert min(box) >= 0
        assert (box[2] <= map_sheet.WIDTH, box[3] <= map_sheet.HEIGHT) == (True, True)
        assert not any(touch(box, kept) for kept in map_sheet.kept_free())


def on_the_map(number, standing, **other):
    what = {"id": number, "name": standing.name, "initials": "An", "ring": 2, "group": "F", "hue": 1}
    drawn = {"tie": "ordinary", "influence": False, "gives_back": False, "url": None, "place": standing.place}
    return SimpleNamespace(**what | drawn | other)


FAMILY = SimpleNamespace(names=["Lotte"], children=["Noor", "Sem"], homes="bij Lotte en bij Karim")


@pytest.mark.parametrize("seed", range(10))
def test_forty_names_of_any_length_stand_free_of_each_other_and_of_the_captions(seed):
    insist_that_all_stand_free(spread(seed, some_name))


@pytest.mark.parametrize("name", LONGEST.values(), ids=LONGEST.keys())
@pytest.mark.parametrize(
    "homes", [HOMES, [(1, map_sheet.FRIENDS)], [(3, map_sheet.FAMILY)]], ids=["spread", "near", "far"]
)
def test_forty_of_the_longest_names_all_find_room(name, homes):
    insist_that_all_stand_free(spread(3, lambda number, chance: name, homes))


def test_where_a_ring_is_nearly_full_the_mark_of_whoever_is_new_touches_no_other_dot():
    stand = {"Gerard": (400, 370), "Jo": (500, 290), "Truus": (350, 500), "Leila": (360, 610), "Fatma": (399, 310)}
    standing = [Standing(name, place) for name, place in stand.items()]
    olena = find_place("Olena mama van Daan", 2, map_sheet.FAMILY, standing)
    assert min(math.dist(olena.dot, network_map.Place(*place).dot) for place in stand.values()) >= 24 + 30


@pytest.mark.parametrize("long_name", ["Annemarie van den Bergen", "W" * 24])
def test_long_names_still_find_room_after_a_calm_beginning_with_short_ones(long_name):
    insist_that_all_stand_free(spread(5, lambda number, chance: "Riet" if number < 15 else long_name))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=40), st.sampled_from(HOMES)), max_size=12))
def test_whatever_people_type_finds_a_place_of_its_own(called_out):
    standing = []
    for name, home in called_out:
        standing.append(Standing(name, find_place(name, *home, standing)))
    insist_that_all_stand_free(standing)


def test_the_same_people_in_the_same_order_stand_at_the_same_places():
    assert spread(7, some_name) == spread(7, some_name)


def test_the_forty_first_has_no_place_and_moves_nobody():
    standing = spread(1, some_name)
    people = [on_the_map(number, person) for number, person in enumerate(standing)]
    late = on_the_map(41, Standing("Te Laat", find_place("Te Laat", 2, map_sheet.FAMILY, standing)))
    before, after = draw(FAMILY, people), draw(FAMILY, [*people, late])
    assert late.place is None
    assert (before.dots, before.ties, before.totals) == (after.dots, after.ties, [])
    assert after.totals == [network_map.Totals(2, "Dichtbij", 1)]


def test_the_family_in_the_middle_has_no_place_among_the_dots():
    assert find_place("Lotte", 0, map_sheet.FAMILY, []) is None


def test_a_place_is_two_whole_numbers_that_fit_on_a_row():
    place = find_place("Annemarie van den Bergen", 2, map_sheet.FAMILY, [])
    assert (type(place.x), type(place.y)) == (int, int)
    assert boxes_of("Riet", (place.x, place.y)) == boxes_of("Riet", place)


def test_a_name_still_fits_where_it_stands_until_it_grows_over_its_neighbour():
    standing = [Standing("Riet", (300, 300))]
    assert still_fits("Jo", (400, 300), standing)
    assert not still_fits("Annemarie van den Bergen", (400, 300), standing)
    assert not still_fits("Jo", (10, 300), [])


@pytest.mark.parametrize(("ring", "sector"), HOMES)
def test_whoever_has_the_ring_to_themselves_stands_in_their_own_ring_and_sector(ring, sector):
    place = find_place("Riet", ring, sector, [])
    assert map_sheet.ring_and_sector_at(*place.dot) == (ring, sector)


@pytest.mark.parametrize(
    ("spot", "lands"),
    [
        ((680, 500), (0, map_sheet.NEIGHBOURS)),
        ((560, 400), (1, map_sheet.FAMILY)),
        ((900, 350), (2, map_sheet.FRIENDS)),
        ((500, 860), (3, map_sheet.SCHOOL_AND_WORK)),
        ((680, 30), (4, map_sheet.PROFESSIONALS)),
        ((5, 5), (3, map_sheet.FAMILY)),
        ((1355, 1035), (3, map_sheet.NEIGHBOURS)),
    ],
    ids=["middle", "near family", "friends", "far school", "professionals", "corner", "other corner"],
)
def test_where_somebody_is_put_down_says_how_near_they_are(spot, lands):
    ring, sector = map_sheet.ring_and_sector_at(*spot)
    assert ring == lands[0]
    assert ring == 0 or sector == lands[1]


def test_whoever_is_put_down_by_hand_stands_near_that_spot():
    far_left = map_sheet.point(245, 190)
    place = find_place("Riet", 2, map_sheet.FAMILY, [], near=far_left)
    assert abs(place.dot[0] - far_left[0]) <= 40
    assert abs(place.dot[1] - far_left[1]) <= 40


def test_a_believer_stays_a_believer_and_a_friend_who_moves_there_becomes_an_acquaintance():
    assert network_map.group_in(map_sheet.SCHOOL_AND_WORK, "R") == "R"
    assert network_map.group_in(map_sheet.SCHOOL_AND_WORK, "V") == "K"


@pytest.mark.parametrize("name", [*LONGEST.values(), "Jo", "Oma Riet", "Marie-Louise Vandersteen"])
def test_a_name_of_24_characters_is_written_whole(name):
    assert "".join(line.text for line in label_of(name).lines) == name


def test_a_longer_name_is_shortened_and_a_joined_emoji_is_never_cut_in_two():
    shown = label_of("👩‍👩‍👧‍👦" * 25).shown
    assert characters(shown) == ["👩‍👩‍👧‍👦"] * 23 + ["…"]
    assert label_of("Christophorus Alexander de Derde").shown == "Christophorus Alexander…"


def test_the_middle_has_room_for_six_people_with_long_names_and_a_second_home():
    full = SimpleNamespace(names=["W" * 24, "M" * 24], children=["Ö" * 24] * 4, homes="bij Lotte en Karim")
    for family in (full, FAMILY, SimpleNamespace(names=[], children=[], homes="")):
        centre = draw(family, []).centre
        half_wide = map_sheet.RING_ENDS[0] * map_sheet.STRETCH
        assert centre.width / 2 <= half_wide
        assert centre.height / 2 <= map_sheet.RING_ENDS[0]


def test_the_words_in_the_middle_stay_clear_of_its_round_corners():
    homes = "Noor en Sem wonen bij Lotte en bij Karim"
    centre = draw(SimpleNamespace(names=["Lotte"], children=["Noor", "Sem"], homes=homes), []).centre
    for line, size, _ in centre.lines:
        half = (line.length or letter_widths.width(line.text) * size) / 2
        for y in (line.y - size * 0.7, line.y + size * 0.2):
            deep = max(0, abs(y - map_sheet.MIDDLE_Y) - (centre.height / 2 - centre.rounding))
            edge = centre.width / 2 - centre.rounding + (centre.rounding**2 - deep**2) ** 0.5
            assert half + 8 <= edge


def test_whoever_is_new_or_marked_takes_the_paper_that_was_kept_for_them():
    dots = [boxes_of("Riet", (x, 300))[0] for x in (300, 299, 301)]
    ring_around_the_new, marks_above = 24 + 4 + 2, 21 + 8 + 1
    assert all(right - left == 2 * ring_around_the_new for left, _, right, _ in dots)
    assert all(300 - top == marks_above for _, top, _, _ in dots)


def test_the_map_says_of_each_person_what_was_said_of_them():
    said = {"ring": 1, "group": "G", "hue": 5, "tie": "strong", "influence": True, "url": "/mensen/8"}
    (dot,) = draw(FAMILY, [on_the_map(8, Standing("Oma Riet", (300, 300)), **said)], new=8).dots
    assert (dot.name, dot.ring, dot.sector) == ("Oma Riet", 1, map_sheet.FAMILY)
    assert (dot.hue, dot.tie, dot.influence, dot.gives_back) == (5, "strong", True, False)
    assert (dot.url, dot.new) == ("/mensen/8", True)


def test_finding_a_place_among_forty_costs_a_few_thousandths_of_a_second():
    standing = spread(2, some_name, people=39)
    for home in HOMES:
        find_place("Annemarie van den Bergen", *home, standing)
    begun = time.process_time()
    for home in HOMES:
        find_place("Annemarie van den Bergen", *home, standing)
    assert (time.process_time() - begun) / len(HOMES) < 0.02
