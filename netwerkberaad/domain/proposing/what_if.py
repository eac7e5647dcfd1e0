"""What if somebody is away for a while, or leaves: what would open up, and who could take it."""

import datetime as dt
import math
from dataclasses import dataclass, field, replace

from netwerkberaad.domain import refusals, yes
from netwerkberaad.domain.agreeing.roles import PAIRS
from netwerkberaad.domain.proposing import gathering
from netwerkberaad.domain.proposing.question import overlap
from netwerkberaad.domain.refusals import insist
from netwerkberaad.domain.safety import checking, floor_words, week_of_floors
from netwerkberaad.domain.week import roster, shift, when

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
    could       who else could take all of these dates; some: only a part of them; never why somebody is not here
    """

    shift: int
    part: str
    dates: tuple
    stand_in: int | None = None
    could: tuple = ()
    some: tuple = ()


@dataclass(frozen=True)
class RoleOpens:
    """A contact role that would need somebody, and who takes it over (None: nobody is named for that)."""

    role: str
    deputy: int | None = None


@dataclass(frozen=True)
class Ahead:
    """What would open up between two dates. floors: [(floor, [why it falls short, in Dutch])]; shifts: {id: record}."""

    opens: tuple
    roles: tuple = ()
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


def opens(standing, person, first, last, question=None):
    """[Opens] of this person between two dates, in the order in which they begin.

    standing: [Standing] of the circle; question: who could take it is read from there (nobody when it is None)."""
    found = []
    for one in standing:
        dates = tuple(when.dates(one.when, first, last)) if one.when.starts else ()
        for part in PARTS if dates else ():
            if getattr(one, part) == person:
                found.append(_opens(one, part, dates, question, person))
    return sorted(found, key=lambda one: (PARTS.index(one.part) == 2, one.dates[0], one.shift))


def _opens(one, part, dates, question, person):
    stands_in = one.stand_in if part == "person" and one.stand_in != person else None
    could, some = _who_could(question, one, part, dates, {person, stands_in}) if question else ((), ())
    return Opens(one.id, part, dates, stands_in, could, some)


def _who_could(question, one, part, dates, left_out):
    """(who could take every date, who could take a part of them): who offered just this comes first."""
    moments = {moment.day: moment for moment in question.moments if moment.shift == one.id}
    liked = frozenset().union(*(moment.likes for moment in moments.values()))
    instead = one.person if part == "person" else None
    counting = {day: _counting(question, moments[day.weekday()], day, instead) for day in dates}
    taken = {"could": [], "some": []}
    for helper in sorted(question.helpers, key=lambda helper: helper.id not in liked):
        if helper.id in left_out or helper.id in (one.person, one.companion, one.stand_in):
            continue
        theirs = [moment for moment in question.moments if helper.id in (moment.person, moment.companion)]
        fits = {}
        for day in dates:
            week, moment = (when.monday(day) - when.monday(question.first)).days // 7, moments[day.weekday()]
            may = helper.id in _willing(moment, part, left_out) and helper.id in counting[day]
            if may and not _is_busy(theirs, moment, week):
                fits[week] = fits.get(week, 0) + 1
        count = sum(min(times, _room(helper, theirs, week)) for week, times in fits.items())
        if count:
            taken["could" if count == len(dates) else "some"].append(helper.id)
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


def _room(helper, theirs, week):
    """How many more turns fit them in this week, beside what they do already."""
    if helper.most is None:
        return math.inf
    return max(0, helper.most - helper.roles - sum(week in moment.weeks for moment in theirs))


def roles_open(held, person):
    """[RoleOpens] of the contact roles this person has. held: {role: number of who has it, or None}."""
    return tuple(
        RoleOpens(role, held.get(PAIRS[role]) if role in PAIRS else None) for role, who in held.items() if who == person
    )


def falls_short(rules, plan, person, first, last, *, today, stops=False):
    """[(number in rules, (checking.Short, …))]: what would not hold between these dates and does now, when nobody takes
    over. plan: checking.Plan with every turn of those weeks; stops: they are gone for good, also as somebody who
    knows what is going on."""
    plan, without = (checking.reopened(one, rules) for one in (plan, _without(plan, person, first, last)))
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


def look_ahead(circle, person, plan, first, last, *, today, stops=False):
    """What would open up in the whole circle while this person is away: Ahead, with names of others.

    As many questions to the database for one person and one shift as for forty. Nothing is changed."""
    known, said = gathering.gathered(circle, when.monday(first), today=today), yes.said_in(circle)
    question, shifts = known.question, list(known.shifts.values())
    told = shift.told_in(circle, when.monday(first), when.monday(last) + when.A_DAY * 6)
    turns = week_of_floors.turns_of(shifts, said, when.monday(first), when.monday(last) + when.A_DAY * 6, told)
    checked = checking.Plan(turns, question.people, question.situations, question.first, question.last)
    short = falls_short(question.floors, checked, person.id, first, last, today=today, stops=stops)
    falling = [(known.floors[number], checking.Finding(checking.AT_RISK, gaps)) for number, gaps in short]
    return Ahead(
        opens=tuple(_opens_now(shifts, said, told, person.id, first, last, question)),
        roles=_roles(plan, person),
        floors=tuple((floor, floor_words.why(found, floor, known.names, today=today)) for floor, found in falling),
        shifts=known.shifts,
        said=said,
    )


def look_at_own(person, plan, first, last):
    """The same for whoever sees only what is their own: their dates and their roles, and nobody's name."""
    shifts, said = list(roster.seen_by(person)), yes.said_in(person.circle_id)
    own = _opens_now(shifts, said, shift.told_in(person.circle_id, first, last), person.id, first, last)
    return Ahead(
        opens=tuple(replace(one, stand_in=None) for one in own),
        roles=tuple(replace(one, deputy=None) for one in _roles(plan, person)),
        shifts={one.id: one for one in shifts},
    )


def _opens_now(shifts, said, told, person, first, last, question=None):
    """The same as `opens` after what was told of single dates: without those they cancelled already, and with those
    they took over."""
    standing, gone = [_plain(regular) for regular in shifts], set()
    changed = [regular for regular in shifts if regular.id in told.shifts]
    for one in shift.on_dates(changed, said, told, first, last):
        regular, part = one.regular, one.part_of(person)
        if part and getattr(regular, f"{part}_id") != person:
            once = replace(roster.when_of(regular), repeat="once", first_day=one.day)
            standing.append(Standing(regular.id, once, **{part: person}))
        told_of = (name for name in ("person", "companion") if (regular.id, one.day, name) in told.cancelled)
        gone |= {(regular.id, name, one.day) for name in told_of if name != part}
    kept = (
        replace(one, dates=tuple(day for day in one.dates if (one.shift, one.part, day) not in gone))
        for one in opens(standing, person, first, last, question)
    )
    return [one for one in kept if one.dates]


def _plain(regular):
    return Standing(regular.id, roster.when_of(regular), regular.person_id, regular.companion_id, regular.stand_in_id)


def _roles(plan, person):
    return roles_open({role: getattr(plan, f"{role}_id") for pair in PAIRS.items() for role in pair}, person.id)


def _outside(plan):
    return (
        f"Ons plan loopt van {floor_words.day_words(plan.start)} tot en met {floor_words.day_words(plan.end)}. "
        "Kies dagen daarin."
    )
