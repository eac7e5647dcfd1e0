"""The room of what must always hold."""
