"""Answering on one's own phone: everybody for themselves, kept at once, theirs to change, and nobody else's."""

import pytest

from netwerkberaad.domain import circle
from netwerkberaad.domain.evening import answers, meeting, numbers, offers
from netwerkberaad.domain.evening.meeting import Answer, Meeting
from netwerkberaad.domain.taking_part import carrying
from tests.web.phones_inside import phone_inside, we_are_at

__all__ = ["phone_inside", "we_are_at"]


@pytest.fixture
def says(phone_inside, we_are_at):
    """says(family.wendy, "3.1", words="…") answers on that person's own phone and returns the page that follows."""

    def answer(person, code, status=303, **typed):
        we_are_at(code)
        visitor = phone_inside(person)
        return visitor.submit(visitor.get("/avond"), f"/antwoord/{code}", status, **typed)

    return answer


def told(page):
    return page.select_one(".notice--told").get_text(strip=True)


def mine(page):
    return [line.get_text(" ", strip=True) for line in page.select("#mine .mine__words")]


def wrong(page):
    return [line.get_text(" ", strip=True).removeprefix("Let op: ") for line in page.select(".field__error")]


@pytest.mark.parametrize(("code", "kind"), [("1.3", "strength"), ("3.1", "strength")])
def test_what_i_say_stands_there_under_my_name_and_is_shown_back(says, family, code, kind):
    page = says(family.wendy, code, words="Noor lacht weer.")
    assert told(page) == "Het staat op het scherm."
    assert mine(page) == ["Noor lacht weer."]
    [said] = answers.answers_of(family.circle, kind)
    assert (said.words, said.person, said.question) == ("Noor lacht weer.", family.wendy, code)


def test_a_worry_before_anything_good_waits_and_i_am_told_so(says, family, now):
    page = says(family.wendy, "3.2", words="Lotte slaapt slecht.")
    assert told(page) == "Bewaard. Eerst horen we wat goed gaat."
    assert mine(page) == ["Lotte slaapt slecht. Komt zo op het scherm."]
    answers.say(family.circle, "3.1", "Noor lacht.", person=family.karim, now=now)
    page = says(family.karim, "3.2", words="Sem is vaak moe.")
    assert (told(page), mine(page)) == ("Het staat op het scherm.", ["Sem is vaak moe."])


def test_a_child_says_what_it_wishes_on_its_own_phone(says, phone_inside, family):
    page = says(family.noor, "1.6", words="Vaker naar voetbal.")
    assert mine(page) == ["Vaker naar voetbal."]
    assert [wish.person for wish in answers.answers_of(family.circle, "wish")] == [family.noor]
    phone_inside(family.wendy).post("/avond/antwoord/1.6", {"words": "Ik ben Noor."}, status=403)
    assert len(answers.answers_of(family.circle, "wish")) == 1


@pytest.mark.parametrize("code", ["1.3", "1.6", "3.1", "3.2", "4.4"])
def test_without_words_i_am_asked_for_them(says, family, code):
    page = says(family.noor, code, 422, words=" ")
    assert wrong(page)[0].startswith("Typ eerst")


def test_too_much_comes_back_as_it_was_typed(says, family):
    page = says(family.wendy, "3.1", 422, words="a" * 501)
    assert wrong(page) == ["Dit is te lang: 501 tekens. Het mogen er 500 zijn."]
    assert page.textarea.text.strip() == "a" * 501


def test_nobody_speaks_for_somebody_else(phone_inside, family):
    wendy = phone_inside(family.wendy)
    wendy.post("/avond/antwoord/3.1", {"words": "Noor lacht.", "person": family.karim.id})
    assert [said.person for said in answers.answers_of(family.circle, "strength")] == [family.wendy]


def test_the_same_form_sent_twice_counts_once(phone_inside, family, we_are_at):
    we_are_at("3.1")
    wendy = phone_inside(family.wendy)
    page = wendy.get("/avond")
    for _ in range(2):
        wendy.submit(page, "/antwoord/3.1", words="Noor lacht.")
    assert len(answers.answers_of(family.circle, "strength")) == 1


