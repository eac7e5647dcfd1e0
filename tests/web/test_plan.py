"""Step 6 through its pages: roles, dates, promises, plan B, what is still open, and the ways on."""

import datetime as dt
from functools import partial

import pytest

from netwerkberaad import database
from netwerkberaad.domain.agreeing import plan, roles
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.week import roster
from tests.agreed import agree_on_everything, shift


@pytest.fixture
def at(family):
    return f"/kring/{family.circle.id}/afspraken"


def queries(run):
    """How many questions this asks the database."""
    asked, ask = [], database.db.obj.execute_sql
    database.db.obj.execute_sql = lambda sql, *args, **kwargs: asked.append(sql) or ask(sql, *args, **kwargs)
    try:
        run()
    finally:
        del database.db.obj.execute_sql
    return len(asked)


def errors(page):
    return [entry.get_text(strip=True) for entry in page.select("#error-summary li")]


CODES = ["5.3", "6.1", "6.2", "6.3", "6.4", "6.5", "6.6", "6.7", "6.8"]


@pytest.mark.parametrize("code", CODES)
def test_every_question_has_a_page_and_the_fragment_is_part_of_it(marije, at, code):
    whole = marije.get(f"{at}/{code}")
    part = marije.get(f"{at}/{code}", fragment=True)
    assert whole.h1.get_text() == part.h1.get_text() != ""


@pytest.mark.parametrize("code", ["6.9", "1.1", "9.9", "x"])
def test_there_is_no_page_for_another_question(marije, at, code):
    marije.get(f"{at}/{code}", status=404)


def test_a_contact_person_is_chosen_with_one_tap_and_says_yes_aloud(marije, family, at):
    page = marije.get(f"{at}/6.1")
    assert "Noor" not in [tile.get_text(strip=True) for tile in page.select(".button--tile span")]
    page = marije.submit(page, "/rollen/contact_person", person_id=str(family.tjeerd.id))
    assert "Tjeerd, wil jij dit doen?" in page.get_text()
    page = marije.submit(page, "/contact_person/ja", person_id=str(family.tjeerd.id))
    assert "Tjeerd doet dit." in page.get_text()
    assert plan.plan_of(family.circle).contact_person_id == family.tjeerd.id


def test_liever_anders_frees_the_role_without_a_word(marije, family, at):
    page = marije.submit(marije.get(f"{at}/6.1"), "/rollen/contact_person", person_id=str(family.tjeerd.id))
    page = marije.submit(page, "/liever-anders", person_id=str(family.tjeerd.id))
    assert page.select("[aria-pressed=true]") == []
    assert plan.plan_of(family.circle).contact_person_id is None


def test_an_absent_person_still_has_to_be_asked(marije, family, at, now):
    meeting.leave(family.meeting, family.tjeerd, now=now)
    page = marije.submit(marije.get(f"{at}/6.1"), "/rollen/contact_person", person_id=str(family.tjeerd.id))
    assert "Nog vragen." in page.get_text()
    marije.post(f"{at}/rollen/contact_person/ja", {"person_id": family.tjeerd.id}, status=422)


def test_hints_come_with_a_parent_and_with_two_roles_on_one_person(marije, family, at, now):
    page = marije.submit(marije.get(f"{at}/6.1"), "/rollen/contact_person", person_id=str(family.lotte.id))
    assert "Zorgen gaan vaak over thuis." in page.get_text()
    page = marije.submit(marije.get(f"{at}/5.3"), "/rollen/cancel_with", person_id=str(family.lotte.id))
    assert "Is dat niet te veel?" in page.get_text()


def test_the_second_of_two_who_choose_is_told_and_sees_the_new_state(marije, family, at, now):
    page = marije.get(f"{at}/6.1")
    roles.choose(family.circle, "contact_person", family.wendy.id, now=now)
    roles.choose(family.circle, "contact_person", family.hanneke.id, now=now)
    page = marije.submit(page, "/rollen/contact_person", status=409, person_id=str(family.tjeerd.id))
    assert errors(page) == ["Iemand anders heeft dit net veranderd. Kijk hieronder hoe het nu is."]
    assert "Hanneke, wil jij dit doen?" in page.get_text()
    marije.submit(page, "/rollen/contact_person", person_id=str(family.tjeerd.id))
    assert plan.plan_of(family.circle).contact_person_id == family.tjeerd.id


def test_somebody_of_another_family_cannot_be_chosen(marije, family, strangers, at):
    for number in (strangers.wendy.id, "x", "", "9" * 30):
        marije.post(f"{at}/rollen/contact_person", {"person_id": number}, status=404)


ANSWERS = [
    ("6.3", {"facilitator": "y"}, "facilitator_reads_log", True),
    ("6.4", {"weeks": "8", "start": "2026-10-12"}, "weeks", 8),
    ("6.5", {"day": "18-11-2026", "time": "19.30", "place": "Buurthuis"}, "review_day", dt.date(2026, 11, 18)),
    ("6.8", {"days": "5"}, "retry_within_days", 5),
]


