"""Who may see what: every visitor looks at a circle through their own door."""

from dataclasses import dataclass

from netwerkberaad.domain import meeting, plan
from netwerkberaad.domain.circle import Circle, Person
from netwerkberaad.domain.links import Screen
from netwerkberaad.domain.refusals import Stranger
from netwerkberaad.domain.teams import FACILITATOR, Staff


AT_THE_TABLE = (FACILITATOR, "screen")


@dataclass(frozen=True)
class Viewer:
    """Somebody looking: audience is facilitator, team_admin, screen or member; one of the records goes with it."""

    audience: str
    staff: Staff | None = None
    screen: Screen | None = None
    person: Person | None = None


def circle_seen_by(viewer, circle_id):
    """The circle with that number, loaded through the person: raises Stranger for whoever stands outside it.

    A facilitator sees the circles they stand beside, a shared screen and a member their own, an admin none."""
    seen = Circle.select().where(Circle.id == circle_id)
    if viewer.audience == FACILITATOR:
        seen = seen.where(Circle.facilitator == viewer.staff)
    elif viewer.audience == "screen":
        seen = seen.where(Circle.id == viewer.screen.circle_id)
    elif viewer.audience == "member":
        seen = seen.where(Circle.id == viewer.person.circle_id)
    else:
        raise Stranger
    circle = seen.first()
    if circle is None:
        raise Stranger
    return circle


def may_arrange(viewer, circle):
    """At the table, while no meeting has ended yet or a new one is going on or planned: what is said is written down."""
    evening = meeting.present_meeting(circle)
    return viewer.audience in AT_THE_TABLE and (evening is None or evening.ended_at is None)


def may_look(viewer, circle):
    """At the table: during the meeting; afterwards only while the family lets the facilitator see the week (6.3)."""
    if may_arrange(viewer, circle):
        return True
    return viewer.audience in AT_THE_TABLE and plan.plan_of(circle).facilitator_sees_week
