"""How the poses of the steps of a variant follow from one another, and a pose for the other side: still in words.

Nothing is checked here: what is wrong in a pose passes through and is found by `language.read`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from stretchguide.figure.words.bases import BASES
from stretchguide.figure.words.keys import PLURAL_OF, PLURALS, SIGN_KEYS
from stretchguide.figure.words.places import HOWS, PLACES, REST_HOWS, STEP
from stretchguide.format import sides
from stretchguide.format.sides import SIDES

# -- the other side ---------------------------------------------------------------------------------------------------


def mirrored(pose: Mapping[str, Any]) -> dict[str, Any]:
    """A whole pose for the other side: the words left and right change places, and nothing else.

    Where the base has a side or a view by itself that would not change by this, it is written out first. Mirrored
    twice, a pose reads as before.
    """
    return {_swapped(key): _swapped(value) for key, value in _written_out(pose).items()}


def _swapped(value: Any) -> Any:
    if isinstance(value, str):
        return sides.mirrored(value)
    if isinstance(value, list | tuple):
        return [_swapped(item) for item in value]
    if isinstance(value, Mapping):
        return {_swapped(key): _swapped(item) for key, item in value.items()}
    return value


def _written_out(pose: Mapping[str, Any]) -> dict[str, Any]:
    """The pose with the side of its base and a view that has one."""
    found = dict(pose)
    words = found["base"].split() if isinstance(found.get("base"), str) else []
    if not words or words[0] not in BASES:
        return found
    base = BASES[words[0]]
    if len(words) == 1 and base.usual_side:
        found["base"] = f"{words[0]} {base.usual_side}"
    if "view" not in found and sides.names_side(base.view):
        found["view"] = base.view
    return found


# -- from step to step ------------------------------------------------------------------------------------------------


def poses_of(steps: Sequence[Mapping[str, Any] | None]) -> list[dict[str, Any]]:
    """The whole pose of each step of a variant; a step without one (None) keeps the picture before it."""
    found: list[dict[str, Any]] = []
    for own in steps:
        found.append(inherited(found[-1] if found else None, own or {}))
    return found


def inherited(previous: Mapping[str, Any] | None, own: Mapping[str, Any]) -> dict[str, Any]:
    """The whole pose of a step from the whole pose of the step before and what the step itself says.

    A key replaces the same key, a plural the keys of both sides, and a one-sided key what a plural gave that side.
    What an earlier step said gives way where it would keep the step's own words from counting: an arm that is raised
    lets go of what its hand touched, a leg that is raised leaves the other leg, and a foot that is set down ends the
    raise. Arrows, breath and what is felt do not carry over. The step's own keys and values stand in the result as
    they are.
    """
    kept = {key: value for key, value in (previous or {}).items() if key not in SIGN_KEYS}
    for key in own:
        if key in PLURALS:
            for name in (key, *(f"{side} {PLURALS[key]}" for side in SIDES)):
                kept.pop(name, None)
        elif isinstance(key, str):
            _split_plural_of(kept, key)
            kept.pop(key, None)
    for side in SIDES:
        _release(kept, own, side)
    return {**kept, **own}


def _split_plural_of(kept: dict[str, Any], key: str) -> None:
    """Give what a plural says to both sides, so that one side can be replaced; `key` is a one-sided key."""
    side, _, limb = key.partition(" ")
    plural = PLURAL_OF.get(limb, "")
    if side not in SIDES or plural not in kept:
        return
    both = _listed(kept.pop(plural))
    for each in SIDES:
        name = f"{each} {limb}"
        kept[name] = [*both, *_listed(kept.get(name, []))]


def _release(kept: dict[str, Any], own: Mapping[str, Any], side: str) -> None:
    """Take out of what earlier steps said of a limb what would keep the step's own words from counting."""
    if any(_is_free_arm(phrase) for phrase in _said(own, side, "arm", "hand")):
        _keep(kept, f"{side} hand", lambda phrase: not _is_contact(phrase))
    if any(_is_free_leg(phrase) for phrase in _said(own, side, "leg")):
        _keep(kept, f"{side} foot", lambda phrase: not _sets_the_leg(phrase))
    elif any(not _is_about_toes(phrase) for phrase in _said(own, side, "foot")):
        _keep(kept, f"{side} leg", lambda phrase: not _is_free_leg(phrase))


def _keep(kept: dict[str, Any], key: str, is_kept: Callable[[list[str]], bool]) -> None:
    """Leave of a one-sided key, and of its plural on that side, only some phrases."""
    said = _said(kept, *key.split(" "))
    remaining = [" ".join(phrase) for phrase in said if is_kept(phrase)]
    if len(remaining) == len(said):
        return
    _split_plural_of(kept, key)
    kept.pop(key, None)
    if remaining:
        kept[key] = remaining


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [value]


def _said(pose: Mapping[str, Any], side: str, *limbs: str) -> list[list[str]]:
    """The words of each phrase about some limbs of a side, plurals first; what is no text is passed over."""
    keys = [key for limb in limbs for key in (PLURAL_OF.get(limb, ""), f"{side} {limb}")]
    values = [item for key in keys if key in pose for item in _listed(pose[key])]
    texts = [part for value in values if isinstance(value, str) for part in value.split(",")]
    return [text.split() for text in texts if text.strip()]


def _is_free_arm(phrase: list[str]) -> bool:
    return phrase[0] in ("raise", "reach")


def _is_contact(phrase: list[str]) -> bool:
    return phrase[0] in HOWS and not any(PLACES[word].is_carried for word in phrase[1:] if word in PLACES)


def _sets_the_leg(phrase: list[str]) -> bool:
    """Whether the leg is as its foot needs it, on a thing or on the other leg, and words of its own do not count.

    A step comes under a foot wherever the leg is.
    """
    return phrase[0] in REST_HOWS and phrase[1:2] != [STEP]


def _is_free_leg(phrase: list[str]) -> bool:
    return phrase[0] in ("raise", "swing", "knee")


def _is_about_toes(phrase: list[str]) -> bool:
    return phrase[0] in ("point", "flex", "tucked", "sole")
