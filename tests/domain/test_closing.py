"""Closing: everybody here has answered, «nu niet» lets go, and later changes make the next version."""

import datetime as dt

import pytest

from netwerkberaad.database import change
from netwerkberaad.domain import circle, refusals
from netwerkberaad.domain.agreeing import plan, plan_dates, signing
from netwerkberaad.domain.agreeing.closing import changed_since, end_provisionally, sign_at_home, sign_on_own_phone
from netwerkberaad.domain.agreeing.plan_changes import what_changed
from netwerkberaad.domain.agreeing.signers import signatures_of, signers
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.week import roster
from tests import cast
from tests.agreed import TODAY, agree_on_everything, everybody_signs, picture, read, shift, shut, waiting


@pytest.fixture
def ours(db, now):
    family = cast.family(now)
    agree_on_everything(family, now)
    return family


def test_closing_waits_until_everybody_here_answered(ours, now):
    version = read(ours, now)
    assert waiting(ours) == ["Lotte", "Karim", "Oma Riet", "Wendy", "Hanneke", "Tjeerd", "Jesse"]
    with pytest.raises(refusals.NotEverybodyAnswered):
        shut(ours, now, version)
    everybody_signs(ours, version, now)
    assert shut(ours, now, version).number == 1
    assert signing.our_plan(ours.circle).number == 1
    with pytest.raises(refusals.AlreadyClosed):
        shut(ours, now, version)


def test_whoever_went_home_gets_a_link_and_holds_nothing_up(ours, now):
    version = read(ours, now)
    everybody_signs(ours, version, now)
    meeting.attend(ours.meeting, circle.draw_person(ours.circle, "Olena"), now=now)
    assert waiting(ours) == ["Olena"]
    olena = circle.people_of(ours.circle)[-1]
    meeting.leave(ours.meeting, olena, now=now)
    assert waiting(ours) == []
    [place] = [p for p in signers(picture(ours), [version], []) if p.name == "Olena"]
    assert place.where == "gone_home"


def test_nothing_is_closed_when_nobody_takes_part(ours, now):
    version = read(ours, now)
    names = ("lotte", "karim", "oma_riet", "wendy", "hanneke", "tjeerd", "jesse")
    everybody_signs(ours, version, now, **dict.fromkeys(names, "not_now"))
    with pytest.raises(refusals.NobodyTakesPart):
        shut(ours, now, version)


def test_nothing_is_closed_that_changed_since_the_reading(ours, now):
    version = read(ours, now)
    everybody_signs(ours, version, now)
    change(ours.visit, starts="18:00")
    with pytest.raises(refusals.ChangedSinceReading):
        shut(ours, now, version)


def test_not_now_opens_the_shifts_and_asks_only_those_whose_shifts_changed(ours, now):
    first = read(ours, now)
    everybody_signs(ours, first, now, oma_riet="not_now")
    second = shut(ours, now, first)
    assert second.number == 2
    meal = roster.shift_in(ours.circle, ours.meal.id)
    assert (meal.person_id, meal.still_open, meal.companion_id) == (None, True, ours.wendy.id)
    assert what_changed(first.content, second.content) == [
        "Zondag, 16.00: Samen koken en eten: eerst Oma Riet, nu nog open.",
        "Weg. Oma Riet belt Lotte één keer per dag (elke dag, 19.00).",
    ]
    assert waiting(ours) == ["Wendy"]
    [wendy] = [
        p
        for p in signers(picture(ours), signing.versions_of(ours.circle), signatures_of(ours.circle))
        if p.name == "Wendy"
    ]
    assert wendy.changed == ("Zondag, 16.00: Samen koken en eten: eerst Oma Riet, nu nog open.",)
    assert signing.closings_of(ours.circle) == {}
    signing.sign(second, ours.wendy, choice="yes", name="Wendy", now=now)
    assert shut(ours, now, second).id == second.id
    assert signing.our_plan(ours.circle).number == 2


def test_not_now_of_somebody_whose_work_touches_nobody_else_closes_at_once(ours, now):
    call = shift(ours, "Bellen", "1", "20:00", ours.karim, now=now)
    first = read(ours, now)
    everybody_signs(ours, first, now, karim="not_now")
    second = shut(ours, now, first)
    assert (second.number, list(signing.closings_of(ours.circle))) == (2, [second.id])
    assert roster.shift_in(ours.circle, call.id).person_id is None


def test_not_now_by_link_after_the_closing_opens_the_shifts_at_once(ours, now):
    first = read(ours, now)
    meeting.leave(ours.meeting, ours.hanneke, now=now)
    everybody_signs(ours, first, now, without=["hanneke"])
    shut(ours, now, first)
    sign_at_home(first, ours.hanneke, choice="not_now", now=now)
    visit = roster.shift_in(ours.circle, ours.visit.id)
    assert (visit.person_id, visit.still_open) == (None, True)
    _, present = changed_since(signing.versions_of(ours.circle), picture(ours))
    assert "Maandag, 17.30: Even langskomen: eerst Hanneke, nu nog open." in what_changed(first.content, present)


