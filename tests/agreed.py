"""A family that has agreed on everything, and what happens to their plan from there: reading, signing, closing."""

import datetime as dt

from netwerkberaad.domain.agreeing import agreements, plan_b, plan_dates, roles, signing
from netwerkberaad.domain.agreeing.closing import close
from netwerkberaad.domain.agreeing.plan_picture import picture_of
from netwerkberaad.domain.agreeing.signers import signatures_of, signers
from netwerkberaad.domain.week import roster
from tests.cast import in_one_go
from tests.told_before import told_once

TODAY = dt.date(2026, 10, 8)
SIGNERS = ("lotte", "karim", "oma_riet", "wendy", "hanneke", "tjeerd", "jesse")


@told_once
@in_one_go
def agree_on_everything(family, now):
    """Hanneke comes by on Monday, Oma cooks on Sunday with Wendy beside her; all roles, dates and plan B."""
    ours = family.circle
    family.visit = shift(family, "Even langskomen", "0", "17:30", family.hanneke, stand_in=family.tjeerd, now=now)
    family.meal = shift(family, "Samen koken en eten", "6", "16:00", family.oma_riet, companion=family.wendy, now=now)
    for role, person in [
        ("contact_person", family.tjeerd),
        ("deputy", family.wendy),
        ("cancel_with", family.wendy),
        ("cancel_deputy", family.hanneke),
    ]:
        roles.choose(ours, role, person.id, now=now)
        roles.accept(ours, role, person.id, now=now)
    agreements.agree(ours, family.oma_riet.id, "belt Lotte één keer per dag", "0123456", "19.00", now=now)
    plan_dates.follow_for(ours, 6, dt.date(2026, 10, 12), now=now)
    plan_dates.look_back_on(ours, dt.date(2026, 11, 18), "19.30", "Buurthuis", today=TODAY, now=now)
    plan_b.add_trigger(ours, "24 uur van tevoren is er nog niemand", now=now)
    plan_b.add_step(ours, family.hanneke.id, "komt dezelfde dag kijken", now=now)


def shift(family, what, days, starts, person, *, stand_in=None, companion=None, said=True, now):
    task = roster.need(family.circle, what, now=now)
    made = roster.RegularShift.create(
        circle=family.circle, task=task, person=person, stand_in=stand_in, companion=companion, days=days, starts=starts
    )
    for part, who in (("person", person), ("stand_in", stand_in), ("companion", companion)):
        if who and said:
            roster.says_yes(made, part, who, how="spoken", now=now)
    return made


def picture(family):
    return picture_of(family.circle, today=TODAY)


def read(family, now):
    return signing.read_back(picture(family), circle=family.circle, now=now)


@told_once
@in_one_go
def everybody_signs(family, version, now, without=(), **otherwise):
    """Everybody but `without` says yes, except for the choices named: everybody_signs(…, oma_riet="not_now")."""
    for name in [name for name in SIGNERS if name not in without]:
        choice = otherwise.get(name, "yes")
        signing.sign(version, getattr(family, name), choice=choice, name=name, remark="Weinig", now=now)


def shut(family, now, version):
    return close(family.circle, seen=version.number, today=TODAY, now=now)


def waiting(family):
    """The names of those here who still have to answer."""
    places = signers(picture(family), signing.versions_of(family.circle), signatures_of(family.circle))
    return [place.name for place in places if place.must_answer_now]
