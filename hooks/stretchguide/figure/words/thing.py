"""What the row of a thing can say: all that words have to do with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from stretchguide.figure.words.limits import Limits
from stretchguide.figure.words.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingWords:
    """What words can say of a thing, and what follows from its being there."""

    meaning: str
    """In a few words, for the reference of the language."""
    places: tuple[str, ...] = ("",)
    """Where it is: parts of the body, or ways from it; the first is taken when none is written, empty: none need be."""
    must_say: bool = False
    """Whether the place must be written."""
    number: Limits | None = None
    size: float = 0.0
    """What the number is when none is written, where words have to know, in cm."""
    is_only_one: bool = False
    """Whether a picture has one at most."""

    serves_as: tuple[str, ...] = ()
    """Things that a base need not bring along when this one is there."""
    seat: str = ""
    """What the sentence says of who sits on it; empty where nobody does."""
    denies: str = ""
    """The thing that is not there when this one is named."""
    is_floor_of_lying: bool = False
    """Whether who lies or kneels on it has it for the floor: then it gives no place to hands and feet."""
    bears_head: bool = False
    """Whether the head of who lies does not come down to the floor because of it."""
    is_padding: bool = False
    """Whether it is only there for comfort where it bears a limb, or lies by."""
    lain_along: tuple[str, ...] = ()
    """Places where it bears the trunk and the head alike: then the head comes down to it."""
    is_stood_on: bool = False
    """Whether a standing foot is as high as it is wide."""

    gives: Mapping[str, Place] = field(default_factory=dict)
    """Places for hands and feet that are there with it, by their words."""
    is_one_for_each_hand: bool = False
    """Whether it gives its place only to the hand that it is written with."""
    told_by: tuple[str, ...] = ()
    """Places in a sentence that let a reader know that it is there."""
    is_place_told: bool = False
    """Whether they also let a reader know where it is."""
    hinted_by: tuple[str, ...] = ()
    """Places that let a reader guess it, which is enough for a sentence that would be too long."""

    said: str
    """How a sentence tells it. `{size}` is its number where numbers are said, `{at}` the words for its place."""
    said_alone: str = ""
    """The same where neither place nor number is written, when that reads differently."""
    measure: str = ""
    """What the number measures, after it: ` high`."""
    at: Mapping[str, str] = field(default_factory=dict)
    """The words for each place; of one that is not here, the words for where it usually stands."""
    in_pairs: Mapping[str, str] = field(default_factory=dict)
    """The words for a place when there is one on the other side, too."""
    turned: str = ""
    """What a text that is not brief adds of one that is turned."""
    detail: str = ""
    """What an exact text adds of a place that is written, `{place}`."""

    sample: Mapping[str, Any]
    """The words of a pose with it, as a stretch uses it: its picture in the reference."""
