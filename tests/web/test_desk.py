"""The team's desk: rows that say what asks for attention, a new family, one family and its people."""

import datetime as dt
from unittest.mock import patch

import pytest

from netwerkberaad import database
from netwerkberaad.domain import circle, teams
from netwerkberaad.domain.before import beginning
from netwerkberaad.domain.evening import meeting
from tests.conftest import signed_in


def words(tag):
    return " ".join(tag.text.split())


def said(chip):
    """Name and note of a chip, without the initials."""
    return " ".join(words(part) for part in chip.select(".chip__name, .chip__note"))


def queries_of(action):
    """How many questions the database got while this was done."""
    asked = []
    real = database.db.obj.execute_sql

    def counting(sql, *args, **kwargs):
        asked.append(sql)
        return real(sql, *args, **kwargs)

    with patch.object(database.db.obj, "execute_sql", counting):
        action()
    return len(asked)


def test_a_visitor_finds_the_way_in_and_reads_nothing_about_families(family, browse):
    page = browse().get("/")
    assert words(page.h1) == "Welkom"
    assert [a["href"] for a in page.select("main a")] == ["/inloggen"]
    assert "Heb je een link gekregen?" in words(page.main)
    assert "Noor" not in page.text


@pytest.mark.parametrize(("role", "onward"), [("facilitator", "/kringen"), ("team_admin", "/collegas")])
def test_staff_go_on_to_their_own_work(family, browse, now, role, onward):
    who = teams.Staff.create(team=family.team, name="Sam", email="sam@example.org", role=role, invited_at=now)
    browser = signed_in(browse(), who)
    browser.get("/", status=302)
    assert browser.response.location == onward


def test_a_new_facilitator_reads_what_the_desk_is_for(family, browse, now):
    who = teams.Staff.create(team=family.team, name="Sam", email="sam@example.org", role="facilitator", invited_at=now)
    page = signed_in(browse(), who).get("/kringen")
    assert words(page.h1) == "Goedenavond, Sam"
    assert page.select_one(".empty a")["href"] == "/kringen/nieuw"


def test_a_family_s_row_says_where_the_evening_stopped(marije, family, now):
    meeting.Meeting.update(question="2.2", paused_at=now).where(meeting.Meeting.id == family.meeting.id).execute()
    page = marije.get("/kringen")
    assert words(page.select_one("section h2")) == "Vraagt iets van jou"
    assert words(page.select_one(".row__says")) == "Begonnen, gestopt bij «Wie was er op de verjaardag van je kind?»"


def test_a_family_s_row_says_when_everybody_comes_together(marije, family, now):
    ours = beginning.begin_family(family.facilitator, "Kring rond Daan", [beginning.Newcomer("Petra")], now=now)
    meeting.plan_meeting(ours, kind="first_talk", day=dt.date(2026, 10, 9), starts="19:00")
    row = marije.get("/kringen").select_one(f"#kring-{ours.id}")
    assert words(row.select_one(".row__says")) == "Morgen om 19.00 uur komt iedereen bij elkaar."


def test_the_desk_shows_no_family_of_a_colleague(marije, strangers):
    assert "geheim van de buren" not in marije.get("/kringen").text


def test_thirty_families_ask_the_database_no_more_than_one(marije, family, now):
    one = queries_of(lambda: marije.get("/kringen"))
    for number in range(29):
        ours = beginning.begin_family(family.facilitator, f"Kring {number}", [beginning.Newcomer("Ali")], now=now)
        meeting.plan_meeting(ours, day=dt.date(2026, 10, 20), starts="19:00")
    assert queries_of(lambda: marije.get("/kringen")) == one


def new_family(marije, status=303, **typed):
    return marije.submit(marije.get("/kringen/nieuw"), "/kringen/nieuw", status=status, **typed)


def test_a_family_begins_with_a_title_and_first_names(marije):
    page = new_family(
        marije, title="Avond voor Daan", name_1="Petra", name_2="Daan", child_2="y", age_2="11",
        lives="two_homes", with_one="Petra", with_two="Joost",
    )  # fmt: skip
    assert words(page.h1) == "Avond voor Daan"
    assert [said(chip) for chip in page.select("#midden ~ div .chip")] == ["Petra", "Daan 11 jaar"]
    assert "Daan woont bij Petra en bij Joost." in words(page.main)


