"""Private time at every door: what is not named here is shut to whoever is there for their work (R2)."""

# ruff: noqa: F811 — a fixture of phones_inside and the argument that asks for it share their name
import itertools

import pytest

from netwerkberaad.domain import circle
from netwerkberaad.domain.evening import meeting, questions, shared_screen
from netwerkberaad.domain.evening.meeting import Meeting
from netwerkberaad.domain.evening.shared_screen import Screen
from netwerkberaad.domain.taking_part import private_time
from netwerkberaad.domain.taking_part.joining import Guest
from netwerkberaad.domain.taking_part.private_time import PrivateTime
from netwerkberaad.web.doors import SCREEN_PASS
from tests.test_who_sees_what import with_pass
from tests.web.phones_inside import phone_inside, we_are_at  # noqa: F401

CALM, LOST = "Het gezin praat nu samen", "Er schrijft nu iemand op een telefoon"
FOLLOWING = {"live.stream GET", "live.i_am_here POST"}
DARK = {"screen.dark GET", "screen.darken POST", "screen.lighten POST", "screen.blank GET"}
REMOTE = {"now GET", "note POST", "take_note_away POST", "darken POST", "lighten POST"}
READ_BACK = {"meeting.present GET", "meeting.there GET", "meeting.question GET", "screen.join GET"}
DESK = FOLLOWING | DARK | READ_BACK | {"private_time.private GET"} | {f"remote.{one}" for one in REMOTE}
SCREEN = FOLLOWING | DARK | {"screen.join GET", "private_time.private GET"}
WITHOUT_PEN = {"pen.table GET", "pen.hand POST", "private_time.ready GET", "private_time.end POST"}
ENDS_IT = ("private_time.end", "going.leave", "going.home")
PHONE = FOLLOWING | {"following.now GET", "going.home POST", "going.leave POST", "going.goodbye GET"}

PLANTED = {
    "4.1": {"words": "Soep maken voor Lotte"},
    "4.2": {"words": "Wij geloven in zingen"},
    "4.3": {"words": "De hond uitlaten op zondag", "person": "wendy"},
    "4.5": {"words": "Kaartjes sturen vanuit Zeeland", "person": "karim"},
    "4.8": {"words": "Zuster Agnes van om de hoek", "person": "karim"},
    "4.9": {"words": "Een gezinscoach uit Almere"},
}
NAMED, A_CHILD = "Zwaantje", "Koosje"
SENTENCES = [NAMED, A_CHILD, *(said["words"] for said in PLANTED.values())]


@pytest.fixture
def wendy(phone_inside, family):
    return phone_inside(family.wendy)


@pytest.fixture
def ilse(family, now):
    """Somebody who is there for her work."""
    person = circle.draw_person(family.circle, "Ilse", ring=4, group="Z")
    meeting.attend(family.meeting, person, now=now)
    return person


@pytest.fixture
def screen(app, browse, family, now):
    opened = shared_screen.open_screen(family.circle, family.facilitator, now=now)
    return with_pass(app, browse(), SCREEN_PASS, opened.id, "/scherm")


@pytest.fixture
def alone(family, wendy, we_are_at, now):
    """The family talks alone at 4.1, with the pen on Wendy's phone."""
    we_are_at("4.1")
    return private_time.begin(meeting.present_meeting(family.circle), pen=family.wendy, now=now)


@pytest.fixture
def planted(alone, family, wendy):
    """Sentences of step 4, said on the phone with the pen while the family talks alone; and somebody put on the map."""
    for name in (A_CHILD, NAMED):
        wendy.post(f"/avond/pen/{family.circle.id}/onze-kring/2.1", {"name": name}, follow=False)
    circle.change_person(circle.people_of(family.circle)[-2], age=7)
    for code, said in PLANTED.items():
        person = {"person": str(getattr(family, said["person"]).id)} if "person" in said else {}
        wendy.post(f"/avond/pen/{family.circle.id}/vraag/{code}", {**said, **person}, follow=False)
    page = wendy.get(f"/avond/pen/{family.circle.id}/vraag/4.1")
    assert SENTENCES[2] in page.text
    assert "Maak ongedaan" in page.text
    assert circle.people_of(family.circle)[-1].name == NAMED


