"""The shared screen: opened from the desk for one circle, dark or closed at once when somebody says so."""

import datetime as dt

import peewee

from netwerkberaad.database import Moment, Record, prepared
from netwerkberaad.domain.circle import Circle
from netwerkberaad.domain.teams import Staff

AN_EVENING = dt.timedelta(hours=16)


class Screen(Record):
    """A shared screen that was opened from the desk for one circle; its session ends when it is closed.

    dark_at: «Scherm dicht» since then, None: it shows."""

    circle = peewee.ForeignKeyField(Circle, backref="screens")
    opened_by = peewee.ForeignKeyField(Staff, backref="screens")
    opened_at = Moment()
    closed_at = Moment(null=True)
    dark_at = Moment(null=True)


def open_screen(circle, staff, *, now):
    """A screen for this circle only. What it may see is less than who opened it. It starts dark beside a dark one."""
    return Screen.create(
        circle=circle, opened_by=staff, opened_at=now, dark_at=now if is_dark(circle, now=now) else None
    )


def close_screens(circle, *, now):
    """Every screen of this circle ends now. Returns how many there were."""
    lighten(circle)
    return Screen.update(closed_at=now).where(Screen.circle == circle, Screen.closed_at.is_null()).execute()


def open_now(circle, *, now):
    """The screens of this circle that were opened this evening and stand open, the newest first."""
    return list(Screen.select().where(*_standing(circle, now)).order_by(Screen.id.desc()))


def close_all_but(kept, circle, *, now):
    """Every other screen of this circle ends now. `kept` may be None: then all of them do."""
    others = (Screen.circle == circle, Screen.closed_at.is_null(), Screen.id != (kept.id if kept else 0))
    Screen.update(closed_at=now).where(*others).execute()


def screen_of(screen_id):
    """The shared screen with this number that is still open, or None."""
    return next(iter(_open(screen_id)), None) if screen_id else None


@prepared
def _open(screen):
    return Screen.select().where(Screen.id == screen, Screen.closed_at.is_null())


def darken(circle, *, now):
    """«Scherm dicht»: every screen of this circle goes dark. Twice is once.

    Where none was opened, the facilitator's own laptop hangs on the wall: that stands as a screen with no pass."""
    if is_dark(circle, now=now):
        return
    if not Screen.update(dark_at=now).where(*_standing(circle, now)).execute():
        Screen.create(circle=circle, opened_by=circle.facilitator_id, opened_at=now, closed_at=now, dark_at=now)


def lighten(circle):
    """«Verder gaan»: every screen of this circle shows again."""
    Screen.update(dark_at=None).where(Screen.circle == circle, Screen.dark_at.is_null(False)).execute()


def is_dark(circle, *, now):
    """True while this circle's screens are dark. What was left dark on an earlier evening counts no more."""
    return any(screen.opened_at > now - AN_EVENING for screen in _dark(circle.id))


def _standing(circle, now):
    return Screen.circle == circle, Screen.closed_at.is_null(), Screen.opened_at > now - AN_EVENING


@prepared
def _dark(circle):
    return Screen.select().where(Screen.circle == circle, Screen.dark_at.is_null(False))
