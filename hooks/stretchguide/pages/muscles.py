"""The pages of the muscles: the list of all, and one for each with what it does and what stretches it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from stretchguide.format.vocabulary import Area, Muscle
from stretchguide.guides.anatomy import Layers, is_structure
from stretchguide.pages import addresses
from stretchguide.pages.kind import Kind, Single
from stretchguide.pages.page import Found, Page, SearchEntry
from stretchguide.pages.phrases import counted
from stretchguide.pages.writer import Writer

INDEX = Single(addresses.index(addresses.MUSCLES), "muscles.md", "Muscles")


def pages(kind: Kind, writer: Writer) -> Iterator[Page]:
    yield _list(writer)
    for muscle in writer.library.vocabulary.muscles.values():
        yield _page(kind, writer, muscle)


KIND = Kind(pages, addresses.MUSCLES, "muscle.md", (INDEX,))


def _list(writer: Writer) -> Page:
    words = "All muscles, joints and tissue that a stretch can reach, on a map of the body."
    return INDEX.page(writer, lambda: {"layers": _layers(writer)}, found_by=words)


def _layers(writer: Writer) -> list[tuple[Area, Layers]]:
    areas = sorted(writer.library.vocabulary.areas.values(), key=lambda area: area.order)
    layers = [(area, writer.anatomy.layers(area)) for area in areas]
    return [(area, of_area) for area, of_area in layers if of_area.surface or of_area.deep or of_area.structures]


def _page(kind: Kind, writer: Writer, muscle: Muscle) -> Page:
    return kind.page(writer, muscle.id, partial(_told, writer, muscle), search=partial(_found, writer, muscle))


def _found(writer: Writer, muscle: Muscle) -> Found:
    names = (muscle.latin, *muscle.also_called)
    count = writer.anatomy.count(muscle)
    facts = counted(count, "stretch", "es") if count else ""
    picture = writer.map_of(addresses.muscle(muscle))
    return (
        SearchEntry(muscle.name, "muscle", names, text=f"{muscle.plain} {muscle.does}", facts=facts, picture=picture),
    )


def _told(writer: Writer, muscle: Muscle) -> Mapping[str, Any]:
    anatomy = writer.anatomy
    return {
        "muscle": muscle,
        "is_structure": is_structure(muscle),
        "areas": [writer.library.vocabulary.areas[area] for area in muscle.areas],
        "groups": anatomy.groups(muscle),
        "members": anatomy.members(muscle),
    }
