"""The names of the regions of the body map. A check knows them without their shapes, which ``atlas.regions`` has."""

from __future__ import annotations

REGION_NAMES = (
    "neck-front",
    "neck-side",
    "neck-back",
    "shoulder-top",
    "shoulder-front",
    "shoulder-back",
    "chest-front",
    "ribs-side",
    "belly",
    "waist-side",
    "upper-back",
    "lower-back",
    "upper-arm-front",
    "upper-arm-back",
    "forearm-front",
    "forearm-back",
    "hand",
    "hip-front",
    "hip-side",
    "buttock",
    "inner-thigh",
    "thigh-front",
    "thigh-back",
    "shin",
    "calf",
    "ankle",
    "toes",
    "sole",
)
"""By these an area of the vocabulary says what belongs to it."""
