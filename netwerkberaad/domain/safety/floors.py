"""What must always hold (Dit moet altijd, R3): who asks it and why, by which rule, and whom it was agreed with.

The family cannot take it away; it decides how to meet it. Only whoever set it ends it, aloud and with a reason."""

from functools import cache

import peewee

from netwerkberaad.database import Moment, Record, Words, change, prepared, tidy
from netwerkberaad.domain import refusals
from netwerkberaad.domain.circle import Circle, Person, on_the_wall, people_of
from netwerkberaad.domain.evening import meeting, moving
from netwerkberaad.domain.refusals import insist
from netwerkberaad.domain.safety import checking
from netwerkberaad.domain.safety.floor_words import TAGS, built
from netwerkberaad.domain.taking_part import private_time
from netwerkberaad.domain.week import needs, roster, when

# What a rule of each kind says besides who asks it and why.
RULES = {
    "coverage": ("tag", "days", "min_per_day", "min_people", "max_share", "count_professionals"),
    "companion": ("person", "tag"),
    "min_people": ("min_people", "count_professionals"),
    "never_task": ("person", "tag"),
}
SAID_BY = {"family": "family_at", "setter": "setter_at"}
MOST = 10


class FloorRequirement(Record):
    """What must always hold: a sentence the family can read and a rule the program can check.

    kind         coverage, companion, min_people or never_task
    set_by       a professional who may set one; organisation: for whom they work
    words        the sentence the family reads
    first_day, last_day  local dates; None: from the day on which it was set, until the end of the plan
    tag, days, min_per_day, min_people, max_share (hundredths), person, count_professionals: see checking.Floor
    """

    circle = peewee.ForeignKeyField(Circle, backref="floors")
    kind = peewee.CharField()
    set_by = peewee.ForeignKeyField(Person, backref="floors_set")
    organisation = Words()
    reason = Words()
    words = Words()
    tag = peewee.CharField(default="")
    days = peewee.CharField(default="0123456")
    min_per_day = peewee.IntegerField(default=1)
    min_people = peewee.IntegerField(default=1)
    max_share = peewee.IntegerField(default=100)
    person = peewee.ForeignKeyField(Person, null=True, backref="floors_about")
    count_professionals = peewee.BooleanField(default=False)
    first_day = peewee.DateField(null=True)
    last_day = peewee.DateField(null=True)
    set_at = Moment()
    ended_at = Moment(null=True)
    why_ended = Words(default="")
    version = peewee.IntegerField(default=1)


class Trusted(Record):
    """Whose turns count for one floor, and for that one only. It counts when the family and the setter both said so;
    nobody is ever labelled. counted_until: the local date before which they did, when one of both took it back."""

    floor = peewee.ForeignKeyField(FloorRequirement, backref="trusted")
    person = peewee.ForeignKeyField(Person, backref="counts_for")
    family_at = Moment(null=True)
    setter_at = Moment(null=True)
    counted_until = peewee.DateField(null=True)

    class Meta:
        indexes = ((("floor", "person"), True),)


class FloorAllowed(Record):
    """The setter lets the plan begin although a floor is not met in its first week (G6). covers: the days and gaps it
    was said about ("2026-10-14 no_turns"); another gap is asked again."""

    floor = peewee.ForeignKeyField(FloorRequirement, backref="allowed")
    reason = Words()
    covers = peewee.CharField()
    at = Moment()


def setters(circle):
    """Who may set what must always hold: professionals of this circle with that mark, in order of joining."""
    may = (Person.may_set_floor, Person.part != "network", Person.part != "peer_expert")
    return list(
        Person.select(*on_the_wall())
        .where(Person.circle == circle, *may, Person.taken_back_at.is_null(), Person.merged_into.is_null())
        .order_by(Person.joined)
    )


def is_asked(circle):
    """Whether question 3.6 is asked here: somebody may set something, or something was set."""
    return bool(setters(circle)) or FloorRequirement.select().where(FloorRequirement.circle == circle).exists()


moving.asked_only_when["3.6"] = is_asked


def who_may_count(floor, people):
    """[(person, why they cannot count, or "")] for everybody who could come into question: adults outside the
    household."""
    asked = [p for p in people if floor.count_professionals or not p.is_professional]
    return [(person, cannot_count(floor, person)) for person in asked]


