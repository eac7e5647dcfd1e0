"""Stub of the desk room."""

from netwerkberaad.web.hypermedia import Room

room = Room("desk", __name__, frame="desk")
