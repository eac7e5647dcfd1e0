"""The neighbourhood team: its staff, and which families a facilitator stands beside."""

import peewee

from netwerkberaad.database import Moment, Record, Words

ADMIN, FACILITATOR = "team_admin", "facilitator"
ROLE_NAMES = {ADMIN: "beheerder", FACILITATOR: "gespreksleider"}


class Team(Record):
    name = Words()


class Staff(Record):
    """Somebody of the team who signs in. `password` is an argon2 hash, None until they chose one.

    `access_number` goes up when the password changes: older sessions and setup links end."""

    team = peewee.ForeignKeyField(Team, backref="staff")
    name = Words()
    email = Words(unique=True)
    role = peewee.CharField()
    password = peewee.CharField(null=True)
    access_number = peewee.IntegerField(default=0)
    invited_at = Moment()
    left_at = Moment(null=True)
