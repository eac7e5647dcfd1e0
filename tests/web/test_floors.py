"""Question 3.6 through its pages: setting what must always hold, who counts, the reasons, and what phones show."""

import pytest

from netwerkberaad.domain.after import links
from netwerkberaad.domain.circle import change_person, draw_person
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.safety import floors
from netwerkberaad.domain.week import roster
from tests.floors_cast import come_by, cook, everybody_knows, never_alone, seat_ilse, visits
from tests.test_own_eyes_only import doors
from tests.web.test_plan import errors, queries

SENTENCE = "Elke dag komt er iemand kijken. Minstens drie mensen, om de beurt."


@pytest.fixture
def ilse(family, now):
    return seat_ilse(family, now)


@pytest.fixture
def at(family):
    return f"/kring/{family.circle.id}/altijd"


def text(page):
    return " ".join(page.select_one("main").text.split())


def test_where_nobody_may_set_one_the_question_is_passed_over_on_and_back(marije, family, at):
    table = f"/kring/{family.circle.id}"
    marije.post(f"{table}/verder?from=3.5", {"go": "next"}, follow=False)
    assert marije.response.location.endswith("/vraag/3.7")
    marije.post(f"{table}/verder?from=3.7", {"go": "back"}, follow=False)
    assert marije.response.location.endswith("/vraag/3.5")


def test_with_a_setter_in_the_circle_it_is_asked(marije, family, ilse, at):
    page = marije.post(f"/kring/{family.circle.id}/verder?from=3.5", {"go": "next"})
    assert page.h1.text == "Is er iets dat altijd moet, voor de veiligheid van de kinderen?"
    assert marije.response.request.path == f"{at}/3.6"
    assert "Dit zegt Ilse. Het gezin kiest hoe." in text(page)
    part = marije.get(f"{at}/3.6", fragment=True)
    assert part.h1.text == page.h1.text


@pytest.mark.parametrize("code", ["3.5", "x"])
def test_no_other_question_is_asked_here(marije, ilse, at, code):
    marije.get(f"{at}/{code}", 404)


def test_a_floor_is_set_without_script_and_read_back_with_who_asks_it_and_why(marije, family, ilse, at):
    page = marije.get(f"{at}/nieuw/vaak-genoeg")
    said = {"organisation": "Jeugdbescherming", "reason": "Noor stond alleen op."}
    page = marije.submit(page, "/vaak-genoeg", tag="bezoek", max_share="100", **said)
    [floor] = floors.floors_of(family.circle)
    assert floor.words.startswith(SENTENCE)
    assert page.h1.text == "Wie telt mee?"
    assert page.select_one("#zo-staat-het .card__title").text == floor.words
    told = text(marije.get(f"{at}/3.6"))
    assert floor.words in told
    assert "Dit vraagt Ilse van Jeugdbescherming. Waarom? «Noor stond alleen op.»" in told
    assert "Zolang het plan loopt." in told


def test_what_is_missing_is_said_and_what_was_typed_stays(marije, family, ilse, at):
    page = marije.get(f"{at}/nieuw/vaak-genoeg")
    page = marije.submit(page, "/vaak-genoeg", 422, organisation="Veilig Thuis", tag="bezoek")
    assert errors(page) == ["Typ nog waarom dit moet."]
    assert page.select_one("input[name=organisation]")["value"] == "Veilig Thuis"
    assert page.select_one("#zin").text.startswith("Elke dag komt er iemand kijken.")
    assert floors.floors_of(family.circle) == []


def test_a_form_asks_only_what_its_rule_needs(marije, ilse, at):
    asked = {field["name"] for field in marije.get(f"{at}/nieuw/niet-alleen").select("[data-rule] [name]")}
    assert asked == {"person", "tag"}


def test_nobody_without_the_mark_is_offered_as_the_one_who_asks(marije, family, ilse, at):
    anouk = draw_person(family.circle, "Anouk", ring=4, group="Z", part="professional")
    page = marije.get(f"{at}/nieuw/weten")
    assert {field["value"] for field in page.select("[name=set_by]")} == {str(ilse.id)}
    page = marije.submit(page, "/weten", 422, set_by=str(anouk.id), organisation="School", reason="Zorg.")
    assert errors(page) == ["Kies nog wie dit vraagt."]


def test_without_anybody_who_may_there_is_no_form(marije, family, at):
    page = marije.get(f"{at}/nieuw/weten", 303)
    page = marije.get(f"{at}/3.6")
    assert "Niemand hier mag dit vragen." in text(page)
    assert not page.select("a[href*=nieuw]")


