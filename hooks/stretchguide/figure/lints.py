"""What is wrong with the picture of a pose, in the words of the language: measured on the finished figure.

Contacts that do not meet, limbs in the floor, in furniture or in each other, joints beyond what people can do, a face
behind an arm. Nothing is moved here, and nothing is taken from the solver but the body: what it got wrong shows up too.
Words that make no sense are refused earlier, by `language`; highlights that are hidden are the drawing's business.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from stretchguide.figure.arrangement import room_of
from stretchguide.figure.body import SIDES, Body
from stretchguide.figure.clearance import Boxes, part_solids, ribcage
from stretchguide.figure.furniture import furniture
from stretchguide.figure.joint_lints import joint_faults
from stretchguide.figure.pose import Arm, Contact, Pose
from stretchguide.figure.sight import covering_arms, open_view
from stretchguide.figure.solids import Solid, box_gap, gap, height
from stretchguide.figure.solver import solve


class Fault(NamedTuple):
    """One thing that is wrong with a picture."""

    key: str
    """The key of the pose that brings it about: `left hand`, `trunk`, `view`. It may stand there as a plural, or not at
    all when the base does it."""
    message: str
    """A fact, and after a semicolon what to do."""


NEAR = 1.0
"""A contact has to meet within this, and nothing may sink in deeper (cm)."""
# Flesh gives way: so much more, in cm, is allowed for parts that are pressed together.
_SOFT = {"pelvis": 0.5, "chest": 0.5, "thigh": 0.5, "shank": 0.3, "upper arm": 0.3, "neck": 1.0}
# What touches may press in so much more; buttocks on heels, and upper arms beside the head, still more.
_PRESSED = 0.7
_SQUEEZED = 1.5
# A hand that holds an ankle lies on the foot too.
_AT_ANKLE = 2.0

_WORDS = {"shank": "shin", "frame": "door frame", "chair": "chair's back"}


def faults(pose: Pose, body: Body) -> list[Fault]:
    """All that is wrong with a solved pose, most telling first."""
    boxes = furniture(room_of(pose), pose.base, pose.things)
    solids = part_solids(body)
    return [
        *_stance_faults(body),
        *_contact_faults(pose, body, solids, boxes),
        *_room_faults(pose, body, solids, boxes),
        *_tangles(pose, body, solids),
        *(Fault(key, message) for key, message in joint_faults(pose, body)),
        *_hidden_face(pose, body),
    ]


def _named(part: str) -> str:
    """A part with its article: `the left shin`."""
    side, _, piece = part.rpartition(" ") if part.split(maxsplit=1)[0] not in SIDES else part.partition(" ")
    return f"the {side} {_WORDS.get(piece, piece)}".replace("  ", " ") if side else f"the {_WORDS.get(part, part)}"


def _cm(size: float) -> str:
    return f"{size:.0f} cm" if size >= 2 else f"{size:.1f} cm"


def _key_of(pose: Pose, part: str) -> str:
    """The key of the pose that moves a part."""
    side, _, piece = part.partition(" ")
    if side not in SIDES:
        return {"pelvis": "hips", "chest": "trunk", "neck": "head"}.get(part, part)
    if piece in ("upper arm", "forearm", "hand"):
        return f"{side} hand" if _arm(pose, side).contact else f"{side} arm"
    leg = pose.legs[SIDES.index(side)]
    return f"{side} leg" if leg.raised or leg.knee is not None else f"{side} foot"


def _arm(pose: Pose, side: str) -> Arm:
    return pose.arms[SIDES.index(side)]


def _stance_faults(body: Body) -> Iterator[Fault]:
    for note in body.notes:
        yield Fault(f"{note.split()[1]} foot", note)


# -- contacts ---------------------------------------------------------------------------------------------------------


def _contact_faults(pose: Pose, body: Body, solids: Mapping[str, Solid], boxes: Boxes) -> Iterator[Fault]:
    for key, host in body.hosts.items():
        miss = body.misses.get(key, 0.0)
        if miss > NEAR:
            yield Fault(key, f"the {key} stays {_cm(miss)} short of {_named(host)}; {_instead(pose, key)}")
            continue
        away = _touch(key, host, solids, boxes)
        if away is not None and away > NEAR:
            yield Fault(key, f"the {key} hangs {_cm(away)} off {_named(host)}; choose another place on it")
        elif away is not None and away < -NEAR - _PRESSED * (host in solids):
            yield Fault(key, f"the {key} is {_cm(-away)} deep in {_named(host)}; choose another place on it")


def _touch(key: str, host: str, solids: Mapping[str, Solid], boxes: Boxes) -> float | None:
    """How far hand or foot is from what it touches; with a foot, the shin may do the touching."""
    side, _, part = key.partition(" ")
    touching = [solids[key]] if part == "hand" else [solids[key], solids[f"{side} shank"]]
    if host == "floor":
        return min(map(height, touching))
    if host in boxes:
        return min(box_gap(box, one) for box in boxes[host] for one in touching)
    return min(gap(one, solids[host]) for one in touching) if host in solids else None


# From the far end of a leg upwards: places that may be in reach when one further down is not.
_UP_THE_LEG = (
    ("toes", None),
    ("foot", None),
    ("ankle", None),
    ("shin", 80.0),
    ("shin", 60.0),
    ("shin", 40.0),
    ("knee", None),
    ("thigh", 80.0),
    ("thigh", 60.0),
    ("thigh", 40.0),
)


def _instead(pose: Pose, key: str) -> str:
    """What to write instead of a place that is out of reach."""
    side, _, part = key.partition(" ")
    contact = _arm(pose, side).contact if part == "hand" else None
    if contact is None:
        return "bend the legs more, or choose a place nearer to the hip"
    found = next((other for other in _nearer(contact) if _reaches(pose, side, other)), None)
    if found:
        number = "" if found.number is None else f" {found.number:.0f}"
        return f"`{found.how} {found.side} {found.place}{number}` is within reach"
    if contact.place == "floor":
        return "fold hips or trunk further, or put a block under the hand"
    if contact.place in ("wall", "table", "frame"):
        return f"bring the {contact.place} nearer, or shift the hips towards it"
    return "turn, bend or fold the trunk further towards it"


def _nearer(contact: Contact) -> Iterator[Contact]:
    places = [place for place, _ in _UP_THE_LEG]
    if contact.place in places:
        for place, number in _UP_THE_LEG[places.index(contact.place) :]:
            if place != contact.place or number != contact.number:
                yield contact._replace(place=place, number=number, face="")


def _reaches(pose: Pose, side: str, contact: Contact) -> bool:
    arms = tuple(
        arm._replace(contact=contact) if each == side else arm for each, arm in zip(SIDES, pose.arms, strict=True)
    )
    return solve(pose._replace(arms=(arms[0], arms[1]))).misses.get(f"{side} hand", 0.0) < NEAR


# -- in the room ------------------------------------------------------------------------------------------------------


def _room_faults(pose: Pose, body: Body, solids: Mapping[str, Solid], boxes: Boxes) -> Iterator[Fault]:
    for name, one in solids.items():
        if body.hosts.get(name) == "floor":
            continue
        deep = -height(one)
        if deep > NEAR:
            yield Fault(_key_of(pose, name), f"{_named(name)} is {_cm(deep)} deep in the floor; {_out_of(name)}")
    for thing, pieces in boxes.items():
        for name, one in solids.items():
            if body.hosts.get(name) == thing:
                continue
            deep = -min(box_gap(box, one, 0.0) for box in pieces)
            if deep > NEAR + _softness(name) + _leaning_on(body, name, thing):
                text = f"{_named(name)} is {_cm(deep)} deep in {_named(thing)}; {_out_of(name)}"
                yield Fault(_key_of(pose, name), text)


def _leaning_on(body: Body, part: str, thing: str) -> float:
    """How much deeper a forearm may be in what its hand is on."""
    side, _, piece = part.partition(" ")
    return _PRESSED if piece == "forearm" and body.hosts.get(f"{side} hand") == thing else 0.0


def _out_of(part: str) -> str:
    """How a part can be moved out of something."""
    piece = part.partition(" ")[2] or part
    if piece in ("upper arm", "forearm", "hand"):
        return "raise the arm more or less, or swing it forward or back"
    if piece in ("thigh", "shank", "foot"):
        return "change the knee, or raise the leg more"
    return "shift or lift the hips"


# -- in each other ----------------------------------------------------------------------------------------------------

_NEIGHBOURS = {
    frozenset(pair)
    for pair in (
        ("pelvis", "chest"),
        ("chest", "neck"),
        ("chest", "head"),
        ("neck", "head"),
        ("left thigh", "right thigh"),
        *(("pelvis", f"{side} thigh") for side in SIDES),
        *((trunk, f"{side} upper arm") for side in SIDES for trunk in ("chest", "neck")),
        *((f"{side} upper arm", f"{side} forearm") for side in SIDES),
        *((f"{side} forearm", f"{side} hand") for side in SIDES),
        *((f"{side} thigh", f"{side} shank") for side in SIDES),
        *((f"{side} shank", f"{side} foot") for side in SIDES),
    )
}
"""Parts that are joined, or always press each other."""
_ORDER = ("hand", "forearm", "upper arm", "foot", "shank", "thigh", "head", "neck", "chest", "pelvis")
"""Which of two parts is said to be in the other: the first."""


def _tangles(pose: Pose, body: Body, solids: Mapping[str, Solid]) -> Iterator[Fault]:
    ribs = ribcage(body)
    for pair in combinations(sorted(solids, key=lambda name: _ORDER.index(_piece(name))), 2):
        if frozenset(pair) in _NEIGHBOURS or _may_interlace(body, pair):
            continue
        first, second = pair
        is_lap = second == "chest" and _piece(first) in ("thigh", "shank", "foot")
        deep = -gap(solids[first], ribs if is_lap else solids[second], 0.0)
        if deep > NEAR + _softness(first) + _softness(second) + _pressure(body, pair):
            yield Fault(
                _key_of(pose, first), f"{_named(first)} is {_cm(deep)} deep in {_named(second)}; {_out_of(first)}"
            )


def _piece(part: str) -> str:
    return part.partition(" ")[2] or part


def _softness(part: str) -> float:
    return _SOFT.get(_piece(part), 0.0)


def _may_interlace(body: Body, pair: tuple[str, str]) -> bool:
    """Whether two hands are on the same thing, or one on the other: their fingers may be between each other's."""
    if {_piece(name) for name in pair} != {"hand"}:
        return False
    hosts = [body.hosts.get(name) for name in pair]
    return (hosts[0] is not None and hosts[0] == hosts[1]) or any(host in pair for host in hosts)


def _pressure(body: Body, pair: tuple[str, str]) -> float:
    """How much deeper two parts may be in each other because they are meant to touch."""
    pieces = {_piece(name) for name in pair}
    if pieces in ({"pelvis", "foot"}, {"pelvis", "shank"}, {"head", "upper arm"}):
        return _SQUEEZED
    for key, host in body.hosts.items():
        side = key.partition(" ")[0]
        for name, other in (pair, pair[::-1]):
            if name.startswith(side) and _same_limb(key, name):
                if other == host:
                    return _PRESSED
                if name == key and other == host.replace("shank", "foot"):
                    return _AT_ANKLE
    return 0.0


def _same_limb(key: str, name: str) -> bool:
    arm = ("hand", "forearm", "upper arm")
    return (_piece(key) in arm) == (_piece(name) in arm)


# -- in sight ---------------------------------------------------------------------------------------------------------


def _hidden_face(pose: Pose, body: Body) -> Iterator[Fault]:
    arms = covering_arms(body, pose.view.azimuth, pose.view.elevation)
    if arms:
        view = open_view(body, pose.view)
        what = f"`view: {view}` shows it" if view else "lower the arm or turn the head"
        yield Fault("view", f"{_named(arms[0])} hides the face; {what}")
