"""What is wrong with the picture of a pose, in the words of the language: measured on the finished figure.

Contacts that do not meet, limbs in the floor, in furniture or in each other, joints beyond what people can do, a face
behind an arm. Nothing is moved here, and nothing is taken from the solver but the body: what it got wrong shows up too.
Words that make no sense are refused earlier, by `language`; highlights that are hidden are the drawing's business.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.lints.joints import joint_faults
from stretchguide.figure.lints.sight import covering_arms, open_view
from stretchguide.figure.shapes.geometry import Camera
from stretchguide.figure.solver.measures import Measured, measured, overlaps, piece, touches
from stretchguide.figure.solver.solve import solve
from stretchguide.figure.words.places import PLACES, called
from stretchguide.figure.words.pose import Contact, Pose
from stretchguide.format.sides import SIDES


class Fault(NamedTuple):
    """One thing that is wrong with a picture."""

    key: str
    """The key of the pose that brings it about: `left hand`, `trunk`, `view`. It may stand there as a plural, or not at
    all when the base does it."""
    message: str
    """A fact, and after a semicolon what to do."""


NEAR = 1.0
"""A contact has to meet within this, and nothing may sink in deeper (cm)."""

_WORDS = {"shank": "shin", **{name: called(name) for name in PLACES}}


def faults(pose: Pose, body: Body) -> list[Fault]:
    """All that is wrong with a solved pose, most telling first."""
    figure = measured(pose, body)
    return [
        *_stance_faults(body),
        *_contact_faults(pose, figure),
        *_deep_faults(pose, figure),
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
        return f"{side} hand" if pose.arm(side).contact else f"{side} arm"
    leg = pose.leg(side)
    return f"{side} leg" if leg.raised or leg.knee is not None else f"{side} foot"


def _stance_faults(body: Body) -> Iterator[Fault]:
    for note in body.notes:
        yield Fault(f"{note.split()[1]} foot", note)


# -- contacts ---------------------------------------------------------------------------------------------------------


def _contact_faults(pose: Pose, figure: Measured) -> Iterator[Fault]:
    for key, host, miss, away in touches(figure):
        pose_key = _key_of(pose, key)
        if miss > NEAR:
            yield Fault(pose_key, f"the {key} stays {_cm(miss)} short of {_named(host)}; {_instead(pose, key)}")
        elif away is not None and away > NEAR:
            yield Fault(pose_key, f"the {key} hangs {_cm(away)} off {_named(host)}; choose another place on it")
        elif away is not None and away < -NEAR:
            yield Fault(pose_key, f"the {key} is {_cm(-away)} deep in {_named(host)}; choose another place on it")


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
    contact = pose.arm(side).contact if part == "hand" else None
    if part == "forearm":
        return "fold hips or trunk more or less"
    if contact is None:
        return "bend the legs more, or choose a place nearer to the hip"
    found = next((other for other in _nearer(contact) if _reaches(pose, side, other)), None)
    if found:
        number = "" if found.number is None else f" {found.number:.0f}"
        return f"`{found.how} {found.side} {found.place}{number}` is within reach"
    return PLACES[contact.place].nearer.format(place=contact.place)


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


# -- in the room and in each other ------------------------------------------------------------------------------------


def _deep_faults(pose: Pose, figure: Measured) -> Iterator[Fault]:
    for part, other, deep in overlaps(figure):
        is_contact = figure.body.hosts.get(part) == other  # judged as one already
        if not is_contact and deep > NEAR:
            text = f"{_named(part)} is {_cm(deep)} deep in {_named(other)}; {_out_of(part)}"
            yield Fault(_key_of(pose, part), text)


def _out_of(part: str) -> str:
    """How a part can be moved out of something."""
    name = piece(part)
    if name in ("upper arm", "forearm", "hand"):
        return "raise the arm more or less, or swing it forward or back"
    if name in ("thigh", "shank", "foot"):
        return "change the knee, or raise the leg more"
    return "shift or lift the hips"


# -- in sight ---------------------------------------------------------------------------------------------------------


def _hidden_face(pose: Pose, body: Body) -> Iterator[Fault]:
    arms = covering_arms(body, Camera(pose.view.azimuth, pose.view.elevation))
    if arms and not pose.view.part:
        view = open_view(body, pose.view)
        what = f"`view: {view}` shows it" if view else "lower the arm or turn the head"
        yield Fault("view", f"{_named(arms[0])} hides the face; {what}")
