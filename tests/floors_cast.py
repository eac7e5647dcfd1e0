"""A youth-protection worker at the table, and what she says must always hold."""

from itertools import product

from netwerkberaad.domain.circle import draw_person
from netwerkberaad.domain.evening import answers, meeting
from netwerkberaad.domain.safety import floors
from netwerkberaad.domain.week import roster
from tests.cast import in_one_go
from tests.told_before import told_once

WHO_COUNTS = ("wendy", "hanneke", "tjeerd")


@told_once
@in_one_go
def seat_ilse(family, now, *, here=True):
    family.ilse = draw_person(family.circle, "Ilse", ring=4, group="Z", part="professional", may_set_floor=True)
    if here:
        meeting.attend(family.meeting, family.ilse, now=now)
    return family.ilse


def said(family, **otherwise):
    """What every floor needs besides its rule."""
    return {"set_by": family.ilse, "organisation": "Jeugdbescherming", "reason": "Noor stond alleen op.", **otherwise}


@told_once
@in_one_go
def visits(family, now, **otherwise):
    """Every day somebody comes, at least three people in turns, agreed with Wendy, Hanneke and Tjeerd."""
    rule = {"tag": "bezoek", "min_people": 3, "max_share": 50, **otherwise}
    floor = floors.set_floor(family.circle, "coverage", **said(family), **rule, now=now)
    agree(floor, *(getattr(family, name) for name in WHO_COUNTS), now=now)
    return floor


def agree(floor, *people, now):
    """The family and the setter both say that turns of these people count."""
    for person, by in product(people, floors.SAID_BY):
        floors.say_who_counts(floor, person.id, by=by, now=now)


@told_once
@in_one_go
def never_alone(family, now):
    return floors.set_floor(
        family.circle, "companion", person=family.oma_riet, tag="met_kinderen", **said(family), now=now
    )


@told_once
@in_one_go
def everybody_knows(family, now, but=()):
    answers.tell_situation(family.circle, "Lotte is op.", now=now)
    told = answers.situation_of(family.circle)
    for person in family.people:
        if person.name not in but:
            answers.note_who_knows(told, person, now=now)
    return told


@told_once
@in_one_go
def come_by(family, now, who=("hanneke", "wendy", "tjeerd") * 2 + ("hanneke",), but=()):
    """Somebody comes by each day, Monday first, at half past five; whoever is in `but` did not say yes yet."""
    task = roster.need(family.circle, "Even langskomen", tag="bezoek", now=now)
    for day, name in enumerate(who):
        if name:
            shift = roster.RegularShift.create(
                circle=family.circle, task=task, person=getattr(family, name), days=str(day), starts="17:30"
            )
            if name not in but:
                roster.says_yes(shift, "person", getattr(family, name), how="spoken", now=now)
    return task


@told_once
@in_one_go
def cook(family, now, companion=None, yes=True):
    """Oma Riet cooks on Sunday, alone or with somebody beside her."""
    task = roster.need(family.circle, "Samen koken", tag="met_kinderen", now=now)
    shift = roster.RegularShift.create(
        circle=family.circle, task=task, person=family.oma_riet, companion=companion, days="6", starts="16:00"
    )
    roster.says_yes(shift, "person", family.oma_riet, how="spoken", now=now)
    if companion and yes:
        roster.says_yes(shift, "companion", companion, how="spoken", now=now)
    return shift
