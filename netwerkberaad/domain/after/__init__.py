"""After the evening: links, consent, and what a member sees."""
