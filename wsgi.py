"""The app that a server imports: `gunicorn wsgi:app`."""

from netwerkberaad import create_app

app = create_app()
