"""What stands around every page on a member's phone, and what its owner may see of the others."""

from flask import g, url_for

from netwerkberaad.domain import circle, sharing
from netwerkberaad.domain.after import consent, member
from netwerkberaad.domain.agreeing import plan
from netwerkberaad.web.doors import member as whoever_has_a_link

PLACES = (
    ("home", "Ik", "home"),
    ("week", "De week", "calendar"),
    ("our_plan", "Plan", "sheet"),
    ("details", "Gegevens", "user"),
)


def whoever_sees_the_week(viewer, circle):
    """Whoever may read the roster of others: no professional, and nobody who sees only their own shifts."""
    return whoever_has_a_link(viewer, circle) and may("roster")


def whoever_reads_the_plan(viewer, circle):
    """Whoever may read the agreements; not who sees only their own shifts."""
    return whoever_has_a_link(viewer, circle) and may("agreements")


def whoever_has_details(viewer, circle):
    """Whoever keeps their own number and mail address here: no professional, and no child of the family."""
    return whoever_has_a_link(viewer, circle) and keeps_details()


def around_it():
    """The name above, the places below, and the way out."""
    away = {"exit_site": url_for("opening.elsewhere"), "exit_url": url_for("member.leave")}
    if not whoever_has_a_link(g.viewer, None):
        return away
    closed = {"week": not may("roster"), "our_plan": not may("agreements")}
    nav = [
        {"name": name, "icon": icon, "url": url_for(f"member.{place}"), "current": g.get("place") == place}
        for place, name, icon in PLACES
        if not closed.get(place)
    ]
    person = g.viewer.person
    return {**away, "person": person, "member_nav": nav, "practice": person.circle.sample}


def plan_here():
    """The plan of this member's circle, read once."""
    if "plan" not in g:
        g.plan = plan.plan_of(g.viewer.person.circle)
    return g.plan


def people_here():
    """Everybody of this member's circle as the whole room may see them, by their numbers: {id: Person}, read once.
    Nobody for whoever sees only what is their own."""
    if "people" not in g:
        seen = circle.people_on_the_wall(g.viewer.person.circle_id) if may("roster") else []
        g.people = {one.id: one for one in seen}
    return g.people


def keeps_details():
    """True when the owner of this phone leaves their own number and mail address with us."""
    return bool(sharing.may(_audience(), "reach"))


def may(matter):
    """True when the owner of this phone may see this matter of others (sharing.MATTERS)."""
    return not member.sees_only_own(g.viewer.person) and bool(sharing.may(_audience(), matter))


def number_of(owner, given):
    """The owner's number as this phone may dial it: digits for tel:, or "". `given` is
    consent.given_in(circle)."""
    if not sharing.may(_audience(), "reach"):
        return ""
    number = consent.number_for(g.viewer.person, owner, given=given, contact_person=plan_here().contact_person)
    return "".join(c for c in number if c.isdigit() or c == "+")


def _audience():
    return member.audience_of(g.viewer.person, plan_here())
