"""Every arrow of steps 1, 3 and 4: answered on its page, found where it is used next; and whatever people type."""

# ruff: noqa: F811 — a fixture of meeting_cast and the argument that asks for it share their name
import pytest

from netwerkberaad import database
from netwerkberaad.domain.before import preparation
from netwerkberaad.domain.evening import answers, meeting, offers, questions
from netwerkberaad.domain.week import roster
from netwerkberaad.web.evening.asking import ASKINGS
from tests.web.meeting_cast import ask, at, go, said_on  # noqa: F401

NASTY = ["<script>alert(1)</script>", "O'Neil", "👩‍👧 lacht", "نور تضحك", 'Zij zei "ja" & lachte']


@pytest.mark.parametrize("code", ASKINGS)
def test_every_question_asks_one_thing_and_its_fragment_is_part_of_the_page(marije, at, code):
    page, part = marije.get(at(f"vraag/{code}")), marije.get(at(f"vraag/{code}"), fragment=True)
    assert len(page.select("h1")) == 1
    assert page.select_one("form#vraag")
    assert part.h1.text == page.h1.text
    if code != "4.5":
        assert page.h1.text == questions.QUESTIONS[code].sentence


@pytest.mark.parametrize("code", ["3.6", "2.1", "9.9", "x"])
def test_what_is_not_asked_here_is_no_page(marije, at, code):
    marije.get(at(f"vraag/{code}"), 404)


def test_1_1_who_comes_in_stands_on_the_map_and_is_chosen_from_then_on(ask, marije, at, family):
    page = ask("1.1", name="Carla", relation="oppas")
    assert "Carla" in page.select_one(".there").text
    carla = meeting.at_the_table(family.meeting)[-1]
    assert (carla.name, carla.relation) == ("Carla", "oppas")
    assert "Carla" in marije.get(at("vraag/1.3")).select_one(".who").text


@pytest.mark.parametrize(
    ("name", "relation", "stands"),
    [
        ("Carla", "buurvrouw", ("Carla", "buurvrouw", "B")),
        ("oma Trees", "", ("Oma Trees", "oma", "F")),
        ("Joris", "coach van Mees", ("Joris", "coach van Mees", "K")),
        ("Ina", "wijkverpleegkundige", ("Ina", "wijkverpleegkundige", "Z")),
        ("Bo", "iemand van vroeger", ("Bo", "iemand van vroeger", "F")),
    ],
)
def test_1_1_whoever_comes_in_stands_on_the_side_that_their_relation_tells(ask, family, name, relation, stands):
    ask("1.1", name=name, relation=relation)
    last = meeting.at_the_table(family.meeting)[-1]
    assert (last.name, last.relation, last.group) == stands


def test_1_1_nobody_comes_in_without_a_name(ask, marije, at):
    page = marije.submit(marije.get(at("vraag/1.1")), "/vraag/1.1", 422, name="", relation="oppas")
    assert "Typ eerst een naam." in page.text


def test_1_2_a_card_becomes_a_ground_rule_that_the_welcome_page_repeats(marije, at, ask, go):
    ask("1.2", card="Een pauze mag")
    page = ask("1.2", words="Telefoons stil")
    assert said_on(page) == ["Telefoons stil", "Een pauze mag"]
    assert "Een pauze mag" not in page.select_one("form#vraag").text
    assert "Telefoons stil" in marije.get(at("aanwezig")).text
    go("1.2", "later")
    assert "Telefoons stil" in marije.get(at("bijeenkomst")).text


def test_1_3_a_strength_stands_first_at_step_3(ask, marije, at, family):
    ask("1.3", words="Ze lachen veel", person=str(family.wendy.id))
    ask("3.2", words="Te laat op school")
    columns = marije.get(at("vraag/3.1")).select(".thirds section")
    assert [column.h2.text for column in columns] == ["Gaat goed", "Zorgen", "Nodig"]
    assert "Ze lachen veel" in columns[0].text
    assert "Te laat op school" in columns[1].text


def test_1_4_the_story_is_read_back_approved_and_known(ask, marije, at, family):
    page = ask("1.4", words="Lotte is op.")
    marije.submit(page, "/wat-er-speelt/klopt")
    page = ask("3.7", person=str(family.wendy.id), knows="yes")
    assert "Lotte is op." in page.text
    situation = answers.situation_of(family.circle)
    assert (situation.number, situation.approved_at is not None) == (1, True)
    assert answers.who_knows(situation) == {family.wendy.id: ""}


def test_1_5_and_1_6_wishes_stand_together_with_who_wished_them(ask, family):
    ask("1.5", words="Weer een avond rust.", person=str(family.lotte.id))
    page = ask("1.6", words="Dat mama lacht.", person=str(family.noor.id))
    assert said_on(page) == ["Dat mama lacht.", "Weer een avond rust."]
    assert [(wish.person.name, wish.words) for wish in answers.answers_of(family.circle, "wish")] == [
        ("Lotte", "Weer een avond rust."),
        ("Noor", "Dat mama lacht."),
    ]


