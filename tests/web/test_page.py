"""What tests read a page with reads it as a browser does, and never finds nothing without saying so."""

import pytest

from tests.page import read

PAGE = """<!doctype html><html lang="nl" class="a b"><title>Wie komt?</title><main id="m">
<h1>Hoi <b>Noor</b><!-- x --> !</h1>
<ul><li class="row">Een</li><li class="row row--two" hidden>Twee</li></ul><form action="/ja"><p>Ja? <label>Ja
<input name="ja" type="radio" checked></label></form><textarea>
\nTwee regels</textarea><svg><title>Kring</title></svg><p>Eind</p></main>"""


@pytest.fixture
def paper():
    return read(PAGE)


def test_a_page_is_read_whole(paper):
    assert (paper.title.text, paper.html["class"], paper.name) == ("Wie komt?", ["a", "b"], "html")
    assert paper == read(PAGE.encode())
    assert read("<title>Deel</title><main>Hoi</main>").main.text == "Hoi"


def test_what_is_selected_comes_once_and_in_its_order_and_never_from_outside(paper):
    assert [tag.name for tag in paper.select("li, h1, .row")] == ["h1", "li", "li"]
    assert paper.ul.select("ul, h1") == []
    assert paper.select_one("li:not([hidden])").text == "Een"
    assert paper.select_one("label:has([name=ja][checked])").text.strip() == "Ja"
    assert (paper.select_one("#nobody"), paper.table) == (None, None)


@pytest.mark.parametrize("selector", ["input:checked", "a:is(b)", "p::first-line", "main :target"])
def test_a_selector_that_would_find_nothing_unseen_is_refused(paper, selector):
    with pytest.raises(AssertionError):
        paper.select(selector)


def test_words_are_read_with_and_without_the_space_around_them(paper):
    assert paper.h1.text == "Hoi Noor !"
    assert paper.h1.get_text(" ", strip=True) == "Hoi Noor !"
    assert paper.h1.get_text(strip=True) == "HoiNoor!"
    assert [getattr(part, "name", part) for part in paper.h1.contents] == ["Hoi ", "b", " !"]
    assert paper.textarea.text == "\nTwee regels"


def test_attributes_are_as_they_were_written(paper):
    second = paper.select("li")[1]
    assert (second["hidden"], second["class"], second.get("id"), second.get("id", "x")) == (
        "",
        ["row", "row--two"],
        None,
        "x",
    )
    assert (second.has_attr("hidden"), second.attrs) == (True, {"class": "row row--two", "hidden": ""})
    with pytest.raises(KeyError):
        second["id"]
    with pytest.raises(AttributeError):
        second.descendants  # noqa: B018


def test_what_stands_around_and_after_an_element_is_found(paper):
    box = paper.find("input", type="radio")
    assert box.find_parent("label").find_parent(id="m").name == "main"
    assert box.find_parent(lambda tag: tag.has_attr("action")) == paper.form
    assert (box.find_parent("ul"), box.find_next("p").text, box.find_next("ul")) == (None, "Eind", None)


def test_what_is_taken_out_is_gone(paper):
    paper.select_one("[hidden]").decompose()
    assert paper.ul.text == "Een"
    assert "Twee<" not in str(paper)
