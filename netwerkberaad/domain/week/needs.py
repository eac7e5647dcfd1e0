"""What is needed in a week: a task is added, gets other words, or is put away; each deed can be taken back."""

import secrets

from netwerkberaad.database import tidy
from netwerkberaad.domain import refusals, undo
from netwerkberaad.domain.refusals import insist
from netwerkberaad.domain.week import from_now_on, roster, when
from netwerkberaad.domain.week.deeds import ROOM, changed, from_then_on


def add_task(circle, what, *, question="5.1", now):
    """A card is added to what still has to be divided."""
    task = roster.need(circle, what, question=question, now=now)
    undo.remember(circle, ROOM, task, f"{task.what} ligt erbij.", before={"taken_back_at": undo.NOW}, now=now)
    return task


def reword_task(task, *, seen, what, minutes, support, tag, since=None, now):
    """A task gets other words, another usual length or another kind of support (letters of P G A E). Where dates of it
    have gone by, it goes on under other words, or as another kind, as another task: those keep what they were."""
    what = tidy(what or "")
    insist(what, refusals.NothingNeeded)
    insist(0 < minutes <= when.LONGEST, refusals.TooLong("Een beurt duurt hoogstens 12 uur.", field="minutes"))
    kinds = "".join(letter for letter in "PGAE" if letter in support) or "P"
    said, sentence = {"what": what, "minutes": minutes, "support": kinds, "tag": tag}, f"{what} is aangepast."
    shifts, is_another = _shifts_of(task), (what, tag) != (task.what, task.tag)
    if not (is_another and any(from_now_on.has_gone_by(shift, since) for shift in shifts)):
        return changed(task, seen, now, sentence, **said)
    remembered = {"together": secrets.token_hex(8), "now": now}
    kept = {name: task.__data__[name] for name in ("circle", "cancel_with", "question", "named_at")}
    made = roster.Task.create(**kept, **said)
    undo.remember(task.circle_id, ROOM, made, sentence, before={"taken_back_at": undo.NOW}, **remembered)
    for shift in shifts:
        _go_on_as(shift, made, since, sentence, remembered["together"], now)
    changed(task, seen, now, sentence, together=remembered["together"], taken_back_at=now)
    return made


def change_kind(task, tag, *, since=None, now):
    """It counts as another kind of task (roster.Task.tag) from now on."""
    kept = {"what": task.what, "minutes": task.minutes, "support": task.support}
    return reword_task(task, seen=task.version, **kept, tag=tag, since=since, now=now)


def take_back_task(task, *, seen, since=None, now):
    """It turns out not to be needed: its shifts leave the week with it, and return with an undo."""
    sentence, together = f"{task.what} is weggelegd.", secrets.token_hex(8)
    for shift in _shifts_of(task):
        _go_on_as(shift, None, since, sentence, together, now)
    return changed(task, seen, now, sentence, together=together, taken_back_at=now)


def _go_on_as(shift, task, since, sentence, together, now):
    """What is to come of this shift is of that task from now on, or, with None, out of the week."""
    is_to_come = from_now_on.is_to_come(shift, since, now)
    if shift.last_day is not None and not is_to_come:
        return
    ended = from_now_on.end(shift, shift.version, since, now)
    if ended:
        fields = {"task": task} if task and is_to_come else {"taken_back_at": now}
        from_then_on(shift, ended, now, sentence, together, **fields)
    elif task:
        of_it = changed(shift, shift.version, now, sentence, together=together, task=task)
        if task.what == shift.task.what:
            from_now_on.hold_yeses(shift, of_it)


def _shifts_of(task):
    return [shift for shift in roster.shifts_of(task.circle_id) if shift.task_id == task.id]