def addresses(app, family, root, method):
    """Every address behind one door: (name in its room, path), with numbers of this family filled in."""
    people = [family.wendy.id, family.people[-1].id + 1]
    known = {"circle_id": [family.circle.id], "person_id": people, "other_id": [family.karim.id]}
    known |= {"code": [*questions.QUESTIONS], "role": ["contact_person"]}
    adapter = app.url_map.bind("localhost")
    for rule in app.url_map.iter_rules():
        if method not in rule.methods or not rule.endpoint.startswith(root):
            continue
        names = sorted(rule.arguments)
        ways = [known.get(name) or list(getattr(rule._converters[name], "items", ())) or [1, 2] for name in names]
        for chosen in itertools.product(*ways):
            filled = dict(zip(names, chosen, strict=True))
            yield rule.endpoint.removeprefix(root), adapter.build(rule.endpoint, filled, method=method), filled


def open_ones(app, family, visitor, root):
    """What this visitor can still do behind this door: {"room.view METHOD"}; the rest answered 403 or led away."""
    open_to_them, token = set(), visitor.csrf()
    for method in ("GET", "POST"):
        for name, path, filled in addresses(app, family, root, method):
            if name in ENDS_IT:  # known to be open
                open_to_them.add(f"{name} {method}")
                continue
            data = {"csrf_token": token, "person": "nobody"} if method == "POST" else None
            response = visitor.client.open(path, method=method, data=data)
            led_away = response.status_code == 302 and response.location.endswith("/besloten")
            if response.status_code == 403 or (led_away and method == "GET"):
                continue
            assert response.status_code != 401, path
            assert name != "meeting.question" or filled["code"].startswith(("1", "2", "3")), path
            open_to_them.add(f"{name} {method}")
    return open_to_them


def test_the_desk_keeps_a_small_list_and_nothing_else(app, family, marije, alone):
    assert open_ones(app, family, marije, "table.") - {"private_time.end POST"} == DESK
    assert marije.client.head(f"/kring/{family.circle.id}/vraag/4.1").status_code == 403


def test_the_shared_screen_keeps_less_while_a_phone_holds_the_pen(app, family, screen, alone):
    assert open_ones(app, family, screen, "screen.") - {"private_time.end POST"} == SCREEN
    screen.post(f"/scherm/{family.circle.id}/besloten/klaar", {}, 403)


def test_only_when_the_phone_with_the_pen_is_away_the_shared_screen_can_take_it_or_end_it(app, family, screen, alone):
    Guest.update(here=False).execute()
    assert open_ones(app, family, screen, "screen.") == SCREEN | WITHOUT_PEN


def test_a_professional_s_phone_can_only_wait_and_leave(app, family, phone_inside, ilse, alone):
    assert open_ones(app, family, phone_inside(ilse), "phone.") == PHONE


def test_over_a_shoulder_the_calm_page_of_a_phone_has_a_title_that_says_nothing(
    family, marije, phone_inside, ilse, alone
):
    page = phone_inside(ilse).get("/avond/pen", 403)
    assert (page.h1.text, page.title.text.split(" ")[0]) == (CALM, "Agenda")
    page = marije.get(f"/kring/{family.circle.id}/week", 403)
    assert page.title.text.startswith("Besloten tijd")


def no_byte_of_them(app, family, visitor, root):
    paths, opened = [path for _, path, _ in addresses(app, family, root, "GET")], 0
    for path in paths:
        for headers in ({}, {"HX-Request": "true", "HX-Request-Type": "partial"}):
            response = visitor.client.get(path, headers=headers)
            assert response.status_code < 500, path
            assert [said for said in SENTENCES if said in response.text] == [], path
            opened += response.status_code == 200
            paths += {response.location} - {None, *paths}  # where many addresses lead to is looked at once
    assert opened


@pytest.mark.parametrize("root", ["table.", "desk.", "family."])
def test_no_word_of_step_4_reaches_the_desk(app, family, marije, planted, root):
    no_byte_of_them(app, family, marije, root)


