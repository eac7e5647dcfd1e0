"""Numbers on the pages: counted while they wait, dots when they are shown, and on no page a name beside a number."""

# ruff: noqa: F811 — a fixture of meeting_cast and the argument that asks for it share their name
import pytest

from netwerkberaad import database
from netwerkberaad.domain import circle
from netwerkberaad.domain.evening import answers, meeting, numbers
from netwerkberaad.domain.evening.shared_screen import Screen
from netwerkberaad.web.doors import SCREEN_PASS
from tests.test_who_sees_what import with_pass
from tests.web.meeting_cast import ask, at, go  # noqa: F401


@pytest.fixture
def screen(app, browse, family, now):
    opened = Screen.create(circle=family.circle, opened_by=family.facilitator, opened_at=now)
    return with_pass(app, browse(), SCREEN_PASS, opened.id, "/scherm")


@pytest.fixture
def rated(family, now):
    """rated([3, 7, 5]): the first of those asked gave these numbers on their own phones."""

    def give(given):
        asked = [person for person in family.people if person != family.noor]
        for person, number in zip(asked, given, strict=False):
            numbers.rate(family.circle, number, person=person, now=now)

    return give


def part(page):
    return page.select_one("#cijfers")


def ticked(page):
    return [radio["value"] for radio in page.select(".who__one--done input")]


def test_while_they_wait_the_screen_counts_and_ticks_and_shows_no_number(ask, marije, at, family):
    ask("3.3", number="3", person=str(family.lotte.id))
    page = ask("3.3", number="7", person=str(family.wendy.id))
    assert "2 van de 7" in part(page).get_text(" ", strip=True)
    assert not page.select(".dots")
    assert ticked(page) == [str(family.lotte.id), str(family.wendy.id)]
    assert page.select_one("#number").get("value", "") == ""


def test_the_last_answer_shows_them_and_the_ticks_go(ask, rated, marije, at, family):
    rated([3, 4, 4, 5, 6, 6])
    page = ask("3.3", person=str(family.jesse.id), rest="ja")
    assert page.select_one(".dots")["aria-label"] == "De cijfers: 3, 4, 4, 5, 6, 6"
    assert ticked(page) == []
    assert "van de" not in part(page).text
    assert marije.get(at("vraag/3.4")).select_one(".dots")


@pytest.mark.parametrize("code", ["3.3", "3.4"])
def test_laat_zien_ends_the_wait_from_where_it_was_tapped(rated, marije, at, code):
    rated([3, 7, 5, 4])
    page = marije.submit(marije.get(at(f"vraag/{code}")), "/getallen")
    assert marije.response.request.path == at(f"vraag/{code}")
    assert page.select_one(".dots")["aria-label"] == "De cijfers: 3, 4, 5, 7"
    assert len(page.select(".dots__dot")) == 4


def test_a_number_heard_after_they_were_shown_waits_and_the_page_stays_as_it_was(ask, rated, marije, at, family):
    rated([3, 7, 5, 4])
    page = marije.submit(marije.get(at("vraag/3.3")), "/getallen")
    assert "Een later cijfer wacht tot er vier nieuwe zijn." in part(page).text
    assert str(part(ask("3.3", number="9", person=str(family.tjeerd.id)))) == str(part(page))


def test_fewer_than_four_stay_hidden_and_the_screen_says_kindly_why(rated, marije, at):
    rated([3, 7, 5])
    page = marije.submit(marije.get(at("vraag/3.3")), "/getallen")
    assert not page.select(".dots")
    assert "Vanaf vier cijfers staan ze hier, zonder namen." in part(page).text


def test_before_anybody_answered_there_is_nothing_to_show(marije, at):
    assert not part(marije.get(at("vraag/3.3"))).select("form")


def test_the_shared_screen_can_end_the_wait_too(rated, screen, family):
    rated([3, 7, 5, 4])
    page = screen.submit(screen.get(f"/scherm/{family.circle.id}/vraag/3.3"), "/getallen")
    assert page.select_one(".dots")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"rest": "ja"}, "Kies nog wie dit zegt."),
        ({"number": "", "person": ""}, "Kies een cijfer van 0 tot 10."),
    ],
)
def test_passing_needs_a_name_and_a_number_needs_a_number(marije, at, typed, sentence):
    page = marije.post(at("vraag/3.3"), typed, 422)
    assert sentence in page.select_one(".error-summary").text
    assert meeting.Answer.select().count() == 0


def test_what_follows_along_leaves_the_field_alone(marije, at, rated):
    rated([3])
    page = marije.get(at("vraag/3.3"))
    for follows in (part(page), page.select_one(".who")):
        assert follows.find_parent(lambda tag: tag.has_attr("data-live") and tag.has_attr("id"))
    assert not page.select("[data-live] #number")


def test_who_gave_which_number_stands_nowhere(ask, marije, at, family):
    ask("3.3", number="3", person=str(family.lotte.id))
    number = answers.answers_of(family.circle, "scale_rating")[0]
    marije.get(at(f"antwoorden/{number.id}"), 404)
    page = marije.get(at("vraag/3.4"))
    assert "3" not in page.select_one(".stage__companion").text.replace("1 van de 7", "")


def test_what_is_undone_names_nobody(ask, family):
    page = ask("3.3", number="3", person=str(family.lotte.id))
    bar = page.select_one(".undo-bar")
    assert "Het cijfer is bewaard." in bar.text
    assert "Lotte" not in bar.text


def test_a_number_that_was_typed_and_not_sent_waits_for_nobody(go, marije, at, family):
    go("3.3", "skip", number="8")
    marije.post(at("getypt"), {"place": "3.3", "words": "8"}, 404)
    assert meeting.Draft.select().count() == 0
    page = marije.get(at("vraag/3.3"))
    assert page.select_one("#number").get("value", "") == ""
    assert page.select_one("form#vraag")["data-draft"] == ""
    go("3.3", "next", number="8", person=str(family.wendy.id))
    assert numbers.own(family.meeting, family.wendy).number == 8


def test_the_page_asks_no_more_of_the_database_when_more_people_answered(marije, at, family, now):
    def queries():
        asked, execute = [], database.db.obj.execute_sql
        database.db.obj.execute_sql = lambda *args, **kwargs: asked.append(args) or execute(*args, **kwargs)
        try:
            marije.get(at("vraag/3.3"))
        finally:
            database.db.obj.execute_sql = execute
        return len(asked)

    numbers.rate(family.circle, 5, person=family.wendy, now=now)
    numbers.rate(family.circle, 6, person=family.wendy, now=now)
    few = queries()
    for number in range(20):
        somebody = circle.draw_person(family.circle, f"Buur {number}")
        meeting.attend(family.meeting, somebody, now=now)
        numbers.rate(family.circle, number % 11, person=somebody, now=now)
    assert queries() == few
