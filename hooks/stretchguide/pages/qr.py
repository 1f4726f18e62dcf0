"""An address as a QR code: a square that a phone's camera reads."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from xml.etree import ElementTree

import segno

NAMESPACE = "http://www.w3.org/2000/svg"

QUIET = 4
"""Empty modules on each side, as the standard (ISO/IEC 18004) asks."""

CODE_MM = 24
"""Side of the code without its quiet zone, in millimetres: a module is more than half a millimetre wide."""


@cache
def svg(address: str, label: str) -> str:
    """The code as an SVG text, in millimetres and black on nothing; ``label`` says to those who cannot see it what it
    is. At least a seventh of it may be dirty (level M)."""
    rows = segno.make_qr(address, error="m").matrix
    modules = len(rows) + 2 * QUIET
    side = f"{CODE_MM * modules / len(rows):.2f}mm"
    picture = ElementTree.Element(
        "svg",
        {
            "xmlns": NAMESPACE,
            "class": "qr",
            "viewBox": f"0 0 {modules} {modules}",
            "width": side,
            "height": side,
            "role": "img",
            "aria-label": label,
        },
    )
    ElementTree.SubElement(picture, "path", {"d": "".join(_bars(rows)), "shape-rendering": "crispEdges"})
    return ElementTree.tostring(picture, encoding="unicode")


def _bars(rows: tuple[bytearray, ...]) -> Iterator[str]:
    """Each run of dark modules in a row as a bar, one module high."""
    for y, row in enumerate(rows, QUIET):
        x = QUIET
        for dark, run in groupby(row):
            length = len(list(run))
            if dark:
                yield f"M{x} {y}h{length}v1h-{length}z"
            x += length
