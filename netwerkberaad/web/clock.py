"""The one place where the web reads the time."""

import datetime as dt
from zoneinfo import ZoneInfo

from flask import current_app

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def furnish(app):
    app.config.setdefault("CLOCK", lambda: dt.datetime.now(dt.UTC))


def now():
    """This moment, in UTC."""
    return current_app.config["CLOCK"]()


def today():
    """Today's date in the Netherlands."""
    return now().astimezone(AMSTERDAM).date()
