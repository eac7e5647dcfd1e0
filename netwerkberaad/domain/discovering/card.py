"""The card of a person: what is said of them, where they stand in the circle, and how a slip of the pen goes away."""

from netwerkberaad.domain import refusals, undo
from netwerkberaad.domain.circle import (
    RINGS,
    SUPPORT,
    Person,
    as_if,
    change_person,
    where_words,
)
from netwerkberaad.domain.drawing import map_sheet, network_map
from netwerkberaad.domain.refusals import insist

ROOM = "kring"
GROWN_UP = 18


def describe(circle, person, *, seen, now, name, ring, group, support, tie, influence, age, relation):
    """Everything the card of a person says at once. `age` is typed: only a child has one."""
    age = str(age or "").strip()
    insist(not age or (age.isdecimal() and int(age) < GROWN_UP), refusals.NotAnAge)
    insist(int(ring) in RINGS, refusals.NoSuchRing)
    what_we_know = {
        "name": name,
        "relation": relation or "",
        "ring": int(ring),
        "group": group,
        "support": with_letters("".join(support or ())),
        "tie": tie,
        "influence": bool(influence),
        "age": int(age) if age else None,
    }
    wanted = as_if(person, ring=int(ring), group=group)
    moved = (person.ring, person.group) != (wanted.ring, wanted.group)
    sentence = f"{name} staat nu {where_words(wanted)}." if moved else f"Veranderd bij {name}."
    return say_about(circle, person, sentence, now=now, seen=seen, **what_we_know)


def put_down(circle, person, *, seen=None, now, x="", y="", ring="", sector=""):
    """Somebody gets another ring or sector, by hand (x, y on the map sheet) or by name.

    «Wendy staat nu heel dichtbij, bij vrienden.» Nobody is dropped into the family: the middle counts as ring 1."""
    near = None
    if str(x) or str(y):
        insist(all(str(way).isdecimal() and len(str(way)) < 6 for way in (x, y)), refusals.NoSuchRing)
        near = (min(int(x), map_sheet.WIDTH), min(int(y), map_sheet.HEIGHT))
        ring, sector = network_map.ring_and_sector_at(*near)
    insist(str(ring) in map(str, RINGS), refusals.NoSuchRing)
    insist(sector in network_map.SECTOR_NAMES, refusals.NoSuchRing)
    wanted = as_if(person, ring=max(int(ring), 1), group=network_map.group_in(sector, person.group))
    sentence = f"{person.name} staat nu {where_words(wanted)}."
    return say_about(circle, person, sentence, now=now, seen=seen, near=near, ring=wanted.ring, group=wanted.group)


def welcome(circle, person, *, now):
    """The family says «Ja, erbij»: a suggested person stands in the circle."""
    if person.status != "suggested":
        return person
    return say_about(circle, person, f"{person.name} hoort erbij.", now=now, status="named")


def tell_apart(person):
    """Another Anna: the table says that two people have the same name."""
    return change_person(person, told_apart=True)


def take_back_slip(circle, person, *, now):
    """A typing slip: the name goes, and can be undone. Nobody to whom anything hangs is ever taken away (R11)."""
    insist(person.status != "member" and person.ring, refusals.SomethingHangsOnThem)
    insist(not _hangs_on(person), refusals.SomethingHangsOnThem)
    return say_about(circle, person, f"{person.name} is weggehaald.", now=now, taken_back_at=now)


def say_about(circle, person, sentence, *, now, seen=None, near=None, **fields):
    """Changes a person so that it can be undone, place included."""
    kept = {*fields, "ring", "group", "part", "x", "y"}
    seen = int(seen) if str(seen or "").isdecimal() and len(str(seen)) < 10 else None
    changed = change_person(person, seen=seen, near=near, **fields)
    before = {
        field: getattr(person, field) for field in sorted(kept) if getattr(person, field) != getattr(changed, field)
    }
    if before:
        undo.remember(circle, ROOM, changed, sentence, before=before, now=now)
    return changed


def with_letters(letters):
    """The letters of support, each once and in their own order."""
    return "".join(letter for letter in SUPPORT if letter in letters)


def _hangs_on(person):
    return any(model.select().where(key == person.id).exists() for key, model in Person._meta.backrefs.items())
