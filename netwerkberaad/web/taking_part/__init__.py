"""Rooms of the phones at the table: coming in, following along, the pen, the remote, and the live stream."""
