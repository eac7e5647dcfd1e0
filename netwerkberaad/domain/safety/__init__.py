"""Safety: what must always hold for the children, and whether the week holds it."""
