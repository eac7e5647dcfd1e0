"""One database: how it is opened, written to in one go, and brought up to date."""

import datetime as dt
import logging
import sqlite3
import threading
import unicodedata
from contextlib import closing, contextmanager
from functools import cache, wraps
from inspect import signature
from pathlib import Path

import peewee
from playhouse.migrations import Runner
from playhouse.pool import PooledSqliteDatabase

db = peewee.DatabaseProxy()
MIGRATIONS = Path(__file__).parent / "migrations"
_pen = threading.RLock()
after_commit = []


class Record(peewee.Model):
    """One row that the family's circle remembers."""

    class Meta:
        database = db
        legacy_table_names = False


class Words(peewee.TextField):
    """What people say or how to reach them: the one field for all free text and contact data.

    Kept as Unicode NFC, without control characters or direction overrides that could disguise a text.
    Encryption at rest, when it comes, comes here."""

    def db_value(self, value):
        return None if value is None else tidy(value)


class Moment(peewee.DateTimeField):
    """A moment in time: naive UTC in the database, aware UTC in Python. Refuses a naive moment."""

    def db_value(self, value):
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return super().db_value(value.astimezone(dt.UTC).replace(tzinfo=None))

    def python_value(self, value):
        value = super().python_value(value)
        return value and value.replace(tzinfo=dt.UTC)


def tidy(text):
    """The text as we keep it: trimmed, NFC, one kind of line end, no control or direction-override characters."""
    text = unicodedata.normalize("NFC", str(text).replace("\r\n", "\n").replace("\r", "\n"))
    kept = (c for c in text if c == "\n" or (unicodedata.category(c) not in ("Cc", "Cs") and c not in _OVERRIDES))
    return "".join(kept).strip()


_OVERRIDES = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def open_database(url):
    """Points every record at the database of `url` (`sqlite:///path`) and returns it."""
    if not url.startswith("sqlite:///"):
        raise ValueError(f"This version keeps its data in SQLite: write DATABASE_URL as sqlite:///path, not {url!r}")
    if db.obj is not None:
        shut()
    # A hundred threads take turns with a few connections: each costs memory and two open files.
    db.initialize(
        PooledSqliteDatabase(
            url.removeprefix("sqlite:///"),
            max_connections=0,
            check_same_thread=False,
            lock_type="IMMEDIATE",
            pragmas={
                "busy_timeout": 15_000,
                "journal_mode": "wal",
                "foreign_keys": 1,
                "synchronous": "full",
                "recursive_triggers": 1,
            },
        )
    )
    return db


def shut():
    """Closes the connections that nobody uses now: what was written stands in the one file again."""
    db.close()
    db.close_idle()


def bring_up_to_date():
    """Runs the migrations that this database has not had yet. Returns their names."""
    logging.getLogger("peewee.migrations").setLevel(logging.WARNING)
    db.connect(reuse_if_open=True)
    return Runner(db.obj, str(MIGRATIONS)).up()


def answers():
    """True when the database that stands there now can be read and written.

    On a new connection: one that was open already goes on reading a file that was taken away."""
    try:
        address = f"{Path(db.database).absolute().as_uri()}?mode=rw"
        with closing(sqlite3.connect(address, uri=True, timeout=1)) as fresh:
            fresh.execute("SELECT count(*) FROM team")
    except sqlite3.Error:
        return False
    return True


@contextmanager
def one_go():
    """Everything inside is kept, or nothing is. One writer at a time; the rest wait their turn in order.

    When it is kept, everything in `after_commit` is called: it is true by then, and the pen is free again."""
    with _pen, db.atomic():
        yield
    if not db.in_transaction():
        for call in after_commit:
            call()


def prepared(build):
    """A query of which the sentence is built once: for what every page asks, building it costs more than asking.

    `build` makes the query from plain values (numbers or words). What comes back takes the same values and returns
    the records with what was joined to them, as a list."""
    blanks = [10**15 + number for number in range(len(signature(build).parameters))]

    @cache
    def sentence():
        query = build(*blanks)
        sql, values = query.sql()
        texts = [str(blank) for blank in blanks]
        return query, sql, [(texts.index(str(v)) if str(v) in texts else None, v) for v in values]

    reader = None

    @wraps(build)
    def ask(*given):
        nonlocal reader
        query, sql, values = sentence()
        cursor = db.execute_sql(sql, [fixed if place is None else given[place] for place, fixed in values])
        rows = cursor.fetchall()
        if reader is None and rows:
            reader = _reader_of(query, cursor)
        return [reader(row) for row in rows]

    return ask


def _reader_of(query, cursor):
    """A function that makes a row of this query into a record: which column goes where is looked up once."""
    made = query._get_cursor_wrapper(cursor)
    made.initialize()
    made.cursor = None
    model, names = query.model, made.columns
    if not isinstance(made, peewee.ModelObjectCursorWrapper) or not set(names) <= set(model._meta.fields):
        return made.process_row
    converted = [(name, field.python_value) for name in names if not _is_plain(field := model._meta.fields[name])]

    def read(row):
        record = model(__no_default__=True)
        kept = record.__data__
        kept.update(zip(names, row, strict=True))
        for name, to_python in converted:
            kept[name] = to_python(kept[name])
        return record

    return read


def _is_plain(field):
    """Numbers and words come out of SQLite as Python has them."""
    kinds = (peewee.IntegerField, peewee.TextField, peewee.CharField, peewee.ForeignKeyField)
    return isinstance(field, kinds) and type(field).python_value in [kind.python_value for kind in kinds]


def change(record, seen=None, **fields):
    """Changes `fields` of a record that carries a `version`, unless somebody else was first.

    `seen` is the version the person was looking at (the record's own when None).
    Returns the fresh record, or None when the record has changed in the meantime (or `seen` is no version at all)."""
    model, key = type(record), record.get_id()
    seen = str(record.version if seen is None else seen)
    if not (seen.isascii() and seen.isdigit()):
        return None
    done = (
        model.update({**fields, "version": model.version + 1})
        .where((model._meta.primary_key == key) & (model.version == int(seen)))
        .execute()
    )
    return model.get_by_id(key) if done else None
