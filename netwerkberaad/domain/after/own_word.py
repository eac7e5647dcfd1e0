"""What somebody says of single dates on their own phone: «Ik kan niet», «Ik val in», «Gedaan»; only what is theirs."""

from netwerkberaad.domain import refusals
from netwerkberaad.domain.after.own_dates import around, may_cancel
from netwerkberaad.domain.proposing import what_if
from netwerkberaad.domain.refusals import insist
from netwerkberaad.domain.week import away, cancelling, done, when


def cancel(person, plan, shift_id, day, *, reason="", now):
    """«Ik kan niet», on their own phone; or, by whom one cancels with, for somebody who told them (spoken)."""
    mine = around(person, plan, now=now)
    one = mine.date(shift_id, day)
    if one.part_of(person.id):
        return cancelling.cancel(one, person.id, reason=reason, now=now)
    insist(may_cancel(person, plan, one, now=now), refusals.NotYourShift)
    return cancelling.cancel(one, one.person, reason=reason, how="spoken", now=now)


def cancel_period(person, plan, *, first, last, reason="", now):
    """«Ik ben die dagen weg»: every date of theirs from first up to and including last, within the plan; and nobody
    asks them to stand in meanwhile. Returns how many dates. Refuses a period that is none (what_if.period)."""
    today = now.astimezone(when.AMSTERDAM).date()
    first, last = what_if.period(plan, first, last, today=today)
    mine = around(person, plan, now=now)
    theirs = [one for one in mine.coming if first <= one.day <= last]
    away.go(person, first, last, now=now)
    for one in theirs:
        cancelling.cancel(one, person.id, reason=reason, now=now)
    return len(theirs)


def come_back(person, plan, number, *, now):
    """«Ik ben er toch»: their own dates that nobody took over are theirs again, and they are asked again."""
    mine = around(person, plan, now=now)
    row = next((row for row in mine.absent if row.id == number and row.person_id == person.id), None)
    insist(row, refusals.Stranger)
    for one in mine.looking:
        if one.cancellation.person_id == person.id and row.first <= one.shift.day <= row.last:
            cancelling.come_after_all(one.cancellation, now=now)
    away.come_back(row, now=now)


def come_after_all(person, plan, number, *, now):
    """«Ik kan toch wel», while nobody took it over."""
    mine = around(person, plan, now=now)
    one = mine.found(number)
    insist(one in mine.given_up, refusals.NotYoursToSay)
    cancelling.come_after_all(one.cancellation, now=now)


def stand_in(person, plan, number, *, now):
    """«Ik val in». Refuses what would be more than they said fits them: the phone asks «Toch ja?» first (R15)."""
    mine = around(person, plan, now=now)
    one = mine.found(number)
    insist(not (mine.load and mine.load.is_more_on(one.shift.day)), refusals.MoreThanYouSaid)
    _take_over(mine, one)


def stand_in_anyway(person, plan, number, *, now):
    """«Toch ja»: they stand in although it is more than they said."""
    mine = around(person, plan, now=now)
    _take_over(mine, mine.found(number))


def cannot_either(person, plan, number, *, now):
    """«Ik kan ook niet»: nobody asks them again for this date."""
    mine = around(person, plan, now=now)
    one = mine.found(number)
    insist(one in mine.asked, refusals.NotYoursToSay)
    cancelling.cannot_either(one.cancellation, person, now=now)


def let_lapse(person, plan, number, *, now):
    """«Laat vervallen», by whom it was cancelled with; never what must always be there."""
    mine = around(person, plan, now=now)
    one = mine.found(number)
    insist(any(kept.sought == one and kept.may_lapse for kept in mine.watched), refusals.CannotLapse)
    cancelling.let_lapse(one.cancellation, now=now)


def tell_how_it_went(person, plan, shift_id, day, went, *, now):
    """«Gedaan» or «Niet doorgegaan»: from whoever did it or went along, or from the contact person."""
    one = around(person, plan, now=now).date(shift_id, day)
    theirs = person.id in (one.person, one.companion) or plan.contact_person_id == person.id
    insist(theirs, refusals.NotYoursToSay)
    done.tell(one, went, by=person.id, now=now)


def _take_over(mine, one):
    insist(one in mine.asked, refusals.NotYoursToSay)
    via = cancelling.STAND_IN if one.first == mine.person.id else cancelling.ALL
    cancelling.take_over(one.cancellation, mine.person.id, via=via, now=mine.now)
