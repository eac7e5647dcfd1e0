"""Phones at the table in tests: let in already, each its owner's own, and the question where the evening is."""

import pytest

from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.taking_part.joining import Guest
from netwerkberaad.web import passes
from netwerkberaad.web.doors import GUEST_PASS

__all__ = ["phone_inside", "we_are_at"]


@pytest.fixture
def phone_inside(app, browse, family, now):
    """phone_inside(family.wendy): that person's own phone at the table, let in."""

    def let_in(person):
        visitor = browse()
        guest = Guest.create(meeting=family.meeting, person=person, joined_at=now, confirmed_at=now, seen_at=now)
        with app.test_request_context():
            seal = passes._seal(GUEST_PASS).dumps([guest.id, int(now.timestamp()) + 3600])
        visitor.client.set_cookie(GUEST_PASS, seal, path="/avond")
        return visitor

    return let_in


@pytest.fixture
def we_are_at(family):
    """we_are_at("6.9"): from now on the table is at that question."""
    return lambda code: meeting.stand_at(family.meeting, code)
