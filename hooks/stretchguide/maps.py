"""The body maps of the site: front and back, with each area that has a guide as a link."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from stretchguide.figure import body_map
from stretchguide.figure.body_map import MapArea
from stretchguide.figure.map_body import View
from stretchguide.figures import Figure, Picture
from stretchguide.library import Library
from stretchguide.vocabulary import Vocabulary

VIEWS: Mapping[View, str] = {"front": "Front of the body", "back": "Back of the body"}
"""Both views, with the name that a screen reader says."""

HOME = "home"


def maps(library: Library, *, in_text: bool = False) -> dict[str, tuple[Figure, ...]]:
    """Front and back for the home page (``home``) and for each area's page (its id), where that area is lit.

    ``in_text`` is for pages that are built without our hook: a link counts only where the drawing is in the page.
    """
    found = {HOME: _pair(library, HOME, "areas/", ())}
    for area in library.by_area:
        found[area.id] = _pair(library, area.id, "../", (area.id,))
    return {id: tuple(replace(each, in_text=in_text) for each in pair) for id, pair in found.items()}


def _pair(library: Library, name: str, up: str, lit: Iterable[str]) -> tuple[Figure, ...]:
    return tuple(_map(library, view, name, up, tuple(lit)) for view in VIEWS)


def _muscles(vocabulary: Vocabulary, area: str, view: View) -> tuple[str, ...]:
    """What lies under the skin of an area, and belongs to it first of all."""
    return tuple(
        muscle.id
        for muscle in vocabulary.muscles.values()
        if muscle.areas[0] == area and view in muscle.views and "deep" not in muscle.views and not muscle.members
    )


def _map(library: Library, view: View, name: str, up: str, lit: tuple[str, ...]) -> Figure:
    with_guides = {area.id for area in library.by_area}
    areas = [
        MapArea(
            area.id,
            area.name,
            area.regions,
            f"{up}{area.id}/" if area.id in with_guides else "",
            _muscles(library.vocabulary, area.id, view),
        )
        for area in library.vocabulary.areas.values()
    ]
    inline = body_map.area_map(view, areas, label=VIEWS[view], lit=lit)
    # As a file of its own, loaded as a picture, links would lead nowhere.
    alone = body_map.area_map(view, [area._replace(url="") for area in areas], label=VIEWS[view], lit=lit)
    return Figure(f"figures/maps/{name}-{view}.svg", Picture(VIEWS[view], inline, alone, ()))
