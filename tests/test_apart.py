"""A test of the generator cannot come to depend on the real records."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from apart import ROOT
from records import FOUNDING, SAMPLE, path_of
from stretchguide.project import read_project

ONLY_CONTENT = "only the tests in tests/content look at the real records"


@pytest.mark.parametrize("name", [path_of("any"), "exercises/_vocabulary/muscles.yml", "docs/how-to-use.md"])
def test_no_record_and_no_page_of_the_site_is_opened(name: str) -> None:
    """Whether it is there or not."""
    for path in (ROOT / name, str(ROOT / name), str(ROOT / name).encode()):
        with pytest.raises(AssertionError, match=ONLY_CONTENT):
            open(path)  # noqa: PTH123, SIM115  # in every way in which a path can be said
    with pytest.raises(AssertionError, match=ONLY_CONTENT):
        (ROOT / name).read_bytes()


def test_the_project_is_not_read() -> None:
    with pytest.raises(AssertionError, match=ONLY_CONTENT):
        read_project(ROOT)


@pytest.mark.parametrize("module", ["mkdocs", "stretchguide"])
def test_the_project_is_not_built_or_checked(module: str) -> None:
    for folder in (ROOT, str(ROOT)):
        with pytest.raises(AssertionError, match=ONLY_CONTENT):
            subprocess.run([sys.executable, "-m", module, "--help"], check=False, cwd=folder)


def test_what_makes_the_site_and_the_sample_are_read(tmp_path: Path) -> None:
    assert (ROOT / "docs" / "stylesheets" / "stretchguide.css").read_bytes()
    assert (SAMPLE / path_of(FOUNDING)).read_bytes()
    assert (SAMPLE / "docs" / "how-to-use.md").read_bytes()
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "page.md").write_text("A page", "utf-8")