def test_3_1_and_3_4_strengths_are_found_beside_the_next_step(ask, marije, at):
    ask("3.1", words="Opa haalt ze graag op")
    ask("3.4", words="We zitten hier samen")
    column = marije.get(at("vraag/3.5")).select(".thirds section")[0]
    assert "Opa haalt ze graag op" in column.text
    assert "We zitten hier samen" in column.text


def test_3_5_a_next_step_stands_beside_what_is_needed(ask, marije, at):
    ask("3.5", words="Eén avond rust")
    page = marije.get(at("vraag/4.1"))
    assert "Eén avond rust" in page.select_one(".stage__companion").text
    page = marije.submit(page, "/taak")
    assert marije.response.request.path == at("vraag/4.1")
    assert "Staat bij de taken" in page.text


@pytest.mark.parametrize("code", ["3.1", "3.5", "1.3", "4.1", "4.2"])
def test_what_was_said_last_stands_on_top_and_is_marked(ask, code):
    for number in range(8):
        page = ask(code, words=f"Zin {number}")
    lines = [line for line in page.select(".stage__companion .said__line") if "Zin" in line.text]
    assert "Zin 7" in lines[0].text
    assert [line.get("id") for line in page.select(".fresh")] == [lines[0]["id"]]


def test_only_what_can_be_a_task_becomes_one(ask, marije, at, family):
    ask("1.5", words="Rust")
    wish = answers.answers_of(family.circle, "wish")[0]
    marije.post(at(f"antwoorden/{wish.id}/taak"), {}, 404)


def test_3_7_a_question_is_an_answer_too(ask, marije, family):
    ask("1.4", words="Lotte is op.")
    page = ask("3.7", person=str(family.jesse.id), knows="question", words="Wie weet dit op school?")
    assert "Jesse: Wie weet dit op school?" in page.text


def test_4_1_what_is_needed_is_a_card_in_the_week(ask, marije, at):
    ask("4.1", words="Koken op zondag")
    assert "Koken op zondag" in marije.get(at("week")).text


def test_4_2_an_idea_becomes_a_task(ask, marije, family):
    page = ask("4.2", words="Samen eten")
    page = marije.submit(page, "/taak")
    assert "Staat bij de taken" in page.text
    assert [task.what for task in roster.tasks_of(family.circle)] == ["Samen eten"]


def test_4_3_who_says_nu_even_niet_is_heard_and_stands_on_no_list(ask, marije, at, family):
    before = marije.get(at("vraag/4.5")).select(".chips a")
    page = ask("4.3", person=str(family.oma_riet.id), rest="ja")
    assert page.select_one(f".who__one--done [value='{family.oma_riet.id}']")
    assert "Oma Riet" not in page.select_one(".stage__companion").text
    assert "Oma Riet" not in page.select_one(".undo-bar").text
    page = marije.get(at("vraag/4.5"))
    assert page.select(".chips a") == before
    assert "Oma Riet" not in page.select_one(".stage__companion").text
    page = marije.get(page.select_one(f"#wie-{family.oma_riet.id} a")["href"])
    assert page.h1.text == "Wat kan Oma Riet wél?"
    cards = [button["value"] for button in page.select("button[name=card]")]
    assert len(cards) == 7
    marije.submit(page, "/vraag/4.5", card="Koken")
    made = offers.offers_of(family.circle)[-1]
    assert (made.person, made.what, made.question) == (family.oma_riet, "Koken", "4.5")


def test_4_3_an_offer_is_marked_as_heard(ask, family):
    page = ask("4.3", words="Elke dinsdag bellen", person=str(family.wendy.id))
    assert said_on(page) == ["Elke dinsdag bellen"]
    assert "Wendy" not in page.select_one(".stage__companion > .beside > .quiet").text


def test_4_8_and_4_9_helpers_and_help_from_outside(ask, family):
    page = ask("4.8", person=str(family.wendy.id), about=str(family.hanneke.id))
    assert said_on(page) == ["Hanneke"]
    ask("4.8", 422, person=str(family.wendy.id), about=str(family.wendy.id))
    page = ask("4.9", words="Iemand die meedenkt over slapen")
    assert said_on(page) == ["Iemand die meedenkt over slapen"]
    assert answers.answers_of(family.circle, "helper_of")[0].about == family.hanneke


def test_off_limits_topics_are_told_only_when_they_may_be_shown(marije, at, family, now):
    preparation.set_off_limits(family.lotte, "De scheiding", True, now=now)
    preparation.set_off_limits(family.lotte, "Het geheim", False, now=now)
    for code in ASKINGS:
        page = marije.get(at(f"vraag/{code}"))
        assert ("De scheiding" in page.text) == (code[0] == "3")
        assert "Het geheim" not in page.text
        assert ("Bewaar voor later" in page.text) == (code in ("1.3", "1.4", "3.1"))


