"""Rooms of the plan: agreements and signing."""
