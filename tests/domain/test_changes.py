"""The number of a circle: raised with the data by the database itself, for its own circle and for no other."""

import datetime as dt

import peewee
import pytest

from netwerkberaad.database import one_go
from netwerkberaad.domain import changes
from netwerkberaad.domain.agreeing.signing import PlanVersion
from netwerkberaad.domain.circle import Circle, Person, draw_person
from netwerkberaad.domain.evening.meeting import Meeting, Situation
from netwerkberaad.domain.records import RECORDS
from netwerkberaad.domain.safety.floors import FloorRequirement
from netwerkberaad.domain.taking_part import presence
from netwerkberaad.domain.taking_part.joining import Guest
from netwerkberaad.domain.teams import Staff
from netwerkberaad.domain.week.roster import RegularShift, Task
from tests import cast

TABLES = {record._meta.table_name: record for record in RECORDS}
NEEDS = {
    "signature": ("plan_version", PlanVersion),
    "closing": ("plan_version", PlanVersion),
    "knows": ("situation", Situation),
    "regular_shift": ("task", Task),
    "trusted": ("floor", FloorRequirement),
    "floor_allowed": ("floor", FloorRequirement),
    "cancellation": ("shift", RegularShift),
    "done": ("shift", RegularShift),
}


@pytest.fixture
def ours(db, now):
    family = cast.family(now)
    family.newcomer = draw_person(family.circle, "Anna")  # of whom nothing is written yet
    return family


@pytest.fixture
def theirs(ours, now):
    return cast.strangers(now, ours.team)


@pytest.fixture
def locks_off(db):
    """What was signed cannot change: through the maintenance door it can, and then it is told too."""
    db.execute_sql("INSERT INTO maintenance (reason) VALUES ('a test')")


def new_row(record, family, now, **given):
    """Some row of this table that belongs to this family."""
    around = {Circle: family.circle, Person: family.newcomer, Meeting: family.meeting, Staff: family.facilitator}
    values = {
        peewee.IntegerField: 99, peewee.BooleanField: False, peewee.DateField: dt.date(2026, 10, 8),
        peewee.DateTimeField: now,
    }  # fmt: skip
    for field in record._meta.sorted_fields:
        if field.null or field.default is not None or field.name in given or isinstance(field, peewee.AutoField):
            continue
        if isinstance(field, peewee.ForeignKeyField):
            needed = field.rel_model
            given[field.name] = around.get(needed) or new_row(needed, family, now)
        else:
            given[field.name] = next((value for kind, value in values.items() if isinstance(field, kind)), "iets")
    return record.create(**given)


def touch(row):
    """The row is written again, in a column that counts."""
    table = type(row)._meta.table_name
    counts = changes.ONLY_WHEN.get(table, [field.column_name for field in row._meta.sorted_fields[1:]])[0]
    type(row)._meta.database.execute_sql(f'UPDATE "{table}" SET {counts} = {counts} WHERE id = ?', (row.id,))


def raised_by(act, *families):
    """By how much the number of each family went up."""
    before = [changes.number_of(family.circle) for family in families]
    act()
    return [changes.number_of(family.circle) - was for family, was in zip(families, before, strict=True)]


def test_of_every_table_we_said_whether_its_changes_are_published():
    assert set(changes.PUBLISHED) | set(changes.SILENT) == set(TABLES)
    assert set(changes.PUBLISHED) & set(changes.SILENT) == set()
    assert set(changes.ONLY_WHEN) <= set(changes.PUBLISHED)


def test_after_every_migration_each_published_table_has_its_triggers(db):
    kept = dict(db.execute_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall())
    for table in changes.PUBLISHED:
        for name, when, act in changes.triggers_of(table):
            assert kept[name] == f"CREATE TRIGGER {name} AFTER {when} BEGIN {act}; END"


@pytest.mark.parametrize("table", [table for table in changes.PUBLISHED if table != "circle"])
def test_every_new_changed_or_lost_row_is_told_to_its_own_circle_only(table, ours, theirs, now, locks_off):
    name, needed = NEEDS.get(table, ("", None))
    given = {name: new_row(needed, ours, now)} if needed else {}
    row = None

    def add():
        nonlocal row
        row = new_row(TABLES[table], ours, now, **given)

    assert raised_by(add, ours, theirs) == [1, 0]
    assert raised_by(lambda: touch(row), ours, theirs) == [1, 0]
    assert raised_by(row.delete_instance, ours, theirs) == [1, 0]


