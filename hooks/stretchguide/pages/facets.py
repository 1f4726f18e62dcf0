"""The ways to choose a guide: by area, position, time, level, equipment and moment.

A guide is listed where one of its variants fits, and the list says which: someone who stays off the floor shall find a
stretch by its seated version. No list names a withdrawn guide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from stretchguide.format.vocabulary import Listing, Occasion, Time, Vocabulary
from stretchguide.guides.guide import Guide, GuideVariant
from stretchguide.guides.library import Library
from stretchguide.guides.occasions import why_not
from stretchguide.pages import addresses

Fits = Callable[[GuideVariant], bool]

NO_EQUIPMENT = "none"
"""The id of the entry that stands for doing without any equipment."""


@dataclass(frozen=True)
class Pick:
    """A guide in a list, with the variant that belongs there."""

    guide: Guide
    variant: GuideVariant

    @property
    def version(self) -> str:
        """The label of the variant; empty where the guide has no other."""
        return self.variant.written.label if len(self.guide.variants) > 1 else ""


@dataclass(frozen=True)
class Group:
    """Picks of a list that stand under a heading of their own."""

    heading: str
    picks: tuple[Pick, ...]


@dataclass(frozen=True)
class Listed:
    """A guide that belongs to a choice, with those of its variants that fit, one at least."""

    guide: Guide
    variants: tuple[GuideVariant, ...]

    @property
    def pick(self) -> Pick:
        return Pick(self.guide, self.variants[0])

    def pick_where(self, fits: Fits) -> Pick | None:
        """The guide by the first of these variants that fits here as well, if one does."""
        return next((Pick(self.guide, variant) for variant in self.variants if fits(variant)), None)


@dataclass(frozen=True)
class Choice:
    """An entry of a facet, with the guides that belong to it, by title."""

    entry: Listing
    guides: tuple[Listed, ...]


@dataclass(frozen=True)
class Facet:
    """A way to choose."""

    folder: str
    """Where its pages stand: one of ``addresses``."""
    name: str
    choices: tuple[Choice, ...]
    """Those that have a guide, in the vocabulary's order."""


# -- what fits where --------------------------------------------------------------------------------------------------


def facets(library: Library) -> tuple[Facet, ...]:
    """Every way to choose, as the browse page lists them."""
    known = library.vocabulary
    areas = {area.id: area for area in sorted(known.areas.values(), key=lambda area: area.order)}
    return (
        _facet(library, addresses.AREAS, "Body area", areas, _in_area),
        _facet(library, addresses.POSITIONS, "Position", known.positions, _in_position),
        _facet(library, addresses.TIMES, "Time", known.times, partial(_in_time, known)),
        _facet(library, addresses.LEVELS, "Level", known.levels, _of_level),
        _facet(library, addresses.EQUIPMENT, "Equipment", known.equipment, _with_piece),
        _facet(library, addresses.OCCASIONS, "Moment", known.occasions, partial(_for_moment, known)),
    )


def _facet(
    library: Library, folder: str, name: str, entries: Mapping[str, Listing], fits: Callable[[str], Fits]
) -> Facet:
    choices = (Choice(entry, tuple(_listed(library.shown, fits(entry.id)))) for entry in entries.values())
    return Facet(folder, name, tuple(choice for choice in choices if choice.guides))


def _listed(guides: Iterable[Guide], fits: Fits) -> Iterable[Listed]:
    for guide in guides:
        if variants := tuple(filter(fits, guide.variants)):
            yield Listed(guide, variants)


def _in_area(id: str) -> Fits:
    return lambda variant: id in variant.record.areas


def _in_position(id: str) -> Fits:
    return lambda variant: variant.position.id == id


def _of_level(id: str) -> Fits:
    return lambda variant: variant.level.id == id


def _in_time(known: Vocabulary, id: str) -> Fits:
    return lambda variant: time_of(variant.seconds, known.times.values()) == known.times[id]


def time_of(seconds: int, times: Iterable[Time]) -> Time | None:
    """The band of time that so many seconds belong to: the first that they fit into."""
    return next((time for time in times if time.up_to_s is None or seconds <= time.up_to_s), None)


def _with_piece(id: str) -> Fits:
    if id == NO_EQUIPMENT:
        return lambda variant: not (variant.needs or variant.one_of)
    return lambda variant: id in {piece.id for piece in (*variant.needs, *variant.one_of, *variant.nice)}


def _for_moment(known: Vocabulary, id: str) -> Fits:
    return partial(_suits, known.occasions[id])


def _suits(occasion: Occasion, variant: GuideVariant) -> bool:
    is_named = occasion.id in variant.record.occasions
    return is_named and why_not(occasion, variant.written, variant.record, variant.vocabulary) is None


# -- groups of a list -------------------------------------------------------------------------------------------------


def groups(facet: Facet, choice: Choice) -> tuple[Group, ...]:
    """The guides of a choice in the groups that help to choose among them."""
    match facet.folder:
        case addresses.EQUIPMENT if choice.entry.id != NO_EQUIPMENT:
            return by_need(choice.guides, choice.entry.id)
        case addresses.AREAS:
            return by_floor(choice.guides)
        case addresses.OCCASIONS:
            on_and_off = by_floor(choice.guides)
            return on_and_off if len(on_and_off) > 1 else by_home(choice.guides)
        case _:
            return by_home(choice.guides)


def by_floor(guides: Iterable[Listed]) -> tuple[Group, ...]:
    """With and without the floor; a guide that can be done either way stands in both, each time by that variant."""
    every = tuple(guides)
    return _filled(
        ("On a chair or standing", [each.pick_where(lambda variant: not variant.position.floor) for each in every]),
        ("On the floor", [each.pick_where(lambda variant: variant.position.floor) for each in every]),
    )


_WORTH_A_HEADING = 2
"""So many guides a heading must stand over, on average."""


def by_home(guides: Iterable[Listed]) -> tuple[Group, ...]:
    """By the first area of each guide, in the order of the areas; a list of few is one group."""
    every = tuple(guides)
    homes = sorted({listed.guide.areas[0].order: listed.guide.areas[0] for listed in every}.items())
    if len(every) < _WORTH_A_HEADING * len(homes):
        return _filled(("The stretches", [listed.pick for listed in every]))
    return _filled(*((home.name, [each.pick for each in every if each.guide.areas[0] == home]) for _, home in homes))


def by_need(guides: Iterable[Listed], piece: str) -> tuple[Group, ...]:
    """Where a piece is needed, where it is one choice, and where it only helps: a guide stands where it counts most."""
    picks: dict[str, list[Pick | None]] = {"needs": [], "one_of": [], "nice": []}
    for each in guides:
        kind = next(kind for kind in picks if each.pick_where(partial(_asks, kind, piece)))
        picks[kind].append(each.pick_where(partial(_asks, kind, piece)))
    return _filled(
        ("You need it for these", picks["needs"]),
        ("One of several choices", picks["one_of"]),
        ("Nice to have", picks["nice"]),
    )


def _asks(kind: str, piece: str, variant: GuideVariant) -> bool:
    return piece in getattr(variant.written.equipment, kind)


def _filled(*groups: tuple[str, Iterable[Pick | None]]) -> tuple[Group, ...]:
    """The groups that hold something."""
    made = (Group(heading, tuple(pick for pick in picks if pick)) for heading, picks in groups)
    return tuple(group for group in made if group.picks)
