"""What one picture shows: the body and the things round it, by whom they are seen, what is lit, and what they fill."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.ink.paper import PictureFrame
from stretchguide.figure.muscles.members import shapes_of
from stretchguide.figure.muscles.shapes import FOREARM, HAND
from stretchguide.figure.picture.wanted import HOT, WARM, Wanted, both_sides
from stretchguide.figure.portrait.light import LitPlace
from stretchguide.figure.portrait.portrait import Portrait
from stretchguide.figure.raster.arrays import Floats, Whole
from stretchguide.figure.rest.rest_body import RestBody
from stretchguide.figure.shapes.geometry import Camera, Point, Vector, distance, dot, subtract
from stretchguide.figure.skin.posed_skin import PosedSkin, skin_of
from stretchguide.figure.things import shapes
from stretchguide.figure.things.kinds import room_of
from stretchguide.figure.things.setting import Setting
from stretchguide.figure.things.shapes import Prop
from stretchguide.figure.words.bases import BASES
from stretchguide.figure.words.pose import LitMuscle, Pose, View
from stretchguide.format.sides import SIDES


@dataclass(frozen=True)
class Scene:
    """A solved body in its pose."""

    rest: RestBody
    body: Body
    pose: Pose
    felt: tuple[LitMuscle, ...] = ()
    """What is lit when the pose itself does not say what is felt."""
    before: Scene | None = None
    """From where the body came, when the picture shows how it moved."""
    company: tuple[Body, ...] = ()
    """The bodies of other steps, as they are in this one's room, where one mat lies under all."""
    strip: tuple[Body, ...] = ()
    """The bodies of all steps of the version, each where it was solved: what stands beside them is as high in each."""
    origin: Vector = (0.0, 0.0, 0.0)
    """Where its own origin is in the room of its strip (cm)."""
    goes_near: tuple[str, ...] = ()
    """What of the body the next picture shows from near; empty where that is no close one."""

    def seen_from(self, view: View) -> Scene:
        """The same from elsewhere; the skin is posed only once."""
        if view == self.pose.view:
            return self
        found = replace(self, pose=self.pose._replace(view=view))
        found.__dict__["skin"] = self.skin
        return found

    def elsewhere(self, by: Vector) -> Scene:
        """The body and its skin moved by so much (cm), as the ghost of another step: the things stay behind."""
        if not any(by):
            return self
        found = replace(self, body=self.body.elsewhere(by), company=(), origin=subtract(self.origin, by))
        found.__dict__["skin"] = replace(self.skin, vertices=self.skin.vertices + np.array(by))
        return found

    def told(
        self, pose: Pose, felt: tuple[LitMuscle, ...], before: Scene | None, *, goes_near: tuple[str, ...] = ()
    ) -> Scene:
        """The same body with other signs and other places lit; it is looked at only once."""
        found = replace(self, pose=pose, felt=felt, before=before, goes_near=goes_near)
        shared = {name: getattr(self, name) for name in ("skin", "camera", "props", "on_screen")}
        found.__dict__.update(shared, portrait=self.portrait.relit(found.lit_places))
        return found

    @cached_property
    def camera(self) -> Camera:
        """The eye."""
        return Camera(self.pose.view.azimuth, self.pose.view.elevation, self.pose.view.zoom)

    @property
    def facing(self) -> float:
        """How far the chest faces the eye (cosine); below 0 its back does."""
        return dot(self.body.frames["t7"][2], self.camera.view)

    @property
    def shift(self) -> Point:
        """How far the picture is moved on the screen so that all of its strip are seen in one room (cm)."""
        x, y = self.camera.point(self.origin)
        return round(x, 1) + 0.0, round(y, 1) + 0.0

    @cached_property
    def skin(self) -> PosedSkin:
        """The body, posed."""
        return skin_of(self.rest, self.body)

    @cached_property
    def props(self) -> list[Prop]:
        """The things round the body."""
        return room_of(self.pose).drawn(Setting(self.body, self.camera, self.company, self.strip))

    @cached_property
    def wanted(self) -> list[Wanted]:
        """The muscles to light."""
        hot = self.felt if self.pose.feel is None else self.pose.feel
        return [
            each
            for felt, strength in ((hot, HOT), (self.pose.also or (), WARM))
            for muscle in felt
            for each in both_sides(muscle.muscle, muscle.side, strength)
        ]

    @property
    def lit_limbs(self) -> set[tuple[str, str]]:
        """The pieces of the body that they lie on, each with its side: ``("left", "shank")``."""
        return {(each.side, shape.segment) for each in self.wanted for shape in shapes_of(each.name)}

    @property
    def lit_places(self) -> list[LitPlace]:
        """The same for the portrait."""
        return [LitPlace(wanted.name, wanted.side, wanted.strength == HOT) for wanted in self.wanted]

    @cached_property
    def portrait(self) -> Portrait:
        """The body to be drawn, with what may hide it."""
        opaque = [prop for prop in self.props if not prop.is_see_through]
        return Portrait(self.rest, self.skin, self.body, self.camera, self.lit_places, opaque, room_of(self.pose).top())

    @cached_property
    def on_screen(self) -> tuple[Floats, Floats]:
        """Where the corners of the skin are on the screen, to the right and down, in cm."""
        right, up = (self.camera.zoom * np.array(way) for way in (self.camera.right, self.camera.up))
        return (self.skin.vertices * right).sum(1).round(3), -(self.skin.vertices * up).sum(1).round(3)

    @cached_property
    def frame(self) -> PictureFrame:
        """What body and things fill, or in a close view head and chest, or a part of the body."""
        if self.pose.view.is_close:
            frame = self.around(self.near)
            return frame if self.pose.view.part else _with_things(self, frame)
        x, y = self.on_screen
        frame = PictureFrame(*(round(float(each), 3) for each in (x.min(), y.min(), x.max(), y.max())))
        for prop in self.props:
            shapes.make_room(frame, self.camera, prop)
        return frame

    @property
    def near(self) -> tuple[str, ...]:
        """The parts of the body that a close view is about; none where all of it is seen."""
        view = self.pose.view
        return () if not view.is_close else _with_hands(self, view.shown) if view.part else _head_and_chest(self)

    def around(self, parts: Sequence[str]) -> PictureFrame:
        """The frame of some parts of the body, of hands and feet with the end of the limb before them."""
        ends = [_end_of(self, *name.split()) for name in parts if name.rpartition(" ")[2] in _BEGINS]
        x, y = (axis[np.concatenate([*ends, *(self.rest.parts[name] for name in parts)])] for axis in self.on_screen)
        return PictureFrame(*(round(float(each), 3) for each in (x.min(), y.min(), x.max(), y.max())))


