"""A family in step 5 of whom something in the week is open, and what the page of a proposal says."""

import datetime as dt

import pytest

from netwerkberaad.domain.evening import meeting, offering
from netwerkberaad.domain.week import arranging, roster
from netwerkberaad.domain.week.from_now_on import Since

MONDAY = dt.date(2026, 10, 12)


@pytest.fixture
def open_week(family, now):
    """In step 5: somebody must cook on two days. Wendy offered to cook on Tuesday, Hanneke to call."""
    meeting.stand_at(family.meeting, "4.3")
    offering.offer(family.circle, "Koken op dinsdag", person=family.wendy, now=now)
    offering.offer(family.circle, "Bellen", person=family.hanneke, now=now)
    meeting.stand_at(family.meeting, "5.1")
    family.cooking = roster.need(family.circle, "Samen koken", now=now)
    put(family, family.cooking, "14", "17:30", now)
    return family


def put(family, task, days, starts, now):
    made = arranging.place(family.circle, task=task, days=days, starts=starts, since=Since(MONDAY), now=now)
    return roster.shift_in(family.circle, made.id)


@pytest.fixture
def proposal(open_week):
    return f"/kring/{open_week.circle.id}/week/voorstel"


def proposed(page):
    """[(what, why)] as the page says it."""
    said = [
        (one.select_one(".proposal__what"), one.select_one(".proposal__why")) for one in page.select(".proposal__one")
    ]
    return [(" ".join(what.text.split()), " ".join(why.text.split())) for what, why in said]


def days_of(page):
    """[(what, weekday)] as the page says it."""
    return [
        (one.text, day.legend.text) for day in page.select(".proposal__day") for one in day.select(".proposal__what")
    ]


def standing(family):
    return sorted((s.person.name if s.person else "", s.days) for s in roster.shifts_of(family.circle))
