"""«Gedaan»: how one date of a regular shift went, as somebody said it; silence is no answer."""

import peewee

from netwerkberaad.database import Moment, Record
from netwerkberaad.domain import refusals
from netwerkberaad.domain.circle import Circle, Person
from netwerkberaad.domain.refusals import insist
from netwerkberaad.domain.week.roster import RegularShift

DONE, MISSED = "done", "missed"


class Done(Record):
    """How a date went (done, missed), who did it and who was there too; told_by: who said so. One word for one date:
    what was done stays as it was, whatever the table arranges after it."""

    circle = peewee.ForeignKeyField(Circle, backref="done")
    shift = peewee.ForeignKeyField(RegularShift, backref="done")
    day = peewee.DateField()
    went = peewee.CharField()
    person = peewee.ForeignKeyField(Person, backref="did")
    companion = peewee.ForeignKeyField(Person, null=True, backref="accompanied")
    told_by = peewee.ForeignKeyField(Person, backref="told_done")
    at = Moment()

    class Meta:
        indexes = ((("shift", "day"), True),)


def tell(shift, went, *, by, now):
    """«Gedaan» or «Niet doorgegaan», from the moment it began; what is said last stands. shift: shift.Shift; by: the
    number of whoever says so. Refuses what is still to come, and a date on which nobody stood."""
    insist(went in (DONE, MISSED), refusals.NothingChosen)
    insist(shift.begins <= now, refusals.ShiftToCome)
    insist(shift.person and shift.state in ("accepted", "taken_over", "plan_b", DONE, MISSED), refusals.NotYourShift)
    said = {"went": went, "person": shift.person, "companion": shift.companion, "told_by": by, "at": now}
    Done.insert(circle=shift.regular.circle_id, shift=shift.regular.id, day=shift.day, **said).on_conflict(
        conflict_target=[Done.shift, Done.day], update=said
    ).execute()
