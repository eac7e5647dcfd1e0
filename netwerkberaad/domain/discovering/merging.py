"""One person typed twice: everything that hangs on the second row moves to the first. Two Annas stay two."""

import peewee

from netwerkberaad.domain import circle, records, refusals, undo
from netwerkberaad.domain.after import consent, links
from netwerkberaad.domain.agreeing import plan, signing
from netwerkberaad.domain.circle import Person
from netwerkberaad.domain.discovering.card import with_letters
from netwerkberaad.domain.refusals import insist
from netwerkberaad.domain.taking_part import carrying
from netwerkberaad.domain.week import roster

# Whoever stands in one of these places cannot stand in another one beside it for themselves.
_NOT_TWICE = {
    roster.RegularShift: (("person", "stand_in"), ("person", "companion"), ("stand_in", "companion")),
    plan.Plan: (("contact_person", "deputy"), ("cancel_with", "cancel_deputy")),
}
_CAREFUL_INVITES = ("not_now", "later", "yes", "")
_SURE_TIES = ("strong", "weak", "lost", "ordinary")
_STATUSES = ("member", "named", "guest", "suggested")


def who_stays(one, other):
    """(who stays, who goes up in them). What was signed stays as it was, so whoever signed is the one who stays.

    Refuses when they are the same row, or both have signed."""
    insist(one.id != other.id and one.circle_id == other.circle_id, refusals.SamePerson)
    signed = {
        person
        for (person,) in signing.Signature.select(signing.Signature.person)
        .where(signing.Signature.person.in_([one, other]))
        .tuples()
    }
    insist(len(signed) < 2, refusals.BothSigned)
    return (other, one) if other.id in signed else (one, other)


def united(keep, double):
    """What is known of the two together, as fields for the one who stays: the nearest ring, every kind of support.

    Where what was said differs, the more careful answer stands."""
    nearer = keep if keep.ring <= double.ring else double

    def said(field, nothing=""):
        return getattr(keep, field) if getattr(keep, field) != nothing else getattr(double, field)

    def surest(field, order):
        return min(getattr(keep, field), getattr(double, field), key=order.index)

    texts = {field: said(field) for field in ("relation", "lives", "phone", "email", "job", "named_in")}
    marks = ("household", "influence", "cares", "trusted_by_child", "gives_back", "interpreter", "may_set_floor")
    return {
        **texts,
        **{field: getattr(keep, field) or getattr(double, field) for field in marks},
        "ring": nearer.ring,
        "group": nearer.group,
        "part": keep.part if keep.part != "network" else nearer.part,
        "support": with_letters(keep.support + double.support),
        "tie": surest("tie", _SURE_TIES),
        "age": said("age", None),
        "invite": surest("invite", _CAREFUL_INVITES),
        "status": surest("status", _STATUSES),
        "language": said("language", "nl"),
        "notify": said("notify", "normal"),
        "visibility": said("visibility", "circle"),
    }


def preview(keep, double):
    """The one who stays as they would be known afterwards, to read before it is done. Changes nothing."""
    return circle.as_if(keep, **united(keep, double))


def merge(one, other, *, now):
    """«Zelfde persoon»: one row stays and knows what both knew; the other only points there. Returns who stays.

    This cannot be undone; the page says so before."""
    keep, double = who_stays(one, other)
    known = united(keep, double)
    _end_the_second_link(keep, double, now)
    for key in _all_that_hangs_on_people():
        _repoint(key, keep, double)
    Person.update(supporter=None).where(Person.id == keep.id, Person.supporter == keep).execute()
    for model, pairs in _NOT_TWICE.items():
        for first, second in pairs:
            here, there = getattr(model, first), getattr(model, second)
            model.update({there: None}).where(here == keep, there == keep).execute()
    Person.update(merged_into=keep, x=None, y=None, version=Person.version + 1).where(Person.id == double.id).execute()
    undo.forget(keep, double, now=now)
    merged = circle.change_person(Person.get_by_id(keep.id), **known)
    circle.stand_again(merged.circle_id)
    return Person.get_by_id(merged.id)


def _all_that_hangs_on_people():
    """Every column that points to a person, in whatever table, but what was signed: that stays as it was."""
    return [
        key
        for model in records.RECORDS
        for key, points_to in model._meta.refs.items()
        if points_to is Person and model is not signing.Signature
    ]


def _repoint(key, keep, double):
    """Moves rows to the one who stays; a row that would stand there twice is left out, the careful consent kept."""
    model = key.model
    twice = _twice(key, keep, double)
    if model is consent.Consent:
        _keep_withdrawals(twice, keep)
    if model is carrying.Carrying:
        _keep_what_is_least(twice, keep)
    if model is not links.Link and twice:
        model.delete().where(model.id.in_([row.id for row in twice])).execute()
    more = {model.version: model.version + 1} if "version" in model._meta.fields else {}
    stays_behind = [row.id for row in twice]
    model.update({key: keep, **more}).where(key == double, model.id.not_in(stays_behind)).execute()


def _twice(key, keep, double):
    """Rows of the double that the one who stays has already, as far as the table allows only one."""
    model, found = key.model, []
    alone = [(key.name,)] if key.unique else []
    together = [fields for fields, unique in model._meta.indexes if unique and key.name in fields]
    for fields in alone + together:
        others = [model._meta.fields[name] for name in fields if name != key.name]
        has = model.alias()
        same = [getattr(has, field.name) == field for field in others]
        exists = has.select().where(getattr(has, key.name) == keep, *same)
        found.extend(model.select().where(key == double, peewee.fn.EXISTS(exists)))
    return found


def _keep_withdrawals(twice, keep):
    for row in twice:
        if row.withdrawn_at:
            consent.Consent.update(withdrawn_at=row.withdrawn_at).where(
                consent.Consent.person == keep, consent.Consent.code == row.code, consent.Consent.withdrawn_at.is_null()
            ).execute()


def _keep_what_is_least(twice, keep):
    """Of two answers about how often and when not, the careful one stays."""
    for row in twice:
        kept = carrying.carrying_of(keep)
        often = [most for most in (kept.max_per_week, row.max_per_week) if most is not None]
        cannot = " ".join(sorted({*kept.cannot.split(), *row.cannot.split()}))
        carrying.Carrying.update(max_per_week=min(often, default=None), cannot=cannot).where(
            carrying.Carrying.id == kept.id
        ).execute()


def _end_the_second_link(keep, double, now):
    if links.Link.select().where(links.Link.person == keep).exists():
        links.Link.update(revoked_at=now).where(links.Link.person == double, links.Link.revoked_at.is_null()).execute()
