"""Joining with one's own phone: a code, a first name, and one tap when somebody is on the map already."""

from flask import current_app, g, redirect, render_template, request, url_for
from wtforms import BooleanField, HiddenField, RadioField, SelectChoice, SelectMultipleField

from netwerkberaad.domain import refusals
from netwerkberaad.domain.after.consent import CONSENTS
from netwerkberaad.domain.taking_part import guessing, joining
from netwerkberaad.web import clock
from netwerkberaad.web.doors import everyone, open_to
from netwerkberaad.web.forms import Form, line
from netwerkberaad.web.hypermedia import Room, see_other
from netwerkberaad.web.taking_part import guest_pass

room = Room("joining", __name__, frame="plain")
NOTES = {
    "c1": "Zonder dit doe je ook gewoon mee.",
    "c5": "Zonder dit halen we het eerder weg.",
}


class CodeForm(Form):
    code = line("Code", most=40, needed="Typ de code die op het scherm staat.")


class JoinForm(Form):
    """chosen: the number of somebody on the map, "" for who types a name; apart: bears such a name and is another."""

    chosen = RadioField("Kies je naam", validate_choice=False, default="")
    name = line("Je voornaam", most=60)
    relation = line("Hoe ken je dit gezin?", most=80)
    works = BooleanField("Ik ben er voor mijn werk")
    consents = SelectMultipleField(
        "Wat mag?",
        choices=[SelectChoice(code, CONSENTS[code]) for code in joining.ASKED_HERE],
        invalid_choice_message="Kies uit de zinnen hieronder.",
    )
    apart = HiddenField()

    def __init__(self, people=(), **kwargs):
        super().__init__(**kwargs)
        self.chosen.choices = [SelectChoice(str(person.id), person.name) for person in people]


@room.context_processor
def way_out():
    return {"exit_site": url_for("opening.elsewhere"), "exit_url": url_for("phone.going.leave")}


@room.get("/meedoen")
@open_to(everyone)
def ask():
    return render_template("taking_part/code.html", form=CodeForm(formdata=None))


@room.post("/meedoen")
@open_to(everyone)
def find():
    form = CodeForm()
    if form.validate_on_submit():
        if _meeting_with(form.code.data):
            return see_other(".who", code=joining.read_code(form.code.data))
        form.file(refusals.CodeUnknown())
    return render_template("taking_part/code.html", form=form), 422


@room.get("/meedoen/<code>")
@open_to(everyone)
def who(code):
    evening = _meeting_with(code)
    if evening is None:
        return _no_such_code(code)
    if _is_in(guest_pass.guest(), evening):
        return redirect(url_for("phone.following.now"))
    people = joining.names_to_choose(evening)
    return _page(evening, people, JoinForm(people, formdata=None))


@room.post("/meedoen/<code>")
@open_to(everyone)
def come_in(code):
    evening = _meeting_with(code)
    if evening is None:
        return _no_such_code(code)
    before = guest_pass.guest()
    if _is_in(before, evening):
        return see_other("phone.following.now")
    people = joining.names_to_choose(evening)
    form = JoinForm(people)
    if form.accepts(_join, evening, before, ticket=form.once.data):
        # The same form sent twice is one phone; whichever answer arrives brings the pass along.
        guest = form.outcome or joining.joined_with(evening, form.once.data)
        response = see_other("phone.following.now")
        return guest_pass.hand_out(response, guest) if guest else response
    if isinstance(form.refusal, refusals.IsThisYou):
        same = joining.namesakes(evening, form.name.data)
        return render_template("taking_part/same.html", form=form, same=same, code=joining.read_code(code)), 422
    return _page(evening, people, form), 429 if isinstance(form.refusal, refusals.ManyAtOnce) else form.status


def _join(evening, before, **typed):
    """A phone that was refused and asks again is one phone, not two; so is one that was at another table."""
    if before:
        joining.leave(before, now=clock.now())
    return joining.join(evening, now=clock.now(), **typed)


def _is_in(guest, evening):
    """Whether this browser is one of this evening's phones; who was refused may ask again."""
    return guest is not None and guest.meeting_id == evening.id and guest.refused_at is None


def _page(evening, people, form):
    g.circle = evening.circle
    return render_template("taking_part/join.html", form=form, people=people, notes=NOTES, code=evening.code)


def _meeting_with(code):
    """The meeting with this code; codes that nobody has are counted for the address that asks."""
    return guessing.meeting_with(code, address=request.remote_addr, secret=current_app.secret_key, now=clock.now())


@room.errorhandler(refusals.TooManyCodes)
def wait_a_little(refusal):
    return _code_asked_again(refusal, request.form.get("code") or request.view_args.get("code")), 429


def _no_such_code(code):
    return _code_asked_again(refusals.CodeUnknown(), code), 404


def _code_asked_again(refusal, typed):
    form = CodeForm(formdata=None, code=joining.read_code(typed)[:40])
    form.file(refusal)
    return render_template("taking_part/code.html", form=form)
