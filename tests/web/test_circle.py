"""Step 2 through the page: every question, typed as people say it, and what becomes of it."""

import pytest

from netwerkberaad.domain import circle
from netwerkberaad.domain.circle import Person
from netwerkberaad.domain.discovering import naming
from netwerkberaad.domain.evening import meeting


@pytest.fixture
def at(family):
    """The address of a page of this family's circle."""
    return lambda path: f"/kring/{family.circle.id}/{path}"


def say(marije, at, code, name, **more):
    """Types a name at a question and presses Enter, without script."""
    return marije.submit(marije.get(at(f"onze-kring/{code}")), f"/onze-kring/{code}", name=name, **more)


def called(name):
    return Person.get(Person.name == name)


def chips(page):
    return [chip.text for chip in page.select(".chips a.chip .chip__name")]


@pytest.mark.parametrize(
    ("code", "field", "value"),
    [
        ("2.1", "ring", 1),
        ("2.1", "support", "E"),
        ("2.2", "ring", 2),
        ("2.3", "group", "B"),
        ("2.4", "cares", True),
        ("2.5", "tie", "lost"),
        ("2.6", "group", "K"),
        ("2.7", "influence", True),
        ("2.8", "trusted_by_child", True),
        ("2.9", "gives_back", True),
        ("2.10", "status", "suggested"),
    ],
)
def test_a_name_typed_at_a_question_becomes_what_the_question_asks(marije, family, at, code, field, value):
    if code == "2.3":
        naming.count_neighbours(family.circle, "6", now=family.meeting.begun_at)
    page = say(marije, at, code, "Olena")
    assert getattr(called("Olena"), field) == value
    assert chips(page)[-1] == "Olena"
    assert page.select_one(f"#map-person-{called('Olena').id}")


def test_what_was_said_at_a_question_is_found_where_it_is_used_next(marije, at):
    say(marije, at, "2.5", "Bea")
    say(marije, at, "2.7", "Cor")
    say(marije, at, "2.9", "Dirk")
    page = marije.get(at("kaart"))
    listed = {li.a.text: li.text for li in page.select("#lijst li")}
    assert "Lang niet gezien." in listed["Bea"]
    assert "Heeft veel invloed." in listed["Cor"]
    assert "Jullie betekenen iets voor deze persoon." in listed["Dirk"]
    assert page.select_one(f"#map-person-{called('Cor').id} .map__mark--influence")
    assert page.select_one(f"#map-person-{called('Dirk').id} .map__mark--gives-back")
    assert len(page.select(".map__tie--lost")) == 1


def test_the_count_grows(marije, at):
    assert "Jullie kennen al 6 mensen." in marije.get(at("onze-kring/2.1")).select_one("#telling").text
    assert "Jullie kennen al 7 mensen." in say(marije, at, "2.1", "Olena").select_one("#telling").text


def test_neighbours_are_counted_first_and_then_named(marije, at):
    page = marije.get(at("onze-kring/2.3"))
    assert page.h1.text == "Hoeveel mensen in de buurt ken je bij naam en zeg je gedag?"
    page = marije.submit(page, "/onze-kring/2.3/aantal", number="6")
    assert page.h1.text == "Wie zijn dat?"
    assert "6 mensen" in page.select_one(".question__hint").text
    assert meeting.Answer.get(meeting.Answer.kind == "neighbour_count").number == 6
    page = marije.submit(page, "/onze-kring/2.3", name="Kees")
    assert called("Kees").group == "B"
    page = marije.submit(marije.get(at("onze-kring/2.3?tel=1")), "/onze-kring/2.3/aantal", number="8")
    assert "8 mensen" in page.select_one(".question__hint").text


