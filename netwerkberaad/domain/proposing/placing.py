"""Placing what was proposed: each picked name becomes a proposal in the week, and all of it is taken back at once."""

import secrets

from netwerkberaad.database import change
from netwerkberaad.domain import changes, refusals, undo
from netwerkberaad.domain.refusals import insist
from netwerkberaad.domain.week.arranging import ROOM
from netwerkberaad.domain.week.roster import RegularShift


def place(circle, gathered, choices, because, *, seen, now):
    """Puts these choices of a proposal in the week: names that still have to say yes (R1), each with its reason.

    A shift of which different people do different days becomes a shift for each of them; days that were not picked stay
    as they are. seen: the number of the circle (changes.number_of) when the proposal was made. Refuses when nothing is
    picked, and when anything changed since."""
    insist(changes.number_of(circle) == seen, refusals.OtherWeekMeanwhile)
    insist(choices, refusals.NothingPicked)
    sentence = "Eén naam staat in de week." if len(choices) == 1 else f"{len(choices)} namen staan in de week."
    hand = _Hand(circle, sentence, now)
    moments = gathered.question.moments
    for key in dict.fromkeys(_place_of(moments[choice.moment]) for choice in choices):
        here = [choice for choice in choices if _place_of(moments[choice.moment]) == key]
        shift = gathered.shifts.get(key[0]) or _fresh(circle, gathered, moments[here[0].moment])
        if shift.id and moments[here[0].moment].person is not None:
            hand.goes_along(shift, here, [m for m in moments if m.shift == shift.id and m.lacks_companion])
        else:
            hand.hand_out(shift, here, moments, because)
    return hand


class _Hand:
    """Writes the names down, and remembers all of it as one deed."""

    def __init__(self, circle, sentence, now):
        self._remembered = {"sentence": sentence, "together": secrets.token_hex(8), "now": now}
        self._circle = circle

    def hand_out(self, shift, choices, moments, because):
        """Each person gets their own days of this shift; the first takes it over when no day of it is left."""
        left = set(shift.days) - {str(moments[choice.moment].day) for choice in choices} if shift.id else set()
        takes_over = bool(shift.id) and not left
        named = {}
        for choice in sorted(choices, key=lambda one: moments[one.moment].day):
            beside = choice.companion if choice.companion is not None else moments[choice.moment].companion
            named.setdefault((choice.person, beside), []).append(choice)
        for (person, beside), theirs in named.items():
            fields = {
                "person": person,
                "companion": beside,
                "days": "".join(str(moments[choice.moment].day) for choice in theirs),
                "because": because[theirs[0].moment],
                "still_open": False,
            }
            if takes_over:
                self._change(shift, **fields)
                takes_over = False
            else:
                self._begin(shift, **fields)
        if shift.id and left:
            self._change(shift, days="".join(sorted(left)))

    def goes_along(self, shift, choices, lacking):
        """Somebody goes along with what is agreed: only when it is one and the same person on all its days. What people
        said yes to is never cut in two."""
        companions = {choice.companion for choice in choices}
        if len(companions) == 1 and len(choices) == len(lacking):
            self._change(shift, companion=companions.pop())

    def _begin(self, like, **fields):
        kept = ("task", "repeat", "first_day", "starts", "minutes")
        made = RegularShift.create(circle=self._circle, **{name: getattr(like, name) for name in kept}, **fields)
        undo.remember(self._circle, ROOM, made, before={"taken_back_at": undo.NOW}, **self._remembered)

    def _change(self, shift, **fields):
        before = {name: shift.__data__.get(name) for name in fields}
        changed = change(shift, **fields)
        insist(changed, refusals.OtherWeekMeanwhile)
        undo.remember(self._circle, ROOM, changed, before=before, **self._remembered)


def _place_of(moment):
    """Moments of one regular shift are placed together; so are new ones of one task at one time."""
    return (moment.shift,) if moment.shift else (None, moment.task, moment.starts, moment.minutes)


def _fresh(circle, gathered, moment):
    """A shift that stands nowhere yet, for a moment that a floor asks for."""
    return RegularShift(circle=circle, task=gathered.tasks[moment.task], starts=moment.at, minutes=moment.minutes)
