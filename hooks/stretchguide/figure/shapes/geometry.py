"""Vectors, frames and the camera: the small piece of three-dimensional geometry that the figure needs.

Vectors are plain tuples, because a figure needs some ten thousand of them and has 10 ms. A frame is three column
vectors: where the x, y and z axes of a bone point in the world. Nothing here knows about bodies or SVG.
"""

from __future__ import annotations

from math import atan2, cos, degrees, radians, sin, sqrt

Vector = tuple[float, float, float]
Frame = tuple[Vector, Vector, Vector]
Point = tuple[float, float]
ScreenBox = tuple[float, float, float, float]
"""Left, top, right, bottom on the screen (cm)."""

IDENTITY: Frame = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
UP: Vector = (0.0, 1.0, 0.0)
DOWN: Vector = (0.0, -1.0, 0.0)
FORWARD: Vector = (0.0, 0.0, 1.0)
BACK: Vector = (0.0, 0.0, -1.0)
LEFT: Vector = (1.0, 0.0, 0.0)

_NO_LENGTH = 1e-9
_NO_TURN = 1e-6


def add(a: Vector, b: Vector) -> Vector:
    """a + b."""
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def subtract(a: Vector, b: Vector) -> Vector:
    """a - b: the way from b to a."""
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def scale(a: Vector, factor: float) -> Vector:
    """The vector, so many times as long."""
    return (a[0] * factor, a[1] * factor, a[2] * factor)


def along(start: Vector, direction: Vector, distance: float) -> Vector:
    """The point a distance along a direction from the start; the distance counts in lengths of the direction."""
    return (
        start[0] + direction[0] * distance,
        start[1] + direction[1] * distance,
        start[2] + direction[2] * distance,
    )


def between(a: Vector, b: Vector, part: float) -> Vector:
    """The point on the way from a (part 0) to b (part 1)."""
    return (a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part, a[2] + (b[2] - a[2]) * part)


def dot(a: Vector, b: Vector) -> float:
    """The scalar product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vector, b: Vector) -> Vector:
    """The vector product, right-handed."""
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def length(a: Vector) -> float:
    """The length."""
    return sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])


def distance(a: Vector, b: Vector) -> float:
    """The distance between two points."""
    (ax, ay, az), (bx, by, bz) = a, b
    x, y, z = ax - bx, ay - by, az - bz
    return sqrt(x * x + y * y + z * z)


def unit(a: Vector) -> Vector:
    """The vector at length 1; the zero vector stays as it is."""
    size = sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])
    return (a[0] / size, a[1] / size, a[2] / size) if size > _NO_LENGTH else (0.0, 0.0, 0.0)


def across(a: Vector, normal: Vector) -> Vector:
    """The part of a that is perpendicular to a unit vector."""
    (x, y, z), (u, v, w) = a, normal
    far = x * u + y * v + z * w
    return (x - u * far, y - v * far, z - w * far)


def to_world(frame: Frame, v: Vector) -> Vector:
    """A vector given in a frame, in the world's axes."""
    (xx, xy, xz), (yx, yy, yz), (zx, zy, zz) = frame
    x, y, z = v
    return (xx * x + yx * y + zx * z, xy * x + yy * y + zy * z, xz * x + yz * y + zz * z)


def to_local(frame: Frame, v: Vector) -> Vector:
    """A vector given in the world's axes, in an orthonormal frame."""
    return (dot(v, frame[0]), dot(v, frame[1]), dot(v, frame[2]))


def combined(outer: Frame, inner: Frame) -> Frame:
    """The frame `inner`, given in the axes of `outer`, in the world's axes: the matrix product."""
    return (to_world(outer, inner[0]), to_world(outer, inner[1]), to_world(outer, inner[2]))


def rotation(axis: Vector, angle: float) -> Frame:
    """The rotation about a unit axis by an angle in degrees, right-handed (Rodrigues' formula)."""
    turn = radians(angle)
    c = cos(turn)
    s = sin(turn)
    k = 1 - c
    x, y, z = axis
    return (
        (c + x * x * k, y * x * k + z * s, z * x * k - y * s),
        (x * y * k - z * s, c + y * y * k, z * y * k + x * s),
        (x * z * k + y * s, y * z * k - x * s, c + z * z * k),
    )


def rotation_x(angle: float) -> Frame:
    """The rotation about the axis to the left, in degrees: up goes to forward, so the trunk folds forward."""
    return rotation((1.0, 0.0, 0.0), angle)


def rotation_y(angle: float) -> Frame:
    """The rotation about the axis up, in degrees: forward goes to the left, so the trunk turns to the left."""
    return rotation((0.0, 1.0, 0.0), angle)


def rotation_z(angle: float) -> Frame:
    """The rotation about the axis forward, in degrees: left goes to up, so the trunk bends to the right."""
    return rotation((0.0, 0.0, 1.0), angle)


def shortest_rotation(start: Vector, end: Vector) -> Frame:
    """The smallest rotation that takes one unit vector to another; between opposite ones it turns about x."""
    axis = cross(start, end)
    s = length(axis)
    c = dot(start, end)
    if s < _NO_TURN:
        return IDENTITY if c > 0 else rotation_x(180)
    return rotation(scale(axis, 1 / s), degrees(atan2(s, c)))


class Camera:
    """A parallel projection: where points of the world are on the screen, and how near they are.

    Azimuth in degrees: 0 sees the front, 90 the left side, 180 the back. Elevation in degrees: above 0 from above.
    """

    __slots__ = ("azimuth", "elevation", "right", "up", "view", "zoom")

    def __init__(self, azimuth: float, elevation: float, zoom: float = 1.0) -> None:
        a = radians(azimuth)
        e = radians(elevation)
        self.azimuth = azimuth
        self.elevation = elevation
        self.view: Vector = (sin(a) * cos(e), sin(e), cos(a) * cos(e))
        """The way to the eye, length 1; `right` and `up` are the directions of the screen."""
        self.right: Vector = (cos(a), 0.0, -sin(a))
        self.up: Vector = cross(self.view, self.right)
        self.zoom = zoom
        """How many cm of the screen a cm in its plane has."""

    def point(self, q: Vector) -> Point:
        """Where a point is on the screen: x to the right, y DOWN as in SVG, in cm of the screen."""
        x, y, z = q
        right, up, zoom = self.right, self.up, self.zoom
        return (
            zoom * (x * right[0] + y * right[1] + z * right[2]),
            -zoom * (x * up[0] + y * up[1] + z * up[2]),
        )

    def depth(self, q: Vector) -> float:
        """How near a point is, in cm towards the eye: the greater of two covers the other."""
        return dot(q, self.view)
