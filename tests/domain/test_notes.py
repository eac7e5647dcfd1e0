"""The facilitator's own notes: theirs alone, and gone when the evening ends."""

import datetime as dt

import pytest

from netwerkberaad.domain import refusals, teams
from netwerkberaad.domain.agreeing import closing
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.taking_part import notes
from netwerkberaad.domain.taking_part.notes import Note
from tests import cast


@pytest.fixture
def ours(db, now):
    return cast.family(now)


@pytest.fixture
def colleague(ours, now):
    return teams.invite(ours.team, "Anouk", "anouk@example.org", teams.FACILITATOR, now=now)


def test_only_their_own_newest_first(ours, colleague, now):
    notes.add(ours.meeting, ours.facilitator, "Oma even apart spreken", now=now)
    notes.add(ours.meeting, ours.facilitator, "  Pauze om acht uur ", now=now)
    notes.add(ours.meeting, colleague, "Van mij", now=now)
    own = [note.words for note in notes.notes_of(ours.meeting, ours.facilitator)]
    assert own == ["Pauze om acht uur", "Oma even apart spreken"]
    assert [note.words for note in notes.notes_of(ours.meeting, colleague)] == ["Van mij"]
    assert notes.notes_of(None, colleague) == []


def test_only_whoever_wrote_it_takes_it_away(ours, colleague, now):
    note = notes.add(ours.meeting, ours.facilitator, "Oma even apart spreken", now=now)
    notes.take_away(ours.meeting, colleague, note.id)
    assert notes.notes_of(ours.meeting, ours.facilitator) == [note]
    notes.take_away(ours.meeting, ours.facilitator, note.id)
    notes.take_away(ours.meeting, ours.facilitator, note.id)
    assert notes.notes_of(ours.meeting, ours.facilitator) == []


@pytest.mark.parametrize("words", ["", "  \n ", None])
def test_a_note_needs_words(ours, now, words):
    with pytest.raises(refusals.NoNote):
        notes.add(ours.meeting, ours.facilitator, words, now=now)


def test_they_are_gone_when_the_evening_ends_and_none_comes_after(ours, now):
    notes.add(ours.meeting, ours.facilitator, "Oma even apart spreken", now=now)
    meeting.end(ours.meeting, now=now)
    assert Note.select().count() == 0
    with pytest.raises(refusals.NoEveningForNotes):
        notes.add(ours.meeting, ours.facilitator, "Nog iets", now=now)


def test_they_are_gone_after_provisional_agreements_too(ours, now):
    notes.add(ours.meeting, ours.facilitator, "Oma even apart spreken", now=now)
    soon = now.date() + dt.timedelta(days=7)
    closing.end_provisionally(ours.circle, soon, "19:00", "", today=now.date(), now=now)
    assert Note.select().count() == 0


def test_another_familys_evening_keeps_its_notes(ours, now):
    theirs = cast.strangers(now, ours.team)
    notes.add(theirs.meeting, theirs.facilitator, "Van de buren", now=now)
    meeting.end(ours.meeting, now=now)
    assert Note.select().count() == 1


def test_without_an_evening_there_is_nowhere_to_keep_it(ours, now):
    with pytest.raises(refusals.NoEveningForNotes):
        notes.add(None, ours.facilitator, "Nog iets", now=now)
