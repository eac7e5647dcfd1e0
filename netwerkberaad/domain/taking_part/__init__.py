"""Taking part: phones at the table, who holds the pen, and what somebody keeps to themselves."""