@pytest.mark.parametrize("words", NASTY)
def test_words_stand_as_they_were_typed(ask, words):
    assert said_on(ask("1.3", words=words)) == [words]


@pytest.mark.parametrize(
    ("code", "typed", "sentence"),
    [
        ("1.1", {"name": " "}, "Typ eerst een naam."),
        ("1.3", {"words": ""}, "Typ eerst wat er gezegd is."),
        ("1.3", {"words": "x" * 10_000}, "Dit is te lang: 10000 tekens. Het mogen er 500 zijn."),
        ("1.4", {"words": "y" * 501}, "Dit is te lang: 501 tekens. Het mogen er 500 zijn."),
        ("3.3", {"number": "elf"}, "Kies een cijfer van 0 tot 10."),
        ("3.3", {"number": "11"}, "Kies een cijfer van 0 tot 10."),
        ("3.3", {"number": "²"}, "Kies een cijfer van 0 tot 10."),
        ("3.7", {"knows": "yes"}, "Kies nog wie dit zegt."),
        ("4.1", {"words": ""}, "Typ eerst wat er gezegd is."),
        ("4.3", {"words": "Bellen"}, "Kies nog wie dit zegt."),
        ("4.8", {"words": "Buurvrouw"}, "Kies nog wie dit zegt."),
    ],
)
def test_bad_input_gets_a_sentence_and_keeps_what_was_typed(marije, at, family, code, typed, sentence):
    page = marije.post(at(f"vraag/{code}"), typed, 422)
    assert sentence in page.select_one(".error-summary").text
    name, words = next(iter(typed.items()))
    if words.strip() and name != "knows":
        field = page.select_one(f"#{name}")
        assert field.get("value", field.text.removeprefix("\r\n").removeprefix("\n")) == words
    assert meeting.Answer.select().count() == 0


def test_a_double_click_counts_once(marije, at, family):
    page = marije.get(at("vraag/1.5"))
    for _ in range(2):
        marije.submit(page, "/vraag/1.5", words="Rust")
    assert len(answers.answers_of(family.circle, "wish")) == 1


def test_a_lost_session_keeps_what_was_typed(browse, at):
    page = browse().post(at("vraag/1.5"), {"words": "Weer een avond rust."}, 401)
    assert "Weer een avond rust." in page.text


def test_a_form_that_stood_open_too_long_keeps_what_was_typed(app, marije, at):
    app.config["WTF_CSRF_CHECK_DEFAULT"] = True
    page = marije.post(at("vraag/1.5"), {"words": "Rust", "csrf_token": "oud"}, 400, fresh=False)
    assert "Rust" in page.text


@pytest.mark.parametrize("code", ["1.1", "1.3", "3.2", "3.4", "4.2", "4.3"])
def test_a_page_asks_no_more_questions_of_the_database_when_more_was_said(marije, at, family, now, code):
    def queries():
        asked, execute = [], database.db.obj.execute_sql
        database.db.obj.execute_sql = lambda *args, **kwargs: asked.append(args) or execute(*args, **kwargs)
        try:
            marije.get(at(f"vraag/{code}"))
        finally:
            database.db.obj.execute_sql = execute
        return len(asked)

    def speak(number):
        for kind in ("1.3", "3.2", "3.5", "4.2"):
            answers.say(family.circle, kind, f"Zin {number}", person=family.wendy, now=now)

    speak(0)
    speak(1)
    few = queries()
    for number in range(2, 30):
        speak(number)
    assert queries() == few


def test_who_must_be_chosen_comes_first_and_a_no_stands_at_its_field(marije, at, family):
    page = marije.get(at("vraag/4.3"))
    assert page.select_one("[autofocus]")["name"] == "person"
    page = marije.post(at("vraag/4.3"), {"words": "Bellen"}, 422)
    assert "visually-hidden" in page.select_one(".error-summary")["class"]
    assert page.select_one(".who .field__error").get_text(strip=True) == "Kies nog wie dit zegt."
    assert [field["name"] for field in page.select("[autofocus]")] == ["person"]
    page = marije.post(at("vraag/4.3"), {"words": " ", "person": str(family.wendy.id)}, 422)
    assert [field["name"] for field in page.select("[autofocus]")] == ["words"]


def test_a_no_without_a_field_of_its_own_can_be_seen(marije, at, strangers):
    page = marije.post(at("vraag/4.1"), {"words": "Koken", "person": str(strangers.wendy.id)}, 422)
    assert "visually-hidden" not in page.select_one(".error-summary")["class"]
    assert "hoort niet bij deze kring" in page.select_one(".error-summary li:not(.visually-hidden)").text
