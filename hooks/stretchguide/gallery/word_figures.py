"""A small figure for each base and each thing of the pose language, for the contributors' page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from stretchguide.figure.words.bases import BASES
from stretchguide.figure.words.things import THINGS
from stretchguide.gallery.gallery import Figure, Gallery


def word_figures(gallery: Gallery) -> dict[str, Figure]:
    """The figures by their words: ``base stand``, ``props chair``. Raises CannotDraw where the engine fails."""
    poses = {f"base {name}": base_pose(name) for name in BASES} | {
        f"props {name}": thing.sample for name, thing in THINGS.items()
    }
    return {
        words: Figure(f"figures/words/{words.replace(' ', '-')}.svg", gallery.picture(pose))
        for words, pose in poses.items()
    }


def base_pose(name: str) -> Mapping[str, Any]:
    """A base with nothing else said; on the right where it needs a side."""
    base = BASES[name]
    return {"base": f"{name} right" if base.side and not base.usual_side else name}
