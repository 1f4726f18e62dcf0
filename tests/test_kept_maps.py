"""The body maps are drawn once: what is kept shows what is asked for, and what is not as it was kept is drawn again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from records import sample_library
from stretchguide.gallery.gallery import Figure, Gallery
from stretchguide.gallery.picture import Drawing, Picture
from stretchguide.gallery.store import Store
from stretchguide.guides.library import Library
from stretchguide.pages import maps as drawing
from stretchguide.pages.kept_maps import FOLDER, maps

FIGURE = Figure("figures/maps/home-front.svg", Picture("Front", Drawing("<svg/>", "<svg></svg>")))


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Library]:
    """The libraries whose maps are drawn."""
    asked: list[Library] = []

    def draw(library: Library) -> dict[str, tuple[Figure, ...]]:
        asked.append(library)
        return {"index.md": (FIGURE,)}

    monkeypatch.setattr(drawing, "maps", draw)
    return asked


def test_maps_are_drawn_once_and_found_as_they_were(tmp_path: Path, drawn: list[Library]) -> None:
    for _ in range(3):
        assert maps(sample_library(), Gallery(tmp_path)) == {"index.md": (FIGURE,)}
    assert maps(sample_library(), Gallery(tmp_path), in_text=True) == {"index.md": (replace(FIGURE, in_text=True),)}
    assert len(drawn) == 1


def test_other_muscles_other_maps(tmp_path: Path, drawn: list[Library]) -> None:
    library = sample_library()
    id, muscle = next(iter(library.vocabulary.muscles.items()))
    renamed = {**library.vocabulary.muscles, id: muscle.model_copy(update={"name": "Another"})}
    for each in (library, replace(library, vocabulary=replace(library.vocabulary, muscles=renamed))):
        maps(each, Gallery(tmp_path))
    assert len(drawn) == 2


@pytest.mark.parametrize("spoilt", [{}, {"index.md": [{}]}, {"index.md": [{"uri": "", "alt": "", "drawing": {}}]}])
def test_what_is_no_map_is_drawn_again(spoilt: dict[str, object], tmp_path: Path, drawn: list[Library]) -> None:
    maps(sample_library(), Gallery(tmp_path))
    (kept,) = (path for path in (tmp_path / FOLDER).rglob("*") if path.is_file())
    Store(kept.parents[1], kept.parent.name).put(kept.name, spoilt)
    assert maps(sample_library(), Gallery(tmp_path)) == {"index.md": (FIGURE,)}
    assert len(drawn) == 2


def test_without_a_folder_nothing_is_kept(drawn: list[Library]) -> None:
    for _ in range(2):
        maps(sample_library(), Gallery())
    assert len(drawn) == 2
