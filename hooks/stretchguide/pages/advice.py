"""The pages that hold for every stretch: stretching safely, getting down to the floor, the evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from stretchguide.format.vocabulary import Area, Vocabulary
from stretchguide.guides.guide import Guide
from stretchguide.guides.library import Library
from stretchguide.guides.swaps import StandIn
from stretchguide.pages import addresses
from stretchguide.pages.kind import Kind, Single
from stretchguide.pages.page import Page
from stretchguide.pages.writer import Writer

FLOOR_SOURCES = ("reece-simpson-1996", "sydney-floor-rise")
"""What the way to the floor and up again is taken from."""


SAFETY = Single(addresses.SAFETY, "safety.md", "Stretch safely")
FLOOR = Single(addresses.FLOOR, "floor.md", "Down to the floor and up again")
EVIDENCE = Single(addresses.EVIDENCE, "evidence.md", "About the evidence")
WORDS = Single(addresses.GLOSSARY, "glossary.md", "Words in plain language")


def pages(_: Kind, writer: Writer) -> Iterator[Page]:
    yield _safety(writer)
    yield _floor(writer)
    yield _evidence(writer)
    if writer.library.vocabulary.glossary:
        yield _glossary(writer)


KIND = Kind(pages, singles=(SAFETY, FLOOR, EVIDENCE, WORDS))


def _safety(writer: Writer) -> Page:
    vocabulary = writer.library.vocabulary
    avoided = [
        (move, [writer.library.guides[id] for id in move.instead if id in writer.library.guides])
        for move in vocabulary.avoid.values()
    ]
    return SAFETY.page(writer, found_by=_words_of_safety(vocabulary), avoided=avoided)


def _words_of_safety(vocabulary: Vocabulary) -> str:
    flags = " ".join(flag.text for flag in vocabulary.red_flags.values())
    # In the text, not as names: twenty of them would outweigh a guide whose title shares a word with each.
    moves = ". ".join(move.name for move in vocabulary.avoid.values())
    intensity = vocabulary.intensity
    return f"{intensity.target} {intensity.stop} {flags} {moves}."


def _floor(writer: Writer) -> Page:
    references = writer.library.vocabulary.references
    return FLOOR.page(
        writer,
        found_by="getting up from the floor, kneeling, floor work",
        on_floor=_on_floor(writer.library),
        sources=[references[id] for id in FLOOR_SOURCES if id in references],
    )


def _on_floor(library: Library) -> Mapping[Area, list[tuple[Guide, StandIn | None]]]:
    """The guides that begin on the floor, each under its first area, with what stands in for it."""
    found: dict[Area, list[tuple[Guide, StandIn | None]]] = {area: [] for area in library.by_area}
    for guide in library.shown:
        if guide.first.needs_floor:
            found[guide.areas[0]].append((guide, library.without_floor(guide)))
    return {area: guides for area, guides in found.items() if guides}


def _evidence(writer: Writer) -> Page:
    vocabulary = writer.library.vocabulary
    references = list(vocabulary.references.values())
    numbers = {reference.id: number for number, reference in enumerate(references, 1)}
    return EVIDENCE.page(
        writer,
        found_by=". ".join(claim.say for claim in vocabulary.claims.values()),
        claims=[claim for claim in vocabulary.claims.values() if claim.certainty != "plain"],
        references=references,
        numbers=lambda ids: ", ".join(str(numbers[id]) for id in ids),
    )


def _glossary(writer: Writer) -> Page:
    terms = sorted(writer.library.vocabulary.glossary.values(), key=lambda term: term.term.casefold())
    forms = tuple(form for term in terms for form in (term.term, *term.also))
    return WORDS.page(writer, found_by=", ".join(forms), terms=terms)
