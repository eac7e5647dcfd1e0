"""What is said at the table: answers, worries kept for later, and the family's own story."""

import peewee

from netwerkberaad.database import change, prepared, tidy
from netwerkberaad.domain import refusals, undo
from netwerkberaad.domain.circle import Person
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.evening.meeting import Answer, Knows, Situation
from netwerkberaad.domain.evening.questions import QUESTIONS
from netwerkberaad.domain.refusals import insist

ROOM = "gesprek"
# What belongs to one evening; everything else (a wish, a helper) stays with the circle.
OF_THE_EVENING = ("ground_rule", "strength", "concern", "scale_rating", "next_step", "idea")
# A worry that was said too early is not repeated on the wall.
KEPT_FOR_LATER = "Bewaard voor later."
GROUND_RULES = ("Elkaar laten uitpraten", "Een pauze mag", "Niets doorvertellen")


def say(circle, code, words="", *, person=None, about=None, number=None, now):
    """Somebody answers a question; it is kept at once. A worry before the first strength waits for later.

    `person` None: the table together. Refuses without words (or a number), and outside a meeting."""
    words, kind = tidy(words or ""), QUESTIONS[code].kind
    insist(words or number is not None or about, refusals.NoWords)
    evening = meeting.going_on(circle, now=now)
    early = kind == "concern" and not answers_of(circle, "strength")
    said = Answer.create(
        circle=circle,
        meeting=evening,
        question=code,
        kind=kind,
        words=words,
        number=number,
        person=person,
        about=about,
        state="parked" if early else "said",
        said_at=now,
    )
    sentence = KEPT_FOR_LATER if early else f"{_short(words) or (about.name if about else 'Dit')} staat erbij."
    undo.remember(circle, ROOM, said, sentence, before={"state": "taken_back"}, now=now)
    return said


def park(circle, code, words, *, person=None, now):
    """«Bewaar voor later»: a worry said too early comes back at 3.2."""
    words = tidy(words or "")
    insist(words, refusals.NoWords)
    parked = Answer.create(
        circle=circle,
        meeting=meeting.going_on(circle, now=now),
        question=code,
        kind="concern",
        words=words,
        person=person,
        state="parked",
        said_at=now,
    )
    undo.remember(circle, ROOM, parked, KEPT_FOR_LATER, before={"state": "taken_back"}, now=now)
    return parked


def take_up(answer, *, now):
    """A worry that waited is put on the table, once something good has been named."""
    insist(answers_of(answer.circle_id, "strength"), refusals.StrengthFirst)
    return _turn(answer, "said", f"{_short(answer.words)} staat erbij.", now=now)


def let_go(answer, *, now):
    """A worry that waited need not be said any more."""
    return _turn(answer, "taken_back", "Deze zorg laten we los.", now=now)


def take_back(answer, *, now):
    """It was not meant so, or not said: the answer goes, and can be put back."""
    return _turn(answer, "taken_back", f"{_short(answer.words) or 'Dit'} is weg.", now=now)


def correct(answer, words, *, seen=None, person=None):
    """What was said stands there wrongly. Refuses when somebody else corrected it first."""
    words = tidy(words or "")
    insist(words, refusals.NoWords)
    corrected = change(answer, seen, words=words, person=person)
    insist(corrected, refusals.ChangedMeanwhile)
    return corrected


def dispute(answer, *, now):
    """«Niet iedereen ziet dit zo»: disagreement is kept beside the worry; saying it again takes it away."""
    turned = change(answer, disputed=not answer.disputed)
    insist(turned, refusals.ChangedMeanwhile)
    sentence = "Niet iedereen ziet dit zo." if turned.disputed else "Iedereen ziet dit zo."
    undo.remember(answer.circle_id, ROOM, turned, sentence, before={"disputed": answer.disputed}, now=now)
    return turned


def answers_of(circle, kind, *, state="said"):
    """Everything of this kind that was said, oldest first, with who said it (and about whom)."""
    if kind not in OF_THE_EVENING:
        return _ever_said(circle, kind, state)
    evening = meeting.present_meeting(circle)
    return _said_in(evening.id, kind, state) if evening else []


