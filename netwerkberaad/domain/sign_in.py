"""Signing in: a password for staff, and a brake on guessing that counts in the database."""

import peewee

from netwerkberaad.database import Moment, Record


class SignInAttempt(Record):
    """One failed attempt. `account` and `address` are keyed hashes: nobody can read here who tried."""

    account = peewee.CharField(index=True)
    address = peewee.CharField(index=True)
    at = Moment(index=True)
