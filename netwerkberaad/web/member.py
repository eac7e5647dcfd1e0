"""Stub of the member room."""

from netwerkberaad.web.hypermedia import Room

room = Room("member", __name__, frame="member")
