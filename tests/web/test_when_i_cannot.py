"""When somebody cannot: crossed out on the own phone, or written down softly for whoever has none; theirs alone."""

# ruff: noqa: F811 — a fixture of another file and the argument that asks for it share their name
import pytest

from netwerkberaad.domain.evening.meeting import Meeting
from netwerkberaad.domain.evening.shared_screen import Screen
from netwerkberaad.domain.taking_part import carrying
from netwerkberaad.web.doors import SCREEN_PASS
from tests.test_who_sees_what import with_pass
from tests.web.meeting_cast import at, go  # noqa: F401
from tests.web.phones_inside import phone_inside, we_are_at  # noqa: F401

PIECES = ["0o", "1o", "1m", "1a"]
WORDS = "maandagochtend en de hele dinsdag"
REFUSED = "Dit deel van de week kennen we niet. Kies uit de hokjes."


@pytest.fixture
def crosses(phone_inside, we_are_at):
    """crosses(family.wendy, ["0o"]) puts those crosses on that person's own phone; returns the page that follows."""

    def put(person, pieces, status=303):
        we_are_at("4.6")
        return phone_inside(person).post("/avond/wanneer-niet", {"cannot": pieces}, status)

    return put


def crossed(page):
    return [box["value"] for box in page.select("[name=cannot][checked]")]


def cannot_of(person):
    told = carrying.carrying_of(person)
    return told and told.cannot


def test_the_phone_asks_quietly_and_nothing_is_crossed_out_beforehand(phone_inside, we_are_at, family):
    we_are_at("4.6")
    wendy = phone_inside(family.wendy)
    leads = wendy.get("/avond").select_one(".cannot a")
    asks = wendy.get(leads["href"]).main
    assert leads.get_text(strip=True) == asks.legend.get_text(strip=True) == "Wanneer kun je niet?"
    assert "Dan vragen we je dan niet." in asks.text
    assert asks.select_one(".seen-by--private")
    boxes = asks.select("[name=cannot]")
    assert len(boxes) == 21
    assert crossed(asks) == []
    assert [box.find_parent("label").get_text(strip=True) for box in boxes[:4]] == [
        "maandagochtend", "maandagmiddag", "maandagavond", "dinsdagochtend",
    ]  # fmt: skip
    assert [row.get_text(strip=True) for row in asks.select("tbody th[scope=row]")][::6] == ["maandag", "zondag"]


def test_what_i_cross_out_is_kept_and_said_back_in_words(crosses, phone_inside, family):
    page = crosses(family.wendy, PIECES[::-1])
    assert page.select_one(".notice--told").get_text(strip=True) == "Bewaard. Dit zie alleen jij."
    assert page.select_one("#mine").get_text(strip=True) == f"Je kunt niet: {WORDS}."
    assert cannot_of(family.wendy) == "0o 1o 1m 1a"
    assert crossed(phone_inside(family.wendy).get("/avond/wanneer-niet")) == PIECES
    assert carrying.carrying_of(family.wendy).how == "own"


def test_how_often_and_when_not_leave_each_other_as_they_are(crosses, phone_inside, family):
    crosses(family.wendy, PIECES)
    wendy = phone_inside(family.wendy)
    page = wendy.submit(wendy.get("/avond"), "/antwoord/4.6", number="3")
    assert [line.get_text(strip=True) for line in page.select("#mine p")] == [
        "Jij zei: 3 keer per week.", f"Je kunt niet: {WORDS}.",
    ]  # fmt: skip
    page = crosses(family.wendy, [])
    assert page.select_one("#mine").get_text(strip=True) == "Jij zei: 3 keer per week."
    assert (cannot_of(family.wendy), carrying.carrying_of(family.wendy).max_per_week) == ("", 3)


def test_what_is_no_part_of_the_week_is_refused_and_the_crosses_stay(crosses, family):
    page = crosses(family.wendy, ["2a", "9z"], 422)
    assert page.select_one("#cannot-error").get_text(strip=True) == REFUSED
    assert crossed(page) == ["2a"]
    assert cannot_of(family.wendy) is None


