"""Rooms of the evening: the meeting and the shared screen."""
