"""The words of the pose language for signs on the picture: arrows and breath."""

from __future__ import annotations

from stretchguide.figure.words.limits import Limits
from stretchguide.format.sides import SIDES

ARROW_TRUNK = ("pelvis", "hips", "waist", "chest", "head", "chin")
ARROW_LIMBS = ("hand", "foot", "heel", "elbow", "knee", "shoulder", "hip", "arm", "leg", "wrist", "ankle")
ARROW_BOTH = {"hands": "hand", "elbows": "elbow", "knees": "knee", "feet": "foot"}
"""Two that move together: one arrow stands between them."""
ARROW_PAIRS = ARROW_BOTH | {f"{part}s": part for part in ARROW_LIMBS if part not in ARROW_BOTH.values()}
"""All that two sides have: where both arrows would run side by side, one is drawn, and says so of both."""
ARROW_PARTS = (*ARROW_TRUNK, *ARROW_BOTH, *(f"{side} {part}" for side in SIDES for part in ARROW_LIMBS))
ARROW_SAME = {"hips": "pelvis", "over": "chest"}
"""Other spellings."""
ARROW_WAYS = ("up", "down", "left", "right", "forward", "back")
ARROW_AT = {"turn": ("chest", "over", "head", "waist"), "tilt": ("head", "chest"), "bend": ("chest", "head")}
"""Where a turning or tilting arrow may be; the first when nothing is said."""
ARROW_OVER = ("left", "right", "forward", "back")
"""Where an arrow that goes up and over ends."""
AWAY = "away"
"""Of one who lies, a way from the head: no words ask for it, but a part may be seen to go there."""
ARROW_NODS = {"nod": ("head", ("down", "up")), "tuck": ("pelvis", ("under",)), "tip": ("pelvis", ("forward",))}
"""Small curved arrows: what they are at, and which way they go."""
ARROW_PRESSED = tuple(part for part in ARROW_PARTS if part not in ARROW_BOTH)
"""What can press without moving, `press right heel down`: the arrow ends at a bar."""
ARROW_CIRCLED = ("head", "pelvis", "hips", *(f"{side} {part}" for side in SIDES for part in ARROW_LIMBS))
"""What can go round in a ring, `circle right foot`; with a way it goes there over its top, or over the front."""
ARROW_SHAKEN = (
    *("hands", "arms", "feet", "legs"),
    *(f"{side} {part}" for side in SIDES for part in ("hand", "arm", "foot", "leg")),
)
"""What can be shaken out, `shake right hand`: small arcs stand on both sides of its end."""
ARROW_SIZE = Limits(1, 180, "cm or degrees", is_optional=True)
BREATHS = ("in", "out", "easy")
