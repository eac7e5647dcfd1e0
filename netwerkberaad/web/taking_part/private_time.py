"""Private time: the family begins it, everybody else waits, and the family says when they are done (R2)."""

from flask import g, redirect, render_template
from wtforms import RadioField, SelectChoice

from netwerkberaad.domain import refusals
from netwerkberaad.domain.circle import person_in
from netwerkberaad.domain.evening import meeting, questions, shared_screen
from netwerkberaad.domain.refusals import insist
from netwerkberaad.domain.taking_part import pen, private_time
from netwerkberaad.domain.teams import FACILITATOR
from netwerkberaad.web import clock, passes
from netwerkberaad.web.doors import SCREEN_PASS, here, open_to, whoever_arranges, whoever_looks
from netwerkberaad.web.evening import steps
from netwerkberaad.web.forms import Form
from netwerkberaad.web.hypermedia import Room
from netwerkberaad.web.private_doors import calm_page

room = Room("private_time", __name__, frame="screen")
LAPTOP = "laptop"


class WhoWritesForm(Form):
    """person: the number of whoever gets the pen, or laptop."""

    person = RadioField("Wie schrijft er?", validate_choice=False, default="")


def the_family(viewer, circle):
    """Where the family sits: the shared screen, and the phone of whoever holds the pen. Never the desk."""
    return whoever_arranges(viewer, circle) and viewer.audience != FACILITATOR


@room.get("/besloten")
@open_to(whoever_looks)
def private():
    """Before: what private time is. While it lasts: the bare question, the calm page, or back to work."""
    evening = meeting.present_meeting(g.circle)
    if private_time.shuts_out(evening, g.viewer.audience, g.viewer.person):
        return _bare_question(evening) if g.viewer.audience == "screen" else calm_page(evening)
    if evening is None or evening.state != "going_on":
        return redirect(here("meeting.present"))
    if private_time.is_on(evening):
        return redirect(steps.address_of(evening.question))
    return _page(evening, WhoWritesForm(formdata=None))


@room.post("/besloten")
@open_to(whoever_arranges)
def begin():
    evening, form = meeting.present_meeting(g.circle), WhoWritesForm()
    if not form.accepts(_begin, evening):
        return _page(evening, form), form.status
    response = redirect(steps.way_back() or here("private_time.private"), 303)
    if g.viewer.screen:
        # From here on this pass survives closing the browser: nobody else could open the family a new screen.
        minutes = int(shared_screen.AN_EVENING.total_seconds() // 60)
        passes.hand_out(response, SCREEN_PASS, g.viewer.screen.id, path="/scherm", minutes=minutes, keep=True)
    return response


@room.post("/besloten/blijf")
@open_to(whoever_arranges)
def stay():
    """«Blijf er maar bij.»"""
    evening, form = meeting.present_meeting(g.circle), Form()
    if not form.accepts(private_time.family_says_stay, evening, now=clock.now()):
        return _page(evening, form), form.status
    return redirect(steps.way_back() or steps.address_of(evening.question), 303)


@room.get("/besloten/klaar")
@open_to(the_family)
def ready():
    """Asks once more: a thumb that slips must not let everybody in."""
    evening = meeting.present_meeting(g.circle)
    if not private_time.is_on(evening):
        return redirect(here("meeting.present"))
    return _ready_page(Form(formdata=None))


@room.post("/besloten/klaar")
@open_to(the_family)
def end():
    """«Wij zijn klaar. Kom maar terug.»"""
    form, evening = Form(), meeting.present_meeting(g.circle)
    insist(evening, refusals.NotYoursToArrange)
    if not form.accepts(private_time.end, evening, now=clock.now()):
        return _ready_page(form), form.status
    return redirect(here("meeting.present"), 303)


def _begin(evening, *, person):
    insist(person, refusals.NoPenChosen)
    holder = None if person == LAPTOP else person_in(g.circle, person)
    return private_time.begin(evening, pen=holder, screen=g.viewer.screen, now=clock.now())


def _page(evening, form):
    people, opened_from = [person for person, _ in pen.phones_in(evening)], steps.way_back()
    screens = shared_screen.open_now(g.circle, now=clock.now())
    form.person.choices = [SelectChoice(str(person.id), person.name) for person in people]
    form.person.choices += [SelectChoice(LAPTOP, "De laptop met het scherm")] if screens else []
    if not form.is_submitted() and evening.pen_id:
        form.person.data = str(evening.pen_id)
    return render_template(
        "taking_part/private.html",
        form=form,
        people=people,
        back=opened_from or (steps.address_of(evening.question) if evening else here("meeting.present")),
        kept={"terug": opened_from or None},
    )


def _ready_page(form):
    back = here("private_time.private")
    return render_template("taking_part/ready.html", form=form, back=back, pen_strip=False, rail=[])


def _bare_question(evening):
    asked = questions.QUESTIONS[evening.question]
    paused, writes = evening.state == "paused", pen.writes_now(evening)
    return render_template("taking_part/bare.html", q=asked, paused=paused, somebody_writes=writes, rail=[])
