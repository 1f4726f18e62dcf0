"""The arrows of a picture in space: along the way that a part took, where that can be seen, else as the words say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import dist, hypot

from stretchguide.figure.picture import movement
from stretchguide.figure.picture.anchors import anchor, is_of_trunk
from stretchguide.figure.picture.arrows import Sign, is_one, line, sign, straight, strangers
from stretchguide.figure.picture.scene import Scene
from stretchguide.figure.shapes.geometry import Point, Vector, between, distance, dot, subtract, unit
from stretchguide.figure.words.bases import BASES
from stretchguide.figure.words.pose import Arrow
from stretchguide.figure.words.signs import ARROW_BOTH, ARROW_PAIRS
from stretchguide.format.sides import OTHER, SIDES

# A way is shown as it was when it is so long on the screen (cm), and runs as the words say by this much (cosine).
_SEEN, _AGREES = 9.0, 0.25
# An arrow whose length on the screen is less than this part of it points at the eye: then a shorter way (cm) is shown.
_FORESHORTENED, _LEAST_SEEN = 0.34, 1.5
# Arrows whose ends lie so near each other on the screen (cm) are one.
_ONE = 18.0
# From so long on (cm) a way is shown as a curve.
_CURVED = 18.0
# A part that nobody has named has an arrow when it went so far on the screen, in parts of the picture's longer side.
_TELLING = 0.06
# Both sides have one where one went nearly as far as the other.
_AS_FAR = 0.75


Meant = tuple[Arrow, Sign]
"""What an arrow says, and where it runs."""
Shown = tuple[tuple[Arrow, ...], Sign]
"""The same of one that may say two things: to and fro."""


def signs(scene: Scene) -> list[Shown]:
    """The arrows of a scene; of what nobody has named, the part that went farthest has one."""
    said = scene.pose.arrows
    found = _named(scene, said) if said is not None else (((arrow,), shown) for arrow, shown in _unsaid(scene))
    return _each_once(scene, list(found))


def _named(scene: Scene, said: Sequence[Arrow]) -> Iterator[Shown]:
    """The arrows that words name, but for what is shaken; of two that go to and fro, one with a head at both ends."""
    said = [arrow for arrow in said if arrow.motion != "shake"]
    fro = {to: back for to, back in pairwise(said) if _is_way_back(to, back)}
    for each in said:
        if both := _apart(scene, each):
            yield from both
            continue
        found = None if each in fro.values() else _said(scene, each)
        if found and each in fro:
            yield (each, fro[each]), _to_and_fro(found[1])
        elif found:
            yield (found[0],), found[1]


def _apart(scene: Scene, arrow: Arrow) -> Sequence[Shown]:
    """The ways of two hands or feet that one word names, where both are seen apart."""
    if arrow.part not in ARROW_BOTH or arrow.motion != "move":
        return ()
    each = [arrow._replace(part=f"{side} {ARROW_BOTH[arrow.part]}") for side in SIDES]
    ways = [way for one in each if (way := _way_of(scene, one, _SEEN))]
    if len(ways) < len(each) or _runs_alike(scene, *(shown for _, shown in ways)):
        return ()
    return [((said,), shown) for said, shown in ways]


_AGAINST = {"up": "down", "left": "right", "forward": "back"} | {"down": "up", "right": "left", "back": "forward"}


def _is_way_back(to: Arrow, back: Arrow) -> bool:
    """Whether an arrow is that of another one's part, and goes the other way."""
    is_one = to.part == back.part and to.motion == back.motion == "move" and not (to.is_over or back.is_over)
    return is_one and bool(to.ways) and {_AGAINST[way] for way in to.ways} == set(back.ways)


def _to_and_fro(shown: Sign) -> Sign:
    """An arrow with a head at both ends, which is tied to the whole way of its part."""
    return shown._replace(returns=True, instead=shown.instead and shown.instead._replace(returns=True))


def _said(scene: Scene, arrow: Arrow) -> Meant | None:
    """The arrow of some words, along the way that its part went where that is seen.

    None where it would point at the eye, and the ghost tells the movement alone.
    """
    way = _way_of(scene, arrow, _SEEN)
    found = way or (arrow, sign(scene.body, arrow, BASES[scene.pose.base]))
    if way or not (found[1].about and _is_towards_eye(scene, found[1].points)):
        return found
    return _way_of(scene, arrow, _LEAST_SEEN) or (None if scene.before else found)


def _is_towards_eye(scene: Scene, points: list[Vector]) -> bool:
    (x0, y0), (x1, y1) = (scene.camera.point(point) for point in (points[0], points[-1]))
    return hypot(x1 - x0, y1 - y0) < _FORESHORTENED * distance(points[0], points[-1])


def _each_once(scene: Scene, found: list[Shown]) -> list[Shown]:
    """The arrows without those that run on the screen where another of them does: of both shoulders from the side.
    That one then speaks of both.
    """
    kept: list[Shown] = []
    for arrows, shown in found:
        same = next((number for number, (_, other) in enumerate(kept) if _runs_alike(scene, shown, other)), None)
        if same is None:
            kept.append((arrows, shown))
        else:
            (first, *more), there = kept[same]
            kept[same] = (_of_both(first, arrows[0]), *more), there
    return kept


