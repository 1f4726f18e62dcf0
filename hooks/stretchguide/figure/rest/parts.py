"""The parts of the body by the names that the rest of the engine has for them, and which bones move each."""

from __future__ import annotations

_SIDES = {"L": "left", "R": "right"}

_LIMBS = {
    "upperarm": "upper arm",
    "lowerarm": "forearm",
    "wrist": "hand",
    "metacarpal": "hand",
    "finger": "hand",
    "upperleg": "thigh",
    "lowerleg": "shank",
    "foot": "foot",
    "toe": "foot",
}
_TRUNK = {"root": "pelvis", "pelvis": "pelvis", "spine05": "pelvis", "neck": "neck", "head": "head"}


def part_of(bone: str) -> str:
    """The part that a bone moves, such as `left hand`; what is no limb, pelvis, neck or head is the chest."""
    name, _, letter = bone.partition(".")
    limb = next((part for start, part in _LIMBS.items() if name.startswith(start)), "")
    if limb:
        return f"{_SIDES[letter]} {limb}"
    return next((part for start, part in _TRUNK.items() if name.startswith(start)), "chest")


def is_palm(bone: str, side: str) -> bool:
    """Whether a bone moves the palm of a side, or the roots of its four fingers."""
    name, _, letter = bone.partition(".")
    is_root = name.startswith("finger") and name.endswith("-1") and name != "finger1-1"
    return _SIDES.get(letter) == side and (is_root or name.startswith(("wrist", "metacarpal")))
