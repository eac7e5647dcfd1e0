"""The pen: who of the network may hold it, and how it is handed over, taken back and taken over."""

import pytest

from netwerkberaad.database import change
from netwerkberaad.domain import circle, refusals
from netwerkberaad.domain.evening import meeting, shared_screen
from netwerkberaad.domain.evening.meeting import Meeting
from netwerkberaad.domain.taking_part import arrivals, joining, pen, private_time
from netwerkberaad.domain.taking_part.joining import Guest
from tests import cast


@pytest.fixture
def family(db, now):
    return cast.family(now)


@pytest.fixture
def phone_of(family, now):
    """phone_of(family.wendy): that person's phone is in."""

    def let_in(person, **known):
        return Guest.create(meeting=family.meeting, person=person, joined_at=now, seen_at=now, **known)

    return let_in


def now_of(family):
    return Meeting.get_by_id(family.meeting.id)


def test_it_goes_to_somebody_of_the_network_whose_phone_is_in(family, phone_of):
    phone_of(family.wendy)
    assert pen.hand_pen(family.meeting, family.wendy).pen == family.wendy


def test_handing_it_twice_is_handing_it_once(family, phone_of):
    phone_of(family.wendy)
    once = pen.hand_pen(family.meeting, family.wendy)
    assert pen.hand_pen(once, family.wendy).version == once.version


@pytest.mark.parametrize(
    "known",
    [{"part": "professional"}, {"part": "peer_expert"}, {"age": 11}, {"visibility": "own_tasks_only"}],
    ids=["professional", "peer expert", "a child", "sees own shifts only"],
)
def test_some_people_never_hold_it(family, phone_of, known):
    phone_of(family.wendy)
    wendy = change(family.wendy, **known)
    with pytest.raises(refusals.NoPenForThem):
        pen.hand_pen(family.meeting, wendy)
    assert now_of(family).pen is None


def test_from_twelve_years_on_the_family_decides(family, phone_of):
    phone_of(family.jesse)
    jesse = change(family.jesse, age=12)
    assert pen.hand_pen(family.meeting, jesse).pen == jesse


@pytest.mark.parametrize("gone", ["left_at", "refused_at"])
def test_a_phone_that_went_away_holds_no_pen(family, phone_of, now, gone):
    phone_of(family.wendy, **{gone: now})
    with pytest.raises(refusals.NoPenForThem):
        pen.hand_pen(family.meeting, family.wendy)


def test_nobody_without_a_phone_here_holds_it(family, now):
    elsewhere = cast.strangers(now, family.team)
    Guest.create(meeting=elsewhere.meeting, person=elsewhere.wendy, joined_at=now, seen_at=now)
    for person in (family.wendy, elsewhere.wendy):
        with pytest.raises(refusals.NoPenForThem):
            pen.hand_pen(family.meeting, person)
    with pytest.raises(refusals.NoPenChosen):
        pen.hand_pen(family.meeting, None)


def test_it_is_handed_over_during_a_meeting_only(family, phone_of, now):
    phone_of(family.wendy)
    ended = meeting.end(family.meeting, now=now)
    for evening in (ended, None):
        with pytest.raises(refusals.NotYoursToArrange):
            pen.hand_pen(evening, family.wendy)


def test_who_can_get_it_is_listed_once_each_with_who_is_connected(family, phone_of):
    phone_of(family.wendy, here=False)
    phone_of(family.karim, here=False)
    phone_of(family.karim)
    phone_of(family.noor)
    ilse = circle.draw_person(family.circle, "Ilse", ring=4, group="Z")
    phone_of(change(ilse, part="professional"))
    assert pen.phones_in(family.meeting) == [(family.karim, True), (family.wendy, False)]


def test_it_comes_back_to_the_laptop(family, phone_of, now):
    phone_of(family.wendy)
    held = pen.hand_pen(family.meeting, family.wendy)
    assert pen.take_back_pen(held, now=now).pen is None


