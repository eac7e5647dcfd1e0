"""Magic links and what they open: a member's own page, and the shared screen of one circle."""

import peewee

from netwerkberaad.database import Moment, Record
from netwerkberaad.domain.circle import Circle, Person
from netwerkberaad.domain.teams import Staff


class Link(Record):
    """A person's magic link. Nothing usable is stored: the address is signed over (id, renewal).

    renewal goes up when the link is renewed, and with it every older address and session ends."""

    person = peewee.ForeignKeyField(Person, unique=True, backref="links")
    renewal = peewee.IntegerField(default=1)
    made_at = Moment()
    handed_at = Moment(null=True)
    opened_at = Moment(null=True)
    revoked_at = Moment(null=True)


class Screen(Record):
    """A shared screen that was opened from the desk for one circle; its session ends when it is closed."""

    circle = peewee.ForeignKeyField(Circle, backref="screens")
    opened_by = peewee.ForeignKeyField(Staff, backref="screens")
    opened_at = Moment()
    closed_at = Moment(null=True)


def screen_of(screen_id):
    """The shared screen with this number that is still open, or None."""
    return screen_id and Screen.get_or_none(Screen.id == screen_id, Screen.closed_at.is_null())


def person_of(seal, *, today):
    """The person whose link this pass was made from, while that link stands; else None."""
    return None
