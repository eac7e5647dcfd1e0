"""Before the evening: a family begins, and what has to be asked apart."""
