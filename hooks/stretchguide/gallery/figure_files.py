"""The figures of one stretch as files to look at: every step, both sides, as SVG and as PNG."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import resvg_py

from stretchguide.figure.ink.palette import LIGHT
from stretchguide.gallery.gallery import Gallery
from stretchguide.gallery.picture import CannotDraw
from stretchguide.guides.guide import Guide

PNG_WIDTH = 640


@dataclass(frozen=True)
class FigureFile:
    """A figure of its own."""

    name: str
    """Without a suffix: variant, number of the step, and the side where there are two."""
    svg: str


def figure_files(guide: Guide, gallery: Gallery) -> Iterator[FigureFile]:
    """The figures of every step that has one, side by side. Raises CannotDraw where the engine fails on a side."""
    rows = gallery.pictures(guide.record), gallery.pictures(guide.record, is_mirrored=True)
    for variant, *drawn in zip(guide.variants, *rows, strict=True):
        sides = ("-right", "-left") if variant.sides == 2 else ("",)
        for number, pictures in enumerate(zip(*drawn, strict=True), 1):
            for side, picture in zip(sides, pictures, strict=False):
                name = f"{variant.written.id}-{number}{side}"
                if isinstance(picture, CannotDraw):
                    raise CannotDraw(f"{name} cannot be drawn ({picture})")
                if picture:
                    yield FigureFile(name, picture.alone)


def write_files(files: list[FigureFile], folder: Path) -> None:
    """Write the files into a folder, which is made. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in files:
        _write(folder / f"{file.name}.svg", file.svg.encode())
        png = resvg_py.svg_to_bytes(svg_string=file.svg, width=PNG_WIDTH, background=LIGHT["bg"])
        _write(folder / f"{file.name}.png", png)


def _write(path: Path, data: bytes) -> None:
    path.unlink(missing_ok=True)  # It may be a link to somewhere else, which is not ours to overwrite.
    path.write_bytes(data)
