"""Every door has a rule: what nobody opened stays shut."""

import pytest

from netwerkberaad.domain.circle import Circle


def views(app):
    return {rule.endpoint: app.view_functions[rule.endpoint] for rule in app.url_map.iter_rules()}


def test_every_route_names_who_may_come_in(app):
    shut = [name for name, view in views(app).items() if name != "static" and not getattr(view, "open_to", ())]
    assert shut == []


def test_a_route_without_a_rule_answers_403(app, browse):
    app._got_first_request = False
    app.add_url_rule("/vergeten", "forgotten", lambda: "open")
    assert browse().get("/vergeten", status=403).h1.text.strip() == "Deze pagina is niet voor jou open"


def test_table_pages_ask_who_looks_and_changes_ask_who_arranges(app):
    """A page at the table is never open to just anybody who is signed in."""
    from netwerkberaad.web import doors

    too_wide = {doors.everyone, doors.staff}
    for rule in app.url_map.iter_rules():
        if rule.rule.startswith(("/kring", "/scherm")) and rule.endpoint != "static":
            assert not too_wide & set(app.view_functions[rule.endpoint].open_to), rule


@pytest.mark.parametrize("path", ["/kringen", "/kringen/nieuw", "/kringen/1", "/kring/1/week"])
def test_a_visitor_without_a_session_is_asked_to_sign_in(family, browse, path):
    browser = browse()
    browser.get(path, status=302)
    assert browser.response.location.startswith("/inloggen?verder=")


def test_looking_ahead_answers_like_looking(family, browse):
    assert browse().client.head("/kringen").status_code == 302


@pytest.mark.parametrize("path", ["/mijn/gegevens", "/kringen/1/voorbereiden/1/0.1", "/scherm/1/vraag/1.3"])
def test_a_form_that_stood_open_too_long_is_told_so_and_comes_back(family, browse, path):
    page = browse().post(path, {"words": "Wat ik typte"}, status=400, fresh=False)
    assert "stond te lang open" in page.text
    assert "Wat ik typte" in page.text


def test_far_too_much_text_gets_a_sentence_of_ours(family, browse):
    page = browse().post("/inloggen", {"email": "x" * 1_100_000}, status=413, fresh=False)
    assert page.h1.text.strip() == "Dit is te veel tekst in één keer"


def test_a_lost_session_never_shows_a_password(family, browse):
    visitor = browse()
    visitor.post("/account", {"old": "wat-ik-vroeger-had", "password": "wat-ik-nu-wil"}, status=401)
    assert "wat-ik" not in visitor.response.text


@pytest.mark.parametrize(
    "path", ["/kringen", "/kringen/{}", "/kring/{}/kaart", "/kring/{}/week", "/kring/{}/ondertekenen"]
)
def test_the_sample_says_that_it_is_practice_and_a_real_family_does_not(family, marije, path):
    address = path.format(family.circle.id)
    assert "Oefenomgeving" not in marije.get(address).text
    Circle.update(sample=True).execute()
    assert "Oefenomgeving" in marije.get(address).text
