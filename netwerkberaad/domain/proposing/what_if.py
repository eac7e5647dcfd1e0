"""What if somebody is away for a while, or leaves: what would open up, and who could take it."""

import datetime as dt
from dataclasses import dataclass, field, replace

from netwerkberaad.domain import refusals
from netwerkberaad.domain.agreeing.roles import PAIRS
from netwerkberaad.domain.proposing.question import overlap
from netwerkberaad.domain.refusals import insist
from netwerkberaad.domain.safety import alone, checking, floor_words
from netwerkberaad.domain.week import away, roster, when

PARTS = ("person", "companion", "stand_in")


@dataclass(frozen=True)
class Standing:
    """A regular shift as far as this goes: when it falls, and the numbers of who does it, goes along and stands in."""

    id: int
    when: when.When
    person: int | None = None
    companion: int | None = None
    stand_in: int | None = None


@dataclass(frozen=True)
class Opens:
    """What would open of one regular shift: the part somebody has in it, on these local dates.

    stand_in    who was named to stand in for them: comes first. None: nobody, or they are the stand-in themselves
    not_there   of these dates those on which that stand-in is away too
    could       who else could take all of these dates; some: only a part of them, as far as everybody can see (they
                are elsewhere, away, or their turn would not count). Whom something of their own keeps from one of the
                rest is not here at all, and how often a week fits somebody is theirs to weigh: nobody can tell either
    """

    shift: int
    part: str
    dates: tuple
    stand_in: int | None = None
    not_there: tuple = ()
    could: tuple = ()
    some: tuple = ()


@dataclass(frozen=True)
class RoleOpens:
    """A contact role that would need somebody, and who takes it over (None: nobody is named for that)."""

    role: str
    deputy: int | None = None


@dataclass(frozen=True)
class Meanwhile:
    """What was told of single dates: who is away (away.Away), and what people took over, each (person, begins, ends)
    with moments."""

    absent: tuple = ()
    took: tuple = ()

    def is_elsewhere(self, person, falls, day):
        """Whether this person (their number) is away on this date, or took something over at that time."""
        begins, ends = when.span(falls, day)
        busy = any(who == person and begins < until and since < ends for who, since, until in self.took)
        return busy or person in away.who(self.absent, day)


NOTHING = Meanwhile()


@dataclass(frozen=True)
class Ahead:
    """What would open up between two dates. floors: [(floor, [why it falls short, in Dutch])]; steps: what is theirs of
    plan B, agreed: what they agreed to do besides (records); shifts: {id: record}."""

    opens: tuple
    roles: tuple = ()
    steps: tuple = ()
    agreed: tuple = ()
    floors: tuple = ()
    shifts: dict = field(default_factory=dict)
    said: dict = field(default_factory=dict)

    @property
    def missed(self):
        """The dates on which somebody does something or goes along; standing in leaves nothing open."""
        return [one for one in self.opens if one.part != "stand_in"]

    @property
    def spare(self):
        return [one for one in self.opens if one.part == "stand_in"]

    @property
    def times(self):
        return sum(len(one.dates) for one in self.missed)

    def has_said_yes(self, one):
        """True when the stand-in who comes first said yes to that."""
        return bool(roster.answer_of(self.shifts[one.shift], "stand_in", self.said))


def period(plan, first, last, *, today):
    """The dates that are looked at: within the plan, from today on. Refuses what is no time away.

    plan: with start and end; first, last: local dates, None when nobody said."""
    insist(first, refusals.NoFirstDay)
    insist(last, refusals.NoLastDay)
    insist(first <= last, refusals.BackBeforeGone)
    insist(last >= today, refusals.DaysGoneBy)
    insist(first <= plan.end and last >= plan.start, refusals.OutsideThePlan(_outside(plan)))
    return max(first, plan.start, today), min(last, plan.end)


def opens(standing, person, first, last, question=None, meanwhile=NOTHING):
    """[Opens] of this person between two dates, in the order in which they begin.

    standing: [Standing] of the circle; question: who could take it is read from there (nobody when it is None)."""
    found = []
    for one in standing:
        dates = tuple(when.dates(one.when, first, last)) if one.when.starts else ()
        for part in PARTS if dates else ():
            if getattr(one, part) == person:
                found.append(_opens(one, part, dates, question, meanwhile, person))
    return sorted(found, key=lambda one: (PARTS.index(one.part) == 2, one.dates[0], one.shift))


