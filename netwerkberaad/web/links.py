"""Stub of the links room."""

from netwerkberaad.web.hypermedia import Room

room = Room("links", __name__, frame="screen")
