"""Words that templates put together from several entries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from stretchguide.format.fields import Range
from stretchguide.format.readability import sentences
from stretchguide.format.records import Review, Status
from stretchguide.format.vocabulary import Area, Level, Piece, Position
from stretchguide.guides.guide import Guide, GuideVariant
from stretchguide.guides.routine import JoinedRoutine
from stretchguide.guides.timeline import briefly

CERTAINTY = {"high": "Well supported", "moderate": "Fairly well supported", "low": "Little evidence yet"}
"""How sure a claim is, as readers are told."""


class StatusWords(NamedTuple):
    """What is said of a review."""

    fact: str
    """Among the facts at the top of a page."""
    sentence: str
    """At the end of a page and of a sheet; empty where that names the reviewer."""
    for_machines: str
    """As schema.org's ``creativeWorkStatus``."""


STATUSES: Mapping[Status, StatusWords] = {
    "draft": StatusWords("Draft, not yet reviewed", "Draft: no clinician has reviewed this guide yet.", "Draft"),
    "reviewed": StatusWords("Reviewed", "", "Reviewed"),
    "needs-recheck": StatusWords(
        "To be reviewed again", "This guide is waiting to be reviewed again.", "Waiting to be reviewed again"
    ),
    "withdrawn": StatusWords("Withdrawn", "This guide is withdrawn.", "Withdrawn"),
}

LONGEST_SUMMARY = 160
"""Characters; what a search engine shows of a page's description ends about there."""


def _changed_first(text: str, change: Callable[[str], str]) -> str:
    plain = str(text)  # Markup would escape its own pieces again.
    return type(text)(change(plain[:1]) + plain[1:])


def lower_first(text: str) -> str:
    """Lower the first letter, unless the first word is an abbreviation."""
    return text if text[1:2].isupper() else _changed_first(text, str.lower)


def counted(number: int, word: str, ending: str = "s") -> str:
    """A number of things.

    >>> counted(1, "guide"), counted(2, "stretch", "es")
    ('1 guide', '2 stretches')
    """
    return f"{number} {word}{'' if number == 1 else ending}"


def guide_facts(guide: Guide, variant: GuideVariant) -> str:
    """What a reader chooses a stretch by, in a line: its area, its position, still or moving, its time."""
    return " · ".join((guide.areas[0].name, variant.position.name, motion(variant), briefly(variant.span)))


def motion(variant: GuideVariant) -> str:
    """Whether a stretch holds still or moves."""
    return "still" if variant.plan.type.mode == "static" else "moving"


def routine_facts(routine: JoinedRoutine) -> str:
    """The same of a routine: how many stretches, and its time."""
    return f"{counted(len(routine.steps), 'stretch', 'es')} · {briefly(routine.span)}"


def upper_first(text: str) -> str:
    return _changed_first(text, str.upper)


def in_a_row(entries: Iterable[Area | Level | Piece | Position], joint: str) -> str:
    """Names in a row, as one phrase: "Wall or sturdy chair"."""
    names = [entry.name for entry in entries]
    return joint.join([*names[:1], *map(lower_first, names[1:])])


def kit(kind: GuideVariant | JoinedRoutine) -> str:
    """What a variant or a routine cannot be done without, in words; nothing where that is nothing."""
    needs, one_of = in_a_row(kind.needs, ", "), in_a_row(kind.one_of, " or ")
    return f"{needs}, and {lower_first(one_of)}" if needs and one_of else needs or one_of


def review_fact(review: Review, overdue: bool) -> str:
    """What the top of a page says of a review; nothing of one that is as it should be."""
    if review.is_reviewed:
        return "Review overdue" if overdue else ""
    return STATUSES[review.status].fact


def review_sentence(review: Review, overdue: bool) -> str:
    """Who has reviewed it, and when again; or what it waits for."""
    if review.is_reviewed:
        again = "The review was due again on" if overdue else "Next review by"
        return f"Reviewed on {review.reviewed_on} by {review.reviewed_by}. {again} {review.next_review}."
    return STATUSES[review.status].sentence


def times_a_day(span: Range) -> str:
    """How often on one day.

    >>> times_a_day(Range(1, 1)), times_a_day(Range(2, 2)), times_a_day(Range(2, 3))
    ('once a day', 'twice a day', '2–3 times a day')
    """
    return {"1": "once a day", "2": "twice a day"}.get(str(span), f"{span} times a day")


def rounds_left(sets: Range) -> str:
    """How often it is done again after the first time; empty = not again.

    >>> rounds_left(Range(2, 3)), rounds_left(Range(2, 2)), rounds_left(Range(1, 3)), rounds_left(Range(1, 1))
    ('1 to 2 times more', 'once more', 'up to 2 times more', '')
    """
    least, most = sets.least - 1, sets.most - 1
    if most <= 1:
        return "once more" if most else ""
    return f"{most} times more" if least == most else f"{f'{least} to' if least else 'up to'} {most} times more"


def labels(variants: Iterable[GuideVariant]) -> str:
    """The versions that a remark is about: "the floor version only"."""
    names = [lower_first(variant.written.label) for variant in variants]
    return f"only: {', '.join(names)}"


def opened(text: str) -> tuple[str, str]:
    """Its first sentence, and the rest of it, which may be empty. A text without a word is one sentence.

    >>> opened("Stop at once. Then rest."), opened("1–2")
    (('Stop at once.', 'Then rest.'), ('1–2', ''))
    """
    first, *rest = sentences(text) or [text]
    return first, " ".join(rest)


def summary(text: str) -> str:
    """As many sentences of a text, from the first on, as a page's description holds; all of it if it has no word.

    >>> summary("💪"), summary("Stop at once. Then rest.")
    ('💪', 'Stop at once. Then rest.')
    """
    first, *rest = sentences(text) or [text]
    for sentence in rest:
        if len(first) + len(sentence) >= LONGEST_SUMMARY:
            break
        first += f" {sentence}"
    return first
