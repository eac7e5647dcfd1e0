"""Moving through the evening: on, back, over a question or out for a while, from the wall and from the remote alike."""

from dataclasses import dataclass

from netwerkberaad.domain import refusals, undo
from netwerkberaad.domain.evening import blocks, meeting, questions
from netwerkberaad.domain.refusals import insist

WAYS = {"next": +1, "skip": +1, "back": -1, "later": 0}
# {code: (circle) → whether it is asked in this circle}: whoever keeps its answers says so; else it is passed over.
asked_only_when = {}


@dataclass(frozen=True)
class Moved:
    """The question where the table stands now, and what still has to be said before the next step (usually nothing)."""

    question: str
    held: list


def move(circle, evening, code, way, *, now):
    """From this question the table goes on (next), over it (skip), back, or stops for a while (later).

    Stays where it is at either end of the evening, and before a next step that something still holds back.
    Whoever moves has ended the pause; what was done before can no longer be taken back."""
    there = beside(circle, code, WAYS[way]) or code
    held = _step(there) > _step(code) and blocks.before_leaving(circle, _step(code))
    there = code if held else there
    meeting.stand_at(evening, there)
    undo.move_on(circle, now=now)
    if way == "later":
        meeting.pause(evening, now=now)
    else:
        meeting.resume(evening, now=now)
    return Moved(there, held or [])


def mend(circle, evening, code, question, *, now):
    """From the end of a step the table goes to the question where something is still missing. To no other: refuses
    AlreadyFurther when nothing is missing there any more, or the table stands elsewhere by now."""
    insist(evening.question == code, refusals.AlreadyFurther)
    missing = [block.question for block in blocks.before_leaving(circle, _step(code))]
    insist(question in missing, refusals.AlreadyFurther)
    meeting.stand_at(evening, question)
    undo.move_on(circle, now=now)


def beside(circle, code, way):
    """The question after (+1) or before (-1) this one that is asked in this circle; None at either end, and for 0."""
    step = {+1: questions.after, -1: questions.before, 0: lambda code: None}[way]
    there = step(code)
    while there in asked_only_when and not asked_only_when[there](circle):
        there = step(there)
    return there


def go_on(circle, *, today, now):
    """The evening begins, or goes on after a pause, where it was."""
    evening = meeting.present_meeting(circle)
    if evening and evening.state == "paused":
        return meeting.resume(evening, now=now)
    return meeting.begin_now(circle, today=today, now=now)


def _step(code):
    return questions.QUESTIONS[code].step
