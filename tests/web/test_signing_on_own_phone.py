"""Signing on one's own phone at the table: the text that was read, one's own name, and a way to stay in touch."""

import datetime as dt
import json

import pytest

from netwerkberaad import database
from netwerkberaad.domain import circle
from netwerkberaad.domain.after import consent
from netwerkberaad.domain.agreeing import signing
from netwerkberaad.domain.circle import Person
from netwerkberaad.domain.evening import meeting
from tests import agreed
from tests.web.phones_inside import phone_inside, we_are_at
from tests.web.test_plan import queries

__all__ = ["phone_inside", "we_are_at"]
SIGN = "/avond/handtekening"


@pytest.fixture
def read(family, now, we_are_at):
    """Everything is agreed and read back, and the table is at «Doe je mee?»."""
    agreed.agree_on_everything(family, now)
    we_are_at("6.9")
    return agreed.read(family, now)


def question(page):
    return " ".join(page.select_one("h1").get_text(strip=True).split())


def member(family, person):
    """This person gave their number before."""
    Person.update(status="member", phone="06 1234 5678").where(Person.id == person.id).execute()


def test_before_the_reading_the_phone_looks_along(phone_inside, family, now, we_are_at):
    agreed.agree_on_everything(family, now)
    we_are_at("6.9")
    page = phone_inside(family.wendy).get("/avond")
    assert not page.select(f"form[action='{SIGN}']")
    assert "Jij vervangt het aanspreekpunt." in page.text
    phone_inside(family.wendy).get("/avond/plan", status=303)


def test_the_whole_sheet_is_there_to_read_with_one_s_own_lines_first(phone_inside, family, read):
    page = phone_inside(family.hanneke).get("/avond")
    assert question(page) == "Doe je mee?"
    own = page.select_one(".promise-own")
    assert [line.text for line in own.select("li")] == [
        "Jij neemt de afmeldingen over als het moet.",
        "Maandag, 17.30: Even langskomen.",
        "Plan B: komt dezelfde dag kijken.",
    ]
    sheet = page.select_one(".sheet")
    assert "Samen koken en eten" in sheet.text
    assert read.fingerprint in sheet.text
    places = [page.text.index(words) for words in ("Dit doe jij", "Samen koken en eten", "Ja, ik doe mee")]
    assert places == sorted(places)


def test_two_phones_sign_one_each_in_their_own_name(phone_inside, family, read):
    hanneke, karim = phone_inside(family.hanneke), phone_inside(family.karim)
    member(family, family.hanneke)
    pages = hanneke.get("/avond"), karim.get("/avond")
    strokes = json.dumps([[[10, 20], [300, 200]], [[5, 5]]])
    page = hanneke.submit(pages[0], SIGN, choice="yes", strokes=strokes)
    assert question(page) == "Dank je wel, Hanneke."
    assert [line["points"] for line in page.select("polyline")] == ["10,20 300,200", "5,5 5,5"]
    karim.submit(pages[1], SIGN, choice="yes_but", remark="Niet aan de deur", name="Karim")
    given = [(s.person.name, s.choice, s.how, s.via, s.remark) for s in signing.Signature.select()]
    assert given == [
        ("Hanneke", "yes", "drawn", "phone", ""),
        ("Karim", "yes_but", "typed", "phone", "Niet aan de deur"),
    ]


def test_nobody_signs_for_somebody_else(phone_inside, family, read):
    karim = phone_inside(family.karim)
    sent = {"seen": "1", "choice": "yes", "name": "Hanneke", "person_id": family.hanneke.id, "spoken": "y"}
    karim.post(SIGN, sent)
    assert [s.person for s in signing.Signature.select()] == [family.karim]


def test_on_a_phone_nothing_is_said_aloud(phone_inside, family, read):
    page = phone_inside(family.karim).post(SIGN, {"seen": "1", "choice": "yes", "spoken": "y"}, status=422)
    assert page.select_one("#error-summary li").text.strip() == "Typ je naam, of teken."
    assert not signing.Signature.select().exists()


def test_professionals_do_not_sign(phone_inside, family, read, now):
    ilse = circle.draw_person(family.circle, "Ilse", ring=4, group="Z")
    meeting.attend(family.meeting, ilse, now=now)
    phone = phone_inside(ilse)
    assert not phone.get("/avond").select(f"form[action='{SIGN}']")
    assert not phone.get("/avond/plan").select(f"form[action='{SIGN}']")
    page = phone.post(SIGN, {"seen": "1", "choice": "yes", "name": "Ilse"}, status=422)
    assert "tekent dit plan niet" in page.select_one(".error-summary").text
    assert not signing.Signature.select().exists()


def test_who_is_not_at_the_table_does_not_sign_there(phone_inside, family, read, now):
    meeting.leave(family.meeting, family.hanneke, now=now)
    hanneke = phone_inside(family.hanneke)
    assert not hanneke.get("/avond").select(f"form[action='{SIGN}']")
    hanneke.post(SIGN, {"seen": "1", "choice": "yes", "name": "Hanneke"}, status=422)
    assert not signing.Signature.select().exists()


