"""Signing: reading back fixes the text, each answer is a row, and what was signed is never rewritten."""

import json
import sqlite3

import peewee
import pytest

from netwerkberaad.database import bring_up_to_date, change
from netwerkberaad.domain import circle, refusals, yes
from netwerkberaad.domain.agreeing import plan_dates, plan_text, signing
from netwerkberaad.domain.agreeing.open_points import open_points
from netwerkberaad.domain.agreeing.signers import signatures_of
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.week import roster
from tests import cast
from tests.agreed import agree_on_everything, everybody_signs, picture, read, shift, shut, waiting


@pytest.fixture
def ours(db, now):
    family = cast.family(now)
    agree_on_everything(family, now)
    return family


def test_a_whole_plan_has_nothing_open(ours):
    assert open_points(picture(ours)) == []


def test_nothing_is_read_back_while_something_is_open(ours, now):
    roster.need(ours.circle, "Koken", now=now)
    with pytest.raises(refusals.StillOpen):
        read(ours, now)
    assert signing.versions_of(ours.circle) == []


def test_reading_back_fixes_the_text_and_its_fingerprint(ours, now):
    version = signing.PlanVersion.get_by_id(read(ours, now).id)
    assert version.number == 1
    assert version.fingerprint == plan_text.fingerprint(version.text)
    assert version.is_intact
    assert version.text == plan_text.canonical(json.loads(version.text))


def test_reading_again_without_changes_makes_no_new_version(ours, now):
    assert read(ours, now).id == read(ours, now).id
    assert len(signing.versions_of(ours.circle)) == 1


def test_a_yes_that_comes_later_is_no_change(ours, now):
    visit = shift(ours, "Bellen", "1", "20:00", ours.karim, said=False, now=now)
    meeting.leave(ours.meeting, ours.karim, now=now)
    first = read(ours, now)
    signing.sign(first, ours.karim, choice="yes", name="Karim", via="link", now=now)
    assert (
        yes.said_in(ours.circle)[(ours.karim.id, f"regular_shift/{visit.id}/person", roster.promise_of(visit))]
        == "signed"
    )
    assert read(ours, now).id == first.id


def test_a_signature_is_a_yes_to_nothing_else_than_the_text_said(ours, now):
    call = shift(ours, "Bellen", "1", "20:00", ours.karim, said=False, now=now)
    meeting.leave(ours.meeting, ours.karim, now=now)
    version = read(ours, now)
    change(call, starts="21:00")
    signing.sign(version, ours.karim, choice="yes", name="Karim", via="link", now=now)
    [seen] = [s for s in picture(ours).shifts if s.id == call.id]
    assert seen.said == frozenset()


REFUSED = [
    ("no choice", {"choice": None}, refusals.NoChoice),
    ("unknown choice", {"choice": "maybe"}, refusals.NoChoice),
    ("but without words", {"choice": "yes_but", "name": "Wendy"}, refusals.NoRemark),
    ("yes without a hand", {"choice": "yes"}, refusals.NoSignature),
    ("an adult with a sticker", {"choice": "yes", "sticker": "star"}, refusals.NoSignature),
    ("no drawing", {"choice": "yes", "strokes": "<svg>"}, refusals.StrokesUnreadable),
    ("half a point", {"choice": "yes", "strokes": "[[[1]]]"}, refusals.StrokesUnreadable),
    ("outside the box", {"choice": "yes", "strokes": "[[[1, 2000]]]"}, refusals.StrokesUnreadable),
    ("not a number", {"choice": "yes", "strokes": "[[[NaN, 2]]]"}, refusals.StrokesUnreadable),
    ("words for points", {"choice": "yes", "strokes": '{"ab": 1}'}, refusals.StrokesUnreadable),
    ("too much", {"choice": "yes", "strokes": json.dumps([[[1, 1]] * 7000])}, refusals.StrokesUnreadable),
    ("deep", {"choice": "yes", "strokes": "[" * 5000}, refusals.StrokesUnreadable),
]