def test_two_ticks_make_somebody_count_and_it_says_why_some_cannot(marije, family, ilse, at, now):
    floor = visits(family, now)
    page = marije.get(f"{at}/afspraak/{floor.id}")
    assert "Lotte hoort bij het gezin zelf." in text(page)
    assert "Jesse is nog geen 18." in text(page)
    assert not page.select(f"[name=family][value='{family.lotte.id}']")
    karim = str(family.karim.id)
    page = marije.submit(page, "/wie-telt-mee", family=karim)
    assert not page.select_one(f"#telt-{karim} .tag")
    page = marije.submit(page, "/wie-telt-mee", setter=karim)
    assert page.select_one(f"#telt-{karim} .tag").text == "telt mee"
    assert [tick["aria-pressed"] for tick in page.select(f"#telt-{karim} button")] == ["true", "true"]
    page = marije.submit(page, "/wie-telt-mee", not_family=karim)
    assert floors.ticks_of(floor)[family.karim.id] == (False, True)
    marije.submit(page, "/wie-telt-mee", 422, family="x" * 9)
    marije.submit(page, "/wie-telt-mee", 422, family=str(family.jesse.id))


def test_a_tap_is_kept_at_once_and_shows_what_it_does_to_the_week(marije, family, ilse, at, now):
    everybody_knows(family, now), come_by(family, now)
    floor = visits(family, now)
    page = marije.get(f"{at}/afspraak/{floor.id}")
    assert "Gehaald" in page.select_one("#zo-staat-het").text
    page = marije.submit(page, "/wie-telt-mee", not_setter=str(family.wendy.id))
    assert page.select_one(f"#setter-{family.wendy.id}")["aria-pressed"] == "false"
    assert "nog niet afgesproken dat Wendy meetelt" in page.select_one("#zo-staat-het").text


def test_the_setter_s_ticks_wait_for_the_setter(marije, family, ilse, at, now):
    floor = visits(family, now)
    meeting.leave(family.meeting, ilse, now=now)
    page = marije.get(f"{at}/afspraak/{floor.id}")
    page = marije.submit(page, "/wie-telt-mee", 422, not_setter=str(family.wendy.id))
    assert errors(page) == ["Ilse is er nu niet bij. Alleen Ilse kan dit zeggen."]


def test_the_tasks_it_is_about_are_ticked(marije, family, ilse, at, now):
    floor, soup = visits(family, now), roster.need(family.circle, "Soep brengen", now=now)
    page = marije.submit(marije.get(f"{at}/afspraak/{floor.id}"), "/taken", task=str(soup.id))
    assert roster.task_in(family.circle, soup.id).tag == "bezoek"
    page = marije.submit(page, "/taken", not_task=str(soup.id))
    assert roster.task_in(family.circle, soup.id).tag == ""
    marije.submit(page, "/taken", 404, task="0")


def test_the_reasons_stand_there_in_words_and_the_status_too(marije, family, ilse, at, now):
    visits(family, now), everybody_knows(family, now)
    come_by(family, now, ("hanneke", "wendy", None, "tjeerd", "hanneke", "wendy", "tjeerd"), but=("tjeerd",))
    told = text(marije.get(f"{at}/3.6"))
    assert "Nog niet alle dagen" in told
    assert "Woensdag 14 oktober: nog niemand." in told
    assert "Donderdag 15 oktober: Tjeerd zei nog geen ja." in told
    assert "En nog 1 dag." in told


def test_only_the_setter_lets_the_plan_begin_without_it(marije, family, ilse, at, now):
    never_alone(family, now), cook(family, now)
    [floor] = floors.floors_of(family.circle)
    overview = f"/kring/{family.circle.id}/afspraken"
    sentence = "Wat altijd moet, halen we nog niet op zondag 18 oktober."
    assert sentence in text(marije.get(overview))
    page = marije.get(f"{at}/afspraak/{floor.id}")
    page = marije.submit(page, "/toch-beginnen", 422)
    assert errors(page) == ["Typ nog waarom het plan toch mag beginnen."]
    page = marije.submit(page, "/toch-beginnen", reason="Lotte is er die dag bij.")
    assert "Ilse vindt het goed dat het plan toch begint." in text(page)
    assert not page.select("form[action$=toch-beginnen]")
    assert sentence not in text(marije.get(overview))


def test_ending_one_needs_the_setter_and_a_reason_and_it_stays_to_be_read(marije, family, ilse, at, now):
    floor = visits(family, now)
    page = marije.submit(marije.get(f"{at}/afspraak/{floor.id}"), "/einde", reason="Lotte heeft weer rust.")
    assert "Dit hoeft niet meer. Ilse zei waarom: «Lotte heeft weer rust.»" in text(page)
    assert not page.select("main form")
    assert "«Lotte heeft weer rust.»" in text(marije.get(f"{at}/3.6"))


