"""Everybody takes part: one shared screen, a remote and three phones, from the code on the wall to the goodbye."""

import datetime as dt
from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from netwerkberaad.database import db, one_go
from netwerkberaad.domain.agreeing import plan_b, plan_dates, roles, signing
from netwerkberaad.domain.circle import Circle
from netwerkberaad.domain.evening import answers, meeting
from netwerkberaad.domain.taking_part.carrying import Boundary, Carrying
from netwerkberaad.domain.teams import Staff
from netwerkberaad.domain.week import arranging, roster
from tests import cast
from tests.conftest import NOW
from tests.journeys import kept_private
from tests.journeys.bytes_served import BytesServed, named
from tests.journeys.conftest import ON_A_PHONE
from tests.journeys.kept_private import BOUNDARIES, NOTES, PREPARED, REACH
from tests.journeys.leading import ON_THE_WALL, Desk, Pen, Remote, Wall
from tests.journeys.phones import SIDEWAYS, Phone

PATIENCE = 20_000
# The browser notes by itself that a line was lost, and that a phone said «I am here» just when the evening ended.
NO_LINE, NO_PHONE, NO_TABLE = "ERR_INTERNET_DISCONNECTED", " 401 ", " 403 "
VISIT, FOOTBALL = "Even langskomen", "Noor naar voetbal"
GOOD = {"Wendy": "Lotte lacht weer", "Dennis": "Noor traint elke week", "Tjeerd": "Karim belt elke dag"}
SHUT = ("vraag/4.1", "vraag/4.3", "vraag/4.4", "week", "week/rondje", "afspraken/6.1", "ondertekenen", "pen")


@pytest.fixture
def patience():
    expect.set_options(timeout=PATIENCE)
    yield
    expect.set_options(timeout=5_000)


@pytest.fixture
def table(server, open_browser, patience):
    """A family that meets tonight, its facilitator at the desk and on the remote, and every byte that is sent kept."""
    served = BytesServed(server.app)
    with db.connection_context():
        family = cast.family(NOW, evening=False, email="frank@example.org")
        Circle.update(facilitator=Staff.get(Staff.email == server.email)).execute()

    def open_one(window, expected=(), **kind):
        context = open_browser(expected, **named(window, **kind))
        context.set_default_timeout(PATIENCE)
        return context

    def phone(name, *expected, **kind):
        return Phone(server, open_one(name, (NO_PHONE, *expected), **{**ON_A_PHONE, **kind}), name)

    desk = Desk(server, open_one("desk"), family.circle)
    desk.sign_in()
    for name, told in PREPARED.items():
        desk.prepare_with(getattr(family, name.lower()), *told)
    return SimpleNamespace(
        family=family,
        served=served,
        phone=phone,
        desk=desk,
        wall=Wall(server, open_one("screen", **ON_THE_WALL), family.circle, desk.open_the_screen()),
        remote=Remote(server, open_one("remote", (NO_TABLE,), **ON_A_PHONE), family.circle),
        wendy=phone("Wendy"),
        dennis=phone("Dennis", **SIDEWAYS),
        tjeerd=phone("Tjeerd", NO_LINE),
    )


def test_everybody_takes_part_and_what_was_told_in_confidence_stays_there(table):
    come_in(table)
    follow_along(table)
    give_numbers(table)
    talk_alone(table)
    promise(table)
    sign(table)
    go_home(table)
    everything_was_kept_once(table)
    kept_private.stayed_in_its_own_window(table.served, shown=[*GOOD.values(), VISIT, "Niet op zondag"])


def come_in(table):
    """Wendy chooses her name and is let in with one tap, Dennis is new and types the code, Tjeerd comes third."""
    table.remote.begin()
    table.wall.asks("Wie ben je?")
    table.wall.are_there("Lotte", "Oma Riet")
    table.code = table.wall.code()
    table.wendy.choose_own_name(table.code)
    table.wall.lets_in("Wendy")
    table.wendy.is_in()
    table.dennis.get_slow()
    table.dennis.type_code(table.code)
    table.dennis.come_in_as_somebody_new("trainer van Noor")
    table.dennis.is_in()
    table.wall.shows_phone_of("Dennis")
    table.tjeerd.choose_own_name(table.code)
    table.remote.lets_in("Tjeerd")
    table.tjeerd.is_in()


