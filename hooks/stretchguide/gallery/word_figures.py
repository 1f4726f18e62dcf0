"""A small figure for each base and each thing of the pose language, for the contributors' page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from stretchguide.figure.words.tables import BASES
from stretchguide.gallery.gallery import Figure, Gallery

_STAND, _SIT, _SUPINE = {"base": "stand"}, {"base": "sit-chair"}, {"base": "supine"}

THINGS: Mapping[str, Mapping[str, Any]] = {
    "chair": {**_SIT, "trunk": "turn left 26", "left hand": "on chair-back", "props": ["chair"]},
    "stool": {**_SIT, "view": "left 14", "props": ["stool"]},
    "bed": {**_SUPINE, "view": "front-left 24", "props": ["bed"]},
    "mat": {"base": "cross-legged", "props": ["mat"]},
    "no mat": {**_SUPINE, "feet": "flat 44", "knees": "up", "props": ["no mat"]},
    "pillow": {"base": "lie right", "props": ["pillow"]},
    "cushion": {
        **_SUPINE,
        "view": "front 46",
        "feet": "soles together 40",
        "knees": "out",
        "hands": "on belly",
        "props": ["cushion left knee", "cushion right knee"],
    },
    "roller": {
        **_SUPINE,
        "upper back": "arch 22",
        "lower back": "round 28",
        "feet": "flat 46",
        "knees": "up",
        "hands": "behind head",
        "elbows": "up out",
        "props": ["roller upper"],
    },
    "block": {
        **_STAND,
        "feet": "wide 86",
        "left foot": "turned out 70",
        "hips": "tilt left 42",
        "trunk": "bend left 26",
        "left arm": "reach down",
        "right arm": "reach up",
        "props": ["block left"],
    },
    "step": {
        **_STAND,
        "view": "left 10",
        "left foot": "on step 16, step forward 18",
        "right foot": "step back 18",
        "props": ["step 16 rail"],
    },
    "wall": {**_STAND, "view": "left 8", "hands": "on wall 128", "props": ["wall 56"]},
    "doorway": {**_STAND, "view": "front-left 8", "hands": "on frame 130", "props": ["doorway 96"]},
    "table": {**_STAND, "view": "left 8", "hips": "fold 34", "hands": "on table", "props": ["table 46"]},
    "strap": {
        **_SUPINE,
        "left leg": "raise front 84, knee 6",
        "arms": "raise front 52, elbow 58",
        "hands": "hold strap",
        "props": ["strap left foot"],
    },
    "towel": {**_STAND, "arms": "raise side 160, elbow 8", "hands": "hold towel", "props": ["towel"]},
    "stick": {**_STAND, "arms": "raise front 90, elbow 4", "hands": "hold stick", "props": ["stick"]},
    "club": {**_STAND, "arms": "raise front 40, elbow 10", "hands": "hold club", "props": ["club"]},
    "ball": {**_SIT, "view": "left 8", "left leg": "raise front 94, knee 88", "props": ["ball left foot 7"]},
    "bar": {"base": "hang", "props": ["bar"]},
}
"""A pose with each thing, as a stretch uses it."""


def word_figures(gallery: Gallery) -> dict[str, Figure]:
    """The figures by their words: ``base stand``, ``props chair``. Raises CannotDraw where the engine fails."""
    poses = {f"base {name}": base_pose(name) for name in BASES} | {f"props {name}": THINGS[name] for name in THINGS}
    return {
        words: Figure(f"figures/words/{words.replace(' ', '-')}.svg", gallery.picture(pose, ()))
        for words, pose in poses.items()
    }


def base_pose(name: str) -> Mapping[str, Any]:
    """A base with nothing else said; on the right where it needs a side."""
    base = BASES[name]
    return {"base": f"{name} right" if base.side and not base.usual_side else name}
