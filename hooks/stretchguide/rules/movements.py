"""Rules 22 and 28: what the body is asked to do stands among a variant's movements, so that its cautions come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from stretchguide.format import prose
from stretchguide.format.problems import ProblemLevel, quoted
from stretchguide.format.records import Variant
from stretchguide.gallery.gallery import Row
from stretchguide.gallery.picture import CannotDraw, Picture
from stretchguide.rules.rule import Finding, Findings, PictureCase, VariantCase, picture_rule, variant_rule

_UP_TO_THREE_WORDS = r"(?:[\s,]+[\w'’-]+){0,3}?[\s,]+"


@variant_rule(28, "steps", "position", "movements")
def words_bring_their_movements(case: VariantCase) -> Findings:
    """A movement is asked for once, where a step first says it."""
    told = {*case.variant.movements, *case.vocabulary.positions[case.variant.position].asks}
    for words in case.step_words:
        if words.name in ("text", "title"):
            for movement, said in _asked(case, words.text):
                if movement not in told:
                    told.add(movement)
                    fact = f"the step says {quoted(said)}, but the variant's movements have no {quoted(movement)}"
                    yield Finding(words.path, f"{fact}; add it, or say it otherwise")


def _asked(case: VariantCase, text: str) -> Iterator[tuple[str, str]]:
    said = text.casefold()
    for movement, phrases in case.vocabulary.said_movements:
        for phrase in phrases:
            # Few texts hold the first words of a phrase, and to look for letters takes no time.
            if _begin(phrase) in said and (found := next(prose.asserted(_phrase(phrase), text), None)):
                yield movement, found.group()


@cache
def _begin(phrase: str) -> str:
    return phrase.partition("...")[0].strip().casefold()


@cache
def _phrase(phrase: str) -> re.Pattern[str]:
    parts = (re.escape(part.strip()) for part in phrase.split("..."))
    return re.compile(rf"\b{_UP_TO_THREE_WORDS.join(parts)}\b", re.IGNORECASE)


@variant_rule(28, "position", "movements")
def a_position_brings_its_movements(case: VariantCase) -> Findings:
    for movement in case.vocabulary.positions[case.variant.position].asks:
        if movement not in case.variant.movements:
            fact = f"the position {quoted(case.variant.position)} asks for the movement {quoted(movement)}"
            yield Finding((*case.path, "position"), f"{fact}; add it, or choose another position")


class Limit(NamedTuple):
    """From where on a motion of the figure is a movement that brings its cautions."""

    motion: str
    """A name of ``angles_of``."""
    least: float
    unit: str
    """Of the number; empty where the motion is either so or not."""
    movements: tuple[str, ...]
    """One of them must be named; the first is proposed."""
    source: str
    """Where the number comes from."""


_RECORD = "the contract of the record, rule 22"
_READ = "by agreement of two readings of all figures"
# The cautions speak of a side bend, an ear towards the shoulder, wide legs and a leg across the middle, and none of the
# vocabulary's references says from which angle on. These numbers were set by hand, above what a figure shows that only
# leans, stands or takes a step; a clinician may set them otherwise.
_OURS = "our own reading of the caution's words; no reference gives an angle"
_ROUND = ("spine-flexion-gentle", "spine-flexion-end")
_TURN = ("spine-rotation-gentle", "spine-rotation-end")

LIMITS = (
    Limit("back rounds", 30, "degrees", _ROUND, _RECORD),
    Limit("back turns", 25, "degrees", _TURN, _RECORD),
    Limit("back arches", 15, "degrees", ("spine-extension",), _READ),
    Limit("back bends sideways", 20, "degrees", ("spine-side-bend",), _OURS),
    Limit("neck bends forward", 25, "degrees", ("neck-flexion",), _READ),
    Limit("neck bends back", 25, "degrees", ("neck-extension",), _READ),
    Limit("neck bends sideways", 25, "degrees", ("neck-side-bend",), _OURS),
    Limit("head turns", 30, "degrees", ("neck-rotation",), _READ),
    Limit("head is below the chest", 5, "cm", ("head-down",), f"{_RECORD}, and 5 cm for a level back"),
    Limit(
        "hip bends",
        100,
        "degrees",
        ("hip-flexion-past-90", "hip-deep-fold"),
        f"{_RECORD}: past 90, and 10 for how a seat is drawn",
    ),
    Limit("thigh goes behind", 20, "degrees", ("hip-extension-end",), _READ),
    Limit("thighs part", 60, "degrees", ("wide-legs",), _OURS),
    Limit("thigh goes across", 15, "degrees", ("hip-crosses-midline", "crossed-legs"), _OURS),
    Limit("knee bends", 135, "degrees", ("deep-knee-bend",), "the whole range of a knee (AAOS, Joint Motion, 1965)"),
    Limit("arm goes up", 150, "degrees", ("shoulder-overhead",), _READ),
    Limit("knees bear weight", 1, "", ("kneeling",), _RECORD),
    Limit("hands bear weight", 1, "", ("weight-on-hands",), _RECORD),
    Limit("legs cross", 1, "", ("crossed-legs",), _READ),
)


@picture_rule(22)
def figures_bring_their_movements(case: PictureCase) -> Findings:
    """Each movement once, at the first pose that goes beyond its limit. A variant without poses is not judged."""
    for index, variant, pictures in _pictured(case):
        told = set(variant.movements)
        for number, picture in enumerate(pictures):
            for limit in _beyond(picture):
                if not told.intersection(limit.movements):
                    told.add(limit.movements[0])
                    yield Finding(("variants", index, "steps", number, "pose"), _untold(limit, picture))


@picture_rule(22)
def movements_are_seen(case: PictureCase) -> Findings:
    """A note on each movement that no picture of its variant shows: it may well be there, or it brings cautions that
    nobody needs."""
    for index, variant, pictures in _pictured(case):
        drawn = [picture for picture in pictures if isinstance(picture, Picture)]
        for number, movement in enumerate(variant.movements if drawn else ()):
            limits = [limit for limit in LIMITS if movement in limit.movements]
            if limits and not any(limit in _beyond(picture) for limit in limits for picture in drawn):
                fact = f"no picture shows the movement {quoted(movement)}"
                path = ("variants", index, "movements", number)
                yield Finding(path, f"{fact}; look whether the stretch asks for it", ProblemLevel.NOTE)


def _pictured(case: PictureCase) -> Iterator[tuple[int, Variant, Row]]:
    """Each variant with its place in the record, and the pictures of its steps."""
    rows = zip(case.record.variants, case.gallery.pictures(case.record), strict=True)
    return ((index, variant, row) for index, (variant, row) in enumerate(rows))


def _beyond(picture: Picture | CannotDraw | None) -> list[Limit]:
    if not isinstance(picture, Picture):
        return []
    return [limit for limit in LIMITS if picture.drawing.angles.get(limit.motion, 0) >= limit.least]


def _untold(limit: Limit, picture: Picture | CannotDraw | None) -> str:
    assert isinstance(picture, Picture)
    by = (
        f" by {picture.drawing.angles[limit.motion]:.0f} {limit.unit} (from {limit.least:.0f} on)" if limit.unit else ""
    )
    which = " or ".join(map(quoted, limit.movements))
    return f"in this pose the {limit.motion}{by}, and no movement says so; add {which}, or write less"


RULES = (
    figures_bring_their_movements,
    movements_are_seen,
    words_bring_their_movements,
    a_position_brings_its_movements,
)
