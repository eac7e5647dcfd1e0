"""A member's own view of the circle: what they do next, what is asked of them, whom they may call."""

import datetime as dt
from dataclasses import dataclass

from netwerkberaad.domain import refusals
from netwerkberaad.domain.agreeing import closing, roles
from netwerkberaad.domain.agreeing.plan_picture import picture_of
from netwerkberaad.domain.agreeing.signers import signatures_of, signers
from netwerkberaad.domain.circle import Person
from netwerkberaad.domain.refusals import insist
from netwerkberaad.domain.week import arranging, roster, when

ROLES = {
    "contact_person": "Wil jij het aanspreekpunt zijn?",
    "deputy": "Wil jij het aanspreekpunt vervangen als dat nodig is?",
    "cancel_with": "Wil jij degene zijn bij wie mensen zich afmelden?",
    "cancel_deputy": "Wil jij de afmeldingen overnemen als dat nodig is?",
}
OWN_PARTS = ("person", "companion")


@dataclass(frozen=True)
class Shift:
    """A beurt: one date of a regular shift, with its begin and end as moments in Europe/Amsterdam."""

    regular: roster.RegularShift
    day: dt.date
    begins: dt.datetime
    ends: dt.datetime


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


def shifts_between(regular_shifts, plan, first, last):
    """Every shift on the local dates first to last, in order of time; none outside the plan's dates."""
    if plan.start is None:
        return []
    first, last = max(first, plan.start), min(last, plan.end)
    found = [
        Shift(regular, day, *when.span(roster.when_of(regular), day))
        for regular in regular_shifts
        if regular.starts
        for day in when.dates(roster.when_of(regular), first, last)
    ]
    return sorted(found, key=lambda shift: (shift.begins, shift.regular.id))


def is_theirs(regular, person, said):
    """This person does it, or comes along, and has said yes to exactly this."""
    return any(
        getattr(regular, f"{part}_id") == person.id and roster.answer_of(regular, part, said) for part in OWN_PARTS
    )


def coming_up(person, regular_shifts, plan, said, *, now):
    """This person's own shifts that are not over yet, the next one first, to the end of the plan."""
    theirs = [regular for regular in regular_shifts if is_theirs(regular, person, said)]
    today = now.astimezone(when.AMSTERDAM).date()
    shifts = shifts_between(theirs, plan, today - when.A_DAY, plan.end or today)
    return [shift for shift in shifts if shift.ends > now]


def helping(person, regular_shifts, plan, said, *, now):
    """Who comes to the family in these seven days: the shifts of others who said yes, that are not over yet."""
    others = [
        regular
        for regular in regular_shifts
        if regular.person_id != person.id
        and not is_theirs(regular, person, said)
        and roster.state_of(regular, said) == "accepted"
    ]
    today = now.astimezone(when.AMSTERDAM).date()
    shifts = shifts_between(others, plan, today - when.A_DAY, today + 6 * when.A_DAY)
    return [shift for shift in shifts if shift.ends > now]


def asked_of(person, regular_shifts, plan, said, *, today):
    """What this person has not said yes to, of what they are named for: [Asked]. Nothing once it is over."""
    if plan.end and today > plan.end:
        return []
    asked = [
        Asked(part, roster.promise_of(regular), regular)
        for regular in regular_shifts
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
        for regular in regular_shifts
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
    shift = _still_asked(person, part, shift_id, promise)
    return arranging.rather_not(shift, part, seen=shift.version, now=now)


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


def whom_to_cancel_with(person, shift, plan):
    """Whom this person tells that they can't: the task's own or the plan's; when that is them, the deputy."""
    own = shift and shift.regular.task.cancel_with
    chosen = own or plan.cancel_with
    return plan.cancel_deputy if chosen is not None and chosen.id == person.id else chosen


def _still_asked(person, part, shift_id, promise):
    shift = roster.shift_in(person.circle_id, shift_id)
    insist(part in roster.PARTS and getattr(shift, f"{part}_id") == person.id, refusals.NotYoursToSay)
    insist(promise == roster.promise_of(shift), refusals.ChangedMeanwhile)
    return shift


def with_names(regular, person):
    """Who is there too, apart from this person: the doer and the companion, as people."""
    return [p for p in (regular.person, regular.companion) if isinstance(p, Person) and p.id != person.id]
