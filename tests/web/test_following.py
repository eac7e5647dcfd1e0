"""One address that follows the table: what a phone shows at every moment, cheaply, and a way out of it."""

import re
import zlib

import pytest

from netwerkberaad.domain import circle
from netwerkberaad.domain.evening import answers, meeting, numbers, offering
from netwerkberaad.domain.evening.meeting import Meeting
from netwerkberaad.domain.evening.on_phones import ANSWERED
from netwerkberaad.domain.evening.questions import QUESTIONS
from netwerkberaad.domain.taking_part.joining import Guest
from netwerkberaad.web import passes
from netwerkberaad.web.doors import GUEST_PASS
from tests.web.phones_inside import phone_inside, we_are_at
from tests.web.test_circle_queries import queries

__all__ = ["phone_inside", "we_are_at"]


@pytest.fixture
def ilse(family, now):
    """Somebody who is there for her work."""
    came = circle.draw_person(family.circle, "Ilse", ring=4)
    meeting.attend(family.meeting, came, now=now)
    return came


@pytest.fixture
def many(family, now):
    """many(): twenty-four more people at the table, each with a phone, and everybody has said something."""

    def come():
        for number in range(24):
            person = circle.draw_person(family.circle, f"Nieuweling {number}", ring=2, group="F")
            meeting.attend(family.meeting, person, now=now)
            phone = {"joined_at": now, "confirmed_at": now, "seen_at": now}
            Guest.create(meeting=family.meeting, person=person, **phone)
            answers.say(family.circle, "3.1", f"Iets goeds {number}", person=person, now=now)
            answers.say(family.circle, "3.2", f"Een zorg {number}", person=person, now=now)
            offering.offer(family.circle, f"Iets doen {number}", person=person, now=now)
            numbers.rate(family.circle, number % 11, person=person, now=now)

    return come


def changed(family, **fields):
    Meeting.update(**fields).where(Meeting.id == family.meeting.id).execute()


def asked(page):
    return page.h1.get_text(strip=True)


def test_a_phone_shows_the_question_of_the_table_and_goes_along(phone_inside, family, we_are_at):
    wendy = phone_inside(family.wendy)
    assert asked(wendy.get("/avond")) == "Fijn dat je er bent, Wendy."
    for code in ("1.3", "3.1", "4.3"):
        we_are_at(code)
        page = wendy.get("/avond")
        assert asked(page) == QUESTIONS[code].sentence
        assert page.select_one("main form")["action"] == f"/avond/antwoord/{code}"
        assert page.select_one("main form").has_attr("data-sure")


@pytest.mark.parametrize("code", [code for code in QUESTIONS if QUESTIONS[code].step < 5])
def test_every_question_has_a_page_on_a_phone_whole_and_as_a_fragment(phone_inside, family, we_are_at, code):
    we_are_at(code)
    for person in (family.wendy, family.noor):
        visitor = phone_inside(person)
        page, part = visitor.get("/avond"), visitor.get("/avond", fragment=True)
        assert asked(part) == asked(page)
        assert bool(page.select("form[data-sure]")) == (
            code in ANSWERED and code not in (("1.6",) if person == family.wendy else ("4.6", "4.7"))
        )


@pytest.mark.parametrize(
    ("fields", "says"),
    [({"begun_at": None}, "We beginnen zo."), ({"paused_at": "now"}, "Even pauze.")],
    ids=["planned", "paused"],
)
def test_before_the_evening_and_in_a_pause_nothing_is_asked(phone_inside, family, we_are_at, now, fields, says):
    we_are_at("3.1")
    changed(family, **{field: value and now for field, value in fields.items()})
    page = phone_inside(family.wendy).get("/avond")
    assert asked(page) == says
    assert not page.select("form[data-sure]")


def test_whoever_is_not_let_in_yet_sees_nothing_but_that(app, browse, family, we_are_at, now):
    we_are_at("3.1")
    waiting = Guest.create(meeting=family.meeting, chosen=family.wendy, joined_at=now, seen_at=now)
    visitor = browse()
    with app.test_request_context():
        seal = passes._seal(GUEST_PASS).dumps([waiting.id, int(now.timestamp()) + 3600])
    visitor.client.set_cookie(GUEST_PASS, seal, path="/avond")
    page = visitor.get("/avond")
    assert "wachten" in page.h1.text
    assert not [person.name for person in family.people if person.name in page.text and person != family.wendy]
    assert not page.select("form[data-sure]")
    visitor.post("/avond/antwoord/3.1", {"words": "Ik ben Wendy."}, status=403)
    assert answers.answers_of(family.circle, "strength") == []


def test_a_professional_sees_nothing_of_what_the_family_talks_about_alone(phone_inside, family, ilse, we_are_at, now):
    we_are_at("4.3")
    offering.offer(family.circle, "Geheim aanbod", person=ilse, now=now)
    visitor, wendy = phone_inside(ilse), phone_inside(family.wendy)
    visitor.get("/avond")
    assert "Geheim aanbod" in visitor.response.text
    changed(family, private_since=now)
    page = visitor.get("/avond")
    assert asked(page) == "Het gezin praat nu even samen."
    assert QUESTIONS["4.3"].sentence not in visitor.response.text
    assert "Geheim aanbod" not in visitor.response.text
    page = wendy.get("/avond")
    assert asked(page) == QUESTIONS["4.3"].sentence
    assert "Jullie praten nu samen." in page.select_one("#pen").text


