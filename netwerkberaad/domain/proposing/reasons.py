"""Why the program proposes somebody, in one sentence that names the offer or the rule that decided; nothing private."""

from collections import Counter

from netwerkberaad.domain.proposing import reading
from netwerkberaad.domain.safety import checking
from netwerkberaad.domain.saying import together
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
    floor = _needed_for(gathered, proposal, choice)
    if floor is not None:
        return f"{_asks(gathered, floor)}: zo ook op {DAYS[moment.day]}.{beside}"
    if offer := _offer(gathered, moment, choice.person):
        return f"{name} bood aan: {offer.rstrip('.')}.{beside}"
    done, all_of_them = helping[choice.person], helping.total()
    return f"Zo is het verdeeld: {name} doet {done} van de {all_of_them} beurten.{beside}"


def _needed_for(gathered, proposal, choice):
    """The number of the floor that this day meets with this choice and not without it; None when there is none."""
    question = gathered.question
    day = question.date_of(question.moments[choice.moment])
    others = tuple(other for other in proposal.choices if other != choice)
    for number in question.floors_met(proposal.choices):
        floor = question.floors[number]
        found = checking.planned(floor, question.plan_with(others), question.monday, today=question.monday)
        if floor.kind == "coverage" and any(short.day == day for short in found.short):
            return number
    return None


def _companion_floor(gathered, moment):
    floors = gathered.question.floors
    fits = (n for n, floor in enumerate(floors) if floor.kind == "companion" and floor.person == moment.person)
    return next(n for n in fits if floors[n].tag == moment.tag)


def _asks(gathered, number):
    """The first sentence of that floor, as the family reads it."""
    return gathered.floors[number].words.split(". ")[0].rstrip(".")


def _offer(gathered, moment, person):
    """What this person offered that names this task, in their own words; "" when nothing does."""
    if person not in moment.likes:
        return ""
    what, words = gathered.tasks[moment.task].what, {"names": gathered.words, "kids": gathered.kids}
    made = gathered.offered.get(person, ())
    return next((offer for offer in made if reading.offers_this(offer, what, moment.day, **words)), "")


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
