"""A whole evening on the map, as it comes: whatever is named, moved, renamed or undone, nobody covers anybody."""

import random
from itertools import combinations

import pytest

from netwerkberaad.domain import circle, refusals, undo
from netwerkberaad.domain.discovering import card, merging, naming
from netwerkberaad.domain.drawing import map_sheet, network_map
from tests import cast

NAMES = (
    "oma truus, opa Gerard, Olena mama van Daan, Rik van voetbal, Fatma, Wendy, tante Leila, juf Anouk, oom Ahmed, "
    "Jo, Annemarie van den Bergen, Marie-Louise Vandersteen, Li, Mohammed el Amrani, huisarts Bos, 👩‍👩‍👧‍👦 Jansen"
)
LONGER = ["Wilhelmina Christina de Groot", "Jo", "Marie-Louise Vandersteen", "W" * 24, "Ans"]


class Evening:
    """One thing after the other happens at the table; what the house refuses does not happen."""

    def __init__(self, family, chance, now):
        self.circle, self.chance, self.now = family.circle, chance, now

    def anybody(self):
        return self.chance.choice(circle.people_of(self.circle))

    def somebody_is_named(self):
        question = self.chance.choice(list(naming.ASKED))
        naming.name_people(self.circle, self.chance.choice(NAMES.split(", ")), question=question, now=self.now)

    def somebody_comes_in(self):
        name, group = self.chance.choice(NAMES.split(", ")), self.chance.choice("FVBK")
        circle.draw_person(self.circle, name, group=group, named_in="1.1")

    def somebody_is_dropped(self):
        x, y = self.chance.randrange(map_sheet.WIDTH), self.chance.randrange(map_sheet.HEIGHT)
        card.put_down(self.circle, self.anybody(), x=x, y=y, now=self.now)

    def somebody_is_dropped_on_somebody(self):
        below = self.anybody()
        if below.place:
            x, y = below.place
            card.put_down(self.circle, self.anybody(), x=x, y=y, now=self.now)

    def somebody_is_described(self):
        who, name = self.anybody(), self.chance.choice(LONGER)
        said = {"ring": self.chance.randrange(5), "group": self.chance.choice("GFVBKRZ"), "support": "P", "age": ""}
        card.describe(
            self.circle, who, seen=None, now=self.now, name=name, relation="", tie="weak", influence=True, **said
        )

    def somebody_is_renamed(self):
        circle.change_person(self.anybody(), name=self.chance.choice(LONGER))

    def a_slip_goes(self):
        card.take_back_slip(self.circle, self.anybody(), now=self.now)

    def two_are_one(self):
        merging.merge(self.anybody(), self.anybody(), now=self.now)

    def the_last_is_undone(self):
        if deed := undo.last_deed(self.circle, card.ROOM):
            undo.undo(self.circle, deed.id, now=self.now)

    def go_on(self):
        happens = [self.somebody_is_named, self.somebody_comes_in, self.somebody_is_dropped, self.the_last_is_undone]
        happens += [self.somebody_is_dropped_on_somebody, self.somebody_is_described, self.somebody_is_renamed]
        happens += [self.a_slip_goes, self.two_are_one, self.somebody_is_named, self.the_last_is_undone]
        thing = self.chance.choice(happens)
        try:
            thing()
        except refusals.Refusal:
            return f"{thing.__name__} (refused)"
        return thing.__name__


def touch(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def covering(people):
    boxes = [(person.name, network_map.boxes_of(person.name, person.place)) for person in people if person.place]
    return [
        (one, other)
        for (one, here), (other, there) in combinations(boxes, 2)
        if any(touch(a, b) for a in here for b in there)
    ]


@pytest.mark.parametrize("seed", range(8))
def test_whatever_happens_on_an_evening_nobody_covers_anybody(db, now, seed):
    evening, story = Evening(cast.family(now), random.Random(seed), now), []
    for _ in range(60):
        story.append(evening.go_on())
        assert covering(circle.people_of(evening.circle)) == [], story
