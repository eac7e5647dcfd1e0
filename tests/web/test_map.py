"""The whole map, its list, and the card of a person: by hand, by menu, and when two people were one."""

import json

import pytest

from netwerkberaad.domain import circle
from netwerkberaad.domain.circle import Person
from netwerkberaad.domain.discovering import naming


@pytest.fixture
def at(family):
    return lambda path: f"/kring/{family.circle.id}/{path}"


def card_of(marije, at, person):
    return marije.get(at(f"mensen/{person.id}"))


def drop(marije, at, page, person, x, y, status=303, **more):
    """Puts somebody down on the map as map-drag.js does."""
    form = page.select_one("[data-map-drag]")
    data = {field["name"]: field["value"] for field in form.select("input")}
    data |= {"x": str(x), "y": str(y), "seen": str(json.loads(form["data-versions"])[str(person.id)]), **more}
    return marije.post(at(f"mensen/{person.id}/plek"), data, status=status)


def test_the_list_says_the_same_as_the_map_in_words(marije, family, at):
    circle.change_person(family.wendy, relation="beste vriendin", tie="strong")
    page = marije.get(at("kaart"))
    sentences = [" ".join(li.p.text.split()) for li in page.select("#lijst li")]
    assert "Wendy, beste vriendin. Heel dichtbij, bij vrienden. Geeft veel steun." in sentences
    headings = [heading.text for heading in page.select("#lijst h2")]
    assert headings == ["In het midden", "Heel dichtbij", "Dichtbij"]
    on_the_map = {dot["aria-label"].split(",")[0] for dot in page.select(".map__person")}
    in_the_list = {link.text for link in page.select("#lijst li a")}
    assert in_the_list == on_the_map | {"Lotte", "Noor"}


def test_above_forty_the_list_takes_over_and_the_map_says_how_many_more(marije, family, at, now):
    for number in range(37):
        naming.name_people(family.circle, f"Nieuw {number}", question="2.2", now=now)
    page = marije.get(at("kaart"))
    assert len(page.select(".map__person")) == 40
    assert len(page.select("#lijst li")) == 45
    assert "nog 3" in " ".join(page.select_one(".map__totals").text.split())


def test_a_dot_and_a_name_in_the_list_lead_to_the_card(marije, family, at):
    page = marije.get(at("kaart"))
    address = at(f"mensen/{family.wendy.id}")
    assert page.select_one(f"#map-person-{family.wendy.id}")["href"] == address
    assert page.select_one(f'#lijst a[href="{address}"]').text == "Wendy"
    assert marije.get(address).select("h1 span")[-1].text == "Wendy"


def test_the_card_shows_nothing_private(marije, family, at):
    circle.change_person(family.wendy, phone="0612345678", email="wendy@example.org", notify="discreet")
    page = card_of(marije, at, family.wendy)
    assert "0612345678" not in str(page)
    assert "wendy@example.org" not in str(page)
    assert "discreet" not in str(page)


def test_dropped_somewhere_else_somebody_stands_there_and_it_is_said(marije, family, at):
    page = drop(marije, at, marije.get(at("kaart")), family.wendy, 960, 210)
    wendy = circle.person_in(family.circle, family.wendy.id)
    assert (wendy.ring, wendy.group) == (3, "V")
    assert page.select_one("#kring-zegt").text.startswith("Wendy staat nu verder weg, bij vrienden.")


def test_dropped_on_a_question_that_question_stays(marije, family, at):
    page = drop(marije, at, marije.get(at("onze-kring/2.2")), family.wendy, 960, 210)
    assert page.h1.text == "Wie was er op de verjaardag van je kind?"
    assert circle.person_in(family.circle, family.wendy.id).ring == 3


def test_dropping_moves_nobody_else(marije, family, at):
    before = {p.id: p.place for p in circle.people_of(family.circle)}
    drop(marije, at, marije.get(at("kaart")), family.wendy, 300, 400)
    after = {p.id: p.place for p in circle.people_of(family.circle)}
    assert after.pop(family.wendy.id) != before.pop(family.wendy.id)
    assert after == before


def test_a_drop_onto_a_map_that_has_changed_is_told_and_shows_the_new_state(marije, family, at):
    page = marije.get(at("kaart"))
    circle.change_person(family.wendy, ring=2)
    page = drop(marije, at, page, family.wendy, 960, 210, status=409)
    assert "Iemand anders heeft dit net veranderd" in page.select_one(".error-summary").text
    assert "dichtbij" in page.select_one(f"#map-person-{family.wendy.id}")["aria-label"]


@pytest.mark.parametrize(("x", "y"), [("-5", "20"), ("ver", "weg"), ("9" * 5000, "1"), ("", "")])
def test_a_drop_beside_the_sheet_is_refused_and_nobody_moves(marije, family, at, x, y):
    drop(marije, at, marije.get(at("kaart")), family.wendy, x, y, status=422)
    assert circle.person_in(family.circle, family.wendy.id).place == family.wendy.place


def test_the_card_asks_an_age_at_once_of_a_child_and_of_nobody_else(marije, family, at):
    def asked_at_once(person):
        return marije.get(at(f"mensen/{person.id}")).select_one("#meer [name=age]").find_parent(id="een-kind") is None

    assert asked_at_once(family.noor)
    assert asked_at_once(family.jesse)
    assert not asked_at_once(family.wendy)
    circle.change_person(family.wendy, relation="nichtje van Lotte")
    assert asked_at_once(family.wendy)