def test_no_word_of_step_4_reaches_the_beamer_while_a_phone_holds_the_pen(app, family, screen, planted):
    no_byte_of_them(app, family, screen, "screen.")


def test_no_word_of_step_4_reaches_a_professional_s_phone_or_link(app, family, phone_inside, phone, ilse, planted):
    no_byte_of_them(app, family, phone_inside(ilse), "phone.")
    with_link = phone(ilse)
    no_byte_of_them(app, family, with_link, "member.")
    for path in ("/mijn/week", "/mijn/plan"):
        with_link.get(path, 403)


def test_the_beamer_shows_the_question_and_nothing_else(screen, family, alone, we_are_at):
    page = screen.get(f"/scherm/{family.circle.id}/besloten")
    assert page.h1.text == "Wat is er nodig in een gewone week?"
    assert not page.select("main form, main aside, main input, .rail")
    assert page.select_one("#live")["data-place"].endswith("/besloten#4.1.going_on")
    we_are_at("4.5")
    page = screen.get(f"/scherm/{family.circle.id}/besloten")
    assert page.h1.text == "Kan iets niet? Wat kan dan wél?"
    assert page.select_one("#live")["data-place"].endswith("/besloten#4.5.going_on")


def test_what_was_being_typed_on_the_screen_is_shown_back_but_never_what_is_somebody_s_own(screen, family, alone):
    page = screen.post(f"/scherm/{family.circle.id}/vraag/4.1", {"words": "Soep"}, 403)
    assert page.h1.text == LOST
    assert "Soep" in page.text
    page = screen.post(f"/scherm/{family.circle.id}/vraag/4.4", {"words": "Niet bij opa alleen"}, 403)
    assert "Niet bij opa" not in page.text


def test_with_the_laptop_the_screen_works_as_usual_and_says_so(screen, family, we_are_at, now):
    we_are_at("4.1")
    private_time.begin(meeting.present_meeting(family.circle), now=now)
    page = screen.get(f"/scherm/{family.circle.id}/vraag/4.1")
    assert "Jullie praten nu samen" in page.select_one("#pen-strip").text
    assert "Soep" in screen.submit(page, "/vraag/4.1", words="Soep").text


def test_the_family_is_asked_once_at_the_beginning_of_step_4(marije, family, we_are_at):
    we_are_at("4.1")
    desk = f"/kring/{family.circle.id}"
    offer = marije.get(f"{desk}/vraag/4.1").select_one(".private-offer a")
    page = marije.get(offer["href"])
    marije.submit(page, "/besloten/blijf", follow=False)
    assert marije.response.location == f"{desk}/vraag/4.1"
    assert [row.kind for row in PrivateTime.select()] == ["stay"]
    assert not marije.get(f"{desk}/vraag/4.1").select(".private-offer")


def test_it_begins_from_the_desk_and_shuts_the_desk_at_once(marije, screen, wendy, family, we_are_at):
    we_are_at("4.1")
    desk = f"/kring/{family.circle.id}"
    before = marije.get(f"{desk}/vraag/4.1").select_one("#live")["data-place"]
    page = marije.get(f"{desk}/besloten")
    assert "Kies nog wie de pen krijgt." in marije.submit(page, "/besloten", 422).text
    page = marije.submit(page, "/besloten", person=str(family.wendy.id))
    assert page.h1.text == CALM
    for path, status in (("besloten", 200), ("vraag/4.1", 403), ("vraag/1.3", 200), ("kaart", 403)):
        place = marije.get(f"{desk}/{path}", status).select_one("#live")["data-place"]
        assert place == f"{desk}/besloten" != before
    screen.get(f"/scherm/{family.circle.id}/vraag/4.1", 302)
    assert "Soep" in wendy.post(f"/avond/pen/{family.circle.id}/vraag/4.1", {"words": "Soep"}).text


def test_the_laptop_is_a_choice_only_where_a_screen_is_open(marije, wendy, family, we_are_at, now):
    we_are_at("4.1")
    address = f"/kring/{family.circle.id}/besloten"
    chosen = [tag["value"] for tag in marije.get(address).select("[name=person]")]
    assert chosen == [str(family.wendy.id)]
    assert "Er staat geen scherm open." in marije.post(address, {"person": "laptop"}, 422).text
    shared_screen.open_screen(family.circle, family.facilitator, now=now)
    assert "laptop" in [tag["value"] for tag in marije.get(address).select("[name=person]")]


