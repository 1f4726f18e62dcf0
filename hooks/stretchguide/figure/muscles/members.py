"""Which shapes of the table are meant by an id of the vocabulary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from stretchguide.figure.muscles.shapes import GROUPS, MUSCLES, SkinShape


def members(name: str) -> tuple[str, ...]:
    """The ids whose shapes are lit for an id of the vocabulary; none for a muscle that nobody has drawn yet."""
    return GROUPS.get(name, (name,) if name in MUSCLES else ())


def is_known(name: str) -> bool:
    """Whether an id of the vocabulary has shapes."""
    return bool(members(name))


def stand_ins(members_of: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """What is lit for each id of a vocabulary that has no shapes: a group's members, or the group that it belongs to.

    The ids come with the members of those that are groups. Nothing is lit for a muscle that belongs to none.

    >>> stand_ins({"vasti": (), "my-quads": ("vasti", "my-muscle"), "my-muscle": ()})
    {'my-quads': ('vasti',), 'my-muscle': ('vasti',)}
    """
    return {id: _lit_for(id, members_of) for id in members_of if not is_known(id)}


def _lit_for(id: str, members_of: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    groups = [group for group, inside in members_of.items() if id in inside]
    if drawn := next(filter(is_known, groups), None):
        return (drawn,)
    found = (tuple(filter(is_known, members_of.get(each, ()))) for each in (id, *groups))
    return next(filter(None, found), ())


def shapes_of(name: str) -> Iterator[SkinShape]:
    """All shapes that are lit for an id of the vocabulary."""
    for member in members(name):
        yield from MUSCLES[member].shapes
