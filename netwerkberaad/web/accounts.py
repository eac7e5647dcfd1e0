"""Accounts of the team's staff: signing in and out, passwords, inviting a colleague."""

import json

from flask import current_app, g, redirect, render_template, request, url_for
from flask_login import login_user, logout_user
from wtforms import HiddenField, PasswordField, RadioField, SelectChoice

from netwerkberaad.domain import sign_in as signing_in
from netwerkberaad.domain import teams
from netwerkberaad.domain.refusals import Refusal, Stranger, TooManyAttempts
from netwerkberaad.domain.taking_part import forgetting
from netwerkberaad.web import clock
from netwerkberaad.web.doors import NEVER_SHOWN, SignedIn, admin, everyone, open_to, staff
from netwerkberaad.web.forms import Form, Needed, line
from netwerkberaad.web.hypermedia import Room, see_other, tell, tell_why_not

room = Room("accounts", __name__, frame="desk")
TOO_SHORT = "Kies een wachtwoord."


class SignInForm(Form):
    """verder: where to go afterwards; bewaard: JSON of a form that was typed when the session ended."""

    email = line("E-mailadres", most=200, needed="Typ je e-mailadres.")
    password = PasswordField("Wachtwoord", validators=[Needed("Typ je wachtwoord.")])
    verder = HiddenField()
    bewaard = HiddenField()


class PasswordForm(Form):
    password = PasswordField("Nieuw wachtwoord", validators=[Needed(TOO_SHORT)])


class ChangePasswordForm(PasswordForm):
    old = PasswordField("Huidig wachtwoord", validators=[Needed("Typ je huidige wachtwoord.")])


class FirstAdminForm(PasswordForm):
    team_name = line("Naam van het wijkteam", needed="Typ de naam van het wijkteam.")
    name = line("Je voornaam", needed="Typ je voornaam.")
    email = line("E-mailadres", most=200, needed="Typ je e-mailadres.")


class InviteForm(Form):
    name = line("Voornaam", needed="Typ de voornaam van je collega.")
    email = line("E-mailadres", most=200, needed="Typ het e-mailadres van je collega.")
    role = RadioField(
        "Wat doet je collega?",
        choices=[SelectChoice(teams.FACILITATOR, "Gespreksleider"), SelectChoice(teams.ADMIN, "Beheerder")],
        default=teams.FACILITATOR,
    )


@room.get("/inloggen")
@open_to(everyone)
def sign_in():
    g.room_frame = "plain"
    if g.viewer is not None:
        return redirect("/")
    form = SignInForm(formdata=None, verder=request.args.get("verder", ""))
    return render_template("accounts/sign_in.html", form=form, first=teams.there_is_nobody_yet())


@room.post("/inloggen")
@open_to(everyone)
def signed_in():
    g.room_frame = "plain"
    form = SignInForm()
    if form.validate_on_submit():
        try:
            found = signing_in.sign_in(
                form.email.data,
                form.password.data,
                address=request.remote_addr,
                secret=current_app.secret_key,
                now=clock.now(),
            )
        except Refusal as refusal:
            form.file(refusal)
        else:
            login_user(SignedIn(found))
            forgetting.forget_guests(now=clock.now())  # the staff comes by about once a day
            return _go_on(form)
    status = 429 if isinstance(form.refusal, TooManyAttempts) else 422
    return render_template("accounts/sign_in.html", form=form, first=False), status


def _go_on(form):
    """Back to where the visitor wanted to be, on this site only; a form typed before the session ended comes back."""
    onward = form.verder.data or ""
    # A browser leaves out tabs and line ends: "/\t/elsewhere" would be another host.
    here = onward.startswith("/") and not onward.startswith(("//", "/\\")) and onward.isprintable()
    kept = _kept(form.bewaard.data)
    if here and kept:
        shown = [text for name, text in kept if text and name not in NEVER_SHOWN]
        return render_template("accounts/again.html", address=onward, kept=kept, shown=shown)
    return redirect(onward if here else "/", 303)


def _kept(typed):
    """[(name, text)] of a form that was kept while its sender signed in again; nothing when it can't be read."""
    try:
        return [(str(name), str(text)) for name, text in json.loads(typed or "[]") if name != "csrf_token"]
    except (ValueError, TypeError, RecursionError):
        return []


@room.post("/uitloggen")
@open_to(everyone)
def sign_out():
    logout_user()
    return see_other("accounts.sign_in")


