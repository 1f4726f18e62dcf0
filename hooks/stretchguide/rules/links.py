"""Rules 1, 15, 17, 29, 34: what records say of each other agrees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from graphlib import CycleError, TopologicalSorter
from itertools import islice

from stretchguide.format import prose
from stretchguide.format.drafts import Draft
from stretchguide.format.fields import unknown
from stretchguide.format.problems import quoted
from stretchguide.format.records import Exercise, Swap, Variant
from stretchguide.format.source import Path
from stretchguide.format.vocabulary import Caution, Vocabulary
from stretchguide.guides.floor import needs_floor, variants_without
from stretchguide.guides.guide import cautions_of
from stretchguide.guides.swaps import left_out
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
                    yield Finding(words.path, _not_there(link.target, case), record=id)


def _not_there(id: str, case: LibraryCase) -> str:
    if id in case.vocabulary.removed:
        return f"the stretch {quoted(id)} is gone for good; take the link out"
    return unknown("stretches", id, dict.fromkeys(case.drafts, ()))


@library_rule(1)
def earlier_ids_are_free(case: LibraryCase) -> Findings:
    owners: dict[str, str] = {id: id for id in case.drafts}
    gone = {id for id, each in case.vocabulary.removed.items() if each.kind == "stretch"}
    for id, draft in _readable(case).items():
        if again := [each for each in (id, *_record(draft).formerly) if each in gone]:
            yield Finding((), f"{quoted(again[0])} stands in removed.yml; take it out there", record=id)
        for index, earlier in enumerate(_record(draft).formerly):
            owner = owners.setdefault(earlier, id)
            if (owner != id or earlier == id) and ("formerly", index) not in draft.gaps:
                fact = f"{quoted(earlier)} already leads to {quoted(owner)}"
                yield Finding(("formerly", index), f"{fact}; take it out", record=id)


@library_rule(17)
def swaps_avoid_the_caution(case: LibraryCase) -> Findings:
    yield from _faults(case, 17)


@library_rule(29)
def swaps_leave_out_what_the_caution_forbids(case: LibraryCase) -> Findings:
    yield from _faults(case, 29)


@library_rule(34)
def swaps_stay_off_the_floor(case: LibraryCase) -> Findings:
    yield from _faults(case, 34)


def _faults(case: LibraryCase, number: int) -> Findings:
    """The named swaps that break a rule, each by the first of its faults."""
    return (finding for rule, finding in _swap_faults(case) if rule == number)


@lru_cache(maxsize=1)
def _swap_faults(case: LibraryCase) -> tuple[tuple[int, Finding], ...]:
    """What is wrong with each named swap, with the rule that says so; three rules ask for it, one after the other."""
    return tuple(_found_faults(case))


def _found_faults(case: LibraryCase) -> Iterator[tuple[int, Finding]]:
    readable = _readable(case)
    for id, draft in readable.items():
        for index, swap in enumerate(_record(draft).instead_if):
            if case.concerns(id, swap.use) and swap.use in readable and not is_gap(draft.gaps, [("instead_if", index)]):
                for rule, message in islice(_swap(case, id, swap), 1):
                    fact = f"{quoted(swap.use)} {message}; name another, or 'none'"
                    yield rule, Finding(("instead_if", index, "use"), fact, record=id)


def _swap(case: LibraryCase, id: str, swap: Swap) -> Iterator[tuple[int, str]]:
    """What is wrong with a swap, and by which rule."""
    own, other, vocabulary = case.drafts[id], case.drafts[swap.use], case.vocabulary
    caution = vocabulary.cautions[swap.caution]
    # A wrong area or level is reported where it stands, once, and not in every record that names this one.
    are_sound = cache(lambda: id in case.sound and swap.use in case.sound)
    if caution.emergency:
        yield 17, f"is no answer to the emergency {quoted(caution.id)}"
    if swap.use == id:
        yield 17, "is this stretch itself"
    if _carriers(other, caution, vocabulary):
        yield 17, f"carries the caution {quoted(caution.id)} itself"
    if not set(_record(own).areas) & set(_record(other).areas) and are_sound():
        yield 17, "shares no area with this stretch"
    if _rank(_record(other), vocabulary) > _rank(_record(own), vocabulary) and are_sound():
        yield 17, "is harder than this stretch"
    for movement in (movement for variant in _legible(other) for movement in left_out(variant, caution)):
        yield 29, f"asks for {quoted(movement)}, which the caution {quoted(caution.id)} leaves out"
    carriers = _carriers(own, caution, vocabulary)
    is_up = bool(carriers) and not needs_floor(carriers[0], vocabulary)
    if is_up and not variants_without(_record(other), vocabulary) and are_sound():
        yield 34, f"goes down to the floor, {quoted(carriers[0].id)} does not"


def _carriers(draft: Draft[Exercise], caution: Caution, vocabulary: Vocabulary) -> list[Variant]:
    return [variant for variant in _legible(draft) if caution.id in cautions_of(variant, vocabulary)]


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
    swaps_leave_out_what_the_caution_forbids,
    swaps_stay_off_the_floor,
    a_link_is_written_once,
    links_run_in_no_loop,
    harder_is_not_easier,
)
