"""How much I do, on my own phone: calm, «Toch ja» is mine to tap, and not a byte of it stands anywhere else."""

# ruff: noqa: F811 — a fixture of another file and the argument that asks for it share their name
import pytest

from netwerkberaad.domain import yes
from netwerkberaad.domain.agreeing import plan, roles
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.taking_part import carrying
from netwerkberaad.domain.week import arranging, carrying_load, roster
from tests import agreed
from tests import test_who_sees_what as doors
from tests.test_own_eyes_only import BOTH, without_what_differs
from tests.test_who_sees_what import told  # noqa: F401
from tests.web.phones_inside import phone_inside, we_are_at
from tests.web.test_plan import queries

__all__ = ["phone_inside", "we_are_at"]


@pytest.fixture
def busy(family, our_plan, now):
    """busy(2, most=1): Hanneke does two shifts a week, and said that one fits her."""

    def make(shifts, **told):
        carrying.tell(family.hanneke, how="own", now=now, **told)
        if shifts:
            days = "0123456"[:shifts]
            agreed.shift(family, "Even langskomen", days, "17:30", family.hanneke, now=now)

    return make


def bar(page):
    found = page.select_one("#wat-jij-doet")
    return found and [" ".join(line.get_text(" ").split()) for line in found.select("p:not([aria-hidden])")]


def ones(page):
    return [one["class"][-1].removeprefix("carries__one").removeprefix("--") for one in page.select(".carries__one")]


def taps_anyway(browser, page, status=303):
    form = page.select_one("#wat-jij-doet form")
    sent = {field["name"]: field["value"] for field in form.select("input[type=hidden]")}
    return browser.post(form["action"], {**sent, "answer": "toch"}, status=status, fresh=False)


def test_the_bar_says_what_i_do_and_what_i_said(phone, family, busy):
    busy(2, max_per_week=3)
    page = phone(family.hanneke).get("/mijn")
    assert bar(page) == ["Jij doet 2 beurten per week. Je zei: 3 past bij mij."]
    assert ones(page) == ["done", "done", ""]
    assert not page.select("#wat-jij-doet form")


def test_above_what_i_said_only_i_say_toch_ja_and_it_stays_said(phone, family, busy):
    busy(3, max_per_week=2)
    hanneke = phone(family.hanneke)
    page = hanneke.get("/mijn")
    assert bar(page)[0] == "Jij doet 3 beurten per week. Je zei: 2 past bij mij."
    assert ones(page) == ["done", "done", "over"]
    page = taps_anyway(hanneke, page)
    assert bar(page) == ["Jij doet 3 beurten per week. Je zei: 2 past bij mij. En je zei: toch ja."]
    assert not page.select("#wat-jij-doet form")
    kept = yes.Yes.get(yes.Yes.matter == carrying_load.MATTER)
    assert (kept.person, kept.how) == (family.hanneke, "own")


def test_what_i_do_that_changed_meanwhile_is_asked_anew(phone, family, busy, now):
    busy(3, max_per_week=2)
    hanneke = phone(family.hanneke)
    page = hanneke.get("/mijn")
    agreed.shift(family, "Koken", "5", "18:00", family.hanneke, now=now)
    page = taps_anyway(hanneke, page, status=409)
    assert bar(page)[0].startswith("Jij doet 4 beurten per week.")
    assert not yes.said_in_private(family.hanneke, carrying_load.MATTER)


def test_the_contact_roles_count_as_one_and_say_so(phone, family, busy, now):
    busy(1, max_per_week=3)
    for role in ("contact_person", "cancel_with"):
        roles.choose(family.circle, role, family.hanneke.id, now=now)
        roles.accept(family.circle, role, family.hanneke.id, now=now)
    page = phone(family.hanneke).get("/mijn")
    assert bar(page) == [
        "Jij doet 1 beurt per week. Jij bent het aanspreekpunt. Dat telt als één beurt. "
        "Wie niet kan, meldt het bij jou. Dat telt als één beurt. Je zei: 3 past bij mij."
    ]
    assert ones(page) == ["done"] * 3


