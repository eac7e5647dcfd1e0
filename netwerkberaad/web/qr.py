"""QR codes, drawn as SVG in the page itself."""

import segno
from markupsafe import Markup


def qr(url, *, title=""):
    """The QR code of an address as inline SVG, with its quiet zone; `title` is its accessible name."""
    drawn = segno.make(url, error="m", micro=False).svg_inline(
        scale=8, border=4, title=title, omitsize=True, svgclass=None, lineclass=None
    )
    return Markup(drawn.replace("<svg", '<svg role="img"', 1))
