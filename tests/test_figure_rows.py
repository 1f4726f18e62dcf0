"""What a base, a place or a thing is stands in its row: code asks the row, and never for one of them by its name."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator
from pathlib import Path

import pytest

from stretchguide.figure.words.bases import BASES
from stretchguide.figure.words.places import PLACES
from stretchguide.figure.words.things import THINGS

FIGURE = Path(__file__).resolve().parents[1] / "hooks/stretchguide/figure"


def named(node: ast.expr) -> str:
    """What a value is called where it is compared: `base` of `pose.base`."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def asked_for(what: str, words: Collection[str], code: str) -> Iterator[str]:
    """The comparisons of values of that name with some of these words."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Compare) and what in map(named, (node.left, *node.comparators)):
            literals = {each.value for each in ast.walk(node) if isinstance(each, ast.Constant)}
            if not literals.isdisjoint(words):
                yield ast.unparse(node)


OF_THINGS = {place for thing in THINGS.values() for place in thing.places}
"""Places where things are, as a stick is across the chest: a word apart."""


@pytest.mark.parametrize(("what", "words"), [("base", BASES), ("place", PLACES.keys() - OF_THINGS), ("kind", THINGS)])
def test_no_code_asks_by_name(what: str, words: Collection[str]) -> None:
    found = {
        path.name: asked
        for path in FIGURE.rglob("*.py")
        if (asked := list(asked_for(what, words, path.read_text("utf-8"))))
    }
    assert found == {}


@pytest.mark.parametrize(
    ("what", "code"),
    [("base", 'pose.base == "stand"'), ("base", 'base in ("lie", "prone")'), ("place", 'support.place != "wall"')],
)
def test_a_name_that_is_asked_for_is_found(what: str, code: str) -> None:
    assert list(asked_for(what, {**BASES, **PLACES}, code)) == [code.replace('"', "'")]