@prepared
def _ever_said(circle, kind, state):
    return _with_who_said_it(kind, state).where(Answer.circle == circle)


@prepared
def _said_in(evening, kind, state):
    return _with_who_said_it(kind, state).where(Answer.meeting == evening)


def _with_who_said_it(kind, state):
    about = Person.alias()
    return (
        Answer.select(Answer, Person, about)
        .join_from(Answer, Person, peewee.JOIN.LEFT_OUTER, on=(Answer.person == Person.id), attr="person")
        .join_from(Answer, about, peewee.JOIN.LEFT_OUTER, on=(Answer.about == about.id), attr="about")
        .where(Answer.kind == kind, Answer.state == state)
        .order_by(Answer.id)
    )


def answer_in(circle, answer_id):
    """The answer of this circle with that number, said or waiting. Raises Stranger when there is none."""
    answer = Answer.get_or_none(Answer.id == answer_id, Answer.circle == circle, Answer.state != "taken_back")
    if answer is None:
        raise refusals.Stranger
    return answer


def situation_of(circle):
    """The newest version of what is going on, None before the first."""
    return Situation.select().where(Situation.circle == circle).order_by(Situation.number.desc()).first()


def tell_situation(circle, words, *, seen=None, now):
    """What is going on in the family's own words: every change is a new version that nobody has approved yet.

    `seen` is the number of the version that was read. Refuses when somebody else wrote a newer one."""
    words = tidy(words or "")
    insist(words, refusals.NoStory)
    meeting.going_on(circle, now=now)
    newest = _newest(circle, seen)
    if newest and newest.words == words:
        return newest
    return _next_version(circle, newest, words=words, said_at=now)


def approve_situation(circle, *, seen, now):
    """«Klopt», says the family about exactly this version."""
    newest = _newest(circle, seen)
    insist(newest and not newest.not_written, refusals.NoStory)
    if newest.approved_at is None:
        Situation.update(approved_at=now).where(Situation.id == newest.id).execute()


def rather_not_write(circle, *, seen=None, now):
    """«Liever niet opschrijven»: told aloud, and the text goes from the screen."""
    newest = _newest(circle, seen)
    if newest and newest.not_written:
        return newest
    return _next_version(circle, newest, not_written=True, said_at=now)


def is_settled(situation):
    """True when the family approved its story, or would rather not have it written down."""
    return bool(situation and (situation.approved_at or situation.not_written))


def note_who_knows(situation, person, *, question="", now):
    """This person says that they know exactly what is going on, or what they still want to ask (3.7)."""
    Knows.insert(person=person, situation=situation, question=tidy(question), at=now).on_conflict(
        conflict_target=[Knows.person, Knows.situation],
        update={Knows.question: tidy(question), Knows.at: now},
    ).execute()


def who_knows(situation):
    """Who answered 3.7 for this version: {person id: their question, "" when they know}."""
    if situation is None:
        return {}
    rows = Knows.select(Knows.person, Knows.question).where(Knows.situation == situation)
    return dict(rows.tuples())


def _newest(circle, seen):
    newest = situation_of(circle)
    insist(str(seen or 0) == str(newest.number if newest else 0) or seen is None, refusals.ChangedMeanwhile)
    return newest


def _next_version(circle, newest, **told):
    return Situation.create(circle=circle, number=newest.number + 1 if newest else 1, **told)


def _turn(answer, state, sentence, *, now):
    was, turned = answer.state, change(answer, state=state)
    insist(turned, refusals.ChangedMeanwhile)
    undo.remember(answer.circle_id, ROOM, turned, sentence, before={"state": was}, now=now)
    return turned


def _short(words):
    """The first words, as a sentence can carry them."""
    line = " ".join(words.split())
    return f"«{line if len(line) <= 40 else line[:39].rstrip() + '…'}»" if line else ""
