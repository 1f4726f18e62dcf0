"""Figures as they are drawn: each pose of ``golden/figures.yml`` is compared with a picture that people can look at.

After a change that is meant, ``UPDATE_GOLDEN=1 python3 dev.py test tests/test_figure_golden.py`` writes the pictures
anew; look at them before they are committed. A new case is a name and a pose in that file, without code.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from figure_words import MUSCLES
from stretchguide.figure.ink.paper import NAMESPACE
from stretchguide.figure.picture.drawing import figure
from stretchguide.figure.sentence.describe import describe
from stretchguide.figure.solver.solve import solve
from stretchguide.figure.words.bases import BASES
from stretchguide.figure.words.language import parse
from stretchguide.figure.words.things import THINGS

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = Path(__file__).parent / "golden"
FIGURES = GOLDEN / "figures"
CASES: dict[str, dict[str, Any]] = yaml.safe_load((GOLDEN / "figures.yml").read_text("utf-8"))


def drawn(words: Mapping[str, Any]) -> str:
    """The picture of a pose as a file of its own."""
    pose = parse(words, MUSCLES)
    return figure(solve(pose), pose, alone=True, title=describe(pose))


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


def test_every_pose_has_its_golden_file() -> None:
    if os.environ.get("UPDATE_GOLDEN"):
        FIGURES.mkdir(exist_ok=True)
        for path in FIGURES.glob("*.svg"):
            path.unlink()
        for name, words in CASES.items():
            (FIGURES / f"{name}.svg").write_text(readable(drawn(words)), "utf-8", newline="\n")
    assert golden_names() == sorted(CASES)


@pytest.mark.parametrize("name", CASES)
def test_figure_is_as_its_golden_file(name: str) -> None:
    assert readable(drawn(CASES[name])) == (FIGURES / f"{name}.svg").read_text("utf-8")


def test_every_base_and_every_thing_has_a_case() -> None:
    poses = [parse(words) for words in CASES.values()]
    assert {pose.base for pose in poses} == set(BASES)
    assert {thing.kind for pose in poses for thing in pose.things} == set(THINGS)
    assert {f"base-{base}" for base in BASES} | {f"thing-{thing.replace(' ', '-')}" for thing in THINGS} <= set(CASES)


def digest() -> str:
    """Of all pictures, to the last byte."""
    return hashlib.sha256("".join(map(drawn, CASES.values())).encode()).hexdigest()


def test_the_same_bytes_in_every_process() -> None:
    """Whatever order Python's hashes give to sets, and without asserts."""
    code = "import test_figure_golden as golden; print(golden.digest())"
    path = os.pathsep.join(str(ROOT / folder) for folder in ("hooks", "tests"))
    found = subprocess.run(
        [sys.executable, "-O", "-c", code],
        check=True,
        env={**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": "1"},
        capture_output=True,
        encoding="utf-8",
    )
    assert found.stdout.strip() == digest()
