"""Path data read back as points in cm, by SVG's own rules, so that tests can measure what a picture shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import atan2, cos, pi, radians, sin, sqrt

Point = tuple[float, float]

_COMMAND = re.compile(r"([MmLlhvaqtcz])([^MmLlhvaqtcz]*)")
_NUMBER = re.compile(r"-?(?:\d+(?:\.\d+)?|\.\d+)")
_FLAGS = re.compile(r"^((?:\s*-?(?:\d+(?:\.\d+)?|\.\d+)){3})\s*([01])\s*([01])")


def ends(path: str) -> list[Point]:
    """The points at which the commands of a path end."""
    return [points[-1] for points in commands(path)]


def outline(path: str) -> list[Point]:
    """Many points along the path; curves as their control polygon's ends and middles, arcs in fine steps."""
    return [point for points in commands(path) for point in points]


def subpaths(path: str) -> list[list[Point]]:
    """Many points along each closed or open piece of a path."""
    lines: list[list[Point]] = []
    for letter, points in _commands(path):
        if letter in "Mm":
            lines.append([])
        lines[-1] += points
    return lines


def is_filled(lines: Iterable[Sequence[Point]], point: Point) -> bool:
    """Whether a point lies in one of some closed lines (by the number of their sides to the right of it)."""
    x, y = point
    return any(
        sum(
            (y0 > y) != (y1 > y) and x < x0 + (x1 - x0) * (y - y0) / (y1 - y0)
            for (x0, y0), (x1, y1) in pairwise([*line, line[0]])
        )
        % 2
        for line in lines
    )


def commands(path: str) -> list[list[Point]]:
    """For every command but `z`, points along it, the last where it ends. Raises ValueError for other commands."""
    return [points for _, points in _commands(path)]


def _commands(path: str) -> list[tuple[str, list[Point]]]:
    if "".join(letter + rest for letter, rest in _COMMAND.findall(path)) != path:
        raise ValueError(f"not a path of these figures: {path}")
    found: list[tuple[str, list[Point]]] = []
    here: Point = (0.0, 0.0)
    begun = control = here
    for letter, rest in _COMMAND.findall(path):
        if letter == "z":
            here = begun
        for numbers in _groups(letter, rest):
            points, control = _drawn(letter, numbers, here, control)
            found.append((letter, points))
            here = points[-1]
        if letter in "Mm":
            begun = here
    return [(letter, [(x / 10, y / 10) for x, y in points]) for letter, points in found]


_SIZES = {"M": 2, "m": 2, "L": 2, "l": 2, "h": 1, "v": 1, "q": 4, "t": 2, "c": 6, "a": 7}


def _groups(letter: str, rest: str) -> list[list[float]]:
    if letter == "z":
        return []
    if letter == "a":  # its two flags may stand together, and before a number without a space
        rest = _FLAGS.sub(r"\1 \2 \3 ", rest)
    values = [float(text) for text in _NUMBER.findall(rest)]
    size = _SIZES[letter]
    if len(values) % size:
        raise ValueError(f"{letter} with {len(values)} numbers: {rest}")
    return [values[i : i + size] for i in range(0, len(values), size)]


def _drawn(letter: str, v: list[float], here: Point, control: Point) -> tuple[list[Point], Point]:
    """Points of one command, and the control point that a following `t` mirrors."""
    x, y = here
    if letter in "ML":
        return [(v[0], v[1])], (v[0], v[1])
    if letter in "hv":
        v = [v[0], 0.0] if letter == "h" else [0.0, v[0]]
    end = (x + v[-2], y + v[-1])
    if letter == "a":
        return arc_points(here, end, (v[0], v[1]), v[2], (bool(v[3]), bool(v[4]))), end
    if letter in "qt":
        middle = (x + v[0], y + v[1]) if letter == "q" else (2 * x - control[0], 2 * y - control[1])
        return [_bezier(here, middle, end, i / 8) for i in range(1, 9)], middle
    if letter == "c":
        first, second = (x + v[0], y + v[1]), (x + v[2], y + v[3])
        return [_cubic((here, first, second, end), i / 8) for i in range(1, 9)], end
    return [end], end


def _cubic(handles: tuple[Point, Point, Point, Point], t: float) -> Point:
    a, b, c, d = handles
    (x0, y0), (x1, y1) = _bezier(a, b, c, t), _bezier(b, c, d, t)
    return (x0 + (x1 - x0) * t, y0 + (y1 - y0) * t)


def _bezier(a: Point, b: Point, c: Point, t: float) -> Point:
    p, q, r = (1 - t) ** 2, 2 * t * (1 - t), t * t
    return (a[0] * p + b[0] * q + c[0] * r, a[1] * p + b[1] * q + c[1] * r)


_ARC_STEPS = 24


def arc_points(start: Point, end: Point, radii: Point, turn: float, flags: tuple[bool, bool]) -> list[Point]:
    """Points along an elliptical arc (SVG 2, appendix B.2.4: conversion from endpoint to centre parametrization)."""
    rx, ry = radii
    if rx == 0 or ry == 0 or start == end:
        return [end]
    c, s = cos(radians(turn)), sin(radians(turn))
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    px, py = c * dx + s * dy, -s * dx + c * dy
    size = (px / rx) ** 2 + (py / ry) ** 2
    if size > 1:
        rx, ry = rx * sqrt(size), ry * sqrt(size)
    rest = (px / rx) ** 2 + (py / ry) ** 2
    way = sqrt(max(0.0, 1 / rest - 1)) * (-1 if flags[0] == flags[1] else 1)
    cx, cy = way * rx * py / ry, -way * ry * px / rx
    begin = atan2((py - cy) / ry, (px - cx) / rx)
    sweep = (atan2((-py - cy) / ry, (-px - cx) / rx) - begin) % (2 * pi)
    sweep = sweep if flags[1] else sweep - 2 * pi
    middle = (c * cx - s * cy + (start[0] + end[0]) / 2, s * cx + c * cy + (start[1] + end[1]) / 2)
    points = []
    for i in range(1, _ARC_STEPS + 1):
        angle = begin + sweep * i / _ARC_STEPS
        u, v = rx * cos(angle), ry * sin(angle)
        points.append((middle[0] + u * c - v * s, middle[1] + u * s + v * c))
    return [*points[:-1], end]
