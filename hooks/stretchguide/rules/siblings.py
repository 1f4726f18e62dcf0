"""Rule 18: whoever cannot get down to the floor is offered something else."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from stretchguide import floor
from stretchguide.drafts import Draft
from stretchguide.problems import Level, Problem, quoted
from stretchguide.records import Exercise
from stretchguide.source import Path
from stretchguide.vocabulary import Vocabulary

Records = Mapping[str, Exercise]


def judge_siblings(
    drafts: Mapping[str, Draft[Exercise]], vocabulary: Vocabulary, sound: Collection[str]
) -> Iterator[Problem]:
    """A warning for every stretch that needs the floor and has no sibling without, or denies one that is there.

    ``sound`` are the ids of the records without an error of their own. Another one may be the sibling or not; its own
    line is enough.
    """
    records = dict(_records(drafts, sound))
    for id, record in records.items():
        sibling = _sibling(id, records, vocabulary)
        if record.no_floor_free and sibling:
            yield _problem(drafts[id], ("no_floor_free",), f"{sibling} needs no floor; take this line out")
        elif not sibling and len(sound) == len(drafts) and not _is_excused(record):
            fact = "no variant, and no other stretch that is as easy and for the same muscles, needs no floor"
            remedy = "add a variant on a chair or standing, or write 'no_floor_free: true'"
            yield _problem(drafts[id], ("variants", 0, "position"), f"{fact}; {remedy}")


def _records(drafts: Mapping[str, Draft[Exercise]], sound: Collection[str]) -> Iterator[tuple[str, Exercise]]:
    return ((id, draft.model) for id, draft in drafts.items() if draft.model and id in sound)


def _is_excused(record: Exercise) -> bool:
    return record.no_floor_free or record.review.status == "withdrawn"


def _sibling(id: str, records: Records, vocabulary: Vocabulary) -> str | None:
    """What stands in for a stretch without the floor, as a message names it."""
    record = records[id]
    for variant in floor.variants_without(record, vocabulary):
        return f"the variant {quoted(variant.id)}"
    others = (other for other, each in records.items() if floor.stand_ins(each, record, vocabulary))
    return next(map(quoted, others), None)


def _problem(draft: Draft[Exercise], path: Path, message: str) -> Problem:
    return Problem(draft.document.place(path), message, Level.WARNING)
