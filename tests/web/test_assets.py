"""Static files: kept for a year under a fingerprint, compressed in whatever way the browser understands."""

import gzip
import re

import pytest


@pytest.fixture
def stylesheet(browse):
    """The address of a stylesheet as a page names it."""
    return browse().get("/inloggen").select_one('link[rel="stylesheet"]')["href"]


def test_a_stylesheet_is_named_with_its_fingerprint_and_kept_for_a_year(client, stylesheet):
    assert re.search(r"\.css\?v=[0-9a-f]{12}$", stylesheet)
    assert client.get(stylesheet).headers["Cache-Control"] == "public, immutable, max-age=31536000"


def test_without_its_fingerprint_a_file_is_asked_for_again(client, stylesheet):
    assert "immutable" not in client.get(stylesheet.partition("?")[0]).headers["Cache-Control"]


@pytest.mark.parametrize("way", ["gzip", "br", "zstd"])
def test_what_the_browser_understands_is_how_it_comes(client, stylesheet, way):
    answer = client.get("/static/vendor/htmx-4.0.1/htmx.min.js", headers={"Accept-Encoding": way})
    assert answer.headers["Content-Encoding"] == way
    assert client.get("/inloggen", headers={"Accept-Encoding": way}).headers["Content-Encoding"] == way


def test_what_was_packed_unpacks_to_the_same(client, stylesheet):
    packed = client.get(stylesheet, headers={"Accept-Encoding": "gzip"})
    assert gzip.decompress(packed.data) == client.get(stylesheet).data


def test_what_has_not_changed_is_not_sent_again(client, stylesheet):
    first = client.get(stylesheet)
    with client.get(stylesheet, headers={"If-None-Match": first.headers["ETag"]}) as again:
        assert again.status_code == 304


def test_a_file_stays_good_when_somebody_signs_in(client, stylesheet):
    assert "Cookie" not in client.get(stylesheet).vary
