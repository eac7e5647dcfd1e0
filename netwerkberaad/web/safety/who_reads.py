"""What must always hold on somebody's own phone: for whoever may read it, and why it falls short only beside a week."""

from dataclasses import replace

from flask import g

from netwerkberaad.domain import sharing
from netwerkberaad.domain.after import member
from netwerkberaad.domain.agreeing import plan
from netwerkberaad.domain.safety import week_of_floors
from netwerkberaad.web import clock
from netwerkberaad.web.after import phone


def floors_for_member():
    """On a member's page of our plan."""
    if not phone.may("floors"):
        return []
    return _read(g.viewer.person.circle_id, phone.plan_here(), sees_week=phone.may("roster"))


def floors_for(person, circle):
    """On this person's phone at the table: what stands on the shared screen too, but not for the family's children,
    nor for whoever sees only what is their own."""
    ours = plan.plan_of(circle)
    audience = member.audience_of(person, ours)
    if member.sees_only_own(person) or not sharing.may(audience, "floors"):
        return []
    return _read(circle, ours, sees_week=bool(sharing.may(audience, "roster")))


def _read(circle, ours, *, sees_week):
    """[(this week, the week before, the week after)] of week_of_floors.around_now; for whoever does not read the week
    of others without a reason, as those name who does what."""
    found = week_of_floors.around_now(circle, ours, clock.today())
    return found if sees_week else [tuple(week and replace(week, why=(), why_not=()) for week in one) for one in found]
