"""Records are taken out with every mention, and all else stays as it was written."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from project_copy import contents
from records import Project
from stretchguide.commands import cli, remove
from stretchguide.format.cutting import without
from stretchguide.pages.moved import moved
from stretchguide.project import read_project

GONE = "cat-cow"
STAYS = "chin-tuck"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    copied = Project.copied(tmp_path)
    monkeypatch.setattr(remove, "ROOT", tmp_path)
    return copied


def run(*arguments: str) -> int:
    return cli.main(["remove", *arguments])


@pytest.mark.parametrize(
    ("text", "path", "left"),
    [
        ("a: [x, y, z] # c", ("a", 0), "a: [y, z] # c"),
        ("a: [x, y, z] # c", ("a", 2), "a: [x, y] # c"),
        ("a: [x]\nb: c", ("a", 0), "a: []\nb: c"),
        ("a:\n  # one\n  - x\n  # two\n  - y # of y\nb: c\n", ("a", 0), "a:\n  # one\n  # two\n  - y # of y\nb: c\n"),
        ("a:\n  - x\n  # end\nb: c\n", ("a", 0), "a:\n  []\n  # end\nb: c\n"),
        ("a:\n  - {s: x, n: 1}\n  - {s: y}\n", ("a", 0, "s"), "a:\n  - {s: y}\n"),
        ("a:\n  - s: x\n    n: |\n      text\n  # of y\n  - s: y\n", ("a", 0, "s"), "a:\n  # of y\n  - s: y\n"),
        ("- {i: a, l: [x, y]}\n- {i: b}\n", (0, "l", 1), "- {i: a, l: [x]}\n- {i: b}\n"),
        ("- x\n- y", (1,), "- x\n"),
    ],
)
def test_an_item_goes_and_all_else_stays(text: str, path: tuple[str | int, ...], left: str) -> None:
    assert without(text, [path]) == left


def test_nobody_names_a_record_that_is_removed(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project.edit("safety: [Move slowly.,", f"safety: ['See [Cat-Cow]({GONE}).',")
    assert project.lines() == []
    assert run(GONE) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == f"exercises/{GONE}.yml is removed; its address is no more"
    assert told[-1] == "python3 dev.py check says what is still to do."
    assert not (project.folder / f"{GONE}.yml").exists()
    assert "See Cat-Cow." in project.text()
    assert [line for line in project.lines() if GONE in line] == []


def test_an_earlier_address_leads_to_what_is_there_now(project: Project) -> None:
    project.edit("title: Cat-Cow\n", "title: Cat-Cow\nformerly: [cat-camel]\n", GONE)
    assert run(GONE, "--now", STAYS) == 0
    assert f"formerly: [{GONE}, cat-camel]\n" in project.text(STAYS)
    library = project.read().library
    assert library
    assert library.guides[STAYS].record.formerly == (GONE, "cat-camel")


def test_a_routine_with_nothing_left_to_do_goes_as_well(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    library = project.read().library
    assert library
    routine = library.routines["desk-break"]
    assert run(*{item.stretch for item in routine.record.items}) == 0
    assert "exercises/_routines/desk-break.yml is removed: too few of its stretches are left" in capsys.readouterr().out
    assert not (project.folder / "_routines" / "desk-break.yml").exists()


def test_what_is_gone_for_good_says_so_at_its_addresses_and_is_no_slip_of_another(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    library = project.read().library
    assert library
    project.edit("title: Cat-Cow\n", "title: 'Cat-\"Cow\" <b>'\nformerly: [cat-camel]\n", GONE)
    others = {item.stretch for item in library.routines["desk-break"].record.items}
    assert run(GONE, *others, "--gone") == 0
    assert f"exercises/{GONE}.yml is removed; its address says so" in capsys.readouterr().out
    assert [line for line in project.lines() if "removed.yml" in line] == []
    project.edit("[Test the bar before you trust it.,", f"['See [Cat-Cow]({GONE}).',", "dead-hang")
    assert [line for line in project.lines() if f"the stretch '{GONE}' is gone for good; take the link out" in line]
    library = read_project(project.root).library
    assert library
    sheets = Path(__file__).resolve().parents[1] / "overrides" / "sheets"
    pages = moved(library, ["browse/"], sheets)
    folders = [f"exercises/{GONE}", "exercises/cat-camel", f"print/exercises/{GONE}", "routines/desk-break"]
    assert {f"{folder}/index.html" for folder in folders} <= set(pages)
    page = pages[f"print/exercises/{GONE}/index.html"]
    assert "Cat-&#34;Cow&#34; &lt;b&gt; is no longer here</h1>" in page
    assert 'href="../../../browse/"' in page


def test_what_is_gone_does_not_come_back_unnoticed(project: Project) -> None:
    path = project.folder / "_vocabulary" / "removed.yml"
    path.write_text(f"- {{id: {GONE}, name: Cat}}\n- {{id: old, name: Old}}\n", "utf-8")
    assert f"exercises/{GONE}.yml:2:1: error: '{GONE}' stands in removed.yml; take it out there" in project.lines()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["cat-cwo"], "no record 'cat-cwo'; did you mean 'cat-cow'?"),
        ([GONE, "--now", GONE], "'cat-cow' is to be removed; name a record that stays"),
    ],
)
def test_a_wrong_call_removes_nothing(
    arguments: list[str], message: str, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == 2
    assert capsys.readouterr().err.strip() == message
    assert (project.folder / f"{GONE}.yml").exists()


def test_a_file_whose_mentions_nobody_can_find_stops_all_and_nothing_is_removed(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.write(f"title: [ {GONE}", "_routines/short-break")
    before = contents(project.root)
    assert run(GONE) == 2
    said = "nothing is removed: short-break.yml cannot be read; python3 dev.py check says why"
    assert capsys.readouterr().err.strip() == said
    assert contents(project.root) == before


def test_what_cannot_be_written_is_said_with_what_was_done(
    project: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device", path.name)

    monkeypatch.setattr(Path, "write_bytes", full)
    assert run(GONE) == 2
    said = capsys.readouterr()
    assert said.out.splitlines() == [f"exercises/{GONE}.yml is removed; its address is no more"]
    assert said.err.startswith("not all is done: ")
    assert said.err.strip().endswith("; python3 dev.py check says what is left")
