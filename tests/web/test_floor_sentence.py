"""What must always hold is read aloud before it is kept: there stands the sentence that will be, script or not."""

import pytest

from netwerkberaad.domain.safety import floors
from tests.floors_cast import seat_ilse
from tests.page import read
from tests.web.test_plan import errors

AS_A_FRAGMENT = {"HX-Request": "true", "HX-Request-Type": "partial"}


@pytest.fixture
def ilse(family, now):
    return seat_ilse(family, now)


@pytest.fixture
def new(family, ilse):
    return f"/kring/{family.circle.id}/altijd/nieuw"


@pytest.fixture(params=[{}, AS_A_FRAGMENT], ids=["without script", "with script"])
def said(request, marije):
    """said(page, …): the page that comes back when the form is sent as it is filled in so far, to see its sentence."""

    def see(page, **typed):
        (button,) = page.select("noscript button")
        assert (button.text.strip(), button["form"]) == ("Laat de zin zien", "altijd")
        assert button["formaction"].split("#")[0] == page.select_one("#altijd")["data-sentence"].split("#")[0]
        hidden = {field["name"]: field.get("value", "") for field in page.select("#altijd input[type=hidden]")}
        answer = marije.client.post(button["formaction"], data={**hidden, **typed}, headers=request.param)
        assert answer.status_code == 200
        return read(answer.data)

    return see


def test_the_sentence_follows_from_what_is_chosen_and_is_the_one_that_is_kept(marije, family, ilse, new, said):
    chosen = {"person": family.oma_riet.id, "tag": "met_kinderen"}
    sentence = said(marije.get(f"{new}/niet-alleen"), **chosen).select_one("#zin").text
    assert sentence == "Oma Riet is niet alleen met Noor. Er is altijd een volwassene bij."
    assert floors.floors_of(family.circle) == []
    asked = {"set_by": ilse.id, "organisation": "GI", "reason": "Druk."}
    marije.post(f"{new}/niet-alleen", {**chosen, **asked})
    assert [floor.words for floor in floors.floors_of(family.circle)] == [sentence]


def test_their_own_words_stand_there_as_they_will_be_kept_and_all_that_was_typed_stays(marije, family, ilse, new, said):
    typed = {"set_by": ilse.id, "organisation": "GI", "reason": "Druk.", "days": ["0", "3"], "tag": "bezoek"}
    typed |= {"words": "Elke dag komt er iemand even langs.  ", "first_day": "31-02-2027"}
    page = said(marije.get(f"{new}/vaak-genoeg"), **typed)
    assert page.select_one("#zin").text == "Elke dag komt er iemand even langs."
    assert errors(page) == []
    assert page.select_one("[name=organisation]")["value"] == "GI"
    assert page.select_one("[name=reason]").text.strip() == "Druk."
    assert page.select_one("[name=first_day]")["value"] == "31-02-2027"
    assert [day["value"] for day in page.select("[name=days][checked]")] == ["0", "3"]
    assert [one["value"] for one in page.select("[name=set_by][checked]")] == [str(ilse.id)]
    assert page.select_one("#anders").has_attr("open")
    assert floors.floors_of(family.circle) == []
    marije.submit(page, "/vaak-genoeg", first_day="", max_share="100", min_people="2", min_per_day="1")
    assert [floor.words for floor in floors.floors_of(family.circle)] == ["Elke dag komt er iemand even langs."]


def test_without_own_words_the_sentence_of_the_rule_stands_there(marije, new, said):
    page = said(marije.get(f"{new}/weten"), min_people="3", words="  ")
    assert page.select_one("#zin").text == "Minstens drie mensen weten precies wat er speelt."


def test_what_makes_no_rule_yet_has_a_sentence_all_the_same(marije, new, said):
    assert said(marije.get(f"{new}/vaak-genoeg"), min_people="x", days="9").select_one("#zin").text


def test_what_is_refused_comes_back_with_the_words_that_were_typed(marije, new):
    page = marije.submit(marije.get(f"{new}/weten"), "/weten", 422, words="Drie van ons weten alles.")
    assert page.select_one("#zin").text == "Drie van ons weten alles."
