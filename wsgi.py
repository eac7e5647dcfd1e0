"""The app that a server imports: `granian --interface wsgi wsgi:app`."""

from netwerkberaad import create_app

app = create_app()