def test_who_comes_in_after_the_closing_and_says_not_now_on_their_phone_is_let_go_at_once(ours, now):
    first = read(ours, now)
    meeting.leave(ours.meeting, ours.hanneke, now=now)
    everybody_signs(ours, first, now, without=["hanneke"])
    shut(ours, now, first)
    meeting.attend(ours.meeting, ours.hanneke, now=now)
    given = sign_on_own_phone(first, ours.hanneke, seen=1, choice="not_now", now=now)
    assert (given.via, roster.shift_in(ours.circle, ours.visit.id).person_id) == ("phone", None)


def test_on_one_s_own_phone_only_the_text_that_was_seen_is_signed(ours, now):
    first = read(ours, now)
    with pytest.raises(refusals.NewerVersion):
        sign_on_own_phone(first, ours.hanneke, seen=2, choice="not_now", now=now)
    assert not signing.Signature.select().exists()


def test_not_now_without_any_task_makes_no_new_version(ours, now):
    first = read(ours, now)
    everybody_signs(ours, first, now, karim="not_now")
    assert shut(ours, now, first).number == 1


def test_when_the_contact_person_says_not_now_the_deputy_moves_up_and_is_asked(ours, now):
    first = read(ours, now)
    everybody_signs(ours, first, now, tjeerd="not_now")
    second = shut(ours, now, first)
    assert second.content["roles"] == {
        "contact_person": ours.wendy.id,
        "deputy": None,
        "cancel_with": ours.wendy.id,
        "cancel_deputy": ours.hanneke.id,
    }
    assert waiting(ours) == ["Wendy"]
    signing.sign(second, ours.wendy, choice="yes", name="Wendy", now=now)
    assert shut(ours, now, second).id == second.id
    assert "contact_person" in picture(ours).accepted


def test_whoever_leaves_early_signs_what_was_read_so_far(ours, now):
    roster.need(ours.circle, "Koken", now=now)
    early = signing.read_so_far(picture(ours), circle=ours.circle, now=now)
    assert early.content["still_open"] == ["«Koken» staat nog niet in de week."]
    signing.sign(early, ours.hanneke, choice="yes", name="Hanneke", now=now)
    signing.sign(early, ours.oma_riet, choice="yes", name="Riet", now=now)
    with pytest.raises(refusals.StillOpen):
        shut(ours, now, early)
    change(ours.meal, starts="15:00")
    for part, person in (("person", ours.oma_riet), ("companion", ours.wendy)):
        roster.says_yes(roster.shift_in(ours.circle, ours.meal.id), part, person, how="spoken", now=now)
    shift(ours, "Koken", "2", "17:00", ours.karim, now=now)
    roster.Task.update(taken_back_at=now).where(roster.Task.what == "Koken", roster.Task.id < 4).execute()
    read(ours, now)
    assert "Hanneke" not in waiting(ours)
    assert "Oma Riet" in waiting(ours)


def test_provisional_agreements_end_the_evening_with_what_stands(ours, now):
    roster.need(ours.circle, "Koken", now=now)
    version = end_provisionally(ours.circle, dt.date(2026, 10, 15), "19.30", "Buurthuis", today=TODAY, now=now)
    assert version.content["so_far"] is True
    assert plan.plan_of(ours.circle).provisional_at == now
    following = meeting.present_meeting(ours.circle)
    assert (following.day, following.starts, following.place) == (dt.date(2026, 10, 15), "19:30", "Buurthuis")
    assert meeting.Meeting.get_by_id(ours.meeting.id).ended_at == now


def test_closing_ends_what_was_provisional(ours, now):
    change(plan.plan_of(ours.circle), provisional_at=now)
    version = read(ours, now)
    everybody_signs(ours, version, now)
    shut(ours, now, version)
    assert plan.plan_of(ours.circle).provisional_at is None


def test_a_later_change_is_said_and_read_again_as_the_next_version(ours, now):
    first = read(ours, now)
    everybody_signs(ours, first, now)
    shut(ours, now, first)
    plan_dates.meet_again_within(ours.circle, 9, now=now)
    last, present = changed_since(signing.versions_of(ours.circle), picture(ours))
    assert what_changed(last.content, present) == ["Loopt het niet? Dan zitten we nu binnen 9 dagen bij elkaar."]
    second = read(ours, now)
    assert second.number == 2
    assert waiting(ours) == []
    assert shut(ours, now, second).number == 2
    assert [version.is_intact for version in signing.versions_of(ours.circle)] == [True, True]
