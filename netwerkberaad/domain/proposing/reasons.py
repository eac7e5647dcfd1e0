"""Why the program proposes somebody, in one sentence that names the offer or the rule that decided; nothing private."""

from collections import Counter
from dataclasses import replace

from netwerkberaad.domain.proposing import reading
from netwerkberaad.domain.proposing.rules import broken
from netwerkberaad.domain.safety import checking
from netwerkberaad.domain.safety.floor_words import first_sentence
from netwerkberaad.domain.saying import together
from netwerkberaad.domain.week import day_parts
from netwerkberaad.domain.week.when import DAYS

_NUMBERS = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")


def because(gathered, proposal):
    """{number of the moment: why} for every choice of this proposal.

    The rule that weighs most comes first: what must always hold, then what this person offered, then that it is divided
    as evenly as can be. What somebody keeps to themselves decides in silence: it leaves people out, and is never a
    reason."""
    counts = Counter(turn.person for turn in gathered.question.plan_with(proposal.choices).turns)
    helping = Counter({who: n for who, n in counts.items() if who not in gathered.question.household})
    return {choice.moment: _sentence(gathered, proposal, choice, helping) for choice in proposal.choices}


def _sentence(gathered, proposal, choice, helping):
    moment, name = gathered.question.moments[choice.moment], gathered.names[choice.person]
    beside = f" {gathered.names[choice.companion]} is erbij." if choice.companion is not None else ""
    if moment.person is not None:
        return f"{_asks(gathered, _companion_floor(gathered, moment))}.{beside}"
    floor, why = _floor_that_decides(gathered.question, proposal, choice)
    if why:
        so = _SO[why] if why in _SO else f"zo ook op {DAYS[moment.day]}"
        return f"{_asks(gathered, floor)}: {so}.{beside}"
    if offer := _offer(gathered, moment, choice.person):
        return f"{name} bood aan: {offer.rstrip('.')}.{beside}"
    done, all_of_them = helping[choice.person], helping.total()
    return f"Zo is het verdeeld: {name} doet {done} van de {all_of_them} beurten.{beside}"


# Why a week without this choice would not meet a floor, when it is not that nobody would come on that day.
_SO = {"no_turns": "zo komen er genoeg mensen om de beurt", "too_much_by_one": "zo komt niemand te vaak"}


def _floor_that_decides(question, proposal, choice):
    """(the number of the floor that is met with this choice and would not be without it, or with somebody else who
    could do it; why it would not: checking.Short.why). (None, "") when no floor decides."""
    moment = question.moments[choice.moment]
    others = tuple(other for other in proposal.choices if other != choice)
    for number in question.floors_met(proposal.choices):
        floor = question.floors[number]
        if floor.kind != "coverage" or floor.tag != moment.tag:
            continue
        weeks = [others, *(() if _short(question, floor, others) else _with_another(question, others, choice))]
        for short in filter(None, (_short(question, floor, week) for week in weeks)):
            return number, short[0].why
    return None, ""


def _short(question, floor, choices):
    return checking.planned(floor, question.plan_with(choices), question.monday, today=question.monday).short


def _with_another(question, others, choice):
    """The same week with somebody else for this moment, for each who could do it."""
    for who in sorted(question.moments[choice.moment].able - {choice.person}):
        week = (*others, replace(choice, person=who))
        if not broken(question, week):
            yield week


def _companion_floor(gathered, moment):
    """The rule because of which somebody goes along: one that holds on this date comes first."""
    question = gathered.question
    asked = (n for n, floor in enumerate(question.floors) if (floor.person, floor.tag) == (moment.person, moment.tag))
    fits = [n for n in asked if question.floors[n].kind == "companion"]
    return min(fits, key=lambda n: not checking.holds(question.floors[n], question.date_of(moment)))


def _asks(gathered, number):
    """The first sentence of that floor, as the family reads it."""
    return first_sentence(gathered.floors[number].words)


def _offer(gathered, moment, person):
    """What this person offered that names this task, in their own words; "" when nothing does."""
    if person not in moment.likes:
        return ""
    what, made = gathered.tasks[moment.task].what, gathered.offered.get(person, ())
    pieces = day_parts.touched(moment.day, moment.at, moment.minutes)
    said = {"pieces": pieces, "names": gathered.words, "kids": gathered.kids}
    return next((offer for offer in made if reading.offers_this(offer, what, moment.day, **said)), "")


def change_in_words(gathered, change):
    """The smallest change, as sentences: «Nog één volwassene die op woensdag kan.»"""
    said = []
    for index in change.gives_back:
        moment = gathered.question.moments[index]
        what = gathered.tasks[moment.task].what
        said.append(
            f"Als {gathered.names[moment.person]} {_in_the_middle(what, gathered)} op {DAYS[moment.day]} "
            "aan een ander geeft."
        )
    alike = Counter(change.extra)
    for days, many in sorted(alike.items(), key=lambda one: (-len(one[0]), one[0])):
        on = f" die op {together([DAYS[int(day)] for day in days])} {'kan' if many == 1 else 'kunnen'}" if days else ""
        who = "één volwassene" if many == 1 else f"{_count(many)} volwassenen"
        said.append(f"Nog {who}{on}." if on else f"Nog {who} {'die weet' if many == 1 else 'die weten'} wat er speelt.")
    for number in sorted({at for at, _ in change.agreed}):
        who = [gathered.names[who] for at, who in change.agreed if at == number]
        verb = "meetelt" if len(who) == 1 else "meetellen"
        said.append(f"Als jullie samen afspreken dat {together(sorted(who))} {verb} bij «{_asks(gathered, number)}».")
    if change.told:
        names = together(sorted(gathered.names[who] for who in change.told))
        verb = "weet" if len(change.told) == 1 else "weten"
        said.append(f"Als {names} precies {verb} wat er speelt.")
    return said


def missing_in_words(gathered, missing):
    """What no change can make up for, as sentences that say what to do first."""
    said = []
    for what, number, days in missing:
        if what == "story":
            said.append("Er staat nog niet wat er speelt. Schrijf dat eerst op (vraag 1.4).")
        else:
            on = together([DAYS[int(day)] for day in days])
            said.append(f"«{_asks(gathered, number)}»: zet er eerst een beurt voor op {on}.")
    return said


def _in_the_middle(what, gathered):
    """A task in the middle of a sentence; a name keeps its capital."""
    first = what.split()[0].casefold() if what.split() else ""
    return what if first in gathered.words | gathered.kids else what[:1].lower() + what[1:]


def _count(number):
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)
