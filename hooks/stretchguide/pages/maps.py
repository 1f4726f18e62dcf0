"""The body maps of the site: the areas as links on the home page, an area or a muscle lit on its own page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from stretchguide.figure.atlas import body_map
from stretchguide.figure.atlas.body_map import Depth, MapArea, MapMuscle
from stretchguide.figure.atlas.map_body import MapBody, MapView, map_body
from stretchguide.figure.muscles.members import members, stand_ins
from stretchguide.figure.muscles.shapes import MUSCLES
from stretchguide.format.vocabulary import Area, Muscle, Vocabulary
from stretchguide.gallery.body import own_body
from stretchguide.gallery.gallery import Figure
from stretchguide.gallery.picture import Drawing, Picture
from stretchguide.guides.library import Library
from stretchguide.pages import addresses
from stretchguide.pages.addresses import seen, seen_from

VIEWS: Mapping[MapView, str] = {"front": "Front of the body", "back": "Back of the body"}
"""Both views, with the name that a screen reader says."""

_MUSCLES = addresses.index(addresses.MUSCLES)


def maps(library: Library) -> dict[str, tuple[Figure, ...]]:
    """The maps of each page that has some, by the page's address. Raises NoBody."""
    found = {addresses.HOME: tuple(_areas(library, view) for view in VIEWS)}
    for area in library.by_area:
        found[addresses.area(area)] = tuple(_areas(library, view, area) for view in VIEWS)
    found[_MUSCLES] = tuple(_list_of_muscles(library.vocabulary))
    for muscle in library.vocabulary.muscles.values():
        found[addresses.muscle(muscle)] = tuple(_one_muscle(library.vocabulary, muscle))
    return found


# -- areas ------------------------------------------------------------------------------------------------------------


def _areas(library: Library, view: MapView, lit: Area | None = None) -> Figure:
    """The areas in one view, each with guides a link; the page of an area shows where it is."""
    folder = seen_from(addresses.area(lit) if lit else addresses.HOME, f"{addresses.AREAS}/")
    with_guides = {area.id for area in library.by_area}
    areas = [
        MapArea(
            area.id,
            area.name,
            area.regions,
            f"{folder}{area.id}/" if area.id in with_guides else "",
            _skin_deep(library.vocabulary, area.id, view),
        )
        for area in library.vocabulary.areas.values()
    ]
    label = f"{VIEWS[view]}: {lit.name}" if lit else VIEWS[view]
    draw = partial(body_map.area_map, _body(view), label=label, lit=(lit.id,) if lit else ())
    # As a file of its own, loaded as a picture, links would lead nowhere.
    alone = draw([area._replace(url="") for area in areas])
    return _figure(f"{lit.id if lit else 'home'}-{view}", label, draw(areas, for_pointer=lit is not None), alone)


def _skin_deep(vocabulary: Vocabulary, area: str, view: MapView) -> tuple[str, ...]:
    """What lies under the skin of an area, and belongs to it first of all."""
    return tuple(
        muscle.id
        for muscle in vocabulary.muscles.values()
        if muscle.areas[0] == area and view in muscle.views and "deep" not in muscle.views and not muscle.members
    )


# -- muscles ----------------------------------------------------------------------------------------------------------


def _list_of_muscles(vocabulary: Vocabulary) -> Iterator[Figure]:
    """Front and back, with the surface and with what lies deep; each muscle leads to its page."""
    plain = _map_muscles(vocabulary)
    linked = [
        each._replace(url=seen_from(_MUSCLES, seen(addresses.page(addresses.MUSCLES, each.id)))) for each in plain
    ]
    depths: Mapping[Depth, str] = {"surface": "", "deep": ", what lies deep"}
    for depth, below in depths.items():
        for view in VIEWS:
            label = f"Muscles, {VIEWS[view].lower()}{below}"
            draw = partial(body_map.muscle_map, _body(view), label=label, depth=depth)
            yield _figure(f"muscles-{depth}-{view}", label, draw(linked), draw(plain))


def _one_muscle(vocabulary: Vocabulary, muscle: Muscle) -> Iterator[Figure]:
    """The views in which a muscle can be seen, with the muscle lit; over one that lies deep, the surface is faint."""
    names = stand_ins(vocabulary.members).get(muscle.id, (muscle.id,))
    lit = [member for name in names for member in members(name)]
    if not lit:
        return
    is_deep = all(MUSCLES[name].layer in _BELOW for name in lit)
    surface = [each for each in _map_muscles(vocabulary) if each.id in MUSCLES and MUSCLES[each.id].layer not in _BELOW]
    for view in VIEWS:
        if any(body_map.muscle_path(_body(view), name) for name in lit):
            label = f"{VIEWS[view]}: {muscle.name}"
            depth: Depth = "deep" if is_deep else "surface"
            drawn = body_map.muscle_map(_body(view), surface, label=label, depth=depth, lit=names)
            yield _figure(f"muscles/{muscle.id}-{view}", label, drawn, drawn)


_BELOW = ("deep", "structure")


def _map_muscles(vocabulary: Vocabulary) -> Sequence[MapMuscle]:
    return [MapMuscle(muscle.id, muscle.name) for muscle in vocabulary.muscles.values()]


def _body(view: MapView) -> MapBody:
    return map_body(own_body(), view)


def _figure(name: str, label: str, inline: str, alone: str) -> Figure:
    return Figure(f"figures/maps/{name}.svg", Picture(label, Drawing(inline, alone)))
