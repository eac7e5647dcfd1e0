"""A family's beginning: its title, who stands in the centre, and where the children live."""

from dataclasses import dataclass

from netwerkberaad.database import change, tidy
from netwerkberaad.domain import circle, refusals
from netwerkberaad.domain.refusals import insist
from netwerkberaad.domain.saying import together

LIVES = {"home": "Thuis", "two_homes": "Op twee plekken", "elsewhere": "Ergens anders"}
AT_THE_TABLE = {"professional": "hulpverlener", "peer_expert": "ervaringsdeskundige"}


@dataclass(frozen=True)
class Newcomer:
    """Somebody who stands in the centre: a first name and, for a child, the age in years.

    `row` is where it was typed, so that a refusal can stand beside it."""

    name: str
    child: bool = False
    age: int | None = None
    row: int = 1


def begin_family(facilitator, title, centre, *, lives="home", with_one="", with_two="", now):
    """A facilitator begins a circle: its title and everybody (Newcomers) in its centre, in one go.

    `lives` (LIVES) goes for all children named; with_one and with_two say at whose."""
    insist(tidy(title or ""), refusals.NoTitle)
    insist(centre, refusals.NobodyInTheCentre)
    children = [newcomer.name for newcomer in centre if _age_of(newcomer) is not None]
    homes = homes_sentence(children, lives, with_one, with_two)
    ours = circle.begin(facilitator.team, facilitator, title, now=now)
    for newcomer in centre:
        draw_in_centre(ours, newcomer, lives=lives)
    return change(ours, homes=homes) if homes else ours


def draw_in_centre(ours, newcomer, *, lives="home"):
    """One more person stands in the centre. Where somebody lives is only asked of children."""
    age = _age_of(newcomer)
    return circle.draw_person(
        ours,
        newcomer.name,
        ring=0,
        group="G",
        age=age,
        lives=lives if age is not None else "",
        household=age is None or lives != "elsewhere",
    )


def _age_of(newcomer):
    """The age we keep: that of a child. Whoever is 18 or older is an adult, and that is all we need to know."""
    said = newcomer.age
    if newcomer.child:
        insist(said is not None, refusals.NoAge(f"Hoe oud is {newcomer.name}?", field=f"age_{newcomer.row}"))
        insist(said < 18, refusals.NoAge("Een kind is jonger dan 18. Kijk dit na.", field=f"age_{newcomer.row}"))
    return said if said is not None and said < 18 else None


def homes_sentence(children, lives, with_one="", with_two=""):
    """Where the children live as the family says it: «Noor woont bij Lotte en bij Karim»; "" when they live at home."""
    with_one, with_two = tidy(with_one or ""), tidy(with_two or "")
    if lives == "two_homes":
        insist(children, refusals.NoChildToLiveThere)
        insist(with_one, refusals.NoHome(field="with_one"))
        insist(with_two, refusals.NoHome("Typ ook bij wie nog meer. Of kies «Thuis».", field="with_two"))
    if not children or lives == "home" or not with_one:
        return ""
    where = f"bij {with_one} en bij {with_two}" if with_two else f"bij {with_one}"
    return f"{together(children)} {'wonen' if len(children) > 1 else 'woont'} {where}"


def change_title(ours, title, *, seen=None):
    """The family calls its circle something else."""
    insist(tidy(title or ""), refusals.NoTitle)
    changed = change(ours, seen, title=title)
    insist(changed, refusals.ChangedMeanwhile)
    return changed


def change_homes(ours, children, where, homes, *, seen=None):
    """Says for each child (a list of Persons) where they live (`where`: {person id: LIVES}), and in one sentence how
    the family says it. The home network counts just as much for a child who lives elsewhere."""
    homes = tidy(homes or "")
    insist(homes or "two_homes" not in where.values(), refusals.NoHomesSentence)
    for child in children:
        if where[child.id] != child.lives:
            circle.change_person(child, lives=where[child.id], household=where[child.id] != "elsewhere")
    changed = change(ours, seen, homes=homes)
    insist(changed, refusals.ChangedMeanwhile)
    return changed


def seat_professional(ours, name, part, job, may_set_floor=False):
    """Somebody who is there for their work comes to the table, as a visitor in the outermost ring.

    may_set_floor: may say what must always hold (R3); never somebody who comes as a peer."""
    insist(part in AT_THE_TABLE, refusals.NoPart)
    may_set_floor = may_set_floor and part != "peer_expert"
    work = {"part": part, "job": tidy(job or ""), "may_set_floor": may_set_floor}
    return circle.draw_person(ours, name, ring=4, group="Z", **work)
