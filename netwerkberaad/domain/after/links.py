"""Magic links: who has one, how long it opens a member's own page, and how it ends."""

import datetime as dt

import peewee

from netwerkberaad.database import Moment, Record, prepared
from netwerkberaad.domain import refusals
from netwerkberaad.domain.agreeing.plan import Agreement, Plan
from netwerkberaad.domain.agreeing.signing import PlanVersion, Signature
from netwerkberaad.domain.circle import Circle, Person, people_of
from netwerkberaad.domain.evening.meeting import Attendance, Meeting
from netwerkberaad.domain.refusals import insist
from netwerkberaad.domain.week.roster import RegularShift

AFTER_THE_PLAN = dt.timedelta(days=7)
WITHOUT_A_PLAN = dt.timedelta(days=30)
ROLES = ("contact_person_id", "deputy_id", "cancel_with_id", "cancel_deputy_id")


class Link(Record):
    """A person's magic link. Nothing usable is stored: the address is signed over (id, renewal).

    renewal goes up when the link is renewed, and with it every older address and session ends."""

    person = peewee.ForeignKeyField(Person, unique=True, backref="links")
    renewal = peewee.IntegerField(default=1)
    made_at = Moment()
    handed_at = Moment(null=True)
    opened_at = Moment(null=True)
    revoked_at = Moment(null=True)

    @property
    def may_be_shown(self):
        """Until it is handed over. After that nobody can look over a shoulder: a lost link is renewed."""
        return self.revoked_at is None and self.handed_at is None


def last_day_of(link, plan=None):
    """The last date on which this link opens: a week after the plan's end; without dates 30 days after it was
    made."""
    if plan is not None and plan.start:
        return plan.start + dt.timedelta(weeks=plan.weeks, days=-1) + AFTER_THE_PLAN
    return link.made_at.date() + WITHOUT_A_PLAN


def link_with(number):
    """The link with that number, its person and their circle, whether it still opens or not; None when there
    is none."""
    return next(iter(_with_number(number)), None)


@prepared
def _with_number(number):
    found = Link.select(Link, Person, Circle).join(Person).join(Circle)
    return found.where(Link.id == number, Person.taken_back_at.is_null(), Person.merged_into.is_null())


def stands(link, *, today):
    """True while a link opens: not revoked, and its last day has not gone by."""
    plan = Plan.get_or_none(Plan.circle == link.person.circle_id)
    return link.revoked_at is None and today <= last_day_of(link, plan)


def days_left(link, *, today):
    """How many days from today this link still opens."""
    return (last_day_of(link, Plan.get_or_none(Plan.circle == link.person.circle_id)) - today).days


def person_of(seal, *, today):
    """The person whose link this pass was made from, while that link stands; else None.

    `seal` starts with the link's number and its renewal at the time: a renewed link ends older sessions
    too."""
    if not seal:
        return None
    number, renewal, *_ = seal
    link = link_with(number)
    return link.person if link and link.renewal == renewal and stands(link, today=today) else None


def link_of(person):
    """This person's link, or None when none was made yet."""
    return Link.get_or_none(Link.person == person)


def make(person, *, now):
    """The person's link: the one they have, or their first."""
    return link_of(person) or Link.create(person=person, made_at=now)


def hand_over(person, *, now):
    """«Heb ik»: this person has the link on their own phone or on a card."""
    link = link_of(person)
    insist(link and link.revoked_at is None, refusals.NoLinkYet)
    Link.update(handed_at=now).where(Link.id == link.id).execute()


def note_opened(link, *, now):
    """The first time somebody opened it with a tap."""
    Link.update(opened_at=now).where(Link.id == link.id, Link.opened_at.is_null()).execute()


def renew(person, *, seen, now):
    """A new address; the old one and every session made from it end at once.

    `seen` is the renewal the page showed: pressing twice gives one new link."""
    seen = str(seen or "")
    insist(seen.isascii() and seen.isdigit() and len(seen) < 10, refusals.ChangedMeanwhile)
    renewed = (
        Link.update(renewal=Link.renewal + 1, made_at=now, handed_at=None, opened_at=None, revoked_at=None)
        .where(Link.person == person, Link.renewal == int(seen))
        .execute()
    )
    insist(renewed, refusals.ChangedMeanwhile)


def revoke(person, *, now):
    """The link opens nothing any more, and whoever came in with it is out."""
    Link.update(revoked_at=now).where(Link.person == person, Link.revoked_at.is_null()).execute()


def round_of(circle):
    """«Wie heeft nog een link nodig?» Two lists of (person, link or None): who takes part, and who else is
    drawn.

    Who takes part: who came to the table, does something, or signed. Children under 12 look along with a
    parent; whom the family has not said yes to yet is in neither list."""
    links = {link.person_id: link for link in Link.select().join(Person).where(Person.circle == circle)}
    busy = _takes_part(circle)
    everybody = [p for p in people_of(circle) if not p.is_child and p.status != "suggested"]
    return (
        [(person, links.get(person.id)) for person in everybody if person.id in busy],
        [(person, links.get(person.id)) for person in everybody if person.id not in busy],
    )


def _takes_part(circle):
    found = set()
    came = Attendance.select(Attendance.person).join(Meeting).where(Meeting.circle == circle)
    does = RegularShift.select(RegularShift.person, RegularShift.stand_in, RegularShift.companion).where(
        RegularShift.circle == circle, RegularShift.taken_back_at.is_null()
    )
    promised = Agreement.select(Agreement.person).where(Agreement.circle == circle, Agreement.taken_back_at.is_null())
    signed = Signature.select(Signature.person).join(PlanVersion).where(PlanVersion.circle == circle)
    for rows in (came, does, promised, signed):
        for row in rows.tuples():
            found.update(row)
    plan = Plan.get_or_none(Plan.circle == circle)
    return found | ({getattr(plan, role) for role in ROLES} if plan else set())
