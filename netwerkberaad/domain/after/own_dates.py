"""The dates around one member, read once: their own, how those went, and those for which somebody is looked for."""

import datetime as dt
from dataclasses import dataclass, replace
from functools import cached_property

from netwerkberaad.domain import refusals, yes
from netwerkberaad.domain.after import member, standing_in, still_going
from netwerkberaad.domain.circle import Person
from netwerkberaad.domain.proposing.willing import may_be_asked
from netwerkberaad.domain.refusals import insist
from netwerkberaad.domain.safety import week_of_floors
from netwerkberaad.domain.safety.company import Company, company_of
from netwerkberaad.domain.week import away, cancelling, carrying_load, roster, shift, when

LOOKED_BACK = when.A_DAY * 14


@dataclass(frozen=True)
class Watched:
    """A date for which somebody is looked for, as who looks after it sees it. is_floor: something that must always hold
    is about it; is_told: it was cancelled with them, and then they read why and may let it lapse."""

    sought: standing_in.Sought
    is_floor: bool
    is_told: bool = False
    why: str = ""
    may_lapse: bool = False


@dataclass(frozen=True)
class Together:
    """What is said in one breath: the dates within one time that somebody is away (absence: its away.Away), or a single
    one (absence None). parts: [[date]], a list for each part of each regular shift, each in order of time."""

    absence: away.Away | None
    parts: list

    @property
    def dates(self):
        return [one for part in self.parts for one in part]


