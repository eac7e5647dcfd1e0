"""Opening a magic link: a page that says nothing, a tap that opens, and a page to be on when somebody looks.

Mail scanners and chat previews follow links, so looking changes nothing and leaves nothing behind: no row, no
cookie, no name. Only the tap lets somebody in, and then for a quarter of an hour, until they say that the
phone is theirs."""

from flask import abort, make_response, render_template, request

from netwerkberaad.database import one_go
from netwerkberaad.domain.after import links
from netwerkberaad.web import clock, passes, seal
from netwerkberaad.web.doors import MEMBER_PASS, everyone, open_to
from netwerkberaad.web.forms import csrf
from netwerkberaad.web.hypermedia import Room, see_other
from netwerkberaad.web.taking_part import guest_pass

room = Room("opening", __name__, frame="plain")
HOME = "/mijn"
NOT_SAID_YET = 15


@room.get("/l/<token>")
@open_to(everyone)
def knock(token):
    if _standing(token) is None:
        return _ended()
    return _without_a_trace("opening/knock.html", token=token)


@room.post("/l/<token>")
# The page may set no cookie to compare a token with: the link itself is the secret, and no other site may post it.
@csrf.exempt
@open_to(everyone)
def come_in(token):
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        abort(403)
    link = _standing(token)
    if link is None:
        return _ended()
    with one_go():
        links.note_opened(link, now=clock.now())
    return passes.hand_out(
        see_other("member.home"),
        MEMBER_PASS,
        [link.id, link.renewal, None],
        path=HOME,
        minutes=NOT_SAID_YET,
        keep=False,
    )


@room.get("/even-iets-anders")
@open_to(everyone)
def elsewhere():
    """Where «Snel weg» ends: says nothing about anybody. Without script this is where the session ends
    too."""
    response = guest_pass.take_back(_without_a_trace("opening/elsewhere.html"))
    return passes.take_back(response, MEMBER_PASS, path=HOME)


def _standing(token):
    link = seal.link_behind(token)
    return link if link and links.stands(link, today=clock.today()) else None


def _ended():
    """The one page for every link that does not open: forged, unknown, revoked, renewed, run out."""
    response = _without_a_trace("doors/link_ended.html", typed=[])
    response.status_code = 410
    return response


def _without_a_trace(template, **context):
    """A page without a CSRF token, for that would set a cookie."""
    return make_response(render_template(template, csrf_token=str, **context))
