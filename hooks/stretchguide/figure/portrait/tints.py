"""What a pixel can be, as numbers, and the class of the colour of each."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from stretchguide.figure.rest.regions import BodyRegion
from stretchguide.format.sides import SIDES

LIT: Mapping[tuple[bool, str], int] = MappingProxyType(
    {(is_hot, side): 32 + 2 * is_hot + number for is_hot in (False, True) for number, side in enumerate(SIDES)}
)
"""The number of a lit patch, by whether it is stretched most and by its side, in the order of painting."""

FAR: Mapping[int, int] = MappingProxyType({BodyRegion.TROUSERS: 9, BodyRegion.SHIRT: 10, BodyRegion.SKIN: 11})
"""The darker region of each that a limb on the far side has."""

BODY: Mapping[int, str] = MappingProxyType(
    {
        FAR[BodyRegion.TROUSERS]: "df",
        FAR[BodyRegion.SHIRT]: "cf",
        FAR[BodyRegion.SKIN]: "nf",
        BodyRegion.TROUSERS: "d",
        BodyRegion.SHIRT: "c",
        BodyRegion.SKIN: "n",
        BodyRegion.HAIR: "h",
    }
)
"""The class of each region of a body, in the order of painting."""

SHADE = 7
"""The shadow on the floor."""

THING = 6
"""What is not the body and may hide it."""
