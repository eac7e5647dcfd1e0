"""Who stood on dates gone by: whoever had said yes to them by then, whatever the table arranged since."""

import datetime as dt
from dataclasses import dataclass, replace
from functools import cached_property

from netwerkberaad.domain.week import roster, when
from netwerkberaad.domain.week.shift import Shift

UNTOLD = ("open", "proposed", "accepted")


@dataclass(frozen=True)
class Stood:
    """said: yes.stood_in(circle); today: the dates before it have gone by. Without these all is as it stands now."""

    said: dict
    today: dt.date | None = None

    def as_then(self, shifts, dates, first, last, told):
        """These dates (shift.Shift) of regular shifts between two days, those gone by as they stood then.

        A yes that came later did not make anybody come; one that was said in time counts, also when the shift went to
        somebody else, or to another day, after that date."""
        if self.today is None or first >= self.today:
            return dates
        found = [self._then(one, told) if one.day < self.today else one for one in dates]
        there, end = {(one.regular.line, one.day) for one in dates}, min(last, self.today - when.A_DAY)
        for regular in shifts:
            last = min(end, regular.last_day or end)
            for day in sorted({day for _, falls, *_ in self._of(regular) for day in when.dates(falls, first, last)}):
                told_of = (regular.line, day, "person") in told.cancelled or (regular.line, day) in told.done
                if not (told_of or (regular.line, day) in there) and (who := self._who(regular, "person", day)):
                    begins, ends = when.span(roster.when_of(regular), day)
                    beside = next(iter(self._who(regular, "companion", day)[-1:]), None)
                    found.append(Shift(regular, day, begins, ends, who[-1], beside, "accepted"))
        return found

    def _then(self, one, told):
        if one.state not in UNTOLD or not one.regular.task.tag:
            return one
        who, beside = (self._who(one.regular, part, one.day) for part in ("person", "companion"))
        if (one.regular.line, one.day, "companion") not in told.cancelled and one.companion not in beside:
            one = replace(one, companion=next(iter(beside[-1:]), None))
        if one.state == "accepted" and one.person in who:
            return one
        if who:
            return replace(one, person=who[-1], state="accepted")
        return replace(one, state="proposed") if one.state == "accepted" else one

    def _who(self, regular, part, day):
        """Who had said yes by that day to a turn that falls on it, whoever said it last as the last."""
        rows = self._of(regular, part)
        return [who for who, falls, since, until in rows if since <= day < until and when.dates(falls, day, day)]

    def _of(self, regular, part="person"):
        """Only shifts of a kind that something must always hold for."""
        counts = regular.task.tag and regular.starts
        return self._rows.get(roster.matter_of(regular, part), ()) if counts else ()

    @cached_property
    def _rows(self):
        """{matter: [(person, when it falls, from which day, until which day)]}, in the order in which it was said."""
        return {
            matter: [
                (person, roster.when_promised(promise), _local(at), _local(until) if until else dt.date.max)
                for person, promise, at, until in sorted(rows, key=lambda row: row[2])
            ]
            for matter, rows in self.said.items()
            if matter.startswith(roster.MATTER) and not matter.endswith("stand_in")
        }


def _local(moment):
    return moment.astimezone(when.AMSTERDAM).date()


NOW = Stood({})
