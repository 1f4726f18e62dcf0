"""Where clothes end: straight cuts through the posed body, whatever its skin does there.

Cloth that is cut at rest follows the skin, and where an arm is raised or a back bends its edge tears and waves. So near
each edge a pixel is cloth or not by the side of a plane on which its spot in the room lies; the collar is a ball.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

import numpy as np

from stretchguide.figure.body.skeleton import SIGN, Body
from stretchguide.figure.portrait.rest_map import is_arm
from stretchguide.figure.raster.arrays import Floats, Mask, Regions, Rows, Whole
from stretchguide.figure.raster.pixels import Pixels
from stretchguide.figure.rest.clothing import COLLAR_MIDDLE, HEM, WAIST
from stretchguide.figure.rest.regions import BodyRegion
from stretchguide.figure.shapes.geometry import Camera, Vector, add, subtract, to_world, unit
from stretchguide.figure.skin.posed_skin import PosedSkin
from stretchguide.format.sides import SIDES

# The edge of a sleeve on the body at rest: how far out, and how high; and the height of the neck in the collar (cm).
_SLEEVE, _SLEEVE_HEIGHT, _COLLAR = 27.8, 125.2, 148.5
# The ball of the collar: its middle from the middle of the neck there, in the frame of the chest, and its radius (cm).
_BALL_MIDDLE, _BALL_RADIUS = (0.0, -0.5, 1.2), 9.6
# How near to its middle at rest nothing is covered, and how far from there everything is (cm).
_ALWAYS_BARE, _ALWAYS_COVERED = 8.2, 14.0
# So far from its usual place on the body at rest (cm) an edge may come to lie.
_BAND = 7.0
# So far from an edge (cm) a pixel lies beside it.
_BESIDE = 4.0
# A ring of the skin is what lies so near to a height (cm).
_RING = 1.6


class Edge(NamedTuple):
    """An edge between two regions."""

    near: Callable[[Rows], Mask]
    """Which places on the body at rest may change."""
    inside: Callable[[Floats], Floats]
    """How far places in the room lie on the side of the first region (cm)."""
    regions: tuple[int, int]


class Hemmed(NamedTuple):
    """A picture with straight edges of clothes."""

    region: Regions
    is_beside: Mask
    """Which pixels lie beside an edge: there the end of the cloth as it was cut at rest is no line."""


def hemmed(pixels: Pixels, camera: Camera, body: Body, skin: PosedSkin) -> Hemmed:
    """The regions of a picture, with all edges of clothes straight."""
    region, is_beside = pixels.region.copy(), np.zeros(pixels.region.shape, np.bool_)
    shown = np.nonzero(((region >= min(BodyRegion)) & (region <= max(BodyRegion))).ravel())[0]
    rest = pixels.mark.reshape(3, -1)[:, shown]
    for edge in _edges(body, skin):
        near = np.nonzero(edge.near(rest))[0]
        at = shown[near]
        inside = edge.inside(_spots(pixels, camera, at))
        here = region.ravel()[at]
        concerned = (here == edge.regions[0]) | (here == edge.regions[1])
        chosen = np.where(inside > 0, *edge.regions).astype(np.int16)
        region.ravel()[at[concerned]] = chosen[concerned]
        is_beside.ravel()[at[np.abs(inside) < _BESIDE]] = True
    return Hemmed(region, is_beside)


def _spots(pixels: Pixels, camera: Camera, at: Whole) -> Floats:
    """Where in the room what some pixels show is."""
    grid = pixels.grid
    x = grid.left + (at % grid.width + 0.5) * grid.cell
    y = grid.top + (at // grid.width + 0.5) * grid.cell
    depth = pixels.depth.ravel()[at].astype(float)
    right, up, view = (np.array(way) for way in (camera.right, camera.up, camera.view))
    found: Floats = (x[:, None] * right - y[:, None] * up) / camera.zoom + depth[:, None] * view
    return found


def _edges(body: Body, skin: PosedSkin) -> Iterator[Edge]:
    joints, frames = body.joints, body.frames
    rest = skin.places.T
    for side in SIDES:
        sign = SIGN[side]
        shoulder, elbow = joints[f"{side} shoulder"], joints[f"{side} elbow"]
        yield _cut(skin, partial(_along_sleeve, sign=sign), subtract(shoulder, elbow), _SLEEVES)
        knee, ankle = joints[f"{side} knee"], joints[f"{side} ankle"]
        yield _cut(skin, partial(_along_leg, sign=sign), subtract(knee, ankle), _LEGS)
    yield _cut(skin, _along_trunk, add(frames["pelvis"][1], frames["l3"][1]), _MIDDLE)
    neck = skin.vertices[(np.abs(rest[1] - _COLLAR) < _RING) & (np.abs(rest[0]) < 8) & (rest[2] < 11)]
    yield Edge(
        _near_collar, partial(_outside_ball, neck.mean(0) + np.array(to_world(frames["t7"], _BALL_MIDDLE))), _SLEEVES
    )


_SLEEVES = (int(BodyRegion.SHIRT), int(BodyRegion.SKIN))
_LEGS = (int(BodyRegion.TROUSERS), int(BodyRegion.SKIN))
_MIDDLE = (int(BodyRegion.SHIRT), int(BodyRegion.TROUSERS))


def _cut(skin: PosedSkin, along: Callable[[Rows], Rows], way: Vector, regions: tuple[int, int]) -> Edge:
    """A cut by a plane across a way, through the middle of the ring of skin where the edge is at rest."""
    ring = skin.vertices[np.abs(along(skin.places.T)) < _RING]
    return Edge(
        lambda rest: np.abs(along(rest)) < _BAND, partial(_before_plane, ring.mean(0), np.array(unit(way))), regions
    )


def _before_plane(place: Floats, way: Floats, spots: Floats) -> Floats:
    """How far places lie before a plane through a place and across a way (cm)."""
    return _dot(spots - place, way)


def _outside_ball(middle: Floats, spots: Floats) -> Floats:
    """How far places lie outside the ball of the collar (cm)."""
    off = spots - middle
    found: Floats = np.sqrt(_dot(off, off)) - _BALL_RADIUS
    return found


def _dot(one: Floats, other: Floats) -> Floats:
    found: Floats = (one * other).sum(1)
    return found


def _along_sleeve(rest: Rows, sign: int) -> Rows:
    """How far places on the body at rest (x, y and z) are from the edge of a sleeve, along the arm (cm)."""
    x, y, _ = rest
    along = ((x * sign - _SLEEVE) - (y - _SLEEVE_HEIGHT)) * 0.7071
    return np.where(is_arm(rest) & (x * sign > 0), along, _FAR)


def _along_leg(rest: Rows, sign: int) -> Rows:
    return np.where(rest[0] * sign > 0, rest[1] - HEM, _FAR)


def _along_trunk(rest: Rows) -> Rows:
    return np.where(np.abs(rest[0]) < 22, rest[1] - WAIST, _FAR)


_FAR = 1e3


def _near_collar(rest: Rows) -> Mask:
    """Where the posed ball decides: what is covered at any rate, or never, is not asked."""
    x, y, z = rest
    _, root_y, root_z = COLLAR_MIDDLE
    square = x * x + (y - root_y) * (y - root_y) + (z - root_z) * (z - root_z)
    found: Mask = (y < root_y) & (square > _ALWAYS_BARE * _ALWAYS_BARE) & (square < _ALWAYS_COVERED * _ALWAYS_COVERED)
    return found
