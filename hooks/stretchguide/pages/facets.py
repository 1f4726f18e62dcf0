"""The ways to choose a guide: by area, position, time, level, equipment and moment.

A guide is listed where one of its variants fits, and the list says which: someone who stays off the floor shall find a
stretch by its seated version. No list names a withdrawn guide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any, Generic, TypeVar

from stretchguide.format.vocabulary import Area, Level, Listing, Occasion, Piece, Position, Time, Vocabulary
from stretchguide.guides.guide import Guide, GuideVariant
from stretchguide.guides.library import Library
from stretchguide.guides.occasions import why_not
from stretchguide.guides.ranking import rank
from stretchguide.guides.timeline import said_seconds
from stretchguide.pages import addresses

Fits = Callable[[GuideVariant], bool]


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
    """An entry of a facet, with the guides that belong to it; they are found when somebody asks for them."""

    entry: Listing
    among: tuple[Guide, ...]
    fits: Fits

    @cached_property
    def guides(self) -> tuple[Listed, ...]:
        return tuple(self._found())

    @property
    def has_guides(self) -> bool:
        return next(self._found(), None) is not None

    def _found(self) -> Iterator[Listed]:
        for guide in self.among:
            if variants := tuple(filter(self.fits, guide.variants)):
                yield Listed(guide, variants)


E = TypeVar("E", bound=Listing)


@dataclass(frozen=True)
class Way(Generic[E]):
    """A way to choose. Each of its entries that has a guide has a page."""

    folder: str
    """Where its pages stand: one of ``addresses``."""
    name: str
    others: str
    """The heading over the other entries, on the page of one."""
    entries: Callable[[Vocabulary], Iterable[E]]
    has: Callable[[E, GuideVariant], bool]
    """Whether a variant belongs to an entry."""
    groups: Callable[[Choice], tuple[Group, ...]]
    """The guides of a choice in the groups that help to choose among them."""
    is_open: bool = False
    """Whether the browse page shows its choices at once; the others open at a touch."""


@dataclass(frozen=True)
class Facet:
    """A way to choose, with the choices that there are."""

    way: Way[Any]
    choices: tuple[Choice, ...]
    """Those that have a guide, in the vocabulary's order."""

    @property
    def folder(self) -> str:
        return self.way.folder

    @property
    def name(self) -> str:
        return self.way.name


def facets(library: Library) -> tuple[Facet, ...]:
    """Every way to choose, as the browse page lists them."""
    return tuple(facet(library, way) for way in WAYS)


def facet(library: Library, way: Way[Any]) -> Facet:
    """A way to choose among the guides of a library that are shown."""
    entries = way.entries(library.vocabulary)
    choices = (Choice(entry, library.shown, partial(way.has, entry)) for entry in entries)
    return Facet(way, tuple(choice for choice in choices if choice.has_guides))


# -- what fits where --------------------------------------------------------------------------------------------------


def _in_area(area: Area, variant: GuideVariant) -> bool:
    return area.id in variant.record.areas


def _in_position(position: Position, variant: GuideVariant) -> bool:
    return variant.position.id == position.id


def _of_level(level: Level, variant: GuideVariant) -> bool:
    return variant.level.id == level.id


def _in_time(time: Time, variant: GuideVariant) -> bool:
    # A list of a minute or less shows no card that says more.
    return time_of(said_seconds(variant.span.most), variant.vocabulary.times.values()) == time


def time_of(seconds: int, times: Iterable[Time]) -> Time | None:
    """The band of time that so many seconds belong to: the first that they fit into."""
    return next((time for time in times if time.up_to_s is None or seconds <= time.up_to_s), None)


def _with_piece(piece: Piece, variant: GuideVariant) -> bool:
    if piece.without:
        return not (variant.needs or variant.one_of)
    return piece.id in variant.written.equipment.all


def _for_occasion(occasion: Occasion, variant: GuideVariant) -> bool:
    is_named = occasion.id in variant.record.occasions
    return is_named and why_not(occasion, variant.written, variant.record, variant.vocabulary) is None


