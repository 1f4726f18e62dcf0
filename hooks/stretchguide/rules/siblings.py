"""Rule 18: whoever cannot get down to the floor is offered something else."""

from __future__ import annotations

from collections.abc import Iterator

from stretchguide.format.problems import ProblemLevel, has_errors, quoted
from stretchguide.format.records import Exercise
from stretchguide.format.source import Path
from stretchguide.guides import floor
from stretchguide.rules.rule import Finding, Findings, LibraryCase, library_rule


@library_rule(18)
def whoever_avoids_the_floor_has_a_sibling(case: LibraryCase) -> Findings:
    """A warning for every stretch that needs the floor and has no sibling without, or denies one that is there.

    A record with an error of its own may be the sibling or not; its own line is enough.
    """
    legible = {id: draft.model for id, draft in case.drafts.items() if draft.model and not has_errors(draft.problems)}
    stretchers = floor.Stretchers(legible, case.vocabulary)
    for id in (id for id in legible if _is_asked(case, id, stretchers) and id in case.sound):
        record, sibling = legible[id], _sibling(case, id, stretchers)
        if record.no_floor_free and sibling:
            yield _warning(id, ("no_floor_free",), f"{sibling} needs no floor; take this line out")
        elif not sibling and not _is_excused(record) and case.is_all_sound:
            fact = "no variant, and no other stretch that is as easy and for the same muscles, needs no floor"
            remedy = "add a variant on a chair or standing, or write 'no_floor_free: true'"
            yield _warning(id, ("variants", 0, "position"), f"{fact}; {remedy}")


def _is_excused(record: Exercise) -> bool:
    return record.no_floor_free or record.review.is_withdrawn


def _is_asked(case: LibraryCase, id: str, stretchers: floor.Stretchers) -> bool:
    """Whether what is said of a record may concern anybody: it is asked about, or may be told to name what is."""
    denies = stretchers.records[id].no_floor_free
    return case.concerns(id) or (denies and case.concerns(*_stand_ins(id, stretchers)))


def _sibling(case: LibraryCase, id: str, stretchers: floor.Stretchers) -> str | None:
    """What stands in for a stretch without the floor, as a message names it."""
    for variant in floor.variants_without(stretchers.records[id], case.vocabulary):
        return f"the variant {quoted(variant.id)}"
    return next((quoted(other) for other in _stand_ins(id, stretchers) if other in case.sound), None)


def _stand_ins(id: str, stretchers: floor.Stretchers) -> Iterator[str]:
    records, record = stretchers.records, stretchers.records[id]
    near = stretchers.sharing(record)
    return (other for other in near if floor.stand_ins(records[other], record, stretchers.vocabulary))


def _warning(id: str, path: Path, message: str) -> Finding:
    return Finding(path, message, ProblemLevel.WARNING, id)


RULES = (whoever_avoids_the_floor_has_a_sibling,)
