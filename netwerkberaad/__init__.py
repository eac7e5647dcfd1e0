"""create_app: reads the settings, opens the database, furnishes the rooms."""

from importlib.metadata import version

from flask import Flask
from flask_compress import Compress
from werkzeug.middleware.proxy_fix import ProxyFix

from netwerkberaad import database, settings
from netwerkberaad.web import assets, clock, doors, forms, hypermedia, rooms, templating, wording

__version__ = version("netwerkberaad")


def create_app(present=None, **config):
    """The application for these settings (default: from the environment). `config` is Flask configuration, for tests.

    Does not migrate: `netwerkberaad init` does, and `make run` and `serve` call it first."""
    present = present or settings.read()
    app = Flask(__name__)
    app.config.from_mapping(
        SECRET_KEY=present.secret_key,
        SETTINGS=present,
        MAX_CONTENT_LENGTH=1_000_000,
        MAX_FORM_MEMORY_SIZE=1_000_000,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SECURE=present.secure,
        WTF_CSRF_TIME_LIMIT=None,
        COMPRESS_REGISTER=True,
        COMPRESS_MIN_SIZE=1400,  # what goes in one packet comes no sooner when it is smaller
    )
    app.config.update(config)
    app.ensure_sync = _as_it_is
    database.open_database(present.database_url)
    Compress(app)
    if present.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=present.proxies, x_proto=present.proxies, x_host=present.proxies)
    for furnish in (templating, clock, wording, assets, forms, hypermedia, doors, rooms):
        furnish.furnish(app)
    return app


def _as_it_is(function):
    """Nothing of ours is asynchronous: Flask need not look at each function, some twenty times for every page."""
    return function
