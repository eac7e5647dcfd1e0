"""Rooms before the evening: the desk, a family, its preparation."""
