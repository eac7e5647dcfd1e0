"""A week with one task and one shift in it, and what a page of it says, read the way people read it."""

import datetime as dt

import pytest

from netwerkberaad.domain.week import arranging, roster
from netwerkberaad.domain.week.from_now_on import Since


@pytest.fixture
def week(family):
    return f"/kring/{family.circle.id}/week"


@pytest.fixture
def shifts(family):
    return f"/kring/{family.circle.id}/vaste-beurten"


@pytest.fixture
def cooking(family, now):
    return roster.need(family.circle, "Koken", now=now)


@pytest.fixture
def on_sunday(family, cooking, now):
    """Oma Riet cooks on Sunday from four to five."""
    said = {"task": cooking, "person": family.oma_riet, "days": "6", "starts": "16:00"}
    made = arranging.take_on(family.circle, **said, since=Since(dt.date(2026, 10, 12)), now=now)
    return roster.shift_in(family.circle, made.id)


def fresh(shift):
    """The shift as it stands now."""
    return roster.shift_in(shift.circle_id, shift.id)


def errors(page):
    """What the page asks to look at again, or says that somebody else was first."""
    told = page.select(".error-summary li, .notice--warn p")
    return [item.get_text(" ", strip=True) for item in told if item.text]


def answers(page):
    """The three answers under the week."""
    return [" ".join(answer.text.split()) for answer in page.select(".week__answer p")]
