"""Signing: reading the plan back, one person at a time, closing it, printing it, and its earlier versions."""

from flask import g, render_template, request
from wtforms import BooleanField, HiddenField, RadioField, SelectChoice

from netwerkberaad.domain import circle
from netwerkberaad.domain.agreeing import plan_text, signing
from netwerkberaad.domain.agreeing.closing import changed_since, close
from netwerkberaad.domain.agreeing.open_points import open_points
from netwerkberaad.domain.agreeing.plan import plan_of
from netwerkberaad.domain.agreeing.plan_changes import what_changed
from netwerkberaad.domain.agreeing.plan_picture import picture_of
from netwerkberaad.domain.agreeing.plan_sheet import own_lines, sheet_of
from netwerkberaad.domain.agreeing.signers import signatures_of, signers
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.refusals import NewerVersion, Stranger
from netwerkberaad.web import clock
from netwerkberaad.web.agreeing.plan_forms import SeenForm, as_number
from netwerkberaad.web.doors import here, open_to, whoever_arranges, whoever_looks
from netwerkberaad.web.forms import Form, line, words
from netwerkberaad.web.hypermedia import Room, see_other

room = Room("signing", __name__, frame="screen")


class SignForm(Form):
    """One person's answer. `version`: the number of the text that was read; `strokes`: what was drawn, as JSON."""

    version = HiddenField(filters=[as_number])
    person_id = HiddenField(filters=[as_number])
    strokes = HiddenField()
    choice = RadioField(
        "Doe je mee?", choices=[SelectChoice(*choice) for choice in signing.CHOICES.items()], validate_choice=False
    )
    remark = words("Ja, maar … wat wil je erbij zeggen?", most=300)
    name = line("Typ je naam", most=60)
    spoken = BooleanField("Hardop gezegd. Wij schrijven het op.")
    sticker = RadioField(
        "Of kies een plaatje",
        choices=[SelectChoice(*sticker) for sticker in signing.STICKERS.items()],
        validate_choice=False,
    )


class HomeForm(Form):
    person_id = HiddenField(filters=[as_number])


@room.get("/ondertekenen")
@open_to(whoever_looks)
def sheet():
    return _page(signs_now=as_number(request.args.get("wie")))


@room.post("/ondertekenen/voorlezen")
@open_to(whoever_arranges)
def read():
    """«Voorlezen»: fixes the text when nothing is open."""
    return _pressed(Form(), lambda: signing.read_back(_picture(), circle=g.circle, now=clock.now()))


@room.post("/ondertekenen/eerder")
@open_to(whoever_arranges)
def read_so_far():
    """Somebody has to leave: fixes what stands so far, so that they can sign it."""
    return _pressed(Form(), lambda: signing.read_so_far(_picture(), circle=g.circle, now=clock.now()))


@room.post("/ondertekenen/handtekeningen")
@open_to(whoever_arranges)
def sign():
    form = SignForm()
    if form.accepts(_sign, g.circle, now=clock.now()):
        return see_other(".sheet", _anchor="plekken")
    return _page(form, signs_now=form.person_id.data), form.status


@room.post("/ondertekenen/naar-huis")
@open_to(whoever_arranges)
def gone_home():
    """Somebody went home without signing: they get a link, and nobody waits for them."""
    return _pressed(HomeForm(), _go_home)


@room.post("/ondertekenen/sluiten")
@open_to(whoever_arranges)
def close_it():
    return _pressed(SeenForm(), lambda seen: close(g.circle, seen=seen, today=clock.today(), now=clock.now()))


@room.get("/ondertekenen/afdruk")
@open_to(whoever_looks)
def paper():
    g.room_frame = "paper"
    version = signing.our_plan(g.circle) or signing.latest_of(g.circle)
    if version is None:
        raise Stranger
    return _version("signing/paper.html", version.number, back_url=here("signing.sheet"))


@room.get("/plan/versies/<int:number>")
@open_to(whoever_looks)
def version(number):
    return _version("signing/version.html", number)


def _sign(ours, *, version, person_id, now, **answer):
    last = signing.latest_of(ours)
    if last is None or last.number != version:
        raise NewerVersion
    return signing.sign(last, circle.person_in(ours, person_id), **answer, now=now)


def _go_home(person_id):
    meeting.leave(meeting.present_meeting(g.circle), circle.person_in(g.circle, person_id), now=clock.now())


def _pressed(form, verb):
    if form.accepts(verb):
        return see_other(".sheet")
    return _page(refused=form), form.status


def _picture():
    return picture_of(g.circle, today=clock.today())


def _page(form=None, refused=None, signs_now=None):
    """The sheet as it was read back, or as it stands when it was not read yet, and everybody's place under it."""
    picture, versions = _picture(), signing.versions_of(g.circle)
    last, present = changed_since(versions, picture)
    signatures, closings = signatures_of(g.circle), signing.closings_of(g.circle)
    content = last.content if last and last.is_intact else None
    places = signers(picture, versions, signatures) if content else []
    people = {person.id: person for person in circle.people_of(g.circle)}
    signer = next((place for place in places if place.person == signs_now and place.where == "here"), None)
    closed_at = last and closings.get(last.id)
    if form and form.status == 409:
        form.version.data = last and last.number
    return render_template(
        "signing/sheet.html",
        refused=refused or form,
        last=last,
        versions=versions,
        intact=content is not None,
        sheet=_sheet(content or plan_text.contents_of(picture), places) if content or not last else None,
        signer=signer,
        form=form or _fresh(last, signer),
        own=own_lines(content, signer.person) if signer else [],
        places=[place for place in places if place.person in people],
        people=people,
        waiting=sum(place.must_answer_now for place in places),
        next_up=next((place.person for place in places if place.must_answer_now), None),
        closed_at=closed_at,
        points=open_points(picture),
        changed=present is not None,
        changes=what_changed(last.content, present) if present else [],
        provisional_at=plan_of(g.circle).provisional_at,
        may_change=whoever_arranges(g.viewer, g.circle),
        choices=signing.CHOICES,
        drawing=signing.drawing_of,
        empty=Form(formdata=None),
    )


def _fresh(last, place):
    """An empty answer for whoever signs now; a second thought starts from what was said."""
    said = place and place.answer
    stands = {"choice": said.choice, "remark": said.remark} if said else {}
    return SignForm(formdata=None, version=last and last.number, person_id=place and place.person, **stands)


def _version(template, number, **more):
    versions = [version for version in signing.versions_of(g.circle) if version.number <= number]
    if not versions or versions[-1].number != number:
        raise Stranger
    version, picture = versions[-1], _picture()
    intact = version.is_intact
    places = signers(picture, versions, signatures_of(g.circle)) if intact else []
    before = next((older for older in reversed(versions[:-1]) if older.is_intact), None)
    return render_template(
        template,
        version=version,
        intact=intact,
        sheet=_sheet(version.content, places) if intact else None,
        places=places,
        closed_at=signing.closings_of(g.circle).get(version.id),
        before=before,
        changes=what_changed(before.content, version.content) if before and intact else [],
        choices=signing.CHOICES,
        drawing=signing.drawing_of,
        **more,
    )


def _sheet(content, places):
    signed = {place.person for place in places if place.answer and place.answer.choice != "not_now"}
    return sheet_of(content, signed=signed)
