"""What somebody can carry is for their own eyes: no byte anywhere else depends on it, whatever the table does."""

# ruff: noqa: F811 — a fixture of another file and the argument that asks for it share their name
import re

import pytest

from netwerkberaad.domain.evening import meeting, numbers
from netwerkberaad.domain.evening.questions import FLOW, PRIVATE
from netwerkberaad.domain.taking_part import carrying
from tests import test_who_sees_what as doors
from tests.test_who_sees_what import told  # noqa: F401

BOTH = ({}, {"HX-Request": "true", "HX-Request-Type": "partial"})
MEETING = ("vraag/3.3", "vraag/3.4", "vraag/3.5", *(f"vraag/{code}" for code in PRIVATE), "bijeenkomst", "aanwezig")


def without_what_differs(response):
    """The page without its tokens, its keys and the number that says that something changed."""
    tokens = (
        r'name="(csrf_token|once)" value="[^"]*"|"X-CSRFToken": "[^"]*"|data-number="\d+"|data-token="[^"]*"|data: \d+'
    )
    return re.sub(tokens, "", response.text)


@pytest.fixture
def windows(app, browse, told, now, marije):
    """Everybody who looks along: [(browser, the addresses they may ask for)]."""
    table = [f"/kring/{told.circle.id}/{path}" for path in (*MEETING, "afstandsbediening", "stroom", "week")]
    wall = [f"/scherm/{told.circle.id}/{path}" for path in (*MEETING, "stroom", "week", "afspraken/6.1")]
    pens = [f"/avond/pen/{told.circle.id}/{path}" for path in (*MEETING, "stroom")]
    phone = ["/avond", "/avond/stroom", "/avond/plan"]
    return [
        (marije, [*table, f"/kringen/{told.circle.id}", f"/kringen/{told.circle.id}/wat-delen-we"]),
        (doors.with_screen(app, browse, told, now), wall),
        (doors.with_the_pen(app, browse, told, now), [*pens, *phone]),
        (doors.with_phone(app, browse, told, told.jesse, now), phone),
        (doors.a_professional_s_phone(app, browse, told, now), phone),
        (doors.member(app, browse, told, now), ["/mijn"]),
    ]


def seen_by_everybody(windows, told, *codes):
    for code in codes:
        meeting.stand_at(told.meeting, code)
        for browser, addresses in windows:
            for address in addresses:
                for headers in BOTH:
                    response = browser.client.get(address, headers=headers)
                    assert response.status_code < 500, address
                    yield address, without_what_differs(response)


def test_no_byte_depends_on_how_much_somebody_carries_or_how_long(windows, told, now):
    def seen(most, stamina):
        for person in (told.karim, told.oma_riet, told.lotte):
            carrying.tell(person, max_per_week=most, stamina=stamina, how="own", now=now)
        return list(seen_by_everybody(windows, told, "4.6", "4.7"))

    assert seen(1, "week") == seen(21, "long")


def test_no_byte_depends_on_when_somebody_cannot(windows, told, now):
    def seen(cannot):
        for person in (told.karim, told.oma_riet, told.lotte):
            carrying.tell(person, max_per_week=2, cannot=cannot, how="own", now=now)
        return list(seen_by_everybody(windows, told, "4.6", "5.1"))

    assert seen([]) == seen(["0o", "1o", "1m", "1a", "2a"])


def test_no_byte_depends_on_which_numbers_wait_or_who_gave_which(windows, told, now):
    """Two tables that differ in their numbers only look the same through every door, until they are shown."""
    asked = (told.lotte, told.karim, told.oma_riet, told.hanneke)

    def seen(given):
        for person, number in zip(asked, given, strict=True):
            numbers.rate(told.circle, number, person=person, now=now)
        return list(seen_by_everybody(windows, told, "3.3", "3.4"))

    waiting = seen([2, 2, 9, 9])
    assert seen([9, 9, 2, 2]) == waiting
    numbers.show(told.meeting, now=now)
    shown = seen([9, 9, 2, 2])
    assert shown != waiting
    assert seen([2, 2, 9, 9]) == shown


def test_no_byte_depends_on_who_gave_or_changed_or_took_back_a_number_after_they_were_shown(windows, told, now):
    asked = (told.lotte, told.karim, told.oma_riet, told.hanneke)
    for person, number in zip(asked, (2, 2, 9, 9), strict=True):
        numbers.rate(told.circle, number, person=person, now=now)
    numbers.show(told.meeting, now=now)
    shown = list(seen_by_everybody(windows, told, "3.3", "3.4"))
    numbers.rate(told.circle, 3, person=told.lotte, now=now)
    numbers.pass_by(told.circle, person=told.karim, now=now)
    numbers.rate(told.circle, 5, person=told.noor, now=now)
    assert list(seen_by_everybody(windows, told, "3.3", "3.4")) == shown


def test_what_somebody_would_rather_not_do_reaches_no_phone_but_their_own(app, browse, windows, told, now):
    karims = doors.with_phone(app, browse, told, told.karim, now)
    own = {boundary.what for boundary in carrying.boundaries_of(told.karim)}
    read = set()
    for code in FLOW:
        meeting.stand_at(told.meeting, code)
        for browser, addresses in windows:
            if "/avond" in addresses:
                assert doors.leaked(browser.client.get("/avond").data) == [], code
        read |= set(doors.leaked(karims.client.get("/avond").data))
    assert read == own
