"""Looking ahead: what is known of a circle, read once, to say what would open up while somebody is away."""

from dataclasses import replace

from netwerkberaad.domain import yes
from netwerkberaad.domain.agreeing.plan import agreements_of, steps_of
from netwerkberaad.domain.agreeing.roles import PAIRS
from netwerkberaad.domain.proposing import gathering
from netwerkberaad.domain.proposing.what_if import NOTHING, Ahead, Meanwhile, Standing, falls_short, opens, roles_open
from netwerkberaad.domain.safety import checking, floor_words, week_of_floors
from netwerkberaad.domain.week import away, roster, shift, when


def look_ahead(circle, person, plan, first, last, *, today, stops=False):
    """What would open up in the whole circle while this person is away: Ahead, with names of others.

    As many questions to the database for one person and one shift as for forty. Nothing is changed."""
    known, said = gathering.gathered(circle, when.monday(first), today=today), yes.said_in(circle)
    question, shifts = known.question, list(known.shifts.values())
    told = shift.told_in(circle, when.monday(first), when.monday(last) + when.A_DAY * 6)
    meanwhile = Meanwhile(tuple(away.away_in(circle, first)), _took_over(shifts, said, told, first, last))
    turns = week_of_floors.turns_of(shifts, said, when.monday(first), when.monday(last) + when.A_DAY * 6, told)
    checked = checking.Plan(turns, question.people, question.situations, question.first, question.last)
    short = falls_short(question.floors, checked, person.id, first, last, today=today, stops=stops)
    falling = [(known.floors[number], checking.Finding(checking.AT_RISK, gaps)) for number, gaps in short]
    return Ahead(
        opens=tuple(_opens_now(shifts, said, told, person.id, first, last, question, meanwhile)),
        roles=_roles(plan, person),
        **_promised(plan, person),
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
        **_promised(plan, person),
        shifts={one.id: one for one in shifts},
    )


def _took_over(shifts, said, told, first, last):
    """((person, begins, ends)) of the single dates that people took over."""
    changed = [regular for regular in shifts if regular.line in told.shifts]
    return tuple(
        (who, one.begins, one.ends)
        for one in shift.on_dates(changed, said, told, first - when.A_DAY, last + when.A_DAY)
        for part in shift.PARTS
        if (who := getattr(one, part)) and who != getattr(one.regular, f"{part}_id") and one.state != "lapsed"
    )


def _promised(plan, person):
    """What is theirs of plan B, and what they agreed to do besides."""
    ours = person.circle_id
    return {
        "steps": tuple(step for step in steps_of(ours) if step.person_id == person.id),
        "agreed": tuple(one for one in agreements_of(ours) if one.person_id == person.id),
    }


def _opens_now(shifts, said, told, person, first, last, question=None, meanwhile=NOTHING):
    """The same as `opens` after what was told of single dates: without those they cancelled already, and with those
    they took over."""
    standing, gone = [_plain(regular) for regular in shifts], set()
    changed = [regular for regular in shifts if regular.line in told.shifts]
    for one in shift.on_dates(changed, said, told, first, last):
        regular, part = one.regular, one.part_of(person)
        if part and getattr(regular, f"{part}_id") != person:
            once = replace(roster.when_of(regular), repeat="once", first_day=one.day)
            standing.append(Standing(regular.id, once, **{part: person}))
        told_of = (name for name in ("person", "companion") if (regular.line, one.day, name) in told.cancelled)
        gone |= {(regular.id, name, one.day) for name in told_of if name != part}
    kept = (
        replace(one, dates=tuple(day for day in one.dates if (one.shift, one.part, day) not in gone))
        for one in opens(standing, person, first, last, question, meanwhile)
    )
    return [one for one in kept if one.dates]


def _plain(regular):
    return Standing(regular.id, roster.when_of(regular), regular.person_id, regular.companion_id, regular.stand_in_id)


def _roles(plan, person):
    return roles_open({role: getattr(plan, f"{role}_id") for pair in PAIRS.items() for role in pair}, person.id)