@pytest.mark.parametrize(
    ("stamina", "says"),
    [
        ("week", "Je zei: 1 week. Dit plan duurt 6 weken. Eerder stoppen mag. Zeg het op tijd."),
        ("month", "Je zei: 1 maand. Dit plan duurt 6 weken. Eerder stoppen mag. Zeg het op tijd."),
        ("quarter", None),
        ("long", None),
    ],
)
def test_a_plan_that_lasts_longer_than_i_said_is_told_to_me(phone, family, busy, stamina, says):
    busy(1, stamina=stamina)
    assert bar(phone(family.hanneke).get("/mijn")) == (says and [says])


def test_nothing_is_said_to_whoever_said_nothing_or_does_nothing(phone, family, busy, shift):
    shift("Koken", "0", "18:00", family.wendy)
    assert bar(phone(family.wendy).get("/mijn")) is None
    busy(0, max_per_week=1, stamina="week")
    assert bar(phone(family.hanneke).get("/mijn")) is None


def test_none_at_all_was_an_answer_too(phone, family, busy):
    busy(1, max_per_week=0)
    page = phone(family.hanneke).get("/mijn")
    assert bar(page)[0] == "Jij doet 1 beurt per week. Je zei: niets past bij mij."


def test_after_the_plan_nothing_is_asked_any_more(phone, family, busy, clock_says):
    busy(2, max_per_week=1)
    hanneke = phone(family.hanneke)
    clock_says(2026, 11, 16, 12, 0)
    assert bar(hanneke.get("/mijn")) is None


def test_on_somebody_elses_phone_it_stays_away(phone, family, busy):
    busy(2, max_per_week=1)
    hanneke = phone(family.hanneke)
    token = hanneke.get("/mijn/gegevens").select_one("[name=csrf_token]")["value"]
    hanneke.post("/mijn/telefoon", {"own": "nee", "csrf_token": token, "once": "b"}, fresh=False)
    assert bar(hanneke.get("/mijn")) is None


@pytest.mark.parametrize("place", ["/mijn", "/avond"])
def test_a_yes_that_would_be_too_much_is_asked_as_toch_ja(phone, phone_inside, family, busy, we_are_at, now, place):
    busy(1, max_per_week=1)
    we_are_at("5.1")
    agreed.shift(family, "Koken", "6", "18:00", family.hanneke, said=False, now=now)
    agreed.shift(family, "Bellen", "5", "20:00", family.wendy, stand_in=family.hanneke, said=False, now=now)
    hanneke = (phone if place == "/mijn" else phone_inside)(family.hanneke)
    page = hanneke.get(place)
    asks = {card.select_one(".next-thing__what").text: card for card in page.select("article[id^=vraag-]")}
    assert asks["Koken"].select_one(".next-thing__more").text == "Dit wordt meer dan je zei. Toch ja?"
    assert [button.text.strip() for button in asks["Koken"].select("button")] == ["Toch ja", "Liever anders"]
    assert [button.text.strip() for button in asks["Bellen"].select("button")] == ["Ja, dat doe ik", "Liever anders"]
    sent = {field["name"]: field["value"] for field in asks["Koken"].select("input[type=hidden]")}
    page = hanneke.post(f"{place}/antwoorden", {**sent, "answer": "ja"}, status=422, fresh=False)
    assert page.select_one(".error-summary li").text.strip() == "Dit wordt meer dan je zei. Toch ja?"
    page = hanneke.post(f"{place}/antwoorden", {**sent, "answer": "toch", "once": "c"}, fresh=False)
    assert bar(page) == ["Jij doet 2 beurten per week. Je zei: 1 past bij mij. En je zei: toch ja."]


def test_at_the_table_a_yes_above_what_somebody_said_is_simply_a_yes(
    marije, phone_inside, family, busy, we_are_at, now
):
    busy(1, max_per_week=1)
    we_are_at("5.1")
    shift = agreed.shift(family, "Koken", "6", "18:00", family.hanneke, said=False, now=now)
    page = marije.submit(marije.get(f"/kring/{family.circle.id}/vaste-beurten/{shift.id}"), "/ja")
    assert "Toch ja" not in page.text
    page = phone_inside(family.hanneke).get("/avond")
    assert bar(page)[0] == "Jij doet 2 beurten per week. Je zei: 1 past bij mij."
    assert page.select_one("#wat-jij-doet form button").text.strip() == "Toch ja"