@room.get("/account")
@open_to(staff)
def mine():
    return render_template("accounts/mine.html", form=ChangePasswordForm(formdata=None), me=g.viewer.staff)


@room.post("/account")
@open_to(staff)
def change_password():
    form = ChangePasswordForm()
    if form.accepts(teams.change_password, g.viewer.staff):
        login_user(SignedIn(teams.Staff.get_by_id(g.viewer.staff.id)))
        tell("Je wachtwoord is veranderd.")
        return see_other(".mine")
    return render_template("accounts/mine.html", form=form, me=g.viewer.staff), form.status


@room.get("/account/beginnen/<token>")
@open_to(everyone)
def set_up(token):
    g.room_frame = "plain"
    invited = _invited(token)
    return render_template("accounts/set_up.html", form=PasswordForm(formdata=None), invited=invited, token=token)


@room.post("/account/beginnen/<token>")
@open_to(everyone)
def choose_password(token):
    g.room_frame = "plain"
    invited = _invited(token)
    form = PasswordForm()
    if form.accepts(teams.choose_password, invited):
        login_user(SignedIn(teams.Staff.get_by_id(invited.id)))
        return redirect("/", 303)
    return render_template("accounts/set_up.html", form=form, invited=invited, token=token), form.status


def _invited(token):
    invited = teams.staff_of_setup_token(token, current_app.secret_key)
    if invited is None:
        raise Stranger
    return invited


@room.get("/eerste-beheerder/<token>")
@open_to(everyone)
def first_admin(token):
    g.room_frame = "plain"
    _first(token)
    return render_template("accounts/first_admin.html", form=FirstAdminForm(formdata=None), token=token)


@room.post("/eerste-beheerder/<token>")
@open_to(everyone)
def begin_team(token):
    g.room_frame = "plain"
    _first(token)
    form = FirstAdminForm()
    if form.accepts(teams.begin_team, now=clock.now()):
        login_user(SignedIn(teams.Staff.select().order_by(teams.Staff.id).first()))
        return redirect("/", 303)
    return render_template("accounts/first_admin.html", form=form, token=token), form.status


def _first(token):
    """Only whoever read the link on the server's console comes in, and only before there is an account."""
    if not teams.there_is_nobody_yet() or not teams.is_first_admin_token(token, current_app.secret_key):
        raise Stranger


@room.get("/collegas")
@open_to(admin)
def people():
    return _people(InviteForm(formdata=None))


@room.post("/collegas")
@open_to(admin)
def invite():
    form = InviteForm()
    if form.accepts(teams.invite, g.viewer.staff.team, now=clock.now()):
        invited = form.outcome or teams.Staff.get(teams.Staff.email == form.email.data.lower())
        return see_other(".setup_link", staff_id=invited.id)
    return _people(form), form.status


@room.get("/collegas/<int:staff_id>/link")
@open_to(admin)
def setup_link(staff_id):
    """The one-time link of a colleague who has not chosen a password yet, to copy and send."""
    colleague = teams.colleague(g.viewer.staff.team, staff_id)
    if colleague.password:
        return see_other(".people")
    link = current_app.config["SETTINGS"].base_url + url_for(
        ".set_up", token=teams.setup_token(colleague, current_app.secret_key)
    )
    return render_template("accounts/setup_link.html", colleague=colleague, link=link, days=teams.SETUP_DAYS)


@room.post("/collegas/<int:staff_id>/link")
@open_to(admin)
def renew_setup(staff_id):
    colleague = teams.colleague(g.viewer.staff.team, staff_id)
    Form().accepts(teams.renew_setup, colleague)
    return see_other(".setup_link", staff_id=staff_id)


@room.post("/collegas/<int:staff_id>/vertrek")
@open_to(admin)
def leave(staff_id):
    colleague = teams.colleague(g.viewer.staff.team, staff_id)
    form = Form()
    if form.accepts(teams.leave, colleague, by=g.viewer.staff, now=clock.now()):
        tell(f"{colleague.name} kan niet meer inloggen.")
        return see_other(".people")
    tell_why_not(form.refusal.sentence if form.refusal else "Dat lukte niet. Probeer het nog een keer.")
    return see_other(".people")


def _people(form):
    colleagues = teams.colleagues(g.viewer.staff.team)
    return render_template("accounts/people.html", form=form, colleagues=colleagues, roles=teams.ROLE_NAMES)