@dataclass(frozen=True)
class Around:
    """What one member may see of single dates, from a fortnight ago to the end of the plan.

    regular  the regular shifts they may see (roster.seen_by); said: yes.given_at(circle); told: shift.told_in
    dates    their own shift.Shifts, and those of the regular shifts of which some date was cancelled
    absent   who is away for a while (away.away_in)"""

    person: Person
    plan: object
    regular: list
    said: dict
    told: shift.Told
    dates: list
    absent: list
    now: dt.datetime

    @property
    def circle(self):
        return self.person.circle_id

    @property
    def today(self):
        return self.now.astimezone(when.AMSTERDAM).date()

    @property
    def is_contact_person(self):
        return self.plan.contact_person_id == self.person.id

    @property
    def coming(self):
        """Their own shifts that are not over yet, the next one first."""
        return member.coming_up(self.person, self.dates, now=self.now)

    @cached_property
    def to_tell(self):
        """Their own shifts that are over and of which nobody said how they went, the last first."""
        return member.to_tell(self.person, self.dates, self.said, now=self.now)

    @cached_property
    def looking(self):
        """[standing_in.Sought] of every date for which somebody is looked for."""
        return standing_in.sought(self.dates, self.said, self.absent, self.tired, now=self.now)

    def asked_first(self, one):
        """Who is asked first when this member cannot do this date of theirs (shift.Shift): a Person, who said yes to
        standing in and is there that day. None: everybody is asked."""
        theirs = one.part_of(self.person.id) == "person" and one.regular.person_id == one.person
        named = theirs and standing_in.stand_in_of(one, self.said)
        return one.regular.stand_in if named and named not in away.who(self.absent, one.day) | self.tired else None

    @cached_property
    def tired(self):
        """The ids of who said that it is too much: asked for nothing more for a fortnight."""
        return still_going.too_much_in(self.circle, now=self.now) if self.told.cancelled else frozenset()

    @property
    def given_up(self):
        """The dates they cannot come themselves and for which nobody was found yet, but those while they are away."""
        theirs = [one for one in self.looking if one.cancellation.person_id == self.person.id]
        return [one for one in theirs if self.person.id not in away.who(self.absent, one.shift.day)]

    @property
    def away(self):
        """[(away.Away, for how many of their dates nobody was found yet)] of themselves."""
        theirs = [one.shift.day for one in self.looking if one.cancellation.person_id == self.person.id]
        own = [row for row in self.absent if row.person_id == self.person.id]
        return [(row, sum(row.first <= day <= row.last for day in theirs)) for row in own]

    @property
    def solved(self):
        """[(shift.Shift, who does it now, None when it does not go on)] of the dates they cancelled, and of those to
        which they would go along and that do not go on."""
        found = []
        for one in self.dates:
            rows = {part: self.told.cancelled.get((one.regular.line, one.day, part), ()) for part in shift.PARTS}
            for part, cancelled in rows.items():
                was_theirs = one.state != "proposed" and any(row.person_id == self.person.id for row in cancelled)
                if was_theirs and one.ends > self.now and part not in one.looks_for and not one.part_of(self.person.id):
                    found.append((one, getattr(one, part)))
            if one.state == "lapsed" and one.ends > self.now and one.companion == self.person.id:
                found.append((one, None))
        return found

    @property
    def solved_together(self):
        """[Together] of what is solved: of one regular shift, by one person."""
        return _together(
            self.solved,
            self.absent,
            of=lambda found: (self.person.id, found[0].day),
            part=lambda found: (found[0].regular.id, found[1]),
        )

    @cached_property
    def asked(self):
        """The dates for which they are asked to stand in."""
        looking = self.looking if may_be_asked(self.person) else []
        wanted = [one for one in looking if one.first is None]
        may = {}
        if wanted and self.person.id not in self.tired:
            days = [one.shift.day for one in wanted]
            around = shift.on_dates(self.regular, self.said, self.told, min(days) - when.A_DAY, max(days) + when.A_DAY)
            may = standing_in.may_take_over(self.circle, wanted, around, self.said, self.absent, plan=self.plan)
        return standing_in.asked(self.person.id, looking, may)

    @property
    def asked_together(self):
        """[Together] of the dates for which they are asked to stand in: of one part of one regular shift."""
        return _together(self.asked, self.absent, of=_cancelled, part=_part)

    @cached_property
    def watched(self):
        """[Watched] for whoever looks after them: the contact person, and whom it was cancelled with."""
        others = [one for one in self.looking if one.cancellation.person_id != self.person.id]
        kept = [one for one in others if self._is_told(one) or self.is_contact_person]
        known = self._known if kept else None
        return [self._watched(one, list(known.rules.values()) if known else ()) for one in kept]

    @property
    def watched_together(self):
        """[Together] of the dates they look after, all of one absence in one; but those for which they are only asked
        themselves."""
        found = _together(
            self.watched,
            self.absent,
            of=lambda kept: _cancelled(kept.sought),
            part=lambda kept: _part(kept.sought),
            in_one=True,
        )
        return [one for one in found if any(kept.is_told or kept.sought not in self.asked for kept in one.dates)]

    @cached_property
    def silent(self):
        """For the contact person: whose turn counts for what must always hold and was silent for a day (R3)."""
        if self.plan.start is None or not self.is_contact_person:
            return []
        known = self._known
        tags = {rule.tag for rule in known.rules.values() if rule.kind == "coverage"} if known else set()
        theirs = [one for one in self.regular if one.task.tag in tags]
        first = max(self.plan.start, self.today - LOOKED_BACK)
        dates = shift.on_dates(theirs, self.said, self.told, first, min(self.today, self.plan.end))
        found = member.silent(dates, self.said, now=self.now)
        return [one for one in reversed(found) if one.person != self.person.id]

    @cached_property
    def load(self):
        """What they do beside what they said they can carry (carrying_load.OwnLoad), with what they took over."""
        own = carrying_load.own_load(self.person, self.regular, self.plan, self.said, today=self.today)
        took = [
            row.day for rows in self.told.cancelled.values() for row in rows if row.taken_over_by_id == self.person.id
        ]
        return own and replace(own, took=tuple(took))

    @property
    def took_over(self):
        """How many dates they took over in the last fourteen days."""
        return still_going.often_taken_over(self.person.id, self.told, now=self.now)

    @property
    def asks_still_going(self):
        """«Gaat het nog?» is asked of them."""
        return still_going.is_asked(self.person.id, self.told, now=self.now)

    def found(self, number):
        """The Sought of this cancellation. Refuses kindly once it is solved; raises Stranger where there is none."""
        one = next((one for one in self.looking if one.cancellation.id == number), None)
        if one is None:
            row = cancelling.Cancellation.get_or_none(
                cancelling.Cancellation.id == number, cancelling.Cancellation.circle == self.circle
            )
            insist(row, refusals.Stranger)
        insist(one, refusals.AlreadySolved)
        return one

    def date(self, shift_id, day):
        """One date of a regular shift that they may see. Raises Stranger when there is none."""
        regular = next((one for one in self.regular if one.id == shift_id), None)
        inside = regular and self.plan.start and self.plan.start <= day <= self.plan.end
        told = inside and shift.told_in(self.circle, day, day)
        one = shift.shift_on(regular, day, self.said, told) if inside else None
        insist(one, refusals.Stranger)
        return one

    def _watched(self, one, rules):
        is_floor = standing_in.on_a_floor(rules, one)
        if not self._is_told(one):
            return Watched(one, is_floor)
        return Watched(one, is_floor, True, one.cancellation.reason, standing_in.may_lapse(one, is_floor, now=self.now))

    def _is_told(self, one):
        """Whether it was cancelled with them: they alone read why."""
        return member.is_told_when_cannot(self.person.id, one.cancellation.person_id, one.shift.regular, self.plan)

    @cached_property
    def _known(self):
        return week_of_floors.known_of(self.circle, shifts=self.regular, said=self.said, ours=self.plan)


