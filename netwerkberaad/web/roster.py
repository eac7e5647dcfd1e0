"""Stub of the roster room."""

from netwerkberaad.web.hypermedia import Room

room = Room("roster", __name__, frame="screen")
