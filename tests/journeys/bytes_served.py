"""Keeps every byte that the server sends while an evening goes on, streams included, by the window that asked."""

import html
import re
import zlib
from dataclasses import dataclass, field
from urllib.parse import unquote_plus

from werkzeug.wsgi import ClosingIterator

STREAM_LINES = re.compile(rb"(retry: \d+|event: number|data: \d+|:|)")


@dataclass
class Served:
    """One answer: to which window, what it asked for, and the bytes that were sent, of the head too."""

    window: str
    asked: str
    head: str = ""
    body: bytearray = field(default_factory=bytearray)

    @property
    def is_stream(self):
        return "text/event-stream" in self.head

    @property
    def text(self):
        """The head and the body, as they are before they are made small for the way."""
        body = bytes(self.body)
        if body and "content-encoding: gzip" in self.head.lower():
            body = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(body)
        return f"{self.head}\n{body.decode('utf-8', 'replace')}"


class BytesServed:
    """Stands before an app. A window is whoever asks with a user agent that ends in « window NAME» (named)."""

    def __init__(self, app):
        self._inner, self.all = app.wsgi_app, []
        app.wsgi_app = self

    def __call__(self, environ, start_response):
        window = environ.get("HTTP_USER_AGENT", "").rpartition(" window ")[2]
        served = Served(window, f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']}")
        self.all.append(served)
        if "HTTP_ACCEPT_ENCODING" in environ:
            environ["HTTP_ACCEPT_ENCODING"] = "gzip"  # small for the slow phone, and readable here

        def start(status, headers, exc_info=None):
            served.head = "\n".join([status, *(f"{name}: {value}" for name, value in headers)])
            return start_response(status, headers, exc_info)

        answer = self._inner(environ, start)
        return ClosingIterator(_kept(answer, served), getattr(answer, "close", None))

    def to(self, window):
        return [served for served in self.all if served.window == window]

    def found(self, sentences, window):
        """{sentence: what was asked} for each of the sentences that this window was sent, however it was escaped."""
        texts = {}
        for served in self.to(window):
            texts.setdefault(_readable(served), served.asked)
        return {one: asked for text, asked in texts.items() for one in sentences if one in text}

    def streams(self, window):
        return [bytes(served.body) for served in self.to(window) if served.is_stream]


def named(window, **kind):
    """The user agent for a browser that is this window."""
    return {**kind, "user_agent": f"{kind.get('user_agent', 'Mozilla/5.0')} window {window}"}


def says_only_numbers(stream):
    """Whether a stream says that something changed, and never what."""
    return all(STREAM_LINES.fullmatch(line) for line in stream.split(b"\n"))


def _kept(answer, served):
    for part in answer:
        served.body += part
        yield part


def _readable(served):
    """The words that were sent, as they are, and as they are once a browser has read them."""
    text = served.text
    return f"{text}\n{html.unescape(text)}\n{unquote_plus(text)}"
