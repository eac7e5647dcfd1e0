"""Agreeing: the plan, what is still open, and signing what was read back."""
