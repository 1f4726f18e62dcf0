"""``dev.py body``: fetches the body once, and measures where the skin of the figures is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from project_copy import build, draw_anew, run_core, without_body
from records import copy_sample_project
from stretchguide.gallery.body import CACHE


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The sample, with the body that this project has fetched."""
    return copy_sample_project(tmp_path / "project")


def test_a_body_that_is_there_is_not_fetched_again(project: Path) -> None:
    done = run_core(project, "body", PIP_NO_INDEX="1")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.endswith(" bones\n")


def test_contacts_are_told_by_kind_and_the_worst_by_name(project: Path) -> None:
    done = run_core(project, "body", "--contacts")
    assert done.returncode == 0, done.stderr
    kinds, worst = done.stdout.split("\n\n")
    assert "foot on floor" in kinds
    assert " in " in kinds
    assert len(worst.splitlines()) == 11
    assert all(": " in line and (" on " in line or " in " in line) for line in worst.splitlines()[1:])


NO_NETWORK = {"PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": "/dev/null", "PIP_FIND_LINKS": ""}
WITHOUT = "the body of the figures could not be downloaded; run python3 dev.py body when the network is there"


def test_out_of_reach_it_ends_with_one_sentence(project: Path) -> None:
    without_body(project)
    done = run_core(project, "body", **NO_NETWORK)
    assert done.returncode == 2
    assert done.stderr.splitlines()[1:] == [WITHOUT]


def test_without_a_body_check_and_build_say_so_once(project: Path) -> None:
    draw_anew(project)
    shutil.rmtree(project / CACHE)
    checked = run_core(project, "check", **NO_NETWORK)
    assert (checked.returncode, checked.stdout) == (1, f"requirements-body.txt:1:1: error: {WITHOUT}\n")
    built = build(project, **NO_NETWORK)
    assert built.returncode == 1
    assert built.stderr.count(WITHOUT) == 1
    assert "Traceback" not in built.stderr
