"""The proposal as a model of yes-or-no variables, for a solver: who does what, and which floors that meets."""

from dataclasses import dataclass, field
from itertools import permutations

from ortools.sat.python import cp_model

from netwerkberaad.domain.proposing.question import overlap
from netwerkberaad.domain.safety import alone, checking


@dataclass(frozen=True)
class Could:
    """What could change, each a variable that is 1 when it does; nothing when a proposal is asked.

    spare   {number below 0: somebody who is not there yet comes along}; at: {number: the moments for which they can}
    free    {moment: somebody gives back what stands there}
    agreed  {(floor, person): it is agreed that they count for that floor, by its number in the question}
    told    {person: they come to know what is going on}"""

    cp: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    spare: dict = field(default_factory=dict)
    at: dict = field(default_factory=dict)
    free: dict = field(default_factory=dict)
    agreed: dict = field(default_factory=dict)
    told: dict = field(default_factory=dict)


class Model:
    """The variables and hard rules of a question, and of what `could` change in it.

    does[moment, person], goes_along[moment, person]: 1 when that person is chosen; covered: one for each moment that
    was open and each companion that was missing (accompanied[moment]); met: one for each floor."""

    def __init__(self, question, could=None):
        self.question, self.could = question, could or Could()
        self.cp, self.spare, self.free = self.could.cp, tuple(self.could.spare), self.could.free
        self.plan = question.plan_with()
        self.does, self.goes_along, self.covered, self.accompanied = {}, {}, [], {}
        for index, moment in question.shown:
            self._name_who(index, moment)
        self._one_companion_for_a_whole_shift()
        self._nobody_in_two_places()
        self._nobody_does_too_much()
        self.met = [self._is_met(number, floor) for number, floor in enumerate(question.floors)]

    def choices_in(self, value):
        """[(moment, person, companion)] of a solution. value: reads a variable."""
        companions = {index: who for (index, who), chosen in self.goes_along.items() if value(chosen)}
        chosen = {index: who for (index, who), does in self.does.items() if value(does)}
        for index, _ in companions.items():
            chosen.setdefault(index, self.question.moments[index].person)
        return [(index, who, companions.get(index)) for index, who in sorted(chosen.items())]

    def _yes(self, *name):
        return self.cp.new_bool_var(" ".join(map(str, name)))

    def _name_who(self, index, moment):
        """At most one person, and a companion exactly when that person should not be alone."""
        given_back, spare = self.free.get(index, 0), [who for who in self.spare if index in self.could.at[who]]
        if moment.is_open or index in self.free:
            able = sorted(moment.able - {moment.person, moment.companion}) + spare
            does = {who: self._yes("does", index, who) for who in able}
            self.does.update({(index, who): chosen for who, chosen in does.items()})
            self._covers(index, sum(does.values()), 1 if moment.is_open else given_back)
        needing = sum(self.does[index, who] for who in sorted(moment.not_alone) if (index, who) in self.does)
        if moment.companion is not None or (isinstance(needing, int) and not moment.lacks_companion):
            return
        along = {who: self._yes("along", index, who) for who in [*sorted(moment.beside), *spare]}
        for who, chosen in along.items():
            alone = 0 if who != moment.person else 1 - given_back
            self.cp.add(chosen + self.does.get((index, who), 0) + alone <= 1)
        self.goes_along.update({(index, who): chosen for who, chosen in along.items()})
        beside = sum(along.values())
        if moment.lacks_companion:
            self.accompanied[index] = self._covers(index, beside - needing, 1 - given_back)
        else:
            self.cp.add(beside == needing)

    def _covers(self, index, chosen, most):
        """Something that was open has somebody, once at most."""
        covered = self._yes("covered", index)
        self.covered.append(covered)
        self.cp.add(chosen == covered)
        self.cp.add(covered <= most)
        return covered

    def _one_companion_for_a_whole_shift(self):
        """Who goes along with what is agreed does so on all its days: what people said yes to is never cut in two."""
        for days in self.question.lacking:
            everybody = {who for index, who in self.goes_along if index in days}
            for one, other in permutations(days, 2):
                given_back = self.free.get(one, 0) + self.free.get(other, 0)
                for who in sorted(everybody):
                    along = self.goes_along.get((one, who), 0) - self.goes_along.get((other, who), 0)
                    self.cp.add(along <= given_back)

    def _theirs(self, person):
        """{moment: 1 when this person is there, an expression} for what is still to be chosen."""
        theirs = {}
        for asked in (self.does, self.goes_along):
            for (index, who), chosen in asked.items():
                if who == person:
                    theirs[index] = theirs.get(index, 0) + chosen
        return theirs

    def _fixed(self, person):
        """[(moment, 1 while it is theirs)] of what this person does or goes along with already."""
        fixed = []
        for index, moment in enumerate(self.question.moments):
            if moment.person == person:
                fixed.append((index, 1 - self.free.get(index, 0)))
            if moment.companion == person:
                fixed.append((index, 1))
        return fixed

    def _nobody_in_two_places(self):
        asked = sorted({index for index, _ in [*self.does, *self.goes_along]})
        groups = at_the_same_time(self.question.moments, asked)
        for person in self._everybody():
            theirs, fixed = self._theirs(person), dict(self._fixed(person))
            for group in groups:
                there = [theirs[index] for index in group if index in theirs]
                for index in group:
                    if index in fixed and there:
                        self.cp.add(sum(there) + fixed[index] <= 1)
                if len(there) > 1:
                    self.cp.add(sum(there) <= 1)

    def _nobody_does_too_much(self):
        moments = self.question.moments
        for helper in self.question.helpers:
            if helper.most is None:
                continue
            theirs, fixed = self._theirs(helper.id), self._fixed(helper.id)
            seen = set()
            for week in sorted({week for index in theirs for week in moments[index].weeks}):
                falls = tuple(index for index in theirs if week in moments[index].weeks)
                there = tuple(index for index, _ in fixed if week in moments[index].weeks)
                if (falls, there) in seen:
                    continue
                seen.add((falls, there))
                room = helper.most - helper.roles - len(there)
                given_back = sum(self.free.get(index, 0) for index in there if moments[index].person == helper.id)
                chosen = sum(theirs[index] for index in falls)
                if room >= 0 or isinstance(given_back, int):
                    self.cp.add(chosen <= max(0, room) + given_back)
                else:  # who does more than fits them has room again only once enough was given back
                    for index in falls:
                        self.cp.add(chosen <= room + given_back).only_enforce_if(self._is_chosen(theirs[index]))

    def _is_chosen(self, expression):
        chosen = self._yes("chosen")
        self.cp.add(expression <= chosen)
        return chosen

    def _everybody(self):
        return sorted({who for _, who in [*self.does, *self.goes_along]})

    def _is_met(self, number, floor):
        met = self._yes("met")
        if days := checking.days_of(floor, self.plan, self.question.monday):
            _FLOORS[floor.kind](self, number, floor, days, met)
        return met

    def _on(self, floor, day):
        at = [(index, moment) for index, moment in self.question.shown if moment.tag == floor.tag]
        return [(index, moment) for index, moment in at if self.question.date_of(moment) == day]

    def _coverage(self, number, floor, days, met):
        came = {}
        for day in days:
            who = self._who_come(number, floor, day)
            self.cp.add(sum(who.values()) >= floor.min_per_day).only_enforce_if(met)
            for person, comes in who.items():
                came.setdefault(person, []).append(comes)
        most = max(1, floor.max_share * len(days) // 100)
        takes_part = []
        for person, on_days in came.items():
            self.cp.add(sum(on_days) <= most).only_enforce_if(met)
            takes_part.append(self._yes("takes part", person))
            self.cp.add(takes_part[-1] <= sum(on_days))
        self.cp.add(sum(takes_part) >= min(floor.min_people, len(days))).only_enforce_if(met)

    def _who_come(self, number, floor, day):
        """{person: 1 when they come on this date and count}: twice a day counts once."""
        turns = {}
        for index, moment in self._on(floor, day):
            if moment.person is not None:
                turns.setdefault(moment.person, []).append(self._stays(index))
            for (at, who), chosen in self.does.items():
                if at == index:
                    turns.setdefault(who, []).append(chosen)
        who_come = {}
        for person, theirs in turns.items():
            needed = self._before_they_count(number, floor, person, checking.situation_on(self.plan, day))
            if needed is None:
                continue
            comes = who_come[person] = self._yes("comes", person, day)
            self.cp.add(comes <= sum(theirs))
            for turn in theirs:
                self.cp.add(comes >= turn).only_enforce_if(needed)
            for change in needed:
                self.cp.add(comes <= change)
        return who_come

    def _stays(self, index):
        """1 while who stands there comes and counts: not when they would be alone and should not be (R3)."""
        moment, free = self.question.moments[index], self.free.get(index, 0)
        day = self.question.date_of(moment)
        turn = checking.Turn(day, moment.tag, moment.person, "accepted", moment.companion)
        if not alone.is_alone(self.question.floors, self.question.people, turn):
            return 1 - free
        return self.accompanied.get(index, 0)

    def _before_they_count(self, number, floor, person, situation):
        """What must change before turns of this person count for a floor: variables that are all 1 then, none when
        they count already. None: nothing that could change makes them count."""
        if person in self.spare:
            return []
        if not checking.may_count(floor, self.plan, person):
            return None
        needed = [] if person in floor.trusted else [self.could.agreed.get((number, person))]
        if situation is not None and situation not in self.question.people[person].knows:
            needed.append(self.could.told.get(person))
        return None if any(change is None for change in needed) else needed

    def _companion(self, number, floor, days, met):
        for index, moment in [at for day in days for at in self._on(floor, day)]:
            does = self.does.get((index, floor.person), 0)
            if moment.person == floor.person:
                does += 1 - self.free.get(index, 0)
            adults = [c for (at, who), c in self.goes_along.items() if at == index and self._is_adult(who)]
            beside = (
                moment.companion is not None and moment.companion != floor.person and self._is_adult(moment.companion)
            )
            self.cp.add(does <= (1 if beside else sum(adults))).only_enforce_if(met)

    def _never_task(self, number, floor, days, met):
        for index, moment in [at for day in days for at in self._on(floor, day)]:
            does = self.does.get((index, floor.person), 0)
            if moment.person == floor.person:
                does += 1 - self.free.get(index, 0)
            self.cp.add(does == 0).only_enforce_if(met)

    def _min_people(self, number, floor, days, met):
        situation = checking.situation_on(self.plan, days[0])
        if situation is None:
            self.cp.add(met == 0)
            return
        knowing = list(self.could.spare.values())
        for who in sorted(self.question.people):
            needed = self._before_they_count(number, floor, who, situation)
            if needed is not None:
                knowing.append(self._yes("knows", who) if needed else 1)
                for change in needed:
                    self.cp.add(knowing[-1] <= change)
        self.cp.add(sum(knowing) >= floor.min_people).only_enforce_if(met)

    def _is_adult(self, who):
        return who in self.spare or (who in self.question.people and self.question.people[who].adult)


def at_the_same_time(moments, asked):
    """Groups of moments of which nobody can do more than one: each has one of these that are asked for, and every two
    that fall at the same time stand together in a group. A few large groups tell a solver more than many pairs."""
    meets = {one: {other for other in range(len(moments)) if overlap(moments[one], moments[other])} for one in asked}
    groups = []
    for one in asked:
        left = meets[one] - {one}
        while left:
            group = [one]
            for other in sorted(left):
                if all(other in meets[n] if n in meets else overlap(moments[n], moments[other]) for n in group):
                    group.append(other)
            left -= set(group)
            groups.append(tuple(sorted(group)))
    return sorted(set(groups))


_FLOORS = {
    "coverage": Model._coverage,
    "companion": Model._companion,
    "min_people": Model._min_people,
    "never_task": Model._never_task,
}
