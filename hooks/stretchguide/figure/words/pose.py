"""What a pose says, as immutable values: no text to take apart any more, and no geometry yet.

`language` makes a `Pose` from the words of a record, the solver finds a body for it, `description` puts it into a
sentence. Words stand in one spelling only (`forward` is `front`, `round` is a fold), and words that cannot count,
such as the angles of an arm whose hand rests on something, are left out: two equal poses are the same picture.
"""

from __future__ import annotations

from typing import NamedTuple

from stretchguide.figure.words.limb_forms import RAISE_PLANES
from stretchguide.figure.words.views import CLOSE, VIEWS
from stretchguide.format.sides import SIDES

_BOTH = {"hand": "hands", "foot": "feet"}
# A hand is so much smaller than a body.
_ZOOM = 3.0


class View(NamedTuple):
    """Where the figure is seen from."""

    way: str
    """A key of `VIEWS`: the side of the figure that the eye sees."""
    elevation: float
    """How high the eye is, in degrees; 90 looks straight down."""
    is_close: bool = False
    """Whether only head and chest are shown, and hands that are near them; or a part."""
    part: str = ""
    """What a close view shows in place of head and chest, one of `CLOSE_PARTS`."""

    @property
    def azimuth(self) -> float:
        """The way as an angle in degrees: 0 from the front, 90 from the figure's left."""
        return VIEWS[self.way]

    @property
    def shown(self) -> tuple[str, ...]:
        """The hands or feet that a close view shows, each with its side; none where it shows head and chest."""
        named = {f"{side} {part}": both for part, both in _BOTH.items() for side in SIDES}
        return tuple(name for name, both in named.items() if self.part in (both, name))

    @property
    def zoom(self) -> float:
        """How many times larger than a whole body what is seen is drawn."""
        return _ZOOM if self.part else 1.0

    def __str__(self) -> str:
        """As it is written."""
        return " ".join([self.way, f"{self.elevation:g}", *([CLOSE] if self.is_close else []), *self.part.split()])


class Bending(NamedTuple):
    """How a part of the spine is bent, in degrees: fold > 0 forward, side > 0 and turn > 0 to the figure's left."""

    fold: float = 0.0
    side: float = 0.0
    turn: float = 0.0


class HipTurn(NamedTuple):
    """A turn of the pelvis."""

    motion: str
    """`fold` (forward), `tilt` (sideways) or `turn`."""
    degrees: float
    """Forward and to the figure's left > 0; a tuck is a fold < 0."""


class Hips(NamedTuple):
    """Where the pelvis goes from where the base has it."""

    turns: tuple[HipTurn, ...] = ()
    """One after the other, each in the frame that the one before left."""
    left: float = 0.0
    """Shift in cm; to the right < 0."""
    forward: float = 0.0
    """Shift in cm; back < 0."""
    lower: float = 0.0
    """In cm; lifted < 0."""

    @property
    def tuck(self) -> float:
        """All tucks together, in degrees."""
        return sum(-turn.degrees for turn in self.turns if turn.motion == "fold" and turn.degrees < 0)


class Contact(NamedTuple):
    """What a hand touches."""

    how: str
    """`on`, `hold`, `behind` or `under`; `lean`: not the hand but the forearm is there."""
    place: str
    """A key of `PLACES`."""
    side: str = ""
    """Whose place it is, `left` or `right`; empty where there is only one."""
    number: float | None = None
    """Percent along the limb, or a height in cm."""
    face: str = ""
    """Which side of it: `out`, `in`, `front`, `back`, `top`."""
    steps: tuple[tuple[str, float], ...] = ()
    """On the floor, from under the shoulder, or along a wall: `ahead`, `back`, `out`, `in` by so many cm."""
    fingers: str = ""
    """On something level, where they point: `side`, `in`, `back`; ahead when empty."""


