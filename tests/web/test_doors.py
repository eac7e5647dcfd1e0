"""Every door has a rule: what nobody opened stays shut."""

import pytest


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