# -- groups of a list -------------------------------------------------------------------------------------------------


def by_floor(choice: Choice) -> tuple[Group, ...]:
    """With and without the floor; a guide that can be done either way stands in both, each time by that variant."""
    every = choice.guides
    return _filled(
        choice,
        ("On a chair or standing", [each.pick_where(lambda variant: not variant.position.floor) for each in every]),
        ("On the floor", [each.pick_where(lambda variant: variant.position.floor) for each in every]),
    )


def by_floor_or_home(choice: Choice) -> tuple[Group, ...]:
    """With and without the floor where there are both, else by area."""
    on_and_off = by_floor(choice)
    return on_and_off if len(on_and_off) > 1 else by_home(choice)


_WORTH_A_HEADING = 2
"""So many guides a heading must stand over, on average."""


def by_home(choice: Choice) -> tuple[Group, ...]:
    """By the first area of each guide, in the order of the areas; a list of few is one group."""
    every = choice.guides
    homes = sorted({listed.guide.areas[0].order: listed.guide.areas[0] for listed in every}.items())
    if len(every) < _WORTH_A_HEADING * len(homes):
        return _filled(choice, ("The stretches", [listed.pick for listed in every]))
    at_home = ((home, [each.pick for each in every if each.guide.areas[0] == home]) for _, home in homes)
    return _filled(choice, *((home.name, picks) for home, picks in at_home))


def by_need(choice: Choice) -> tuple[Group, ...]:
    """Where a piece is needed, where it is one choice, and where it only helps: a guide stands where it counts most."""
    piece = choice.entry.id
    if isinstance(choice.entry, Piece) and choice.entry.without:
        return by_home(choice)
    picks: dict[str, list[Pick | None]] = {"needs": [], "one_of": [], "nice": []}
    for each in choice.guides:
        kind = next(kind for kind in picks if each.pick_where(partial(_asks, kind, piece)))
        picks[kind].append(each.pick_where(partial(_asks, kind, piece)))
    return _filled(
        choice,
        ("You need it for these", picks["needs"]),
        ("One of several choices", picks["one_of"]),
        ("Nice to have", picks["nice"]),
    )


def _asks(kind: str, piece: str, variant: GuideVariant) -> bool:
    return piece in getattr(variant.written.equipment, kind)


def _filled(choice: Choice, *groups: tuple[str, Iterable[Pick | None]]) -> tuple[Group, ...]:
    """The groups that hold something, each in the order of lists."""
    area = choice.entry if isinstance(choice.entry, Area) else None
    made = (Group(heading, _ranked(filter(None, picks), area)) for heading, picks in groups)
    return tuple(group for group in made if group.picks)


def _ranked(picks: Iterable[Pick], area: Area | None) -> tuple[Pick, ...]:
    return tuple(sorted(picks, key=lambda pick: rank(pick.guide, pick.variant, area)))


# -- all of them ------------------------------------------------------------------------------------------------------


def _areas(known: Vocabulary) -> list[Area]:
    return sorted(known.areas.values(), key=lambda area: area.order)


WAYS: tuple[Way[Any], ...] = (
    Way(addresses.AREAS, "Body area", "Another area", _areas, _in_area, by_floor, is_open=True),
    Way(
        addresses.POSITIONS,
        "Position",
        "Another position",
        lambda known: known.positions.values(),
        _in_position,
        by_home,
        is_open=True,
    ),
    Way(addresses.TIMES, "Time", "Another time", lambda known: known.times.values(), _in_time, by_home, is_open=True),
    Way(addresses.LEVELS, "Level", "Another level", lambda known: known.levels.values(), _of_level, by_home),
    Way(
        addresses.EQUIPMENT,
        "Equipment",
        "Other equipment",
        lambda known: known.equipment.values(),
        _with_piece,
        by_need,
    ),
    Way(
        addresses.OCCASIONS,
        "Moment",
        "Another moment",
        lambda known: known.occasions.values(),
        _for_occasion,
        by_floor_or_home,
    ),
)
"""Every way to choose, in the order of the browse page."""
