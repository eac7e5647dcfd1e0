"""What a proposal never does, and what it is worth: read plainly from the question, without a solver."""

from collections import Counter
from dataclasses import astuple, dataclass
from itertools import combinations

from netwerkberaad.domain.proposing.question import overlap


@dataclass(frozen=True)
class Worth:
    """What a proposal is worth, the most important first; of two, the one that wins earlier is better.

    floors    how many floors are met
    covered   how many open moments, and companions that are missing, have somebody
    highest   how many of the shifts the busiest person does: the fewer the better
    liked     how many choices are what somebody offered
    changes   how many names that were proposed before are another one now: the fewer the better"""

    floors: int
    covered: int
    highest: int
    liked: int
    changes: int

    @property
    def order(self):
        return self.floors, self.covered, -self.highest, self.liked, -self.changes

    def __str__(self):
        return "floors {}, covered {}, highest share {}, liked {}, changes {}".format(*astuple(self))


@dataclass(frozen=True)
class Proposal:
    """What the program proposes: the choices, what they are worth, and whether nothing better exists.

    is_best: False when the work ran out: then it is the best that was found."""

    choices: tuple
    worth: Worth
    is_best: bool


def worth(question, choices):
    """The Worth of these choices."""
    done = {choice.moment: choice for choice in choices}
    given = Counter(_doing(question, done).values())
    helping = [count for person, count in given.items() if person not in question.household]
    return Worth(
        floors=len(question.floors_met(choices)),
        covered=len(done),
        highest=max(helping, default=0),
        liked=sum(_is_liked(question.moments[choice.moment], choice) for choice in choices),
        changes=sum(
            moment.earlier is not None and (index not in done or done[index].person != moment.earlier)
            for index, moment in question.shown
        ),
    )


def _is_liked(moment, choice):
    return moment.person is None and choice.person in moment.likes


def broken(question, choices):
    """What these choices do that a proposal never does, in words for whoever mends the program; [] when all is well."""
    done = {choice.moment: choice for choice in choices}
    wrong = ["a moment twice"] if len(done) < len(choices) else []
    for index, choice in done.items():
        wrong += [f"moment {index}: {what}" for what in _wrong_at(question.moments[index], choice)]
    for days in question.lacking:
        if len({done[index].companion if index in done else None for index in days}) > 1:
            wrong.append(f"one companion for some days only: {days}")
    carried = _carried(question, done)
    for helper in question.helpers:
        theirs = carried.get(helper.id, [])
        mine = {
            index for index, part in theirs if index in done and _is_new(question.moments[index], done[index], part)
        }
        for one, other in combinations([index for index, _ in theirs], 2):
            if mine & {one, other} and overlap(question.moments[one], question.moments[other]):
                wrong.append(f"{helper.id} is in two places: {one} and {other}")
        for week in {week for index in mine for week in question.moments[index].weeks}:
            load = helper.roles + sum(week in question.moments[index].weeks for index, _ in theirs)
            if helper.most is not None and load > helper.most:
                wrong.append(f"{helper.id} does more than fits them in week {week}")
    return wrong


def _is_new(moment, choice, part):
    return moment.person is None if part == "person" else choice.companion is not None


def _wrong_at(moment, choice):
    if moment.lacks_companion:
        fits = choice.person == moment.person and choice.companion in moment.beside - {moment.person}
        return [] if fits else ["no companion, or another person than was agreed"]
    if not moment.is_open:
        return ["somebody does it already"]
    wrong = [] if choice.person in moment.able else ["this person does not do it"]
    beside = choice.companion if choice.companion is not None else moment.companion
    if beside == choice.person:
        wrong.append("their own companion")
    if choice.companion is not None and choice.companion not in moment.beside:
        wrong.append("this companion does not go along")
    if choice.person in moment.not_alone and beside is None:
        wrong.append("alone, and should not be")
    return wrong


def _doing(question, done):
    """{moment: who does it} in the shown week."""
    named = {index: done[index].person if index in done else moment.person for index, moment in question.shown}
    return {index: person for index, person in named.items() if person is not None}


def _carried(question, done):
    """{person: [(moment, part)]} in all weeks, companions too."""
    carried = {}
    for index, moment in enumerate(question.moments):
        choice = done.get(index)
        person = choice.person if choice else moment.person
        companion = choice.companion if choice and choice.companion is not None else moment.companion
        for part, who in (("person", person), ("companion", companion)):
            if who is not None:
                carried.setdefault(who, []).append((index, part))
    return carried
