"""Stub of the plan room."""

from netwerkberaad.web.hypermedia import Room

room = Room("plan", __name__, frame="screen")
