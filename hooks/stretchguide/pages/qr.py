"""An address as a QR code: a square that a phone's camera reads."""

from __future__ import annotations

from functools import cache

import segno

QUIET = 4
"""Empty modules on each side, as the standard (ISO/IEC 18004) asks."""

CODE_MM = 22
"""Side of the code without its quiet zone, in millimetres: a module is more than half a millimetre wide."""


@cache
def svg(address: str) -> str:
    """The code as an SVG element for a page, in millimetres and black on nothing. At least a seventh of it may be dirty
    (level M)."""
    code = segno.make_qr(address, error="m")
    module = CODE_MM / code.symbol_size(border=0)[0]
    return code.svg_inline(border=QUIET, scale=round(module, 3), unit="mm", svgclass=None, lineclass=None)
