"""Figures as they are drawn: a few poses of ``golden/figures.yml`` are compared with pictures that people can look at.

A change to the body draws all of them anew, so they are few; what holds of every pose is tested in other modules.

After a change that is meant, ``UPDATE_GOLDEN=1 python3 dev.py test tests/test_figure_golden.py`` writes the pictures
anew; look at them before they are committed. A new case is a name and a pose in that file, without code.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from figure_scenes import picture
from figure_words import MUSCLES
from stretchguide.figure.ink.paper import NAMESPACE
from stretchguide.figure.sentence.describe import describe
from stretchguide.figure.words.bases import BASES
from stretchguide.figure.words.language import parse
from stretchguide.figure.words.things import THINGS
from test_figure_portrait import CASES, SOME

GOLDEN = Path(__file__).parent / "golden"
FIGURES = GOLDEN / "figures"


def drawn(words: Mapping[str, Any]) -> str:
    """The picture of a pose as a file of its own."""
    return picture(words, describe(parse(words, MUSCLES))).alone


def readable(picture: str) -> str:
    """The same picture with one element a line, one rule of its style a line."""
    root = ElementTree.fromstring(picture.replace(f' xmlns="{NAMESPACE}"', ""))
    ElementTree.indent(root)
    for style in root.iter("style"):
        style.text = re.sub(r"(?<=[{}])(?=[.@])", "\n    ", f"\n    {style.text}\n  ")
    root.attrib = {"xmlns": NAMESPACE, **root.attrib}
    return ElementTree.tostring(root, encoding="unicode") + "\n"


def golden_names() -> list[str]:
    return sorted(path.stem for path in FIGURES.glob("*"))


def test_each_of_some_poses_has_its_golden_file() -> None:
    if os.environ.get("UPDATE_GOLDEN"):
        FIGURES.mkdir(exist_ok=True)
        for path in FIGURES.glob("*.svg"):
            path.unlink()
        for name in SOME:
            (FIGURES / f"{name}.svg").write_text(readable(drawn(CASES[name])), "utf-8", newline="\n")
    assert golden_names() == sorted(SOME)


@pytest.mark.parametrize("name", SOME)
def test_figure_is_as_its_golden_file(name: str) -> None:
    assert readable(drawn(CASES[name])) == (FIGURES / f"{name}.svg").read_text("utf-8")


def test_every_base_and_every_thing_has_a_case() -> None:
    poses = [parse(words) for words in CASES.values()]
    assert {pose.base for pose in poses} == set(BASES)
    assert {thing.kind for pose in poses for thing in pose.things} == set(THINGS)
    assert {f"base-{base}" for base in BASES} | {f"thing-{thing.replace(' ', '-')}" for thing in THINGS} <= set(CASES)
