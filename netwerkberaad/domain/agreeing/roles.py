"""Who is the contact person, whom to cancel with, and who takes over: chosen by the table, accepted by themselves."""

from netwerkberaad.database import change
from netwerkberaad.domain import refusals, undo, yes
from netwerkberaad.domain.agreeing.plan import plan_to_change
from netwerkberaad.domain.agreeing.plan_picture import ROLES
from netwerkberaad.domain.circle import person_in
from netwerkberaad.domain.evening.meeting import at_the_table, present_meeting
from netwerkberaad.domain.refusals import insist

PAIRS = {"contact_person": "deputy", "cancel_with": "cancel_deputy"}
PAIR_OF = {**PAIRS, **{deputy: first for first, deputy in PAIRS.items()}}
CHOSEN = {
    "contact_person": "{name} is gevraagd als aanspreekpunt.",
    "deputy": "{name} is gevraagd als vervanger.",
    "cancel_with": "Afmelden gaat bij {name}.",
    "cancel_deputy": "{name} is gevraagd om afmeldingen over te nemen.",
}


def choose(circle, role, person_id, *, seen=None, now):
    """The table names somebody for a role. It counts once that person says yes (R1). Adults only (R6).

    Whoever takes the first place leaves the second one empty: nobody is their own deputy."""
    person, plan = person_in(circle, person_id), plan_to_change(circle)
    insist(role in ROLES, refusals.Stranger)
    insist(person.is_adult, refusals.AdultsOnly)
    before = {role: getattr(plan, f"{role}_id")}
    after = {role: person.id}
    other = PAIR_OF[role]
    if getattr(plan, f"{other}_id") == person.id:
        insist(
            role in PAIRS,
            refusals.OwnDeputy(f"{person.name} is al de eerste. Kies iemand anders om het over te nemen."),
        )
        before[other], after[other] = person.id, None
    changed = change(plan, seen, **after)
    insist(changed, refusals.ChangedMeanwhile)
    undo.remember(circle, "plan", changed, CHOSEN[role].format(name=person.name), before=before, now=now)
    return changed


def accept(circle, role, person_id, *, how="spoken", now):
    """«Ja, dat doe ik»: the person chosen for this role says yes, aloud at the table or on their own phone (own)."""
    person, plan = person_in(circle, person_id), plan_to_change(circle)
    insist(role in ROLES and getattr(plan, f"{role}_id") == person.id, refusals.ChangedMeanwhile)
    if how == "spoken":
        insist(person in at_the_table(present_meeting(circle)), refusals.NotAtTheTable)
    yes.say_yes(circle, person, f"plan/{role}", role, how=how, now=now)


def decline(circle, role, person_id, *, seen=None, now):
    """«Liever anders»: the role is free again, and nobody asks why."""
    person, plan = person_in(circle, person_id), plan_to_change(circle)
    insist(role in ROLES and getattr(plan, f"{role}_id") == person.id, refusals.ChangedMeanwhile)
    yes.take_back_yes(person, f"plan/{role}", now=now)
    changed = change(plan, seen, **{role: None})
    insist(changed, refusals.ChangedMeanwhile)
    undo.remember(circle, "plan", changed, f"{person.name} doet het liever anders.", before={role: person.id}, now=now)
    return changed


def hint_for(role, person):
    """A second thought about this choice, or "": never a block (R6)."""
    if person is None or role not in ("contact_person", "deputy"):
        return ""
    if person.is_professional:
        return "Wie blijft er als de hulp stopt?"
    of_the_house = person.household or person.ring == 0
    return "Zorgen gaan vaak over thuis. Iemand van buiten kan dan fijn zijn." if of_the_house else ""