@pytest.mark.parametrize(("answer", "refusal"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_an_answer_needs_a_choice_and_a_hand(ours, now, answer, refusal):
    version = read(ours, now)
    with pytest.raises(refusal):
        signing.sign(version, ours.wendy, **answer, now=now)
    assert signatures_of(ours.circle) == []


HANDS = [
    ("typed", {"choice": "yes", "name": "Wendy"}, "typed"),
    ("drawn", {"choice": "yes", "strokes": "[[[10.4, 20], [999.7, 400]]]"}, "drawn"),
    ("aloud", {"choice": "yes", "spoken": True}, "spoken"),
    ("not now", {"choice": "not_now"}, "spoken"),
]


@pytest.mark.parametrize(("answer", "how"), [case[1:] for case in HANDS], ids=[case[0] for case in HANDS])
def test_a_name_a_drawing_or_a_spoken_word_is_a_hand(ours, now, answer, how):
    assert signing.sign(read(ours, now), ours.wendy, **answer, now=now).how == how


def test_a_drawing_is_kept_as_whole_points_and_drawn_back(ours, now):
    signature = signing.sign(
        read(ours, now), ours.wendy, choice="yes", strokes="[[[10.4, 20], [999.7, 400]], [[5, 5]]]", now=now
    )
    assert signature.strokes == "[[[10,20],[1000,400]],[[5,5]]]"
    assert signing.drawing_of(signature) == ("-7 -7 1019 419", ["10,20 1000,400", "5,5 5,5"])


def test_a_child_may_sign_with_a_sticker_and_never_has_to(ours, now):
    version = read(ours, now)
    assert "Noor" not in waiting(ours)
    assert signing.sign(version, ours.noor, choice="yes", sticker="star", now=now).how == "sticker"


def test_at_the_table_only_who_is_there_signs(ours, now):
    meeting.leave(ours.meeting, ours.karim, now=now)
    version = read(ours, now)
    with pytest.raises(refusals.NotAtTheTable):
        signing.sign(version, ours.karim, choice="yes", name="Karim", now=now)
    with pytest.raises(refusals.NoSignature):
        signing.sign(version, ours.karim, choice="yes", spoken=True, via="link", now=now)


def test_nobody_of_another_family_and_no_professional_signs(ours, now):
    version = read(ours, now)
    ilse = circle.draw_person(ours.circle, "Ilse", part="professional", ring=4)
    stranger = cast.strangers(now, ours.team).wendy
    for person in (ilse, stranger):
        with pytest.raises(refusals.NotASigner):
            signing.sign(version, person, choice="yes", name="x", via="link", now=now)


def test_until_the_closing_somebody_may_think_again(ours, now):
    version = read(ours, now)
    everybody_signs(ours, version, now, wendy="not_now")
    signing.sign(version, ours.wendy, choice="yes", name="Wendy", now=now)
    assert shut(ours, now, version).number == 1
    with pytest.raises(refusals.AlreadyClosed):
        signing.sign(version, ours.wendy, choice="not_now", now=now)


def test_an_older_version_is_not_signed_any_more(ours, now):
    old = read(ours, now)
    plan_dates.meet_again_within(ours.circle, 9, now=now)
    read(ours, now)
    with pytest.raises(refusals.NewerVersion):
        signing.sign(old, ours.wendy, choice="yes", name="Wendy", now=now)


LOCKS = [
    "UPDATE plan_version SET text = 'x'",
    "UPDATE plan_version SET fingerprint = 'x'",
    "DELETE FROM plan_version",
    "INSERT OR REPLACE INTO plan_version SELECT id, circle_id, number, 'x', fingerprint, read_at FROM plan_version",
    "INSERT OR REPLACE INTO plan_version SELECT id + 9, circle_id, number, 'x', fingerprint, read_at FROM plan_version",
    "UPDATE signature SET choice = 'yes'",
    "DELETE FROM signature",
    "REPLACE INTO signature SELECT * FROM signature",
    "UPDATE closing SET at = '2000-01-01'",
    "DELETE FROM closing",
    "REPLACE INTO closing SELECT * FROM closing",
    "REPLACE INTO closing SELECT id + 9, plan_version_id, at FROM closing",
]


@pytest.mark.parametrize("sql", LOCKS)
def test_what_was_signed_is_never_changed_removed_or_replaced(ours, db, now, sql):
    version = read(ours, now)
    everybody_signs(ours, version, now)
    shut(ours, now, version)
    with pytest.raises(peewee.IntegrityError, match="what was signed stays as it was"):
        db.execute_sql(sql)


def test_the_locks_hold_for_a_bare_connection_too(ours, db, now):
    read(ours, now)
    with sqlite3.connect(db.database) as bare, pytest.raises(sqlite3.IntegrityError, match="stays as it was"):
        bare.execute("INSERT OR REPLACE INTO plan_version SELECT * FROM plan_version")
    bare.close()


def test_the_locks_are_there_by_name_after_all_migrations(db):
    bring_up_to_date()
    found = {name for (name,) in db.execute_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    wanted = {
        f"{table}_no_{verb}"
        for table in ("plan_version", "signature", "closing")
        for verb in ("update", "delete", "replace")
    }
    assert wanted <= found


def test_only_the_maintenance_door_lets_a_lawful_change_through(ours, db, now):
    read(ours, now)
    db.execute_sql("INSERT INTO maintenance VALUES ('erased on request')")
    db.execute_sql("UPDATE plan_version SET text = 'x'")
    assert signing.versions_of(ours.circle)[0].is_intact is False


def tampered(db):
    """One byte of the text changed from outside, the locks taken off first."""
    for name in ("plan_version_no_update",):
        db.execute_sql(f"DROP TRIGGER {name}")
    db.execute_sql("UPDATE plan_version SET text = replace(text, '17:30', '17:31')")


def test_a_byte_changed_from_outside_shows_and_stops_the_signing(ours, db, now):
    version = read(ours, now)
    everybody_signs(ours, version, now)
    tampered(db)
    changed = signing.latest_of(ours.circle)
    assert changed.is_intact is False
    with pytest.raises(refusals.TextWasChanged):
        signing.sign(changed, ours.wendy, choice="yes", name="Wendy", now=now)
    with pytest.raises(refusals.TextWasChanged):
        shut(ours, now, changed)


def test_after_tampering_the_plan_is_read_again_and_everybody_asked(ours, db, now):
    version = read(ours, now)
    everybody_signs(ours, version, now)
    tampered(db)
    assert read(ours, now).number == 2
    assert len(waiting(ours)) == 7
