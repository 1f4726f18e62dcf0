"""Nouns, directions and amounts of the sentence that describes a figure: data, and how a number becomes words.

A wording is brief, plain or exact. Brief is for reading: it leaves out what only makes the picture look right, and more
where a sentence would get too long. Plain says every word of the pose, amounts as "a little", "far", or nothing. Exact
says every number, so that no two amounts read the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from stretchguide.figure.words.limb_forms import PALMS
from stretchguide.figure.words.places import GROUND, PLACES, called
from stretchguide.figure.words.pose import Arm, Leg

PLURALS = {
    "foot": "feet",
    "calf": "calves",
    "toes": "toes",
    "small toes": "small toes",
    "fingers": "fingers",
    "waist": "waist",
}
FACES = {
    "out": "the outer side of ",
    "in": "the inner side of ",
    "front": "the front of ",
    "back": "the back of ",
    "top": "the top of ",
}
HOWS = {"on": "on", "hold": "holding", "behind": "behind", "under": "under", "lean": "on"}
RAISED = {
    "front": "forward",
    "front-out": "forward and out",
    "front-in": "forward and in",
    "side": "to the side",
    "back-out": "back and out",
    "back": "back",
    "across": "across the body",
}
WAYS = {"front": "forward", "left": "to the left", "right": "to the right"}
SHAPES = {
    "cup": "cupped",
    "grip": "closed",
    "fist": "in a fist",
    "point": "pointing a finger",
    "hook": "in a hook, the big knuckles straight",
    "roof": "bent at the big knuckles, the fingers straight",
    "laced away": "laced, palms away",
    "palms together": "palm to palm",
    "backs together": "back to back",
}
FINGER_SHAPES = {"fan": ("fingers", "spread"), "thumb out": ("thumb", "drawn out")}
"""A part of the hand and what it does, by the shape of a hand that is told by that."""
TOE_SHAPES = {
    "spread": ("toes", "spread"),
    "big up": ("big toe", "lifted"),
    "small up": ("small toes", "lifted"),
}
"""A part and what it does, by the shape of the toes."""

# A bend of up to so many degrees is small.
_SMALL_BEND = 16.0
# Words for amounts up to so many degrees; the last one is for all above.
_TURNED = ((15, " a little"), (49, ""), (999, " far"))
_BENT = ((6, "straight"), (35, "slightly bent"), (115, "bent"), (999, "well bent"))
_LEVEL = " to shoulder height"
_ARM = (
    (10, "beside the body"),
    (25, "raised {} a little"),
    (75, "raised {}"),
    (105, "raised {}" + _LEVEL),
    (150, "raised high {}"),
    (999, "raised {} overhead"),
)
_LEG = (
    (10, "in line with the body"),
    (25, "raised a little {}"),
    (70, "raised {}"),
    (100, "raised well {}"),
    (999, "drawn up {}"),
)


class SaidPart(NamedTuple):
    """A piece of a clause: a part of the body and what it does."""

    noun: str
    does: str


class Wording(NamedTuple):
    """How numbers are said; texts that follow other words begin with a space."""

    is_exact: bool
    is_brief: bool = False
    ground: str = GROUND
    """What feet are on that stand beside a body."""
    seat: str = ""
    """The noun of the seat beside a body, where it is no part of a chair."""

    def place(self, name: str) -> str:
        """The noun of a place."""
        return self.seat if self.seat and PLACES[name].chair == "seat" else called(name)

    def matters(self, degrees: float) -> bool:
        """Whether a bend is said at all: a brief text leaves out small ones, which only make a posture natural."""
        return not self.is_brief or abs(degrees) > _SMALL_BEND

    def turned(self, degrees: float) -> str:
        """How far something is turned or bent, whichever way."""
        return f" {size(abs(degrees))}" if self.is_exact else _band(_TURNED, abs(degrees))

    def joint(self, degrees: float) -> str:
        """How far an elbow or a knee is bent."""
        return f"bent {size(degrees)}" if self.is_exact else _band(_BENT, abs(degrees))

    def raised(self, way: str, degrees: float, is_arm: bool) -> str:
        """How far an arm or leg is raised in a direction of `RAISED`."""
        if self.is_exact:
            return f"raised {RAISED[way]} {size(degrees)}"
        text = _band(_ARM if is_arm else _LEG, abs(degrees))
        if not self.is_brief:
            usual = "side" if is_arm else "front"
            hangs = abs(degrees) <= (_ARM if is_arm else _LEG)[0][0]
            return f"{text}, a little {RAISED[way]}" if hangs and way != usual else text.format(RAISED[way])
        # Of an arm overhead, or a leg at the chest, nobody asks which way it went.
        is_up = abs(degrees) > (_ARM if is_arm else _LEG)[-2][0]
        way = "" if is_up else f" {RAISED[way.partition('-')[0]]}"
        said = text.removesuffix(_LEVEL).replace(" {}", way)
        return said.replace("raised to the side", "out to the side") if is_arm else said

    def palm(self, degrees: float) -> str:
        """Where the palm faces."""
        if self.is_exact and degrees not in PALMS.values():
            return f"turned {size(degrees)}"
        return f"facing {min(PALMS, key=lambda word: abs(PALMS[word] - degrees))}"

    def length(self, centimetres: float, after: str = "") -> str:
        """A length, whichever way, and a word after it; nothing in plain words."""
        return f" {number(abs(centimetres))} cm{after}" if self.is_exact else ""

    def detail(self, text: str) -> str:
        """What only an exact text says, in brackets."""
        return f" ({text})" if self.is_exact else ""


BRIEF, PLAIN, EXACT = Wording(False, is_brief=True), Wording(False), Wording(True)


def _band(bands: Sequence[tuple[int, str]], value: float) -> str:
    return next(word for most, word in bands if value <= most)


def number(value: float) -> str:
    """A number without needless digits."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


def size(degrees: float) -> str:
    """An angle in figures."""
    return f"{number(degrees)} degrees"


def sideways(value: float) -> str:
    """The side of a signed angle or length."""
    return "to the left" if value > 0 else "to the right"


def plural(noun: str) -> str:
    """More than one of it."""
    return PLURALS.get(noun, f"{noun}s")


def listed(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def clause(owner: str, parts: Iterable[SaidPart]) -> str:
    """The parts of one limb as one clause: `left foot back with the knee out`.

    The owner is `left`, `right`, or empty for both sides together, whose parts are then plural.
    """
    said: dict[str, list[str]] = {}
    for part in parts:
        said.setdefault(part.noun if owner else plural(part.noun), []).append(part.does)
    texts = [f"{noun} {' and '.join(does)}" for noun, does in said.items()]
    if not texts:
        return ""
    first = f"{owner} {texts[0]}" if owner else texts[0]
    return f"{first} with {listed([f'the {text}' for text in texts[1:]])}" if texts[1:] else first


# A swing of up to so many degrees is fine tuning that plain words leave out.
_FINE = 12.0


def swung(limb: Arm | Leg, say: Wording) -> str:
    """How far the plane is moved in which a limb is raised; empty where that is left out."""
    if not limb.swing or (abs(limb.swing) <= _FINE and not say.is_exact):
        return ""
    moved = "" if say.is_brief else f" moved{say.turned(limb.swing)}"
    return f" and{moved} {'forward' if limb.swing > 0 else 'back'}"


def turned(degrees: float, say: Wording) -> str:
    """How a limb is turned about its length; out < 0."""
    return f"turned {'in' if degrees > 0 else 'out'}{say.turned(degrees)}"
