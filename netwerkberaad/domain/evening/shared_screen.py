"""The shared screen: opened from the desk for one circle, and closed at once when somebody says so."""

import peewee

from netwerkberaad.database import Moment, Record
from netwerkberaad.domain.circle import Circle
from netwerkberaad.domain.teams import Staff


class Screen(Record):
    """A shared screen that was opened from the desk for one circle; its session ends when it is closed."""

    circle = peewee.ForeignKeyField(Circle, backref="screens")
    opened_by = peewee.ForeignKeyField(Staff, backref="screens")
    opened_at = Moment()
    closed_at = Moment(null=True)


def open_screen(circle, staff, *, now):
    """A screen for this circle only. What it may see is less than who opened it."""
    return Screen.create(circle=circle, opened_by=staff, opened_at=now)


def close_screens(circle, *, now):
    """Every screen of this circle ends now. Returns how many there were."""
    return Screen.update(closed_at=now).where(Screen.circle == circle, Screen.closed_at.is_null()).execute()


def screen_of(screen_id):
    """The shared screen with this number that is still open, or None."""
    return screen_id and Screen.get_or_none(Screen.id == screen_id, Screen.closed_at.is_null())
