"""Forgetting guests: a day after the evening nothing stays of a phone, nor of words that nobody asked to keep."""

import datetime as dt
from types import SimpleNamespace

import pytest

from netwerkberaad.domain import circle, undo
from netwerkberaad.domain.after import consent, links
from netwerkberaad.domain.agreeing import agreements
from netwerkberaad.domain.evening import answers, meeting, numbers, offering
from netwerkberaad.domain.evening.meeting import Answer, Knows, Meeting
from netwerkberaad.domain.evening.offers import Offer
from netwerkberaad.domain.taking_part import arrivals, carrying, forgetting, joining
from netwerkberaad.domain.taking_part.carrying import Boundary, Carrying
from netwerkberaad.domain.taking_part.joining import Guest
from tests import cast

A_DAY = dt.timedelta(hours=24)
SECRET = "Mijn zus zat ook in zo'n tijd"


@pytest.fixture
def family(db, now):
    return cast.family(now)


@pytest.fixture
def comes(family, now):
    """comes("Fatima"): a newcomer's phone is in, and its owner answered whatever a phone asks."""

    def in_and_speaks(name, consents=()):
        person = joining.join(family.meeting, name=name, consents=consents, now=now).person
        for code in ("1.3", "4.8"):
            answers.say(family.circle, code, SECRET, person=person, now=now)
        numbers.rate(family.circle, 7, person=person, now=now)
        offering.offer(family.circle, SECRET, person=person, now=now)
        story = answers.tell_situation(family.circle, "Het is druk thuis.", now=now)
        answers.note_who_knows(story, person, question=SECRET, now=now)
        carrying.set_boundary(person, SECRET, how="own", now=now)
        carrying.tell(person, max_per_week=2, how="own", now=now)
        return person

    return in_and_speaks


def kept_of(person):
    """Everything in words that we still have of somebody, and how many rows are theirs alone."""
    said = [one.words for one in Answer.select().where(Answer.person == person) if one.words]
    said += [one.what for one in Offer.select().where(Offer.person == person) if one.what]
    said += [one.question for one in Knows.select().where(Knows.person == person) if one.question]
    alone = [model.select().where(model.person == person).count() for model in (Boundary, Carrying)]
    return SimpleNamespace(words=said, alone=alone)


def ended(family, now):
    return meeting.end(Meeting.get_by_id(family.meeting.id), now=now)


def test_a_day_after_the_evening_a_guest_s_phone_and_words_are_gone(family, comes, now):
    fatima = comes("Fatima")
    ended(family, now)
    forgetting.forget_guests(now=now + A_DAY)
    assert not Guest.select().exists()
    assert (kept_of(fatima).words, kept_of(fatima).alone) == ([], [0, 0])
    assert answers.answers_of(family.circle, "strength") == []
    assert not [deed for deed in undo.Deed.select() if SECRET[:20] in deed.sentence + deed.before]


def test_that_they_were_there_and_their_number_without_a_name_stay(family, comes, now):
    fatima = comes("Fatima")
    evening = ended(family, now)
    forgetting.forget_guests(now=now + A_DAY)
    assert fatima.id in meeting.attendance_of(evening)
    assert [one.number for one in answers.answers_of(family.circle, "scale_rating")] == [7]


@pytest.mark.parametrize("when", [None, A_DAY - dt.timedelta(minutes=1)], ids=["going on", "not a day ago"])
def test_before_that_everything_stays(family, comes, now, when):
    fatima = comes("Fatima")
    if when:
        ended(family, now)
    forgetting.forget_guests(now=now + (when or dt.timedelta(days=9)))
    assert Guest.select().count() == 1
    assert (len(kept_of(fatima).words), kept_of(fatima).alone) == (4, [1, 1])


def _says_c5(family, person, now):
    consent.choose(person, {"c5"}, how="own", now=now)


def _wants_to_be_on_the_map(family, person, now):
    consent.choose(person, {"c1"}, how="own", now=now)


def _gets_a_link(family, person, now):
    links.make(person, now=now)


def _promises_something(family, person, now):
    agreements.agree(family.circle, person.id, "belt elke dag", list("0123456"), "19:00", now=now)


def _comes_again(family, person, now):
    again = meeting.plan_meeting(family.circle, day=dt.date(2026, 10, 15))
    soon = now + dt.timedelta(hours=20)
    meeting.attend(meeting.begin(again, now=soon), person, now=soon)


@pytest.mark.parametrize("stays", [_says_c5, _wants_to_be_on_the_map, _gets_a_link, _promises_something, _comes_again])
def test_whoever_is_more_than_a_guest_of_one_evening_keeps_their_words(family, comes, now, stays):
    fatima = comes("Fatima")
    ended(family, now)
    stays(family, fatima, now)
    forgetting.forget_guests(now=now + A_DAY)
    assert len(kept_of(fatima).words) == 4
    assert not Guest.select().exists()


def test_whoever_took_c5_back_is_forgotten(family, comes, now):
    fatima = comes("Fatima", consents=["c5"])
    consent.choose(fatima, set(), how="own", now=now)
    ended(family, now)
    forgetting.forget_guests(now=now + A_DAY)
    assert kept_of(fatima).words == []


def test_having_held_the_pen_or_having_been_spoken_of_is_no_promise(family, comes, now):
    fatima = comes("Fatima")
    Meeting.update(pen=fatima).where(Meeting.id == family.meeting.id).execute()
    answers.say(family.circle, "4.8", person=family.wendy, about=fatima, now=now)
    ended(family, now)
    forgetting.forget_guests(now=now + A_DAY)
    assert kept_of(fatima).words == []
    assert Answer.select().where(Answer.about == fatima).count() == 1


def test_what_was_put_out_before_the_end_is_forgotten_too(family, comes, now):
    fatima = comes("Fatima")
    arrivals.put_out(Guest.get(), now=now)
    ended(family, now)
    forgetting.forget_guests(now=now + A_DAY)
    assert kept_of(fatima).words == []


def test_what_others_said_stays_and_another_family_keeps_its_own(family, comes, now):
    comes("Fatima")
    theirs = cast.strangers(now, family.team)
    guest = joining.join(theirs.meeting, name="Ali", now=now).person
    answers.say(theirs.circle, "1.3", "Zij zijn er altijd", person=guest, now=now)
    answers.say(family.circle, "1.3", "Ze lachen veel", person=family.wendy, now=now)
    ended(family, now)
    forgetting.forget_guests(now=now + A_DAY)
    assert kept_of(family.wendy).words == ["Ze lachen veel"]
    assert kept_of(guest).words == ["Zij zijn er altijd"]
    assert Guest.select().count() == 1


def test_doing_it_twice_changes_nothing(family, comes, now):
    fatima = comes("Fatima")
    ended(family, now)
    forgetting.forget_guests(now=now + A_DAY)
    before = list(Answer.select(Answer.id, Answer.version).tuples())
    forgetting.forget_guests(now=now + 2 * A_DAY)
    assert list(Answer.select(Answer.id, Answer.version).tuples()) == before
    assert circle.Person.get_by_id(fatima.id).name == "Fatima"


def test_the_next_evening_that_begins_anywhere_lets_go_of_the_last(family, comes, now):
    comes("Fatima")
    ended(family, now)
    theirs = cast.family(now, title="De buren", team=family.team, email="ander@example.org", evening=False)
    meeting.begin_now(theirs.circle, today=dt.date(2026, 10, 9), now=now + A_DAY)
    assert not Guest.select().exists()
