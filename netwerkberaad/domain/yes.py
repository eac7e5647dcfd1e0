"""Only the person concerned says yes (R1): who, to what exactly, how and when."""

import peewee

from netwerkberaad.database import Moment, Record, prepared
from netwerkberaad.domain.circle import Circle, Person

NO = "no"
PRIVATE = "private/"  # a matter that begins like this is for the eyes of whoever said it


class Yes(Record):
    """One yes. `matter` says what is asked ("regular_shift/12/person", "plan/contact_person"); `promise` says
    to what exactly ("di 17:30 60 weekly …"): when that changes, the yes no longer covers it and is asked again.
    how: spoken (said aloud, tapped at the table), own (tapped on the own phone), signed; or no: they would rather do
    something else, and nobody asks exactly this again by itself."""

    circle = peewee.ForeignKeyField(Circle, backref="yeses")
    person = peewee.ForeignKeyField(Person, backref="yeses")
    matter = peewee.CharField()
    promise = peewee.CharField()
    how = peewee.CharField()
    at = Moment()
    withdrawn_at = Moment(null=True)

    class Meta:
        indexes = ((("person", "matter", "promise"), True),)


def say_yes(circle, person, matter, promise, *, how, now):
    """This person says yes to exactly this. Saying it twice is saying it once, the first time."""
    since = peewee.Case(None, ((Yes.withdrawn_at.is_null(), Yes.at),), now)
    Yes.insert(circle=circle, person=person, matter=matter, promise=promise, how=how, at=now).on_conflict(
        conflict_target=[Yes.person, Yes.matter, Yes.promise],
        update={Yes.how: how, Yes.at: since, Yes.withdrawn_at: None},
    ).execute()


def take_back_yes(person, matter, *, now):
    """This person says «Liever anders»: their yes to this matter no longer stands."""
    Yes.update(withdrawn_at=now).where(Yes.person == person, Yes.matter == matter).execute()


def say_no(circle, person, matter, promise, *, now):
    """«Liever anders», to exactly this: no yes of theirs to this matter stands any more."""
    take_back_yes(person, matter, now=now)
    no = {"how": NO, "withdrawn_at": now}
    Yes.insert(circle=circle, person=person, matter=matter, promise=promise, at=now, **no).on_conflict(
        conflict_target=[Yes.person, Yes.matter, Yes.promise], update=no
    ).execute()


def declined_in(circle):
    """What people would rather not do: {(person id, matter, promise)}."""
    rows = Yes.select(Yes.person, Yes.matter, Yes.promise).where(Yes.circle == circle, Yes.how == NO)
    return set(rows.tuples())


def hold_apart(person, whole, piece):
    """What was said to the whole holds for a piece of it that stands apart from now on: it was said to that too.

    whole, piece: (matter, promise). Without a yes to the whole nothing is kept."""
    said = Yes.get_or_none(
        Yes.person == person, Yes.matter == whole[0], Yes.promise == whole[1], Yes.withdrawn_at.is_null()
    )
    if said:
        say_yes(said.circle_id, person, *piece, how=said.how, now=said.at)


def keep_noes(whole, piece):
    """Whoever would rather do something else than the whole (matter, promise) is not asked for a piece of it either."""
    for said in list(Yes.select().where(Yes.matter == whole[0], Yes.promise == whole[1], Yes.how == NO)):
        say_no(said.circle_id, said.person_id, *piece, now=said.at)


def said_in(circle):
    """Every yes that stands in the circle: {(person id, matter, promise): how}; what is private is not even fetched."""
    return {(person, matter, promise): how for person, matter, promise, how in _said_aloud(circle)}


@prepared
def _said_aloud(circle):
    standing = (Yes.circle == circle, Yes.withdrawn_at.is_null(), ~Yes.matter.startswith(PRIVATE))
    return Yes.select(Yes.person, Yes.matter, Yes.promise, Yes.how).where(*standing).tuples()


def given_at(circle):
    """The same with when it was said instead of how: {(person id, matter, promise): moment}."""
    rows = Yes.select(Yes.person, Yes.matter, Yes.promise, Yes.at).where(
        Yes.circle == circle, Yes.withdrawn_at.is_null(), ~Yes.matter.startswith(PRIVATE)
    )
    return {(person, matter, promise): at for person, matter, promise, at in rows.tuples()}


def stood_in(circle):
    """Every yes of this circle with the moments between which it stood (until None: it stands):
    {matter: [(person id, promise, at, until)]}."""
    rows = Yes.select(Yes.matter, Yes.person, Yes.promise, Yes.at, Yes.withdrawn_at).where(
        Yes.circle == circle, ~Yes.matter.startswith(PRIVATE)
    )
    found = {}
    for matter, *one in rows.tuples():
        found.setdefault(matter, []).append(tuple(one))
    return found


def said_in_private(person, matter):
    """To what exactly this person said yes for their own eyes, as [promise]."""
    own = (Yes.person == person, Yes.matter == matter, Yes.withdrawn_at.is_null())
    return [promise for (promise,) in Yes.select(Yes.promise).where(*own).tuples()]