def test_the_menu_on_the_card_does_what_dragging_does(marije, family, at):
    page = marije.submit(card_of(marije, at, family.wendy), f"/mensen/{family.wendy.id}", ring="2", group="B")
    wendy = circle.person_in(family.circle, family.wendy.id)
    assert (wendy.ring, wendy.group) == (2, "B")
    assert page.select_one("#kring-zegt").text.startswith("Wendy staat nu dichtbij, in de buurt.")
    assert page.select_one("[name=ring][checked]")["value"] == "2"


def test_everything_on_the_card_is_kept(marije, family, at):
    typed = {
        "name": "Noor B",
        "relation": "dochter",
        "tie": "strong",
        "influence": "yes",
        "age": "10",
        "support": ["G", "A"],
    }
    page = marije.submit(card_of(marije, at, family.noor), f"/mensen/{family.noor.id}", **typed)
    noor = circle.person_in(family.circle, family.noor.id)
    assert (noor.name, noor.relation, noor.tie, noor.influence) == ("Noor B", "dochter", "strong", True)
    assert (noor.age, noor.support, noor.ring) == (10, "GA", 0)
    assert [box["value"] for box in page.select("[name=support][checked]")] == ["G", "A"]


def test_a_card_that_somebody_else_changed_shows_the_new_state_and_keeps_what_was_typed(marije, family, at):
    page = card_of(marije, at, family.wendy)
    circle.change_person(family.wendy, relation="nicht", ring=2)
    page = marije.submit(page, f"/mensen/{family.wendy.id}", status=409, relation="beste vriendin")
    now_there, typed = (part.get_text(" ", strip=True) for part in page.select(".both__text"))
    assert "nicht" in now_there
    assert "beste vriendin" in typed
    assert page.select_one("[name=relation]")["value"] == "beste vriendin"
    assert circle.person_in(family.circle, family.wendy.id).relation == "nicht"
    marije.submit(page, f"/mensen/{family.wendy.id}")
    assert circle.person_in(family.circle, family.wendy.id).relation == "beste vriendin"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": ""}, "Typ eerst een naam."),
        ({"name": "x" * 10_000}, "Dit is te lang"),
        ({"relation": "x" * 200}, "Dit is te lang"),
        ({"age": "34"}, "Vul alleen bij een kind de leeftijd in"),
    ],
    ids=["no name", "ten thousand", "a long relation", "a grown-up's age"],
)
def test_a_card_that_cannot_be_kept_says_why_and_keeps_what_was_typed(marije, family, at, typed, sentence):
    page = marije.submit(card_of(marije, at, family.wendy), f"/mensen/{family.wendy.id}", status=422, **typed)
    assert sentence in page.select_one(".error-summary").text
    (field, words) = typed.popitem()
    assert page.select_one(f"[name={field}]")["value"] == words
    assert circle.person_in(family.circle, family.wendy.id).version == 1


def test_a_choice_that_is_no_choice_is_refused(marije, family, at):
    for field in ("ring", "group", "tie"):
        marije.submit(card_of(marije, at, family.wendy), f"/mensen/{family.wendy.id}", status=422, **{field: "9"})


def test_a_typing_slip_goes_and_comes_back_by_undo(marije, family, at, now):
    (slip,) = naming.name_people(family.circle, "Hannneke", question="2.1", now=now)
    page = marije.submit(card_of(marije, at, slip), f"/mensen/{slip.id}/typefout")
    assert "Hannneke" not in page.select_one("#lijst").text
    marije.submit(page, page.select_one(".undo-bar form")["action"].rsplit("/", 1)[1])
    assert "Hannneke" in marije.get(at("kaart")).select_one("#lijst").text


def test_somebody_to_whom_more_belongs_is_not_taken_away(marije, family, at):
    page = marije.submit(card_of(marije, at, family.wendy), f"/mensen/{family.wendy.id}/typefout", status=422)
    assert "Bij deze naam hoort al meer." in page.select_one(".error-summary").text


def test_merging_shows_first_what_will_be_and_then_does_it_once(marije, family, at, now):
    (double,) = naming.name_people(family.circle, "Wendie (vriendin)", question="2.7", now=now)
    page = marije.get(at(f"mensen/{family.wendy.id}/dezelfde"))
    link = next(a for a in page.select("a.chip") if "Wendie" in a.text)
    page = marije.get(link["href"])
    assert "Dit kun je niet terugdraaien." in page.text
    assert "Wendy, vriendin" in page.select_one(".facts").text
    assert "Heeft veel invloed." in page.select_one(".facts").text
    action = f"/mensen/{family.wendy.id}/dezelfde/{double.id}"
    after = marije.submit(page, action)
    assert after.select_one("[name=relation]")["value"] == "vriendin"
    assert Person.get_by_id(double.id).merged_into_id == family.wendy.id
    marije.get(at(f"mensen/{double.id}"), status=404)
    marije.submit(page, action)


@pytest.mark.parametrize("odd", ["abc", "-1", "9" * 40, ""])
def test_an_odd_number_in_a_form_is_no_error_of_ours(marije, family, at, odd):
    page = marije.get(at("kaart"))
    drop(marije, at, page, family.wendy, 960, 210, seen=odd)
    marije.post(at("onze-kring/2.7/mensen"), {"says": odd}, status=404)
    marije.post(at("uitnodigingen"), {"yes": odd}, status=404)


def test_the_map_can_be_refreshed_by_itself(marije, at):
    part = marije.get(at("kaart/tekening"), fragment=True)
    assert part.select_one("svg.map")
    assert not part.select("h1")


def test_once_the_evening_is_over_nobody_is_moved(marije, family, at, now):
    page = marije.get(at("kaart"))
    type(family.meeting).update(ended_at=now).execute()
    drop(marije, at, page, family.wendy, 960, 210, status=403)
    assert circle.person_in(family.circle, family.wendy.id).place == family.wendy.place
