"""Who may be there next time (2.11): a parent says it per person, ring by ring (R12)."""

from netwerkberaad.domain import refusals
from netwerkberaad.domain.circle import INVITES, Circle, people_of
from netwerkberaad.domain.discovering.card import say_about
from netwerkberaad.domain.refusals import insist


def invite(circle, person, answer, *, now):
    """«Wie mag er de volgende keer bij zijn?» (2.11): a parent says yes, later or not now; ring by ring (R12)."""
    insist(answer in INVITES, refusals.Stranger)
    insist(person.status != "suggested", refusals.NotInTheCircleYet)
    insist(1 <= person.ring <= circle.inviting_ring, refusals.RingNotOpen)
    words = {"yes": "mag erbij zijn", "later": "mag later erbij zijn", "not_now": "is er nu niet bij"}[answer]
    return say_about(circle, person, f"{person.name} {words}.", now=now, invite=answer)


def ring_to_open(circle, people):
    """The next ring with people in it after those that are open for inviting, or None."""
    return min((person.ring for person in people if person.ring > circle.inviting_ring), default=None)


def open_next_ring(circle, ring):
    """The family says «Ja, verder»: inviting goes one ring further. Saying it twice opens no second one."""
    following = ring_to_open(circle, people_of(circle))
    if str(ring) == str(following):
        Circle.update(inviting_ring=following, version=Circle.version + 1).where(Circle.id == circle.id).execute()
        circle.inviting_ring = following
