"""Figures drawn in all cores: the same as alone, whatever becomes of a process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from figure_words import POSES
from project_copy import ROOT
from stretchguide.figure.words.pose import LitMuscle
from stretchguide.gallery import crew
from stretchguide.gallery.artist import tried
from stretchguide.gallery.picture import CannotDraw
from stretchguide.gallery.posed import Posed, Strip

HOOKS = ROOT / "hooks"
WORDS = POSES[5:11]
"""Poses that are quick to draw."""
SHOWN: list[Strip] = [(Posed(words, (LitMuscle("erector-spinae"),)),) for words in WORDS]
WATCHED = """
from multiprocessing import active_children
from stretchguide.gallery import crew
from stretchguide.gallery.posed import Posed

if __name__ == "__main__":
    crew._cores = lambda: 2
    for number, _ in enumerate(crew.strips([(Posed({"base": "stand"}, ()),)] * 300)):
        if number == 1:
            print(*(child.pid for child in active_children()), flush=True)
"""


@pytest.fixture(autouse=True)
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "_cores", lambda: 2)
    monkeypatch.setattr(crew, "FEW", 2)


def drawn(shown: Sequence[Strip]) -> list[object]:
    """What is drawn, with a failure as its words: two exceptions are never the same."""
    return [_plain(each) for strip in crew.strips(shown) for each in strip]


def alone(shown: Sequence[Strip]) -> list[object]:
    return [_plain(each) for strip in map(tried, shown) for each in strip]


@cache
def shown_alone() -> list[object]:
    """What most tests compare with, drawn once."""
    return alone(SHOWN)


def _plain(each: object) -> object:
    return str(each) if isinstance(each, CannotDraw) else each


class Deadly(dict[str, Any]):
    """The words of a pose that end the process which they are sent to."""

    def __reduce__(self) -> tuple[Callable[[int], Any], tuple[int]]:
        return os._exit, (1,)


def test_processes_draw_what_one_draws_alone(capsys: pytest.CaptureFixture[str]) -> None:
    *good, bad = drawn([*SHOWN, (Posed({"base": "nowhere"}, ()),)])
    assert good == shown_alone()
    assert "unknown base" in str(bad)
    assert capsys.readouterr().err == ""


def test_processes_find_the_code_where_mkdocs_hides_it(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "path", [each for each in sys.path if Path(each).resolve() != HOOKS])
    monkeypatch.delenv("PYTHONPATH", raising=False)
    assert drawn(SHOWN) == shown_alone()
    assert capfd.readouterr().err == ""


def test_a_process_that_is_killed_costs_a_sentence(capfd: pytest.CaptureFixture[str]) -> None:
    shown = [*SHOWN[:3], (Posed(Deadly(WORDS[3]), ()),), *SHOWN[4:]]
    assert drawn(shown) == shown_alone(), "nobody is sent them, so they are words like all"
    (line,) = capfd.readouterr().err.splitlines()
    assert line.startswith("The processes that draw figures have failed (")
    assert line.endswith("; one goes on alone.")


def test_where_there_can_be_no_processes_one_draws_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def lacking(*_: object) -> None:
        raise NotImplementedError("no semaphores here")

    monkeypatch.setattr(crew, "ProcessPoolExecutor", lacking)
    assert drawn(SHOWN) == shown_alone()
    assert "(no semaphores here)" in capsys.readouterr().err


def test_few_figures_are_worth_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "FEW", 4)
    monkeypatch.delattr(crew, "_together")
    assert drawn(SHOWN) == shown_alone()


def test_only_a_terminal_is_told_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(crew, "_cores", lambda: 1)
    drawn(SHOWN)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    drawn(SHOWN)
    told = capsys.readouterr().err
    assert "\r1 of 6 figures are drawn\r2 of 6" in told
    assert told.endswith("\r\033[K")


def test_who_listens_hears_how_far_it_is_without_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(crew, "_cores", lambda: 1)
    heard: list[str] = []
    for number, _ in enumerate(crew.strips(SHOWN[:3], heard.append)):
        assert len(heard) == number, "a figure counts when it is kept"
    assert heard == [f"{done} of 3 figures are drawn" for done in (1, 2, 3)]
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(sys.platform == "win32", reason="there a process cannot be asked whether it lives")
@pytest.mark.parametrize("end", ["SIGKILL", "SIGINT"])
def test_processes_end_with_the_one_that_they_work_for(end: str, tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(WATCHED, "utf-8")
    env = {**os.environ, "PYTHONPATH": str(HOOKS)}
    with subprocess.Popen([sys.executable, program], stdout=subprocess.PIPE, text=True, env=env) as process:
        assert process.stdout
        children = [int(number) for number in process.stdout.readline().split()]
        process.send_signal(getattr(signal, end))
    assert len(children) == 2
    waited_until = time.monotonic() + 60
    while any(map(lives, children)):
        assert time.monotonic() < waited_until
        time.sleep(0.1)


def lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
