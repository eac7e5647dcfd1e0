"""The neighbourhood team: its staff, and which families a facilitator stands beside."""

import hashlib
import hmac
import re
from functools import cache

import peewee
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from itsdangerous import BadData, URLSafeSerializer, URLSafeTimedSerializer

from netwerkberaad.database import Moment, Record, Words, prepared, tidy
from netwerkberaad.domain import refusals
from netwerkberaad.domain.refusals import insist

ADMIN, FACILITATOR = "team_admin", "facilitator"
SHORTEST_PASSWORD, LONGEST_PASSWORD = 12, 200
SETUP_DAYS = 7
_hasher = PasswordHasher()
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


def at_work(staff_id, access_number):
    """The staff member whose session says these two numbers; None when they left or signed in anew elsewhere."""
    return next(iter(_with_numbers(staff_id, access_number)), None)


@prepared
def _with_numbers(staff_id, access_number):
    return Staff.select().where(Staff.id == staff_id, Staff.access_number == access_number, Staff.left_at.is_null())


def there_is_nobody_yet():
    """True on the first start: no team admin has set up an account."""
    return not Staff.select().exists()


def begin_team(team_name, name, email, password, *, now):
    """The first team admin sets up the team. Refuses once somebody else has."""
    insist(there_is_nobody_yet(), refusals.TeamExists)
    insist(tidy(team_name or ""), refusals.NoTeamName)
    admin = invite(Team.create(name=team_name), name, email, ADMIN, now=now)
    return choose_password(admin, password)


def invite(team, name, email, role, *, now):
    """A colleague gets an account without a password: they choose one through their setup link."""
    email = tidy(email or "").lower()
    insist(tidy(name or ""), refusals.NoName)
    insist(re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", email), refusals.NoEmail)
    insist(not Staff.select().where(Staff.email == email).exists(), refusals.EmailTaken)
    return Staff.create(team=team, name=name, email=email, role=role, invited_at=now)


def choose_password(staff, password):
    """Sets the password; every older session and setup link of this person ends. Returns the fresh record."""
    insist(len(password or "") >= SHORTEST_PASSWORD, refusals.PasswordTooShort)
    insist(len(password) <= LONGEST_PASSWORD, refusals.PasswordTooLong)
    staff.password = _hasher.hash(password)
    staff.access_number += 1
    staff.save()
    return staff


def change_password(staff, old, password):
    """Changes a password, knowing the old one."""
    insist(knows_password(staff, old), refusals.WrongOldPassword)
    return choose_password(staff, password)


def knows_password(staff, password):
    """True when this is the password. Takes as long for somebody who does not exist (None) as for who does."""
    try:
        return _hasher.verify(staff.password if staff and staff.password else _nobodys_password(), password or "")
    except (VerificationError, InvalidHashError):
        return False


def renew_setup(staff):
    """A new setup link: sessions and links from before end, the old password with them."""
    staff.access_number += 1
    staff.password = None
    staff.save()
    return staff


def leave(staff, *, by, now):
    """A colleague leaves the team: no signing in any more. Families stay with the team."""
    insist(staff.id != by.id, refusals.NotYourself)
    staff.left_at = now
    staff.access_number += 1
    staff.save()
    return staff


def colleague(team, staff_id):
    """The colleague of this team with that number. Raises Stranger when there is none."""
    found = Staff.get_or_none(Staff.id == staff_id, Staff.team == team, Staff.left_at.is_null())
    if found is None:
        raise refusals.Stranger
    return found


def colleagues(team):
    """Everybody of the team who has not left, admins first."""
    return list(Staff.select().where(Staff.team == team, Staff.left_at.is_null()).order_by(Staff.role.desc(), Staff.id))


def setup_token(staff, secret):
    """The token of a one-time link to choose a password: signed, nothing stored, valid for a week."""
    return _setup_seal(secret).dumps([staff.id, staff.access_number])


def staff_of_setup_token(token, secret):
    """The person whose setup link this is; None when it is forged, older than a week, used or renewed."""
    try:
        staff_id, access_number = _setup_seal(secret).loads(token, max_age=SETUP_DAYS * 24 * 3600)
    except (BadData, ValueError, TypeError):
        return None
    return Staff.get_or_none(Staff.id == staff_id, Staff.access_number == access_number, Staff.left_at.is_null())


def _setup_seal(secret):
    return URLSafeTimedSerializer(secret, salt="wachtwoord-kiezen", signer_kwargs={"digest_method": hashlib.sha256})


@cache
def _nobodys_password():
    return _hasher.hash("somebody who does not exist")


def first_admin_token(secret):
    """The token of the setup link that the console prints at the first start."""
    return URLSafeSerializer(secret, salt="eerste-beheerder", signer_kwargs={"digest_method": hashlib.sha256}).dumps(1)


def is_first_admin_token(token, secret):
    """True for the token that this installation's console printed."""
    return hmac.compare_digest(token.encode(), first_admin_token(secret).encode())