@pytest.mark.parametrize(("code", "typed", "field", "kept"), ANSWERS, ids=[case[0] for case in ANSWERS])
def test_an_answer_is_kept_and_stands_in_its_page(marije, family, at, code, typed, field, kept):
    page = marije.submit(marije.get(f"{at}/{code}"), f"/afspraken/{code}", **typed)
    assert getattr(plan.plan_of(family.circle), field) == kept
    [form] = page.select("#vraag")
    shown = {i["name"]: i.get("value") for i in form.select("input:not([type=hidden]):not([type=checkbox])")}
    for name, value in shown.items():
        assert value in (typed[name], "2026-11-18"), name


WRONG = [
    ("6.4", {"weeks": "27", "start": "2026-10-12"}, ["Kies een aantal weken van 1 tot en met 26."]),
    (
        "6.4",
        {"weeks": "zes", "start": "31-2-2026"},
        ["Typ een heel getal, bijvoorbeeld 6.", "Deze dag bestaat niet. Schrijf hem zo: 18-11-2026."],
    ),
    ("6.4", {"weeks": "", "start": ""}, ["Typ nog hoeveel weken.", "Kies nog op welke dag het plan begint."]),
    ("6.5", {"day": "2026-10-07", "time": "19.30"}, ["Deze dag is al voorbij. Kies een dag die nog komt."]),
    (
        "6.5",
        {"day": "2026-10-20", "time": "straks"},
        ["Typ een tijd, zoals 19.30 of half acht."],
    ),
    (
        "6.5",
        {"day": "2027-03-28", "time": "2.30"},
        ["In deze nacht gaat de klok een uur vooruit. Deze tijd bestaat dan niet. Kies een andere tijd."],
    ),
    ("6.6", {"what": "komt kijken"}, ["Wie? Kies wie dit dan doet."]),
    ("6.7", {"words": "x" * 10_000}, ["Dit is te lang: 10000 tekens. Het mogen er 200 zijn."]),
    ("6.8", {"days": "29"}, ["Kies een aantal dagen van 1 tot en met 28."]),
]


@pytest.mark.parametrize(
    ("code", "typed", "sentences"), WRONG, ids=[f"{c} {list(t.values())[0][:9]}" for c, t, _ in WRONG]
)
def test_what_cannot_be_is_said_in_dutch_and_what_was_typed_stays(marije, at, code, typed, sentences):
    page = marije.submit(marije.get(f"{at}/{code}"), f"/afspraken/{code}", status=422, **typed)
    assert errors(page) == sentences
    [form] = page.select("#vraag")
    for name, words in typed.items():
        assert form.select_one(f"[name={name}]")["value"] == words


def test_verder_keeps_what_was_typed_and_goes_on(marije, family, at):
    page = marije.get(f"{at}/6.4")
    move = page.select_one("[data-move][value=next]")["formaction"]
    fields = {i["name"]: i.get("value", "") for i in page.select("#vraag input")}
    after = marije.post(move, {**fields, "weeks": "7", "go": "next"}, fresh=False)
    assert after.h1.get_text(strip=True) == "Wanneer kijken we terug?"
    assert (plan.plan_of(family.circle).weeks, plan.plan_of(family.circle).start) == (7, dt.date(2026, 10, 12))


def test_verder_stays_when_what_was_typed_cannot_be(marije, at):
    page = marije.get(f"{at}/6.4")
    move = page.select_one("[data-move][value=next]")["formaction"]
    fields = {i["name"]: i.get("value", "") for i in page.select("#vraag input")}
    page = marije.post(move, {**fields, "weeks": "70", "go": "next"}, status=422, fresh=False)
    assert errors(page) == ["Kies een aantal weken van 1 tot en met 26."]


def test_verder_with_an_empty_day_asks_nothing(marije, at):
    page = marije.get(f"{at}/6.5")
    move = page.select_one("[data-move][value=next]")["formaction"]
    fields = {i["name"]: i.get("value", "") for i in page.select("#vraag input")}
    assert marije.post(move, {**fields, "go": "next"}, fresh=False).h1.get_text(strip=True).startswith("Wat doen we")


def test_plan_b_gets_steps_and_signs_that_can_be_taken_away_and_brought_back(marije, family, at):
    page = marije.submit(marije.get(f"{at}/6.6"), "/afspraken/6.6", person=str(family.hanneke.id), what="komt kijken")
    page = marije.submit(page, "/weg")
    assert plan.steps_of(family.circle) == []
    marije.submit(page, "/terugdraaien")
    assert [step.action for step in plan.steps_of(family.circle)] == ["komt kijken"]
    page = marije.submit(marije.get(f"{at}/6.7"), "/afspraken/6.7", words="Lotte appt <script>thee</script>")
    assert [trigger.words for trigger in plan.triggers_of(family.circle)] == ["Lotte appt <script>thee</script>"]
    marije.submit(page, "/weg")
    assert plan.triggers_of(family.circle) == []


def test_a_double_click_makes_one_step(marije, family, at):
    page = marije.get(f"{at}/6.7")
    fields = {i["name"]: i.get("value", "") for i in page.select("#vraag input")}
    for _ in range(2):
        marije.post(f"{at}/6.7", {**fields, "words": "het woord thee"}, fresh=False)
    assert len(plan.triggers_of(family.circle)) == 1


