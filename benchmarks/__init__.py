"""What a page costs, as a ratio to a bare Flask and Jinja page of the same size measured in the same run."""