def around(person, plan, *, now):
    """The Around of this member: as many questions to the database for one shift as for forty."""
    said, regular = yes.given_at(person.circle_id), roster.seen_by(person)
    told, dates, today = shift.NOTHING, [], now.astimezone(when.AMSTERDAM).date()
    if plan.start:
        first = max(plan.start, today - LOOKED_BACK)
        told = shift.told_in(person.circle_id, first, plan.end)
        near = [one for one in regular if person.id in (one.person_id, one.companion_id) or one.line in told.shifts]
        dates = shift.on_dates(near, said, told, first, plan.end)
    return Around(person, plan, regular, said, told, dates, away.away_in(person.circle_id, today), now)


def week_of(person, plan, monday):
    """[shift.Shift] of the week of this Monday as this member may see it; none outside the plan's dates."""
    if plan.start is None:
        return []
    first, last = max(monday, plan.start), min(monday + when.A_DAY * 6, plan.end)
    told = shift.told_in(person.circle_id, first, last)
    return shift.on_dates(roster.seen_by(person), yes.said_in(person.circle_id), told, first, last)


def company_seen_by(person):
    """Company, as far as this member sees who goes along: nothing of it for who sees only their own shifts."""
    return Company() if member.sees_only_own(person) else company_of(person.circle_id)


def may_cancel(person, plan, one, *, now):
    """Whether this member may say that somebody cannot: they themselves, or for whoever cancels with them and told
    them so."""
    if one.ends <= now:
        return False
    told = one.stands and member.is_told_when_cannot(person.id, one.person, one.regular, plan)
    return bool(one.part_of(person.id) or told)


def _cancelled(one):
    """Who cannot (their number), and on which date."""
    return one.cancellation.person_id, one.shift.day


def _part(one):
    return one.shift.regular.id, one.part


def _together(found, absent, *, of, part, in_one=False):
    """[Together] of what was found, which is in order of time. of: (whose date it was, the date) of each; part: what
    makes that two of them belong to one part; in_one: all parts of an absence in one Together."""
    known = {}
    for number, one in enumerate(found):
        whose, day = of(one)
        absence = next((row for row in absent if row.person_id == whose and row.first <= day <= row.last), None)
        place = (absence.id, None if in_one else part(one)) if absence else number
        _, parts = known.setdefault(place, (absence, {}))
        parts.setdefault(part(one), []).append(one)
    return [Together(absence, list(parts.values())) for absence, parts in known.values()]
