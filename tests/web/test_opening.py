"""Magic links: looking changes nothing, a tap opens, and every link that does not open gets the same page."""

import datetime as dt

import pytest

from netwerkberaad.domain import circle, records
from netwerkberaad.domain.after import links
from netwerkberaad.domain.agreeing import plan


def everything_kept():
    return {model.__name__: list(model.select().tuples()) for model in records.RECORDS}


def test_looking_at_a_link_changes_nothing_and_leaves_no_cookie(browse, link, address):
    scanner, before = browse(), everything_kept()
    page = scanner.get(address(link))
    assert page.h1.text == "Tik op Verder"
    assert "Set-Cookie" not in scanner.response.headers
    assert everything_kept() == before
    assert not page.select("[property^='og:'], meta[name=description]")
    assert page.title.text == "Verder"
    assert "Wendy" not in scanner.response.text
    assert "Noor" not in scanner.response.text


def test_a_preview_that_only_asks_for_the_head_gets_the_same(browse, link, address):
    scanner, before = browse(), everything_kept()
    whole = scanner.client.get(address(link))
    head = scanner.client.head(address(link))
    assert (head.status_code, head.data, "Set-Cookie" in head.headers) == (whole.status_code, b"", False)
    assert everything_kept() == before


def test_a_tap_opens_the_persons_own_page(browse, link, address):
    wendy = browse()
    page = wendy.submit(wendy.get(address(link)), address(link))
    assert wendy.response.request.path == "/mijn"
    assert "Wendy" in page.select_one(".bar__who").text
    assert links.link_with(link.id).opened_at


def test_another_site_cannot_open_a_link_in_somebodys_browser(browse, link, address):
    lured = browse().client.post(address(link), headers={"Sec-Fetch-Site": "cross-site"})
    assert lured.status_code == 403
    assert not [value for name, value in lured.headers if name == "Set-Cookie" and value.startswith("mijn=")]


def misread(token):
    return token.replace("0", "o").replace("1", "l").replace("-", "").upper()


@pytest.mark.parametrize("typed", [str.upper, misread, lambda token: token.replace("-", " ")])
def test_a_link_typed_over_from_paper_opens_whatever_the_capitals_and_hyphens(browse, link, address, typed):
    token = address(link).removeprefix("/l/")
    browse().get(f"/l/{typed(token)}")


def test_a_link_is_short_enough_to_type(link, address):
    assert len(address(link)) <= len("/l/12-aaaa-bbbb-cccc-dddd")
    assert not set("ilou") & set(address(link).removeprefix("/l/"))


def forged(link, address, now):
    token = address(link)
    return token[:-1] + ("0" if token[-1] != "0" else "1")


def somebody_elses_number(link, address, now):
    other = links.make(circle.people_of(link.person.circle)[0], now=now)
    return f"/l/{other.id}{address(link)[address(link).index('-') :]}"


def revoked(link, address, now):
    links.revoke(link.person, now=now)
    return address(link)


def renewed(link, address, now):
    old = address(link)
    links.renew(link.person, seen=1, now=now)
    return old


def run_out(link, address, now):
    plan.Plan.create(circle=link.person.circle, start=dt.date(2026, 8, 3), weeks=6)
    return address(link)


def unknown(link, address, now):
    return "/l/999999-aaaa-bbbb-cccc-dddd"


NO_WAY_IN = [forged, somebody_elses_number, revoked, renewed, run_out, unknown]


@pytest.mark.parametrize("end", NO_WAY_IN)
def test_every_link_that_does_not_open_gives_the_same_friendly_page(browse, link, address, now, end):
    visitor = browse()
    visitor.get("/l/nonsens", status=410)
    nonsense = visitor.response
    path = end(link, address, now)
    page = visitor.get(path, status=410)
    assert visitor.response.data == nonsense.data
    assert visitor.client.post(path).data == nonsense.data
    assert visitor.client.post(path).status_code == 410
    assert visitor.client.head(path).status_code == 410
    assert "Vraag een nieuwe link" in page.text
    assert "Set-Cookie" not in visitor.response.headers


@pytest.mark.parametrize("typed", ["é" * 20, "1" * 400, "%00%00", "١٢٣٤-aaaa-bbbb-cccc-dddd", "-" * 17])
def test_nonsense_is_no_link_and_no_error(browse, app, typed):
    browse().get(f"/l/{typed}", status=410)


def test_whose_pass_ran_out_opens_their_link_once_more(browse):
    page = browse().get("/mijn", status=401)
    assert page.h1.text == "Open je link nog een keer"
    assert "gaat deze pagina na een kwartier dicht" in page.text


@pytest.mark.parametrize("end", [revoked, renewed])
def test_a_session_ends_with_its_link(browse, link, address, now, end):
    wendy = browse()
    wendy.submit(wendy.get(address(link)), address(link))
    end(links.link_with(link.id), address, now)
    page = wendy.get("/mijn", status=401)
    assert page.h1.text == "Deze link werkt niet meer"


def test_somebody_elses_phone_is_let_go_after_a_quarter_of_an_hour(browse, link, address, later):
    wendy = browse()
    page = wendy.submit(wendy.get(address(link)), address(link))
    wendy.submit(page, "/mijn/telefoon", own="nee")
    later(minutes=14)
    wendy.get("/mijn")
    later(minutes=2)
    wendy.get("/mijn", status=401)


def test_the_own_phone_stays_until_the_link_ends(browse, link, address, later, family):
    plan.Plan.create(circle=family.circle, start=dt.date(2026, 10, 12), weeks=1)
    wendy = browse()
    page = wendy.submit(wendy.get(address(link)), address(link))
    asked = wendy.submit(page, "/mijn/telefoon", own="ja")
    assert not asked.select("form[action='/mijn/telefoon']")
    later(days=17)
    wendy.get("/mijn")
    later(days=1)
    wendy.get("/mijn", status=401)


def test_going_away_ends_the_session_on_a_page_that_says_nothing(browse, link, address):
    wendy = browse()
    page = wendy.submit(wendy.get(address(link)), address(link))
    leave = page.select_one("[data-quick-exit]")
    away = wendy.post(leave["data-leave"], fresh=False)
    assert wendy.response.request.path == leave["href"] == "/even-iets-anders"
    assert not [word for word in ("Wendy", "Noor", "kring", "beraad") if word in away.text]
    wendy.get("/mijn", status=401)


def test_without_script_the_neutral_page_itself_ends_the_session(browse, link, address):
    wendy = browse()
    wendy.submit(wendy.get(address(link)), address(link))
    wendy.get("/even-iets-anders")
    wendy.get("/mijn", status=401)