def test_an_older_version_is_refused_with_the_new_text_and_the_words_kept(phone_inside, family, read, now):
    karim = phone_inside(family.karim)
    page = karim.get("/avond")
    agreed.shift(family, "Boodschappen brengen", "5", "10:00", family.wendy, now=now)
    agreed.read(family, now)
    typed = {"choice": "yes_but", "remark": "Niet aan de deur", "name": "Karim"}
    page = karim.submit(page, SIGN, status=409, **typed)
    assert "opnieuw voorgelezen" in page.select_one(".error-summary").text
    assert "Boodschappen brengen" in page.select_one(".sheet").text
    assert page.select_one("[name=remark]").text.strip() == "Niet aan de deur"
    assert not signing.Signature.select().exists()
    karim.submit(page, SIGN, **typed)
    assert signing.Signature.get().plan_version.number == 2


@pytest.mark.parametrize(
    ("typed", "asks"),
    [
        ({"name": "Karim"}, "Kies eerst een antwoord."),
        ({"choice": "yes"}, "Typ je naam, of teken."),
        ({"choice": "yes_but", "name": "Karim"}, "Schrijf op wat je erbij wilt zeggen."),
        ({"choice": "yes", "strokes": "[[1]]"}, "Teken nog een keer"),
    ],
    ids=["no choice", "no signature", "no words", "no drawing"],
)
def test_what_is_missing_is_asked_and_nothing_is_lost(phone_inside, family, read, typed, asks):
    karim = phone_inside(family.karim)
    page = karim.submit(karim.get("/avond"), SIGN, status=422, **typed)
    assert asks in page.select_one("#error-summary").text
    assert page.select_one("[name=name]")["value"] == typed.get("name", "")
    assert not signing.Signature.select().exists()


def test_drawn_strokes_are_kept_when_something_is_missing(phone_inside, family, read):
    karim = phone_inside(family.karim)
    page = karim.submit(karim.get("/avond"), SIGN, status=422, choice="yes_but", strokes="[[[1,2],[3,4]]]")
    assert page.select_one("[name=strokes]")["value"] == "[[[1,2],[3,4]]]"


def test_nu_niet_needs_no_name_and_is_a_good_answer(phone_inside, family, read):
    karim = phone_inside(family.karim)
    karim.submit(karim.get("/avond"), SIGN, choice="not_now")
    assert "Nu niet" in karim.get("/avond").select_one("#mijn-antwoord").text


def test_a_child_may_sign_with_a_sticker_and_is_not_asked_for_a_number(phone_inside, family, read):
    noor = phone_inside(family.noor)
    page = noor.get("/avond")
    assert [option["value"] for option in page.select("[name=sticker]")] == ["star", "heart", "sport"]
    page = noor.submit(page, SIGN, choice="yes", sticker="heart")
    assert signing.Signature.get().how == "sticker"
    assert question(page) == "Dank je wel, Noor."
    assert not page.select("a[href='/avond/bereikbaar']")
    assert not phone_inside(family.wendy).get("/avond").select("[name=sticker]")


def test_whoever_thinks_again_answers_again_until_the_plan_is_closed(phone_inside, family, read, now):
    member(family, family.karim)
    karim = phone_inside(family.karim)
    karim.submit(karim.get("/avond"), SIGN, choice="not_now")
    page = karim.submit(karim.get("/avond/plan"), SIGN, choice="yes", name="Karim")
    assert "Ja, ik doe mee" in page.select_one("#mijn-antwoord").text
    agreed.everybody_signs(family, read, now, without=("karim",))
    agreed.shut(family, now, read)
    assert question(karim.get("/avond")) == "Ons plan staat."
    assert not karim.get("/avond/plan").select(f"form[action='{SIGN}']")
    karim.post(SIGN, {"seen": "1", "choice": "not_now"}, status=422)


def test_the_plan_of_an_earlier_evening_is_no_plan_of_this_one(phone_inside, family, read, now):
    agreed.everybody_signs(family, read, now)
    agreed.shut(family, now, read)
    later = now + dt.timedelta(days=1)
    meeting.Meeting.update(begun_at=later).where(meeting.Meeting.id == family.meeting.id).execute()
    karim = phone_inside(family.karim)
    assert question(karim.get("/avond")) == "Doe je mee?"
    assert not karim.get("/avond").select(".sheet, form[action='/avond/handtekening']")
    karim.get("/avond/plan", status=303)
    karim.post(SIGN, {"seen": "1", "choice": "yes", "name": "Karim"}, status=422)