@pytest.mark.parametrize("typed", ["", "veel", "-2"])
def test_a_count_that_is_none_says_what_to_type_and_keeps_it(marije, at, typed):
    page = marije.submit(marije.get(at("onze-kring/2.3")), "/2.3/aantal", status=422, number=typed)
    assert "Typ een getal." in page.select_one(".error-summary").text
    assert page.select_one("#vraag [name=number]")["value"] == typed


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Typ eerst een naam."),
        ("   ", "Typ eerst een naam."),
        ("x" * 61, "Een naam mag hoogstens 60 tekens zijn. Typ hem korter."),
        ("x" * 10_000, "Dit is te lang: 10000 tekens. Het mogen er 400 zijn."),
        (",".join("abcdefghijklm"), "Typ hoogstens tien namen tegelijk."),
    ],
    ids=["nothing", "spaces", "too long for a name", "ten thousand", "thirteen names"],
)
def test_a_name_that_is_none_says_what_to_do_keeps_it_and_stores_nothing(marije, at, typed, sentence):
    before = Person.select().count()
    page = marije.submit(marije.get(at("onze-kring/2.1")), "/onze-kring/2.1", status=422, name=typed)
    assert sentence in page.select_one(".error-summary").text
    assert page.select_one("#vraag [name=name]")["value"].strip() == typed.strip()
    assert Person.select().count() == before


@pytest.mark.parametrize("name", ["O'Neil", "<script>alert(1)</script>", "👵🏽", "أحمد", "Søren Ærø", "Jan & Piet"])
def test_every_name_is_shown_as_it_was_typed(marije, at, name):
    page = say(marije, at, "2.1", name)
    assert chips(page) == [name]
    assert page.select_one(f"#map-person-{called(name).id}")["aria-label"].startswith(name)


def test_a_double_click_is_one_person_and_anna_typed_twice_is_two(marije, at):
    page = marije.get(at("onze-kring/2.1"))
    marije.submit(page, "/onze-kring/2.1", name="Anna")
    marije.submit(page, "/onze-kring/2.1", name="Anna")
    assert Person.select().where(Person.name == "Anna").count() == 1
    say(marije, at, "2.1", "Anna")
    assert Person.select().where(Person.name == "Anna").count() == 2


def test_a_lost_session_keeps_the_name(browse, marije, at):
    page = marije.get(at("onze-kring/2.1"))
    marije.client.delete_cookie("session")
    data = {"name": "Olena", "csrf_token": page.select_one("#vraag [name=csrf_token]")["value"]}
    response = marije.client.post(at("onze-kring/2.1"), data=data)
    assert response.status_code in (400, 401)
    assert "Olena" in response.text
    assert Person.select().where(Person.name == "Olena").count() == 0


def test_with_script_one_request_brings_the_whole_fragment(marije, at):
    page = marije.get(at("onze-kring/2.1"))
    data = {"name": "Olena", "once": "abc", "csrf_token": page.select_one("#vraag [name=csrf_token]")["value"]}
    headers = {"HX-Request": "true", "HX-Request-Type": "partial"}
    response = marije.client.post(at("onze-kring/2.1"), data=data, headers=headers)
    assert response.status_code == 200
    assert "<html" not in response.text
    assert f'id="map-person-{called("Olena").id}"' in response.text
    assert "Olena staat erbij." in response.text


def test_a_fragment_is_a_part_of_the_page(marije, at):
    for path in ("onze-kring/2.1", "onze-kring/2.3", "onze-kring/2.11", "kaart", "kaart/tekening"):
        whole, part = marije.get(at(path)), marije.get(at(path), fragment=True)
        assert [t.text for t in whole.select("main .map__label")] == [t.text for t in part.select(".map__label")]
        assert part.title.text == whole.title.text == "Onze kring"
        assert not part.select("header")


