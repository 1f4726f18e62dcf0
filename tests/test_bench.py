"""What the benchmark says: its table, its growth, and who is left out."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from bench import peers
from bench.run import CASES, OURS, Row, growth, seconds, table


def row(records: int, *spent: float) -> Row:
    return Row(records, 2 * records, {OURS: dict(zip(CASES, spent, strict=True))})


def test_a_table_says_how_many_times_theirs_ours_are() -> None:
    of_hugo = {"with figures": 2.0, "cold": 2.0, "unchanged": 1.0, "one record": 0.0}
    both = Row(100, 300, {**row(100, 10, 4, 0.1, 3, 2).spent, "Hugo": of_hugo})
    lines = [line.split() for line in table(both)]
    assert lines[0][:4] == ["100", "records,", "300", "pages"]
    assert lines[1] == [OURS, "10.00", "4.00", "0.10", "3.00", "2.00"]
    assert lines[3] == ["ours", "to", "it", "5.00", "2.00", "0.10", "300.00"]


def test_growth_is_told_beyond_what_there_was_at_first() -> None:
    lines = list(growth([row(100, *[5.0] * 5), row(200, *[6.0] * 5), row(300, *[7.0] * 4, 9.0)]))
    assert lines[0] == "with figures: LINEAR, growth exponent 1.00 (beyond 5.00 s for 100 records)"
    assert lines[-1].startswith("check: NOT LINEAR, growth exponent 2.00 ")


def test_what_cannot_be_installed_is_left_out_with_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess([], 1, "", "ERROR: no network\n")

    monkeypatch.setattr(peers, "TOOLS", tmp_path)
    monkeypatch.setattr(shutil, "which", lambda *_, **__: None)
    monkeypatch.setattr(subprocess, "run", fail)
    assert list(peers.peers()) == []
    assert capsys.readouterr().out.splitlines() == [
        "hugo is left out: it cannot be installed (ERROR: no network).",
        "Eleventy is left out: it needs Node.js with npm, and there is none.",
        "zensical is left out: it cannot be installed (ERROR: no network).",
    ]


def test_a_command_that_fails_ends_the_benchmark() -> None:
    with pytest.raises(SystemExit, match="because"):
        seconds(lambda: subprocess.CompletedProcess(["it"], 1, "", "because"))