def test_whoever_signs_for_more_than_they_said_is_told_before(phone, family, now):
    agreed.agree_on_everything(family, now)
    agreed.shift(family, "Koken", "3", "18:00", family.hanneke, said=False, now=now)
    carrying.tell(family.hanneke, max_per_week=1, how="own", now=now)
    meeting.leave(family.meeting, family.hanneke, now=now)
    agreed.read(family, now)
    assert "Met ja doe je meer dan je zei." in phone(family.hanneke).get("/mijn/plan").text
    assert "meer dan je zei" not in phone(family.tjeerd).get("/mijn/plan").text


@pytest.mark.parametrize("place", ["/mijn", "/avond"])
def test_the_questions_to_the_database_do_not_grow(phone, phone_inside, family, busy, we_are_at, now, place):
    busy(1, max_per_week=1)
    we_are_at("5.1")
    hanneke = (phone if place == "/mijn" else phone_inside)(family.hanneke)
    hanneke.get(place)
    one = queries(lambda: hanneke.get(place))
    for day in range(7):
        agreed.shift(family, f"Koken {day}", str(day), "18:00", family.hanneke, said=day % 2, now=now)
    hanneke.get(place)
    assert queries(lambda: hanneke.get(place)) == one


# What no byte elsewhere may depend on: the same week, and somebody in it who carries too much or has room.
PLACES = (
    "week",
    "week?als=lijst",
    "week/rondje",
    "vaste-beurten/{shift}",
    "afspraken/6.1",
    "ondertekenen",
    "bijeenkomst",
)


@pytest.fixture
def everywhere(app, browse, told, now, marije):
    """Everybody who looks along, but Hanneke herself: [(browser, the addresses they may ask for)]."""
    plan.Plan.update(start=now.date(), weeks=6).where(plan.Plan.circle == told.circle).execute()
    meeting.stand_at(told.meeting, "5.1")
    shift = roster.shifts_of(told.circle)[0]
    paths = [path.format(shift=shift.id) for path in PLACES]
    ours = told.circle.id
    return [
        (
            marije,
            [*(f"/kring/{ours}/{path}" for path in paths), f"/kring/{ours}/afstandsbediening", f"/kringen/{ours}"],
        ),
        (doors.with_screen(app, browse, told, now), [f"/scherm/{ours}/{path}" for path in paths]),
        (doors.with_the_pen(app, browse, told, now), [*(f"/avond/pen/{ours}/{path}" for path in paths), "/avond"]),
        (doors.with_phone(app, browse, told, told.jesse, now), ["/avond", "/avond/plan", "/avond/stroom"]),
        (doors.a_professional_s_phone(app, browse, told, now), ["/avond"]),
        (doors.member(app, browse, told, now), ["/mijn", "/mijn/week", "/mijn/plan", "/mijn/gegevens"]),
    ]


def test_no_byte_elsewhere_depends_on_what_hanneke_can_carry_or_on_her_toch_ja(everywhere, told, now):
    shift = roster.shifts_of(told.circle)[0]
    assert shift.person == told.hanneke
    arranging.say_yes_aloud(shift, "person", seen=shift.version, now=now)

    def seen():
        for browser, addresses in everywhere:
            for address in addresses:
                for headers in BOTH:
                    response = browser.client.get(address, headers=headers)
                    assert response.status_code < 500, address
                    yield address, response.status_code, without_what_differs(response)

    before = list(seen())
    assert sum(status == 200 for _, status, _ in before) > 30
    for most, stamina in ((0, "week"), (21, "long")):
        carrying.tell(told.hanneke, max_per_week=most, stamina=stamina, how="own", now=now)
        assert list(seen()) == before
    carrying.tell(told.hanneke, max_per_week=0, how="own", now=now)
    yes.say_yes(told.circle, told.hanneke, carrying_load.MATTER, "1/0", how="own", now=now)
    assert list(seen()) == before


def test_hannekes_own_phone_does_depend_on_it(app, browse, told, now, everywhere):
    """So the test above can fail: there is something to see, on one phone."""
    shift = roster.shifts_of(told.circle)[0]
    arranging.say_yes_aloud(shift, "person", seen=shift.version, now=now)
    own = doors.with_phone(app, browse, told, told.hanneke, now)
    before = bar(own.get("/avond"))
    carrying.tell(told.hanneke, max_per_week=0, how="own", now=now)
    assert (before, bool(bar(own.get("/avond")))) == (None, True)
