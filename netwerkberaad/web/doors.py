"""Doors: every route names who may come in; who is at the door, and which circle they see through it.

Six doors: the plain one (everyone), the desk (staff, Flask-Login session), the shared screen (its own pass, below
/scherm), the member (magic link, its own pass, below /mijn), the guest's phone at the table (its own pass, below
/avond) and, with that same pass, whoever holds the pen (below /avond/pen). A visitor is only ever looked at through
one."""

import json
from functools import wraps

from flask import abort, current_app, g, redirect, render_template, request, url_for
from flask_login import LoginManager, current_user
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import RequestEntityTooLarge

from netwerkberaad.domain import changes, sharing, teams
from netwerkberaad.domain.after import links
from netwerkberaad.domain.evening import shared_screen
from netwerkberaad.domain.refusals import Refusal, Stranger
from netwerkberaad.domain.taking_part import arrivals, joining
from netwerkberaad.web import clock, passes, private_doors, whose

SCREEN_PASS, MEMBER_PASS, GUEST_PASS = "scherm", "mijn", "avond"
DOORS = {"screen": "screen", "pen": "pen", "phone": "phone"}
NOT_WITH_THE_PEN = "pen.links."
STALE = "Deze pagina stond te lang open. Er is niets opgeslagen. Probeer het nog een keer."
NEVER_SHOWN = {"csrf_token", "once", "seen", "password", "old", "strokes", "shift", "part", "promise", "answer", "own"}
CHANGED_HANDS = "Deze telefoon is nu van iemand anders. Er is niets verstuurd."
login = LoginManager()


def open_to(*audiences):
    """Marks a view with the predicates (viewer, circle) → bool of which one must hold. Without it: 403."""

    def mark(view):
        @wraps(view)
        def opened(*args, **kwargs):
            return view(*args, **kwargs)

        opened.open_to = audiences
        return opened

    return mark


def everyone(viewer, circle):
    return True


def staff(viewer, circle):
    """Whoever signed in with an account of the team."""
    return viewer is not None and viewer.staff is not None


def admin(viewer, circle):
    """The team admin: accounts, never a family's words."""
    return staff(viewer, circle) and viewer.audience == teams.ADMIN


def facilitator(viewer, circle):
    """A facilitator; with a circle in the address, the one who stands beside that family."""
    return staff(viewer, circle) and viewer.audience == teams.FACILITATOR


def whoever_looks(viewer, circle):
    """At the table: the shared screen and the facilitator, as long as the family lets them look."""
    return viewer is not None and circle is not None and sharing.may_look(viewer, circle, today=clock.today())


def whoever_arranges(viewer, circle):
    """At the table while a meeting is going on: what is said may be written down."""
    return viewer is not None and circle is not None and sharing.may_arrange(viewer, circle)


def member(viewer, circle):
    """Somebody who opened their own magic link."""
    return viewer is not None and viewer.audience == "member"


def guest(viewer, circle):
    """A phone at the table, also one that still waits to be let in."""
    return viewer is not None and viewer.audience == "guest"


def guest_inside(viewer, circle):
    """A phone at the table of which the table knows whose it is."""
    return guest(viewer, circle) and viewer.person is not None


def furnish(app):
    login.init_app(app, add_context_processor=False)  # a page that says «het gaat mis» must not ask who is there
    login.user_loader(_staff_with_session)

    @app.url_value_preprocessor
    def take_circle_out_of_the_address(endpoint, values):
        g.circle_id = (values or {}).pop("circle_id", None)
        # A form without a token is refused before anybody looked who is at the door: its page must render too.
        g.viewer = g.circle = None

    @app.url_defaults
    def put_circle_into_the_address(endpoint, values):
        if "circle_id" not in values and app.url_map.is_endpoint_expecting(endpoint, "circle_id"):
            values["circle_id"] = g.circle_id

    app.before_request(_knock)
    app.context_processor(lambda: {"practice": bool(g.get("circle") and g.circle.sample)})
    app.jinja_env.globals["here"] = here
    app.register_error_handler(Stranger, lambda error: abort_page(404))
    app.register_error_handler(OverflowError, lambda error: abort_page(404))
    for code in (403, 404, 405, 413, 429, 500):
        app.register_error_handler(code, lambda error: abort_page(error.code))
    app.register_error_handler(CSRFError, lambda error: abort_page(400, STALE))
    app.register_error_handler(Refusal, lambda refusal: abort_page(409, refusal.sentence))


def here(endpoint, **values):
    """The address of a table room ("roster.week") through the door this visitor came in by (desk or screen)."""
    return url_for(f"{g.door}.{endpoint}", **values)


def abort_page(code, sentence=None):
    """The friendly page for a "no": one sentence, what was typed, and a way on."""
    g.room_frame = "plain"
    home = next((start for start in ("/mijn", "/avond") if request.path.startswith(start)), "/")
    if request.path.startswith("/scherm/") and g.get("circle_id"):
        home = f"/scherm/{g.circle_id}/bijeenkomst"
    return render_template("doors/closed.html", code=code, sentence=sentence, typed=typed(), home=home), code