def test_a_namesake_is_asked_about_and_the_same_person_gets_the_fact(marije, family, at):
    page = say(marije, at, "2.7", "Wendy")
    assert "Is dit dezelfde Wendy?" in page.select_one("#dezelfde").text
    (new,) = Person.select().where(Person.name == "Wendy", Person.id != family.wendy.id, Person.circle == family.circle)
    page = marije.submit(page, f"/mensen/{family.wendy.id}/dezelfde/{new.id}")
    assert page.select_one("h1").text.startswith("Wie heeft veel invloed?")
    assert circle.person_in(family.circle, family.wendy.id).influence is True
    assert [p.name for p in circle.people_of(family.circle)].count("Wendy") == 1
    assert page.select_one("#dezelfde") is None


def test_another_wendy_stays_another_wendy_and_is_not_asked_about_again(marije, family, at):
    page = say(marije, at, "2.6", "Wendy")
    new = Person.select().where(Person.name == "Wendy").order_by(Person.id.desc()).first()
    page = marije.submit(page, f"/mensen/{new.id}/iemand-anders")
    assert page.select_one("#dezelfde") is None
    assert [p.name for p in circle.people_of(family.circle)].count("Wendy") == 2


@pytest.mark.parametrize("code", ["2.1", "2.4", "2.5", "2.7", "2.8", "2.9"])
def test_somebody_who_stands_there_is_tapped_and_tapped_back(marije, family, at, code):
    page = marije.get(at(f"onze-kring/{code}"))
    page = marije.submit(page, f"{code}/mensen", says=str(family.tjeerd.id))
    pressed = page.select_one(f'button[name=unsays][value="{family.tjeerd.id}"]')
    assert pressed["aria-pressed"] == "true"
    assert naming.is_said_of(circle.person_in(family.circle, family.tjeerd.id), code)
    marije.submit(page, f"{code}/mensen", unsays=str(family.tjeerd.id))
    assert not naming.is_said_of(circle.person_in(family.circle, family.tjeerd.id), code)


def test_the_row_of_people_to_tap_keeps_its_order_under_the_finger(marije, family, at):
    def row(page):
        return [button["value"] for button in page.select("#wie button")]

    page = marije.get(at("onze-kring/2.7"))
    before = row(page)
    page = marije.submit(page, "2.7/mensen", says=str(family.tjeerd.id))
    assert row(page) == before
    assert str(family.tjeerd.id) in before


def test_a_question_says_how_far_the_step_is(marije, at):
    for code, so_far in (("2.1", "vraag 1 van 11"), ("2.3", "vraag 3 van 11"), ("2.11", "vraag 11 van 11")):
        assert marije.get(at(f"onze-kring/{code}")).select_one(".only-facilitator.so-far").text == so_far


def test_whoever_sits_at_the_table_is_summed_up_and_can_still_be_chosen(marije, family, at):
    page = marije.get(at("onze-kring/2.11"))
    assert page.select_one("#al-aan-tafel summary").text == "Wie er nu is, hoort er al bij."
    assert page.select_one(f"#al-aan-tafel #persoon-{family.wendy.id} button")
    page = marije.submit(page, "/uitnodigingen", later=str(family.wendy.id))
    assert page.select_one("#al-aan-tafel[open]")
    meeting.leave(family.meeting, family.wendy, now=family.meeting.begun_at)
    page = marije.get(at("onze-kring/2.11"))
    assert page.select_one(f"#al-aan-tafel #persoon-{family.wendy.id}") is None
    assert page.select_one(f"#uitnodigen > .asked #persoon-{family.wendy.id} button")


def test_whoever_is_missed_is_a_suggestion_until_the_family_says_yes(marije, at):
    page = say(marije, at, "2.10", "Olena")
    assert "voorgesteld" in page.select_one(".chip--suggested").text
    assert page.select_one(f"#map-person-{called('Olena').id}.map__person--suggested")
    assert "Jullie kennen al 6 mensen." in page.select_one("#telling").text
    page = marije.submit(page, f"/mensen/{called('Olena').id}/erbij")
    assert called("Olena").status == "named"
    assert "Jullie kennen al 7 mensen." in page.select_one("#telling").text