def test_an_answer_that_comes_late_is_kept_and_disturbs_nobody(phone_inside, family, we_are_at, now):
    we_are_at("3.1")
    wendy = phone_inside(family.wendy)
    page = wendy.get("/avond")
    we_are_at("4.3")
    meeting.pause(Meeting.get_by_id(family.meeting.id), now=now)
    page = wendy.submit(page, "/antwoord/3.1", words="Noor lacht.")
    assert page.h1.text == "Even pauze."
    assert [said.words for said in answers.answers_of(family.circle, "strength")] == ["Noor lacht."]
    held = Meeting.get_by_id(family.meeting.id)
    assert (held.state, held.question) == ("paused", "4.3")


def test_a_late_answer_that_is_refused_comes_back_as_that_question(phone_inside, family, we_are_at):
    we_are_at("3.1")
    wendy = phone_inside(family.wendy)
    page = wendy.get("/avond")
    we_are_at("4.3")
    page = wendy.submit(page, "/antwoord/3.1", 422, words="")
    assert page.h1.text == "Wat gaat er goed?"
    assert wrong(page)


def test_what_i_said_i_can_say_otherwise_and_take_back(phone_inside, says, family):
    page = says(family.wendy, "3.1", words="Noor lagt.")
    wendy = phone_inside(family.wendy)
    page = wendy.get(page.select_one("#mine a")["href"])
    assert page.textarea.text.strip() == "Noor lagt."
    page = wendy.submit(page, page.select_one("form[data-sure]")["action"], words="Noor lacht.")
    assert (told(page), mine(page)) == ("Veranderd.", ["Noor lacht."])
    [said] = answers.answers_of(family.circle, "strength")
    assert said.person == family.wendy
    page = wendy.submit(page, "/gezegd/weg", own=page.select_one("#mine button")["value"])
    assert (told(page), mine(page)) == ("Weggehaald.", [])
    assert answers.answers_of(family.circle, "strength") == []


def test_when_the_table_changed_it_first_both_stand_there(phone_inside, says, family):
    page = says(family.wendy, "3.1", words="Noor lacht.")
    wendy = phone_inside(family.wendy)
    page = wendy.get(page.select_one("#mine a")["href"])
    answers.correct(Answer.get(), "Noor lacht vaak.", person=family.wendy)
    page = wendy.submit(page, page.select_one("form[data-sure]")["action"], 409, words="Noor zingt.")
    assert "Noor lacht vaak." in page.select_one(".notice").text
    assert page.textarea.text.strip() == "Noor zingt."


def test_what_somebody_else_said_is_not_mine_to_touch(phone_inside, family, now):
    said = answers.say(family.circle, "3.1", "Oma kookt.", person=family.karim, now=now)
    numbered = numbers.rate(family.circle, 3, person=family.wendy, now=now)
    wendy = phone_inside(family.wendy)
    for number in (said.id, numbered.id, 4711):
        wendy.get(f"/avond/gezegd/antwoord/{number}", status=404)
        wendy.post(f"/avond/gezegd/antwoord/{number}", {"words": "Ik ook."}, status=404)
        wendy.post("/avond/gezegd/weg", {"own": f"antwoord/{number}"}, status=404)
    for own in ("", "antwoord", "iets/1", f"aanbod/{said.id}", "grens/1"):
        wendy.post("/avond/gezegd/weg", {"own": own}, status=404)
    assert answers.answers_of(family.circle, "strength") == [said]


def test_a_name_i_suggest_waits_for_the_family(says, family):
    page = says(family.wendy, "2.10", name="Juf Anouk, Piet")
    assert told(page) == "Je noemde Juf Anouk en Piet. Het gezin zegt eerst ja."
    assert [name.text for name in page.select("#mine li")] == ["Juf Anouk", "Piet"]
    new = [person for person in circle.people_of(family.circle) if person.named_in == "2.10"]
    assert {person.status for person in new} == {"suggested"}
    assert wrong(says(family.wendy, "2.10", 422, name=" "))


def test_what_is_half_typed_on_the_shared_screen_stays_when_a_phone_suggests_somebody(says, family, now):
    meeting.keep_draft(family.circle, "2.10", "Juf A", now=now)
    says(family.wendy, "2.10", name="Piet")
    assert meeting.draft_of(family.circle, "2.10") == "Juf A"