class Arm(NamedTuple):
    """What an arm does. Angles count from the chest, in degrees; None where nothing was said, or nothing but 0."""

    raised: str = ""
    """The direction it is raised in, a key of `RAISE_PLANES`."""
    lift: float | None = None
    swing: float = 0.0
    """Of the plane it is raised in, towards the front."""
    reach: str = ""
    """A direction in place of a raise: front, back, left, right, up, down."""
    elbow: float | None = None
    """Bend; 0 is straight."""
    turn: float | None = None
    """Of the upper arm, in > 0, out < 0."""
    palm: float | None = None
    """Turn of the forearm; 0 has the palm towards the body."""
    wrist: float | None = None
    """Towards the palm > 0, back < 0."""
    shrug: float = 0.0
    """How far the shoulder is lifted, in degrees of the collarbone."""
    draw: float = 0.0
    """How far the shoulder is drawn back, towards the spine; forward < 0."""
    shape: str = ""
    """Of the hand."""
    holds: str = ""
    """A thing in the hand that goes where the hand goes: a strap, a stick."""
    contact: Contact | None = None
    elbow_ways: tuple[str, ...] = ()
    """Where the elbow goes while the hand touches something: out, down, back, up, forward, in."""

    look: tuple[tuple[str, str], ...] = ()
    """What is seen of it in place of what it was told: parts of it, and what each does. No words ask for it."""

    @property
    def plane(self) -> float | None:
        """The plane of the raise in degrees: 0 sideways, 90 forward, -90 back."""
        return RAISE_PLANES[self.raised] + self.swing if self.raised else None

    @property
    def leans(self) -> bool:
        """Whether its forearm lies on something."""
        return self.contact is not None and self.contact.how == "lean"


class FootRest(NamedTuple):
    """Where a foot lies on the other leg."""

    side: str
    """Of the leg it lies on."""
    place: str
    """`knee`, `thigh` or `shin`."""
    percent: float
    """Along the segment: `knee` counts along the thigh."""
    is_inside: bool = False
    """Against the inner side, not on top."""


class Support(NamedTuple):
    """A thing in the room that a foot or a shin is on."""

    place: str
    """`seat`, `wall` or `frame`."""
    touches: str
    """`sole`, `heel` or `shin`."""
    number: float | None = None
    """A height in cm; as high as the leg reaches when None."""


class Leg(NamedTuple):
    """What a leg and its foot do. Angles count from the base, in degrees; None where nothing was said."""

    raised: str = ""
    """The direction it is raised in, a key of `RAISE_PLANES`."""
    lift: float | None = None
    swing: float = 0.0
    """Of the plane it is raised in, towards the front."""
    knee: float | None = None
    """Bend; 0 is straight."""
    turn: float | None = None
    """In > 0, out < 0; 0 has the kneecap up when the thigh is raised to the front."""
    point: float | None = None
    """Of the toes; flexed < 0."""
    stance: str = ""
    """`hip-wide`, `shoulder-wide`, `together` or `wide`."""
    width: float | None = None
    """Of a `wide` stance, from ankle to ankle in cm."""
    forward: float = 0.0
    """Steps, in cm; back < 0."""
    out: float = 0.0
    """Steps, in cm; in < 0."""
    toes_out: float | None = None
    """How far the foot is turned out on the floor; turned in < 0."""
    heel_up: float | None = None
    """How far the heel is over the ball of the foot; below it, over the edge of a step < 0."""
    toes_up: float | None = None
    """How far the ball of the foot is over the heel, on which it stands."""
    is_on_tops: bool = False
    """The tops of the toes lie on the floor, the heel is up and ahead of them."""
    is_flat: bool = False
    """The foot stands on the floor beside a body that sits or lies."""
    flat_distance: float | None = None
    """So far ahead of the pelvis, in cm."""
    soles_together: float | None = None
    """The soles face each other, so far ahead of the pelvis, in cm."""
    on_step: float | None = None
    """The height of the step under the foot, in cm."""
    rest: FootRest | None = None
    support: Support | None = None
    """What stands beside the body and bears the foot or the shin."""
    is_tucked: bool = False
    """The toes of a kneeling leg are tucked under."""
    sole: float | None = None
    """How far the sole is turned to face in, at the ankle, in degrees; out < 0."""
    toes: str = ""
    """What toes do, a key of `TOE_SHAPES`."""
    toes_back: float | None = None
    """How far toes are drawn towards the shin, in degrees."""
    knee_ways: tuple[str, ...] = ()
    """Where the knee goes: out, forward, up, in, back."""
    knees_wide: float | None = None
    """From knee to knee of a kneeling body, in cm."""

    look: tuple[tuple[str, str], ...] = ()
    """What is seen of it in place of what it was told: parts of it, and what each does. No words ask for it."""

    @property
    def plane(self) -> float | None:
        """The plane of the raise in degrees: 0 sideways, 90 forward, -90 back."""
        return RAISE_PLANES[self.raised] + self.swing if self.raised else None

    @property
    def is_free(self) -> bool:
        """Whether the leg is held by its angles, whatever the base has it do."""
        return bool(self.raised) or self.knee is not None


