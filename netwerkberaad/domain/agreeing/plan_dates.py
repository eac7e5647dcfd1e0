"""How long we follow the plan, when we look back, and how soon we meet again if it does not run (R8, R9)."""

import datetime as dt

from netwerkberaad.database import change, tidy
from netwerkberaad.domain import refusals, undo
from netwerkberaad.domain.agreeing.plan import plan_to_change
from netwerkberaad.domain.refusals import insist
from netwerkberaad.domain.week import when

MOST_WEEKS = 26
MOST_DAYS_TO_RETRY = 28


def follow_for(circle, weeks, start, *, seen=None, now):
    """How many weeks (1 to 26) the circle follows this plan, from which day. It ends the day before the next week."""
    insist(weeks is not None and 1 <= weeks <= MOST_WEEKS, refusals.WeeksOutOfReach)
    insist(start, refusals.NoStartNamed)
    return _agreed(circle, "De duur staat erin.", seen, now, weeks=weeks, start=start)


def look_back_on(circle, day, time, place, *, seen=None, today, now):
    """When and where the circle looks back: a day to come, within the plan, at a time that exists that day."""
    insist(day, refusals.NoReviewDay)
    insist(day >= today, refusals.ReviewGoneBy)
    time = needed_time(time, field="time")
    insist(when.exists(day, time), refusals.ClockSkipsThis(field="time"))
    start, end = _span(circle)
    insist(start is None or day >= start, refusals.ReviewBeforeStart)
    insist(end is None or day <= end, refusals.ReviewAfterEnd)
    return _agreed(
        circle,
        "Het terugkijken staat erin.",
        seen,
        now,
        review_day=day,
        review_time=time,
        review_place=tidy(place or ""),
    )


def meet_again_within(circle, days, *, seen=None, now):
    """Within how many days the circle meets when the plan does not run (R9)."""
    insist(days is not None and 1 <= days <= MOST_DAYS_TO_RETRY, refusals.RetryOutOfReach)
    return _agreed(circle, "Dat staat erin.", seen, now, retry_within_days=days)


def let_read(circle, members, facilitator, week, *, seen=None, now):
    """Who may read the logbook, and whether the facilitator still sees map and week after tonight (6.3)."""
    return _agreed(
        circle,
        "Wie meeleest, staat erin.",
        seen,
        now,
        members_read_log=members,
        facilitator_reads_log=facilitator,
        facilitator_sees_week=week,
    )


def needed_time(typed, *, field):
    """ "17:30" from what was typed («half zes» too). Refuses, under `field`, when there is no such time."""
    insist(typed, refusals.NoTimeNamed(field=field))
    read = when.read_time(typed)
    insist(read, refusals.NoSuchTime(field=field))
    return read


def first_monday_after(today):
    """The day a new plan usually starts."""
    return today + dt.timedelta(days=7 - today.weekday())


def _span(circle):
    plan = plan_to_change(circle)
    return plan.start, plan.end


def _agreed(circle, sentence, seen, now, **fields):
    plan = plan_to_change(circle)
    before = {name: getattr(plan, name) for name in fields}
    if before == fields:
        return plan
    changed = change(plan, seen, **fields)
    insist(changed, refusals.ChangedMeanwhile)
    undo.remember(circle, "plan", changed, sentence, before=before, now=now)
    return changed