def typed():
    """What the visitor had typed in the form that could not be taken: [(name, text)], to show it back; nothing when a
    view marked it as `g.hushed`, because it may be somebody's own."""
    if g.get("hushed"):
        return []
    try:
        form = request.form
    except RequestEntityTooLarge:
        return []
    return [(name, text) for name, text in form.items(multi=True) if name not in NEVER_SHOWN and not _is_a_number(text)]


def _is_a_number(text):
    """A number of ours that stood hidden in the form, or nothing at all: neither is words."""
    return not text.strip() or text.isdigit()


def _knock():
    """Looks who is at the door before any view runs: default deny."""
    if request.endpoint in (None, "static", "health.healthz"):
        return None
    view = current_app.view_functions[request.endpoint]
    root = request.blueprints[-1] if request.blueprints else ""
    g.door = DOORS.get(root, "table")
    # Before anything is read: what a page shows is then at least as new as the number it follows from.
    g.number = _number_at(root)
    g.viewer = _at_the_door(root)
    g.circle = g.viewer.guest.meeting.circle if root == "phone" and g.viewer else None
    audiences = getattr(view, "open_to", ())
    if not audiences:
        abort(403)
    if g.viewer is None and everyone not in audiences:
        return _nobody_known(root)
    if whose.typed_by_another():
        g.hushed = True
        return abort_page(412, CHANGED_HANDS)
    if g.circle_id is not None:
        g.circle = sharing.circle_seen_by(g.viewer, g.circle_id)
    if root == "pen" and (g.viewer.audience != "pen" or request.endpoint.startswith(NOT_WITH_THE_PEN)):
        return _no_pen_for_this()
    if not any(may_come_in(g.viewer, g.circle) for may_come_in in audiences):
        abort(403)
    return private_doors.kept_shut(root, typed)


def _number_at(root):
    if root == "phone":
        return changes.number_around(passes.shown(GUEST_PASS))
    return changes.number_of(g.circle_id) if g.circle_id is not None else 0


def _at_the_door(root):
    if root == "screen":
        screen = shared_screen.screen_of(passes.shown(SCREEN_PASS))
        return screen and sharing.Viewer("screen", screen=screen)
    if root in ("phone", "pen"):
        return _phone_at_the_table(root)
    if root == "member":
        person = links.person_of(passes.shown(MEMBER_PASS), today=clock.today())
        return person and sharing.Viewer("member", person=person)
    if current_user.is_authenticated:
        return sharing.Viewer(current_user.staff.role, staff=current_user.staff)
    return None


def _phone_at_the_table(root):
    phone = joining.guest_with(passes.shown(GUEST_PASS))
    if phone is None:
        return None
    holds_pen = phone.person_id is not None and phone.person_id == phone.meeting.pen_id
    audience = "pen" if root == "pen" and holds_pen else "guest"
    return sharing.Viewer(audience, guest=phone, person=phone.person)


def _no_pen_for_this():
    """A phone without the pen (any more), or a room that goes with no pen: everybody's own link is theirs alone."""
    g.room_frame, g.hushed = "plain", private_doors.is_somebodys_own()
    return render_template("doors/no_pen.html", holds=g.viewer.audience == "pen", typed=typed()), 403


def _nobody_known(root):
    """No session (any more): a POST keeps what was typed, a GET is asked to come in first."""
    g.room_frame = "plain"
    if root == "member":
        return render_template(
            f"doors/link_{'ended' if passes.shown(MEMBER_PASS) else 'again'}.html", typed=typed()
        ), 401
    if root in ("phone", "pen"):
        if request.endpoint == "phone.following.now" and arrivals.stayed_to_the_end(passes.shown(GUEST_PASS)):
            return redirect(url_for("phone.going.goodbye"))
        return render_template("doors/evening_ended.html", typed=typed()), 401
    if root == "screen":
        return render_template("doors/screen_ended.html", typed=typed()), 401
    if request.method in ("GET", "HEAD"):
        return redirect(url_for("accounts.sign_in", verder=request.full_path.rstrip("?")))
    unkept = ("csrf_token", "password", "old")
    kept = json.dumps([(name, text) for name, text in request.form.items(multi=True) if name not in unkept])
    return render_template("doors/session_lost.html", typed=typed(), address=request.path, kept=kept), 401


class SignedIn:
    """The staff member of this session, as Flask-Login wants to see them."""

    is_authenticated = is_active = True
    is_anonymous = False

    def __init__(self, staff):
        self.staff = staff

    def get_id(self):
        return f"{self.staff.id}.{self.staff.access_number}"


def _staff_with_session(session_id):
    staff_id, _, access_number = session_id.partition(".")
    found = teams.at_work(staff_id, access_number)
    return found and SignedIn(found)