def test_a_child_is_not_asked(phone_inside, we_are_at, family):
    we_are_at("4.6")
    noor = phone_inside(family.noor)
    assert not noor.get("/avond").select(".cannot a")
    noor.get("/avond/wanneer-niet", 403)
    noor.post("/avond/wanneer-niet", {"cannot": PIECES}, 403)
    assert cannot_of(family.noor) is None


def test_more_often_than_a_phone_offers_is_said_back_too(phone_inside, we_are_at, family, now):
    carrying.tell(family.wendy, max_per_week=12, how="spoken", now=now)
    we_are_at("4.6")
    page = phone_inside(family.wendy).get("/avond")
    assert page.select_one("#mine").get_text(strip=True) == "Jij zei: 12 keer per week."


def test_it_is_written_down_for_whoever_has_no_phone_and_never_read_back(marije, at, family):
    riet = {"person": str(family.oma_riet.id)}
    page = marije.submit(marije.get(at("vraag/4.6")), "/vraag/4.6", **riet, number="2", cannot=PIECES)
    assert "Opgeschreven voor Oma Riet." in page.text
    for again in (page, marije.get(at("vraag/4.6"))):
        assert crossed(again) == []
        assert "maandagochtend en" not in again.text
    told = carrying.carrying_of(family.oma_riet)
    assert (told.max_per_week, told.cannot, told.how) == (2, "0o 1o 1m 1a", "spoken")
    marije.submit(marije.get(at("vraag/4.6")), "/vraag/4.6", **riet, number="4")
    told = carrying.carrying_of(family.oma_riet)
    assert (told.max_per_week, told.cannot) == (4, "0o 1o 1m 1a")


def test_whoever_only_says_when_they_cannot_need_not_say_how_often(go, marije, at, family):
    riet = {"person": str(family.oma_riet.id)}
    marije.submit(marije.get(at("vraag/4.6")), "/vraag/4.6", **riet, cannot=["6a"])
    told = carrying.carrying_of(family.oma_riet)
    assert (told.max_per_week, told.cannot) == (None, "6a")
    go("4.6", "next", **riet, cannot=["5a"])
    assert cannot_of(family.oma_riet) == "5a"


def test_what_is_wrong_on_the_desk_is_said_and_the_crosses_stay_with_whoever_writes(marije, at, family):
    riet = {"person": str(family.oma_riet.id)}
    for typed, sentence in (
        ({"cannot": PIECES}, "Kies nog wie dit zegt."),
        ({"cannot": [*PIECES, "9z"], **riet}, REFUSED),
        ({"cannot": PIECES, "number": "22", **riet}, "Typ een getal van 0 tot 21."),
    ):
        page = marije.post(at("vraag/4.6"), typed, 422)
        assert sentence in page.select_one(".error-summary").text
        assert page.select_one("details.cannot").has_attr("open")
        assert crossed(page) == PIECES
    assert carrying.Carrying.select().count() == 0


def test_the_shared_screen_knows_no_crosses_and_takes_none(app, browse, family, crosses, now):
    crosses(family.wendy, PIECES)
    opened = Screen.create(circle=family.circle, opened_by=family.facilitator, opened_at=now)
    screen = with_pass(app, browse(), SCREEN_PASS, opened.id, "/scherm")
    wall = f"/scherm/{family.circle.id}/vraag/4.6"
    page = screen.get(wall)
    assert not page.select("[name=cannot]")
    assert "niet:" not in page.main.text
    typed = {"person": str(family.oma_riet.id), "cannot": PIECES, "csrf_token": screen.csrf()}
    assert screen.client.post(wall, data=typed).status_code == 403
    assert cannot_of(family.oma_riet) is None


def test_no_other_window_holds_a_word_of_it(phone_inside, marije, at, family, crosses):
    crosses(family.wendy, PIECES)
    Meeting.update(pen=family.karim).where(Meeting.id == family.meeting.id).execute()
    karim = phone_inside(family.karim)
    pen = f"/avond/pen/{family.circle.id}"
    for visitor, addresses in (
        (marije, [at("vraag/4.6"), at("week"), at("afstandsbediening"), f"/kringen/{family.circle.id}"]),
        (karim, ["/avond", f"{pen}/vraag/4.6", f"{pen}/week"]),
    ):
        for address in addresses:
            page = visitor.get(address)
            assert crossed(page) == []
            assert WORDS not in visitor.response.text
            assert "Je kunt niet" not in visitor.response.text