def test_the_page_goes_along_when_private_time_begins_at_the_same_question(phone_inside, family, ilse, we_are_at, now):
    we_are_at("4.3")
    theirs, ours = phone_inside(ilse), phone_inside(family.wendy)
    before = [visitor.get("/avond").select_one("#live")["data-place"] for visitor in (theirs, ours)]
    changed(family, private_since=now)
    after = [visitor.get("/avond").select_one("#live")["data-place"] for visitor in (theirs, ours)]
    assert before[0] != after[0]
    assert before[1] == after[1]


def test_whoever_holds_the_pen_is_told_so_and_gets_there(phone_inside, family, we_are_at):
    we_are_at("4.1")
    wendy, karim = phone_inside(family.wendy), phone_inside(family.karim)
    assert not wendy.get("/avond").select("#pen a")
    changed(family, pen=family.wendy)
    card = wendy.get("/avond").select_one("#pen[data-live]")
    assert "Jij hebt de pen." in card.text
    assert card.a["href"] == f"/avond/pen/{family.circle.id}/bijeenkomst"
    assert not karim.get("/avond").select("#pen a")


def test_who_is_in_stands_above_the_page_and_is_live(phone_inside, family, we_are_at):
    row = phone_inside(family.wendy).get("/avond").select_one("#present[data-live]")
    assert "8 aan tafel" in row.text
    assert [face.text for face in row.select(".avatar")] == ["Lo", "No", "Ka", "OR", "We"]


def test_whoever_sees_only_their_own_learns_no_name_here(phone_inside, family, we_are_at):
    riet = circle.change_person(circle.person_in(family.circle, family.oma_riet.id), visibility="own_tasks_only")
    visitor = phone_inside(riet)
    for code in ("1.6", "2.10", "3.1", "4.8"):
        we_are_at(code)
        page = visitor.get("/avond")
        others = [person.name for person in family.people if person != riet]
        assert not [name for name in others if name in visitor.response.text], code
        assert not page.select("#present .avatar")


def test_another_family_s_phone_follows_its_own_evening(phone_inside, family, strangers, we_are_at, now):
    we_are_at("3.1")
    answers.say(family.circle, "3.1", "Onze eigen zin.", person=family.wendy, now=now)
    visitor, stranger = phone_inside(family.wendy), phone_inside(strangers.wendy)
    Guest.update(meeting=strangers.meeting).where(Guest.person == strangers.wendy).execute()
    assert "Onze eigen zin." in visitor.get("/avond").text
    page = stranger.get("/avond")
    assert asked(page) == "Fijn dat je er bent, Wendy."
    assert "Onze eigen zin." not in stranger.response.text


def test_every_phone_page_has_a_neutral_title_and_a_way_out(phone_inside, family, we_are_at, now):
    mine = answers.say(family.circle, "3.1", "Noor lacht.", person=family.wendy, now=now)
    wendy = phone_inside(family.wendy)
    we_are_at("3.1")
    for path in ("/avond", f"/avond/gezegd/antwoord/{mine.id}"):
        page = wendy.get(path)
        assert page.title.text == "Agenda"
        exit = page.select_one("a.quick-exit")
        assert (exit["href"], exit["data-leave"]) == ("/even-iets-anders", "/avond/weg")


def test_a_page_asks_the_database_little_and_as_much_for_eight_people_as_for_thirty(
    phone_inside, family, we_are_at, many, now
):
    answers.tell_situation(family.circle, "Lotte is op.", now=now)
    answers.say(family.circle, "3.1", "Noor lacht.", person=family.wendy, now=now)
    wendy = phone_inside(family.wendy)

    def asks(code):
        we_are_at(code)
        wendy.get("/avond")
        changed(family, place="Buurthuis")  # nothing that was remembered for the number before counts any more
        first, next_one = (queries(lambda: wendy.get("/avond")) for _ in range(2))
        return [sql for sql in first if "FROM change" not in sql], next_one

    codes = ("1.1", "1.6", "2.1", "2.10", "3.1", "3.2", "3.3", "3.7", "4.3", "4.4", "4.6", "4.8")
    few = {code: asks(code) for code in codes}
    many()
    for code in codes:
        first, next_one = asks(code)
        assert (first, next_one) == few[code], code
        assert len(first) <= 6, (code, first)
        assert len(next_one) <= 6, (code, next_one)


def test_a_page_is_at_most_six_kilobytes_and_hardly_grows(phone_inside, family, we_are_at, many):
    wendy = phone_inside(family.wendy)

    def sizes():
        for code in (code for code in QUESTIONS if QUESTIONS[code].step < 5):
            we_are_at(code)
            wendy.get("/avond")
            yield code, len(wendy.response.data)

    assert [size for size in sizes() if size[1] > 6000] == []
    many()
    changed(family, numbers_shown_at=family.meeting.begun_at)
    assert [size for size in sizes() if size[1] > 6400] == []


def test_the_first_view_is_at_most_sixty_kilobytes_with_everything_in(phone_inside, family, we_are_at, many):
    many()
    we_are_at("4.3")
    wendy = phone_inside(family.wendy)
    page = wendy.get("/avond")
    wanted = {tag.get("href") or tag["src"] for tag in page.select("link[rel=stylesheet], link[rel=icon], script[src]")}
    wanted |= {use["href"].split("#")[0] for use in page.select("use")}
    sizes = {path: on_the_wire(wendy, path) for path in ["/avond", *wanted]}
    assert sum(sizes.values()) <= 60_000, sizes
    assert not [path for path in sizes if re.search("woff|calendar|signature", path)]


def on_the_wire(visitor, path):
    """Bytes of one answer, headers included, compressed as the least of our encodings does it."""
    with visitor.client.get(path) as response:
        assert response.status_code == 200
        return len(zlib.compress(response.data, 6)) + len(str(response.headers))