def test_iemand_helpt_soms_met_koken_is_no_agreement(marije, family, at):
    page = marije.submit(marije.get(f"{at}/beloften"), "/beloften", status=422, what="Iemand helpt soms met koken")
    assert errors(page) == [
        "Wie? Kies wie dit belooft.",
        "Welke dag? Kies één of meer dagen.",
        "Hoe laat? Bijvoorbeeld: 18.30.",
    ]
    assert page.select_one("#what")["value"] == "Iemand helpt soms met koken"
    whole = {"person": str(family.wendy.id), "days": ["0"], "starts": "18.00"}
    page = marije.submit(page, "/beloften", status=422, **whole)
    assert errors(page) == ["Zo weet niemand het zeker. Schrijf precies op wat er gebeurt, zonder «iemand» of «soms»."]
    assert plan.agreements_of(family.circle) == []


def test_a_promise_with_a_condition_is_shown_the_way_to_plan_b(marije, family, at):
    whole = {"person": str(family.wendy.id), "what": "komt als het niet gaat", "days": ["0"], "starts": "18.00"}
    page = marije.submit(marije.get(f"{at}/beloften"), "/beloften", status=422, **whole)
    assert page.select_one(".notice a")["href"].endswith("/afspraken/6.6")
    page = marije.submit(page, "/beloften", anyway="y")
    assert [a.what for a in plan.agreements_of(family.circle)] == ["komt als het niet gaat"]


def test_a_promise_can_be_changed_and_the_second_who_does_is_told(marije, family, at):
    whole = {"person": str(family.oma_riet.id), "what": "belt Lotte", "days": ["0123456"], "starts": "19.00"}
    page = marije.submit(marije.get(f"{at}/beloften"), "/beloften", **whole)
    [made] = plan.agreements_of(family.circle)
    first, second = marije.get(f"{at}/beloften/{made.id}"), marije.get(f"{at}/beloften/{made.id}")
    marije.submit(first, f"/beloften/{made.id}", what="belt Noor")
    page = marije.submit(second, f"/beloften/{made.id}", status=409, what="belt Sem")
    assert page.select_one("#what")["value"] == "belt Sem"
    assert "belt Noor" in page.aside.get_text() if page.aside else True
    marije.submit(page, f"/beloften/{made.id}", what="belt Sem")
    [now] = plan.agreements_of(family.circle)
    assert (now.what, now.days, now.starts) == ("belt Sem", "0123456", "19:00")


def test_the_overview_names_every_open_point_with_its_page(marije, family, at):
    page = marije.get(at)
    links = {a.get_text(" ", strip=True): a["href"] for a in page.select("li[id^=open-] a")}
    assert links["Kies nog wie het aanspreekpunt is."].endswith("/afspraken/6.1")
    assert links["Kies nog bij wie je je afmeldt."].endswith("/afspraken/5.3")
    assert links["Er staat nog niets in de week. Eén ding is genoeg om te beginnen."].endswith("/week")
    for address in set(links.values()):
        marije.get(address)


def test_the_overview_of_a_whole_plan_has_nothing_open_and_may_warn(marije, family, at, now):
    agree_on_everything(family, now)
    page = marije.get(at)
    assert page.h1.get_text(strip=True) == "Alles staat erin"
    assert "Zondag, 16.00: Samen koken en eten: nog geen invaller." in page.get_text()


def test_the_evening_may_end_with_provisional_agreements(marije, family, at, now):
    page = marije.submit(marije.get(at), "/voorlopig", status=422)
    assert errors(page) == ["Kies een dag waarop jullie verder praten."]
    page = marije.submit(page, "/voorlopig", status=422, day="2027-03-28", starts="02.30", place="Buurthuis")
    assert "In deze nacht gaat de klok een uur vooruit." in page.get_text()
    page = marije.submit(page, "/voorlopig", day="2026-10-15", starts="19.30", place="Buurthuis")
    assert page.select_one(".sheet__title").get_text(strip=True) == "Voorlopige afspraken"
    assert "Dit zijn voorlopige afspraken." in page.get_text()
    assert meeting.present_meeting(family.circle).day == dt.date(2026, 10, 15)


def test_a_page_asks_the_database_as_often_for_thirty_shifts_as_for_one(marije, family, at, now):
    agree_on_everything(family, now)
    once = {path: queries(partial(marije.get, path)) for path in (at, f"{at}/6.1", f"{at}/6.6", f"{at}/beloften")}
    for number in range(30):
        shift(family, f"Taak {number}", "2", "17:00", family.karim, stand_in=family.wendy, now=now)
    assert roster.RegularShift.select().count() == 32
    assert once == {path: queries(partial(marije.get, path)) for path in once}


def test_strangers_and_ended_evenings_are_kept_out(marije, family, strangers, at, now):
    marije.get(f"/kring/{strangers.circle.id}/afspraken", status=404)
    meeting.end(family.meeting, now=now)
    marije.get(at, status=403)
    marije.post(f"{at}/6.8", {"days": 3}, status=403)
