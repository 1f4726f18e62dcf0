"""Rules 1, 15, 17: what records say of each other agrees."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from stretchguide import prose
from stretchguide.drafts import Draft
from stretchguide.guide import cautions_of
from stretchguide.problems import Level, Problem, guess, quoted
from stretchguide.records import Exercise, Swap, Variant
from stretchguide.rules import is_gap
from stretchguide.source import Path
from stretchguide.vocabulary import Vocabulary

Drafts = Mapping[str, Draft[Exercise]]
Edge = tuple[str, str]
"""(easier stretch, harder stretch)."""


def judge_links(drafts: Drafts, vocabulary: Vocabulary, sound: Collection[str]) -> Iterator[Problem]:
    """Every problem among the records. ``sound`` are the ids of those without an error of their own."""
    readable = {id: draft for id, draft in drafts.items() if draft.model}
    yield from _texts_link_to_stretches(readable, drafts)
    yield from _earlier_ids_are_free(readable, drafts)
    yield from _swaps_avoid_the_caution(readable, vocabulary, sound)
    yield from _written_once(readable)
    yield from _no_loops(readable)
    yield from _harder_is_not_easier(readable, vocabulary)


def _record(draft: Draft[Exercise]) -> Exercise:
    assert draft.model is not None
    return draft.model


def _problem(draft: Draft[Exercise], path: Path, message: str, level: Level = Level.ERROR) -> Problem:
    return Problem(draft.document.place(path), message, level)


def _texts_link_to_stretches(readable: Drafts, drafts: Drafts) -> Iterator[Problem]:
    for draft in readable.values():
        for words in draft.words:
            for link in prose.links(words.text) if words.kind == "prose" and "](" in words.text else ():
                if link.is_stretch and link.target not in drafts:
                    yield _problem(
                        draft, words.path, f"unknown stretch {quoted(link.target)}{guess(link.target, drafts)}"
                    )


def _earlier_ids_are_free(readable: Drafts, drafts: Drafts) -> Iterator[Problem]:
    owners: dict[str, str] = {id: id for id in drafts}
    for id, draft in readable.items():
        for index, earlier in enumerate(_record(draft).formerly):
            owner = owners.setdefault(earlier, id)
            if (owner != id or earlier == id) and ("formerly", index) not in draft.gaps:
                yield _problem(
                    draft, ("formerly", index), f"{quoted(earlier)} already leads to {quoted(owner)}; take it out"
                )


def _swaps_avoid_the_caution(readable: Drafts, vocabulary: Vocabulary, sound: Collection[str]) -> Iterator[Problem]:
    for id, draft in readable.items():
        for index, swap in enumerate(_record(draft).instead_if):
            path: Path = ("instead_if", index, "use")
            if swap.use in readable and not is_gap(draft.gaps, [("instead_if", index)]):
                for message in _swap(id, swap, readable, vocabulary, sound):
                    yield _problem(draft, path, f"{quoted(swap.use)} {message}; name another")


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


def _written_once(readable: Drafts) -> Iterator[Problem]:
    seen: dict[Edge, str] = {}
    for id, draft in readable.items():
        if id in (others := _record(draft).links.goes_with):
            path: Path = ("links", "goes_with", others.index(id))
            yield _problem(draft, path, "a stretch cannot link to itself; take it out")
    for edge, id, path in _edges(readable):
        if edge[0] == edge[1]:
            yield _problem(readable[id], path, "a stretch cannot link to itself; take it out")
        elif edge in seen:
            where = "twice here" if seen[edge] == id else f"in {quoted(seen[edge])} already"
            yield _problem(readable[id], path, f"this link is written {where}; write it at one end only")
        elif edge[::-1] in seen:
            yield _problem(
                readable[id], path, f"{quoted(edge[0])} and {quoted(edge[1])} are each both easier and harder; keep one"
            )
        seen.setdefault(edge, id)


def _no_loops(readable: Drafts) -> Iterator[Problem]:
    written = {edge: (id, path) for edge, id, path in _edges(readable)}
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
        yield _problem(
            readable[id], path, f"easier and harder run in a loop: {', '.join(map(quoted, loop))}; take one link out"
        )


def _harder_is_not_easier(readable: Drafts, vocabulary: Vocabulary) -> Iterator[Problem]:
    for (easier, harder), id, path in _edges(readable):
        if _has_level(readable.get(easier)) and _has_level(readable.get(harder)):
            low, high = _record(readable[easier]), _record(readable[harder])
            if _rank(low, vocabulary) > _rank(high, vocabulary):
                levels = f"{high.variants[0].level} after {low.variants[0].level}"
                fact = f"{quoted(harder)} cannot be harder than {quoted(easier)} ({levels})"
                yield _problem(readable[id], path, f"{fact}; take the link out, or mend a level")


def _has_level(draft: Draft[Exercise] | None) -> bool:
    return draft is not None and not is_gap(draft.gaps, [("variants", 0, "level")])
