"""Reading back and signing through the pages: everybody answers, the sheet closes, and nothing is rewritten."""

import json
from functools import partial

import pytest

from netwerkberaad import database
from netwerkberaad.domain import circle
from netwerkberaad.domain.agreeing import plan, plan_dates, signing
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.week import roster
from tests.agreed import SIGNERS, agree_on_everything, shift
from tests.web.test_plan import errors, queries


@pytest.fixture
def at(family):
    return f"/kring/{family.circle.id}/ondertekenen"


@pytest.fixture
def agreed(family, now):
    """The plan is whole; Noor is there too and Piotr, who is not, brings the groceries."""
    agree_on_everything(family, now)
    family.piotr = circle.draw_person(family.circle, "Piotr", ring=3, group="K")
    shift(family, "Boodschappen", "5", "10:00", family.piotr, said=False, now=now)
    return family


@pytest.fixture
def read(marije, agreed, at):
    """The sheet after reading it back."""
    return marije.submit(marije.get(at), "/voorlezen")


def says(page):
    """What stands behind each name: {name: words}."""
    return {
        row.select_one(".signer__name").get_text(strip=True): row.select_one(".signer__says").get_text(" ", strip=True)
        for row in page.select(".signer")
    }


def answers(browser, at, person, status=303, **typed):
    return browser.submit(browser.get(f"{at}?wie={person.id}"), "/handtekeningen", status=status, **typed)


def everybody_answers(browser, at, family, **otherwise):
    for name in SIGNERS:
        person = getattr(family, name)
        page = answers(browser, at, person, choice=otherwise.get(name, "yes"), name=person.name)
    return page


def test_before_everything_is_agreed_the_page_says_what_is_open(marije, family, at):
    page = marije.get(at)
    assert page.select("form[action$='/voorlezen']") == []
    assert "Kies nog wie het aanspreekpunt is." in page.get_text()


def test_a_whole_plan_is_read_signed_and_closed_and_leads_to_the_links(marije, agreed, at):
    page = marije.submit(marije.get(at), "/voorlezen")
    assert says(page) == {
        "Lotte": "Lotte tekent nu",
        "Noor": "mag tekenen, hoeft niet",
        **dict.fromkeys(("Karim", "Oma Riet", "Wendy", "Hanneke", "Tjeerd", "Jesse"), "nog niet"),
        "Piotr": "krijgt een link, was er niet bij",
    }
    assert page.select_one("button[disabled]").get_text(strip=True) == "Plan sluiten · nog 7"
    answers(marije, at, agreed.oma_riet, choice="yes_but", remark="Ik vind één keer bellen weinig.", spoken="y")
    answers(marije, at, agreed.noor, choice="yes", sticker="star")
    strokes = json.dumps([[[10, 20], [300, 200]]])
    page = answers(marije, at, agreed.karim, choice="yes", strokes=strokes)
    assert page.select_one("polyline")["points"] == "10,20 300,200"
    assert page.select_one("button[disabled]").get_text(strip=True) == "Plan sluiten · nog 5"
    for name in ("lotte", "wendy", "hanneke", "tjeerd", "jesse"):
        page = answers(marije, at, getattr(agreed, name), choice="yes", name=name)
    assert says(page)["Oma Riet"] == "Ja, maar «Ik vind één keer bellen weinig.» hardop gezegd"
    page = marije.submit(page, "/sluiten")
    assert page.h1.get_text(strip=True) == "Dit is jullie plan"
    version = signing.our_plan(agreed.circle)
    foot = page.select_one(".sheet__foot").get_text(" ", strip=True)
    assert foot.startswith("Vastgesteld op donderdag 8 oktober, 19.00 uur. Versie 1.")
    assert page.select_one(".sheet__foot summary .sheet__print").text == version.fingerprint[:8]
    assert version.fingerprint in foot
    assert page.select_one(".stage__bar a.button--primary")["href"].endswith("/links")
    marije.get(page.select_one(".stage__bar a.button--primary")["href"])


