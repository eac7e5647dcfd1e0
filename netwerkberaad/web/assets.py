"""Static files under a fingerprinted address, so that a browser may keep them for a year.

Vendored files carry their version in the name of their folder, so they may be kept as they are."""

import hashlib
from functools import cache
from pathlib import Path

from flask import request, session, url_for

A_YEAR = 365 * 24 * 3600


def furnish(app):
    root = Path(app.static_folder)

    @cache
    def mark(path):
        return hashlib.sha256((root / path).read_bytes()).hexdigest()[:12]

    @cache
    def asset(path):
        return f"{app.static_url_path}/{path}?v={mark(path)}"

    def fingerprinted(path):
        """The address of a file under static/, which changes when the file does."""
        return url_for("static", filename=path) if app.debug else asset(path)

    @app.after_request
    def keep_for_a_year(response):
        if request.endpoint == "static" and response.status_code == 200 and response.direct_passthrough:
            _take_into_memory(response)
        named = request.args.get("v") or request.path.startswith(f"{app.static_url_path}/vendor/")
        if request.endpoint == "static" and named and response.status_code in (200, 206, 304):
            response.cache_control.public, response.cache_control.immutable = True, True
            response.cache_control.max_age = A_YEAR
            response.cache_control.no_cache = None
            # Flask-Login looked into the session; a file is the same for everybody, also after signing in.
            session.accessed = False
        return response

    app.jinja_env.globals["asset"] = fingerprinted


def _take_into_memory(response):
    """The whole file, so that it can be compressed in every way a browser may ask for."""
    file, response.direct_passthrough = response.response, False
    response.set_data(b"".join(file))
    file.close()
