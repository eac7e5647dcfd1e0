"""A story with which many tests begin is told once: after that, what it wrote is copied."""

import hashlib
import pickle
import sqlite3
from functools import wraps

from netwerkberaad.database import db
from netwerkberaad.domain.teams import Team


def told_once(tell):
    """The story that `tell` writes into a database without families. In the same words, on the same database, it is
    copied from the first time; what it returns is everybody's own copy too."""
    before = {}

    @wraps(tell)
    def told(*args, **kwargs):
        if db.in_transaction() or Team.select().count():
            return tell(*args, **kwargs)
        here = db.connection()
        story = hashlib.sha256(here.serialize()).digest(), repr((args, kwargs))
        if story in before:
            written, returned = before[story]
            written.backup(here)
            here.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # into the file itself, as if it had been there all along
        else:
            returned = pickle.dumps(tell(*args, **kwargs))
            before[story] = _in_memory(here.serialize()), returned
        here.execute("PRAGMA shrink_memory")  # what a page reads, it reads from the file
        return pickle.loads(returned)

    return told


def _in_memory(image):
    """A database in memory cannot keep a log beside it, as ours do: two bytes of the file say so."""
    written = sqlite3.connect(":memory:")
    written.deserialize(image[:18] + b"\1\1" + image[20:])
    return written
