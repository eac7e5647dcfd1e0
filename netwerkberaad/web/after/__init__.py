"""Rooms after the evening: handing out links, and the member's phone."""