def test_the_sheet_says_the_wishes_first_and_every_line(marije, agreed, at, now):
    meeting.Answer.create(
        circle=agreed.circle,
        meeting=agreed.meeting,
        question="1.5",
        kind="wish",
        words="Weer een avond rust.",
        said_at=now,
    )
    sheet = marije.submit(marije.get(at), "/voorlezen").select_one(".sheet")
    assert sheet.select_one(".sheet__wish").get_text(strip=True) == "«Weer een avond rust.»"
    lines = {row.dt.get_text(strip=True): row.dd.get_text(" ", strip=True) for row in sheet.select(".sheet__line")}
    assert lines == {
        "maandag, 17.30": "Even langskomen: Hanneke Invaller: Tjeerd.",
        "zaterdag, 10.00": "Boodschappen: Piotr (nog vragen)",
        "zondag, 16.00": "Samen koken en eten: Oma Riet samen met Wendy",
        "elke dag, 19.00": "Oma Riet belt Lotte één keer per dag",
        "Aanspreekpunt": "Tjeerd, en anders Wendy",
        "Kun je niet?": "Meld het bij Wendy, en anders Hanneke",
        "Plan B nodig?": "24 uur van tevoren is er nog niemand",
        "Dan eerst": "Hanneke: komt dezelfde dag kijken",
        "Wij doen dit": "zes weken, tot en met zondag 22 november",
        "We kijken terug": "woensdag 18 november, 19.30, Buurthuis",
        "Loopt het niet?": "Binnen 7 dagen zitten we weer bij elkaar",
        "Het logboek": "gelezen door de kring",
    }


def test_the_sheet_is_what_was_read_and_not_what_was_changed_since(marije, agreed, at, read, now):
    plan_dates.meet_again_within(agreed.circle, 9, now=now)
    page = marije.get(at)
    assert "Binnen 7 dagen zitten we" in page.select_one(".sheet").get_text()
    warned = page.select_one(".notice--warn").get_text(" ", strip=True)
    assert "Er is iets veranderd sinds versie 1:" in warned
    assert "Loopt het niet? Dan zitten we nu binnen 9 dagen bij elkaar." in warned
    page = marije.submit(page, "/voorlezen")
    assert "Binnen 9 dagen zitten we" in page.select_one(".sheet").get_text()
    old = marije.get(f"/kring/{agreed.circle.id}/plan/versies/1")
    assert "Binnen 7 dagen zitten we" in old.select_one(".sheet").get_text()
    new = marije.get(f"/kring/{agreed.circle.id}/plan/versies/2")
    assert "Loopt het niet? Dan zitten we nu binnen 9 dagen bij elkaar." in new.get_text()
    marije.get(f"/kring/{agreed.circle.id}/plan/versies/3", status=404)


REFUSED = [
    ("nothing chosen", {}, ["Kies eerst een antwoord. «Nu niet» mag ook."]),
    ("but", {"choice": "yes_but", "name": "W"}, ["Ja, maar … Schrijf op wat je erbij wilt zeggen."]),
    ("no hand", {"choice": "yes"}, ["Typ je naam, teken, of vink aan dat je het hardop zei."]),
    (
        "no drawing",
        {"choice": "yes", "strokes": "x"},
        ["De handtekening kwam niet goed aan. Teken nog een keer, of typ je naam."],
    ),
    (
        "too long",
        {"choice": "yes_but", "remark": "x" * 10_000, "name": "W"},
        ["Dit is te lang: 10000 tekens. Het mogen er 300 zijn."],
    ),
]


