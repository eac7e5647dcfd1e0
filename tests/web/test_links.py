"""Handing out the links: one at a time, on a phone or on paper, and nobody's number on the screen."""

from netwerkberaad import database
from netwerkberaad.domain import circle, teams
from netwerkberaad.domain.after import consent, links
from netwerkberaad.domain.agreeing import plan
from netwerkberaad.domain.evening import meeting
from tests.agreed import agree_on_everything, everybody_signs, read, shut
from tests.conftest import signed_in
from tests.web.test_opening import everything_kept


def test_the_round_hands_out_one_link_at_a_time(marije, family, address):
    at = f"/kring/{family.circle.id}/links"
    page = marije.get(at)
    assert "nog niet" in page.select_one(f"#link-{family.wendy.id}").text
    page = marije.submit(page, f"/links/{family.wendy.id}/maken")
    link = links.link_of(family.wendy)
    assert address(link) in page.select_one(".qr__words").text
    assert page.select_one("details:not([open]) .qr svg")
    page = marije.submit(page, "/gekregen")
    assert "heeft een link gekregen" in page.select_one(f"#link-{family.wendy.id}").text
    again = marije.get(f"{at}/{family.wendy.id}")
    assert address(link) not in str(again)
    assert not again.select(".qr")


def test_the_evening_ends_after_the_round_once_the_plan_is_closed(marije, family, now):
    at = f"/kring/{family.circle.id}/links"
    assert not marije.get(at).select("form[action$='/bijeenkomst/einde']")
    agree_on_everything(family, now)
    version = read(family, now)
    everybody_signs(family, version, now)
    shut(family, now, version)
    page = marije.submit(marije.get(at), "/bijeenkomst/einde")
    assert page.h1.text == "Dit is jullie plan."
    assert meeting.present_meeting(family.circle).state == "ended"
    assert not marije.get(at).select("form[action$='/bijeenkomst/einde']")


def test_showing_a_link_makes_nothing(marije, family):
    before = everything_kept()
    marije.get(f"/kring/{family.circle.id}/links")
    marije.get(f"/kring/{family.circle.id}/links/{family.wendy.id}")
    assert everything_kept() == before


def test_renewing_shows_the_new_link_and_revoking_shows_none(marije, family, link, address):
    old, at = address(link), f"/kring/{family.circle.id}/links/{family.wendy.id}"
    page = marije.submit(marije.get(at), "/nieuw")
    assert old not in str(page)
    assert address(link) in str(page)
    page = marije.submit(page, "/ingetrokken")
    assert address(link) not in str(page)


def test_the_card_for_paper_carries_the_name_the_code_and_whom_to_call(marije, family, link, address):
    plan.Plan.create(circle=family.circle, cancel_with=family.hanneke, contact_person=family.tjeerd)
    page = marije.get(f"/kring/{family.circle.id}/links/{family.wendy.id}/kaart")
    card = page.select_one(".paper-card")
    assert card.h1.text == "Wendy"
    assert card.select_one(".qr svg")
    assert address(link) in card.text
    assert "Hanneke" in card.text
    assert "Tjeerd" in card.text


def test_no_phone_means_a_card_on_paper(marije, family, link):
    at = f"/kring/{family.circle.id}/links"
    marije.post(f"{at}/{family.wendy.id}/bereikbaar", {"notify": "none"})
    assert circle.person_in(family.circle, family.wendy.id).notify == "none"
    assert "krijgt een kaart op papier" in marije.get(at).select_one(f"#link-{family.wendy.id}").text


def test_on_this_computer_only_the_page_says_why_no_phone_opens_the_link(marije, family, link):
    page = marije.get(f"/kring/{family.circle.id}/links/{family.wendy.id}")
    assert "HOST" in page.text
    assert "BASE_URL" in page.text


def test_numbers_are_written_down_on_the_desk_and_never_read_back(marije, family, now):
    at = f"/kring/{family.circle.id}/links/{family.wendy.id}"
    page = marije.get(f"{at}/gegevens")
    assert not page.select("[checked]")
    marije.submit(page, "/gegevens", phone="06 1111 2222", consents=["c1", "c3"])
    assert circle.person_in(family.circle, family.wendy.id).phone == "06 1111 2222"
    assert {c.how for c in consent.Consent.select()} == {"spoken"}
    for path in (f"{at}/gegevens", at, f"/kring/{family.circle.id}/links", f"{at}/kaart"):
        assert "1111" not in marije.get(path).text


def test_a_number_that_cannot_be_dialled_comes_back_with_what_was_typed(marije, family):
    at = f"/kring/{family.circle.id}/links/{family.wendy.id}/gegevens"
    page = marije.submit(marije.get(at), "/gegevens", status=422, phone="bel maar")
    assert page.select_one("[name=phone]")["value"] == "bel maar"


def test_a_lost_link_is_renewed_by_the_facilitator_after_the_evening(marije, family, link, now):
    links.hand_over(family.wendy, now=now)
    meeting.Meeting.update(ended_at=now).where(meeting.Meeting.id == family.meeting.id).execute()
    at = f"/kring/{family.circle.id}/links/{family.wendy.id}"
    page = marije.submit(marije.get(at), "/nieuw")
    assert page.select_one(".qr svg")


def test_another_facilitator_and_an_admin_hand_out_nothing(browse, family, strangers, link, now):
    paths = [
        f"/kring/{family.circle.id}/links{end}" for end in ("", f"/{family.wendy.id}", f"/{family.wendy.id}/kaart")
    ]
    boss = teams.Staff.create(team=family.team, name="Bea", email="bea@example.org", role=teams.ADMIN, invited_at=now)
    for staff in (strangers.facilitator, boss):
        visitor = signed_in(browse(), staff)
        for path in paths:
            assert visitor.client.get(path).status_code in (403, 404)


def test_a_child_under_twelve_looks_along_with_a_parent(marije, family):
    assert "Noor" not in marije.get(f"/kring/{family.circle.id}/links").select_one("main").text
    marije.get(f"/kring/{family.circle.id}/links/{family.noor.id}", status=404)


def test_the_round_asks_the_database_as_much_for_one_as_for_forty(marije, family, now):
    def questions():
        asked, execute = [], database.db.obj.execute_sql
        database.db.obj.execute_sql = lambda *a, **k: (asked.append(a), execute(*a, **k))[1]
        try:
            marije.get(f"/kring/{family.circle.id}/links")
        finally:
            database.db.obj.execute_sql = execute
        return len(asked)

    few = questions()
    for number in range(30):
        person = circle.draw_person(family.circle, f"Mens {number}", group="K")
        meeting.Attendance.create(meeting=family.meeting, person=person, came_at=now)
        links.make(person, now=now)
    assert questions() == few
