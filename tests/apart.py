"""A plugin for pytest: a test of the generator opens no record of the real site, and none of its written pages.

It would be red in a fork that has others. Only the tests in `tests/content` are about them; all others have a library
of their own, `tests/sample`.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
CONTENT = ROOT / "tests" / "content"
RECORDS, DOCS = f"{ROOT / 'exercises'}{os.sep}", f"{ROOT / 'docs'}{os.sep}"
REMEDY = "only the tests in tests/content look at the real records and pages; take those of tests/sample"

_now = threading.local()
"""`guarded`: whether this thread is at a test of the generator. Threads that serve or build have none."""


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Iterator[Any]:
    """To import a module of tests counts as well."""
    return (yield from guarded(collector))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[Any]:
    return (yield from guarded(item))


def guarded(node: pytest.Item | pytest.Collector) -> Iterator[Any]:
    _now.guarded = not node.path.is_relative_to(CONTENT)
    try:
        return (yield)
    finally:
        _now.guarded = False


def refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """An audit hook: Python calls it before it opens a file or starts a program.

    Raises AssertionError, since code that must bear a file it cannot read would bear an OSError.
    """
    if event not in ("open", "subprocess.Popen") or not getattr(_now, "guarded", False):
        return
    if event == "open" and is_content(arguments[0]):
        raise AssertionError(f"{arguments[0]}: {REMEDY}")
    if event == "subprocess.Popen" and reads_content(*arguments[1:3]):
        raise AssertionError(f"{' '.join(map(str, arguments[1]))} in {ROOT}: {REMEDY}")


def is_content(path: object) -> bool:
    """Whether a file is a record, a vocabulary, or a page that is written by hand."""
    if not isinstance(path, str | bytes | os.PathLike):
        return False  # a number of a file that is open already
    name = os.fsdecode(path)
    return name.startswith(RECORDS) or (name.startswith(DOCS) and name.endswith(".md"))


def reads_content(command: Any, folder: Any) -> bool:
    """Whether a program builds or checks the project here, not a copy of it."""
    return folder is not None and Path(os.fsdecode(folder)) == ROOT and bool({"mkdocs", "stretchguide"} & {*command})


sys.addaudithook(refuse)
