"""Phones as cheap as can be: they follow the table like live.js does, on raw connections, without a browser."""

import asyncio
import html
import random
import re
import time

from backports import zstd

NUMBER, PLACE = re.compile(rb'data-number="(\d+)"'), re.compile(rb'data-place="([^"]*)"')
TOKEN = re.compile(rb"X-CSRFToken[^:]*: *(?:&#34;|\")([^&\"]+)")
HEARTBEAT, PATIENCE = 5, 20


class Line(asyncio.Protocol):
    """One kept-alive connection: one request at a time. What comes back is (status, headers, body)."""

    def __init__(self, port):
        self.port, self.transport, self._answer = port, None, None

    async def ask(self, request):
        for fresh in (False, True):
            if self.transport is None or self.transport.is_closing():
                await asyncio.get_running_loop().create_connection(lambda: self, "127.0.0.1", self.port)
            self._received, self._length, self._answer = bytearray(), None, asyncio.get_running_loop().create_future()
            self.transport.write(request)
            try:
                return await asyncio.wait_for(self._answer, PATIENCE)
            except ConnectionError:  # the server had just let go of a quiet line: only then once more
                if fresh:
                    raise

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        self._received += data
        if self._length is None and (end := self._received.find(b"\r\n\r\n")) > 0:
            head = bytes(self._received[:end]).lower()
            self._head, self._length = end + 4, int(head.split(b"content-length: ")[1].split(b"\r")[0])
        if self._length is not None and len(self._received) >= self._head + self._length:
            head, body = bytes(self._received[: self._head]), bytes(self._received[self._head :])
            if b"content-encoding: zstd" in head.lower():
                body = zstd.decompress(body)
            if b"connection: close" in head.lower():
                self.transport.close()
            self._answer.set_result((int(head[9:12]), head, body))

    def connection_lost(self, why):
        self.transport = None
        if self._answer and not self._answer.done():
            self._answer.set_exception(ConnectionResetError())

    def hang_up(self):
        if self.transport:
            self.transport.close()


class Ear(asyncio.Protocol):
    """A stream: every number that comes by is told to `heard`."""

    def __init__(self, heard):
        self.heard, self.transport, self.answered = heard, None, asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        if not self.answered.done():
            self.answered.set_result(int(data[9:12]))
        for number in re.findall(rb"data: (\d+)", data):
            self.heard(int(number))

    def connection_lost(self, why):
        if not self.answered.done():
            self.answered.set_result(0)


class Phone:
    """One browser with its own pass, at `path`. `arrivals`: [(when a page was there, the number it was made after,
    how long it took)]."""

    def __init__(self, port, path, cookie):
        self.port, self.path, self.cookies = port, path, cookie
        self.eyes, self.mouth = Line(port), Line(port)
        self.arrivals, self.number, self.page = [], 0, b""
        self.asking = self.again = False
        self.given = 0
        self.errors, self.tasks = [], []

    async def sit_down(self):
        """Opens its page, and the stream that the page names."""
        status, head, body = await self.eyes.ask(self.request("GET", self.path))
        assert status == 200, (status, self.path, body[:500])
        for cookie in re.findall(rb"(?i)Set-Cookie: ([^;\r]+)", head):
            self.cookies += f"; {cookie.decode()}"
        self.token = TOKEN.search(body)[1].decode()
        self.place = PLACE.search(body)[1].decode()
        self.stream = re.search(rb'data-stream="([^"]*)"', body)[1].decode()
        self.here = re.search(rb'data-here="([^"]*)"', body)[1].decode()
        self.number, self.page = int(NUMBER.search(body)[1]), body
        _, self.ear = await asyncio.get_running_loop().create_connection(
            lambda: Ear(self.heard), "127.0.0.1", self.port
        )
        self.ear.transport.write(self.request("GET", self.stream, Accept="text/event-stream"))
        assert await self.ear.answered == 200
        self.tasks.append(asyncio.create_task(self._heartbeat()))

    def heard(self, number):
        if number > self.number:
            self.number = number
            self.again = True
            if not self.asking:
                self.asking = True
                self.tasks = [task for task in self.tasks if not task.done()]
                self.tasks.append(asyncio.create_task(self._refresh()))

    async def _refresh(self):
        while self.again:
            self.again, begun = False, time.perf_counter()
            try:
                status, _, body = await self.eyes.ask(self.request("GET", self.path, **self._asks_again()))
            except OSError as error:
                self.errors.append(repr(error))
                continue
            now = time.perf_counter()
            if status != 200:
                self.errors.append(f"{status} for {self.path}")
                continue
            number, self.page = int(NUMBER.search(body)[1]), body
            self.number = max(self.number, number)
            self.arrivals.append((now, number, now - begun))
            if self.again:
                await asyncio.sleep(now - begun)
        self.asking = False

    def _asks_again(self):
        return {"Accept": "text/html", "Live-Place": html.unescape(self.place)}

    async def _heartbeat(self):
        await asyncio.sleep(random.random() * HEARTBEAT)
        line = Line(self.port)
        while True:
            status, _, body = await line.ask(self.post(self.here, ""))
            if status == 200:
                self.heard(int(body))
            else:
                self.errors.append(f"{status} for {self.here}")
            await asyncio.sleep(HEARTBEAT)

    def request(self, method, path, body="", **headers):
        lines = {
            "Host": f"127.0.0.1:{self.port}",
            "Cookie": self.cookies,
            "Accept-Encoding": "gzip, deflate, br, zstd",
            **headers,
        }
        if method == "POST":
            form = {"Content-Type": "application/x-www-form-urlencoded", "Content-Length": str(len(body))}
            lines |= form | {"X-CSRFToken": self.token}
        head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        return f"{method} {path} HTTP/1.1\r\n{head}\r\n{body}".encode()

    def post(self, path, body):
        return self.request("POST", path, body)

    def shows(self, number):
        """True when a page made after that number is there."""
        return bool(self.arrivals) and self.arrivals[-1][1] >= number

    def hear_nothing(self):
        """It stays, but asks for no page by itself."""
        self.ear.heard = lambda number: None

    def leave(self):
        for task in self.tasks:
            task.cancel()
        self.eyes.hang_up()
        self.mouth.hang_up()
        self.ear.transport.close()
