"""The page of each routine, and the list of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from stretchguide.format.fields import Range
from stretchguide.format.vocabulary import Muscle, Occasion
from stretchguide.guides.guide import unique_entries
from stretchguide.guides.library import Library
from stretchguide.guides.routine import JoinedRoutine
from stretchguide.guides.routine_cautions import routine_cautions
from stretchguide.guides.timeline import in_minutes
from stretchguide.guides.weekly import MuscleWeek
from stretchguide.pages import addresses
from stretchguide.pages.kind import Kind, Single
from stretchguide.pages.page import Found, Page, SearchEntry
from stretchguide.pages.phrases import counted, routine_facts
from stretchguide.pages.writer import Writer

WORTH_SAYING_S = 60
"""Seconds a week from which the longest held muscle makes a week worth a section; a warm-up holds next to nothing."""


@dataclass(frozen=True)
class Week:
    """A routine's week as its page shows it. What it gives is compared on the fewest days."""

    amounts: tuple[tuple[str, tuple[Muscle, ...]], ...]
    """Minutes, the longest first, each with the muscles that are held so long on either side."""
    enough: tuple[Muscle, ...]
    """Those that get the useful dose."""
    fewer: bool
    """Whether any gets less."""
    more_days: bool
    """Whether there are days left in the week to do it on; if not, it can be done twice a day."""


def week_of(routine: JoinedRoutine) -> Week | None:
    """None where next to nothing is held."""
    useful, days = routine.vocabulary.weekly_dose.useful, routine.frequency.days
    held = sorted(routine.week, key=lambda each: (-each.seconds.least, -each.seconds.most))
    if not held or held[0].seconds.least < WORTH_SAYING_S:
        return None
    enough = tuple(each.muscle for each in held if each.seconds.least >= useful.minutes * 60)
    return Week(_amounts(held), enough, len(enough) < len(held), days.most < (useful.days or 0))


def _amounts(held: list[MuscleWeek]) -> tuple[tuple[str, tuple[Muscle, ...]], ...]:
    found: dict[str, list[Muscle]] = {}
    for each in held:
        found.setdefault(in_minutes(each.seconds), []).append(each.muscle)
    return tuple((amount, tuple(muscles)) for amount, muscles in found.items())


INDEX = Single(addresses.index(addresses.ROUTINES), "routines.md", "Routines")


def pages(kind: Kind, writer: Writer) -> Iterator[Page]:
    if writer.library.routines:
        yield INDEX.page(writer, lambda: {"occasions": list(by_occasion(writer.library))}, found_by="")
    for routine in writer.library.routines.values():
        yield _page(kind, writer, routine)


KIND = Kind(pages, addresses.ROUTINES, "routine.md", (INDEX,))


def _page(kind: Kind, writer: Writer, routine: JoinedRoutine) -> Page:
    tell, search = partial(_told, writer, routine), partial(_found, writer, routine)
    return kind.page(writer, routine.id, tell, source=routine.source, search=search)


def _found(writer: Writer, routine: JoinedRoutine) -> Found:
    """By its moment, its purpose, its areas, its stretches, and by the minutes that it takes."""
    record, first = routine.record, routine.steps[0]
    figure = writer.hero(first.guide, first.variant)
    titles = ". ".join(step.guide.record.title for step in routine.steps)
    areas = Counter(addresses.area(step.guide.areas[0]) for step in routine.steps)
    ((main, _),) = areas.most_common(1)
    return (
        SearchEntry(
            record.title,
            "routine",
            (f"{record.title} routine", *_minutes(routine.span)),
            tuple(_spare(routine.span)),
            text=f"{record.purpose} {titles}.",
            about=(addresses.page(addresses.OCCASIONS, routine.occasion.id), main),
            touches=tuple(areas),
            facts=routine_facts(routine),
            picture=figure.uri if figure else "",
        ),
    )


def _minutes(span: Range) -> Iterator[str]:
    """The whole minutes that it can be done in, as readers ask for them.

    >>> list(_minutes(Range(285, 400)))
    ['5 minutes', '6 minutes', '7 minutes']
    """
    least, most = round(span.least / 60), round(span.most / 60)
    return (counted(minutes, "minute") for minutes in range(least, most + 1))


def _spare(span: Range) -> Iterator[str]:
    """The minutes of a reader who has one or two more than it takes.

    >>> list(_spare(Range(285, 400)))
    ['8 minutes', '9 minutes']
    """
    most = round(span.most / 60)
    return (counted(minutes, "minute") for minutes in (most + 1, most + 2))


def _told(writer: Writer, routine: JoinedRoutine) -> Mapping[str, Any]:
    cautions = list(routine_cautions(writer.library, routine))
    return {
        "routine": routine,
        "cautions": cautions,
        "flags": unique_entries(flag for step in routine.steps for flag in step.guide.red_flags("emergency")),
        "asks": any(swap.instead is None for each in cautions for swap in each.swaps),
        "week": week_of(routine),
    }


def by_occasion(library: Library) -> Iterator[tuple[Occasion, tuple[JoinedRoutine, ...]]]:
    """The occasions that have a routine, in the vocabulary's order, each with its routines."""
    for occasion in library.vocabulary.occasions.values():
        if routines := tuple(each for each in library.routines.values() if each.occasion == occasion):
            yield occasion, routines