def test_a_stranger_finds_nothing(marije, family, strangers, ilse, at, now):
    floor = visits(family, now)
    for way in ("", "/einde", "/wie-telt-mee"):
        path = f"/kring/{strangers.circle.id}/altijd/afspraak/{floor.id}{way}"
        marije.get(path, 404) if not way else marije.post(path, {"reason": "Weg"}, 404)
    marije.get(f"{at}/afspraak/999", 404)


def test_the_page_asks_as_much_for_many_as_for_one(marije, family, ilse, at, now):
    visits(family, now), everybody_knows(family, now), come_by(family, now, ("hanneke",))
    few = queries(lambda: marije.get(f"{at}/3.6"))
    for _ in range(4):
        visits(family, now), come_by(family, now)
    assert queries(lambda: marije.get(f"{at}/3.6")) == few


def on_the_phone_of(app, browse, family, person, now):
    meeting.stand_at(family.meeting, "3.6")
    return doors.with_phone(app, browse, family, person, now).get("/avond").text


def test_on_phones_the_table_reads_it_but_not_the_children_nor_who_sees_only_their_own(app, browse, family, ilse, now):
    visits(family, now)
    read = {}
    for person in (family.wendy, family.lotte, ilse, family.noor):
        read[person.name] = SENTENCE in on_the_phone_of(app, browse, family, person, now)
    karim = change_person(family.karim, visibility="own_tasks_only")
    read["Karim"] = SENTENCE in on_the_phone_of(app, browse, family, karim, now)
    assert read == {"Wendy": True, "Lotte": True, "Ilse": True, "Noor": False, "Karim": False}


def test_what_the_table_sets_appears_on_a_phone_that_shows_the_question_already(app, browse, family, ilse, now):
    meeting.stand_at(family.meeting, "3.6")
    wendys = doors.with_phone(app, browse, family, family.wendy, now)
    place = wendys.get("/avond").select_one("#live")["data-place"]
    visits(family, now)
    parts = wendys.client.get("/avond", headers={"Live-Place": place}).text
    assert SENTENCE in parts
    assert "<h1" not in parts


def test_a_member_reads_it_beside_our_plan_with_what_is_missing(app, browse, family, ilse, now):
    visits(family, now)
    for who, sees, sees_why in (("wendy", True, True), ("ilse", True, False), ("noor", False, False)):
        link = links.make(getattr(family, who), now=now)
        seal = [link.id, link.renewal, True]
        page = doors.with_pass(app, browse(), doors.MEMBER_PASS, seal, "/mijn").get("/mijn/plan")
        assert (SENTENCE in page.text, "nog niemand" in page.text) == (sees, sees_why), who


def test_how_it_really_went_stands_beside_what_was_planned(marije, phone, family, ilse, at, now, our_plan, clock_says):
    """Nobody said how Thursday's visit went; Wednesday's was done, and a week earlier nobody had asked for it yet. It
    is Friday of the second week."""
    floor = visits(family, now, days="23", min_people=1, max_share=100)
    everybody_knows(family, now)
    come_by(family, now, (None, None, "hanneke", "wendy"))
    clock_says(2026, 10, 16, 9, 0)
    hanneke = phone(family.hanneke)
    hanneke.submit(hanneke.get("/mijn"), "/hoe-het-ging", went="done")
    went = ["Deze week ging het tot nu toe: Nog niet bekend", "Vorige week ging het: Nog niet bekend"]
    ask = "Donderdag 15 oktober: we weten nog niet of het gelukt is. Vraag het Wendy."
    for page in (hanneke.get("/mijn/plan"), marije.get(f"{at}/3.6")):
        card = page.select_one(f"#altijd-{floor.id}")
        assert [" ".join(line.text.split()) for line in card.select("p") if "ging het" in line.text] == went
        assert ask in card.text
    wendy = phone(family.wendy)
    wendy.submit(wendy.get("/mijn"), "/hoe-het-ging", went="done")
    assert "Deze week ging het tot nu toe: Gehaald" in " ".join(hanneke.get("/mijn/plan").text.split())


def test_every_page_about_it_stands_in_step_three(marije, family, ilse, at, now):
    meeting.stand_at(family.meeting, "5.1")
    floor = visits(family, now)
    for page in (f"{at}/3.6", f"{at}/nieuw/weten", f"{at}/afspraak/{floor.id}"):
        assert "Hoe gaat het" in marije.get(page).select_one("[aria-current=step]").text
    proposal = marije.get(f"/kring/{family.circle.id}/week/voorstel")
    assert "De week" in proposal.select_one("[aria-current=step]").text
