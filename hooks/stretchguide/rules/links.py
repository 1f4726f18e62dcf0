"""Rules 1, 15, 17: what records say of each other agrees."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from stretchguide.format import prose
from stretchguide.format.drafts import Draft
from stretchguide.format.problems import guess, quoted
from stretchguide.format.records import Exercise, Swap, Variant
from stretchguide.format.source import Path
from stretchguide.format.vocabulary import Vocabulary
from stretchguide.guides.guide import cautions_of
from stretchguide.rules.rule import Finding, Findings, LibraryCase, is_gap, library_rule

Drafts = Mapping[str, Draft[Exercise]]
Edge = tuple[str, str]
"""(easier stretch, harder stretch)."""


def _readable(case: LibraryCase) -> Drafts:
    return {id: draft for id, draft in case.drafts.items() if draft.model}


def _record(draft: Draft[Exercise]) -> Exercise:
    assert draft.model is not None
    return draft.model


@library_rule(1)
def texts_link_to_stretches(case: LibraryCase) -> Findings:
    for id, draft in _readable(case).items():
        for words in draft.words:
            for link in prose.links(words.text) if words.kind == "prose" and "](" in words.text else ():
                if link.is_stretch and link.target not in case.drafts:
                    unknown = f"unknown stretch {quoted(link.target)}"
                    yield Finding(words.path, f"{unknown}{guess(link.target, case.drafts)}", record=id)


@library_rule(1)
def earlier_ids_are_free(case: LibraryCase) -> Findings:
    owners: dict[str, str] = {id: id for id in case.drafts}
    for id, draft in _readable(case).items():
        for index, earlier in enumerate(_record(draft).formerly):
            owner = owners.setdefault(earlier, id)
            if (owner != id or earlier == id) and ("formerly", index) not in draft.gaps:
                fact = f"{quoted(earlier)} already leads to {quoted(owner)}"
                yield Finding(("formerly", index), f"{fact}; take it out", record=id)


@library_rule(17)
def swaps_avoid_the_caution(case: LibraryCase) -> Findings:
    readable = _readable(case)
    for id, draft in readable.items():
        for index, swap in enumerate(_record(draft).instead_if):
            path: Path = ("instead_if", index, "use")
            if swap.use in readable and not is_gap(draft.gaps, [("instead_if", index)]):
                for message in _swap(id, swap, readable, case.vocabulary, case.sound):
                    yield Finding(path, f"{quoted(swap.use)} {message}; name another", record=id)


def _swap(id: str, swap: Swap, readable: Drafts, vocabulary: Vocabulary, sound: Collection[str]) -> Iterator[str]:
    record, other = _record(readable[id]), _record(readable[swap.use])
    if vocabulary.cautions[swap.caution].emergency:
        yield f"is no answer to the emergency {quoted(swap.caution)}"
    elif swap.use == id:
        yield "is this stretch itself"
    elif any(swap.caution in cautions_of(variant, vocabulary) for variant in _legible(readable[swap.use])):
        yield f"carries the caution {quoted(swap.caution)} itself"
    # A wrong area or level is reported where it stands, once, and not in every record that names this one.
    elif id in sound and swap.use in sound and not set(record.areas) & set(other.areas):
        yield "shares no area with this stretch"
    elif id in sound and swap.use in sound and _rank(other, vocabulary) > _rank(record, vocabulary):
        yield "is harder than this stretch"


def _legible(draft: Draft[Exercise]) -> Iterator[Variant]:
    """The variants whose cautions are known: a stand-in for a movement brings cautions that nobody meant."""
    for index, variant in enumerate(_record(draft).variants):
        if not is_gap(draft.gaps, [("variants", index, key) for key in ("movements", "cautions_add")]):
            yield variant


def _rank(record: Exercise, vocabulary: Vocabulary) -> int:
    return vocabulary.rank(record.variants[0].level)


def _edges(readable: Drafts) -> Iterator[tuple[Edge, str, Path]]:
    """Every written link as (easier, harder), with the stretch that wrote it and where."""
    for id, draft in readable.items():
        links = _record(draft).links
        for index, other in enumerate(links.easier):
            if ("links", "easier", index) not in draft.gaps:
                yield (other, id), id, ("links", "easier", index)
        for index, other in enumerate(links.harder):
            if ("links", "harder", index) not in draft.gaps:
                yield (id, other), id, ("links", "harder", index)


@library_rule(15)
def a_link_is_written_once(case: LibraryCase) -> Findings:
    readable = _readable(case)
    itself = "a stretch cannot link to itself; take it out"
    seen: dict[Edge, str] = {}
    for id, draft in readable.items():
        if id in (others := _record(draft).links.goes_with):
            yield Finding(("links", "goes_with", others.index(id)), itself, record=id)
    for edge, id, path in _edges(readable):
        if edge[0] == edge[1]:
            yield Finding(path, itself, record=id)
        elif edge in seen:
            where = "twice here" if seen[edge] == id else f"in {quoted(seen[edge])} already"
            yield Finding(path, f"this link is written {where}; write it at one end only", record=id)
        elif edge[::-1] in seen:
            both = f"{quoted(edge[0])} and {quoted(edge[1])}"
            yield Finding(path, f"{both} are each both easier and harder; keep one", record=id)
        seen.setdefault(edge, id)


@library_rule(15)
def links_run_in_no_loop(case: LibraryCase) -> Findings:
    written = {edge: (id, path) for edge, id, path in _edges(_readable(case))}
    # What the rule above has reported (a link to itself, a pair both ways) is no second loop.
    graph: dict[str, list[str]] = {}
    for easier, harder in written:
        if easier != harder and (harder, easier) not in written:
            graph.setdefault(harder, []).append(easier)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        loop: list[str] = error.args[1]
        id, path = written[(loop[0], loop[1])]
        fact = f"easier and harder run in a loop: {', '.join(map(quoted, loop))}"
        yield Finding(path, f"{fact}; take one link out", record=id)


@library_rule(15)
def harder_is_not_easier(case: LibraryCase) -> Findings:
    readable = _readable(case)
    for (easier, harder), id, path in _edges(readable):
        if _has_level(readable.get(easier)) and _has_level(readable.get(harder)):
            low, high = _record(readable[easier]), _record(readable[harder])
            if _rank(low, case.vocabulary) > _rank(high, case.vocabulary):
                levels = f"{high.variants[0].level} after {low.variants[0].level}"
                fact = f"{quoted(harder)} cannot be harder than {quoted(easier)} ({levels})"
                yield Finding(path, f"{fact}; take the link out, or mend a level", record=id)


def _has_level(draft: Draft[Exercise] | None) -> bool:
    return draft is not None and not is_gap(draft.gaps, [("variants", 0, "level")])


RULES = (
    texts_link_to_stretches,
    earlier_ids_are_free,
    swaps_avoid_the_caution,
    a_link_is_written_once,
    links_run_in_no_loop,
    harder_is_not_easier,
)
