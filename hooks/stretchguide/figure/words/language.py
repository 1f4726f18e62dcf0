"""The language of poses: what a record says about a figure, read into a `Pose`.

A pose is a mapping of keys to phrases (`right hand: behind head`, `trunk: "turn right 45, bend left 10"`). The words
stand in a table a noun: `bases`, `places`, `things`, `signs`, `views`, `trunk_forms`, `limb_forms`. What is wrong is
collected; whether a body can do what a pose says is for the solver. How a step takes over from the one before, and
the other side of a pose, are in `pose_steps`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from stretchguide.figure.words.arrow_words import arrow
from stretchguide.figure.words.bases import BASES, USUAL, Base
from stretchguide.figure.words.keys import KEYS, PLURAL_OF, PLURALS, REST
from stretchguide.figure.words.limb_forms import HAND_PAIRS
from stretchguide.figure.words.limb_words import ArmWords, LegWords, arm_of, leg_of
from stretchguide.figure.words.limits import ELEVATION
from stretchguide.figure.words.muscle_words import felt
from stretchguide.figure.words.needed_things import missing
from stretchguide.figure.words.phrases import Faults, KeyPath, Phrase, PoseFault, is_number, kind_of, remedy
from stretchguide.figure.words.places import STEP
from stretchguide.figure.words.pose import Arm, Arrow, Bending, Leg, LitMuscle, Pose, Thing, View
from stretchguide.figure.words.pose_steps import inherited, mirrored, poses_of
from stretchguide.figure.words.signs import BREATHS
from stretchguide.figure.words.thing_words import ordered, thing
from stretchguide.figure.words.things import THINGS
from stretchguide.figure.words.trunk_words import bending_of, head_of, hips_of
from stretchguide.figure.words.views import CLOSE, CLOSE_PARTS, VIEWS
from stretchguide.figure.words.where import BESIDE
from stretchguide.format.problems import quoted
from stretchguide.format.sides import SIDES

__all__ = ["Pose", "PoseError", "PoseFault", "inherited", "mirrored", "parse", "poses_of", "read"]


class PoseError(ValueError):
    """A pose that cannot be read; `fault` is the first thing that is wrong with it."""

    def __init__(self, fault: PoseFault) -> None:
        self.fault = fault
        where = " ".join(str(step) for step in fault.path)
        super().__init__(f"{where}: {fault.message}" if where else fault.message)


def parse(pose: Mapping[str, Any], known_muscles: Collection[str] | None = None) -> Pose:
    """The pose of a mapping that names a base. Raises PoseError with the first fault."""
    found, faults = read(pose, known_muscles)
    if found is None:
        raise PoseError(faults[0])
    return found


def read(pose: object, known_muscles: Collection[str] | None = None) -> tuple[Pose | None, list[PoseFault]]:
    """The pose of a mapping, or None and everything that is wrong with it.

    Any value is taken, so that a record can be checked as it comes from its file; nothing is raised. Every muscle is
    known when `known_muscles` is None.
    """
    if not isinstance(pose, Mapping):
        return None, [PoseFault((), f"{kind_of(pose)} stands here; write keys such as base, trunk, left hand")]
    reader = _PoseReader(pose, known_muscles)
    found = reader.pose()
    faults = list(dict.fromkeys(reader.faults.found))
    return (None if faults else found), faults


@dataclass
class _PoseReader:
    """One pose while it is read."""

    values: Mapping[Any, Any]
    muscles: Collection[str] | None
    faults: Faults = field(default_factory=Faults)

    def pose(self) -> Pose:
        """The pose as far as it can be read; only without faults is it what was meant."""
        self._keys()
        name, side = self._base()
        base = BASES[name]
        things = [each for phrase in self._phrases("props") if (each := thing(phrase, self.faults))]
        head = self._phrases("head")
        arms = self._arms(base, side)
        legs = self._legs()
        lies_bare = base.lies == "back" and not any(_is_over(each) for each in things)
        everything = self._things(base, things, legs)
        self._needs(base, arms, legs, everything)
        neck, tuck = head_of(head, self.faults)
        return Pose(
            name,
            side,
            self._view(base, side),
            hips_of(self._phrases("hips"), self.faults),
            self._bending("trunk"),
            self._bending("lower back"),
            self._bending("upper back"),
            neck,
            tuck,
            lies_bare and not head,
            arms,
            legs,
            everything,
            self._arrows(),
            self._felt("feel"),
            self._felt("also"),
            self._breath(),
            self.faults.text(self.values["title"], ("title",)) if "title" in self.values else "",
        )

    # -- keys and values ------------------------------------------------------------------------------------------

    def _keys(self) -> None:
        for key in self.values:
            if not isinstance(key, str):
                self.faults.add((), f"{kind_of(key)} is used as a key; write one of the language's keys")
            elif key not in KEYS:
                self.faults.add((key,), f"unknown key {quoted(key)}{remedy(key, KEYS)}")

    def _phrases(self, key: str) -> list[Phrase]:
        """The phrases of a key; none where it is missing or says `rest`."""
        if key not in self.values:
            return []
        found = self.faults.phrases(self.values[key], (key,))
        rests = [phrase for phrase in found if phrase.words == (REST,)]
        if not rests:
            return found
        if key not in _CAN_REST:
            self.faults.add((key,), f"'{REST}' means nothing here; leave {quoted(key)} out")
        elif len(found) > 1:
            self.faults.add(rests[0].path, f"'{REST}' stands beside other words; write it alone")
        return []

    def _limb(self, side: str, limb: str) -> list[Phrase]:
        """What the plural and then the side's own key say of a limb."""
        plural = PLURAL_OF.get(limb)
        return (self._phrases(plural) if plural else []) + self._phrases(f"{side} {limb}")

    def _word(self, key: str) -> Phrase | None:
        """The value of a key that takes one phrase."""
        found = self._phrases(key)
        if len(found) > 1:
            self.faults.add((key,), f"{quoted(key)} takes one phrase; leave out all after {quoted(found[0])}")
        return found[0] if found else None

    # -- base and view --------------------------------------------------------------------------------------------

    def _base(self) -> tuple[str, str | None]:
        """The base and its side; the usual one, and a fault, when it cannot be read."""
        if "base" not in self.values:
            self.faults.add((), f"no base is named; write base: and one of {', '.join(BASES)}")
            return USUAL, None
        phrase = self._word("base")
        if phrase is None:
            return USUAL, None
        name = phrase.verb
        if name not in BASES:
            self.faults.add(phrase.path, f"unknown base {quoted(phrase)}{remedy(str(phrase), tuple(BASES))}")
            return USUAL, None
        wrong = _wrong_side(name, phrase.words[1:])
        if wrong:
            self.faults.add(phrase.path, wrong)
            return USUAL, None
        return name, phrase.words[1] if len(phrase.words) > 1 else BASES[name].usual_side or None

    def _view(self, base: Base, side: str | None) -> View:
        """Where the figure is seen from; what is not said is as recommended for the base."""
        usual = usual_view(base, side)
        phrase = self._word("view") if "view" in self.values else None
        if phrase is None:
            return usual
        way, *rest = phrase.words
        if way not in VIEWS:
            self.faults.unknown(phrase.path, way, tuple(VIEWS))
            return usual
        is_close = CLOSE in rest
        after = rest[rest.index(CLOSE) + 1 :] if is_close else []
        part = " ".join(word for word in after if not is_number(word))
        if part and part not in CLOSE_PARTS:
            self.faults.unknown(phrase.path, part, CLOSE_PARTS)
            return usual
        for word in (*([CLOSE] if is_close else []), *part.split()):
            rest.remove(word)
        if len(rest) > 1:
            self.faults.add(phrase.path, f"{quoted(phrase)} has too many words; write a side and the eye's height")
            return usual
        height = self.faults.number(phrase, rest[0], ELEVATION) if rest else None
        return View(way, usual.elevation if height is None else height, is_close, part)

    # -- trunk ----------------------------------------------------------------------------------------------------

    def _bending(self, key: str) -> Bending:
        return bending_of(self._phrases(key), self.faults)

    # -- limbs and things -----------------------------------------------------------------------------------------

    def _arms(self, base: Base, side: str | None) -> tuple[Arm, Arm]:
        left, right = (self._arm(base, own, side) for own in SIDES)
        if left.shape != right.shape and (pair := {left.shape, right.shape} & set(HAND_PAIRS)):
            key = [key for key in self.values if PLURALS.get(key, key).endswith(("arm", "hand"))][-1]
            self.faults.add((key,), f"{quoted(min(pair))} needs both hands; write it under 'hands'")
        return left, right

    def _arm(self, base: Base, own: str, side: str | None) -> Arm:
        words = ArmWords(self._limb(own, "arm"), self._limb(own, "hand"), self._limb(own, "elbow"))
        if not words.arm and not words.hand:
            path: KeyPath = (f"{own} arm",)
            if base.hand:
                words = words._replace(hand=self.faults.phrases(base.hand, path))
            elif base.arm and (own == side or not base.is_arm_of_side):
                words = words._replace(arm=self.faults.phrases(base.arm, path))
        return arm_of(words, own, self.faults)

    def _legs(self) -> tuple[Leg, Leg]:
        left, right = (
            leg_of(LegWords(*(self._limb(own, limb) for limb in ("leg", "foot", "knee", "toes"))), own, self.faults)
            for own in SIDES
        )
        if left.rest and right.rest:
            key = [key for key in self.values if key in ("feet", *(f"{own} foot" for own in SIDES))][-1]
            self.faults.add((key,), "both feet cannot lie on each other's leg; leave one of them where it is")
        return left, right

    def _things(self, base: Base, said: Sequence[Thing], legs: Sequence[Leg]) -> tuple[Thing, ...]:
        """What was said and what comes along with the base or with a foot on a step."""
        kinds = {each.kind for each in said}
        under = {each.kind for each in said if each.place not in BESIDE}
        for kind, words in THINGS.items():
            if {kind, words.denies} <= kinds:
                self.faults.add(("props",), f"both a {words.denies} and {kind} are named; leave one of them out")
            if words.is_only_one and len({each for each in said if each.kind == kind}) > 1:
                self.faults.add(("props",), f"there can be one {kind} only; leave the others out")
        brought = base.thing
        found = list(said)
        if brought and not any(brought in (kind, *THINGS[kind].serves_as) for kind in under):
            found.append(Thing(brought))
        steps = [leg.on_step for leg in legs if leg.on_step is not None]
        if steps and STEP not in kinds:
            found.append(Thing(STEP, number=max(steps)))
        return ordered(found)

    def _needs(self, base: Base, arms: Sequence[Arm], legs: Sequence[Leg], things: Sequence[Thing]) -> None:
        """Note each hand, foot and knee on something that is not there."""
        for key, message in missing(base, arms, legs, things):
            plural = next(name for name, one in PLURALS.items() if key.endswith(one))
            self.faults.add((key if key in self.values else plural,), message)

    # -- signs ----------------------------------------------------------------------------------------------------

    def _arrows(self) -> tuple[Arrow, ...] | None:
        if "arrows" not in self.values:
            return None
        return tuple(found for phrase in self._phrases("arrows") if (found := arrow(phrase, self.faults)))

    def _felt(self, key: str) -> tuple[LitMuscle, ...] | None:
        if key not in self.values:
            return None
        found = [felt(phrase, self.muscles, self.faults) for phrase in self._phrases(key)]
        return tuple(dict.fromkeys(each for each in found if each))

    def _breath(self) -> str | None:
        phrase = self._word("breath")
        if phrase and str(phrase) not in BREATHS:
            self.faults.unknown(phrase.path, str(phrase), BREATHS)
        return str(phrase) if phrase else None


_CAN_REST = (
    "hips",
    "trunk",
    "lower back",
    "upper back",
    "head",
    *PLURALS,
    *(f"{s} {p}" for s in SIDES for p in PLURALS.values()),
)


def _is_over(thing: Thing) -> bool:
    """Whether the head of who lies is kept off the floor by a thing on which the trunk does not lie."""
    words = THINGS[thing.kind]
    return words.bears_head and thing.place not in words.lain_along


def usual_view(base: Base, side: str | None) -> View:
    """The recommended view of a base."""
    other = "left" if side == "right" else "right"
    way, height = base.view.replace("{own}", side or "").replace("{other}", other).split()
    return View(way, float(height))


def _wrong_side(name: str, words: Sequence[str]) -> str:
    """What is wrong with the words after a base, or nothing."""
    base = BASES[name]
    if not base.side:
        return f"{quoted(' '.join(words))} is too much after '{name}'; leave it out" if words else ""
    if len(words) == 1 and words[0] in SIDES:
        return ""
    if not words and base.usual_side:
        return ""
    return f"'{name}' needs a side ({base.side}); write '{name} left' or '{name} right'"
