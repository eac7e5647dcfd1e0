"""The address of a magic link: how it is signed, written down so that it can be typed over, and read back."""

import base64
import hashlib
import hmac

from flask import current_app
from itsdangerous import Signer
from itsdangerous.encoding import base64_decode

from netwerkberaad.domain.after import links

LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
BYTES = 10
MARK = BYTES * 8 // 5
_TO_OURS = str.maketrans("abcdefghijklmnopqrstuvwxyz234567", LETTERS)
_MISREAD = str.maketrans({"o": "0", "i": "1", "l": "1", " ": None, "-": None})


def token_of(link):
    """What stands behind /l/ for this link: its number and a mark only we can make, «12-7kx3-m9qd-e2fa-w4zp».

    The mark is the HMAC-SHA256 of (number, renewal), cut to 80 bits: the shortest a keyed hash should be cut
    to (RFC 2104). Guessing a thousand times a second for a thousand years finds one with a chance of one in
    thirty-eight billion. Its 32 characters leave out i, l, o and u; whoever reads an o for a 0 or an l for a
    1 comes in all the same, as does whoever forgets the hyphens or types capitals."""
    mark = _mark(link)
    return "-".join([str(link.id), *(mark[at : at + 4] for at in range(0, MARK, 4))])


def link_behind(token):
    """The link this token was made for at its present renewal, whether it still stands or not; else None."""
    plain = token.lower().translate(_MISREAD)
    number, mark = plain[:-MARK], plain[-MARK:]
    if not (number.isascii() and number.isdigit() and len(number) <= 12 and mark.isascii()):
        return None
    link = links.link_with(int(number))
    return link if link and hmac.compare_digest(_mark(link), mark) else None


def path_of(link):
    """The path of the link: /l/<token>."""
    return f"/l/{token_of(link)}"


def address_of(link):
    """The whole address, as it stands in a QR code: BASE_URL and the path."""
    return current_app.config["SETTINGS"].base_url + path_of(link)


def words_of(link):
    """The address as somebody types it over from paper: without http://."""
    return address_of(link).split("://", 1)[-1]


def _mark(link):
    signer = Signer(current_app.secret_key, salt="magic-link", key_derivation="hmac", digest_method=hashlib.sha256)
    whole = base64_decode(signer.get_signature(f"{link.id}.{link.renewal}"))
    return base64.b32encode(whole[:BYTES]).decode().lower().translate(_TO_OURS)
