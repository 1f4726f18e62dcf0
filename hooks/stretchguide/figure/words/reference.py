"""The whole language of poses, key by key: what a page of reference for contributors is printed from."""

from __future__ import annotations

from typing import NamedTuple

from stretchguide.figure.words.bases import BASES
from stretchguide.figure.words.forms import Form
from stretchguide.figure.words.limb_forms import ARM, ELBOW_WAYS, FOOT, KNEE, KNEE_WAYS, LEG, TOES
from stretchguide.figure.words.limits import ELEVATION, PERCENT
from stretchguide.figure.words.place import Place
from stretchguide.figure.words.places import FINGERS, FLOOR_STEPS, PLACES, REST_PLACES
from stretchguide.figure.words.signs import (
    ARROW_AT,
    ARROW_CIRCLED,
    ARROW_NODS,
    ARROW_OVER,
    ARROW_PARTS,
    ARROW_PRESSED,
    ARROW_SHAKEN,
    ARROW_SIZE,
    ARROW_WAYS,
    BREATHS,
)
from stretchguide.figure.words.things import THINGS
from stretchguide.figure.words.trunk_forms import HEAD, HIPS, SPINE
from stretchguide.figure.words.views import CLOSE, CLOSE_PARTS, VIEWS
from stretchguide.format.sides import SIDES


class Section(NamedTuple):
    """The phrases that some keys take."""

    keys: tuple[str, ...]
    forms: tuple[Form, ...]
    meaning: str = ""


def _contact_forms() -> tuple[Form, ...]:
    return tuple(
        Form(f"on {name}", (*place.faces, *(FINGERS if place.turns_fingers else ())), place.number, _more(place))
        for name, place in PLACES.items()
    )


def _more(place: Place) -> str:
    """What else may be written of a place."""
    if place.has_sides:
        return "that of the hand's side, or left or right before it"
    return f"then {', '.join(FLOOR_STEPS)} and so many cm" if place.takes_steps else ""


REFERENCE = (
    Section(("base",), tuple(Form(name, SIDES if b.side else (), None, b.meaning) for name, b in BASES.items())),
    Section(
        ("view",),
        (
            *(Form(f"{name} {close}".strip(), (), ELEVATION) for close in ("", CLOSE) for name in VIEWS),
            *(Form(f"{name} {CLOSE}", CLOSE_PARTS, ELEVATION) for name in VIEWS),
        ),
        f"left out: the one recommended for the base; `{CLOSE}` shows head and chest only, or the hands or feet that "
        "are named after it, for small movements of them",
    ),
    Section(("hips",), HIPS),
    Section(("trunk", "lower back", "upper back"), SPINE, "trunk spreads over both backs"),
    Section(("head",), HEAD),
    Section(("left arm", "right arm", "arms"), ARM),
    Section(
        ("left hand", "right hand", "hands"),
        (*_contact_forms(), *ARM),
        "on, hold, behind, under or to a place; lean on it with the forearm",
    ),
    Section(
        ("left elbow", "right elbow", "elbows"), tuple(Form(way) for way in ELBOW_WAYS), "several may stand together"
    ),
    Section(("left leg", "right leg", "legs"), LEG, "angles count from the base"),
    Section(
        ("left foot", "right foot", "feet"),
        (*FOOT, *(Form(f"on other {place}", ("in",), PERCENT) for place in REST_PLACES)),
        "on, across or over the other leg, one of them",
    ),
    Section(
        ("left knee", "right knee", "knees"),
        (*(Form(way) for way in KNEE_WAYS), *KNEE),
        "several may stand together",
    ),
    Section(("left toes", "right toes", "toes"), TOES),
    Section(("props",), tuple(Form(name, t.places, t.number, t.meaning) for name, t in THINGS.items())),
    Section(
        ("arrows",),
        (
            *(Form(f"{motion} {side}", at, ARROW_SIZE) for motion, at in ARROW_AT.items() for side in SIDES),
            *(Form(part, ARROW_WAYS, ARROW_SIZE, "or `to` another part") for part in ARROW_PARTS),
            *(Form(f"{part} up and over", ARROW_OVER, ARROW_SIZE) for part in ARROW_PARTS),
            *(Form(f"press {part}", ARROW_WAYS, ARROW_SIZE, "without moving") for part in ARROW_PRESSED),
            *(Form(f"circle {part}", ARROW_OVER, ARROW_SIZE, "a ring") for part in ARROW_CIRCLED),
            Form("shake", ARROW_SHAKEN, None, "small arcs on both sides"),
            *(Form(verb, ways, ARROW_SIZE, f"a small curve at the {at}") for verb, (at, ways) in ARROW_NODS.items()),
        ),
        "a sign of movement at a part of the body",
    ),
    Section(("feel", "also"), (), "muscle ids, with left or right before them where only that side is meant"),
    Section(("breath",), tuple(Form(word) for word in BREATHS)),
)
"""The whole language, key by key, for a page of reference."""