def cannot_count(floor, person):
    """Why the turns of this person can never count for this floor, as a Dutch sentence; "" when they can."""
    if not person.is_adult:
        return f"{person.name} is nog geen 18."
    if person.household or person.ring == 0:
        return f"{person.name} hoort bij het gezin zelf."
    if person.is_professional and not floor.count_professionals:
        return f"{person.name} is er voor het werk."
    return ""


def set_floor(circle, kind, *, set_by, organisation, reason, words="", first_day=None, last_day=None, now, **rule):
    """Somebody who may do so says what must always hold. Without a rule to measure, a named setter and a reason it is
    not kept. `words` "": the sentence that follows from the rule (floor_words.built).

    rule: what RULES names for this kind; person is a Person of this circle."""
    insist(kind in RULES, refusals.NoFloorKind)
    rule = {name: value for name, value in rule.items() if name in RULES[kind] and value is not None}
    _insist_on_a_rule(circle, kind, rule)
    insist(set_by, refusals.NoSetter)
    insist(set_by.id in [person.id for person in setters(circle)], refusals.MayNotSetFloor)
    organisation, reason, words = tidy(organisation or ""), tidy(reason or ""), tidy(words or "")
    insist(organisation, refusals.NoOrganisation)
    insist(reason, refusals.NoReason)
    insist(not (first_day and last_day) or first_day <= last_day, refusals.LastBeforeFirst)
    return FloorRequirement.create(
        circle=circle,
        kind=kind,
        set_by=set_by,
        organisation=organisation,
        reason=reason,
        words=words or sentence_of(circle, kind, **rule),
        first_day=first_day,
        last_day=last_day,
        set_at=now,
        **rule,
    )


def sentence_of(circle, kind, **rule):
    """The sentence that follows from these choices, also while some are still to be made."""
    children = [person.name for person in people_of(circle) if person.ring == 0 and person.is_child]
    chosen = {name: value for name, value in rule.items() if name in RULES[kind] and value is not None}
    return built(FloorRequirement(kind=kind, **chosen), children=children)


def say_who_counts(floor, who, *, by, counts=True, now):
    """Said aloud for this floor only: turns of this person (their number) count, or do not any more, in the eyes of
    the "family" or of the "setter". Of whoever both said it they count; days gone by
    keep who counted then.

    What the setter says is only written down while they are there."""
    _insist_it_stands(floor)
    insist(floor.kind in checking.AGREED_WITH, refusals.NobodyIsAsked)
    person = next((one for one in people_of(floor.circle_id) if one.id == who), None)
    insist(person and by in SAID_BY, refusals.NotThisCircle)
    insist(not counts or not cannot_count(floor, person), refusals.NotToBeTrusted(cannot_count(floor, person)))
    if by == "setter":
        _insist_the_setter_is_there(floor)
    said = {SAID_BY[by]: now if counts else None}
    if not counts and ticks_of(floor).get(who) == (True, True):  # on the days gone by their turns did count
        said["counted_until"] = now.astimezone(when.AMSTERDAM).date()
    Trusted.insert(floor=floor, person=person, **said).on_conflict(
        conflict_target=[Trusted.floor, Trusted.person], update=said
    ).execute()


def count_task(floor, task, *, counts=True, since=None, now):
    """It is about this task (its number), or no more; what went by (since) stays. What another is about stays there."""
    _insist_it_stands(floor)
    insist(floor.tag, refusals.NobodyIsAsked)
    about = roster.task_in(floor.circle_id, task)
    taken = {other.tag for other in floors_of(floor.circle_id) if other.tag} - {floor.tag}
    insist(about.tag not in taken, refusals.CountsElsewhere(about.what))
    if counts != (about.tag == floor.tag):
        needs.change_kind(about, floor.tag if counts else "", since=since, now=now)


def end(floor, reason, *, seen=None, now):
    """It need not be any more: said aloud by the setter, with a reason."""
    _insist_it_stands(floor)
    insist(tidy(reason or ""), refusals.NoReason("Typ nog waarom dit niet meer hoeft."))
    _insist_the_setter_is_there(floor)
    ended = change(floor, seen, ended_at=now, why_ended=reason)
    insist(ended, refusals.ChangedMeanwhile)
    return ended


