"""The first weeks of the sample family after their evening: who could not, who stood in, and how every date went."""

import datetime as dt

from netwerkberaad.domain import yes
from netwerkberaad.domain.after import still_going
from netwerkberaad.domain.agreeing.plan import plan_of
from netwerkberaad.domain.week import cancelling, done, roster, shift
from netwerkberaad.domain.week.when import A_DAY

SOON_AFTER = dt.timedelta(hours=1)


def play(evening, story, *, today):
    """What happened from the first day of the plan up to yesterday. evening: sample_family.Evening, once it is over."""
    told = {(one["task"], one["day"]): one for one in story["cancellations"]}
    silent = story["not_confirmed"]["task"], story["not_confirmed"]["day"]
    for number in range((today - evening.d0).days):
        day = evening.date(number)
        for one in _of(evening, day):
            key = one.regular.task.what, number
            if key in told:
                _cannot(evening, one, told[key])
        for one in _of(evening, day):
            if one.stands and (one.regular.task.what, number) != silent:
                done.tell(one, done.DONE, by=one.person, now=one.ends.astimezone(dt.UTC) + SOON_AFTER)
    for said in story["still_going"]:
        at = evening.at(said["day"], "20:00")
        still_going.tell(evening.people[said["by"]], said["answer"], shared=True, now=at)


def _of(evening, day):
    """The dates of this day as they stand by now."""
    ours = evening.circle
    if day > plan_of(ours).end:
        return []
    told = shift.told_in(ours, day, day + A_DAY)
    return shift.on_dates(roster.shifts_of(ours), yes.said_in(ours), told, day, day)


def _cannot(evening, one, told):
    at = evening.at(*told["at"])
    who = evening.people[told["by"]]
    row = cancelling.cancel(one, who.id, reason=told.get("reason", ""), now=at)
    if "taken_over_by" in told:
        cancelling.take_over(row, evening.people[told["taken_over_by"]].id, via=told["via"], now=at + SOON_AFTER)
    else:
        cancelling.let_lapse(row, now=at + SOON_AFTER)
