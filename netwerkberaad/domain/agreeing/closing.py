"""Closing the plan: from then on a version is our plan; and the evening that ends before all is agreed."""

from netwerkberaad.database import change
from netwerkberaad.domain import refusals, yes
from netwerkberaad.domain.agreeing import plan_text
from netwerkberaad.domain.agreeing.open_points import open_points
from netwerkberaad.domain.agreeing.plan import Plan, agreements_of, plan_to_change, steps_of
from netwerkberaad.domain.agreeing.plan_dates import needed_time
from netwerkberaad.domain.agreeing.plan_picture import ROLES, picture_of
from netwerkberaad.domain.agreeing.roles import PAIRS
from netwerkberaad.domain.agreeing.signers import signatures_of, signers
from netwerkberaad.domain.agreeing.signing import Closing, closings_of, fix, our_plan, read_so_far, sign, versions_of
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.refusals import insist
from netwerkberaad.domain.week import cancelling, from_now_on, roster, when


def close(circle, *, seen, today, now):
    """«Plan sluiten»: the version with number `seen` becomes our plan. Returns the version that now stands last.

    Whoever said «nu niet» is let go of everything first; that makes the next version. It closes at once, unless
    somebody here carries something else because of it: then they are asked again, and closing comes after.
    Refuses while somebody here has not answered, after a change since the reading, or with a text that was changed."""
    picture, versions = picture_of(circle, today=today), versions_of(circle)
    insist(versions, refusals.NotRead)
    version = versions[-1]
    insist(str(version.number) == str(seen), refusals.NewerVersion)
    insist(version.is_intact, refusals.TextWasChanged)
    insist(version.id not in closings_of(circle), refusals.AlreadyClosed)
    content = version.content
    insist(not content["so_far"], refusals.StillOpen)
    insist(plan_text.say_the_same(content, _as_now(picture)), refusals.ChangedSinceReading)
    places = signers(picture, versions, signatures_of(circle))
    insist(not any(place.must_answer_now for place in places), refusals.NotEverybodyAnswered)
    insist(any(place.answer and place.answer.choice != "not_now" for place in places), refusals.NobodyTakesPart)
    not_now = [place.person for place in places if place.answer and place.answer.choice == "not_now"]
    if any(plan_text.own_part(content, person) for person in not_now):
        for person in not_now:
            let_go(circle, person, now=now)
        picture = picture_of(circle, today=today)
        version = fix(circle, _as_now(picture), now=now)
        if any(place.must_answer_now for place in signers(picture, versions_of(circle), signatures_of(circle))):
            return version
    Closing.create(plan_version=version, at=now)
    Plan.update(provisional_at=None).where(Plan.circle == circle).execute()
    return version


def is_closed_this_evening(evening):
    """True when the plan was closed on this evening: nothing is left but handing out links and going home."""
    version = our_plan(evening.circle_id)
    return bool(version and evening.begun_at and closings_of(evening.circle_id)[version.id] >= evening.begun_at)


def let_go(circle, person, *, now):
    """Nothing to come stands in this person's name any more: their shifts are «Nog open», for what they took over
    somebody is looked for again, the deputy moves up, their promises are gone, their steps of plan B wait for somebody
    else. They stay in the circle."""
    today = now.astimezone(when.AMSTERDAM).date()
    since = from_now_on.since(plan_to_change(circle).start, today)
    for shift in roster.still_to_come(roster.shifts_of(circle), today):
        free = {part: None for part in roster.PARTS if getattr(shift, f"{part}_id") == person}
        if free and from_now_on.is_to_come(shift, since, now):
            freed = free | ({"still_open": True} if "person" in free else {})
            ended = from_now_on.end(shift, shift.version, since, now)
            left = from_now_on.go_on(shift, ended, **freed) if ended else change(shift, **freed)
            for part in free:
                roster.says_no(left, part, person, now=now)
    cancelling.give_back(circle, person, since.day)
    _leave_roles(plan_to_change(circle), person, now)
    for agreement in agreements_of(circle):
        if agreement.person_id == person:
            change(agreement, taken_back_at=now)
    for step in steps_of(circle):
        if step.person_id == person:
            change(step, person=None)


def sign_at_home(version, person, *, now, **answer):
    """An answer by link (see signing.sign). «Nu niet» after the closing lets go at once."""
    return _sign_oneself(version, person, via="link", now=now, **answer)


def sign_on_own_phone(version, person, *, seen, now, **answer):
    """An answer on one's own phone at the table, to the version with number `seen` (see signing.sign).

    It counts as one given on the sheet; whoever comes in after the closing and says «nu niet» is let go at once."""
    insist(str(version.number) == str(seen), refusals.NewerVersion)
    return _sign_oneself(version, person, via="phone", now=now, **answer)


def end_provisionally(circle, day, starts, place, *, today, now):
    """«Voorlopige afspraken»: the evening ends with what stands so far, until the next day is there.

    Fixes that text, so that everybody can read the same at home. Returns its version."""
    insist(day, refusals.NoNextDay)
    insist(day >= today, refusals.NextDayGoneBy)
    starts = needed_time(starts, field="starts") if starts else ""
    evening = meeting.present_meeting(circle)
    version = read_so_far(picture_of(circle, today=today), circle=circle, now=now)
    change(plan_to_change(circle), provisional_at=now)
    if evening and evening.state != "planned":
        meeting.end(evening, now=now)
    meeting.plan_meeting(circle, day=day, starts=starts, place=place)
    return version


def _sign_oneself(version, person, *, via, now, **answer):
    signature = sign(version, person, via=via, now=now, **answer)
    if signature.choice == "not_now" and version.id in closings_of(version.circle):
        let_go(version.circle, person.id, now=now)
    return signature


def changed_since(versions, picture):
    """(the last of these versions or None, the contents as they are now when they differ from it, else None)."""
    last = versions[-1] if versions else None
    if last is None or not last.is_intact:
        return last, None
    present = _as_now(picture)
    return last, None if plan_text.say_the_same(last.content, present) else present


def _as_now(picture):
    """The contents as they would be read now, by people who know what is still open."""
    return plan_text.contents_of(picture, still_open=[point.sentence for point in open_points(picture)])


def _leave_roles(plan, person, now):
    for first, deputy in PAIRS.items():
        if getattr(plan, f"{first}_id") == person:
            plan = change(plan, **{first: getattr(plan, f"{deputy}_id"), deputy: None})
        elif getattr(plan, f"{deputy}_id") == person:
            plan = change(plan, **{deputy: None})
    for role in ROLES:
        yes.take_back_yes(person, f"plan/{role}", now=now)
