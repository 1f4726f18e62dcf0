"""From where a figure can be seen."""

from __future__ import annotations

from stretchguide.format.sides import SIDES

VIEWS: dict[str, float] = {
    "front": 0,
    "front-left": 38,
    "left": 90,
    "back-left": 142,
    "back": 180,
    "back-right": -142,
    "right": -90,
    "front-right": -38,
}
"""Where the eye is, as an azimuth in degrees; left is the figure's."""

CLOSE = "close"
"""After a view: only head and chest are shown, and hands that are near them; or the parts that are named after it."""
CLOSE_PARTS = ("hands", "feet", *(f"{side} {part}" for part in ("hand", "foot") for side in SIDES))
"""What a close view can show in place of head and chest, with what touches it."""
