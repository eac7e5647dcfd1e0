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

    @classmethod
    def get_by_id(cls, pk):
        """As peewee's own; its sentence is built once (see prepared)."""
        for found in _with_key(cls)(pk):
            return found
        raise cls.DoesNotExist

    def save(self, force_insert=False, only=None):
        """As peewee's own; the sentence that writes a new record is built once for each set of fields."""
        given = {name: value for name, value in self.__data__.items() if name != "id" or value is not None}
        is_new = self._meta.auto_increment and "id" not in given and only is None
        if not is_new or any(isinstance(value, peewee.Node) for value in given.values()):
            return super().save(force_insert, only)
        self._populate_unsaved_relations(given)
        fields = [self._meta.fields[name] for name in given]
        written = [field.db_value(value) for field, value in zip(fields, given.values(), strict=True)]
        self.id = db.execute_sql(_new_row(type(self), tuple(given)), written).lastrowid
        self._dirty.clear()
        return 1


def _column(field, ctx):
    """As peewee's own: "t1"."name", or "name" where there is one table. By way of five objects, the forty columns of a
    person take longer to name than to read."""
    if ctx.state.scope == peewee.SCOPE_VALUES:
        return ctx.literal(f'"{field.column_name}"')
    table = field.model._meta.table
    if table._alias:
        ctx.alias_manager[table] = table._alias
    return ctx.literal(f'"{ctx.alias_manager[table]}"."{field.column_name}"')


peewee.Field.__sql__ = _column


@cache
def _new_row(model, names):
    columns = ", ".join(f'"{model._meta.fields[name].column_name}"' for name in names)
    return f'INSERT INTO "{model._meta.table_name}" ({columns}) VALUES ({", ".join("?" * len(names))})'


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

    `build` makes the query from plain values (numbers or words). What comes back takes the same values, or records
    for their numbers, and returns the records with what was joined to them, as a list."""
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
        given = [getattr(value, "id", value) for value in given]
        cursor = db.execute_sql(sql, [fixed if place is None else given[place] for place, fixed in values])
        rows = cursor.fetchall()
        if reader is None and rows:
            reader = _reader_of(query, cursor)
        return [reader(row) for row in rows]

    return ask


@cache
def _with_key(model):
    @prepared
    def ask(key):
        return model.select().where(model._meta.primary_key == key)

    return ask


def _reader_of(query, cursor):
    """A function that makes a row of this query into a record, and into those joined to it: which column goes where is
    looked up once. A joined record of which nothing was found is None."""
    made = query._get_cursor_wrapper(cursor)
    made.initialize()
    made.cursor = None
    if isinstance(made, peewee.ModelObjectCursorWrapper):
        joined, keys = (), [query.model] * len(made.columns)
    elif isinstance(made, peewee.ModelCursorWrapper):
        joined, keys = made.src_to_dest, made.column_keys
    else:
        return made.process_row
    models = {key: getattr(key, "model", key) for key in dict.fromkeys([query.model, *keys])}
    if not all(isinstance(model, type) for model in models.values()):
        return made.process_row
    parts = [(key, model, _columns_of(made, keys, key, model)) for key, model in models.items()]
    hangs_on = [(source, attribute, dest, is_fk) for source, attribute, dest, _, _, is_fk in joined if source in models]

    def read(row):
        found = {}
        for key, model, (known, beside) in parts:
            record = model(__no_default__=True)
            kept, there = record.__data__, key is query.model
            for index, name, to_python in known:
                value = row[index]
                there = there or value is not None
                kept[name] = to_python(value) if to_python and value is not None else value
            for index, name, to_python in beside:
                setattr(record, name, to_python(row[index]) if to_python else row[index])
            found[key] = record if there else None
        for source, attribute, dest, is_fk in hangs_on:
            if found[source] is None or dest not in found:
                continue
            if is_fk and found[dest] is None:
                found[source].__rel__[attribute] = None  # nothing there: not to be looked for again
            else:
                setattr(found[source], attribute, found[dest])
        for record in filter(None, found.values()):
            record._dirty.clear()
        return found[query.model]

    return read


def _columns_of(made, keys, key, model):
    """The columns of this part of the row: ([(index, field, converter)], the same of what is no field)."""
    known, beside = [], []
    for index, name in enumerate(made.columns):
        if keys[index] is key and name in model._meta.fields:
            field = model._meta.fields[name]
            known.append((index, name, None if _is_plain(field) else field.python_value))
        elif keys[index] is key:
            beside.append((index, name, made.converters[index]))
    return known, beside


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