def _opens(one, part, dates, question, meanwhile, person):
    stands_in = one.stand_in if part == "person" and one.stand_in != person else None
    not_there = tuple(day for day in dates if stands_in and meanwhile.is_elsewhere(stands_in, one.when, day))
    could, some = _who_could(question, one, part, dates, meanwhile, {person, stands_in}) if question else ((), ())
    return Opens(one.id, part, dates, stands_in, not_there, could, some)


def _who_could(question, one, part, dates, meanwhile, left_out):
    """(who could take every date, who could take a part of them): who offered just this comes first."""
    moments = {moment.day: moment for moment in question.moments if moment.shift == one.id}
    liked = frozenset().union(*(moment.likes for moment in moments.values()))
    instead = one.person if part == "person" else None
    counting = {day: _counting(question, moments[day.weekday()], day, instead) for day in dates}
    taken = {"could": [], "some": []}
    for helper in sorted(question.helpers, key=lambda helper: helper.id not in liked):
        if helper.most == 0 or helper.id in left_out or helper.id in (one.person, one.companion, one.stand_in):
            continue
        theirs, free = [moment for moment in question.moments if helper.id in (moment.person, moment.companion)], []
        for day in dates:
            week, moment = (when.monday(day) - when.monday(question.first)).days // 7, moments[day.weekday()]
            is_there = not _is_busy(theirs, moment, week) and not meanwhile.is_elsewhere(helper.id, one.when, day)
            if is_there and helper.id in counting[day]:
                free.append(moment)
        if free and all(helper.id in _willing(moment, part, left_out) for moment in free):
            taken["could" if len(free) == len(dates) else "some"].append(helper.id)
    return tuple(taken["could"]), tuple(taken["some"])


def _counting(question, moment, day, instead):
    """Who may come instead of somebody whose turn counts for what must always hold: only whose turn counts too."""
    plan = checking.Plan((), question.people, question.situations, question.first, question.last)
    everybody = {helper.id for helper in question.helpers}
    for rule in question.floors:
        asks = rule.kind == "coverage" and rule.tag == moment.tag and checking.holds(rule, day)
        if asks and checking.would_count(rule, plan, instead, day):
            everybody = {who for who in everybody if checking.would_count(rule, plan, who, day)}
    return everybody


def _willing(moment, part, left_out):
    """Who offered help and may do this part; whoever should not be alone only when somebody goes along."""
    if part == "companion":
        return moment.beside
    is_alone = moment.companion is None or moment.companion in left_out
    return moment.able - moment.not_alone if is_alone else moment.able


def _is_busy(theirs, moment, week):
    return any(overlap(replace(moment, weeks=frozenset((week,))), other) for other in theirs)


def roles_open(held, person):
    """[RoleOpens] of the contact roles this person has. held: {role: number of who has it, or None}."""
    return tuple(
        RoleOpens(role, held.get(PAIRS[role]) if role in PAIRS else None) for role, who in held.items() if who == person
    )


def falls_short(rules, plan, person, first, last, *, today, stops=False):
    """[(number in rules, (checking.Short, …))]: what would not hold between these dates and does now, when nobody takes
    over. plan: checking.Plan with every turn of those weeks; stops: they are gone for good, also as somebody who
    knows what is going on."""
    plan, without = (alone.reopened(one, rules) for one in (plan, _without(plan, person, first, last)))
    found = []
    weeks = [when.monday(first) + dt.timedelta(weeks=n) for n in range((last - when.monday(first)).days // 7 + 1)]
    for number, rule in enumerate(rules):
        then = replace(rule, trusted=rule.trusted - {person}) if stops and rule.kind == "min_people" else rule
        new = {}
        for monday in weeks:
            now = {_gap(short) for short in checking.planned(rule, plan, monday, today=today).short}
            for short in checking.planned(then, without, monday, today=today).short:
                if _gap(short) not in now and (short.day is None or first <= short.day <= last):
                    new.setdefault(_gap(short), short)
        if new:
            found.append((number, tuple(sorted(new.values(), key=lambda short: short.day or dt.date.max))))
    return found


def _gap(short):
    """A day that falls short is the same gap whatever the reason; a whole week differs by its reason."""
    return short.day or short.why


def _without(plan, person, first, last):
    turns = []
    for turn in plan.turns:
        if first <= turn.day <= last and turn.person == person:
            continue
        alone = first <= turn.day <= last and turn.companion == person
        turns.append(replace(turn, companion=None) if alone else turn)
    return replace(plan, turns=tuple(turns))


def _outside(plan):
    return (
        f"Ons plan loopt van {floor_words.day_words(plan.start)} tot en met {floor_words.day_words(plan.end)}. "
        "Kies dagen daarin."
    )