def test_answers_on_phones_close_the_plan_like_answers_on_the_sheet(phone_inside, family, read, now):
    agreed.everybody_signs(family, read, now, without=("karim",))
    assert agreed.waiting(family) == ["Karim"]
    karim = phone_inside(family.karim)
    karim.submit(karim.get("/avond"), SIGN, choice="yes", name="Karim")
    assert agreed.waiting(family) == []
    agreed.shut(family, now, read)
    assert signing.our_plan(family.circle) == read


def test_the_phone_says_for_how_many_the_table_waits(phone_inside, family, read, now):
    agreed.everybody_signs(family, read, now, without=("karim", "wendy"))
    waits = phone_inside(family.lotte).get("/avond").select_one("[data-live] #we-wachten")
    assert waits.text == "We wachten nog op 2 anderen."


def test_in_step_6_who_is_not_asked_anything_else_signs_what_waits_for_them(phone_inside, family, read, we_are_at):
    we_are_at("6.4")
    assert phone_inside(family.karim).get("/avond").select(f"form[action='{SIGN}']")
    we_are_at("5.1")
    page = phone_inside(family.karim).get("/avond")
    assert not page.select(f"form[action='{SIGN}']")
    assert page.select_one("a[href='/avond/plan']")


def test_a_text_that_was_changed_from_outside_is_not_shown(phone_inside, family, read):
    database.db.execute_sql("INSERT INTO maintenance (reason) VALUES ('a test')")
    database.db.execute_sql("UPDATE plan_version SET text = replace(text, 'Even langskomen', 'Nooit langskomen')")
    page = phone_inside(family.karim).get("/avond")
    assert "Deze tekst is veranderd" in page.text
    assert "Nooit langskomen" not in page.text
    assert not page.select(f"form[action='{SIGN}']")


def test_the_place_of_a_phone_says_which_text_was_read(phone_inside, family, read, now):
    karim = phone_inside(family.karim)
    places = [karim.get("/avond").select_one("#live")["data-place"]]
    agreed.shift(family, "Boodschappen brengen", "5", "10:00", family.wendy, now=now)
    version = agreed.read(family, now)
    places.append(karim.get("/avond").select_one("#live")["data-place"])
    agreed.everybody_signs(family, version, now)
    agreed.shut(family, now, version)
    places.append(karim.get("/avond").select_one("#live")["data-place"])
    assert len(set(places)) == 3


def test_more_shifts_and_signatures_ask_the_database_as_often(phone_inside, family, read, now):
    karim = phone_inside(family.karim)
    karim.get("/avond")
    few = queries(lambda: karim.get("/avond"))
    for day in range(7):
        agreed.shift(family, f"Koken {day}", str(day), "18:00", family.wendy, now=now)
    agreed.everybody_signs(family, agreed.read(family, now), now, without=("karim",))
    karim.get("/avond")
    assert queries(lambda: karim.get("/avond")) == few


# Becoming a member.


def test_after_signing_a_guest_is_asked_how_to_stay_in_touch(phone_inside, family, read):
    Person.update(status="guest").where(Person.id == family.karim.id).execute()
    karim = phone_inside(family.karim)
    page = karim.submit(karim.get("/avond"), SIGN, choice="yes", name="Karim")
    assert question(page) == "Hoe bereiken we je na vanavond?"
    assert not page.select("input[checked]")
    assert "Je naam komt dan niet op de kaart." in page.text
    page = karim.submit(page, "/avond/bereikbaar", phone="06 1234 5678", consents=["c1", "c3"])
    assert "Je krijgt zo je eigen link van Marije." in page.text
    karim_now = circle.person_in(family.circle, family.karim.id)
    assert (karim_now.status, karim_now.phone, consent.given_by(karim_now)) == (
        "member",
        "06 1234 5678",
        {"c1", "c3"},
    )


def test_without_c1_a_guest_stays_a_guest_and_nothing_is_kept(phone_inside, family, read):
    karim = phone_inside(family.karim)
    page = karim.submit(karim.get("/avond/bereikbaar"), "/avond/bereikbaar", status=422, phone="06 1234 5678")
    assert "Mijn naam mag op de kaart" in page.select_one("#error-summary").text
    assert page.select_one("[name=phone]")["value"] == "06 1234 5678"
    assert page.select_one("a[href='/avond']").text == "Ik blijf gast"
    karim_now = circle.person_in(family.circle, family.karim.id)
    assert (karim_now.status, karim_now.phone, consent.given_by(karim_now)) == ("named", "", set())


def test_a_member_sees_what_they_gave_and_may_skip(phone_inside, family, read):
    member(family, family.karim)
    karim = phone_inside(family.karim)
    page = karim.submit(karim.get("/avond"), SIGN, choice="yes", name="Karim")
    assert question(page) == "Dank je wel, Karim."
    page = karim.get("/avond/bereikbaar")
    assert page.select_one("[name=phone]")["value"] == "06 1234 5678"
    assert "06 1234 5678" not in phone_inside(family.wendy).get("/avond/bereikbaar").text
