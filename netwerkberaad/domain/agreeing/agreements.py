"""Promises that are no shift: somebody promises something, on which days and at what time (R4)."""

import re

from netwerkberaad.database import change, tidy
from netwerkberaad.domain import refusals, undo
from netwerkberaad.domain.agreeing.plan import Agreement
from netwerkberaad.domain.agreeing.plan_dates import needed_time
from netwerkberaad.domain.circle import person_in
from netwerkberaad.domain.refusals import insist

VAGUE = re.compile(r"^iemand\b|\b(soms|af en toe|misschien|wel eens|weleens|regelmatig|probeert|proberen|ooit)\b", re.I)
IF = re.compile(
    r"\b(als|wanneer|indien|mocht)\b.*\b(niet|mis|ziek|uitvalt|nood|nodig)\b"
    r"|\b(in geval van|bij nood|zo nodig|in nood)\b",
    re.I,
)


def agree(circle, person_id, what, days, starts, *, anyway=False, now):
    """Somebody promises something that is no shift. Without who, what, which days and what time it is a wish (R4).

    days: weekday digits, one by one or together ("0123456" is every day). `anyway`: it sounds like plan B, and the
    table wants it here all the same."""
    person, fields = _checked(circle, person_id, what, days, starts, anyway)
    agreement = Agreement.create(circle=circle, person=person, made_at=now, **fields)
    undo.remember(
        circle, "plan", agreement, f"{person.name} belooft iets.", before={"taken_back_at": undo.NOW}, now=now
    )
    return agreement


def say_otherwise(circle, agreement_id, person_id, what, days, starts, *, anyway=False, seen, now):
    """The same promise in other words, on other days or by somebody else."""
    agreement = agreement_in(circle, agreement_id)
    before = {
        "person": agreement.person_id,
        "what": agreement.what,
        "days": agreement.days,
        "starts": agreement.starts,
    }
    person, fields = _checked(circle, person_id, what, days, starts, anyway)
    changed = change(agreement, seen, person=person, **fields)
    insist(changed, refusals.ChangedMeanwhile)
    undo.remember(circle, "plan", changed, "De afspraak is veranderd.", before=before, now=now)
    return changed


def take_away(circle, agreement_id, *, seen, now):
    """This promise no longer stands."""
    changed = change(agreement_in(circle, agreement_id), seen, taken_back_at=now)
    insist(changed, refusals.ChangedMeanwhile)
    undo.remember(circle, "plan", changed, "De afspraak is weg.", before={"taken_back_at": None}, now=now)
    return changed


def agreement_in(circle, agreement_id):
    """The promise of this circle with that number. Raises Stranger when there is none."""
    found = Agreement.get_or_none(
        Agreement.id == agreement_id, Agreement.circle == circle, Agreement.taken_back_at.is_null()
    )
    if found is None:
        raise refusals.Stranger
    return found


def is_vague(what):
    """True for «iemand», «soms», «misschien»: words that leave open who or when."""
    return bool(VAGUE.search(what))


def sounds_like_plan_b(what):
    """True for a promise with a condition («als het niet gaat»): plan B is the place for it."""
    return bool(IF.search(what))


def _checked(circle, person_id, what, days, starts, anyway):
    what, days = tidy(what or ""), "".join(sorted(set("".join(days or ""))))
    insist(person_id, refusals.NobodyPromises)
    insist(what, refusals.NothingPromised)
    insist(not is_vague(what), refusals.TooVague)
    insist(days and set(days) <= set("0123456"), refusals.NoDayPromised)
    person = person_in(circle, person_id)
    insist(not person.is_child, refusals.NoTaskForAChild)
    starts = needed_time(starts, field="starts")
    insist(anyway or not sounds_like_plan_b(what), refusals.SoundsLikePlanB)
    return person, {"what": what, "days": days, "starts": starts}
