"""The pen at the doors: the phone of whoever holds it runs the table's pages, and every other phone does not."""

import pytest

from netwerkberaad.domain import circle
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.evening.meeting import Answer, Meeting
from netwerkberaad.domain.taking_part import joining, private_time
from netwerkberaad.domain.taking_part.joining import Guest
from tests.web.phones_inside import phone_inside, we_are_at  # noqa: F401


@pytest.fixture
def at(family):
    """at("vraag/1.1") is that address through the pen's door."""
    return lambda path="bijeenkomst": f"/avond/pen/{family.circle.id}/{path}"


@pytest.fixture
def table(marije, family):
    """The facilitator's desk, and the address of a page there."""
    return lambda path: f"/kring/{family.circle.id}/{path}"


@pytest.fixture
def wendy(phone_inside, family):  # noqa: F811
    """Wendy's phone, that holds the pen."""
    phone = phone_inside(family.wendy)
    Meeting.update(pen=family.wendy).where(Meeting.id == family.meeting.id).execute()
    return phone


def holder(family):
    return Meeting.get_by_id(family.meeting.id).pen


def pens_on(page):
    return {tag.select_one(".pens__name").contents[0].strip(): tag["aria-pressed"] for tag in page.select(".pens__one")}


def test_the_facilitator_hands_it_over_with_one_tap(marije, table, phone_inside, family):  # noqa: F811
    phone_inside(family.wendy)
    page = marije.get(table("pen"))
    assert pens_on(page) == {"Wendy": "false", "De laptop": "true"}
    page = marije.submit(page, "/pen", person=str(family.wendy.id))
    assert holder(family) == family.wendy
    assert pens_on(page) == {"Wendy": "true", "De laptop": "false"}
    marije.submit(page, "/pen", person="laptop")
    assert holder(family) is None


def test_without_phones_the_page_says_how_to_join(marije, table):
    page = marije.get(table("pen"))
    assert "Er doet nog geen telefoon van de kring mee." in page.text
    assert page.select_one("main a[href$='/meedoen']")


@pytest.mark.parametrize("who", ["", "999", "noor", "hanneke"])
def test_whoever_cannot_hold_it_is_not_given_it(marije, table, phone_inside, family, who):  # noqa: F811
    phone_inside(family.noor)
    number = str(getattr(family, who).id) if who.isalpha() else who
    marije.post(table("pen"), {"person": number}, 404 if who == "999" else 422)
    assert holder(family) is None


def test_the_holder_runs_the_pages_of_the_table(wendy, at, family):
    wendy.get(at(), 302)
    assert wendy.response.location == at("vraag/1.1")
    page = wendy.submit(wendy.get(at("vraag/1.5")), "/vraag/1.5", words="Weer een avond rust.")
    assert "Weer een avond rust." in page.text
    wendy.post(at("verder?from=1.5"), {"go": "next"}, follow=False)
    assert wendy.response.location == at("vraag/1.6")
    assert meeting.present_meeting(family.circle).question == "1.6"


def test_above_every_page_stands_the_way_back_to_the_own_phone(wendy, at):
    for path in ("vraag/1.1", "onze-kring/2.1", "kaart", "week", "afspraken/6.1", "ondertekenen", "aanwezig", "pen"):
        strip = wendy.get(at(path)).select_one("#pen-strip")
        assert strip.has_attr("data-live")
        assert [link["href"] for link in strip.select("a:not(.quick-exit)")] == ["/avond", at("pen")]


def test_the_way_out_is_on_the_pages_that_the_pen_opens_and_on_no_wall(wendy, at, marije, table):
    (away,) = wendy.get(at("vraag/1.1")).select("a.quick-exit")
    assert (away["href"], away["data-leave"]) == ("/even-iets-anders", "/avond/weg")
    assert not marije.get(table("vraag/1.1")).select("a.quick-exit")


def test_the_own_phone_says_who_has_it(wendy, phone_inside, family, at):  # noqa: F811
    page = wendy.get("/avond/pen")
    assert page.h1.text == "Jij hebt de pen"
    assert page.select_one(f"a[href='{at()}']")
    page = phone_inside(family.karim).get("/avond/pen")
    assert page.h1.text == "Wendy heeft de pen"
    assert not page.select("form[action='/avond/pen']")


@pytest.mark.parametrize("path", ["bijeenkomst", "vraag/1.1", "week", "afspraken/6.1", "stroom"])
def test_a_phone_without_it_is_told_so_and_led_back(wendy, phone_inside, family, at, path):  # noqa: F811
    page = phone_inside(family.karim).get(at(path), 403)
    assert page.h1.text == "Jij hebt de pen nu niet"
    assert [link["href"] for link in page.select("a.button")] == ["/avond"]


def test_whoever_lost_it_reads_back_what_was_typed(wendy, at, family):
    form = wendy.get(at("vraag/1.5"))
    Meeting.update(pen=None).where(Meeting.id == family.meeting.id).execute()
    page = wendy.submit(form, "/vraag/1.5", 403, words="Weer een avond rust.")
    assert "Weer een avond rust." in page.text
    assert Answer.select().count() == 0


