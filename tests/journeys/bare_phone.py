"""A phone without a browser: it knows its pass, its page, its stream and what it sends. For the real server."""

import http.client
import re
import ssl
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from netwerkberaad.domain.taking_part.joining import Guest
from netwerkberaad.web import passes
from netwerkberaad.web.doors import GUEST_PASS

PATIENCE = 15


def pass_of(app, family, person, now):
    """The cookie of somebody who joined this evening: (its value, the guest)."""
    guest = Guest.create(meeting=family.meeting, person=person, joined_at=now, confirmed_at=now, seen_at=now)
    with app.test_request_context():
        handed = passes.hand_out(app.response_class(), GUEST_PASS, guest.id, path="/avond", minutes=60, keep=True)
    return SimpleCookie(handed.headers["Set-Cookie"])[GUEST_PASS].value, guest


def connection(address, trusts=None, **kwargs):
    """A connection to this address; over HTTPS with the certificate that it `trusts`."""
    scheme, host = urlsplit(address)[:2]
    if scheme == "http":
        return http.client.HTTPConnection(host, timeout=PATIENCE, **kwargs)
    return http.client.HTTPSConnection(
        host, timeout=PATIENCE, context=ssl.create_default_context(cafile=trusts), **kwargs
    )


class BarePhone:
    """One phone at `address`. `headers` go along with everything it asks; over HTTPS it `trusts` this certificate."""

    def __init__(self, address, seal="", *, trusts=None, headers=None):
        self.address, self._trusts, self.headers = address, trusts, headers or {}
        self._cookies = {GUEST_PASS: seal}

    def ask(self, path, method="GET", **typed):
        """(status, headers, text)."""
        line = connection(self.address, self._trusts)
        try:
            line.request(method, path, urlencode(typed) or None, self._headers(method))
            answer = line.getresponse()
            for cookie in answer.headers.get_all("Set-Cookie", []):
                self._cookies |= {name: morsel.value for name, morsel in SimpleCookie(cookie).items()}
            return answer.status, answer.headers, answer.read().decode()
        finally:
            line.close()

    def page(self, path="/avond"):
        status, _, text = self.ask(path)
        assert status == 200, text[:500]
        self.token = re.search(r"X-CSRFToken[^:]*: *(?:&#34;|\")([^&\"]+)", text)[1]
        return text

    def send(self, path, **typed):
        return self.ask(path, "POST", csrf_token=self.token, **typed)

    def listen(self):
        return Stream(connection(self.address, self._trusts), self._headers("GET"))

    def _headers(self, method):
        kept = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        kind = {"Content-Type": "application/x-www-form-urlencoded"} if method == "POST" else {}
        return {"Cookie": kept, "Referer": f"{self.address}/", **kind, **self.headers}


class Stream:
    """An open stream. Its numbers come one by one; ConnectionError when it is cut off."""

    def __init__(self, fresh, headers):
        self._connection = fresh
        self._connection.request("GET", "/avond/stroom", headers=headers)
        self.from_port = self._connection.sock.getsockname()[1]
        self.answer = self._connection.getresponse()
        assert self.answer.status == 200, self.answer.status

    def number(self):
        """The next number that comes by."""
        while line := self._line():
            if line.startswith("data: "):
                return int(line.removeprefix("data: "))
        raise ConnectionResetError

    def _line(self):
        try:
            return self.answer.readline().decode()
        except http.client.IncompleteRead as cut_off:
            raise ConnectionResetError from cut_off

    def close(self):
        self.answer.close()
        self._connection.close()


def worker_behind(server, from_port):
    """The number of the worker process that has the connection from this port of ours in its hands, or None."""
    for row in Path("/proc/net/tcp").read_text().splitlines()[1:]:
        _, ours, theirs, _, _, _, _, _, _, inode, *_ = row.split()
        if (_port(ours), _port(theirs)) == (server.port, from_port):
            return next((pid for pid in server.workers() if f"socket:[{inode}]" in _open_files(pid)), None)
    return None


def _port(address):
    return int(address.split(":")[1], 16)


def _open_files(pid):
    files = set()
    for file in Path(f"/proc/{pid}/fd").iterdir():
        try:
            files.add(str(file.readlink()))
        except FileNotFoundError:
            continue
    return files
