"""Where a week falls short of what must always hold: in one breath, day by day, and as open shapes in the week."""

from collections import Counter
from dataclasses import dataclass

from netwerkberaad.domain.safety.floor_words import first_sentence
from netwerkberaad.domain.saying import together
from netwerkberaad.domain.week import when
from netwerkberaad.domain.week.roster import RegularShift
from netwerkberaad.domain.week.week import Block

A_FEW = 3


@dataclass(frozen=True)
class Answer:
    """«Halen we wat altijd moet?» for one floor: what it asks in one sentence, and whether that holds, in words.

    went: how it really went so far, only where that is something else."""

    asks: str
    is_met: bool
    words: str
    went: str = ""


@dataclass(frozen=True)
class Mark:
    """A day that falls short. is_past: nothing can mend it any more; reasons: one sentence for each floor."""

    is_past: bool
    reasons: tuple


def answers(found, today):
    """[Answer] for these week_of_floors.Stands: what does not hold comes first."""
    asking = [one for one in found if one.counts]
    told = [Answer(first_sentence(one.floor.words), one.is_met, _in_short(one, today), _went(one)) for one in asking]
    return sorted(told, key=lambda answer: answer.is_met)


def marks(found, today):
    """{date: Mark} of the days that fall short as planned."""
    reasons = {}
    for one in found:
        for short, why in zip(one.planned.short, one.why, strict=True):
            if short.day:
                reasons.setdefault(short.day, []).append(f"{first_sentence(one.floor.words)}: {_without_day(why)}")
    return {day: Mark(day < today, tuple(said)) for day, said in reasons.items()}


def shapes(found, week, today):
    """[Block] for each coming day on which too few turns stand, open or not, at the time at which others do this: it
    is drawn and read like a shift that is still open, but it is not one yet (its shift has no id)."""
    made = {}
    for one in found:
        often = usual(one.rule.tag, week.shifts) if one.floor.kind == "coverage" else None
        standing = Counter(block.day for block in week.blocks if block.shift.task.tag == one.rule.tag)
        for short in one.planned.short if often else ():
            lacks = short.why in ("nobody", "too_few") and standing[short.day] < one.rule.min_per_day
            if lacks and short.day >= today:
                shift = RegularShift(task=often.task, days=str(short.day.weekday()), starts=often.starts)
                shift.circle_id, shift.minutes = often.circle_id, often.minutes
                made.setdefault((often.task_id, short.day), Block(shift, short.day, "open"))
    return sorted(made.values(), key=lambda block: (block.day, block.shift.starts))


def usual(tag, shifts):
    """The shift with the task and time at which this is done most often: None while it stands nowhere, and when it is
    not one thing («Iets met de kinderen» is football, school and cooking), so that no other task is made up."""
    known = [shift for shift in shifts if shift.task.tag == tag and shift.starts]
    often = Counter()
    for shift in known:
        often[shift.task_id, shift.starts] += len(shift.days)
    most = [(which, count) for which, count in often.most_common(1) if count * 2 >= often.total()]
    return next((shift for shift in known if most and (shift.task_id, shift.starts) == most[0][0]), None)


def _in_short(one, today):
    if one.is_met:
        return "ja"
    days = [short.day for short in one.planned.short if short.day]
    if not days:
        return _lowered(one.why[0]).rstrip(".")
    if one.waits and len(days) > 1:
        return "als iedereen ja zegt, wel"
    gone = [day for day in days if day < today]
    if len(days) == 7 and not gone:
        return "nog op geen enkele dag"
    said = [f"niet {_on(gone)}"] if gone else []
    said += [f"nog niet {_on(days[len(gone) :])}"] if len(gone) < len(days) else []
    return f"{' en '.join(said)}: {_without_day(one.why[0])}" if len(days) == 1 else " en ".join(said)


def _went(one):
    differs = one.has_begun and one.actual.status != one.planned.status
    return one.went.lower() if differs else ""


def _on(days):
    return f"op {together(when.DAYS[day.weekday()] for day in days)}" if len(days) <= A_FEW else f"op {len(days)} dagen"


def _without_day(why):
    return why.partition(": ")[2] or why


def _lowered(sentence):
    """To go on in the middle of a sentence; a name keeps its capital."""
    first = sentence.split(" ", 1)[0]
    return sentence[:1].lower() + sentence[1:] if first in ("Alleen", "Nog", "Er") else sentence
