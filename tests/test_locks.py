"""The locked requirements: complete, hashed, and free of addresses."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ["requirements.txt", "requirements-dev.txt"]
PINNED = re.compile(r"(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;]+)( ; .+)?")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def entries(name: str) -> list[str]:
    """The requirements of a lock file, each with its hashes on one line."""
    text = re.sub(r"^\s*#.*\n", "", (ROOT / name).read_text("utf-8"), flags=re.MULTILINE)
    return text.replace("\\\n", " ").strip().splitlines()


def pins(name: str) -> set[str]:
    return {entry.split("--hash", 1)[0].strip() for entry in entries(name)}


def package(requirement: str) -> str:
    """The package's name in its normal form, from a line such as `types-PyYAML>=6,<7`."""
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found, requirement
    return re.sub(r"[-_.]+", "-", found.group()).lower()


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


@pytest.mark.parametrize("name", LOCKS)
@pytest.mark.parametrize("address", ["://", "--index-url", "--extra-index-url", "--find-links", " @ "])
def test_lock_names_no_address(name: str, address: str) -> None:
    assert address not in (ROOT / name).read_text("utf-8")


@pytest.mark.parametrize("name", LOCKS)
def test_lock_is_made_with_relative_paths(name: str) -> None:
    comments = [line for line in (ROOT / name).read_text("utf-8").splitlines() if line.startswith("#")]
    assert any(line.endswith(f" -o {name}") for line in comments)
    assert not [line for line in comments if re.search(r"[ =]([/~]|[A-Za-z]:\\)", line)]


@pytest.mark.parametrize("name", LOCKS)
def test_every_requirement_is_pinned_and_hashed(name: str) -> None:
    for entry in entries(name):
        requirement, *hashes = re.split(r"\s+(?=--hash)", entry)
        assert PINNED.fullmatch(requirement), requirement
        assert hashes, requirement
        assert all(HASH.fullmatch(value.strip()) for value in hashes), requirement


def test_the_pip_of_the_set_up_is_pinned_and_hashed() -> None:
    (entry,) = entries("requirements-pip.txt")
    requirement, *hashes = re.split(r"\s+(?=--hash)", entry)
    assert package(requirement) == "pip"
    assert PINNED.fullmatch(requirement)
    assert [HASH.fullmatch(each.strip()) is None for each in hashes] == [False]


def test_runtime_lock_covers_the_dependencies() -> None:
    locked = set(map(package, pins("requirements.txt")))
    assert set(map(package, project()["project"]["dependencies"])) <= locked


def test_dev_lock_covers_the_groups() -> None:
    locked = set(map(package, pins("requirements-dev.txt")))
    wanted = [requirement for group in project()["dependency-groups"].values() for requirement in group]
    assert set(map(package, wanted)) <= locked


def test_dev_lock_holds_the_runtime_lock() -> None:
    assert pins("requirements.txt") <= pins("requirements-dev.txt")


def test_one_version_for_every_python() -> None:
    names = [package(pin) for pin in pins("requirements-dev.txt")]
    assert sorted(names) == sorted(set(names))
