"""Said at step 4: what is needed, what somebody wants to do, «Nu even niet», and changing your mind."""

from netwerkberaad.database import change, tidy
from netwerkberaad.domain import refusals, undo
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.evening.offers import Offer
from netwerkberaad.domain.refusals import insist
from netwerkberaad.domain.week import roster

ROOM = "gesprek"
# Where something that was said is made into a task.
TASKS_MADE_AT = {"idea": "4.2", "next_step": "4.1"}


def offer(circle, what, *, person, question="4.3", now, room=ROOM):
    """Somebody says what they want and can do. Refuses without a person or without words."""
    insist(person, refusals.NobodySaid)
    what = tidy(what or "")
    insist(what, refusals.NoOffer)
    meeting.going_on(circle, now=now)
    made = Offer.create(circle=circle, person=person, what=what, question=question, said_at=now)
    undo.remember(circle, room, made, f"{person.name}: {what[:40]}", before={"taken_back_at": undo.NOW}, now=now)
    return made


def not_now(circle, *, person, question="4.3", now):
    """«Nu even niet» is an answer too; saying it twice is saying it once."""
    insist(person, refusals.NobodySaid)
    meeting.going_on(circle, now=now)
    said = Offer.get_or_none(Offer.person == person, Offer.kind == "not_now", Offer.taken_back_at.is_null())
    if said:
        return said
    made = Offer.create(circle=circle, person=person, kind="not_now", question=question, said_at=now)
    undo.remember(circle, ROOM, made, "Nu even niet. Dat mag.", before={"taken_back_at": undo.NOW}, now=now)
    return made


def correct(made, what, *, seen=None):
    """It was meant otherwise. Refuses when somebody else corrected it first."""
    what = tidy(what or "")
    insist(what, refusals.NoOffer)
    corrected = change(made, seen, what=what)
    insist(corrected, refusals.ChangedMeanwhile)
    return corrected


def take_back(made, *, now):
    taken = change(made, taken_back_at=now)
    insist(taken, refusals.ChangedMeanwhile)
    sentence = f"{made.person.name}: {made.what[:40]} is weg." if made.what else "«Nu even niet» is weg."
    undo.remember(made.circle_id, ROOM, taken, sentence, before={"taken_back_at": None}, now=now)
    return taken


def offer_in(circle, offer_id):
    """The offer of this circle with that number. Raises Stranger when there is none."""
    found = Offer.get_or_none(Offer.id == offer_id, Offer.circle == circle, Offer.taken_back_at.is_null())
    if found is None:
        raise refusals.Stranger
    return found


def need_aloud(circle, what, *, question="4.1", now):
    """Something that is needed is named at the table: it becomes a card in the week."""
    insist(tidy(what or ""), refusals.NoWords)
    meeting.going_on(circle, now=now)
    task = roster.need(circle, what, question=question, now=now)
    undo.remember(circle, ROOM, task, f"{task.what[:40]} staat erbij.", before={"taken_back_at": undo.NOW}, now=now)
    return task


def make_task_of(said, *, now):
    """An idea (4.2) or a step for one point more (3.5) becomes something that is needed in the week; made twice it is
    one task."""
    made = next((task for task in roster.tasks_of(said.circle_id) if task.what == said.words), None)
    return made or need_aloud(said.circle_id, said.words, question=TASKS_MADE_AT[said.kind], now=now)


def correct_task(task, what, *, seen=None):
    """It is needed otherwise than it was typed. Refuses when somebody else corrected it first."""
    what = tidy(what or "")
    insist(what, refusals.NothingNeeded)
    corrected = change(task, seen, what=what)
    insist(corrected, refusals.ChangedMeanwhile)
    return corrected


def take_back_task(task, *, now):
    """It is not needed after all. Refuses when it already stands in the week."""
    insist(
        not any(shift.task_id == task.id for shift in roster.shifts_of(task.circle_id)),
        refusals.TaskInTheWeek,
    )
    taken = change(task, taken_back_at=now)
    insist(taken, refusals.ChangedMeanwhile)
    undo.remember(task.circle_id, ROOM, taken, f"{task.what[:40]} is weg.", before={"taken_back_at": None}, now=now)
    return taken
