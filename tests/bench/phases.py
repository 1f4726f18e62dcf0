"""Where the time of a figure of the body goes: `python3 dev.py bench figures --phases`."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from statistics import median
from typing import Any, NamedTuple

from stretchguide.figure.picture import drawing
from stretchguide.figure.picture.scene import Scene

# What is timed: a module below `stretchguide.figure`, a name by which it calls something, and what that is.
_PHASES = (
    ("picture.scene", "skin_of", "skin"),
    ("portrait.portrait", "pixels_of", "depth buffer"),
    ("portrait.portrait", "hemmed", "hems"),
    ("portrait.portrait", "lit", "light"),
    ("portrait.portrait", "shadow", "shadow"),
    ("portrait.portrait", "seen_marks", "face"),
    ("portrait.line_art", "folds", "folds"),
    ("portrait.line_art", "traced", "borders"),
    ("portrait.line_art", "traced_lines", "inner lines"),
    ("portrait.line_art", "_path", "writing"),
    ("picture.drawing", "_add_signs", "signs"),
    ("picture.inset", "draw", "inset"),
)


class Spent(NamedTuple):
    """A figure: milliseconds of the processor, all and by phase, and its bytes as a packed file."""

    whole: float
    phases: dict[str, float]
    packed: int


def told(figures: Sequence[Callable[[], Scene]], repeats: int) -> Iterator[str]:
    """A line for each phase: its median and its worst where it happens, and in how many figures it does."""
    clock = _Clock()
    found = [min((clock.spent(each()) for _ in range(repeats)), key=lambda spent: spent.whole) for each in figures]
    yield f"the body, {len(found)} figures: median, worst, in how many figures"
    yield _line("bytes packed", [each.packed for each in found])
    yield _line("ms altogether", [each.whole for each in found])
    for _, _, phase in _PHASES:
        yield _line(f"  {phase}", [each.phases[phase] for each in found if phase in each.phases])


def _line(name: str, values: Sequence[float]) -> str:
    return f"{name:16s}{median(values):8.1f}{max(values):8.1f}{len(values):6d}" if values else f"{name:16s}   never"


class _Clock:
    """Watches the phases of a drawing."""

    def __init__(self) -> None:
        self._phases: dict[str, float] = {}
        for module, name, phase in _PHASES:
            at = import_module(f"stretchguide.figure.{module}")
            setattr(at, name, self._watched(getattr(at, name), phase))

    def _watched(self, call: Callable[..., Any], phase: str) -> Callable[..., Any]:
        def watched(*arguments: Any, **named: Any) -> Any:
            start = time.process_time()
            found = call(*arguments, **named)
            self._phases[phase] = self._phases.get(phase, 0.0) + (time.process_time() - start) * 1000
            return found

        return watched

    def spent(self, scene: Scene) -> Spent:
        """What a figure takes."""
        self._phases.clear()
        start = time.process_time()
        alone = drawing.drawn(scene).alone
        whole = (time.process_time() - start) * 1000
        return Spent(whole, dict(self._phases), len(gzip.compress(alone.encode(), 9)))
