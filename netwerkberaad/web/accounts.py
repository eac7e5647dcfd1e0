"""Stub of the accounts room."""

from netwerkberaad.web.doors import everyone, open_to
from netwerkberaad.web.hypermedia import Room

room = Room("accounts", __name__, frame="plain")


@room.get("/inloggen")
@open_to(everyone)
def sign_in():
    return "stub"
