"""``dev.py body``: fetches the body once, and measures where the skin of the figures is."""

from __future__ import annotations

from pathlib import Path

import pytest

from project_copy import run_core, without_body
from records import copy_sample_project


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
    assert len(worst.splitlines()) == 11
    assert all(": " in line and " on " in line for line in worst.splitlines()[1:])


def test_out_of_reach_it_ends_with_one_sentence(project: Path) -> None:
    without_body(project)
    done = run_core(project, "body", PIP_NO_INDEX="1", PIP_CONFIG_FILE="/dev/null", PIP_FIND_LINKS="")
    assert done.returncode == 2
    assert done.stderr.splitlines()[1:] == [
        "the body of the figures could not be downloaded; run python3 dev.py body when the network is there"
    ]
