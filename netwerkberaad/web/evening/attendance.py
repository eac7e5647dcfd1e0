"""Who is there: somebody comes in, calls in, is not there yet, or goes home early."""

from flask import g, redirect, render_template, request
from wtforms import HiddenField

from netwerkberaad.domain import circle
from netwerkberaad.domain.evening import answers, meeting
from netwerkberaad.domain.taking_part import arrivals
from netwerkberaad.web import clock, private_doors
from netwerkberaad.web.doors import here, open_to, whoever_arranges, whoever_looks
from netwerkberaad.web.evening import steps
from netwerkberaad.web.forms import Form


class ThereForm(Form):
    """One of the four carries the number of the person whose button was pressed."""

    room = HiddenField()
    phone = HiddenField()
    nobody = HiddenField()
    left = HiddenField()


@open_to(whoever_looks)
def there():
    return _page(Form(formdata=None))


@open_to(whoever_arranges)
def come_and_go():
    form = ThereForm()
    if form.accepts(_come_or_go, g.circle):
        return redirect(steps.local(request.form.get("back")) or here("meeting.there"), 303)
    return _page(form), form.status


def open_in(room):
    """Opens these addresses in the meeting room."""
    room.add_url_rule("/aanwezig", "there", there, methods=["GET"])
    room.add_url_rule("/aanwezig", "come_and_go", come_and_go, methods=["POST"])


def _page(form):
    evening = meeting.present_meeting(g.circle)
    return render_template(
        "meeting/there.html",
        form=form,
        evening=evening,
        people=private_doors.told_to_us(circle.people_of(g.circle), evening),
        attendance=meeting.attendance_of(evening),
        phones=arrivals.phones_of(evening),
        rules=answers.answers_of(g.circle, "ground_rule") if evening else [],
        back_to=steps.address_of(evening.question) if evening else here("meeting.present"),
    )


def _come_or_go(ours, *, room, phone, nobody, left):
    evening = meeting.going_on(ours, now=clock.now())
    number = next((value for value in (room, phone, nobody, left) if value), "")
    person = circle.person_in(ours, int(number) if number.isdecimal() else 0)
    if nobody:
        return meeting.not_there(evening, person, now=clock.now())
    if left:
        return meeting.leave(evening, person, now=clock.now())
    return meeting.attend(evening, person, how="room" if room else "phone", now=clock.now())
