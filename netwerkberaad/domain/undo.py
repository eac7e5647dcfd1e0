"""A visible undo: what was just done at the table can be taken back, unless somebody changed it since."""

import json

import peewee

from netwerkberaad.database import Moment, Record, Words, change, prepared
from netwerkberaad.domain import circle, refusals
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
    """What can be undone in this room now, or None."""
    return next(iter(_deeds_in(in_circle.id, room)), None)


@prepared
def _deeds_in(in_circle, room):
    standing = (Deed.circle == in_circle, Deed.room == room, Deed.undone_at.is_null())
    return Deed.select().where(*standing).order_by(Deed.id.desc()).limit(1)


def undo(in_circle, deed_id, *, now):
    """Takes one deed back, with all that was done together with it, and returns it. Refuses when something of it was
    changed again since."""
    deed = Deed.get_or_none(Deed.id == deed_id, Deed.circle == in_circle, Deed.undone_at.is_null())
    insist(deed, refusals.NothingToUndo)
    same = (Deed.circle == in_circle, Deed.undone_at.is_null(), Deed.together == deed.together)
    for each in Deed.select().where(*same).order_by(Deed.id.desc()) if deed.together else (deed,):
        _take_back(in_circle, each, now)
    return deed


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