def _of_both(arrow: Arrow, other: Arrow) -> Arrow:
    """An arrow that is drawn for another one too: of both where they are of two sides and say the same."""
    (side, _, piece), (its, _, others) = (each.part.partition(" ") for each in (arrow, other))
    is_pair = piece and piece == others and OTHER.get(side) == its and arrow.motion == other.motion
    pair = next(both for both, one in ARROW_PAIRS.items() if one == piece) if is_pair else arrow.part
    return arrow._replace(part=pair)


def _runs_alike(scene: Scene, one: Sign, other: Sign) -> bool:
    """Whether two arrows run side by side on the screen, and neither against each other nor round two sides."""
    (x0, y0), (x1, y1) = ((x - u, y - v) for (u, v), _, (x, y) in (_course(scene, each) for each in (one, other)))
    pairs = zip(_course(scene, one), _course(scene, other), strict=True)
    return x0 * x1 + y0 * y1 > 0 and all(dist(*pair) < _ONE for pair in pairs)


def _course(scene: Scene, shown: Sign) -> tuple[Point, Point, Point]:
    """Where an arrow begins, halfway is and ends on the screen."""
    first, last = shown.points[0], shown.points[-1]
    middle = shown.points[len(shown.points) // 2] if len(shown.points) > 2 else between(first, last, 0.5)
    tail, half, tip = (scene.camera.point(point) for point in (first, middle, last))
    return tail, half, tip


def _unsaid(scene: Scene) -> Iterator[Meant]:
    if scene.before is None:
        return
    before, now, camera = scene.before.body, scene.body, scene.camera
    part, far = movement.moved_most(before, now, camera)
    side, _, piece = part.partition(" ")
    if far < max(_SEEN, _TELLING * max(scene.frame.width, scene.frame.height)):
        return
    yield _along(scene, part)
    other = f"{OTHER[side]} {piece}" if side in OTHER else ""
    if other and movement.on_screen(other, before, now, camera) > _AS_FAR * far:
        yield _along(scene, other)


def _way_of(scene: Scene, arrow: Arrow, least: float) -> Meant | None:
    """The way that a part took, when it is so long on the screen (cm) and shows what the words say, or the contrary:
    no arrow contradicts the ghost.
    """
    if scene.before is None or arrow.motion != "move" or arrow.part == "waist":
        return None
    before, now = scene.before.body, scene.body
    if movement.on_screen(arrow.part, before, now, scene.camera) < least:
        return None
    went = unit(subtract(anchor(now, arrow.part).place, anchor(before, arrow.part).place))
    asked = line(now, arrow, BASES[scene.pose.base])
    agrees = dot(went, unit(subtract(asked[-1], asked[0])))
    if abs(agrees) < _AGREES:
        return None
    meant, shown = _along(scene, arrow.part)
    return (arrow, _or_instead(scene, shown, arrow)) if agrees > 0 else (meant, shown)


def _along(scene: Scene, part: str) -> Meant:
    """The way that a part went, and the words for it."""
    assert scene.before
    went = subtract(anchor(scene.body, part).place, anchor(scene.before.body, part).place)
    meant = movement.in_words(part, went, scene.body, BASES[scene.pose.base])
    return meant, _or_instead(scene, _on_its_way(scene, part), meant)


def _or_instead(scene: Scene, way: Sign, arrow: Arrow) -> Sign:
    """A way, and what stands beside its part where that way cannot be shown: an arrow as the words say."""
    if not way.arrives:
        return way
    beside = sign(scene.body, arrow, BASES[scene.pose.base])
    return way._replace(instead=None if _is_towards_eye(scene, beside.points) else beside._replace(arrives=True))


def _on_its_way(scene: Scene, part: str) -> Sign:
    assert scene.before
    way = movement.way(part, scene.before.body, scene.body)
    others = strangers(scene.body, part)
    if is_of_trunk(part):  # It goes where the body is, so that the arrow stands beside it.
        return straight(scene.body, part, [way[0], way[-1]], others)
    points = _short_of(scene, way, anchor(scene.body, part).reach)
    is_short = len(points) == 2 and is_one(scene.body, part)
    return straight(scene.body, part, points, others) if is_short else Sign(points, others, arrives=True)


def _short_of(scene: Scene, points: list[Vector], reach: float) -> list[Vector]:
    """A way that ends where the part begins on the screen, as long as enough of it is left; a short one is straight."""
    shown = [scene.camera.point(point) for point in points]
    sizes = [hypot(a[0] - b[0], a[1] - b[1]) for a, b in pairwise(shown)]
    if sum(sizes) < _CURVED:
        return [points[0], points[-1]]
    x, y = shown[-1]
    last = len(points) - 1
    off = [hypot(each[0] - x, each[1] - y) for each in shown]
    while off[last] < reach and sum(sizes[: last - 1]) > _CURVED:
        last -= 1
    if off[last] <= reach or last == len(points) - 1:
        return points[: last + 1]
    rest = (off[last] - reach) / (off[last] - off[last + 1])
    return [*points[: last + 1], between(points[last], points[last + 1], rest)]
