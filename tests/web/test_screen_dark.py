"""«Scherm dicht»: from the wall and from the remote, on every wall at once, and open again by one deliberate tap."""

import pytest

from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.evening.meeting import Meeting
from netwerkberaad.domain.taking_part import joining
from tests.test_who_sees_what import with_pass, with_screen


@pytest.fixture
def wall(app, browse, family, now):
    return with_screen(app, browse, family, now)


@pytest.fixture
def second_wall(app, browse, family, now):
    return with_screen(app, browse, family, now)


@pytest.fixture
def at(family):
    return lambda path="": f"/scherm/{family.circle.id}/{path}"


@pytest.fixture
def remote(family):
    return f"/kring/{family.circle.id}/afstandsbediening"


def covered(page):
    """True when this page is covered from its first paint, False when it shows; never half of it."""
    cover = page.select_one("[data-blank-cover]")
    closed = not cover.has_attr("hidden")
    assert closed == ("is-blank" in page.html["class"])
    return closed


PAGES = ["vraag/1.3", "onze-kring/2.1", "week", "afspraken/6.1", "ondertekenen", "aanwezig", "meedoen", "kaart"]


def test_from_the_remote_every_page_of_both_walls_comes_covered(marije, wall, second_wall, at, remote):
    assert not covered(wall.get(at("vraag/1.3")))
    marije.submit(marije.get(remote), "/scherm-dicht")
    for path in PAGES:
        assert covered(wall.get(at(path))), path
        assert covered(second_wall.get(at(path))), path


def test_the_laptop_of_the_facilitator_may_be_the_wall_itself(marije, family, remote):
    marije.submit(marije.get(remote), "/scherm-dicht")
    assert covered(marije.get(f"/kring/{family.circle.id}/vraag/1.3"))


def test_paper_on_the_wall_is_covered_too_and_at_the_desk_it_is_only_paper(marije, wall, at, remote, family):
    marije.submit(marije.get(remote), "/scherm-dicht")
    assert covered(wall.get(at(f"links/{family.wendy.id}/kaart")))
    paper = marije.get(f"/kring/{family.circle.id}/links/{family.wendy.id}/kaart")
    assert not paper.select("[data-blank-cover], .is-blank, #live")


def test_said_on_the_wall_the_remote_knows(marije, wall, at, remote):
    assert wall.post(at("scherm/dicht"), {}, 200).json["dark"] is True
    page = marije.get(remote)
    assert "Scherm is dicht" in page.select_one("#wall").text
    assert covered(wall.get(at("vraag/1.3")))


def test_opened_on_the_wall_it_is_open_on_every_wall(marije, wall, second_wall, at, remote):
    marije.submit(marije.get(remote), "/scherm-dicht")
    page = wall.submit(wall.get(at("vraag/1.3")), "/scherm/open")
    assert wall.response.request.path == at("vraag/1.3")
    assert not covered(page)
    assert not covered(second_wall.get(at("vraag/1.3")))
    assert "Scherm dicht" in marije.get(remote).select_one("#wall").text


def test_the_wall_hears_the_number_at_which_it_was_so(wall, at):
    before = wall.get(at("scherm/stand")).json
    told = wall.post(at("scherm/dicht"), {}, 200).json
    after = wall.get(at("scherm/stand")).json
    assert (before["dark"], told["dark"], after["dark"]) == (False, True, True)
    assert before["number"] < told["number"] == after["number"]


def test_a_script_tells_it_with_the_token_of_the_page_alone(wall, at):
    token = wall.csrf()
    answer = wall.client.post(at("scherm/dicht"), headers={"X-CSRFToken": token})
    assert answer.json["dark"] is True
    assert wall.client.post(at("scherm/open")).status_code == 400
    assert covered(wall.get(at("vraag/1.3")))


def test_without_script_scherm_dicht_leads_back_by_one_press(marije, wall, at, remote):
    marije.submit(marije.get(remote), "/scherm-dicht")
    page = wall.get(at("dicht?terug=" + at("vraag/1.3")))
    wall.submit(page, "/scherm/open")
    assert wall.response.request.path == at("vraag/1.3")


@pytest.mark.parametrize("elsewhere", ["https://elders.example/", "//elders.example", "/kringen", "/scherm/999/week"])
def test_opening_leads_to_a_page_of_this_table_only(wall, at, elsewhere):
    wall.post(at("scherm/dicht"), {}, 200)
    assert wall.post(at("scherm/open"), {"back": elsewhere}, 200).json["dark"] is False


def test_opening_asks_for_one_tap_on_one_button_that_no_stray_key_finds(marije, wall, at, remote):
    marije.submit(marije.get(remote), "/scherm-dicht")
    cover = wall.get(at("vraag/1.3")).select_one("[data-blank-cover]")
    assert [button.text.strip() for button in cover.select("button, a, input:not([type=hidden])")] == ["Verder gaan"]
    assert not cover.select("[autofocus]")
    assert cover["tabindex"] == "-1"


def test_on_the_remote_the_second_tap_of_a_quick_thumb_does_not_open_it(marije, remote):
    page = marije.submit(marije.get(remote), "/scherm-dicht")
    assert not page.select_one("#wall").select("button")
    marije.post(f"{remote}/scherm-dicht", {})
    assert "Scherm is dicht" in marije.get(remote).text


def test_after_the_evening_the_wall_stays_dark_until_somebody_opens_it(marije, wall, at, remote, family, now):
    marije.submit(marije.get(remote), "/scherm-dicht")
    meeting.end(family.meeting, now=now)
    page = wall.get(at("bijeenkomst"))
    assert covered(page)
    assert not covered(wall.submit(page, "/scherm/open"))


def test_in_private_time_the_wall_still_goes_dark_from_either_side(app, browse, marije, wall, at, remote, family, now):
    Meeting.update(private_since=now, pen=family.wendy, question="4.1").execute()
    marije.submit(marije.get(remote), "/scherm-dicht")
    page = wall.get(at("besloten"))
    assert covered(page)
    wall.submit(page, "/scherm/open")
    assert not covered(wall.get(at("besloten")))
    assert wall.post(at("scherm/dicht"), {}, 200).json["dark"] is True


def test_the_phone_with_the_pen_is_never_covered_and_can_close_the_wall(app, browse, wall, at, family, now):
    guest = joining.Guest.create(
        meeting=family.meeting, person=family.wendy, joined_at=now, confirmed_at=now, seen_at=now
    )
    Meeting.update(pen=family.wendy).execute()
    pen = with_pass(app, browse(), "avond", guest.id, "/avond")
    table = f"/avond/pen/{family.circle.id}/vraag/1.3"
    page = pen.submit(pen.get(table), "/scherm/dicht")
    assert "Even pauze" in page.text
    assert covered(wall.get(at("vraag/1.3")))
    assert not pen.get(table).select("[data-blank-cover], .is-blank")
    pen.submit(page, "/scherm/open")
    assert pen.response.request.path == table
    assert not covered(wall.get(at("vraag/1.3")))


def test_only_this_family_s_table_closes_and_opens_its_wall(browse, strangers, wall, at, family):
    elsewhere = f"/scherm/{strangers.circle.id}/scherm"
    wall.post(f"{elsewhere}/dicht", {}, 404)
    wall.get(f"{elsewhere}/stand", 404)
    stranger = browse()
    for address in ("scherm/dicht", "scherm/open"):
        stranger.post(at(address), {}, 401)
    assert not covered(wall.get(at("vraag/1.3")))