@pytest.mark.parametrize("name", ["O'Neil", "🌻", "محمد", "<script>alert(1)</script>", "Van Dijk"])
def test_a_name_appears_as_it_was_typed(marije, name):
    page = new_family(marije, title=name, name_1=name)
    assert words(page.h1) == name
    assert words(page.select_one("#midden ~ div .chip__name")) == name
    assert name in marije.get("/kringen").text


def test_a_child_without_an_age_is_asked_for_it_and_everything_typed_stays(marije):
    page = new_family(marije, status=422, title="Avond voor Daan", name_1="Petra", name_2="Daan", child_2="y")
    assert [words(li) for li in page.select(".error-summary li")] == ["Hoe oud is Daan?"]
    assert [page.select_one(f"#{field}")["value"] for field in ("title", "name_1", "name_2")] == [
        "Avond voor Daan", "Petra", "Daan",
    ]  # fmt: skip
    assert page.select_one("#child_2").has_attr("checked")
    assert circle.Circle.select().count() == 1


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name_1": "Ali"}, "Geef de kring een naam. Bijvoorbeeld: Avond voor Noor en Sem."),
        ({"title": "Kring"}, "Typ de voornaam van wie in het midden staat. Eén naam is genoeg."),
        ({"title": "x" * 10_000, "name_1": "Ali"}, "Dit is te lang: 10000 tekens. Het mogen er 80 zijn."),
        ({"title": "Kring", "name_1": "x" * 61}, "Dit is te lang: 61 tekens. Het mogen er 60 zijn."),
        ({"title": "Kring", "name_1": "A", "age_1": "negen"}, "Typ de leeftijd in hele jaren, bijvoorbeeld 9."),
        ({"title": "Kring", "name_1": "A", "age_2": "9"}, "Typ ook een voornaam."),
    ],
)
def test_bad_input_is_told_in_dutch_and_starts_nothing(marije, typed, sentence):
    page = new_family(marije, status=422, **typed)
    assert [words(li) for li in page.select(".error-summary li")] == [sentence]
    assert circle.Circle.select().count() == 1


def test_more_names_fit_without_script_and_nothing_is_lost(marije):
    page = marije.get("/kringen/nieuw")
    marije.submit(page, "/kringen/nieuw", status=422, name_1="Petra")
    page = marije.post("/kringen/nieuw", {"name_1": "Petra", "name_2": "", "name_3": "Daan", "more": "1"}, status=200)
    assert [field["value"] for field in page.select("[name^=name_]")] == ["Petra", "", "Daan", "", ""]
    assert page.select_one("#name_2").has_attr("autofocus")
    assert not page.select(".error-summary")


def test_a_double_click_begins_one_family(marije):
    page = marije.get("/kringen/nieuw")
    for _ in range(2):
        marije.submit(page, "/kringen/nieuw", title="Kring", name_1="Ali")
    assert circle.Circle.select().where(circle.Circle.title == "Kring").count() == 1


def test_the_next_meeting_is_planned_and_moved(marije, family, now):
    meeting.end(family.meeting, now=now)
    path = f"/kringen/{family.circle.id}/bijeenkomst"
    page = marije.submit(marije.get(path), path, kind="review", day="2026-10-20", starts="19:30", place="Buurthuis")
    assert "Terugkijken" not in words(page.h1)
    assert "dinsdag 20 oktober, 19.30 uur" in words(page.main)
    page = marije.submit(marije.get(path), path, day="22-10-2026", starts="20")
    assert "donderdag 22 oktober, 20.00 uur" in words(page.main)
    assert meeting.Meeting.select().count() == 2


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"day": "", "starts": "19:00"}, "Kies nog een dag."),
        ({"day": "gisteren", "starts": "19:00"}, "Typ de dag zo: 8-10-2026."),
        ({"day": "2026-10-07", "starts": "19:00"}, "Deze dag is al voorbij. Kies een dag die nog komt."),
        ({"day": "2026-10-20", "starts": "25:00"}, "Typ de tijd zo: 19.00."),
        ({"day": "2026-10-20", "starts": ""}, "Kies nog een tijd."),
        (
            {"day": "2027-03-28", "starts": "02.30"},
            "In deze nacht gaat de klok een uur vooruit. Deze tijd bestaat dan niet. Kies een andere tijd.",
        ),
    ],
)
def test_a_day_or_time_that_is_not_clear_is_asked_again(marije, family, now, typed, sentence):
    meeting.end(family.meeting, now=now)
    path = f"/kringen/{family.circle.id}/bijeenkomst"
    page = marije.submit(marije.get(path), path, status=422, place="Buurthuis", **typed)
    assert words(page.select_one(".error-summary li")) == sentence
    assert page.select_one("#place")["value"] == "Buurthuis"


