"""Stub of the circle room."""

from netwerkberaad.web.hypermedia import Room

room = Room("circle", __name__, frame="screen")
