"""The pieces of one picture: the body and the things round it, their order, what is lit, and a nearer frame of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial

from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.ink.depth import Order, Painted, ScreenBall, painting_order
from stretchguide.figure.ink.paper import PictureFrame
from stretchguide.figure.muscles.skin import Skin
from stretchguide.figure.picture.marks import HOT, WARM, Mark, Stack, Wanted, both_sides, marks
from stretchguide.figure.picture.painting import SeenBody
from stretchguide.figure.shapes.geometry import Camera, distance
from stretchguide.figure.things.kinds import props, room_of
from stretchguide.figure.things.setting import Setting
from stretchguide.figure.things.shapes import Prop
from stretchguide.figure.words.bases import BASES
from stretchguide.figure.words.pose import LitMuscle, Pose
from stretchguide.format.sides import SIDES


@dataclass(frozen=True)
class PictureLayers:
    """The pieces of one picture in the order in which they are painted."""

    body: Body
    pose: Pose
    felt: tuple[LitMuscle, ...] = ()
    """What is lit when the pose itself does not say what is felt."""

    @cached_property
    def camera(self) -> Camera:
        """The eye."""
        return Camera(self.pose.view.azimuth, self.pose.view.elevation)

    @cached_property
    def scene(self) -> SeenBody:
        """The body as the eye sees it."""
        return SeenBody(self.body, self.camera)

    @cached_property
    def props(self) -> list[Prop]:
        """The things round the body."""
        setting = Setting(self.body, self.camera, BASES[self.pose.base], room_of(self.pose), self.pose.arms)
        return props(setting, self.pose.things)

    @cached_property
    def pieces(self) -> list[Painted]:
        """The parts of the body, then the things."""
        found = [Painted(name, partial(self.scene.spots.__getitem__, name)) for name in self.scene.spots]
        return found + [prop.piece(self.camera) for prop in self.props]

    @cached_property
    def order(self) -> Order:
        """From back to front."""
        return painting_order(self.pieces, self.scene.joints)

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

    @cached_property
    def marks(self) -> list[Mark]:
        """What is lit, with how much of it can be seen."""
        return marks(Skin(self.body), self.camera, self.wanted, self._stack()) if self.wanted else []

    def _stack(self) -> Stack:
        """Flat faces of things hide nothing of what is lit."""
        count = len(self.pieces) - len(self.props)
        position = {self.pieces[number].name: i for i, number in enumerate(self.order.indices)}
        later: dict[str, list[ScreenBall]] = {}
        painted: list[ScreenBall] = []
        for number in reversed(self.order.indices):
            piece = self.pieces[number]
            if number < count:
                later[piece.name] = painted
            if number < count or any(face.hulls for face in self.props[number - count].faces):
                painted = [*piece.spots, *painted]
        return Stack(position, later)


# A hand is shown with head and chest when its wrist is so near to the chest (cm).
_HAND_NEAR = 42.0
# And what stands at their height, so near beside them (cm).
_THING_NEAR = 16.0


def close_frame(layers: PictureLayers) -> PictureFrame:
    """The frame of head and chest, and of hands that are near them or whose forearm is lit."""
    joints = layers.body.joints
    lit = {mark.host for mark in layers.marks}
    near = [
        side
        for side in SIDES
        if distance(joints[f"{side} wrist"], joints["t7"]) < _HAND_NEAR or lit & {f"{side} forearm", f"{side} hand"}
    ]
    frame = PictureFrame()
    arms = [f"{side} upper arm" for side in SIDES] + [f"{side} {name}" for side in near for name in ("forearm", "hand")]
    for name in ("head", "neck", "chest", *arms):
        for x, y, _, radius in layers.scene.spots[name]:
            frame.add_point((x, y), radius)
    shown = frame.grown(_THING_NEAR)
    for prop in layers.props:
        for x, y, _, radius in prop.piece(layers.camera).spots:
            if shown.holds((x, y)) and frame.top < y < frame.bottom:
                frame.add_point((x, y), radius)
    return frame
