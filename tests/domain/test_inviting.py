"""Who may be there next time: a parent says it, ring by ring."""

import pytest

from netwerkberaad.domain import circle, refusals
from netwerkberaad.domain.discovering import card, inviting, naming
from tests import cast


@pytest.fixture
def family(db, now):
    return cast.family(now)


def test_inviting_goes_ring_by_ring(family, now):
    assert inviting.invite(family.circle, family.wendy, "yes", now=now).invite == "yes"
    with pytest.raises(refusals.RingNotOpen):
        inviting.invite(family.circle, family.hanneke, "yes", now=now)
    inviting.open_next_ring(family.circle, "2")
    inviting.open_next_ring(family.circle, "2")
    assert circle.Circle.get_by_id(family.circle.id).inviting_ring == 2
    assert inviting.invite(family.circle, family.hanneke, "later", now=now).invite == "later"


def test_a_suggestion_is_not_invited_before_the_family_says_yes(family, now):
    (olena,) = naming.name_people(family.circle, "Olena", question="2.10", now=now)
    family.circle.inviting_ring = 2
    with pytest.raises(refusals.NotInTheCircleYet):
        inviting.invite(family.circle, olena, "yes", now=now)
    olena = card.welcome(family.circle, olena, now=now)
    assert (olena.status, inviting.invite(family.circle, olena, "yes", now=now).invite) == ("named", "yes")
