"""Stub of the screen room."""

from netwerkberaad.web.hypermedia import Room

room = Room("screen", __name__, frame="screen")
