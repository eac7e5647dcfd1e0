"""Signing in: a password for staff, and a brake on guessing that counts in the database."""

import datetime as dt
import hashlib
import hmac

import peewee

from netwerkberaad.database import Moment, Record, one_go, tidy
from netwerkberaad.domain import refusals, teams

WINDOW = dt.timedelta(minutes=15)
MOST_PER_ACCOUNT, MOST_PER_ADDRESS = 5, 30


class SignInAttempt(Record):
    """One attempt that did not succeed (yet). `account` and `address` are keyed hashes: nobody can read who tried."""

    account = peewee.CharField(index=True)
    address = peewee.CharField(index=True)
    at = Moment(index=True)


def sign_in(email, password, *, address, secret, now):
    """The staff member with this e-mail and password; raises WrongPassword or TooManyAttempts.

    The attempt is written down before the password is looked at and struck out when it was right, so that many
    guesses at once count too. At most 5 per account and 30 per address in a quarter of an hour."""
    account, address = keyed(secret, tidy(email or "").lower()), keyed(secret, address or "")
    with one_go():
        SignInAttempt.delete().where(SignInAttempt.at <= now - WINDOW).execute()
        tried_account = SignInAttempt.select().where(SignInAttempt.account == account).count()
        tried_address = SignInAttempt.select().where(SignInAttempt.address == address).count()
        if tried_account >= MOST_PER_ACCOUNT or tried_address >= MOST_PER_ADDRESS:
            raise refusals.TooManyAttempts
        attempt = SignInAttempt.create(account=account, address=address, at=now)
    staff = teams.Staff.get_or_none(teams.Staff.email == tidy(email or "").lower(), teams.Staff.left_at.is_null())
    if not teams.knows_password(staff, password):
        raise refusals.WrongPassword
    with one_go():
        SignInAttempt.delete().where((SignInAttempt.id == attempt.id) | (SignInAttempt.account == account)).execute()
    return staff


def keyed(secret, text):
    """A mark of this text that only this installation can make again, and nobody can read."""
    return hmac.new(secret.encode(), text.encode(), hashlib.sha256).hexdigest()
