"""«Maak ongedaan» on the page: offered while it can be done; else it says why not, and never with a green check."""

import pytest

from netwerkberaad.domain import undo
from netwerkberaad.domain.circle import Person, change_person
from netwerkberaad.domain.discovering import naming
from netwerkberaad.domain.week import arranging, needs, roster
from tests.web.proposal_cast import MONDAY, put, standing

SAID_YES = "Iemand zei hier al ja op. Haal de naam weg bij de beurt zelf."
CHANGED = "Hier is daarna nog iets aan veranderd. Daarom kan het niet in één keer terug."


@pytest.fixture
def week(open_week):
    return f"/kring/{open_week.circle.id}/week?vanaf={MONDAY}"


@pytest.fixture
def placed(marije, open_week, proposal):
    """The week right after two names were placed by the program, with the way back."""
    page = marije.submit(marije.get(proposal), "/week/voorstel")
    assert offered(page) == "2 namen staan in de week."
    return page


def offered(page):
    """What can be undone, as the page says it; None when nothing can."""
    bar = page.select_one(".undo-bar p")
    return bar.text if bar else None


def told(page):
    """[(what the page tells, whether it looks done)]"""
    return [
        (" ".join(one.text.split()), "#check" in one.select_one("use")["href"]) for one in page.select(".notice--told")
    ]


def wendy_says_yes(family, now):
    wendys = next(shift for shift in roster.shifts_of(family.circle) if shift.person_id == family.wendy.id)
    roster.says_yes(wendys, "person", family.wendy, how="own", now=now)


def test_after_a_yes_the_way_back_is_gone_and_who_still_sees_it_reads_why(marije, open_week, week, placed, now):
    wendy_says_yes(open_week, now)
    assert offered(marije.get(week)) is None
    page = marije.submit(placed, "/terugdraaien")
    assert told(page) == [(SAID_YES, False)]
    assert offered(page) is None
    assert standing(open_week) == [("Hanneke", "4"), ("Wendy", "1")]


def test_after_another_change_it_says_that_it_cannot_go_back_in_one_go(marije, open_week, week, placed, now):
    hannekes = next(shift for shift in roster.shifts_of(open_week.circle) if shift.days == "4")
    roster.RegularShift.update(minutes=90, version=hannekes.version + 1).where(
        roster.RegularShift.id == hannekes.id
    ).execute()
    assert offered(marije.get(week)) is None
    assert told(marije.submit(placed, "/terugdraaien")) == [(CHANGED, False)]


def test_what_is_done_next_can_be_undone_again(marije, open_week, week, placed, now):
    wendy_says_yes(open_week, now)
    needs.add_task(open_week.circle, "De hond uitlaten", now=now)
    page = marije.get(week)
    assert offered(page) == "De hond uitlaten ligt erbij."
    page = marije.submit(page, "/terugdraaien")
    assert (offered(page), told(page)) == (None, [])


def test_what_people_placed_themselves_is_still_taken_back_after_a_yes(marije, open_week, week, now):
    shift = put(open_week, open_week.cooking, "2", "17:30", now)
    arranging.give_to(shift, seen=shift.version, person=open_week.wendy, now=now)
    wendy_says_yes(open_week, now)
    page = marije.get(week)
    assert offered(page)
    assert told(marije.submit(page, "/terugdraaien")) == []


def test_a_name_of_which_the_card_was_changed_since_is_not_offered_on_the_map(marije, family, now):
    naming.name_people(family.circle, "Olena", question="2.2", now=now)
    at = f"/kring/{family.circle.id}/kaart"
    page = marije.get(at)
    assert "Olena" in offered(page)
    change_person(Person.get(Person.name == "Olena"), relation="buurvrouw")
    assert offered(marije.get(at)) is None
    assert told(marije.submit(page, "/terugdraaien")) == [(CHANGED, False)]
    assert undo.last_deed(family.circle, "kring") is None
