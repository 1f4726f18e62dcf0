"""What the check lets through can be built, to the last page; what it says is said in our words."""

from __future__ import annotations

import random

import pytest

from fuzz import Fuzz, refusal
from properties import times


@pytest.fixture(scope="module")
def fuzz(tmp_path_factory: pytest.TempPathFactory) -> Fuzz:
    return Fuzz(tmp_path_factory.mktemp("fuzz"))


def test_whatever_passes_the_check_can_be_written(fuzz: Fuzz) -> None:
    passed = [seed for seed in range(times(60, 2000)) if fuzz.try_out(seed).is_good]
    assert passed, "no spoilt project passes the check: nothing was tried"


def test_whatever_a_publisher_sets_and_writes_is_built_or_refused_in_a_sentence(fuzz: Fuzz) -> None:
    assert refusal(fuzz.root, strict=True) == ""
    said = set()
    for seed in range(times(4, 200)):
        with fuzz.holding(fuzz.spoiler.settings(random.Random(seed))):
            said.add(refusal(fuzz.root, strict=False))
    assert len(said) > 1, "nothing was refused, or everything: nothing was tried"
