"""A page or a fragment of it, see-other, refusals: the only file that knows HX- headers."""

from flask import Blueprint, flash, g, redirect, request, url_for

FRAGMENT = "frames/fragment.html"


def furnish(app):
    app.context_processor(lambda: {"frame": FRAGMENT if asks_for_fragment() else f"frames/page_{_room_frame()}.html"})

    @app.after_request
    def say_what_varies(response):
        if request.endpoint != "static":
            response.vary.update(("HX-Request", "Cookie"))
            response.headers.setdefault("Cache-Control", "no-store")
        return response


class Room(Blueprint):
    """A blueprint that says in which frame its pages stand: plain, desk, screen, member or paper."""

    def __init__(self, name, import_name, *, frame, **kwargs):
        super().__init__(name, import_name, **kwargs)
        self.before_request(lambda: setattr(g, "room_frame", frame))


def asks_for_fragment():
    """True when htmx asks for the main block only."""
    return request.headers.get("HX-Request") == "true" and request.headers.get("HX-Request-Type") != "full"


def _room_frame():
    return g.get("room_frame", "plain")


def see_other(endpoint, **values):
    """303 to the page that shows what was done: the only place that renders success."""
    return redirect(url_for(endpoint, **values), 303)


def shown(view, **values):
    """What a POST answers when it was done and names follow each other fast: 303 to the page, or to whoever asked
    for a fragment that page's main at once, so that one request is enough."""
    if asks_for_fragment():
        return view(**values)
    return see_other(f".{view.__name__}", **values)


def tell(sentence):
    """One sentence at the top of the next page."""
    flash(sentence)


def tell_why_not(sentence):
    """Why something was not done, at the top of the next page: nothing that looks as if it was."""
    flash(sentence, "no")
