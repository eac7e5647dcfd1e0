"""Stub of the signing room."""

from netwerkberaad.web.hypermedia import Room

room = Room("signing", __name__, frame="screen")
