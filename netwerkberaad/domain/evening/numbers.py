"""Numbers from 0 to 10 that wait for each other: nobody sees one before everybody answered, and never with a name."""

from dataclasses import dataclass
from typing import NamedTuple

import peewee

from netwerkberaad.database import change, prepared
from netwerkberaad.domain import changes, refusals, undo
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.evening.answers import ROOM
from netwerkberaad.domain.evening.meeting import Answer, Meeting
from netwerkberaad.domain.refusals import insist

FEWEST = 4
# Who said it is not repeated: beside the dots it would tell whose dot moved.
GIVEN, CHANGED, PASSED = "Het cijfer is bewaard.", "Er is een ander cijfer bewaard.", "Geen cijfer. Dat mag."


@dataclass(frozen=True)
class Progress:
    """How far the numbers are: so many of those asked have answered, with a number or without.

    shown    the wait is over
    dots     the numbers of the picture that the room sees (may_follow), sorted: none while they wait, or are too few
    by       ids of whoever answered, while the numbers wait; afterwards none, so that no dot finds its name"""

    answered: int
    asked: int
    shown: bool
    dots: list
    by: frozenset = frozenset()


class Given(NamedTuple):
    """One answer: who gave it (an id; None: said without a name), the number that stands now and the one of it that
    the picture shows (None: no number), and whether it still stands as an answer."""

    id: int
    person: int | None
    number: int | None
    shown: int | None
    said: bool


class Own(NamedTuple):
    """What somebody answered themselves. waits: the picture does not show it yet."""

    answered: bool
    number: int | None
    waits: bool


def may_follow(given):
    """Whether the numbers as they stand now (a list of Given) may take the place of the picture that the room sees.

    The first picture is of at least four people's numbers, however they were said: everybody at the table waited for
    it together. After that, what the room sees is no live count: when one dot moves just after Wendy took up her phone,
    everybody knows her number. So the picture stays as it is, whatever is given, changed or taken back, until it
    differs by at least four people's answers. Of these

    - at least four lose the number that stands there, or nobody does (a dot that goes tells as much as one that comes);
    - at least four bring a number, or nobody does;
    - and what stands there afterwards is again of at least four people.

    A number without a name was said aloud. It is no secret, but who heard three numbers and then sees four dots change
    knows the fourth: so it waits with the others and hides nobody. Those three counts are of people with a name. (The
    picture is compared with what the room saw last. It never empties, so that nobody compares it with the one before.)
    """
    if all(one.shown is None for one in given):
        return _people(one for one in given if one.number is not None) >= FEWEST
    changed = [one for one in given if one.number != one.shown]
    named = [one for one in changed if one.person]
    counts = (
        {one.person for one in named if one.shown is not None},
        {one.person for one in named if one.number is not None},
        {one.person for one in given if one.person and one.number is not None},
    )
    enough = min(_people(changed), _people(one for one in given if one.number is not None)) >= FEWEST
    return enough and all(not people or len(people) >= FEWEST for people in counts)


def _people(given):
    """How many people these answers are of: one person typed twice may have given two."""
    return len({(one.person, None if one.person else one.id) for one in given})


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
    _renew(evening)


def settle(evening, *, now):
    """When nobody is waited for any more (everybody answered, or went home) the numbers are shown and stay so, whoever
    comes in later. Once they are, the picture follows what is given when it may."""
    if evening and (evening.numbers_shown_at or _is_complete(evening)):
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
    """What the owner of a phone answered (Own)."""
    all_of_us, given = _all_numbers(evening)
    own = [one for one in given if one.person == person.id and one.said]
    waits = bool(all_of_us.dots) and any(one.number != one.shown for one in own)
    return Own(bool(own), next((one.number for one in own), None), waits)


def _all_numbers(evening):
    """(how far they are, [Given])."""

    def read():
        given = _given(evening.id)
        return _progress(Meeting.get_by_id(evening.id), given), given

    return changes.alike(evening.circle_id, ("numbers", evening.id), read)


def _given(evening):
    return [
        Given(key, person, number if state == "said" else None, shown, state == "said")
        for key, person, number, shown, state in _read_numbers(evening)
    ]


@prepared
def _read_numbers(evening):
    counts = (Answer.state == "said") | Answer.shown_number.is_null(False)
    columns = (Answer.id, Answer.person, Answer.number, Answer.shown_number, Answer.state)
    return Answer.select(*columns).where(Answer.meeting == evening, Answer.kind == "scale_rating", counts).tuples()


@prepared
def _own(evening, person):
    standing = (Answer.meeting == evening, Answer.kind == "scale_rating", Answer.state == "said")
    return Answer.select().where(*standing, Answer.person == person)


def _progress(evening, given):
    waited_for = {person.id for person in asked(evening)}
    by = frozenset(one.person for one in given if one.said and one.person)
    nameless = sum(one.said and one.person is None for one in given)
    answered = min(len(by & waited_for) + nameless, len(waited_for))
    shown = bool(evening.numbers_shown_at or evening.ended_at)
    dots = sorted(one.shown for one in given if one.shown is not None) if shown else []
    return Progress(answered, len(waited_for), shown, dots, frozenset() if shown else by)


def _is_complete(evening):
    given = _given(evening.id)
    so_far = _progress(evening, given)
    return any(one.said for one in given) and so_far.answered == so_far.asked


def _renew(evening):
    """The picture follows the numbers as they stand now, when it may."""
    given = _given(evening.id)
    if may_follow(given):
        stands = peewee.Case(None, [(Answer.state == "said", Answer.number)], None)
        changed = [one.id for one in given if one.number != one.shown]
        Answer.update(shown_number=stands).where(Answer.id.in_(changed)).execute()


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


meeting.when_somebody_left.append(settle)
meeting.at_its_end.append(_renew)  # an evening that stopped in the wait shows its numbers; after that none comes
