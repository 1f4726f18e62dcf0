"""What the browse page chooses by in place: every version of every stretch, by the ways to choose.

The choosing itself is javascripts/browse/choosing.js. A version is what a reader does, so all that is chosen has to
hold for one of them: whoever stays off the floor and has no wall shall find no stretch of which one version needs each.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, NamedTuple

from stretchguide.guides.guide import GuideVariant
from stretchguide.guides.library import Library
from stretchguide.guides.timeline import briefly
from stretchguide.pages import addresses
from stretchguide.pages.facets import Facet
from stretchguide.pages.phrases import motion
from stretchguide.pages.writer import Writer


class _Tick(NamedTuple):
    """One of the values of a way."""

    id: str
    name: str
    has: Callable[[GuideVariant], bool]


class _Ticks(NamedTuple):
    """A way to choose, as the address of the page names it and as the reader reads it."""

    key: str
    name: str
    values: tuple[_Tick, ...]


def browse_index(writer: Writer) -> str:
    """The file, as JSON: the ways with their values, and of each version the numbers of the values that it has."""
    ways = [*map(_of_facet, writer.facets), *_further(writer.library)]
    values = [value for way in ways for value in way.values]
    told = [
        {"key": way.key, "name": way.name, "values": [[value.id, value.name] for value in way.values]} for way in ways
    ]
    return json.dumps(
        {"ways": told, "stretches": list(_stretches(writer, values))}, ensure_ascii=False, separators=(",", ":")
    )


def _stretches(writer: Writer, values: Iterable[_Tick]) -> Iterator[dict[str, Any]]:
    numbered = list(enumerate(values))
    for guide in writer.library.ranked:
        versions = []
        for variant in guide.variants:
            figure = writer.hero(guide, variant)
            version = {
                "at": "" if variant == guide.first else addresses.version_anchor(variant),
                "facts": [
                    guide.areas[0].name,
                    f"version “{variant.written.label}”",
                    motion(variant),
                    briefly(variant.span),
                ],
                "picture": figure.uri if figure else "",
                "has": [number for number, value in numbered if value.has(variant)],
            }
            versions.append(version)
        yield {"at": addresses.seen(addresses.guide(guide)), "versions": versions}


def _of_facet(facet: Facet) -> _Ticks:
    choices = facet.choices
    return _Ticks(
        facet.folder,
        facet.name,
        tuple(_Tick(each.entry.id, each.entry.name, partial(facet.way.has, each.entry)) for each in choices),
    )


def _further(library: Library) -> Iterator[_Ticks]:
    """What has no pages of its own to choose by: still or moving, on the floor or off it, and the muscles."""
    still = _Tick("still", "Still", _is_still)
    yield _Ticks("kind", "Still or moving", (still, _Tick("moving", "Moving", lambda variant: not _is_still(variant))))
    yield _Ticks("floor", "Floor", (_Tick("none", "No floor", lambda variant: not variant.needs_floor),))
    named = {id for guide in library.shown for id in (*guide.record.muscles.stretched, *guide.record.muscles.also)}
    muscles = [muscle for id, muscle in library.vocabulary.muscles.items() if id in named]
    by_name = sorted(muscles, key=lambda muscle: muscle.name.casefold())
    yield _Ticks("muscles", "Muscle", tuple(_Tick(each.id, each.name, partial(_reaches, each.id)) for each in by_name))


def _is_still(variant: GuideVariant) -> bool:
    return motion(variant) == "still"


def _reaches(muscle: str, variant: GuideVariant) -> bool:
    muscles = variant.record.muscles
    return muscle in muscles.stretched or muscle in muscles.also
