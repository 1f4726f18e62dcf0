"""From where a figure can be seen."""

from __future__ import annotations

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
"""After a view: only head and chest are shown, and hands that are near them."""
