"""Pictures as pixels, for tests that compare what is seen: SVG is drawn by resvg, and its PNG read back."""

from __future__ import annotations

import struct
import zlib

import resvg_py

_WIDTH = 160
_CHANNELS = 4
_SEEN = 60


def pixels(svg: str) -> list[int]:
    """The brightness of every pixel of a picture 160 pixels wide, row by row."""
    png = bytes(resvg_py.svg_to_bytes(svg_string=svg, width=_WIDTH, background="#ffffff"))
    width, height = struct.unpack(">II", png[16:24])
    assert png[24:26] == b"\x08\x06", "eight bits, with transparency"
    rows = zlib.decompress(b"".join(_chunks(png)))
    before = bytearray(width * _CHANNELS)
    found: list[int] = []
    for at in range(0, height * (width * _CHANNELS + 1), width * _CHANNELS + 1):
        before = _unfiltered(rows[at], rows[at + 1 : at + 1 + width * _CHANNELS], before)
        found += [sum(before[i : i + 3]) // 3 for i in range(0, len(before), _CHANNELS)]
    return found


def different(one: list[int], other: list[int]) -> float:
    """Which part of all pixels differs by what can be seen."""
    assert len(one) == len(other)
    return sum(abs(a - b) > _SEEN for a, b in zip(one, other, strict=True)) / len(one)


def _chunks(png: bytes) -> list[bytes]:
    found, at = [], 8
    while at < len(png):
        (size,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            found.append(png[at + 8 : at + 8 + size])
        at += size + 12
    return found


def _unfiltered(kind: int, row: bytes, above: bytearray) -> bytearray:
    """A row of a PNG as it was before its filter (PNG specification, chapter 9)."""
    out = bytearray(row)
    for i, value in enumerate(row):
        left = out[i - _CHANNELS] if i >= _CHANNELS else 0
        corner = above[i - _CHANNELS] if i >= _CHANNELS else 0
        guesses = (0, left, above[i], (left + above[i]) // 2, _paeth(left, above[i], corner))
        out[i] = (value + guesses[kind]) & 255
    return out


def _paeth(left: int, above: int, corner: int) -> int:
    guess = left + above - corner
    return min((left, above, corner), key=lambda value: abs(guess - value))
