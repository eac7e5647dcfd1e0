"""All rooms, and the doors through which they open."""

from flask import Blueprint

from netwerkberaad.web import accounts, headers, health
from netwerkberaad.web.after import links, member, opening
from netwerkberaad.web.agreeing import plan, signing
from netwerkberaad.web.before import desk, family, preparation
from netwerkberaad.web.discovering import circle
from netwerkberaad.web.evening import meeting, screen
from netwerkberaad.web.week import roster


def furnish(app):
    """Opens every room. The table rooms open twice: through the desk (/kring/7) and on the shared screen
    (/scherm/7): the same pages, each with the rights of its door."""
    headers.furnish(app)
    for room in (health.room, accounts.room, desk.room, family.room, preparation.room, opening.room, member.room):
        app.register_blueprint(room)
    for door, prefix in (("table", "/kring"), ("screen", "/scherm")):
        table = Blueprint(door, __name__, url_prefix=f"{prefix}/<int:circle_id>")
        for room in (screen.room, meeting.room, circle.room, roster.room, plan.room, signing.room, links.room):
            table.register_blueprint(room)
        app.register_blueprint(table)
