"""Who answered the question of this moment: names that get a tick, never what was said, none where it is private."""

from netwerkberaad.domain.agreeing.plan_picture import picture_of
from netwerkberaad.domain.agreeing.signers import signatures_of, signers
from netwerkberaad.domain.agreeing.signing import versions_of
from netwerkberaad.domain.evening import answers, numbers, offers, on_phones
from netwerkberaad.domain.evening.meeting import Answer
from netwerkberaad.domain.evening.questions import PRIVATE, QUESTIONS

# A name on the map tells by itself who is on it; who suggested it is not kept.
NOBODY_S = ("2.10",)


def who_answered(evening, *, today):
    """The ids of whoever at the table answered the present question; None where nobody is ticked: it is said together,
    it is private, or its answers stand on the wall without names."""
    code = evening.question
    if code in PRIVATE or code in NOBODY_S or QUESTIONS[code].tag == "S":
        return None
    ask = _ASKING.get(code, _said if code in on_phones.ANSWERED else lambda evening, today: None)
    found = ask(evening, today)
    return None if found is None else frozenset(found)


def asked(evening, people):
    """Who of these people at the table is asked the present question, each for themselves."""
    if evening.question == "3.3":
        return numbers.asked(evening)
    return [person for person in people if on_phones.may_answer(person, evening.question, evening)]


def _said(evening, today):
    said = (Answer.meeting == evening, Answer.question == evening.question, Answer.state != "taken_back")
    return [row.person_id for row in Answer.select(Answer.person).where(*said, Answer.person.is_null(False))]


def _gave_a_number(evening, today):
    progress = numbers.progress(evening)
    return None if progress.shown else progress.by


def _knows(evening, today):
    return answers.who_knows(answers.situation_of(evening.circle_id))


def _offered(evening, today):
    return [offer.person_id for offer in offers.offers_of(evening.circle_id)]


def _signed(evening, today):
    versions = versions_of(evening.circle_id)
    if not versions or not versions[-1].is_intact:
        return []
    places = signers(picture_of(evening.circle, today=today), versions, signatures_of(evening.circle_id))
    return [place.person for place in places if place.answer]


_ASKING = {"3.3": _gave_a_number, "3.7": _knows, "4.3": _offered, "6.9": _signed}
