"""What the player plays: the data file beside the page of each guide and of each routine.

A file holds ``plays``, of which the reader does one: each version of a guide, or the whole routine. A play holds its
stretches, each with its steps and its bouts. A range is ``[least, most]``; right comes before left.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from stretchguide.format import prose, sides
from stretchguide.format.fields import Range
from stretchguide.format.records import Step
from stretchguide.gallery.gallery import Figure
from stretchguide.guides import bouts
from stretchguide.guides.guide import Guide, GuideVariant
from stretchguide.guides.routine import JoinedRoutine
from stretchguide.guides.timeline import Plan
from stretchguide.pages import addresses
from stretchguide.pages.phrases import lower_first
from stretchguide.pages.writer import Writer

Data = Mapping[str, Any]

_MOST_NEXT = 2
"""Stretches that the end proposes."""


def files(writer: Writer) -> Mapping[str, Callable[[], str]]:
    """Writes the data of what can be played, by the address of its file; what is withdrawn cannot."""
    library = writer.library
    guides = {addresses.guide(guide): partial(_of_guide, writer, guide) for guide in library.shown}
    routines = {addresses.routine(each): partial(_of_routine, writer, each) for each in library.routines.values()}
    return {addresses.played(uri): write for uri, write in {**guides, **routines}.items()}


def _of_guide(writer: Writer, guide: Guide) -> str:
    teller = _Teller(writer, addresses.guide(guide))
    plays = [
        {
            "name": variant.written.label,
            "every": teller.every(variant.written.dose.every),
            "items": [teller.item(guide, variant, variant.plan)],
        }
        for variant in guide.variants
    ]
    partners = writer.library.next_to(guide, "goes_with")[:_MOST_NEXT]
    return teller.text(guide.record.title, plays, [teller.link(other) for other in partners])


def _of_routine(writer: Writer, routine: JoinedRoutine) -> str:
    teller = _Teller(writer, addresses.routine(routine))
    items = [teller.item(step.guide, step.variant, step.plan) for step in routine.steps]
    play = {"name": "", "every": teller.every(routine.record.every), "items": items}
    alike = sorted(writer.library.routines.values(), key=partial(_unlike, routine))
    others = [(each.record.title, addresses.routine(each)) for each in alike if each != routine][:_MOST_NEXT]
    links = [{"title": title, "link": teller.seen(addresses.seen(page))} for title, page in others]
    return teller.text(routine.record.title, [play], links)


def _unlike(one: JoinedRoutine, other: JoinedRoutine) -> tuple[bool, int]:
    """How far a routine is from another: its moment first, then how many areas they share."""
    areas = [{area for step in each.steps for area in step.guide.areas} for each in (one, other)]
    return one.occasion != other.occasion, -len(areas[0] & areas[1])


class _Teller:
    """Tells of stretches as they are seen from one page."""

    def __init__(self, writer: Writer, page: str) -> None:
        self.writer, self.library, self.vocabulary = writer, writer.library, writer.library.vocabulary
        self.seen = partial(addresses.seen_from, page)

    def text(self, title: str, plays: Sequence[Data], links: Sequence[Data]) -> str:
        timing = self.vocabulary.timing
        told = {
            "title": title,
            "plays": plays,
            "next": links,
            "stop": self.vocabulary.intensity.stop,
            "safety": self.seen(addresses.seen(addresses.SAFETY)),
            "seconds": {"ready": timing.get_ready_s, "next": timing.transition_s, "step": timing.step_s},
        }
        return json.dumps(told, ensure_ascii=False, separators=(",", ":"))

    def item(self, guide: Guide, variant: GuideVariant, plan: Plan) -> Data:
        """One stretch, done by a plan."""
        figures = self.writer.figures_of(guide, variant)
        words = [figures[figure.same_as - 1] if figure and figure.same_as else figure for figure in figures]
        steps = zip(variant.written.steps, figures, words, strict=True)
        dose = variant.written.dose
        return {
            "title": guide.record.title,
            "steps": [self._step(*step, plan.sides == 2) for step in steps],
            "sets": _range(plan.sets),
            "bouts": [_bout(bout) for bout in bouts.offered(plan, self.vocabulary.timing)],
            "easier": [*self._easier(guide, variant)],
            "instead": [*self._instead(guide, variant)],
            "place": variant.position.id,
            **({"effort": str(dose.effort)} if dose.effort else {}),
        }

    def _step(self, step: Step, figure: Figure | None, shows: Figure | None, has_sides: bool) -> Data:
        """A step in words for each side; one of them where both have the same.

        ``shows`` has the words of the figure: its own, or those of the step whose picture it repeats.
        """
        texts = [{"title": step.title, "text": prose.plain(step.text), "alt": shows.alt if shows else ""}]
        if has_sides:
            left = {name: sides.mirrored(text) for name, text in texts[0].items()}
            texts.append({**left, "alt": (shows.flipped_alt or shows.alt) if shows else ""})
        told: dict[str, Any] = {"phase": step.phase, "said": texts if texts[0] != texts[-1] else texts[:1]}
        if step.breath:
            told["breath"] = step.breath
        if tells_press(step):
            told["presses"] = True
        if figure:
            told |= {"figure": self.seen(figure.uri), "turns": has_sides and bool(figure.flipped_alt)}
        return told

    def _easier(self, guide: Guide, variant: GuideVariant) -> Iterator[Data]:
        """What to do where it is too much: the ways of the record; else easier guides."""
        for change in variant.written.easier:
            other = self.library.guides.get(change.use or "")
            if change.change:
                yield {"title": change.label or "", "text": prose.plain(change.change)}
            elif other:
                yield {**self.link(other), "text": prose.plain(change.note or "")}
        if not variant.written.easier:
            yield from map(self.link, self.library.next_to(guide, "easier")[:_MOST_NEXT])

    def _instead(self, guide: Guide, variant: GuideVariant) -> Iterator[Data]:
        """What stands in for it, by who should take care with it."""
        for warned in self.library.warnings(guide):
            instead = warned.instead
            if instead and (not warned.only or variant in warned.only):
                other = self.link(instead.guide)
                place = "" if instead.is_first else f"#{addresses.version_anchor(instead.variant)}"
                title = f"“{instead.variant.written.label}”" if instead.guide == guide else other["title"]
                yield {"who": warned.caution.name, "title": title, "link": f"{other['link']}{place}"}

    def every(self, frequency: str) -> str:
        """How often in a week."""
        return lower_first(self.vocabulary.frequencies[frequency].name)

    def link(self, guide: Guide) -> Data:
        return {"title": guide.record.title, "link": self.seen(addresses.seen(addresses.guide(guide)))}


def tells_press(step: Step) -> bool:
    """Whether the step presses, as an arrow of its pose says: `press right heel down`."""
    return any(str(arrow).startswith("press ") for arrow in (step.pose or {}).get("arrows", ()))


def _bout(bout: bouts.Bout) -> Data:
    ranges = {"pause": bout.pause, "press": bout.press, "hold": bout.hold, "reps": bout.reps, "each": bout.repetition}
    told = {"side": bout.side, "more": bout.more, "turns": bout.turns if bout.turns > 1 else 0}
    return {
        **{name: number for name, number in told.items() if number},
        **{name: _range(span) for name, span in ranges.items() if span},
    }


def _range(span: Range) -> Sequence[int]:
    return [span.least, span.most]