def follow_along(table):
    """Everybody goes along with the remote. Wendy's phone loads again, Tjeerd's loses its line, and nothing is lost."""
    table.remote.note(NOTES["before"])
    table.remote.go("Verder", "Wat spreken we af voor vanavond?")
    everybody(table, "asks", "Wat spreken we af voor vanavond?")
    table.remote.go("Verder", "Wat gaat er goed in dit gezin?")
    everybody(table, "asks", "Wat gaat er goed in dit gezin?")
    table.wendy.say(GOOD["Wendy"])
    table.wall.marks(GOOD["Wendy"])
    table.dennis.say(GOOD["Dennis"])
    table.wall.marks(GOOD["Dennis"])
    table.dennis.says_that(GOOD["Dennis"])
    table.wendy.page.reload()
    table.wendy.says_that(GOOD["Wendy"])
    table.tjeerd.lose_the_line()
    table.tjeerd.say(GOOD["Tjeerd"])
    table.tjeerd.has_waiting(GOOD["Tjeerd"])
    table.remote.go("Verder", "Hoe vertellen jullie zelf wat er speelt?")
    table.wendy.asks("wat er speelt")
    table.tjeerd.asks("Wat gaat er goed in dit gezin?")
    table.tjeerd.has_a_line_again()
    table.tjeerd.asks("wat er speelt")
    table.remote.go("Terug", "Wat gaat er goed in dit gezin?")
    table.tjeerd.says_that(GOOD["Tjeerd"])
    table.wall.hears_once(*GOOD.values())
    table.remote.note(NOTES["taken away"])
    table.remote.take_note_away(NOTES["taken away"])


def give_numbers(table):
    """Hidden until everybody has answered, aloud or on a phone; then dots without names."""
    go_on(table, "3.3")
    everybody(table, "asks", "cijfer")
    for phone, number in ((table.wendy, 6), (table.tjeerd, 4), (table.dennis, 7)):
        phone.give(number)
    table.wall.waits_for_numbers("3 van de 5")
    table.wall.hears_number("5", "Oma Riet")
    table.wall.waits_for_numbers("4 van de 5")
    table.wendy.says_that("Antwoord: 4 van de 5.")
    table.wall.hears_no_number("Lotte")
    everybody(table, "shows_dots", "4, 5, 6, 7")


def talk_alone(table):
    """Wendy writes, who is here for their work is shut out, Hanneke comes late, and the family says when it ends."""
    go_on(table, "4.1")
    table.wall.asks("Wat is er nodig in een gewone week?")
    table.wall.begin_private_time("Wendy")
    table.wall.shows_the_question_only("Wat is er nodig in een gewone week?")
    table.remote.waits_outside()
    table.remote.note(NOTES["alone"])
    table.desk.is_shut_out_of(*SHUT)
    pen = Pen(table.wendy)
    pen.take_it_up()
    pen.writes(VISIT)
    pen.writes(FOOTBALL)
    hanneke = table.hanneke = table.phone("Hanneke")
    hanneke.type_own_name(table.code)
    pen.lets_in("Hanneke")
    hanneke.asks("Wat is er nodig in een gewone week?")
    pen.goes_on_to("Waar geloven jullie in?", "Wat wil en kun jij doen?")
    table.wall.shows_the_question_only("Wat wil en kun jij doen? Klein is ook goed.")
    everybody(table, "asks", "Wat wil en kun jij doen?", but=("wall", "wendy"))
    table.dennis.tap("Meerijden")
    table.tjeerd.say(VISIT)
    hanneke.tap("Nu even niet")
    pen.writes("Soep maken", "Oma Riet")
    pen.writes("Bellen", "Wendy")
    for phone, words in ((table.dennis, "Meerijden"), (table.tjeerd, VISIT), (hanneke, "Nu even niet")):
        phone.says_that(words)
    tell_what_they_would_rather_not(table, pen)
    table.wall.shows_the_question_only("Welke hulp van buiten willen jullie erbij?")
    pen.says_we_are_ready()
    pen.lay_it_down()
    table.remote.is_at("Welke hulp van buiten")
    table.wall.asks("Welke hulp van buiten")
    table.desk.may_open(*SHUT)


def tell_what_they_would_rather_not(table, pen):
    """What is private is told on one's own phone, or said softly to whoever writes; and nobody sees it again."""
    pen.goes_on_to("Wat doe je liever niet?")
    pen.writes_softly("Oma Riet", kept_private.SAID_SOFTLY)
    pen.begins_to_write_softly("Lotte", kept_private.HALF_TYPED)
    pen.goes_back_to("Wat wil en kun jij doen?")
    pen.goes_on_to("Wat doe je liever niet?")
    pen.lay_it_down()
    phones = (table.wendy, table.dennis, table.tjeerd, table.hanneke)
    for phone in phones:
        phone.asks("Wat doe je liever niet?")
        phone.say(BOUNDARIES[phone.name])
        phone.says_that(BOUNDARIES[phone.name])
    table.wendy.say(kept_private.TAKEN_BACK)
    table.wendy.take_back(kept_private.TAKEN_BACK)
    table.tjeerd.lose_the_line()
    table.tjeerd.say(kept_private.WITHOUT_INTERNET)
    table.tjeerd.has_waiting(kept_private.WITHOUT_INTERNET)
    table.tjeerd.has_a_line_again()
    table.tjeerd.says_that(kept_private.WITHOUT_INTERNET)
    pen.take_it_up()
    pen.goes_on_to("Wat kan dan wél?", "Hoeveel keer per week")
    for phone in phones[1:]:
        phone.tap("3")
        phone.says_that("3 keer per week")
    pen.goes_on_to("hoe lang houd jij dit vol?")
    for phone in phones[1:]:
        phone.tap("3 maanden")
        phone.says_that("3 maanden")
    pen.goes_on_to("Wie helpt jou als het te veel wordt?", "Welke hulp van buiten")


