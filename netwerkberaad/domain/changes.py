"""What just changed: one number per circle, raised in the same transaction as the data, for live screens.

The number says *that* something changed, never what: each browser asks for its own page with its own rights. The
database raises it itself (triggers, migration 0004), so that a change is never announced before it is true and
never lost after."""

import peewee

from netwerkberaad.database import Record, db
from netwerkberaad.domain.circle import Circle


class Change(Record):
    """How often something of this circle changed. Made with the circle, raised by the triggers of PUBLISHED."""

    circle = peewee.ForeignKeyField(Circle, unique=True, backref="changes")
    number = peewee.IntegerField(default=0)


_OWN, _MEETING = "{row}.circle_id", "(SELECT circle_id FROM meeting WHERE id = {row}.meeting_id)"
_PERSON = "(SELECT circle_id FROM person WHERE id = {row}.person_id)"
_FLOOR = "(SELECT circle_id FROM floor_requirement WHERE id = {row}.floor_id)"
_VERSION = "(SELECT circle_id FROM plan_version WHERE id = {row}.plan_version_id)"

# Every table of which a change is published: how its row finds its circle, as SQL on NEW or OLD.
PUBLISHED = {
    "circle": "{row}.id",
    "person": _OWN,
    "meeting": _OWN,
    "answer": _OWN,
    "situation": _OWN,
    "offer": _OWN,
    "boundary": _OWN,
    "task": _OWN,
    "regular_shift": _OWN,
    "yes": _OWN,
    "plan": _OWN,
    "agreement": _OWN,
    "trigger": _OWN,
    "plan_b_step": _OWN,
    "plan_version": _OWN,
    "screen": _OWN,
    "attendance": _MEETING,
    "guest": _MEETING,
    "private_time": _MEETING,
    "knows": _PERSON,
    "carrying": _PERSON,
    "consent": _PERSON,
    "link": _PERSON,
    "signature": _VERSION,
    "closing": _VERSION,
    "floor_requirement": _OWN,
    "trusted": _FLOOR,
    "floor_allowed": _FLOOR,
    "cancellation": _OWN,
    "done": _OWN,
    "away": _OWN,
}
# Every other table, and why nobody's page has to follow it at once.
SILENT = {
    "team": "the staff's own pages only",
    "staff": "the staff's own pages only",
    "sign_in_attempt": "a brake, no page",
    "wrong_code": "a brake, no page",
    "posted": "a mark, no page",
    "draft": "somebody is still typing",
    "deed": "always beside the row it is about",
    "off_limits_topic": "asked apart, before the evening",
    "safety_note": "asked apart, before the evening",
    "informed": "asked apart, before the evening",
    "read_by": "asked apart, before the evening",
    "note": "one facilitator's own",
    "declined": "one person's own",
    "still_going": "one person's own, and the contact person's",
    "change": "the number itself",
}
# A phone says every few seconds that it is there: only coming and going is a change.
ONLY_WHEN = {"guest": ("here", "person_id", "chosen_id", "confirmed_at", "refused_at", "left_at")}


def publish(db):
    """Makes the triggers of every published table that is there, or makes them again."""
    there = set(db.get_tables())
    for table in PUBLISHED:
        for name, when, act in triggers_of(table) if table in there else ():
            db.execute_sql(f"DROP TRIGGER IF EXISTS {name}")
            db.execute_sql(f"CREATE TRIGGER {name} AFTER {when} BEGIN {act}; END")


def triggers_of(table):
    """[(name, when, what it does)] of the triggers that this published table has."""
    columns = f" OF {', '.join(ONLY_WHEN[table])}" if table in ONLY_WHEN else ""
    events = [("insert", "INSERT", "NEW"), ("update", f"UPDATE{columns}", "NEW"), ("delete", "DELETE", "OLD")]
    return [
        (
            f"{table}_{verb}_is_published",
            f'{when} ON "{table}"',
            _OF_A_CIRCLE.get((table, verb))
            or f"UPDATE change SET number = number + 1 WHERE circle_id = {PUBLISHED[table].format(row=row)}",
        )
        for verb, when, row in events
    ]


# The number comes with the circle, and goes with it.
_OF_A_CIRCLE = {
    ("circle", "insert"): "INSERT INTO change (circle_id, number) VALUES (NEW.id, 1)",
    ("circle", "delete"): "DELETE FROM change WHERE circle_id = OLD.id",
}


def number_of(circle):
    """The present number of this circle (a record or its id); 0 for a circle that is not there."""
    return _number("SELECT number FROM change WHERE circle_id = ?", getattr(circle, "id", circle))


def alike(circle, name, make):
    """What `make()` returns for this circle (its id), kept in this process under `name` until its number goes up.

    For what everybody at a table sees alike and each of fifty phones asks for again: made once, not fifty times. Only
    what follows from published tables alone, not from who looks nor from the clock; nobody changes what comes back."""
    if db.in_transaction():  # what is not certain yet is nobody's to keep
        return make()
    place, number = (db.database, circle), number_of(circle)
    kept = _kept.get(place)
    if kept is None or kept[0] != number:
        if len(_kept) >= _MOST_CIRCLES:
            _kept.clear()
        kept = _kept[place] = number, {}
    if name not in kept[1]:
        kept[1][name] = make()
    return kept[1][name]


_MOST_CIRCLES = 100
_kept = {}


def number_around(guest):
    """The present number of the circle at whose table this guest's phone (its id) is; 0 for nobody's."""
    return _number(_AROUND, guest) if guest else 0


_AROUND = (
    "SELECT number FROM change WHERE circle_id = "
    "(SELECT circle_id FROM meeting WHERE id = (SELECT meeting_id FROM guest WHERE id = ?))"
)


def _number(sql, value):
    """Asked plainly: every page asks this first."""
    found = db.execute_sql(sql, (value,)).fetchone()
    return found[0] if found else 0
