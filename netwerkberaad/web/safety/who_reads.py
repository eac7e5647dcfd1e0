"""What must always hold on somebody's own phone: for whoever may read it, and why it falls short only beside a week."""

from dataclasses import dataclass

from flask import g

from netwerkberaad.domain import sharing
from netwerkberaad.domain.after import member
from netwerkberaad.domain.agreeing import plan
from netwerkberaad.domain.safety import week_of_floors
from netwerkberaad.web import clock
from netwerkberaad.web.after import phone


@dataclass(frozen=True)
class Read:
    """Stands (week_of_floors) of this week, the one before and the one after, for one pair of eyes: `sees_week` is
    False for whoever does not read the week of others, and then no reason names anybody."""

    stands: object
    before: object
    after: object
    sees_week: bool

    @property
    def why(self):
        return self.stands.why if self.sees_week else ()

    @property
    def why_after(self):
        return self.after.why if self.sees_week and self.after else ()

    @property
    def why_not(self):
        return self.stands.why_not if self.sees_week else ()

    @property
    def why_not_before(self):
        return self.before.why_not if self.sees_week and self.before else ()

    @property
    def floor(self):
        return self.stands.floor


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
    return [Read(*weeks, sees_week) for weeks in week_of_floors.around_now(circle, ours, clock.today())]
