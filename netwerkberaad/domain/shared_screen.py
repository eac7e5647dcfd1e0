"""The shared screen: opened from the desk for one circle, and closed at once when somebody says so."""

from netwerkberaad.domain.links import Screen


def open_screen(circle, staff, *, now):
    """A screen for this circle only. What it may see is less than who opened it."""
    return Screen.create(circle=circle, opened_by=staff, opened_at=now)


def close_screens(circle, *, now):
    """Every screen of this circle ends now. Returns how many there were."""
    return Screen.update(closed_at=now).where(Screen.circle == circle, Screen.closed_at.is_null()).execute()


def is_open(circle):
    """True while a screen of this circle is open somewhere."""
    return Screen.select().where(Screen.circle == circle, Screen.closed_at.is_null()).exists()
