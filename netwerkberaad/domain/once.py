"""The same form sent twice counts once."""

import datetime as dt
import hashlib

import peewee

from netwerkberaad.database import Moment, Record


class Posted(Record):
    """One form that was sent and accepted: a fingerprint of its key and its content, no content itself."""

    mark = peewee.CharField(unique=True)
    at = Moment()


def first_time(key, content, *, now):
    """True the first time a form with this key and this content is sent; a double click gets False.

    `key` is the random key the page gave the form. The same key with other content is another form
    (somebody went back and typed something new). Call inside the transaction that acts on the form.
    Marks older than two days are forgotten, at about one form in sixteen."""
    mark = hashlib.sha256(f"{key}\n{content}".encode()).hexdigest()
    if mark.startswith("0"):
        Posted.delete().where(Posted.at < now - dt.timedelta(days=2)).execute()
    return bool(Posted.insert(mark=mark, at=now).on_conflict_ignore().as_rowcount().execute())
