"""Placing what was proposed: each picked name becomes a proposal in the week, and all of it is taken back at once."""

import secrets
from dataclasses import replace

from netwerkberaad.database import change
from netwerkberaad.domain import refusals, undo, yes
from netwerkberaad.domain.refusals import insist
from netwerkberaad.domain.week import from_now_on, roster
from netwerkberaad.domain.week.deeds import ROOM, from_then_on
from netwerkberaad.domain.week.roster import RegularShift, when_of
from netwerkberaad.domain.week.when import A_DAY, dates

BESIDE = ("stand_in", "companion")


def key_of(gathered, choice):
    """What was looked at: the turn, its day and time, and who. By it a choice is found in a proposal made anew."""
    moment = gathered.question.moments[choice.moment]
    parts = (moment.shift, moment.task, moment.day, moment.starts, moment.repeat, choice.person, choice.companion)
    return "-".join(str(part or 0) for part in parts)


def place(circle, gathered, proposal, picked, *, since=None, now):
    """Puts the picked choices of a proposal (their key_of) in the week: names that still have to say yes (R1).

    A shift of which different people do different days becomes a shift for each of them, with the same stand-in and
    their yes when they said it; days that were not picked stay as they are, and so does what has gone by of a plan that
    runs (since: from_now_on.Since). Refuses when nothing is picked, what is no
    longer proposed because the week changed, and a companion for some days only of what is agreed."""
    insist(picked, refusals.NothingPicked)
    proposed = {key_of(gathered, choice): choice for choice in proposal.choices}
    insist(set(picked) <= set(proposed), refusals.OtherWeekMeanwhile)
    choices = [choice for key, choice in proposed.items() if key in picked]
    sentence = "Eén naam staat in de week." if len(choices) == 1 else f"{len(choices)} namen staan in de week."
    hand = _Hand(circle, sentence, since, now)
    moments = gathered.question.moments
    for key in dict.fromkeys(_place_of(moments[choice.moment]) for choice in choices):
        here = [choice for choice in choices if _place_of(moments[choice.moment]) == key]
        shift = gathered.shifts.get(key[0]) or _fresh(circle, gathered, moments[here[0].moment])
        if shift.id and moments[here[0].moment].person is not None:
            lacking = [m for m in moments if m.shift == shift.id and m.lacks_companion]
            insist(len(here) == len(lacking), refusals.CompanionOnAllDays)
            hand.goes_along(shift, here[0].companion)
        else:
            hand.hand_out(shift, here, moments)


class _Hand:
    """Writes the names down, and remembers all of it as one deed."""

    def __init__(self, circle, sentence, since, now):
        self._remembered = {"sentence": sentence, "together": secrets.token_hex(8), "now": now}
        self._circle, self._since, self._now = circle, since, now

    def hand_out(self, shift, choices, moments):
        """Each person gets their own days of this shift; the first takes it over when no day of it is left."""
        shift = self._from_now_on(shift) if shift.id else shift
        said = [(named, part, _asked(shift, part)) for part in BESIDE if (named := getattr(shift, f"{part}_id"))]
        left = set(shift.days) - {str(moments[choice.moment].day) for choice in choices} if shift.id else set()
        takes_over = bool(shift.id) and not left
        named = {}
        for choice in sorted(choices, key=lambda one: moments[one.moment].day):
            beside = choice.companion if choice.companion is not None else moments[choice.moment].companion
            named.setdefault((choice.person, beside), []).append(choice)
        for (person, beside), theirs in named.items():
            days = "".join(str(moments[choice.moment].day) for choice in theirs)
            fields = {
                "person": person,
                "companion": beside,
                "by_program": True,
                "still_open": False,
                **_on(shift, days),
            }
            piece = self._change(shift, **fields) if takes_over else self._begin(shift, **fields)
            takes_over = False
            self._keep_yes(said, piece)
        if shift.id and left:
            self._keep_yes(said, self._change(shift, **_on(shift, "".join(sorted(left)))))

    def goes_along(self, shift, companion):
        """Somebody goes along with what is agreed."""
        self._change(self._from_now_on(shift), companion=companion)

    def _from_now_on(self, shift):
        """The shift as it goes on: what has gone by of it ends."""
        ended = from_now_on.end(shift, shift.version, self._since, self._now)
        return from_then_on(shift, ended, **self._remembered) if ended else shift

    def _begin(self, like, **fields):
        kept = ("task", "stand_in", "repeat", "starts", "minutes", "last_day")
        made = RegularShift(circle=self._circle, **{name: getattr(like, name) for name in kept}, **fields)
        if self._since and self._since.began:
            made.first_day = from_now_on.begins(when_of(made), self._since.day)
        made.save(force_insert=True)
        undo.remember(self._circle, ROOM, made, before={"taken_back_at": undo.NOW}, **self._remembered)
        return made

    def _change(self, shift, **fields):
        before = {name: shift.__data__.get(name) for name in fields}
        changed = change(shift, **fields)
        insist(changed, refusals.OtherWeekMeanwhile)
        for part in before.keys() & roster.PARTS:
            if fields[part] not in (None, before[part]):  # a yes of long ago is none to what the program proposes now
                yes.take_back_yes(fields[part], roster.matter_of(changed, part), now=self._now)
        undo.remember(self._circle, ROOM, changed, before=before, **self._remembered)
        return changed

    def _keep_yes(self, said, piece):
        """Whoever stands in, or goes along, and said so for all days of a shift, said it for each piece of it."""
        for named, part, whole in said:
            if getattr(piece, f"{part}_id") == named:
                yes.hold_apart(named, whole, _asked(piece, part))


def _asked(shift, part):
    return roster.matter_of(shift, part), roster.promise_of(shift)


def _on(shift, days):
    """The same shift on these days only: it counts from the first date on which it then falls."""
    first = shift.first_day
    if first:
        falls = replace(when_of(shift), days=days)
        first = next(iter(dates(falls, first, first + A_DAY * 20)), first)
    return {"days": days, "first_day": first}


def _place_of(moment):
    """Moments of one regular shift are placed together; so are new ones of one task at one time."""
    if moment.shift:
        return (moment.shift,)
    return (None, moment.task, moment.starts, moment.minutes, moment.repeat, moment.first_day)


def _fresh(circle, gathered, moment):
    """A shift that stands nowhere yet, for a moment that a floor asks for."""
    task, falls = gathered.tasks[moment.task], {"repeat": moment.repeat, "first_day": moment.first_day}
    return RegularShift(circle=circle, task=task, starts=moment.at, minutes=moment.minutes, **falls)
