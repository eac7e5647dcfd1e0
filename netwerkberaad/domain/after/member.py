"""A member's own view of the circle: what they do next, what is asked of them, whom they may call."""

from dataclasses import dataclass

from netwerkberaad.domain import refusals
from netwerkberaad.domain.agreeing import closing, roles
from netwerkberaad.domain.agreeing.plan import plan_of
from netwerkberaad.domain.agreeing.plan_picture import picture_of
from netwerkberaad.domain.agreeing.signers import signatures_of, signers
from netwerkberaad.domain.refusals import insist
from netwerkberaad.domain.week import arranging, from_now_on, roster, when

ROLES = {
    "contact_person": "Wil jij het aanspreekpunt zijn?",
    "deputy": "Wil jij het aanspreekpunt vervangen als dat nodig is?",
    "cancel_with": "Wil jij degene zijn bij wie mensen zich afmelden?",
    "cancel_deputy": "Wil jij de afmeldingen overnemen als dat nodig is?",
}


@dataclass(frozen=True)
class Asked:
    """What this person is asked to say yes to: a part of a regular shift, or (no shift) a role in the plan.

    promise is exactly what the yes would cover; the answer brings it back, so that nobody says yes to
    something that was changed in the meantime."""

    part: str
    promise: str
    shift: roster.RegularShift | None = None


def audience_of(person, plan):
    """The column of «Wat delen we met wie» in which this person stands (sharing.AUDIENCES)."""
    if person.is_professional:
        return "professional"
    if person.ring == 0:
        return "parent" if person.is_adult else "child"
    return "contact_person" if plan.contact_person_id == person.id else "member"


def sees_only_own(person):
    return person.visibility == "own_tasks_only"


def coming_up(person, shifts, *, now):
    """This person's own shifts (shift.Shift) that are not over yet, the next one first."""
    return [one for one in shifts if one.ends > now and one.part_of(person.id)]


def to_tell(person, shifts, said, *, now):
    """Their own shifts that are over and of which nobody said how they went, the last first.

    said: yes.given_at(circle): what they said yes to later was not theirs yet on that date."""
    return [one for one in reversed(shifts) if one.ends <= now and _was_theirs(person.id, one, said)]


def helping(person, shifts, *, now):
    """Who comes to the family: the shifts of others who said yes, that are not over yet; also when they cannot, or it
    does not go on."""
    promised = [one for one in shifts if one.stands or "person" in one.looks_for or one.state == "lapsed"]
    return [one for one in promised if one.ends > now and person.id not in (one.person, one.companion)]


def silent(shifts, said, *, now):
    """The shifts of anybody that are over for more than a day and of which nobody said how they went (R3)."""
    return [one for one in shifts if one.ends <= now - when.A_DAY and _was_theirs(one.person, one, said)]


def _was_theirs(person, one, said):
    part = one.stands and one.part_of(person)
    if not part:
        return False
    if one.state != "accepted" and part == "person":
        return True  # they took this one date over
    at = said.get((person, roster.matter_of(one.regular, part), roster.promise_of(one.regular)))
    return at is None or at <= one.ends


def asked_of(person, regular_shifts, plan, said, *, today):
    """What this person has not said yes to, of what they are named for: [Asked]. Nothing once it is over."""
    if plan.end and today > plan.end:
        return []
    asked = [
        Asked(part, roster.promise_of(regular), regular)
        for regular in roster.still_to_come(regular_shifts, today)
        for part in roster.PARTS
        if getattr(regular, f"{part}_id") == person.id
        and not roster.answer_of(regular, part, said)
        and not (regular.repeat == "once" and regular.first_day and regular.first_day < today)
    ]
    in_the_plan = [
        Asked(role, role)
        for role in ROLES
        if getattr(plan, f"{role}_id") == person.id and (person.id, f"plan/{role}", role) not in said
    ]
    return asked + in_the_plan


def said_yes_to(person, regular_shifts, plan, said):
    """What this person is named for and has said yes to, as it stands now: [Asked]."""
    shifts = [
        Asked(part, roster.promise_of(regular), regular)
        for regular in roster.going_on(regular_shifts)
        for part in roster.PARTS
        if getattr(regular, f"{part}_id") == person.id and roster.answer_of(regular, part, said)
    ]
    in_the_plan = [Asked(role, role) for role in ROLES if (person.id, f"plan/{role}", role) in said]
    return shifts + [ask for ask in in_the_plan if getattr(plan, f"{ask.part}_id") == person.id]


def say_yes(person, part, *, shift_id=None, promise, now):
    """«Ja, dat doe ik», on their own phone. Refuses when what was asked is no longer what is asked now."""
    if shift_id is None:
        return roles.accept(person.circle, part, person.id, how="own", now=now)
    return roster.says_yes(_still_asked(person, part, shift_id, promise), part, person, how="own", now=now)


def rather_not(person, part, *, shift_id=None, promise, now):
    """«Liever anders»: nobody is named there any more, and nobody asks why."""
    if shift_id is None:
        return roles.decline(person.circle, part, person.id, now=now)
    shift, today = _still_asked(person, part, shift_id, promise), now.astimezone(when.AMSTERDAM).date()
    since = from_now_on.since(plan_of(person.circle_id).start, today)
    return arranging.rather_not(shift, part, seen=shift.version, since=since, now=now)


def place_under(person, versions, *, today):
    """This person's place (signers.Signer) under the last text that was read back, or None.

    `versions` is signing.versions_of(circle). Nobody signs a text that was changed from outside."""
    if not versions or not versions[-1].is_intact:
        return None
    places = signers(picture_of(person.circle, today=today), versions, signatures_of(person.circle))
    return next((place for place in places if place.person == person.id), None)


def sign(person, version, *, seen, now, **answer):
    """«Doe je mee?» by link, to the version with number `seen`: see signing.sign for the answer."""
    insist(str(version.number) == str(seen), refusals.NewerVersion)
    return closing.sign_at_home(version, person, now=now, **answer)


def whom_to_cancel_with(person, regular, plan):
    """Whom this person tells that they can't: the task's own or the plan's; when that is them, the deputy.

    regular: the regular shift it is about, or None."""
    own = regular and regular.task.cancel_with
    chosen = own or plan.cancel_with
    return plan.cancel_deputy if chosen is not None and chosen.id == person.id else chosen


def is_told_when_cannot(teller, person, regular, plan):
    """The same by number: whether this person (their number) tells the teller (theirs) that they can't."""
    chosen = regular.task.cancel_with_id or plan.cancel_with_id
    return teller == (plan.cancel_deputy_id if chosen == person else chosen)


def _still_asked(person, part, shift_id, promise):
    shift = roster.shift_in(person.circle_id, shift_id)
    insist(part in roster.PARTS and getattr(shift, f"{part}_id") == person.id, refusals.NotYoursToSay)
    insist(promise == roster.promise_of(shift), refusals.ChangedMeanwhile)
    return shift
