"""The pages that hold for every stretch: stretching safely, getting down to the floor, the evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any, Literal

from stretchguide.format.glossary import Term
from stretchguide.format.vocabulary import Area, Avoided, Vocabulary
from stretchguide.guides.guide import Guide
from stretchguide.guides.library import Library
from stretchguide.guides.swaps import StandIn
from stretchguide.pages import addresses
from stretchguide.pages.kind import Kind, Single
from stretchguide.pages.page import Found, Page, SearchEntry
from stretchguide.pages.phrases import upper_first
from stretchguide.pages.writer import Writer

FLOOR_SOURCES = ("reece-simpson-1996", "sydney-floor-rise")
"""What the way to the floor and up again is taken from."""


_HELP: tuple[tuple[str, Literal[1, 2, 3], str, str], ...] = (
    ("emergency", 1, "Emergency: get help now", "Call emergency services for any of these signs"),
    ("urgent", 2, "Get medical advice the same day", "Signs to get help for before you stretch"),
    ("soon", 3, "Book an appointment within days", "Signs to ask about"),
)
"""The sections of the page of safety that say when to get help: the action, its urgency, how the search tells it."""


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
    library = writer.library
    return SAFETY.page(
        writer, lambda: {"avoided": _avoided(library)}, search=partial(_found_safety, library.vocabulary)
    )


def _avoided(library: Library) -> list[tuple[Avoided, list[Guide]]]:
    """The moves that we discourage, each with what to do instead."""
    moves = library.vocabulary.avoid.values()
    return [(move, [library.guides[id] for id in move.instead if id in library.guides]) for move in moves]


def _found_safety(vocabulary: Vocabulary) -> Found:
    """The page, by how a stretch should feel and by each move that we leave out; and its sections of signs."""
    intensity = vocabulary.intensity
    moves = ". ".join(move.name for move in vocabulary.avoid.values())
    names = ("When to stop and get help", "Is it safe")
    facts = "When to stop and get help, and what we leave out"
    text = f"{intensity.target} {intensity.stop} {moves}."
    page = SearchEntry(SAFETY.title, "caution", names, text=text, facts=facts)
    acted = {flag.action for flag in vocabulary.red_flags.values()}
    return (page, *(_found_help(vocabulary, *section) for section in _HELP if section[0] in acted))


def _found_help(vocabulary: Vocabulary, action: str, urgency: Literal[1, 2, 3], title: str, facts: str) -> SearchEntry:
    """The section of the signs that need help so soon, by each of them."""
    flags = [flag for flag in vocabulary.red_flags.values() if flag.action == action]
    names = (title.partition(":")[0], *(sign for flag in flags for sign in flag.also_called))
    says = tuple(flag.text for flag in flags)
    return SearchEntry(title, "caution", names, says, facts=facts, place=action, urgency=urgency)


def _floor(writer: Writer) -> Page:
    return FLOOR.page(writer, partial(_told_of_floor, writer.library), search=_found_floor)


def _found_floor() -> Found:
    names = ("Getting up from the floor", "Can't get down on the floor", "No floor", "Floor work")
    return (SearchEntry(FLOOR.title, "page", names, facts="And what to do instead of each stretch on the floor"),)


def _told_of_floor(library: Library) -> Mapping[str, Any]:
    references = library.vocabulary.references
    return {
        "on_floor": _on_floor(library),
        "sources": [references[id] for id in FLOOR_SOURCES if id in references],
    }


def _on_floor(library: Library) -> Mapping[Area, list[tuple[Guide, StandIn | None]]]:
    """The guides that begin on the floor, each under its first area, with what stands in for it."""
    found: dict[Area, list[tuple[Guide, StandIn | None]]] = {area: [] for area in library.by_area}
    for guide in library.shown:
        if guide.first.needs_floor:
            found[guide.areas[0]].append((guide, library.without_floor(guide)))
    return {area: guides for area, guides in found.items() if guides}


def _evidence(writer: Writer) -> Page:
    vocabulary = writer.library.vocabulary
    says = ". ".join(claim.say for claim in vocabulary.claims.values())
    return EVIDENCE.page(writer, partial(_told_of_evidence, vocabulary), found_by=says)


def _told_of_evidence(vocabulary: Vocabulary) -> Mapping[str, Any]:
    references = list(vocabulary.references.values())
    numbers = {reference.id: number for number, reference in enumerate(references, 1)}
    return {
        "claims": [claim for claim in vocabulary.claims.values() if claim.certainty != "plain"],
        "references": references,
        "numbers": lambda ids: ", ".join(str(numbers[id]) for id in ids),
    }


def _glossary(writer: Writer) -> Page:
    terms = sorted(writer.library.vocabulary.glossary.values(), key=lambda term: term.term.casefold())
    return WORDS.page(writer, lambda: {"terms": terms}, search=partial(_found_words, terms))


def _found_words(terms: Iterable[Term]) -> Found:
    """The page, and each word that it explains."""
    words = (SearchEntry(upper_first(term.term), "word", term.also, facts=term.plain, place=term.id) for term in terms)
    return (SearchEntry(WORDS.title, "page", ("Glossary",)), *words)
