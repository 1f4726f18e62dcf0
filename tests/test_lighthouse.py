"""Lighthouse's own answers are its own; what is tried here is what goes wrong before one, and what is told of one."""

from __future__ import annotations

import copy
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

import lighthouse
import project_copy

GOOD: dict[str, Any] = {
    "categories": {name: {"score": 1, "auditRefs": []} for name in lighthouse.FLOORS},
    "audits": {"total-byte-weight": {"score": 1, "numericValue": 113621.4}},
}


def ended(stdout: str = "", stderr: str = "", status: int = 0) -> subprocess.CompletedProcess[str]:
    return subprocess.CompletedProcess([], status, stdout, stderr)


@pytest.fixture
def npm(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A machine with Node and a browser, on which the site is built at once: one page."""

    def build(_: Path, *arguments: str, **__: str) -> subprocess.CompletedProcess[str]:
        folder = Path(arguments[-1]) / "browse"
        folder.mkdir(parents=True)
        (folder / "index.html").touch()
        return ended()

    monkeypatch.setattr(lighthouse, "find_npx", lambda: "npx")
    monkeypatch.setattr(lighthouse, "find_browser", lambda: "chromium")
    monkeypatch.setattr(project_copy, "build", build)
    return monkeypatch


def answers(npm: pytest.MonkeyPatch, answer: subprocess.CompletedProcess[str]) -> None:
    npm.setattr(lighthouse, "run", lambda *_, **__: answer)


def losing(category: str, score: float, audit: dict[str, Any]) -> dict[str, Any]:
    """An answer in which an audit costs its category so much."""
    found = copy.deepcopy(GOOD)
    found["categories"][category] = {"score": score, "auditRefs": [{"id": "an-audit", "weight": 3}]}
    found["audits"]["an-audit"] = {"title": "What is asked", **audit}
    return found


# What it needs


@pytest.mark.parametrize("missing", ["node", "npx"])
def test_without_node_it_says_so_in_a_line(
    missing: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None if name == missing else name)
    monkeypatch.setattr(project_copy, "build", pytest.fail)
    assert lighthouse.main([]) == 1
    said = capsys.readouterr().err
    assert said.startswith("Lighthouse needs Node.js 20 or newer with npx, and none was found; to install it: ")
    assert said.count("\n") == 1


@pytest.mark.parametrize(("version", "said"), [("v18.20.4\n", "v18.20.4"), ("", "does not start"), ("help", "help")])
def test_a_node_that_is_too_old_is_named(version: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: name)
    monkeypatch.setattr(lighthouse, "run", lambda _: ended(version))
    with pytest.raises(lighthouse.NoReport, match=f"20 or newer with npx, and here is .*{said}"):
        lighthouse.find_npx()


@pytest.mark.parametrize("version", ["v20.0.0\n", "v26.13.1\n"])
def test_a_newer_node_will_do(version: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}")
    monkeypatch.setattr(lighthouse, "run", lambda _: ended(version))
    assert lighthouse.find_npx() == "/bin/npx"


def test_a_browser_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lighthouse, "launch_options", lambda _: {"executable_path": "nowhere/chromium"})
    with pytest.raises(lighthouse.NoReport, match="set BROWSER_PATH"):
        lighthouse.find_browser()


def test_a_site_that_does_not_build_is_told(npm: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    npm.setattr(project_copy, "build", lambda *_, **__: ended(stderr="cat-cow.yml:3:1: error: no title", status=1))
    assert lighthouse.main([]) == 1
    assert "does not build:\ncat-cow.yml:3:1: error: no title\n" in capsys.readouterr().err


# Addresses


@pytest.mark.parametrize("address", ["nowhere/", "browse/x", "../browse", "browse.html", ""])
def test_an_address_that_is_no_page_is_told(
    address: str, npm: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    npm.setattr(lighthouse, "answer", pytest.fail)
    assert lighthouse.main(["browse/", address]) == 1
    assert capsys.readouterr().err.startswith(f"The site has no page {address!r}; ")


@pytest.mark.parametrize(
    ("address", "asked"), [("browse", "browse/"), ("/browse/", "browse/"), ("./", "./"), ("404.html", "404.html")]
)
def test_an_address_may_be_written_in_many_ways(address: str, asked: str, tmp_path: Path) -> None:
    (tmp_path / "browse").mkdir()
    for name in ("index.html", "404.html", "browse/index.html"):
        (tmp_path / name).touch()
    assert lighthouse.page_of(tmp_path, address) == asked


# Answers


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (ended("", "npm error code ENOTFOUND\n", 1), "gives no report of http.*:\nnpm error code ENOTFOUND"),
        (ended("<html>", ""), "gives no report of http.*:\n<html>"),
        (
            ended('{"runtimeError": {"message": "The page did not load."}}'),
            "could not judge .*: The page did not load.",
        ),
        (ended("{}"), "could not judge .*: no scores"),
    ],
)
def test_no_report_is_told_without_a_traceback(
    answer: subprocess.CompletedProcess[str], said: str, npm: pytest.MonkeyPatch
) -> None:
    answers(npm, answer)
    with pytest.raises(lighthouse.NoReport, match=said):
        lighthouse.answer("npx", "chromium", "http://127.0.0.1/")


def test_it_does_not_wait_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    def too_slow(command: list[str], **_: str) -> None:
        raise subprocess.TimeoutExpired(command, lighthouse.PATIENCE)

    monkeypatch.setattr(lighthouse, "run", too_slow)
    with pytest.raises(lighthouse.NoReport, match=r"not finished with .* after 300 seconds"):
        lighthouse.answer("npx", "chromium", "http://127.0.0.1/")


def test_full_scores_are_a_line_and_nothing_more(npm: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    answers(npm, ended(json.dumps(GOOD)))
    assert lighthouse.main(["browse/"]) == 0
    head, *lines = capsys.readouterr().out.splitlines()
    assert head.split() == [*lighthouse.FLOORS, "bytes"]
    assert [line.split() for line in lines] == [["browse/", "100", "100", "100", "100", "113,621"]]


@pytest.mark.parametrize(
    ("category", "score", "status"),
    [
        ("performance", 0.9, 0),
        ("performance", 0.89, 1),
        ("accessibility", 0.99, 1),
        ("best-practices", 0.99, 1),
        ("seo", 0.99, 1),
    ],
)
def test_a_score_below_its_floor_is_a_failure(
    category: str, score: float, status: int, npm: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers(npm, ended(json.dumps(losing(category, score, {"score": 0.5, "displayValue": "1.9 s"}))))
    assert lighthouse.main(["browse/"]) == status
    said = capsys.readouterr().out.splitlines()[-1]
    assert said == f"browse/: {category}: an-audit has 50, What is asked (1.9 s)"


@pytest.mark.parametrize(
    ("audit", "told"),
    [
        ({"score": 0, "details": {"items": [{}, {}]}}, ["seo: an-audit has 0, What is asked (2 found)"]),
        ({"score": 1}, []),
        ({"score": None}, []),
    ],
)
def test_only_what_costs_a_score_is_told(audit: dict[str, Any], told: list[str]) -> None:
    assert list(lighthouse.report("browse/", losing("seo", 0.5, audit)).losses) == told
