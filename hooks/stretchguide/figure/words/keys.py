"""The keys of a pose."""

from __future__ import annotations

from stretchguide.format.sides import SIDES

LIMB_KEYS = ("arm", "hand", "elbow", "leg", "foot", "knee", "toes")
PLURALS = {
    "arms": "arm",
    "hands": "hand",
    "elbows": "elbow",
    "legs": "leg",
    "feet": "foot",
    "knees": "knee",
    "toes": "toes",
}
PLURAL_OF = {limb: plural for plural, limb in PLURALS.items()}
SIDED_KEYS = tuple(f"{side} {limb}" for side in SIDES for limb in LIMB_KEYS)
TRUNK_KEYS = ("hips", "trunk", "lower back", "upper back", "head")
SIGN_KEYS = ("arrows", "feel", "also", "breath")
"""What a step does not pass on to the next one."""
KEYS = ("base", "view", *TRUNK_KEYS, *SIDED_KEYS, *PLURALS, "props", *SIGN_KEYS, "title")

REST = "rest"
"""Alone after the key of a limb, of the head or the hips: as if the key had never been written."""
