"""All rooms, and the doors through which they open."""

from flask import Blueprint

from netwerkberaad.web import accounts, headers, health
from netwerkberaad.web.after import links, member, opening, shifts
from netwerkberaad.web.agreeing import plan, signing
from netwerkberaad.web.before import desk, family, preparation
from netwerkberaad.web.discovering import circle
from netwerkberaad.web.evening import meeting, screen
from netwerkberaad.web.safety import floors
from netwerkberaad.web.taking_part import (
    arrivals,
    following,
    going,
    joining,
    live,
    pen,
    private_time,
    promising,
    remote,
    when_not,
)
from netwerkberaad.web.week import proposal, roster, what_if

member.room.register_blueprint(what_if.on_phone)
member.room.register_blueprint(shifts.room)
PLAIN = (health.room, accounts.room, desk.room, family.room, preparation.room, opening.room, member.room, joining.room)
AT_THE_TABLE = (
    screen.room,
    meeting.room,
    circle.room,
    roster.room,
    proposal.room,
    what_if.room,
    floors.room,
    plan.room,
    signing.room,
    links.room,
    arrivals.room,
    private_time.room,
    pen.room,
    live.room,
)
ON_A_PHONE = (following.room, promising.room, going.room, when_not.room, pen.on_phone, live.room)


def furnish(app):
    """Opens every room. The table rooms open three times: through the desk (/kring/7), on the shared screen
    (/scherm/7) and on the phone of whoever holds the pen (/avond/pen/7): the same pages, each with the rights of
    its door."""
    headers.furnish(app)
    live.furnish(app)
    for room in PLAIN:
        app.register_blueprint(room)
    for door, prefix in (("table", "/kring"), ("screen", "/scherm"), ("pen", "/avond/pen")):
        table = Blueprint(door, __name__, url_prefix=f"{prefix}/<int:circle_id>")
        for room in (*AT_THE_TABLE, *([remote.room] if door == "table" else [])):
            table.register_blueprint(room)
        app.register_blueprint(table)
    phone = Blueprint("phone", __name__, url_prefix="/avond")
    for room in ON_A_PHONE:
        phone.register_blueprint(room)
    app.register_blueprint(phone)