class Thing(NamedTuple):
    """A thing beside the body."""

    kind: str
    """A key of `THINGS`."""
    place: str = ""
    """A part of the body, with `left` or `right` before it where it has two; `rail` of a step."""
    number: float | None = None
    """In cm: how far ahead, how wide or how high, as the kind has it."""


class Arrow(NamedTuple):
    """A sign of movement, tied to a part of the body."""

    part: str
    """What moves: `pelvis`, `chest`, `left hand`; for a turn or tilt `chest`, `head` or `waist`."""
    motion: str = "move"
    """`move`, `press` without moving, `turn`, `tilt`, `circle` for a ring, `nod` for a curve at head or hips, or
    `shake` for arcs on both sides."""
    ways: tuple[str, ...] = ()
    """Directions that are added: up, down, left, right, forward, back. Of a turn or tilt, the side; of a small curve,
    where it goes: down, up, under, forward."""
    towards: str = ""
    """Another part to which it points, in place of directions."""
    is_over: bool = False
    """First up, then over to a side, forward or back."""
    amount: float | None = None
    """Length in cm, or degrees of a turn, a tilt or a small curve."""


class LitMuscle(NamedTuple):
    """A muscle that is lit up."""

    muscle: str
    """An id of the vocabulary."""
    side: str | None = None
    """Both sides, or the middle, when None."""


class Pose(NamedTuple):
    """Everything that a pose says."""

    base: str
    """A key of `BASES`."""
    side: str | None
    """The side a lying body lies on, the front foot of a half-kneeling one, the foot in front of a cross-legged one."""
    view: View
    hips: Hips = Hips()
    trunk: Bending = Bending()
    """Of the whole back; `lumbar` and `thoracic` have their share of it."""
    lower_back: Bending = Bending()
    upper_back: Bending = Bending()
    head: Bending = Bending()
    chin_tuck: float = 0.0
    """In degrees; the chin poked forward < 0."""
    rests_head: bool = False
    """Whether the back of the head lies on the floor by itself."""
    arms: tuple[Arm, Arm] = (Arm(), Arm())
    """Left, right."""
    legs: tuple[Leg, Leg] = (Leg(), Leg())
    """Left, right."""
    things: tuple[Thing, ...] = ()
    """With those that the base brings along."""
    arrows: tuple[Arrow, ...] | None = None
    """None: nothing was said, so what moves most has one."""
    feel: tuple[LitMuscle, ...] | None = None
    """What is felt most. None: nothing was said, so the variant's own holds."""
    also: tuple[LitMuscle, ...] | None = None
    """What is felt less."""
    breath: str | None = None
    """`in`, `out` or `easy`."""
    title: str = ""

    def arm(self, side: str) -> Arm:
        """The figure's arm of a side, its own left or right."""
        return self.arms[SIDES.index(side)]

    def leg(self, side: str) -> Leg:
        """The figure's leg of a side, its own left or right."""
        return self.legs[SIDES.index(side)]

    @property
    def lumbar(self) -> Bending:
        """The lower back with its share of the trunk: half of bends, a fifth of turns (the lumbar joints hardly turn).

        What the base itself rounds (`BASES[...].rounding`) is not in it.
        """
        fold, side, turn = self.trunk
        own = self.lower_back
        return Bending(own.fold + fold * 0.5, own.side + side * 0.5, own.turn + turn * 0.2)

    @property
    def thoracic(self) -> Bending:
        """The upper back with its share of the trunk: half of bends, four fifths of turns."""
        fold, side, turn = self.trunk
        own = self.upper_back
        return Bending(own.fold + fold * 0.5, own.side + side * 0.5, own.turn + turn * 0.8)
