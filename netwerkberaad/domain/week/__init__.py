"""The week: what is needed, who does it when, and who said yes."""