def promise(table):
    """The screen proposes, each phone answers for itself, and whoever is asked to be the contact person says yes."""
    table.remote.go("Verder", "Wie doet wat")
    table.wall.asks("Wie doet wat, welke dag?")
    table.wall.propose(FOOTBALL, 1, "16.30", "Dennis")
    table.wall.propose(VISIT, 0, "17.30", "Tjeerd")
    table.wall.the_week_says("Tjeerd en Dennis.")
    table.dennis.answer(FOOTBALL, "Ja, dat doe ik")
    table.wall.the_week_says("Tjeerd.")
    table.tjeerd.answer(VISIT, "Liever anders")
    table.wall.the_week_says("nog niemand")
    with db.connection_context():
        visit = roster.RegularShift.get(roster.RegularShift.person.is_null())
        arranging.give_to(visit, seen=visit.version, person=table.family.hanneke, now=NOW)
    table.hanneke.answer(VISIT, "Ja, dat doe ik")
    table.wall.the_week_says("Iedereen heeft ja gezegd.")
    go_on(table, "6.1")
    table.wall.asks("Wie is het aanspreekpunt voor iedereen?")
    table.wall.ask_for("contact_person", "Tjeerd")
    table.tjeerd.answer("Wil jij het aanspreekpunt zijn?", "Ja, dat doe ik")
    table.wall.shows_who_does("contact_person", "Tjeerd")


def sign(table):
    """What was agreed is read back, each signs on their own phone, and the screen shows it at once."""
    agree_on_the_rest(table.family)
    go_on(table, "6.9")
    table.wall.read_aloud()
    table.tjeerd.sign(drawing=True)
    expect(table.wall.shows_answer_of("Tjeerd").get_by_label("handtekening")).to_be_visible()
    table.tjeerd.stay_reachable(*REACH["Tjeerd"])
    table.dennis.sign()
    table.wall.shows_answer_of("Dennis")
    table.dennis.stay_a_guest()
    table.wendy.sign("Ja, maar …", remark="Niet op zondag")
    expect(table.wall.shows_answer_of("Wendy")).to_contain_text("Niet op zondag")
    table.wendy.stay_reachable(*REACH["Wendy"])
    with db.connection_context():
        for person in (table.family.lotte, table.family.oma_riet, table.family.hanneke):
            signing.sign(signing.latest_of(table.family.circle), person, choice="yes", name=person.name, now=NOW)
    table.wall.close_the_plan()
    everybody(table, "asks", "Ons plan staat.", but=("wall",))


def go_home(table):
    """The evening is over: the phones say so, and the code opens nothing any more."""
    table.wall.end_the_evening()
    for phone in (table.wendy, table.dennis, table.tjeerd, table.hanneke):
        phone.says_goodbye()
    expect(table.remote.page.get_by_text("De avond is klaar.")).to_be_visible()
    shut = {f"/meedoen/{table.code}": 404, "/avond/plan": 401, f"/avond/pen/{table.family.circle.id}/bijeenkomst": 401}
    assert {path: table.wendy.context.request.get(path).status for path in shut} == shut


def everything_was_kept_once(table):
    with db.connection_context():
        kept = [boundary.what for boundary in Boundary.select().where(Boundary.taken_back_at.is_null())]
        said = [strength.words for strength in answers.answers_of(table.family.circle, "strength")]
        assert [told.stamina for told in Carrying.select()] == ["quarter"] * 3
    assert sorted(kept) == sorted([*BOUNDARIES.values(), kept_private.SAID_SOFTLY, kept_private.WITHOUT_INTERNET])
    assert sorted(said) == sorted(GOOD.values())


def everybody(table, does, *args, but=()):
    for window in ("wall", "wendy", "dennis", "tjeerd"):
        if window not in but:
            getattr(getattr(table, window), does)(*args)


def go_on(table, code):
    """An hour later, at another question."""
    with db.connection_context():
        meeting.stand_at(meeting.present_meeting(table.family.circle), code)


def agree_on_the_rest(family):
    """What the evenings of the other journeys agree on page by page."""
    ours, wendy, hanneke = family.circle, family.wendy, family.hanneke
    with db.connection_context(), one_go():
        for role, person in (("deputy", wendy), ("cancel_with", wendy), ("cancel_deputy", hanneke)):
            roles.choose(ours, role, person.id, now=NOW)
            roles.accept(ours, role, person.id, now=NOW)
        plan_dates.follow_for(ours, 6, dt.date(2026, 10, 12), now=NOW)
        plan_dates.look_back_on(ours, dt.date(2026, 11, 18), "19.30", "Buurthuis", today=NOW.date(), now=NOW)
        plan_b.add_trigger(ours, "24 uur van tevoren is er nog niemand", now=NOW)
        plan_b.add_step(ours, hanneke.id, "komt dezelfde dag kijken", now=NOW)
