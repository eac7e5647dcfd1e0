"""A brake on guessing the code of an evening, counted in the database; a hall full of typing errors is not stopped."""

import datetime as dt

import peewee

from netwerkberaad.database import Moment, Record, one_go
from netwerkberaad.domain import refusals
from netwerkberaad.domain.refusals import insist
from netwerkberaad.domain.sign_in import keyed
from netwerkberaad.domain.taking_part import joining

# Sixty people in one hall share one address, and each may mistype a few times.
MOST, WITHIN = 300, dt.timedelta(minutes=10)


class WrongCode(Record):
    """A code that nobody has was asked for. `address` is a keyed hash: nobody can read from where."""

    address = peewee.CharField(index=True)
    at = Moment(index=True)


def meeting_with(typed, *, address, secret, now):
    """The meeting with this code, as joining.meeting_with finds it; what nobody has is counted for this address.

    Refuses every code, a right one too, after 300 wrong ones from one address in ten minutes (TooManyCodes)."""
    mark = keyed(secret, address or "")
    wrong = WrongCode.select().where(WrongCode.address == mark, WrongCode.at > now - WITHIN)
    insist(wrong.count() < MOST, refusals.TooManyCodes)
    evening = joining.meeting_with(typed, now=now)
    if evening is None:
        with one_go():
            WrongCode.delete().where(WrongCode.at <= now - WITHIN).execute()
            WrongCode.create(address=mark, at=now)
    return evening
