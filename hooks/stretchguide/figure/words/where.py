"""Where a thing can be, and how a sentence says it: what several rows of things have in common."""

from __future__ import annotations

from stretchguide.format.sides import SIDES

ON_SIDES = {side: f"on the {side}" for side in SIDES}
SAID_BESIDE = {"ahead": "ahead", "behind": "behind", **ON_SIDES}
BESIDE = (*SAID_BESIDE, *(f"{way} turned" for way in SAID_BESIDE))
"""Where a chair can stand beside a body; turned, its back is towards the body."""
UNDER_TRUNK = {"upper": "under the upper back", "lower": "under the lower back", "hips": "under the hips"}
OF_LYING = {
    "end": "that ends under the hips",
    **{f"{side} edge": f"with its edge on the {side}" for side in SIDES},
}
"""Where a bed ends beside who lies on it."""
ALONG = {"along": "along the spine"}
UNDER = {**{f"{side} {part}": f"under the {side} {part}" for part in ("foot", "hand") for side in SIDES}, **UNDER_TRUNK}
ROUND_LEGS = {
    "": "between the hands",
    **{f"{side} {part}": f"round the {side} {part}" for part in ("foot", "ankle") for side in SIDES},
}
SLACK = "slack"
"""After such a place: the band hangs or lies loose."""
BAND = {**ROUND_LEGS, **{f"{place} {SLACK}".strip(): f"{SLACK} {said}" for place, said in ROUND_LEGS.items()}}
"""Where a band is, taut or slack."""
IN_HANDS = {
    "": "in both hands",
    **{f"{side} hand": f"in the {side} hand" for side in SIDES},
    "chest": "across the chest",
    "back": "across the back",
}