def test_begun_on_the_screen_its_pass_survives_closing_the_browser_and_other_screens_close(
    app, browse, screen, family, we_are_at, now
):
    we_are_at("4.1")
    other = shared_screen.open_screen(family.circle, family.facilitator, now=now)
    newer = with_pass(app, browse(), SCREEN_PASS, other.id, "/scherm")
    screen.post(f"/scherm/{family.circle.id}/besloten", {"person": "laptop"}, follow=False)
    assert "Max-Age=57600" in screen.response.headers["Set-Cookie"]
    screen.get(f"/scherm/{family.circle.id}/vraag/4.1")
    newer.get(f"/scherm/{family.circle.id}/vraag/4.1", 401)


@pytest.mark.parametrize("where", ["pen", "screen"])
def test_the_family_ends_it_after_being_asked_once_more(marije, wendy, screen, family, alone, where):
    root = {"pen": f"/avond/pen/{family.circle.id}", "screen": f"/scherm/{family.circle.id}"}[where]
    visitor = wendy if where == "pen" else screen
    if where == "screen":
        screen.get(f"{root}/besloten/klaar", 302)
        Guest.update(here=False).execute()
    page = visitor.get(f"{root}/besloten/klaar")
    assert meeting.present_meeting(family.circle).private_since
    assert [b.text.strip() for b in page.select("main form button")] == ["Wij zijn klaar. Kom maar terug."]
    visitor.submit(page, "/besloten/klaar", follow=False)
    assert PrivateTime.get().ended_at is not None
    assert marije.get(f"/kring/{family.circle.id}/vraag/4.1").select_one("#live")["data-place"].endswith("/vraag/4.1")
    screen.get(f"/scherm/{family.circle.id}/vraag/4.1")


def test_nobody_else_ends_it(marije, phone_inside, ilse, family, alone):
    for path in ("besloten/klaar", "pen", "verder?from=4.1", "bijeenkomst", "bijeenkomst/einde"):
        marije.post(f"/kring/{family.circle.id}/{path}", {"person": "laptop", "go": "next"}, 403)
    for visitor in (phone_inside(ilse), phone_inside(family.karim)):
        visitor.post(f"/avond/pen/{family.circle.id}/besloten/klaar", {}, 403)
    assert meeting.present_meeting(family.circle).private_since


def test_a_dropped_connection_a_reload_a_pause_and_a_closed_browser_do_not_end_it(marije, wendy, family, alone, browse):
    pen = f"/avond/pen/{family.circle.id}"
    for _ in range(2):
        wendy.get(f"{pen}/vraag/4.1")
    wendy.get(f"{pen}/stroom").close()
    wendy.post(f"{pen}/verder?from=4.1", {"go": "later"}, follow=False)
    marije.get(f"/kring/{family.circle.id}/vraag/4.1", 403)
    wendy.post(f"{pen}/bijeenkomst", follow=False)
    again = browse()
    again.client.set_cookie("avond", wendy.client.get_cookie("avond", path="/avond").value, path="/avond")
    again.get(f"{pen}/vraag/4.1")
    marije.get(f"/kring/{family.circle.id}/vraag/4.1", 403)
    assert PrivateTime.get().ended_at is None


def test_left_behind_the_desk_opens_a_screen_on_which_the_family_ends_it(marije, screen, family, alone, later):
    desk = f"/kring/{family.circle.id}"
    assert not marije.get(f"{desk}/besloten").select("main form")
    marije.post(f"{desk}/scherm", {}, 403)
    later(hours=17)
    page = marije.get(f"{desk}/besloten")
    marije.submit(page, "/scherm", follow=False)
    assert Screen.select().where(Screen.closed_at.is_null()).count() == 2
    marije.get(f"{desk}/vraag/4.1", 403)
    marije.submit(page, "/bijeenkomst/einde", follow=False)
    assert Meeting.get().state == "ended"
    assert PrivateTime.get().ended_at is not None
