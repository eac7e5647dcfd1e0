"""Proposing: a week that could be, from what people offered; they decide themselves."""