def test_in_private_time_the_laptop_gets_it_only_with_a_screen_that_is_open(family, phone_of, now):
    phone_of(family.wendy)
    alone = private_time.begin(family.meeting, pen=family.wendy, now=now)
    with pytest.raises(refusals.NoScreenOpen):
        pen.take_back_pen(alone, now=now)
    shared_screen.open_screen(family.circle, family.facilitator, now=now)
    assert pen.take_back_pen(alone, now=now).pen is None


def test_when_a_battery_is_empty_another_phone_of_the_network_takes_it_over(family, phone_of, now):
    phone_of(family.wendy)
    phone_of(family.karim)
    alone = private_time.begin(family.meeting, pen=family.wendy, now=now)
    with pytest.raises(refusals.PenInUse):
        pen.take_over_pen(alone, family.karim)
    Guest.update(here=False).where(Guest.person == family.wendy).execute()
    assert pen.take_over_pen(alone, family.karim).pen == family.karim


def test_outside_private_time_nobody_takes_it_from_another(family, phone_of):
    phone_of(family.wendy)
    phone_of(family.karim)
    held = pen.hand_pen(family.meeting, family.wendy)
    with pytest.raises(refusals.OnlyInPrivateTime):
        pen.take_over_pen(held, family.karim)


def test_two_who_hand_it_over_at_once_are_told(family, phone_of):
    phone_of(family.wendy)
    phone_of(family.karim)
    pen.hand_pen(family.meeting, family.wendy)
    with pytest.raises(refusals.ChangedMeanwhile):
        pen.hand_pen(family.meeting, family.karim)
    assert now_of(family).pen == family.wendy


GONE = {
    "goes home": joining.go_home,
    "away at once": joining.leave,
    "put out": arrivals.put_out,
    "sent home at the table": lambda guest, *, now: meeting.leave(guest.meeting, guest.person, now=now),
}


@pytest.mark.parametrize("goes", GONE.values(), ids=GONE)
def test_whoever_is_gone_holds_it_no_longer(family, phone_of, now, goes):
    phone = phone_of(family.wendy)
    pen.hand_pen(family.meeting, family.wendy)
    goes(phone, now=now)
    assert now_of(family).pen is None


@pytest.mark.parametrize("goes", GONE.values(), ids=GONE)
def test_while_the_family_talks_alone_it_waits_for_another_and_the_screen_stays_shut(family, phone_of, now, goes):
    phone = phone_of(family.wendy)
    phone_of(family.karim)
    shared_screen.open_screen(family.circle, family.facilitator, now=now)
    private_time.begin(family.meeting, pen=family.wendy, now=now)
    goes(phone, now=now)
    alone = now_of(family)
    assert alone.pen == family.wendy
    assert not pen.is_held(alone)
    assert private_time.shuts_out(alone, "screen")
    taken = pen.take_over_pen(alone, family.karim)
    assert taken.pen == family.karim
    assert pen.is_held(taken)


@pytest.mark.parametrize(("gone", "holder"), [(True, None), (False, "Wendy")], ids=["went home", "still here"])
def test_when_everybody_comes_back_it_is_with_whoever_is_still_here(family, phone_of, now, gone, holder):
    phone = phone_of(family.wendy)
    alone = private_time.begin(family.meeting, pen=family.wendy, now=now)
    if gone:
        joining.go_home(phone, now=now)
    ended = private_time.end(alone, now=now)
    assert (ended.pen and ended.pen.name) == holder


@pytest.mark.parametrize("stays", ["another phone of theirs", "a phone that is silent", "somebody else goes"])
def test_a_lost_connection_and_a_second_phone_change_nothing(family, phone_of, now, stays):
    phone, karims = phone_of(family.wendy), phone_of(family.karim)
    pen.hand_pen(family.meeting, family.wendy)
    if stays == "another phone of theirs":
        phone_of(family.wendy)
        joining.leave(phone, now=now)
    elif stays == "a phone that is silent":
        Guest.update(here=False).where(Guest.id == phone.id).execute()
        joining.leave(karims, now=now)
    else:
        joining.go_home(karims, now=now)
    assert now_of(family).pen == family.wendy
    assert pen.is_held(now_of(family))
