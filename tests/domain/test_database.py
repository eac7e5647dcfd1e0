"""The database: a sentence built once asks for whatever it is given, and says what peewee would have said."""

import peewee
import pytest

from netwerkberaad.database import change, prepared
from netwerkberaad.domain.circle import Circle, Person
from netwerkberaad.domain.evening.offers import Offer
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
    assert named_in(theirs.circle, "Wendy") == [theirs.wendy]


Another = Person.alias()
SENTENCES = {
    "all of it": Person.select(),
    "joined": Offer.select(Offer, Person).join(Person).join(Circle).where(Circle.title == "x", Person.ring.in_([1, 2])),
    "by two names": Person.select(Person.id, Another.name).join(Another, on=(Person.supporter == Another.id)),
    "within another": Circle.select().where(
        Circle.id.in_(Person.select(Person.circle).where(Person.hue > Person.ring))
    ),
    "changed": Person.update(ring=Person.ring + 1, name="Wendy").where(Person.circle == 3, Person.age.is_null()),
    "gone": Person.delete().where(Person.name == "Wendy"),
    "new": Offer.insert(what="Koken", person=3, said_at=None).on_conflict_ignore(),
    "counted": Person.select(Person.circle, peewee.fn.COUNT(Person.id).alias("many")).group_by(Person.circle),
}


@pytest.mark.parametrize("query", SENTENCES.values(), ids=SENTENCES)
def test_columns_are_named_as_peewee_names_them(db, monkeypatch, query):
    ours = query.clone().sql()
    monkeypatch.setattr(peewee.Field, "__sql__", lambda field, ctx: ctx.sql(field.column))
    assert query.clone().sql() == ours


def test_a_new_record_is_kept_as_it_was_given(ours, now):
    given = Offer.create(circle=ours.circle, person=ours.wendy, what=" Koken\r\nen eten ", said_at=now)
    kept = Offer.get(Offer.id == given.id)
    assert (kept.circle, kept.person, kept.said_at, kept.kind) == (ours.circle, ours.wendy, now, "can")
    assert kept.what == "Koken\nen eten"
    assert not given.is_dirty()
    given.what = "Bakken"
    assert given.save() == 1
    assert Offer.get_by_id(given.id).what == "Bakken"


def test_a_new_record_may_bring_its_number_and_count_in_the_database(ours, now):
    given = {"circle": ours.circle, "person": ours.wendy, "what": "Koken", "said_at": now}
    assert Offer.create(**given, id=77).id == 77
    assert Offer.get_by_id(Offer.create(**given | {"what": peewee.fn.UPPER("koken")}).id).what == "KOKEN"


def test_a_new_record_without_what_it_needs_is_not_kept(ours, now):
    with pytest.raises(peewee.IntegrityError):
        Offer.create(circle=ours.circle, said_at=now)
    with pytest.raises(ValueError, match="time zone"):
        Offer.create(circle=ours.circle, person=ours.wendy, said_at=now.replace(tzinfo=None))


@pytest.mark.parametrize("seen", ["", "twee", "-1", "²"])
def test_a_version_that_is_none_changes_nothing(ours, seen):
    assert change(ours.wendy, seen, ring=3) is None
    assert Person.get_by_id(ours.wendy.id).ring == 1
