"""The page of each guide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from stretchguide.format.records import Change, Muscles
from stretchguide.format.vocabulary import Muscle, Vocabulary
from stretchguide.guides.anatomy import is_structure
from stretchguide.guides.guide import Guide, GuideVariant, unique, unique_entries
from stretchguide.guides.library import Library
from stretchguide.guides.reviews import is_overdue
from stretchguide.pages import addresses
from stretchguide.pages.kind import Kind
from stretchguide.pages.page import Found, Page, SearchEntry
from stretchguide.pages.phrases import guide_facts, lower_first
from stretchguide.pages.writer import Writer


def pages(kind: Kind, writer: Writer) -> Iterator[Page]:
    return (_page(kind, writer, guide) for guide in writer.library.guides.values())


KIND = Kind(pages, addresses.GUIDES, "exercise.md")


def _page(kind: Kind, writer: Writer, guide: Guide) -> Page:
    tell, search = partial(_told, writer, guide), partial(_found, writer, guide)
    return kind.page(writer, guide.id, tell, source=guide.source, search=search)


def _told(writer: Writer, guide: Guide) -> Mapping[str, Any]:
    library = writer.library
    references = {reference.id: number for number, reference in enumerate(guide.references, 1)}
    return {
        "guide": guide,
        "overdue": is_overdue(guide.record.review, writer.today),
        "changes": partial(changes, library, guide),
        "warnings": library.warnings(guide),
        "groups": muscle_groups(guide.record.muscles, library.vocabulary),
        "easier_guides": library.next_to(guide, "easier"),
        "harder_guides": library.next_to(guide, "harder"),
        "partners": library.next_to(guide, "goes_with"),
        "routines": library.routines_with(guide),
        "numbers": lambda ids: ", ".join(str(references[id]) for id in ids),
    }


def changes(
    library: Library, guide: Guide, variant: GuideVariant, name: str
) -> Iterator[tuple[str, Change, Guide | None]]:
    """The ways to make a version easier or deeper, each with its label.

    A version that has neither is lent those of the others, whose labels name the version that they are of.
    """
    is_lent = not (variant.written.easier or variant.written.deeper)
    for each in guide.variants if is_lent else (variant,):
        for change in getattr(each.written, name):
            other = library.guides.get(change.use or "")
            if change.change or other:
                parts = ([each.written.label] if is_lent else []) + ([change.label] if change.label else [])
                yield ": ".join([parts[0], *map(lower_first, parts[1:])]) if parts else "", change, other


def muscle_groups(muscles: Muscles, vocabulary: Vocabulary) -> Mapping[str, tuple[Muscle, ...]]:
    """The three lists, and the structures of all three apart: those are never called a muscle."""
    lists = {"stretched": muscles.stretched, "also": muscles.also, "working": muscles.working}
    named = {name: [vocabulary.muscles[id] for id in ids] for name, ids in lists.items()}
    groups = {name: tuple(each for each in entries if not is_structure(each)) for name, entries in named.items()}
    every = unique_entries(muscle for entries in named.values() for muscle in entries)
    return {**groups, "structures": tuple(filter(is_structure, every))}


def _found(writer: Writer, guide: Guide) -> Found:
    """By its names, complaints and purpose, and by the names of what it is for: areas, muscles, moments, positions."""
    record, vocabulary = guide.record, guide.vocabulary
    figure = writer.hero(guide, guide.first)

    def muscles(ids: Iterable[str]) -> Iterator[str]:
        return (addresses.muscle(vocabulary.muscles[id]) for id in ids)

    return (
        SearchEntry(
            record.title,
            "guide",
            record.also_known_as,
            record.complaints,
            record.purpose,
            about=(addresses.area(guide.areas[0]), *muscles(record.muscles.stretched)),
            touches=(*map(addresses.area, guide.areas[1:]), *muscles(record.muscles.also), *_suits(guide)),
            facts=guide_facts(guide, guide.first),
            picture=figure.uri if figure else "",
        ),
    )


def _suits(guide: Guide) -> Iterator[str]:
    """The pages of its moments, positions and things."""
    yield from (addresses.page(addresses.OCCASIONS, id) for id in guide.record.occasions)
    yield from (addresses.page(addresses.POSITIONS, position.id) for position in guide.positions)
    pieces = unique(id for variant in guide.variants for id in variant.written.equipment.all)
    yield from (addresses.page(addresses.EQUIPMENT, id) for id in pieces)