def test_the_number_comes_with_the_circle_and_goes_with_it(ours, theirs, now):
    begun = Circle.create(team=ours.team, facilitator=ours.facilitator, title="Nieuw", begun_at=now)
    assert changes.number_of(begun) == 1
    assert raised_by(lambda: touch(begun), ours, theirs) == [0, 0]
    assert changes.number_of(begun) == 2
    begun.delete_instance()
    assert changes.number_of(begun.id) == 0
    assert not changes.Change.select().where(changes.Change.circle == begun.id).exists()


@pytest.mark.parametrize("table", changes.SILENT)
def test_what_is_silent_has_no_trigger_of_ours(db, table):
    names = [name for (name,) in db.execute_sql("SELECT name FROM sqlite_master WHERE type='trigger'").fetchall()]
    assert not [name for name in names if name.startswith(f"{table}_") and name.endswith("_is_published")]


def test_what_did_not_happen_is_not_told(ours, now):
    before, meanwhile = changes.number_of(ours.circle), []

    def begin_and_fail():
        with one_go():
            touch(ours.wendy)
            meanwhile.append(changes.number_of(ours.circle))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        begin_and_fail()
    assert meanwhile == [before + 1]
    assert changes.number_of(ours.circle) == before


def test_a_phone_that_says_it_is_there_changes_nothing_for_others(ours, now):
    phone = new_row(Guest, ours, now, person=ours.wendy)
    later = now + dt.timedelta(seconds=5)
    assert raised_by(lambda: presence.still_here(ours.circle, phone, now=later), ours) == [0]
    assert Guest.get_by_id(phone.id).seen_at == later


def test_a_phone_that_falls_silent_and_comes_back_is_told(ours, now):
    gone, there = new_row(Guest, ours, now, person=ours.wendy), new_row(Guest, ours, now, person=ours.jesse)
    later = now + dt.timedelta(seconds=15)
    assert raised_by(lambda: presence.still_here(ours.circle, there, now=later), ours)[0] > 0
    back = Guest.get_by_id(gone.id)
    assert not back.here
    assert raised_by(lambda: presence.still_here(ours.circle, back, now=later), ours)[0] > 0


def test_a_phone_finds_the_number_of_its_own_table(ours, theirs, now):
    phone = new_row(Guest, ours, now, person=ours.wendy)
    touch(ours.wendy)
    assert changes.number_around(phone.id) == changes.number_of(ours.circle) != changes.number_of(theirs.circle)
    assert changes.number_around(None) == changes.number_around(10**6) == 0


def test_making_the_triggers_again_changes_nothing(db, ours):
    changes.publish(db)
    assert raised_by(lambda: touch(ours.wendy), ours) == [1]


def test_what_everybody_sees_alike_is_made_again_only_when_something_changed(ours, theirs):
    made = []

    def make():
        made.append(changes.number_of(ours.circle))
        return len(made)

    def ask(name="who is in"):
        return changes.alike(ours.circle.id, name, make)

    assert [ask(), ask(), ask("numbers"), ask()] == [1, 1, 2, 1]
    touch(theirs.wendy)
    assert ask() == 1
    touch(ours.wendy)
    assert [ask(), ask()] == [3, 3]
    assert changes.alike(theirs.circle.id, "who is in", lambda: "theirs") == "theirs"
    with one_go():
        touch(ours.wendy)
        assert [ask(), ask()] == [4, 5]


def test_it_keeps_no_more_than_a_few_evenings(ours, theirs, monkeypatch):
    monkeypatch.setattr(changes, "_MOST_CIRCLES", 1)
    monkeypatch.setattr(changes, "_kept", {})
    for family in (ours, theirs, ours):
        assert changes.alike(family.circle.id, "title", lambda f=family: f.circle.title) == family.circle.title
        assert len(changes._kept) == 1
