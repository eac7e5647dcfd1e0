"""Stub of the meeting room."""

from netwerkberaad.web.hypermedia import Room

room = Room("meeting", __name__, frame="screen")
