"""A visible undo: what was just done at the table can be taken back, unless somebody changed it since."""

import json

import peewee

from netwerkberaad.database import Moment, Record, Words, change, prepared
from netwerkberaad.domain import circle, refusals, yes
from netwerkberaad.domain.agreeing import plan
from netwerkberaad.domain.circle import Circle
from netwerkberaad.domain.evening import meeting, offers
from netwerkberaad.domain.refusals import insist
from netwerkberaad.domain.week import roster

TABLES = {
    model.__name__: model
    for model in (
        circle.Person,
        meeting.Answer,
        offers.Offer,
        roster.Task,
        roster.RegularShift,
        plan.Agreement,
        plan.Trigger,
        plan.PlanBStep,
        plan.Plan,
    )
}
NOW = "now"


class Deed(Record):
    """Something done at the table. `sentence` says what in Dutch; `before` is the JSON of the fields to put back;
    `version` is that of the row right after the deed. `together`: a name shared by what was done in one go."""

    circle = peewee.ForeignKeyField(Circle, backref="deeds")
    room = peewee.CharField()
    sentence = Words()
    table = peewee.CharField()
    row = peewee.IntegerField()
    before = Words()
    row_version = peewee.IntegerField()
    at = Moment()
    undone_at = Moment(null=True)
    together = peewee.CharField(default="")


def remember(in_circle, room, record, sentence, *, before, together="", now):
    """Remembers how to take this back: `before` maps field names to the values to put back.

    What shares a name in `together` is taken back as one.

    The value undo.NOW stands for the moment of undoing (taken_back_at of a row that was just made)."""
    return Deed.create(
        circle=in_circle,
        room=room,
        sentence=sentence,
        table=type(record).__name__,
        row=record.id,
        before=json.dumps(before, default=str),
        row_version=record.version,
        together=together,
        at=now,
    )


def last_deed(in_circle, room):
    """What can be undone in this room now, or None: also when what was done last was changed since."""
    deed = next(iter(_deeds_in(in_circle.id, room)), None)
    return deed if deed and _stands(_done_with(deed)) else None


@prepared
def _deeds_in(in_circle, room):
    return _not_undone(Deed.circle == in_circle, Deed.room == room).limit(1)


def _not_undone(*which):
    """Deeds, the last first, each with the version that its row has by now (`stands`)."""
    rows = [(name, model.select(model.version).where(model.id == Deed.row)) for name, model in TABLES.items()]
    stands = peewee.Case(Deed.table, rows).alias("stands")
    return Deed.select(Deed, stands).where(*which, Deed.undone_at.is_null()).order_by(Deed.id.desc())


def undo(in_circle, deed_id, *, now):
    """Takes one deed back, with all that was done together with it, and returns it. Refuses when something of it was
    changed again since."""
    deed = _not_undone(Deed.id == deed_id, Deed.circle == in_circle).first()
    insist(deed, refusals.NothingToUndo)
    done = _done_with(deed)
    still_stands = _stands(done)
    insist(still_stands or not _said_yes_since(done), refusals.SaidYesSince)
    insist(still_stands, refusals.ChangedSince)
    for each in done:
        _take_back(in_circle, Deed.get_by_id(each.id), now)
    return deed


def _done_with(deed):
    """This deed with all that was done together with it, the last first."""
    return list(_not_undone(Deed.circle == deed.circle_id, Deed.together == deed.together)) if deed.together else [deed]


def _stands(deeds):
    """Whether every row still stands as it stood right after these deeds, the last of them first."""
    versions = {(deed.table, deed.row): deed.stands for deed in deeds}
    for deed in deeds:
        if versions[deed.table, deed.row] != deed.row_version:
            return False
        versions[deed.table, deed.row] -= 1
    return True


def _said_yes_since(deeds):
    """Whether somebody said yes to a turn after it was put in the week by one of these."""
    since = {
        f"{roster.MATTER}{deed.row}/{part}": deed.at
        for deed in deeds
        if deed.table == roster.RegularShift.__name__
        for part in roster.PARTS
    }
    said = yes.given_at(deeds[0].circle_id) if since else {}
    return any(matter in since and at >= since[matter] for (_, matter, _), at in said.items())


def _take_back(in_circle, deed, now):
    record = TABLES[deed.table].get_by_id(deed.row)
    put_back = {field: now if value == NOW else value for field, value in json.loads(deed.before).items()}
    as_before = change(record, deed.row_version, **put_back)
    insist(as_before, refusals.ChangedMeanwhile)
    Deed.update(undone_at=now).where(Deed.id == deed.id).execute()
    # The row stands again as it was before this deed, so that the ones before it can be taken back too.
    later = as_before.version - (deed.row_version - 1)
    Deed.update(row_version=Deed.row_version + later).where(
        Deed.table == deed.table, Deed.row == deed.row, Deed.row_version < deed.row_version
    ).execute()
    if isinstance(record, circle.Person):
        circle.stand_again(in_circle, record.id)


def forget(*rows, now):
    """What was done to these rows can no longer be taken back."""
    for row in rows:
        Deed.update(undone_at=now).where(
            Deed.table == type(row).__name__, Deed.row == row.id, Deed.undone_at.is_null()
        ).execute()


def move_on(in_circle, *, now):
    """The table goes to another question: what was done before is corrected in its own place, not undone from afar."""
    Deed.update(undone_at=now).where(Deed.circle == in_circle, Deed.undone_at.is_null()).execute()
