"""An address as a QR code: a square that a phone's camera reads."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import segno

from stretchguide.gallery.store import Store

CACHE = Path(".cache", "codes")
"""Where codes are kept, relative to the project. Deleting it costs nothing but time."""

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


class Codes:
    """The codes of a site, each made once: what a store has kept is found there."""

    def __init__(self, store: Store) -> None:
        self.store, self.used = store, set[str]()

    def svg(self, address: str) -> str:
        """The code as ``svg`` makes it."""
        key = hashlib.sha256(address.encode()).hexdigest()[:32]
        self.used.add(key)
        kept = self.store.get(key)
        if kept is None:
            self.store.put(key, kept := {"svg": svg(address)})
        return str(kept["svg"])

    def forget_unused(self) -> None:
        """Throw away the codes of addresses that nobody has asked for."""
        self.store.forget_all_but(self.used)
