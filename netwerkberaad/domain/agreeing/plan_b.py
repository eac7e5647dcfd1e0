"""Plan B: how we notice that it is needed, and who then does what (R10)."""

from netwerkberaad.database import change, tidy
from netwerkberaad.domain import refusals, undo
from netwerkberaad.domain.agreeing.plan import PlanBStep, Trigger
from netwerkberaad.domain.circle import person_in
from netwerkberaad.domain.refusals import insist

MADE = {"taken_back_at": undo.NOW}


def add_trigger(circle, words, *, now):
    """A sign that plan B is needed (6.7): «24 uur van tevoren is er nog niemand»."""
    words = tidy(words or "")
    insist(words, refusals.NoTriggerNamed)
    trigger = Trigger.create(circle=circle, words=words)
    undo.remember(circle, "plan", trigger, "Het teken staat erbij.", before=MADE, now=now)
    return trigger


def add_step(circle, person_id, action, *, now):
    """One step of plan B (6.6): who does what. A step comes after those that were said before."""
    action = tidy(action or "")
    insist(person_id, refusals.NobodyInPlanB)
    insist(action, refusals.NoActionNamed)
    person = person_in(circle, person_id)
    insist(not person.is_child, refusals.NoTaskForAChild)
    last = PlanBStep.select(PlanBStep.position).where(PlanBStep.circle == circle).order_by(PlanBStep.position.desc())
    position = (last.limit(1).scalar() or 0) + 1
    step = PlanBStep.create(circle=circle, person=person, action=action, position=position)
    undo.remember(circle, "plan", step, "De stap staat erbij.", before=MADE, now=now)
    return step


def give_step_to(circle, step_id, person_id, *, seen, now):
    """Somebody else does this step, for instance because the first said «nu niet»."""
    step, person = step_in(circle, step_id), person_in(circle, person_id)
    insist(not person.is_child, refusals.NoTaskForAChild)
    before = {"person": step.person_id}
    changed = change(step, seen, person=person)
    insist(changed, refusals.ChangedMeanwhile)
    undo.remember(circle, "plan", changed, f"{person.name} doet deze stap.", before=before, now=now)
    return changed


def take_away_trigger(circle, trigger_id, *, seen, now):
    trigger = Trigger.get_or_none(Trigger.id == trigger_id, Trigger.circle == circle, Trigger.taken_back_at.is_null())
    if trigger is None:
        raise refusals.Stranger
    return _taken_away(circle, trigger, "Het teken is weg.", seen, now)


def take_away_step(circle, step_id, *, seen, now):
    return _taken_away(circle, step_in(circle, step_id), "De stap is weg.", seen, now)


def step_in(circle, step_id):
    """The step of this circle with that number. Raises Stranger when there is none."""
    step = PlanBStep.get_or_none(PlanBStep.id == step_id, PlanBStep.circle == circle, PlanBStep.taken_back_at.is_null())
    if step is None:
        raise refusals.Stranger
    return step


def _taken_away(circle, record, sentence, seen, now):
    changed = change(record, seen, taken_back_at=now)
    insist(changed, refusals.ChangedMeanwhile)
    undo.remember(circle, "plan", changed, sentence, before={"taken_back_at": None}, now=now)
    return changed