def allow(floor, reason, *, gaps, now):
    """The setter lets the plan begin with these gaps in its first week (G6): said aloud, with a reason.

    gaps: what week_of_floors.gaps names, as a list of words."""
    _insist_it_stands(floor)
    insist(gaps, refusals.NothingToAllow)
    insist(tidy(reason or ""), refusals.NoReason("Typ nog waarom het plan toch mag beginnen."))
    _insist_the_setter_is_there(floor)
    return FloorAllowed.create(floor=floor, reason=reason, covers=" ".join(sorted(gaps)), at=now)


def floors_of(circle):
    """What must always hold now, with who set it and whom it is about, in the order in which it was set."""
    return _standing(circle)


@prepared
def _standing(circle):
    return _with_people().where(FloorRequirement.circle == circle, FloorRequirement.ended_at.is_null())


def ended_of(circle):
    """What need not be any more, and why."""
    return list(_with_people().where(FloorRequirement.circle == circle, FloorRequirement.ended_at.is_null(False)))


def floor_in(circle, number):
    """The floor of this circle with that number, also one that ended. Raises Stranger when there is none."""
    found = _with_people().where(FloorRequirement.circle == circle, FloorRequirement.id == number).first()
    insist(found, refusals.Stranger)
    return found


def ticks_of(floor):
    """{person id: (said by the family, said by the setter)}."""
    rows = Trusted.select(Trusted.person, Trusted.family_at, Trusted.setter_at).where(Trusted.floor == floor)
    return {who: (bool(family), bool(setter)) for who, family, setter in rows.tuples()}


def counting_in(circle):
    """Who counts for which floor, by both their words: {floor id: frozenset of person ids}."""
    both = (Trusted.family_at.is_null(False), Trusted.setter_at.is_null(False))
    rows = (
        Trusted.select(Trusted.floor, Trusted.person)
        .join(FloorRequirement)
        .where(FloorRequirement.circle == circle, *both)
    )
    found = {}
    for floor, person in rows.tuples():
        found.setdefault(floor, set()).add(person)
    return {floor: frozenset(people) for floor, people in found.items()}


def counted_in(circle):
    """Who counted for which floor before, until which date: {floor id: [(person id, local date)]}."""
    found = {}
    rows = Trusted.select(Trusted.floor, Trusted.person, Trusted.counted_until).join(FloorRequirement)
    for floor, *counted in rows.where(FloorRequirement.circle == circle, Trusted.counted_until.is_null(False)).tuples():
        found.setdefault(floor, []).append(tuple(counted))
    return found


def allowed_in(circle):
    """What the setters allowed in this circle, the newest last."""
    rows = FloorAllowed.select().join(FloorRequirement).where(FloorRequirement.circle == circle)
    return list(rows.order_by(FloorAllowed.id))


def _insist_on_a_rule(circle, kind, rule):
    wanted = RULES[kind]
    insist("tag" not in wanted or rule.get("tag") in TAGS, refusals.NoFloorTag)
    insist("days" not in wanted or set(rule.get("days", "0123456")) & set("0123456"), refusals.NoDayNamed)
    for name in ("min_per_day", "min_people"):
        insist(name not in rule or 1 <= rule[name] <= MOST, refusals.CountOutOfBounds(field=name))
    insist(1 <= rule.get("max_share", 100) <= 100, refusals.NoShare)
    if "person" in wanted:
        person = rule.get("person")
        insist(person and person.circle_id == circle.id and not person.is_professional, refusals.NobodyMeant)


def _insist_it_stands(floor):
    insist(floor.ended_at is None, refusals.FloorHasEnded)


def _insist_the_setter_is_there(floor):
    """At the table or on the telephone; not while the family talks alone."""
    evening = meeting.present_meeting(floor.circle_id)
    there = {person.id for person in meeting.at_the_table(evening)}
    is_there = floor.set_by_id in there and not private_time.is_on(evening)
    insist(is_there, refusals.SetterNotHere(Person.get_by_id(floor.set_by_id).name))


@cache
def _with_people():
    setter, about = Person.alias(), Person.alias()
    return (
        FloorRequirement.select(FloorRequirement, *on_the_wall(setter), *on_the_wall(about))
        .join_from(FloorRequirement, setter, on=(FloorRequirement.set_by == setter.id), attr="set_by")
        .join_from(
            FloorRequirement, about, peewee.JOIN.LEFT_OUTER, on=(FloorRequirement.person == about.id), attr="person"
        )
        .order_by(FloorRequirement.id)
    )
