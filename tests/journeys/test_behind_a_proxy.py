"""Behind nginx with the configuration that docs/hosting.md gives: HTTPS, who asks, signing in, and the live stream."""

import datetime as dt
import os
import re
import shutil
import subprocess
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from netwerkberaad import create_app, database, settings
from netwerkberaad.domain import sign_in, teams
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.sign_in import SignInAttempt
from tests import cast
from tests.journeys.bare_phone import BarePhone, connection, pass_of
from tests.journeys.conftest import ON_A_PHONE, ON_THE_LAPTOP, PASSWORD, leave
from tests.real_server import free_port, serving, stop, until

DOCS = Path(__file__).parents[2] / "docs" / "hosting.md"
SECRET = "only for tests"
AROUND = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
{site}
}}
"""


@pytest.fixture(scope="module")
def tool():
    """tool("nginx"): where that program is. The tests need it, so without it they fail."""

    def find(name):
        found = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin")
        assert found, f"{name} is not installed: run scripts/test_machine.sh"
        return found

    return find


@pytest.fixture(scope="module")
def certificate(tool, tmp_path_factory):
    """A certificate for localhost, signed by itself."""
    folder = tmp_path_factory.mktemp("certificate")
    made = SimpleNamespace(cert=folder / "cert.pem", key=folder / "key.pem")
    subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    new = [tool("openssl"), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *subject]
    subprocess.run([*new, "-keyout", made.key, "-out", made.cert], check=True, capture_output=True)
    return made


@pytest.fixture(scope="module")
def proxied(empty_database, tmp_path_factory, tool, certificate):
    """The real server with nginx before it, and the cast around the table."""
    data_dir, folder = tmp_path_factory.mktemp("data"), tmp_path_factory.mktemp("nginx")
    shutil.copy(empty_database, data_dir / "netwerkberaad.db")
    http, https, own = free_port(), free_port(), free_port()
    address = f"https://localhost:{https}"
    present = {"NETWERKBERAAD_DATA": str(data_dir), "SECRET_KEY": SECRET, "BASE_URL": address}
    app, now = create_app(settings.read(present)), dt.datetime.now(dt.UTC)
    family = cast.family(now)
    teams.choose_password(family.facilitator, PASSWORD)
    with serving(data_dir, port=own, SECRET_KEY=SECRET, BASE_URL=address, PROXIES="1"):
        site = written_for(certificate, http=http, https=https, own=own)
        config, errors = folder / "nginx.conf", folder / "error.log"
        config.write_text(AROUND.format(folder=folder, site=site))
        nginx = subprocess.Popen([tool("nginx"), "-p", folder, "-c", config, "-e", errors])
        try:
            whole = SimpleNamespace(address=address, http=http, app=app, family=family, now=now, cert=certificate.cert)
            until(lambda: answers(whole), lambda: errors.read_text())
            yield whole
        finally:
            stop(nginx)
    database.shut()


def written_for(certificate, *, http, https, own):
    """The configuration of the documentation with ports, name and certificate of this test."""
    site = re.search(r"```nginx\n(.*?)```", DOCS.read_text(), re.DOTALL)[1]
    ours = {
        "listen 80;": f"listen 127.0.0.1:{http};",
        "listen 443 ssl http2;": f"listen 127.0.0.1:{https} ssl http2;",
        "netwerkberaad.example.org;": "localhost;",
        "/etc/letsencrypt/live/netwerkberaad.example.org/fullchain.pem": str(certificate.cert),
        "/etc/letsencrypt/live/netwerkberaad.example.org/privkey.pem": str(certificate.key),
        "http://127.0.0.1:5000": f"http://127.0.0.1:{own}",
    }
    for theirs, mine in ours.items():
        assert theirs in site, f"docs/hosting.md no longer says {theirs}"
        site = site.replace(theirs, mine)
    return site


def answers(proxied):
    try:
        return BarePhone(proxied.address, trusts=proxied.cert).ask("/healthz")[0] == 200
    except OSError:
        return False


def phone_of(proxied, person, **kwargs):
    seal, _ = pass_of(proxied.app, proxied.family, person, proxied.now)
    phone = BarePhone(proxied.address, seal, trusts=proxied.cert, **kwargs)
    phone.page()
    phone.seal = seal
    return phone


def test_whoever_comes_over_http_is_sent_to_https(proxied):
    status, headers, _ = BarePhone(f"http://127.0.0.1:{proxied.http}").ask("/inloggen")
    assert (status, headers["Location"]) == (301, "https://127.0.0.1/inloggen")


def test_cookies_are_for_https_only_and_no_page_comes_from_elsewhere(proxied):
    status, headers, text = BarePhone(proxied.address, trusts=proxied.cert).ask("/inloggen")
    assert status == 200
    assert 'href="http' not in text
    assert headers["Strict-Transport-Security"] == "max-age=31536000"
    (cookie,) = headers.get_all("Set-Cookie")
    assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))


def test_signing_in_works_and_leads_on_through_the_proxy(proxied, browser):
    context = browser.new_context(base_url=proxied.address, ignore_https_errors=True, **ON_THE_LAPTOP)
    page = context.new_page()
    page.goto("/inloggen")
    page.fill("[name=email]", proxied.family.facilitator.email)
    page.fill("[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{proxied.address}/kringen")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    leave(context)


def test_who_asks_is_whom_the_proxy_saw_not_who_they_said_they_were(proxied):
    lying = BarePhone(proxied.address, trusts=proxied.cert, headers={"X-Forwarded-For": "6.6.6.6"})
    lying.page("/inloggen")
    typed = f"email=niemand%40example.org&password=x&csrf_token={lying.token}"
    line = connection(proxied.address, proxied.cert, source_address=("127.0.0.2", 0))
    line.request("POST", "/inloggen", typed, lying._headers("POST"))
    assert line.getresponse().status == 422
    line.close()
    (attempt,) = SignInAttempt.select()
    assert attempt.address == sign_in.keyed(SECRET, "127.0.0.2")


def test_the_stream_comes_through_at_once(proxied):
    meeting.stand_at(proxied.family.meeting, "1.3")
    wendys, karims = phone_of(proxied, proxied.family.wendy), phone_of(proxied, proxied.family.karim)
    asked = time.monotonic()
    stream = wendys.listen()
    number = stream.number()
    assert stream.answer.headers["Content-Type"].startswith("text/event-stream")
    assert karims.send("/avond/antwoord/1.3", words="Noor lacht weer")[0] == 303
    assert stream.number() > number
    assert time.monotonic() - asked < 5
    stream.close()


def test_a_phone_follows_the_table_through_the_proxy(proxied, browser):
    meeting.stand_at(proxied.family.meeting, "1.3")
    wendys = phone_of(proxied, proxied.family.wendy)
    context = browser.new_context(base_url=proxied.address, ignore_https_errors=True, **ON_A_PHONE)
    context.add_cookies(
        [{"name": "avond", "value": wendys.seal, "domain": "localhost", "path": "/avond", "secure": True}]
    )
    page = context.new_page()
    with page.expect_response("**/stroom") as streamed:
        page.goto("/avond")
    assert streamed.value.status == 200
    meeting.stand_at(proxied.family.meeting, "1.6")
    expect(page.get_by_role("heading", level=1)).to_have_text("Deze vraag is voor Noor.", timeout=5_000)
    leave(context)