def test_what_is_somebody_s_own_is_not_read_back(wendy, at, family):
    Meeting.update(pen=None).where(Meeting.id == family.meeting.id).execute()
    page = wendy.post(at("vraag/4.4"), {"words": "Niet bij opa alleen"}, 403)
    assert "Niet bij opa" not in page.text


def test_it_opens_no_other_family(wendy, strangers):
    for path in ("bijeenkomst", "vraag/1.1", "week"):
        wendy.get(f"/avond/pen/{strangers.circle.id}/{path}", 404)
    wendy.post(f"/avond/pen/{strangers.circle.id}/vraag/1.5", {"words": "x"}, 404)


def test_a_visitor_without_a_phone_at_the_table_gets_nowhere(browse, family, at):
    assert "Je telefoon doet nu niet mee" in browse().get(at(), 401).text


def test_it_gives_nobody_s_link_and_opens_no_screen(app, wendy, at, family):
    """Every address of the room of links, and the screens."""
    shut = [rule for rule in app.url_map.iter_rules() if rule.endpoint.startswith("pen.links.")]
    assert len(shut) > 5
    for rule in shut:
        path = rule.rule.replace("<int:circle_id>", str(family.circle.id))
        path = path.replace("<int:person_id>", str(family.karim.id))
        page = wendy.get(path, 403) if "GET" in rule.methods else wendy.post(path, {}, 403)
        assert page.h1.text == "Links geef jij niet uit"
    for path in ("scherm", "scherm/sluiten"):
        wendy.post(at(path), {}, 403)


def test_it_leads_nowhere_near_the_desk(wendy, at):
    for path in ("vraag/1.1", "vraag/4.3", "onze-kring/2.1", "week", "afspraken/6.1", "pen", "besloten", "meedoen"):
        page = wendy.get(at(path), 302 if path == "besloten/klaar" else 200)
        for tag in page.select("[href], [action]"):
            for name in ("href", "action"):
                address = tag.get(name, "").split("?")[0]
                allowed = ("/avond", "/static/", "#", "/even-iets-anders")
                assert address.startswith(allowed) or not address, (path, address)


def test_handing_it_on_leads_back_to_the_own_phone(wendy, at, phone_inside, family):  # noqa: F811
    phone_inside(family.karim)
    wendy.post(at("pen"), {"person": str(family.karim.id)}, follow=False)
    assert wendy.response.location == "/avond"
    assert holder(family) == family.karim
    wendy.get(at("vraag/1.1"), 403)


def test_when_the_evening_ends_nobody_writes_in_anybody_s_name_any_more(wendy, at, family, now):
    meeting.end(meeting.present_meeting(family.circle), now=now)
    for path in ("vraag/1.5", "vaste-beurten", "ondertekenen/handtekeningen", "afspraken/rollen/contact_person/ja"):
        wendy.post(at(path), {"words": "x"}, 401)
    wendy.get(at(), 401)


def test_whoever_goes_home_with_it_no_longer_writes(wendy, at, now):
    joining.leave(Guest.get(), now=now)
    wendy.get(at("vraag/1.1"), 401)


@pytest.mark.parametrize("who", ["professional", "child"])
def test_whoever_may_not_hold_it_cannot_take_it_over(family, phone_inside, wendy, now, who):  # noqa: F811
    ilse = circle.draw_person(family.circle, "Ilse", ring=4, group="Z")
    taker = phone_inside(ilse if who == "professional" else family.noor)
    private_time.begin(meeting.present_meeting(family.circle), pen=family.wendy, now=now)
    taker.post("/avond/pen", {}, 403 if who == "professional" else 422)
    assert holder(family) == family.wendy


def test_an_empty_battery_never_leaves_the_family_without_it(family, phone_inside, wendy, at, now):  # noqa: F811
    karim = phone_inside(family.karim)
    private_time.begin(meeting.present_meeting(family.circle), pen=family.wendy, now=now)
    karim.post("/avond/pen", {}, 422)
    assert holder(family) == family.wendy
    Guest.update(here=False).where(Guest.person == family.wendy).execute()
    page = karim.submit(karim.get("/avond/pen"), "/avond/pen", follow=False)
    assert karim.response.location == at()
    assert holder(family) == family.karim
    assert page is not None
    wendy.get(at("vraag/1.1"), 403)


def test_outside_private_time_nobody_takes_it(family, phone_inside, wendy):  # noqa: F811
    phone_inside(family.karim).post("/avond/pen", {}, 422)
    assert holder(family) == family.wendy


def test_when_the_holder_goes_home_from_private_time_the_others_read_that_nobody_writes(
    family,
    phone_inside,  # noqa: F811
    wendy,
    at,
    now,
):
    karim = phone_inside(family.karim)
    private_time.begin(meeting.present_meeting(family.circle), pen=family.wendy, now=now)
    wendy.post("/avond/naar-huis", {})
    page = karim.get("/avond/pen")
    assert page.h1.text == "Niemand heeft de pen"
    assert "Wendy doet niet meer mee." in page.text
    karim.submit(page, "/avond/pen", follow=False)
    assert karim.response.location == at()
    assert karim.get("/avond/pen").h1.text == "Jij hebt de pen"
