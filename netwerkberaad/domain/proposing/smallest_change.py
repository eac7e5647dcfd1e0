"""When no week meets what must always hold: the smallest change with which one does."""

from dataclasses import dataclass, replace

from ortools.sat.python import cp_model

from netwerkberaad.domain.proposing.model import Model
from netwerkberaad.domain.proposing.question import Helper
from netwerkberaad.domain.proposing.solving import best_of
from netwerkberaad.domain.safety import checking

MOST_WORK = 3.0


@dataclass(frozen=True)
class Change:
    """What would make the floors possible.

    gives_back  the moments (their numbers) of which somebody gives back what stands
    extra       for each adult more, who counts for every floor: the weekdays on which they can, such as "24"
    told        who comes to know what is going on (their numbers)
    is_smallest nothing smaller is enough; False when the work ran out: then it is the smallest that was found"""

    gives_back: tuple = ()
    extra: tuple = ()
    told: tuple = ()
    is_smallest: bool = True

    @property
    def size(self):
        """What it asks of people, the heaviest first: of two changes the one that is smaller earlier is smaller."""
        return len(self.gives_back), len(self.extra), sum(map(len, self.extra)), len(self.told)


def smallest_change(question, *, work=MOST_WORK):
    """The smallest Change with which a week meets every floor; it says whether that is proven.

    None when there is none, or this work found none; `missing` often tells why."""
    return _Changing(question).smallest(work)


def missing(question):
    """What no change can make up for: [("story", floor, "") when nobody wrote down what is going on, ("agree", …) when
    it was not agreed whose turns count, ("place", floor, weekdays) when too few moments of that kind stand there]."""
    plan, lacks = question.plan_with(), []
    for number, floor in enumerate(question.floors):
        days = checking.days_of(floor, plan, question.monday)
        if days and floor.kind == "min_people" and checking.situation_on(plan, days[0]) is None:
            lacks.append(("story", number, ""))
        if days and floor.kind in ("coverage", "min_people") and not floor.trusted:
            lacks.append(("agree", number, ""))
        if floor.kind == "coverage":
            dates = [question.date_of(m) for _, m in question.shown if m.tag == floor.tag and _has_room(m)]
            short = "".join(str(day.weekday()) for day in days if dates.count(day) < floor.min_per_day)
            if short:
                lacks.append(("place", number, short))
    return lacks


def changed(question, change):
    """The question as it would be after this change: new adults have the numbers below 0."""
    moments = list(question.moments)
    for index in change.gives_back:
        moments[index] = replace(moments[index], person=None, agreed=False)
    newcomers = {-1 - number: days for number, days in enumerate(change.extra)}
    for index, moment in enumerate(moments):
        comes = frozenset(who for who, days in newcomers.items() if str(moment.day) in days)
        moments[index] = replace(moment, able=moment.able | comes, beside=moment.beside | comes)
    numbers = frozenset(number for _, number in question.situations)
    people = {
        who: replace(one, knows=one.knows | numbers) if who in change.told else one
        for who, one in question.people.items()
    }
    people |= {who: checking.Somebody(knows=numbers) for who in newcomers}
    floors = tuple(replace(floor, trusted=floor.trusted | set(newcomers)) for floor in question.floors)
    helpers = (*question.helpers, *(Helper(who) for who in newcomers))
    return replace(question, moments=tuple(moments), people=people, floors=floors, helpers=helpers)


class _Changing(Model):
    """The model in which people may give back, learn what is going on, and come along."""

    def smallest(self, work):
        for met in self.met:
            self.cp.add(met == 1)
        comes, days, told = list(self._comes.values()), list(self._on_day.values()), list(self.told.values())
        wishes = [list(self.free.values()), comes, days, told]
        found, is_smallest = best_of(self.cp, [lambda found, w=wish: (-sum(w), 0) for wish in wishes], work=work)
        if found is None:
            return None
        extra = [
            "".join(str(day) for day in range(7) if found(self._on_day[who, day]))
            for who in self.spare
            if found(self._comes[who])
        ]
        return Change(
            gives_back=tuple(index for index, back in self.free.items() if found(back)),
            extra=tuple(sorted(extra)),
            told=tuple(who for who, knows in self.told.items() if found(knows)),
            is_smallest=is_smallest,
        )

    def __init__(self, question):
        cp = cp_model.CpModel()
        standing = [index for index, moment in question.shown if moment.person is not None]
        free = {index: cp.new_bool_var(f"back {index}") for index in standing}
        numbers = {number for _, number in question.situations}
        trusted = sorted({who for floor in question.floors for who in floor.trusted if who in question.people})
        unaware = [who for who in trusted if not numbers <= question.people[who].knows]
        told = {who: cp.new_bool_var(f"told {who}") for who in unaware}
        spare = [-1 - number for number in range(_most_extra(question))]
        self._comes = {who: cp.new_bool_var(f"extra {who}") for who in spare}
        self._on_day = {(who, day): cp.new_bool_var(f"extra {who} on {day}") for who in spare for day in range(7)}
        for (who, _), on in self._on_day.items():
            cp.add_implication(on, self._comes[who])
        for one, other in zip(spare, spare[1:], strict=False):
            cp.add_implication(self._comes[other], self._comes[one])
        super().__init__(question, spare=spare, free=free, told=told, variables=cp)
        for asked in (self.does, self.goes_along):
            for (index, who), chosen in asked.items():
                if who < 0:
                    cp.add_implication(chosen, self._on_day[who, question.moments[index].day])

    def is_there(self, spare):
        return self._comes[spare]


def _has_room(moment):
    return moment.person is not None or moment.starts is not None


def _most_extra(question):
    """Never more newcomers than this are needed: enough for every floor by itself, one for each missing companion."""
    plan, needed = question.plan_with(), 0
    for floor in question.floors:
        days = len(checking.days_of(floor, plan, question.monday))
        if days and floor.kind == "coverage":
            each = max(1, floor.max_share * days // 100)
            needed += max(floor.min_people, -(-floor.min_per_day * days // each))
        elif days:
            needed = max(needed, floor.min_people)
    alone = sum(moment.lacks_companion for _, moment in question.shown)
    return min(12, max(needed, alone, 1))
