"""The numbers that words of the pose language take.

Limits keep slips of the pen out (`turn 400`); what a body can do is checked on the solved figure.
"""

from __future__ import annotations

from typing import NamedTuple


class Limits(NamedTuple):
    """The numbers a word takes."""

    least: float
    most: float
    unit: str
    usual: float | None = None
    """Taken when the number is left out; None where it must be written."""
    is_optional: bool = False
    """Whether it may be left out without any usual value."""


ANGLE = Limits(0, 180, "degrees")
SIGNED_ANGLE = Limits(-180, 180, "degrees")
LENGTH = Limits(0, 200, "cm")
PERCENT = Limits(0, 100, "percent", is_optional=True)
HEIGHT = Limits(0, 250, "cm", is_optional=True)
FLOOR_STEP = Limits(-120, 120, "cm")
ELEVATION = Limits(-60, 90, "degrees", is_optional=True)
KNEE_WIDTH = Limits(0, 150, "cm", usual=30)


def usually(limits: Limits, value: float) -> Limits:
    """The same limits for a number that may be left out."""
    return limits._replace(usual=value)
