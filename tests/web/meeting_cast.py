"""At the table: pages of this family through the desk's door, an answer on one of them, and the bar beneath it."""

import pytest


@pytest.fixture
def at(marije, family):
    """at("vraag/1.1") is that address through the desk's door."""
    return lambda path="": f"/kring/{family.circle.id}/{path}"


@pytest.fixture
def ask(marije, at):
    """ask("1.3", words="…") answers on the page of that question and returns the page that follows."""

    def answer(code, status=303, **typed):
        page = marije.get(at(f"vraag/{code}"))
        return marije.submit(page, f"/vraag/{code}", status, **typed)

    return answer


@pytest.fixture
def go(marije, at):
    """go("1.3", "next") presses a button of the bar with the question's own form."""

    def press(code, way, **typed):
        page = marije.get(at(f"vraag/{code}"))
        form = page.select_one("form#vraag")
        data = {
            c["name"]: c.get("value", c.text.strip())
            for c in form.select("[name]")
            if c.get("type") not in ("radio", "submit") and (c.get("type") != "checkbox" or c.has_attr("checked"))
        }
        for button in form.select("button[name]"):
            data.pop(button["name"], None)
        return marije.post(at(f"verder?from={code}"), {**data, **typed, "go": way})

    return press


def said_on(page, within=".stage__companion"):
    return [line.get_text(" ", strip=True) for line in page.select(f"{within} .said__words")]
