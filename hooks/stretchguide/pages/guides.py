"""The page of each guide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from stretchguide.format.records import Change, Muscles
from stretchguide.format.vocabulary import Muscle, Vocabulary
from stretchguide.guides.anatomy import is_structure
from stretchguide.guides.guide import Guide, unique_entries
from stretchguide.guides.library import Library
from stretchguide.guides.reviews import is_overdue
from stretchguide.pages import addresses
from stretchguide.pages.kind import Kind
from stretchguide.pages.page import Page, SearchEntry
from stretchguide.pages.phrases import lower_first
from stretchguide.pages.writer import Writer


def pages(kind: Kind, writer: Writer) -> Iterator[Page]:
    return (_page(kind, writer, guide) for guide in writer.library.guides.values())


KIND = Kind(pages, addresses.GUIDES, "exercise.md")


def _page(kind: Kind, writer: Writer, guide: Guide) -> Page:
    tell, search = partial(_told, writer, guide), partial(search_entry, guide)
    return kind.page(writer, guide.id, tell, source=guide.source, search=search)


def _told(writer: Writer, guide: Guide) -> Mapping[str, Any]:
    library = writer.library
    references = {reference.id: number for number, reference in enumerate(guide.references, 1)}
    return {
        "guide": guide,
        "overdue": is_overdue(guide.record.review, writer.today),
        "changes": lambda name: list(changes(library, guide, name)),
        "warnings": library.warnings(guide),
        "groups": muscle_groups(guide.record.muscles, library.vocabulary),
        "easier_guides": library.next_to(guide, "easier"),
        "harder_guides": library.next_to(guide, "harder"),
        "partners": library.next_to(guide, "goes_with"),
        "routines": library.routines_with(guide),
        "numbers": lambda ids: ", ".join(str(references[id]) for id in ids),
    }


def changes(library: Library, guide: Guide, name: str) -> Iterator[tuple[str, Change, Guide | None]]:
    """The ways to make it easier or deeper, each with its label, which names the variant where there are more."""
    several = sum(bool(getattr(variant.written, name)) for variant in guide.variants) > 1
    for variant in guide.variants:
        for change in getattr(variant.written, name):
            other = library.guides.get(change.use or "")
            if change.change or other:
                parts = ([variant.written.label] if several else []) + ([change.label] if change.label else [])
                yield ": ".join([parts[0], *map(lower_first, parts[1:])]) if parts else "", change, other


def muscle_groups(muscles: Muscles, vocabulary: Vocabulary) -> Mapping[str, tuple[Muscle, ...]]:
    """The three lists, and the structures of all three apart: those are never called a muscle."""
    lists = {"stretched": muscles.stretched, "also": muscles.also, "working": muscles.working}
    named = {name: [vocabulary.muscles[id] for id in ids] for name, ids in lists.items()}
    groups = {name: tuple(each for each in entries if not is_structure(each)) for name, entries in named.items()}
    every = unique_entries(muscle for entries in named.values() for muscle in entries)
    return {**groups, "structures": tuple(filter(is_structure, every))}


def search_entry(guide: Guide) -> SearchEntry:
    """A guide's search entry, made from the record: names, complaints, areas, muscles plain and Latin, purpose."""
    record, vocabulary = guide.record, guide.vocabulary
    muscles = [vocabulary.muscles[id] for id in (*record.muscles.stretched, *record.muscles.also)]
    lines = (
        [record.purpose],
        [area.name for area in guide.areas],
        [muscle.name for muscle in muscles],
        [muscle.latin for muscle in muscles],
        [occasion.name for occasion in guide.occasions],
    )
    text = ". ".join(", ".join(words).rstrip(".") for words in lines if words)
    return SearchEntry(record.title, text, (*record.also_known_as, *record.complaints))
