"""What the player plays, second by second, beside what the timeline of the pages says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from playwright.sync_api import Page

from screens import probe
from stretchguide.guides import timeline
from stretchguide.guides.library import Library
from stretchguide.guides.timeline import Part, Plan, settled
from stretchguide.pages import addresses

ALL = 99
"""So many sets more than the fewest: all that there are."""
CHOICES: Mapping[str, tuple[Mapping[str, object], Callable[[Plan], Plan]]] = {
    "as printed": ({"share": 1, "more": 0}, lambda plan: plan),
    "shortest": ({"share": 0, "more": 0}, lambda plan: settled(plan, "least")),
    "longest": ({"share": 1, "more": ALL}, lambda plan: settled(plan, "most")),
}
"""What a reader chooses, and what it makes of a plan."""


def faults(page: Page, library: Library, base: str) -> list[str]:
    """A line for each version and routine of which any second is another than planned; one page plays all."""
    wanted = {addresses.played(page): plays for page, plays in plans(library)}
    choices = [{**choice, "sides": 0, "steps": False} for choice, _ in CHOICES.values()]
    answers = page.evaluate(probe("played"), {"base": base, "files": [*wanted], "choices": choices})
    return [
        f"{file}, {number}, {name}: {found} is played, {planned} is planned"
        for file, plays in wanted.items()
        for number, (plan, played) in enumerate(zip(plays, answers[file], strict=True), 1)
        for (name, (_, choose)), found in zip(CHOICES.items(), played, strict=True)
        if (planned := seconds(timeline.parts(map(choose, plan), library.vocabulary.timing))) != found
    ]


def plans(library: Library) -> Iterator[tuple[str, Sequence[Sequence[Plan]]]]:
    """The page of each guide and routine, with the plans of each play."""
    for guide in library.shown:
        yield addresses.guide(guide), [[variant.plan] for variant in guide.variants]
    for routine in library.routines.values():
        yield addresses.routine(routine), [[step.plan for step in routine.steps]]


def seconds(parts: Iterator[Part]) -> list[list[object]]:
    """Kind, side and number of seconds of each part."""
    return [[part.kind, part.side, part.seconds] for part in parts]
