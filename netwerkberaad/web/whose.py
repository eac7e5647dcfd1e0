"""Whose browser this is: an opaque sign on each page that follows the table, so that nobody sends another's words."""

import hashlib

from flask import current_app, g, request

# What sending.js says with an answer: the sign of the page on which it was typed.
TYPED_AS = "Typed-As"


def sign():
    """The sign of this visitor: the same over a reload and with the pen, another one for whoever takes part next with
    the same phone. Its kind stands before the dot: a phone, a circle's screen, somebody of the team, or a member."""
    viewer = g.viewer
    if viewer.guest:
        kind, number = "phone", viewer.guest.id
    elif viewer.screen:
        kind, number = "screen", viewer.screen.circle_id
    elif viewer.staff:
        kind, number = "staff", viewer.staff.id
    else:
        kind, number = "member", viewer.person.id
    key = current_app.secret_key.encode()[:64]
    return f"{kind}.{hashlib.blake2b(f'{kind} {number}'.encode(), key=key, digest_size=9).hexdigest()}"


def typed_by_another():
    """True when these words were typed on a page of somebody else: this browser changed hands meanwhile."""
    typed_as = request.headers.get(TYPED_AS)
    return bool(typed_as) and g.viewer is not None and typed_as != sign()
