"""Passes: small signed cookies that let a shared screen or a member in, apart from the staff's session."""

import datetime as dt
import hashlib
from functools import cache

from flask import current_app, g, request
from itsdangerous import BadSignature, URLSafeSerializer

from netwerkberaad.web import clock


def _seal(name):
    return _sealing(current_app.secret_key, name)


@cache
def _sealing(secret, name):
    return URLSafeSerializer(secret, salt=f"pass-{name}", signer_kwargs={"digest_method": hashlib.sha256})


def hand_out(response, name, content, *, path, minutes, keep):
    """Puts a pass in the browser that ends after so many minutes. `keep`: it survives closing the browser."""
    ends = clock.now() + dt.timedelta(minutes=minutes)
    response.set_cookie(
        name,
        _seal(name).dumps([content, int(ends.timestamp())]),
        path=path,
        max_age=minutes * 60 if keep else None,
        httponly=True,
        samesite="Lax",
        secure=current_app.config["SETTINGS"].secure,
    )
    return response


def shown(name):
    """What the pass of this visitor says, or None: no pass, a forged one or one that has ended. Read once a request."""
    read = g.setdefault("passes", {})
    if name not in read:
        read[name] = _read(name)
    return read[name]


def _read(name):
    try:
        content, ends = _seal(name).loads(request.cookies.get(name, ""))
    except (BadSignature, ValueError, TypeError):
        return None
    return content if clock.now().timestamp() < ends else None


def take_back(response, name, *, path):
    response.delete_cookie(name, path=path)
    return response
