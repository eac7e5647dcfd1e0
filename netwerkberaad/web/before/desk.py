"""The team's desk: the start page, families as rows that say what needs attention, a new one, and one of them."""

from flask import current_app, g, redirect, render_template, request, url_for

from netwerkberaad.domain import attention, circle, sharing, teams
from netwerkberaad.domain.before import beginning, preparation
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.evening.questions import QUESTIONS
from netwerkberaad.web import clock, wording
from netwerkberaad.web.before import desk_forms
from netwerkberaad.web.doors import everyone, facilitator, here, open_to
from netwerkberaad.web.hypermedia import Room, see_other

room = Room("desk", __name__, frame="desk")
AT_THE_TABLE = (
    ("Onze kring", "circle.map", "circle"),
    ("De week", "roster.week", "calendar"),
    ("Ons plan", "signing.sheet", "sheet"),
    ("Links uitdelen", "links.round", "link"),
)


@room.app_context_processor
def around_the_desk():
    """Team, name, menu and the way out, for every page in the desk's frame."""
    if g.get("viewer") is None or g.viewer.staff is None:
        return {}
    if g.get("room_frame") == "screen":
        return {"questions": QUESTIONS, "today": clock.today()}
    leads = g.viewer.audience == teams.FACILITATOR
    place = ("Kringen", "desk.families") if leads else ("Collega's", "accounts.people")
    return {
        "current_staff": g.viewer.staff.name,
        "team": g.viewer.staff.team.name,
        "desk_nav": [{"name": place[0], "url": url_for(place[1]), "current": request.endpoint == place[1]}],
        "account_url": url_for("accounts.mine"),
        "sign_out_url": url_for("accounts.sign_out"),
        "questions": QUESTIONS,
        "today": clock.today(),
        "practice": bool(g.get("circle") and g.circle.sample),
    }


@room.get("/")
@open_to(everyone)
def home():
    """Where everybody who types the address arrives: staff go on to their work, others read what this is."""
    if g.viewer is None or g.viewer.staff is None:
        g.room_frame = "plain"
        return render_template("desk/home.html")
    return redirect(url_for("desk.families" if g.viewer.audience == teams.FACILITATOR else "accounts.people"))


@room.get("/kringen")
@open_to(facilitator)
def families():
    rows = attention.rows_of(g.viewer.staff, today=clock.today())
    return render_template(
        "desk/families.html",
        rows=rows,
        groups=attention.GROUPS,
        greeting=wording.greeting(clock.now()),
        practice=any(row.circle.sample for of_group in rows.values() for row in of_group),
    )


@room.get("/kringen/nieuw")
@open_to(facilitator)
def new_family():
    return render_template("desk/new_family.html", form=desk_forms.new_family_form()(formdata=None))


@room.post("/kringen/nieuw")
@open_to(facilitator)
def begin_family():
    form = desk_forms.new_family_form(request.form)()
    if "more" in request.form:
        return render_template("desk/new_family.html", form=form, first_empty=_first_empty(form))
    if form.accepts(beginning.begin_family, g.viewer.staff, now=clock.now()):
        return see_other("desk.circle", circle_id=form.outcome.id) if form.outcome else see_other("desk.families")
    return render_template("desk/new_family.html", form=form), form.status


@room.get("/kringen/<int:circle_id>", endpoint="circle")
@open_to(facilitator)
def circle_page():
    row = attention.row_of(g.circle, today=clock.today())
    people = circle.people_of(g.circle) if row.known.looks else []
    return render_template(
        "desk/circle.html",
        circle=g.circle,
        row=row,
        evening=row.known.evening,
        plan=row.known.plan,
        kinds=meeting.KINDS,
        centre=preparation.centre_of(people),
        professionals=[person for person in people if person.is_professional],
        people=[person for person in people if person.ring and not person.is_professional],
        languages=preparation.LANGUAGES,
        parts=beginning.AT_THE_TABLE,
        arranges=sharing.may_arrange(g.viewer, g.circle),
        places=[(name, here(page), drawn) for name, page, drawn in _places(row)],
    )


def _places(row):
    """The pages of the table that the facilitator may open now."""
    return [place for place in AT_THE_TABLE if row.known.looks and f"table.{place[1]}" in current_app.view_functions]


def _first_empty(form):
    return next((n for n, name, _child, _age in form.rows if not name.data), None)
