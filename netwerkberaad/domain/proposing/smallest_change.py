"""When no week meets what must always hold: the smallest change with which one does."""

from dataclasses import dataclass, replace
from itertools import pairwise

from ortools.sat.python import cp_model

from netwerkberaad.domain.proposing.model import Could, Model
from netwerkberaad.domain.proposing.question import Helper
from netwerkberaad.domain.proposing.solving import best_of
from netwerkberaad.domain.safety import checking

MOST_WORK = 3.0


@dataclass(frozen=True)
class Change:
    """What would make the floors possible.

    gives_back  the moments (their numbers) of which somebody gives back what stands
    extra       for each adult more, who counts for every floor: the weekdays on which they can, such as "24"
    agreed      [(floor, person)] of whom it is agreed that they count for that floor too (their numbers)
    told        who comes to know what is going on (their numbers)
    is_smallest nothing smaller is enough; False when the work ran out: then it is the smallest that was found"""

    gives_back: tuple = ()
    extra: tuple = ()
    agreed: tuple = ()
    told: tuple = ()
    is_smallest: bool = True

    @property
    def size(self):
        """What it asks of people, the heaviest first: of two changes the one that is smaller earlier is smaller."""
        days = sum(map(len, self.extra))
        return len(self.gives_back), len(self.extra), days, len(self.agreed), len(self.told)


def smallest_change(question, *, work=MOST_WORK):
    """The smallest Change with which a week meets every floor; it says whether that is proven.

    None when there is none, or this work found none; `missing` often tells why.

    First with somebody else for every place: that tells how little must be given back, and how many people more are
    certainly enough. Then with so many people."""
    enough = _Changing(question, _one_for_each_place(question)).fewest(work)
    if enough is None:
        return None
    people, is_proven = enough
    places = frozenset(_places(question))
    found = _Changing(question, {-1 - number: places for number in range(people)}, alike=True).smallest(work)
    return found and replace(found, is_smallest=found.is_smallest and is_proven)


def could_be_agreed(question):
    """[(floor, person)]: of whom it could be agreed that they count for a floor too, of those who already help.

    Never of whoever something is asked about that must always hold: whether they count is for people to bring up."""
    about = {floor.person for floor in question.floors} - {None}
    plan = question.plan_with()
    return [
        (number, helper.id)
        for number, floor in enumerate(question.floors)
        for helper in question.helpers
        if floor.kind in checking.AGREED_WITH
        and helper.id not in floor.trusted | about
        and checking.may_count(floor, plan, helper.id)
    ]


def missing(question):
    """What no change can make up for: [("story", floor, "") when nobody wrote down what is going on, and ("place",
    floor, weekdays) when too few moments of that kind stand there]."""
    plan, lacks = question.plan_with(), []
    for number, floor in enumerate(question.floors):
        days = checking.days_of(floor, plan, question.monday)
        if days and floor.kind == "min_people" and checking.situation_on(plan, days[0]) is None:
            lacks.append(("story", number, ""))
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
    agreed = [{who for at, who in change.agreed if at == number} for number in range(len(question.floors))]
    floors = tuple(
        replace(floor, trusted=floor.trusted | set(newcomers) | more)
        for floor, more in zip(question.floors, agreed, strict=True)
    )
    helpers = (*question.helpers, *(Helper(who) for who in newcomers))
    return replace(question, moments=tuple(moments), people=people, floors=floors, helpers=helpers)


class _Changing(Model):
    """The model in which people may give back, be agreed upon, learn what is going on, and come along.

    spare: {number below 0: the places that somebody could take who is not there yet}; alike: they differ in nothing
    but that number."""

    def fewest(self, work):
        """(how many people more, whether that is proven) where as little as can be is given back, and then as few."""
        found, is_proven = self._least((self.could.free, self.could.spare), work)
        return found and (sum(map(found, self.could.spare.values())), is_proven)

    def smallest(self, work):
        could, days = self.could, self._on_day
        found, is_smallest = self._least((could.free, could.spare, days, could.agreed, could.told), work)
        if found is None:
            return None

        def chosen(kind):
            return tuple(one for one, variable in kind.items() if found(variable))

        on = chosen(days)
        extra = ("".join(str(day) for who, day in on if who == newcomer) for newcomer in chosen(could.spare))
        return Change(chosen(could.free), tuple(sorted(extra)), chosen(could.agreed), chosen(could.told), is_smallest)

    def _least(self, kinds, work):
        wishes = [list(kind.values()) for kind in kinds]
        return best_of(self.cp, [lambda found, w=wish: (-sum(w), 0) for wish in wishes], work=work)

    def __init__(self, question, spare, *, alike=False):
        cp = cp_model.CpModel()
        standing = [index for index, moment in question.shown if moment.person is not None and not moment.gone]
        agreed = could_be_agreed(question)
        counting = {who for floor in question.floors for who in floor.trusted} | {who for _, who in agreed}
        numbers = {number for _, number in question.situations}
        unaware = [who for who in sorted(counting & set(question.people)) if not numbers <= question.people[who].knows]
        could = Could(
            cp,
            spare={who: cp.new_bool_var(f"extra {who}") for who in spare},
            at=spare,
            free={index: cp.new_bool_var(f"back {index}") for index in standing},
            agreed={pair: cp.new_bool_var(f"agreed {pair}") for pair in agreed},
            told={who: cp.new_bool_var(f"told {who}") for who in unaware},
        )
        self._on_day = {(who, day): cp.new_bool_var(f"extra {who} on {day}") for who in spare for day in range(7)}
        for (who, _), on in self._on_day.items():
            cp.add_implication(on, could.spare[who])
        for one, other in pairwise(spare) if alike else ():
            cp.add_implication(could.spare[other], could.spare[one])
        super().__init__(question, could)
        for asked in (self.does, self.goes_along):
            for (index, who), chosen in asked.items():
                if who < 0:
                    cp.add_implication(chosen, self._on_day[who, question.moments[index].day])
        for met in self.met:
            cp.add(met == 1)


def _has_room(moment):
    return moment.person is not None or moment.starts is not None


def _places(question):
    """The moments (their numbers) for which it can help that somebody more comes along."""
    plan = question.plan_with()
    covers = [(one, checking.days_of(one, plan, question.monday)) for one in question.floors if one.kind == "coverage"]
    for index, moment in question.shown:
        day = question.date_of(moment)
        if moment.lacks_companion or any(moment.tag == floor.tag and day in days for floor, days in covers):
            yield index


def _one_for_each_place(question):
    """Somebody else for every place, for everything that needs one and the same companion, and for whatever asks that
    enough people know: never more people than these are needed, and with them as little as can be is given back."""
    together = [frozenset(days) for days in question.lacking if len(days) > 1]
    knowing = max((floor.min_people for floor in question.floors if floor.kind == "min_people"), default=0)
    each = [*(frozenset((index,)) for index in _places(question)), *together, *[frozenset()] * knowing]
    return {-1 - number: places for number, places in enumerate(each)}
