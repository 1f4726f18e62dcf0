"""Rule 18: whoever cannot get down to the floor is offered something else."""

from __future__ import annotations

from stretchguide.format.problems import ProblemLevel, quoted
from stretchguide.format.records import Exercise
from stretchguide.format.source import Path
from stretchguide.guides import floor
from stretchguide.rules.rule import Finding, Findings, LibraryCase, library_rule


@library_rule(18)
def whoever_avoids_the_floor_has_a_sibling(case: LibraryCase) -> Findings:
    """A warning for every stretch that needs the floor and has no sibling without, or denies one that is there.

    A record with an error of its own may be the sibling or not; its own line is enough.
    """
    records = {id: draft.model for id, draft in case.drafts.items() if draft.model and id in case.sound}
    stretchers = floor.Stretchers(records, case.vocabulary)
    for id, record in records.items():
        sibling = _sibling(record, stretchers)
        if record.no_floor_free and sibling:
            yield _warning(id, ("no_floor_free",), f"{sibling} needs no floor; take this line out")
        elif not sibling and len(case.sound) == len(case.drafts) and not _is_excused(record):
            fact = "no variant, and no other stretch that is as easy and for the same muscles, needs no floor"
            remedy = "add a variant on a chair or standing, or write 'no_floor_free: true'"
            yield _warning(id, ("variants", 0, "position"), f"{fact}; {remedy}")


def _is_excused(record: Exercise) -> bool:
    return record.no_floor_free or record.review.is_withdrawn


def _sibling(record: Exercise, stretchers: floor.Stretchers) -> str | None:
    """What stands in for a stretch without the floor, as a message names it."""
    records, vocabulary = stretchers.records, stretchers.vocabulary
    for variant in floor.variants_without(record, vocabulary):
        return f"the variant {quoted(variant.id)}"
    near = stretchers.sharing(record)
    return next((quoted(each) for each in near if floor.stand_ins(records[each], record, vocabulary)), None)


def _warning(id: str, path: Path, message: str) -> Finding:
    return Finding(path, message, ProblemLevel.WARNING, id)


RULES = (whoever_avoids_the_floor_has_a_sibling,)
