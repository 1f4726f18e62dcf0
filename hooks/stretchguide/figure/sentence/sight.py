"""A solved body, measured as somebody sees it: what bends, what leans, what is before and behind."""

from __future__ import annotations

from math import acos, asin, atan2, degrees, hypot, sqrt

from stretchguide.figure.words.seen import Bearing, Seen, Spot
from stretchguide.format.sides import OTHER, SIDES

_OUT = {"left": 1, "right": -1}


class Sight:
    """What can be measured of what is seen. Angles are whole degrees, lengths cm; false where nobody has looked."""

    def __init__(self, seen: Seen) -> None:
        self.feet = seen.feet
        self._spots = dict(seen.spots)

    def __bool__(self) -> bool:
        return bool(self._spots)

    def at(self, part: str) -> Spot:
        """Where a part is."""
        return self._spots[part]

    def high(self, part: str) -> int:
        """How high over the floor a part is."""
        return self._spots[part][1]

    def bearing(self, side: str) -> Bearing:
        """How a foot bears."""
        return self.feet[SIDES.index(side)]

    def out(self, side: str, part: str, than: str = "") -> int:
        """How far out to its side a part is from another, its own hip when none is named; inwards < 0."""
        return (self._spots[f"{side} {part}"][0] - self._spots[than or f"{side} hip"][0]) * _OUT[side]

    def ahead(self, part: str, than: str) -> int:
        """How far ahead of another a part is; behind < 0."""
        return self._spots[part][2] - self._spots[than][2]

    def over(self, part: str, than: str) -> int:
        """How far above another a part is; below < 0."""
        return self._spots[part][1] - self._spots[than][1]

    def knee(self, side: str) -> int:
        """How far a knee is bent; 0 is straight."""
        return self._bend(side, "hip", "knee", "ankle")

    def elbow(self, side: str) -> int:
        """How far an elbow is bent; 0 is straight."""
        return self._bend(side, "shoulder", "elbow", "wrist")

    def rise(self, side: str, start: str, end: str) -> int:
        """How steeply a limb goes up from one of its joints to another; down < 0, level = 0."""
        way = self._way(f"{side} {start}", f"{side} {end}")
        return round(degrees(asin(max(-1.0, min(1.0, way[1] / (_length(way) or 1.0))))))

    def thigh_of_lying(self, side: str) -> int:
        """How far the thigh of who lies on the back is raised; 90 points at the ceiling, more towards the head."""
        _, y, z = self._way(f"{side} hip", f"{side} knee")
        return round(degrees(atan2(y, z)))

    def reach(self, side: str) -> Spot:
        """A wrist from the neck, as the chest has it: out to its side, up, ahead."""
        return self._spots[f"{side} reach"]

    def fingers(self, side: str) -> tuple[int, int]:
        """How far the fingers point out to their side, and ahead, in hundredths of their length."""
        x, _, z = self._spots[f"{side} fingers"]
        return x * _OUT[side], z

    @property
    def lean(self) -> int:
        """How far the trunk leans to where the hips face; back < 0."""
        x, y, z = self._way("pelvis", "neck")
        across_x, _, across_z = self._way("right hip", "left hip")
        level = hypot(across_x, across_z) or 1.0
        return round(degrees(atan2((z * across_x - x * across_z) / level, y)))

    @property
    def gaze(self) -> int:
        """How far up the face looks; down < 0."""
        return round(degrees(asin(max(-1.0, min(1.0, self._spots["gaze"][1] / 100)))))

    @property
    def stride(self) -> int:
        """How far the left foot is ahead of the right one."""
        return self.ahead("left ankle", "right ankle")

    def is_crossed(self, side: str) -> bool:
        """Whether a foot is on the other side of the other one."""
        return self.out(side, "ankle", f"{OTHER[side]} ankle") < -_BESIDE

    def _bend(self, side: str, *parts: str) -> int:
        first, middle, last = (f"{side} {part}" for part in parts)
        one, other = self._way(first, middle), self._way(middle, last)
        along = sum(a * b for a, b in zip(one, other, strict=True)) / (_length(one) * _length(other) or 1.0)
        return round(degrees(acos(max(-1.0, min(1.0, along)))))

    def _way(self, start: str, end: str) -> Spot:
        (x0, y0, z0), (x1, y1, z1) = self._spots[start], self._spots[end]
        return x1 - x0, y1 - y0, z1 - z0


# A foot that is past the other one by so much (cm) is on its other side.
_BESIDE = 2


def _length(way: Spot) -> float:
    return sqrt(sum(each * each for each in way))