@pytest.mark.parametrize(("typed", "sentences"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_what_is_missing_is_said_and_what_was_typed_stays(marije, agreed, at, read, typed, sentences):
    page = answers(marije, at, agreed.wendy, status=422, **typed)
    assert errors(page) == sentences
    assert page.h1.get_text(" ", strip=True) == "We Wendy, doe je mee?"
    if "remark" in typed:
        assert page.select_one("#remark").text.strip() == typed["remark"]
    assert signing.Signature.select().count() == 0


@pytest.mark.parametrize("name", ["O'Neil", "<script>alert(1)</script>", "ليلى", "Zoë 🌷"])
def test_a_name_is_shown_as_it_was_typed(marije, agreed, at, read, name):
    page = answers(marije, at, agreed.wendy, choice="yes", name=name)
    assert says(page)["Wendy"] == name


def test_a_double_click_signs_once(marije, agreed, at, read):
    form = marije.get(f"{at}?wie={agreed.wendy.id}").select_one("form[action$='/handtekeningen']")
    fields = {i["name"]: i.get("value", "") for i in form.select("[type=hidden]")}
    for _ in range(2):
        marije.post(f"{at}/handtekeningen", {**fields, "choice": "yes", "name": "Wendy"}, fresh=False)
    assert signing.Signature.select().count() == 1


def test_a_text_that_was_read_again_meanwhile_is_not_signed_unseen(marije, agreed, at, read, now):
    page = marije.get(f"{at}?wie={agreed.wendy.id}")
    plan_dates.meet_again_within(agreed.circle, 9, now=now)
    marije.submit(marije.get(at), "/voorlezen")
    page = marije.submit(page, "/handtekeningen", status=409, choice="yes", name="Wendy")
    assert errors(page) == ["Het plan is opnieuw voorgelezen. Hieronder staat de nieuwe tekst."]
    marije.submit(page, "/handtekeningen")
    assert signing.Signature.get().plan_version.number == 2


def test_nu_niet_opens_the_shifts_and_asks_only_who_is_touched(marije, agreed, at, read):
    page = everybody_answers(marije, at, agreed, oma_riet="not_now")
    assert says(page)["Oma Riet"] == "Nu niet. Hoort er gewoon bij. Oma Riet"
    page = marije.submit(page, "/sluiten")
    words = says(page)
    assert words["Wendy"] == "vragen we opnieuw: er is iets anders"
    assert words["Hanneke"] == "Hanneke (bij versie 1)"
    assert "Samen koken en eten: nog open samen met Wendy" in page.select_one(".sheet").get_text()
    page = marije.get(f"{at}?wie={agreed.wendy.id}")
    asked = page.select_one(".notice--warn").get_text(" ", strip=True)
    assert asked == "Wat is er anders Zondag, 16.00: Samen koken en eten: eerst Oma Riet, nu nog open."
    page = marije.submit(page, "/handtekeningen", choice="yes", name="Wendy")
    page = marije.submit(page, "/sluiten")
    assert page.h1.get_text(strip=True) == "Dit is jullie plan"
    assert signing.our_plan(agreed.circle).number == 2


def test_whoever_leaves_early_signs_early_and_is_asked_again_only_when_touched(marije, agreed, at, now):
    roster.need(agreed.circle, "Koken", now=now)
    page = marije.submit(marije.get(at), "/eerder")
    assert page.select_one(".sheet__title").get_text(strip=True) == "Voorlopige afspraken"
    assert "Nog niet af: dit staat er tot nu toe." in page.get_text()
    assert page.select("form[action$='/sluiten']") == []
    answers(marije, at, agreed.hanneke, choice="yes", name="Hanneke")
    roster.Task.update(taken_back_at=now).where(roster.Task.what == "Koken").execute()
    page = marije.submit(marije.get(at), "/voorlezen")
    assert says(page)["Hanneke"] == "Hanneke (bij versie 1)"
    assert page.select_one("button[disabled]").get_text(strip=True) == "Plan sluiten · nog 6"


def test_somebody_who_went_home_gets_a_link_and_is_not_waited_for(marije, agreed, at, read):
    page = marije.submit(marije.get(f"{at}?wie={agreed.jesse.id}"), "/naar-huis")
    assert page.select_one("button[disabled]").get_text(strip=True) == "Plan sluiten · nog 6"
    meeting_over = meeting.attendance_of(agreed.meeting)[agreed.jesse.id].left_at
    assert meeting_over is not None


def test_closing_before_everybody_answered_is_refused(marije, agreed, at, read):
    page = marije.post(f"{at}/sluiten", {"seen": 1}, status=422)
    assert errors(page) == ["Nog niet iedereen aan tafel heeft geantwoord."]


def tampered():
    database.db.execute_sql("DROP TRIGGER plan_version_no_update")
    database.db.execute_sql("UPDATE plan_version SET text = replace(text, '17:30', '17:31')")


def test_a_byte_changed_from_outside_shows_everywhere_and_signing_stops(marije, agreed, at, read):
    open_page = marije.get(f"{at}?wie={agreed.wendy.id}")
    tampered()
    for path in (at, f"{at}/afdruk", f"/kring/{agreed.circle.id}/plan/versies/1"):
        page = marije.get(path)
        assert "Deze tekst is veranderd" in page.select_one(".sheet").get_text()
        assert "17.31" not in page.get_text()
    page = marije.submit(open_page, "/handtekeningen", status=422, choice="yes", name="Wendy")
    assert errors(page) == ["Deze tekst is veranderd. Tekenen kan nu niet. Lees het plan opnieuw voor."]
    page = marije.submit(marije.get(at), "/voorlezen")
    assert says(page)["Wendy"] == "nog niet"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format":1}'])
def test_a_text_that_was_made_unreadable_shows_too(marije, agreed, at, read, text):
    database.db.execute_sql("DROP TRIGGER plan_version_no_update")
    database.db.execute_sql("UPDATE plan_version SET text = ?", (text,))
    assert "Deze tekst is veranderd" in marije.get(at).get_text()


def test_the_paper_carries_the_plan_and_the_signatures(marije, agreed, at, read):
    everybody_answers(marije, at, agreed, wendy="not_now")
    page = marije.get(f"{at}/afdruk")
    assert "Even langskomen: Hanneke" in page.get_text()
    assert says(page)["Hanneke"] == "Hanneke"
    assert page.select("form") == []


def test_there_is_no_paper_before_the_first_reading(marije, agreed, at):
    marije.get(f"{at}/afdruk", status=404)


def test_looking_at_the_sheet_keeps_nothing(marije, family, at):
    marije.get(at)
    assert (signing.PlanVersion.select().count(), plan.Plan.select().count()) == (0, 0)


def test_the_whole_page_contains_its_fragment(marije, agreed, at, read):
    whole, part = marije.get(at), marije.get(at, fragment=True)
    assert says(whole) == says(part) != {}


def test_the_sheet_asks_the_database_as_often_for_thirty_shifts_as_for_one(marije, agreed, at, read, now):
    few = [queries(partial(marije.get, path)) for path in (at, f"{at}/afdruk")]
    for number in range(30):
        shift(agreed, f"Taak {number}", "2", "17:00", agreed.karim, stand_in=agreed.wendy, now=now)
    marije.submit(marije.get(at), "/voorlezen")
    everybody_answers(marije, at, agreed)
    assert [queries(partial(marije.get, path)) for path in (at, f"{at}/afdruk")] == few


def test_strangers_and_ended_evenings_are_kept_out(marije, agreed, strangers, at, read, now):
    marije.get(f"/kring/{strangers.circle.id}/ondertekenen", status=404)
    marije.post(
        f"{at}/handtekeningen", {"version": 1, "person_id": strangers.wendy.id, "choice": "not_now"}, status=404
    )
    meeting.end(agreed.meeting, now=now)
    marije.post(f"{at}/sluiten", {"seen": 1}, status=403)
