"""What the guides do with each muscle: which stretch it, stretch it also, or make it work.

A stretch of a group counts for its members, and the other way round, but is said to be one of the whole group or of one
member: it may reach one of them more than another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from stretchguide.format.vocabulary import Area, Muscle
from stretchguide.guides.guide import Guide
from stretchguide.guides.library import Library
from stretchguide.guides.ranking import ranked

LISTS = ("stretched", "also", "working")
"""The lists of a record, what it says most about first."""


@dataclass(frozen=True)
class Use:
    """Guides that name a muscle: the one asked for, its group, or one of its members."""

    named: Muscle
    guides: tuple[Guide, ...]


@dataclass(frozen=True)
class Layers:
    """The muscles of an area, by how they can be found."""

    surface: tuple[Muscle, ...]
    """Under the skin."""
    deep: tuple[Muscle, ...]
    """Under other muscles."""
    structures: tuple[Muscle, ...]
    """Joints and tissue, never called muscles."""


@dataclass(frozen=True)
class Anatomy:
    """The muscles of the vocabulary, joined with the guides."""

    library: Library

    @property
    def muscles(self) -> Mapping[str, Muscle]:
        return self.library.vocabulary.muscles

    def members(self, muscle: Muscle) -> tuple[Muscle, ...]:
        return tuple(self.muscles[id] for id in muscle.members)

    def groups(self, muscle: Muscle) -> tuple[Muscle, ...]:
        """The groups that it is a member of."""
        return tuple(each for each in self.muscles.values() if muscle.id in each.members)

    def layers(self, area: Area) -> Layers:
        """What belongs to an area first of all."""
        return _layers(each for each in self.muscles.values() if each.areas[0] == area.id)

    def here(self, area: Area) -> Layers:
        """All that belongs to an area."""
        return _layers(each for each in self.muscles.values() if area.id in each.areas)

    def uses(self, muscle: Muscle, name: str) -> tuple[Use, ...]:
        """The guides of one of the ``LISTS``: those that name it, its groups, its members. Each guide stands once."""
        found, seen, home = [], set[str](), self.library.vocabulary.areas[muscle.areas[0]]
        for named in (muscle, *self.groups(muscle), *self.members(muscle)):
            guides = ranked((each for each in self._named.get((name, named.id), ()) if each.id not in seen), home)
            seen |= {guide.id for guide in guides}
            found.append(Use(named, guides))
        return tuple(use for use in found if use.guides)

    def count(self, muscle: Muscle) -> int:
        """How many guides stretch it, or stretch it also."""
        uses = (*self.uses(muscle, "stretched"), *self.uses(muscle, "also"))
        return len({guide.id for use in uses for guide in use.guides})

    @cached_property
    def _named(self) -> Mapping[tuple[str, str], tuple[Guide, ...]]:
        found: dict[tuple[str, str], list[Guide]] = {}
        for guide in self.library.shown:
            for name in LISTS:
                for id in getattr(guide.record.muscles, name):
                    found.setdefault((name, id), []).append(guide)
        return {key: tuple(guides) for key, guides in found.items()}


def _layers(muscles: Iterable[Muscle]) -> Layers:
    every = tuple(muscles)
    return Layers(
        tuple(each for each in every if not is_structure(each) and "deep" not in each.views),
        tuple(each for each in every if not is_structure(each) and "deep" in each.views),
        tuple(each for each in every if is_structure(each)),
    )


def is_structure(muscle: Muscle) -> bool:
    """Whether it is a joint or other tissue."""
    return muscle.kind == "structure"
