"""Poses in words, for the tests of the language of figures and of what is made from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

from stretchguide.figure.words.forms import Form
from stretchguide.figure.words.limb_forms import HAND_PAIRS
from stretchguide.figure.words.places import FEET_ON, KNEES_ON, PLACES
from stretchguide.figure.words.pose_steps import poses_of
from stretchguide.figure.words.reference import REFERENCE
from stretchguide.figure.words.things import givers
from stretchguide.format.sides import SIDES

TESTS = Path(__file__).parent


def _read(name: str) -> Any:
    return yaml.load((TESTS / name).read_text("utf-8"), Loader=yaml.CSafeLoader)


MUSCLES = frozenset(entry["id"] for entry in _read("sample/exercises/_vocabulary/muscles.yml"))
PROTOTYPE: list[dict[str, Any]] = _read("data/poses.yml")
"""The poses that the language was made for."""
RECORDS = [pose for steps in _read("data/pose-steps.yml").values() for pose in poses_of(steps)]
"""The whole poses of the steps of records."""
POSES = [*PROTOTYPE, *RECORDS]


def _phrases(form: Form) -> Iterator[str]:
    numbers = [""]
    if form.number:
        numbers = [str(int(min(form.number.most, max(form.number.least, 20))))]
        if form.number.usual is not None or form.number.is_optional:
            numbers.append("")
    for way, number in product(form.ways or ("",), numbers):
        yield " ".join(f"{form.verb} {way} {number}".split())


def keys_and_phrases() -> list[tuple[str, str]]:
    """A phrase of each form of the language, with each word of choice, under each of its keys."""
    found = [
        (key, phrase)
        for section in REFERENCE
        for key in section.keys
        for form in section.forms
        for phrase in _phrases(form)
    ]
    return [(key, phrase) for key, phrase in found if _makes_sense(key, phrase)]


def _makes_sense(key: str, phrase: str) -> bool:
    """A few forms need more than themselves: a raise to be swung, a side, a part to point to, one foot, both hands."""
    if phrase.startswith("swing") or phrase in ("block", "ball 20", "ball"):
        return False
    if phrase in HAND_PAIRS and key not in ("arms", "hands"):
        return False
    if key == "feet" and phrase.startswith("on other"):
        return False
    if key == "base":
        return " " in phrase or phrase not in ("half-kneel", "lie")
    return True


def _hands(side: str) -> Iterator[str]:
    other = SIDES[side == "left"]
    for name, place in PLACES.items():
        owners = {"own": ("", "left ", "right "), "hand": ("", f"{other} "), "": ("",)}[place.owner]
        if not givers(name):
            yield from (f"{how} {owner}{name}" for how in ("on", "hold") for owner in owners)


_SAID = keys_and_phrases()
_VALUES = {key: sorted({p for k, p in _SAID if k == key}) for key in dict.fromkeys(key for key, _ in _SAID)}
_ON_THINGS = re.compile("|".join((*FEET_ON, *KNEES_ON)))
_VALUES = {key: [each for each in said if not _ON_THINGS.match(each)] for key, said in _VALUES.items()}
_VALUES |= {f"{side} hand": [*_hands(side), "flat", "fist"] for side in SIDES}
_VALUES["hands"] = ["on knee", "hold other elbow", "on floor ahead 20", "behind head", "on left knee"]
_LIMITED = {key: st.sampled_from(values) for key, values in _VALUES.items() if key != "base"}
poses = st.builds(
    lambda base, rest: {"base": base, **rest},
    st.sampled_from(_VALUES["base"]),
    st.fixed_dictionaries({}, optional=_LIMITED),
)
"""Poses with any base and any words, one phrase a key."""
values_of = _VALUES
"""Some phrases of each key."""
