"""One deed at the table on what stands in the week: done, remembered so that it can be taken back, the past kept."""

import secrets

from netwerkberaad.database import change
from netwerkberaad.domain import refusals, undo
from netwerkberaad.domain.refusals import insist
from netwerkberaad.domain.week import from_now_on, when
from netwerkberaad.domain.week.roster import RegularShift

ROOM = "week"


def changed(record, seen, now, sentence, since=None, together="", **fields):
    """Changes what is different, refuses when somebody else was first, and remembers the way back.

    What has gone by of a shift stays as it was: it ends, and goes on changed from then on."""
    fields = {name: value for name, value in fields.items() if getattr(record, name) != value}
    if fields and getattr(record, "by_program", False):
        fields["by_program"] = False  # from now on people chose it
    is_seen_afterwards = isinstance(record, RegularShift) and fields.keys() & from_now_on.SEEN_AFTERWARDS
    if is_seen_afterwards and (ended := from_now_on.end(record, seen, since, now)):
        return from_then_on(record, ended, now, sentence, together or secrets.token_hex(8), **fields)
    if is_seen_afterwards:
        fields = from_now_on.not_before(record, since, fields)
    if not fields:
        insist(seen is None or str(seen) == str(record.version), refusals.ChangedMeanwhile)
        return record
    before = {name: record.__data__.get(name) for name in fields}
    stands = change(record, seen, **fields)
    insist(stands, refusals.ChangedMeanwhile)
    undo.remember(record.circle_id, ROOM, stands, sentence, before=before, together=together, now=now)
    return stands


def from_then_on(shift, ended, now, sentence, together, **fields):
    """A shift that ended (from_now_on.end) goes on with these fields changed, or is out of the week: one deed."""
    remembered = {"together": together, "now": now}
    undo.remember(shift.circle_id, ROOM, ended, sentence, before={"last_day": shift.last_day}, **remembered)
    if "taken_back_at" in fields:
        return ended
    made = from_now_on.go_on(shift, ended, **fields)
    told = f"Vanaf {when.date_in_words(made.first_day)}: {sentence}"
    undo.remember(shift.circle_id, ROOM, made, told, before={"taken_back_at": undo.NOW}, **remembered)
    return made