def test_my_number_waits_for_the_others_and_nobody_learns_which_is_mine(says, phone_inside, family, now):
    page = says(family.wendy, "3.3", number="7")
    assert told(page) == "Jouw cijfer is een 7."
    assert page.select_one("#my-number").get_text(strip=True) == "Jouw cijfer: 7"
    assert page.select_one("#how-many").get_text(strip=True) == "Antwoord: 1 van de 7."
    assert [radio["value"] for radio in page.select("[name=number][checked]")] == ["7"]
    others = phone_inside(family.karim).get("/avond")
    assert not others.select("#my-number, .dots-row, [name=number][checked]")
    page = says(family.wendy, "3.3", number="8")
    assert page.select_one("#my-number").get_text(strip=True) == "Jouw cijfer: 8"
    for person in (family.lotte, family.karim, family.oma_riet, family.hanneke, family.tjeerd):
        numbers.rate(family.circle, 4, person=person, now=now)
    page = says(family.jesse, "3.3", rest="ja")
    assert told(page) == "Je geeft geen cijfer. Dat mag."
    assert page.select_one("#my-number").get_text(strip=True) == "Jij geeft geen cijfer."
    assert page.select_one(".dots-row")["aria-label"] == "De cijfers: 4, 4, 4, 4, 4, 8"
    assert len(page.select(".dots-row i")) == 6


def test_my_later_number_waits_and_only_my_phone_says_so(says, phone_inside, family, now):
    for person in (family.karim, family.lotte, family.oma_riet):
        numbers.rate(family.circle, 4, person=person, now=now)
    says(family.hanneke, "3.3", number="4")
    numbers.show(family.meeting, now=now)
    before = phone_inside(family.hanneke).get("/avond").select_one("#mine")
    assert "Een later cijfer wacht tot er vier nieuwe zijn." in before.text
    page = says(family.wendy, "3.3", number="8")
    assert page.select_one("#my-number").text == "Jouw cijfer: 8"
    assert "Je cijfer is bewaard." in page.select_one("#my-number-waits").text
    page = says(family.karim, "3.3", rest="ja")
    assert "Je oude cijfer gaat weg als meer mensen iets veranderen." in page.select_one("#my-number-waits").text
    assert str(phone_inside(family.hanneke).get("/avond").select_one("#mine")) == str(before)
    assert before.select_one(".dots-row")["aria-label"] == "De cijfers: 4, 4, 4, 4"


def test_fewer_than_four_numbers_are_never_shown(says, family, now):
    for person in (family.karim, family.lotte):
        numbers.rate(family.circle, 4, person=person, now=now)
    page = says(family.wendy, "3.3", number="5")
    assert not page.select(".dots-row")
    numbers.show(family.meeting, now=now)
    page = says(family.wendy, "3.3", number="5")
    assert not page.select(".dots-row")
    assert "Er zijn nog te weinig cijfers." in page.select_one("#mine").text


@pytest.mark.parametrize("number", [None, "11", "-1", "zeven"])
def test_a_number_is_from_nothing_to_ten(says, family, number):
    assert wrong(says(family.wendy, "3.3", 422, number=number)) == ["Kies een cijfer van 0 tot 10."]


def test_i_know_what_is_going_on_or_have_a_question(says, family, now):
    page = says(family.wendy, "3.7", 422, knows="yes")
    assert wrong(page) == ["Er staat nog geen verhaal. Wacht nog even."]
    situation = answers.tell_situation(family.circle, "Lotte is op.", now=now)
    page = says(family.wendy, "3.7", knows="yes")
    assert page.select_one("#my-answer").get_text(strip=True) == "Jij weet het."
    assert "Lotte is op." in page.select_one("details").text
    page = says(family.wendy, "3.7", knows="question", words="Waar slaapt Sem?")
    assert page.select_one("#my-answer").get_text(strip=True) == "Jouw vraag: Waar slaapt Sem?"
    assert answers.who_knows(situation) == {family.wendy.id: "Waar slaapt Sem?"}


