"""The database: a sentence built once asks for whatever it is given."""

import pytest

from netwerkberaad.database import change, prepared
from netwerkberaad.domain.circle import Person
from tests import cast


@prepared
def named_in(circle, name):
    return Person.select().where(Person.circle == circle, Person.name == name).limit(1)


@pytest.fixture
def ours(db, now):
    return cast.family(now)


def test_a_sentence_built_once_asks_with_other_values_each_time(ours, now):
    theirs = cast.strangers(now, ours.team)
    assert named_in(ours.circle.id, "Wendy") == [ours.wendy]
    assert named_in(ours.circle.id, "Karim") == [ours.karim]
    assert named_in(theirs.circle.id, "Wendy") == [theirs.wendy]
    assert named_in(ours.circle.id, "Niemand") == []


@pytest.mark.parametrize("seen", ["", "twee", "-1", "²"])
def test_a_version_that_is_none_changes_nothing(ours, seen):
    assert change(ours.wendy, seen, ring=3) is None
    assert Person.get_by_id(ours.wendy.id).ring == 1