# The joint at which a hand or a foot begins, the limb before it, and how much of that is shown with it (cm): an ankle
# is enough to know a foot, and of what is lit above it a little more. A hand as near to one of them (cm) is shown too.
_BEGINS = {"hand": ("wrist", "forearm", 12.0), "foot": ("ankle", "shank", 8.0)}
_LIT_ABOVE = 14.0
_TOUCHING = 16.0


def _with_hands(scene: Scene, shown: Sequence[str]) -> tuple[str, ...]:
    """Some hands and feet, and the hands that are at them."""
    joints = scene.body.joints
    middles = [joints[f"{side} {_BEGINS[part][0]}"] for side, part in map(str.split, shown)]
    wrists = {f"{side} hand": joints[f"{side} wrist"] for side in SIDES}
    hands = [name for name, wrist in wrists.items() if min(distance(wrist, place) for place in middles) < _TOUCHING]
    return tuple(dict.fromkeys([*shown, *hands]))


def _end_of(scene: Scene, side: str, part: str) -> Whole:
    """The vertices of the end of the limb before a hand or a foot."""
    joint, limb, far = _BEGINS[part]
    before = scene.rest.parts[f"{side} {limb}"]
    if (side, limb) in scene.lit_limbs:
        far = _LIT_ABOVE
    off = scene.skin.vertices[before] - np.array(scene.body.joints[f"{side} {joint}"])
    found: Whole = before[(off * off).sum(1) < far * far]
    return found


# A hand is shown with head and chest when its wrist is so near to the chest, or raised to so far below it (cm).
_HAND_NEAR, _RAISED = 42.0, 12.0
# And what stands at their height, so near beside them (cm).
_THING_NEAR = 16.0


def _head_and_chest(scene: Scene) -> tuple[str, ...]:
    """Head and chest, and the arms whose hands are near or raised, or whose forearm is lit; of who lies with the hands
    elsewhere, head and shoulders: the chest is a long way to the side.
    """
    joints, up, chest = scene.body.joints, scene.body.frames["t7"][1], scene.body.joints["t7"]
    wrists = {side: joints[f"{side} wrist"] for side in SIDES}
    near = [
        side
        for side, wrist in wrists.items()
        if distance(wrist, chest) < _HAND_NEAR
        or dot(subtract(wrist, chest), up) > -_RAISED
        or scene.lit_limbs & {(side, FOREARM), (side, HAND)}
    ]
    trunk = ("chest",) if near or not BASES[scene.pose.base].lies else ()
    arms = [f"{side} upper arm" for side in SIDES] + [f"{side} {name}" for side in near for name in ("forearm", "hand")]
    return ("head", "neck", *trunk, *arms)


def _with_things(scene: Scene, frame: PictureFrame) -> PictureFrame:
    """The same with room for what stands beside head and chest."""
    reach = frame.grown(_THING_NEAR)
    for prop in scene.props:
        for left, top, _, radius in prop.piece(scene.camera).spots:
            if reach.holds((left, top)) and frame.top < top < frame.bottom:
                frame.add_point((left, top), radius)
    return frame