def test_the_shared_screen_opens_in_a_second_window(marije, family):
    page = marije.get(f"/kringen/{family.circle.id}")
    form = page.select_one(f'form[action="/kring/{family.circle.id}/scherm"]')
    assert form["target"] == "_blank"


def test_a_professional_and_a_peer_expert_come_to_the_table(marije, family):
    path = f"/kringen/{family.circle.id}/aan-tafel"
    marije.submit(marije.get(path), path, name="Ilse", part="professional", job="jeugdbeschermer")
    page = marije.submit(marije.get(path), path, name="Bram", part="peer_expert")
    seated = [said(chip) for chip in page.select("#werk ~ ul .chip")]
    assert seated == ["Ilse jeugdbeschermer", "Bram ervaringsdeskundige"]


def test_what_the_desk_knows_of_somebody_can_be_changed(marije, family):
    path = f"/kringen/{family.circle.id}/mensen/{family.karim.id}"
    page = marije.submit(marije.get(path), path, language="tr", interpreter="y", notify="discreet", own_tasks_only="y")
    row = page.select_one(f"#persoon-{family.karim.id} .row__says")
    assert words(row) == "Turks, met tolk. Neutrale berichten. Ziet alleen eigen beurten."
    karim = circle.person_in(family.circle, family.karim.id)
    assert (karim.name, karim.visibility, karim.ring) == ("Karim", "own_tasks_only", 1)


def test_the_page_with_the_screen_button_is_fit_for_a_mirrored_laptop(marije, family):
    circle.change_person(family.karim, notify="none", visibility="own_tasks_only", language="tr")
    page = words(marije.get(f"/kringen/{family.circle.id}").main)
    assert "Karim Turks" in page
    for private in ("bang", "berichten lezen", "eigen beurten", "Geen berichten"):
        assert private not in page


def test_whoever_was_second_is_told_and_keeps_what_was_typed(marije, family):
    path = f"/kringen/{family.circle.id}/mensen/{family.karim.id}"
    page = marije.get(path)
    circle.change_person(family.karim, relation="vader")
    page = marije.submit(page, path, status=409, name="Karim de vader")
    assert page.select_one("#name")["value"] == "Karim de vader"
    assert words(page.select_one(".error-summary li")).startswith("Iemand anders heeft dit net veranderd.")
    marije.submit(page, path)
    assert circle.person_in(family.circle, family.karim.id).name == "Karim de vader"


def test_the_family_can_call_its_circle_something_else(marije, family):
    path = f"/kringen/{family.circle.id}/naam"
    assert words(marije.submit(marije.get(path), path, title="Ons huis").h1) == "Ons huis"
    page = marije.submit(marije.get(path), path, status=422, title="")
    assert page.select_one(".field__error")


def test_somebody_more_stands_in_the_centre(marije, family):
    path = f"/kringen/{family.circle.id}/midden"
    page = marije.submit(marije.get(path), path, name="Sem", child="y", age_1="6")
    assert "Sem 6 jaar" in [said(chip) for chip in page.select("#midden ~ div .chip")]


def test_after_the_evening_the_desk_names_nobody(marije, family, now):
    meeting.end(family.meeting, now=now)
    page = marije.get(f"/kringen/{family.circle.id}")
    for person in family.people:
        assert person.name not in page.main.text.replace(family.circle.title, "")
    marije.get(f"/kringen/{family.circle.id}/mensen/{family.karim.id}", status=403)
    marije.get(f"/kringen/{family.circle.id}/voorbereiden", status=403)


@pytest.mark.parametrize(
    "page", ["", "/naam", "/bijeenkomst", "/midden", "/aan-tafel", "/mensen", "/voorbereiden", "/wat-delen-we"]
)
def test_a_fragment_is_contained_in_its_page(marije, family, page):
    path = f"/kringen/{family.circle.id}{page}"
    whole, part = marije.get(path), marije.get(path, fragment=True)
    strip = lambda tag: [words(child) for child in tag.select("h1, h2, label, p, li")]  # noqa: E731
    assert strip(part) == strip(whole.main)
