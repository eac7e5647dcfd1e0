"""Numbers from 0 to 10 that wait for each other: nobody sees one before everybody answered, and never with a name."""

from dataclasses import dataclass

from netwerkberaad.database import change, prepared
from netwerkberaad.domain import changes, refusals, undo
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.evening.answers import ROOM
from netwerkberaad.domain.evening.meeting import Answer, Meeting
from netwerkberaad.domain.refusals import insist

FEWEST = 4
# Who said it is not repeated: beside the dots it would tell whose dot moved.
GIVEN, CHANGED, PASSED = "Het cijfer staat erbij.", "Er staat nu een ander cijfer.", "Geen cijfer. Dat mag."


@dataclass(frozen=True)
class Progress:
    """How far the numbers are: so many of those asked have answered, with a number or without.

    shown    the wait is over
    dots     all numbers, sorted, as the room may see them: none while they wait, or while there are fewer than four
    by       ids of whoever answered, while the numbers wait; afterwards none, so that no dot finds its name"""

    answered: int
    asked: int
    shown: bool
    dots: list
    by: frozenset = frozenset()


def rate(circle, number, *, person=None, how="own", now):
    """A number from 0 to 10. Whoever gives another one, or passed before, has changed their mind.

    person None: said without a name. how: own (only they take it back), or spoken (typed at the table, and undone
    there). Refuses any other number, and outside a meeting."""
    insist(number is not None and 0 <= number <= 10, refusals.NoNumber)
    return _answer(circle, number, person=person, how=how, now=now)


def pass_by(circle, *, person, how="own", now):
    """«Ik geef geen cijfer»: nobody waits for this person any more, and a number they gave is gone."""
    insist(person, refusals.NobodySaid)
    return _answer(circle, None, person=person, how=how, now=now)


def show(evening, *, now):
    """«Laat zien»: the wait is over, whoever has not answered yet. Said twice is said once."""
    Meeting.update(numbers_shown_at=now).where(Meeting.id == evening.id, Meeting.numbers_shown_at.is_null()).execute()


def settle(evening, *, now):
    """When nobody is waited for any more (everybody answered, or went home) the numbers stay shown, whoever comes in
    later."""
    if evening and not evening.numbers_shown_at and progress(evening).shown:
        show(evening, now=now)


def own(evening, person):
    """What this person answered this evening: an Answer (its number is None when they passed), or None."""
    return next(iter(_own(evening.id, person.id)), None)


def asked(evening):
    """Who is waited for: everybody at the table from 12 on, but the facilitator."""
    return [one for one in meeting.at_the_table(evening) if not one.is_child and one.part != "facilitator"]


def progress(evening):
    """How far this evening's numbers are (Progress). Without an evening nothing was asked."""
    if evening is None:
        return Progress(0, 0, False, [])
    return _all_numbers(evening)[0]


def on_own_phone(evening, person):
    """What one phone shows of the numbers: (how far they are, whether its owner answered, their own number)."""
    all_of_us, said = _all_numbers(evening)
    own = [number for number, who in said if who == person.id]
    return all_of_us, bool(own), next(iter(own), None)


def _all_numbers(evening):
    """(how far they are, [(number, id of who gave it)])."""

    def read():
        said = _read_numbers(evening.id)
        return _progress(evening, said), said

    return changes.alike(evening.circle_id, ("numbers", evening.id), read)


@prepared
def _read_numbers(evening):
    return Answer.select(Answer.number, Answer.person).where(*_standing(evening)).tuples()


@prepared
def _own(evening, person):
    return Answer.select().where(*_standing(evening), Answer.person == person)


def _progress(evening, said):
    waited_for = {person.id for person in asked(evening)}
    by = frozenset(person for _number, person in said if person)
    nameless = sum(person is None for _number, person in said)
    answered = min(len(by & waited_for) + nameless, len(waited_for))
    complete = bool(said) and answered == len(waited_for)
    shown = bool(complete or evening.numbers_shown_at or evening.ended_at)
    dots = shown_numbers([number for number, _person in said if number is not None]) if shown else []
    return Progress(answered, len(waited_for), shown, dots, frozenset() if shown else by)


def shown_numbers(numbers):
    """The numbers as the room may see them: sorted, without names, none while there are fewer than four."""
    return sorted(numbers) if len(numbers) >= FEWEST else []


def _answer(circle, number, *, person, how, now):
    evening = meeting.going_on(circle, now=now)
    earlier = person and own(evening, person)
    if earlier:
        before = {"number": earlier.number}
        said = change(earlier, number=number)
        insist(said, refusals.ChangedMeanwhile)
        sentence = CHANGED
    else:
        before, sentence = {"state": "taken_back"}, GIVEN
        said = Answer.create(
            circle=circle,
            meeting=evening,
            question="3.3",
            kind="scale_rating",
            number=number,
            person=person,
            said_at=now,
        )
    if how == "spoken":
        undo.remember(circle, ROOM, said, PASSED if number is None else sentence, before=before, now=now)
    settle(evening, now=now)
    return said


def _standing(evening):
    return Answer.meeting == evening, Answer.kind == "scale_rating", Answer.state == "said"


meeting.when_somebody_left.append(settle)
