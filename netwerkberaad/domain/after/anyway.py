"""«Toch ja»: a yes to more than somebody said fits them comes from themselves alone, on their own phone (R15)."""

from netwerkberaad.domain import refusals, yes
from netwerkberaad.domain.after import member
from netwerkberaad.domain.agreeing.plan import plan_of
from netwerkberaad.domain.refusals import insist
from netwerkberaad.domain.week import carrying_load, roster, when

LOAD = "load"


def own_load_of(person, *, now):
    """What this person does and can carry, as it stands now (carrying_load.OwnLoad, or None)."""
    kept, said = plan_of(person.circle_id), yes.said_in(person.circle_id)
    today = now.astimezone(when.AMSTERDAM).date()
    return carrying_load.own_load(person, roster.seen_by(person), kept, said, today=today)


def signing_is_more(person, *, now):
    """True when «Ja, ik doe mee» says yes to more than they said fits them: their own phone tells them before."""
    own, today = own_load_of(person, now=now), now.astimezone(when.AMSTERDAM).date()
    kept, said = plan_of(person.circle_id), yes.said_in(person.circle_id)
    return own is not None and own.is_more(
        member.asked_of(person, roster.seen_by(person), kept, said, today=min(today, kept.end or today))
    )


def say_yes(person, part, *, shift_id=None, promise, now):
    """«Ja, dat doe ik», on their own phone. Refuses what would be more than they said fits them: the phone asks
    «Toch ja?» first. At the table nobody is refused: the table does not know what fits whom."""
    insist(not _is_more(person, part, shift_id, promise, now), refusals.MoreThanYouSaid)
    return member.say_yes(person, part, shift_id=shift_id, promise=promise, now=now)


def say_yes_anyway(person, part, *, shift_id=None, promise, now):
    """«Toch ja»: yes to what is asked although it is more than they said, or (part "load") to all they do already.

    Refuses when what they said «Toch ja» to is no longer what they do."""
    if part == LOAD:
        own = own_load_of(person, now=now)
        insist(own and promise == own.promise, refusals.ChangedMeanwhile)
        return carrying_load.say_anyway(person, own, now=now)
    is_more = _is_more(person, part, shift_id, promise, now)
    done = member.say_yes(person, part, shift_id=shift_id, promise=promise, now=now)
    if is_more:
        carrying_load.say_anyway(person, own_load_of(person, now=now), now=now)
    return done


def _is_more(person, part, shift_id, promise, now):
    own, shift = own_load_of(person, now=now), shift_id and roster.shift_in(person.circle_id, shift_id)
    return own is not None and own.is_more([member.Asked(part, promise, shift or None)])