def test_a_parent_says_who_may_come_ring_by_ring(marije, family, at):
    page = marije.get(at("onze-kring/2.11"))
    assert page.select_one(f'button[name=yes][value="{family.wendy.id}"]')
    assert page.select_one(f'button[name=yes][value="{family.hanneke.id}"]') is None
    page = marije.submit(page, "/uitnodigingen", yes=str(family.wendy.id))
    assert called("Wendy").invite == "yes"
    chosen = page.select_one(f'button[name=yes][value="{family.wendy.id}"]')
    assert chosen["aria-pressed"] == "true"
    page = marije.submit(page, "/uitnodigingen/kring")
    page = marije.submit(page, "/uitnodigingen", later=str(family.hanneke.id))
    assert called("Hanneke").invite == "later"


def test_a_ring_that_is_not_open_yet_is_refused_with_a_sentence(marije, family, at):
    page = marije.post(at("uitnodigingen"), {"yes": family.hanneke.id}, status=422)
    assert "Tik eerst op «Ja, verder»" in page.select_one(".error-summary").text
    assert called("Hanneke").invite == ""


def test_the_child_is_not_asked_without_whoever_sits_beside_it(marije, family, at):
    assert "Wie zit er naast Noor?" in marije.get(at("onze-kring/2.8")).text
    circle.change_person(family.noor, supporter=family.wendy)
    assert "naast Noor" not in marije.get(at("onze-kring/2.8")).text
    meeting.leave(family.meeting, family.wendy, now=family.meeting.begun_at)
    assert "Wendy zit naast Noor. Wacht tot diegene er is." in marije.get(at("onze-kring/2.8")).text


def test_verder_keeps_the_name_that_was_still_in_the_field(marije, at):
    page = marije.get(at("onze-kring/2.1"))
    data = {"name": "Olena", "go": "next", "csrf_token": page.select_one("#vraag [name=csrf_token]")["value"]}
    marije.post(page.select_one("[data-move][value=next]")["formaction"], data, follow=False)
    assert called("Olena").named_in == "2.1"
    assert marije.response.location.endswith("/onze-kring/2.2")


def test_what_was_typed_and_not_sent_waits_in_the_field(marije, family, at, now):
    meeting.keep_draft(family.circle, "2.2", "Hann", now=now)
    assert marije.get(at("onze-kring/2.2")).select_one("#vraag [name=name]")["value"] == "Hann"
    say(marije, at, "2.2", "Olena")
    assert marije.get(at("onze-kring/2.2")).select_one("#vraag [name=name]")["value"] == ""


def test_undo_takes_the_last_name_back(marije, family, at):
    page = say(marije, at, "2.1", "Olena")
    form = page.select_one(".undo-bar form")
    page = marije.submit(page, form["action"].rsplit("/", 1)[1])
    assert "Olena" not in [p.name for p in circle.people_of(family.circle)]
    assert page.select_one("h1").text == "Met wie praat je weleens over je kind?"


def test_a_question_that_is_no_question_of_this_step_is_not_there(marije, at):
    for code in ("1.1", "2.12", "3.1", "onzin"):
        marije.get(at(f"onze-kring/{code}"), status=404)


def test_strangers_stand_outside(browse, marije, family, strangers, at):
    others = f"/kring/{strangers.circle.id}"
    for path in ("onze-kring/2.1", "kaart", f"mensen/{strangers.wendy.id}"):
        marije.get(f"{others}/{path}", status=404)
    marije.get(at(f"mensen/{strangers.wendy.id}"), status=404)
    marije.post(at(f"mensen/{strangers.wendy.id}/plek"), {"ring": 1, "sector": "friends"}, status=404)
    marije.get(at(f"mensen/{family.wendy.id}/dezelfde/{strangers.wendy.id}"), status=404)
    assert browse().client.get(at("kaart")).status_code == 302
