"""The week that is being looked at at the table, read once; everything is reached through the circle at the door."""

import datetime as dt

from flask import g, request

from netwerkberaad.domain import sharing, yes
from netwerkberaad.domain.agreeing import plan
from netwerkberaad.domain.circle import people_of
from netwerkberaad.domain.evening import meeting, offers
from netwerkberaad.domain.safety.company import company_of
from netwerkberaad.domain.week import from_now_on, roster, when
from netwerkberaad.domain.week.shift import told_in
from netwerkberaad.domain.week.week import Week, present_week
from netwerkberaad.web import clock


def week_seen():
    """The week of the date in the address (`vanaf`), else the one to begin with."""
    evening, ours = meeting.present_meeting(g.circle), plan.plan_of(g.circle)
    monday = _monday(evening, ours)
    return Week(
        monday=monday,
        tasks=roster.tasks_of(g.circle),
        shifts=roster.shifts_of(g.circle),
        people=people_of(g.circle),
        said=yes.said_in(g.circle),
        here=frozenset(person.id for person in meeting.at_the_table(evening)),
        offers=tuple(offers.offers_of(g.circle)),
        has_begun=(ours.start or dt.date.max) <= clock.today(),
        told=told_in(g.circle, monday, monday + 6 * when.A_DAY),
        lacks_company=company_of(g.circle).is_missing,
    )


def monday_seen():
    """The Monday of that week."""
    return _monday(meeting.present_meeting(g.circle), plan.plan_of(g.circle))


def since_seen():
    """From which day a change counts that is made while looking at that week (from_now_on.Since)."""
    ours = plan.plan_of(g.circle)
    return from_now_on.since(ours.start, clock.today(), _monday(meeting.present_meeting(g.circle), ours))


def _monday(evening, ours):
    shown = day_in(request.args.get("vanaf"))
    is_over = not sharing.table_is_open(evening)
    return when.monday(shown or present_week(ours.start, clock.today(), is_over=is_over))


def day_in(typed):
    """The date at the beginning of an address part ("2026-10-12", "2026-10-12T00:00:00+02:00"), or None."""
    try:
        day = dt.date.fromisoformat((typed or "")[:10])
    except ValueError:
        return None
    return day if 2000 < day.year < 2100 else None