def test_what_i_can_do_is_one_tap_or_my_own_words_or_not_now(says, family):
    page = says(family.wendy, "4.3", card="Koken")
    assert "Koken" not in [card.text for card in page.select(".taps button")]
    page = says(family.wendy, "4.3", words="Elke dinsdag bellen")
    assert mine(page) == ["Koken", "Elke dinsdag bellen"]
    page = says(family.tjeerd, "4.3", rest="ja")
    assert (told(page), mine(page)) == ("Nu even niet. Dat mag.", ["Nu even niet"])
    assert not page.select("[name=rest]")
    made = [(offer.person, offer.kind, offer.what, offer.question) for offer in offers.offers_of(family.circle)]
    assert made == [
        (family.wendy, "can", "Koken", "4.3"),
        (family.wendy, "can", "Elke dinsdag bellen", "4.3"),
        (family.tjeerd, "not_now", "", "4.3"),
    ]
    assert wrong(says(family.wendy, "4.3", 422)) == ["Typ wat je wilt doen. Of kies «Nu even niet»."]


def test_what_i_offered_i_can_say_otherwise_and_take_back(phone_inside, says, family):
    page = says(family.wendy, "4.3", words="Kokken")
    wendy = phone_inside(family.wendy)
    page = wendy.get(page.select_one("#mine a")["href"])
    page = wendy.submit(page, page.select_one("form[data-sure]")["action"], words="Koken")
    assert mine(page) == ["Koken"]
    page = wendy.submit(page, "/gezegd/weg", own=page.select_one("#mine button")["value"])
    assert offers.offers_of(family.circle) == []


PRIVATE = [
    ("4.4", {"words": "Niet alleen met de auto"}, "Niet alleen met de auto"),
    ("4.6", {"number": "3"}, "Jij zei: 3 keer per week."),
    ("4.7", {"stamina": "quarter"}, "Jij zei: 3 maanden."),
]


@pytest.mark.parametrize(("code", "typed", "shown"), PRIVATE, ids=["boundary", "capacity", "stamina"])
def test_what_is_private_is_kept_for_me_alone(says, phone_inside, marije, family, code, typed, shown):
    page = says(family.wendy, code, **typed)
    assert told(page) == "Bewaard. Dit zie alleen jij."
    assert shown in page.select_one("#mine").text
    assert page.select_one(".seen-by--private").get_text(strip=True) == "Dit zie alleen jij."
    others = phone_inside(family.karim)
    others.get("/avond")
    marije.get(f"/kring/{family.circle.id}/vraag/{code}")
    for visitor in (others, marije):
        assert shown not in visitor.response.text


def test_a_boundary_is_mine_to_take_back(phone_inside, says, family):
    page = says(family.wendy, "4.4", words="Autorijden")
    assert [(one.what, one.how) for one in carrying.boundaries_of(family.wendy)] == [("Autorijden", "own")]
    own = page.select_one("#mine button")["value"]
    phone_inside(family.karim).post("/avond/gezegd/weg", {"own": own}, status=404)
    wendy = phone_inside(family.wendy)
    assert mine(wendy.submit(wendy.get("/avond"), "/gezegd/weg", own=own)) == []
    assert carrying.boundaries_of(family.wendy) == []


@pytest.mark.parametrize(("code", "typed"), [("4.6", {"number": "heel vaak"}), ("4.7", {"stamina": "eeuwig"})])
def test_how_much_i_carry_is_one_of_the_answers(says, family, code, typed):
    assert wrong(says(family.wendy, code, 422, **typed))
    assert carrying.carrying_of(family.wendy) is None


def test_who_helps_me(says, strangers, family, phone_inside):
    page = says(family.wendy, "4.8", about=str(family.tjeerd.id))
    assert mine(page) == ["Tjeerd"]
    page = says(family.wendy, "4.8", words="Mijn zus")
    assert mine(page) == ["Tjeerd", "Mijn zus"]
    assert [one.about for one in answers.answers_of(family.circle, "helper_of")] == [family.tjeerd, None]
    assert wrong(says(family.wendy, "4.8", 422, about=str(family.wendy.id)))
    assert wrong(says(family.wendy, "4.8", 422)) == ["Kies wie jou helpt. Of typ een naam."]
    phone_inside(family.wendy).post("/avond/antwoord/4.8", {"about": strangers.tjeerd.id}, status=404)
