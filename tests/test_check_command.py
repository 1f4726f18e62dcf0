"""``python -m stretchguide check`` as people and workflows call it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from commands_here import run_here
from project_copy import Ended, run_python
from records import FOUNDING, ROOT, Project, copy_records_project, path_of, sample_library
from stretchguide.pages import swap_sheet
from stretchguide.project import known_ids
from stretchguide.reference import schema

ENV = {name: value for name, value in os.environ.items() if name != "GITHUB_ACTIONS"}


Check = Callable[..., Ended]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return copy_records_project(tmp_path / "project")


@pytest.fixture
def check(project: Project) -> Check:
    """The check of the project."""
    return partial(run_here, project.root, "check")


def started(root: Path, cwd: Path | None = None, **more: str) -> Ended:
    """The check in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "stretchguide", "check"],
        check=False,
        cwd=cwd or root,
        env={**ENV, "PYTHONPATH": str(root / "hooks"), **more},
        capture_output=True,
        encoding="utf-8",
    )


def test_the_check_is_the_same_from_anywhere(project: Project, tmp_path_factory: pytest.TempPathFactory) -> None:
    for cwd in (project.root, tmp_path_factory.mktemp("elsewhere")):
        done = started(project.root, cwd)
        assert (done.returncode, done.stdout) == (0, "")
        assert done.stderr.strip().endswith("0 errors, 0 warnings")


NOT_FOR_A_CHECK = (
    *("jinja2", "markdown", "mkdocs", "multiprocessing", "numpy", "pymdownx", "segno"),
    *(f"stretchguide.{name}" for name in ("commands.pages", "hook", "pages", "gallery.artist", "gallery.crew")),
    *(f"stretchguide.figure.{name}" for name in ("lints", "picture", "sentence", "solver", "things")),
)
"""Modules that print pages, or draw and tell figures: to load them takes as long as to check the records.

The table of muscles is none of them: of which has a shape the check tells.
"""
LOADED = """
import sys
from stretchguide.commands.cli import main
main(["check"])
print(*sys.modules)
"""


def test_a_check_with_all_figures_kept_loads_nothing_that_draws_or_prints(check: Check, project: Project) -> None:
    check()
    done = run_python(project.root, "-c", LOADED, PYTHONPATH=str(project.root / "hooks"))
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "stretchguide.rules.judge" in loaded
    assert loaded.intersection(NOT_FOR_A_CHECK) == set()


def test_a_schema_that_a_vocabulary_has_left_behind_is_told(check: Check, project: Project) -> None:
    for path, text in schema.schemas(known_ids(project.root)).items():
        (project.root / path).parent.mkdir(exist_ok=True)
        (project.root / path).write_text(text, "utf-8")
    project.write(project.text("chin-tuck").replace("title: Chin Tuck", "title: Another"), "another-tuck")
    assert "schema" not in check().stdout, "a stretch is no word of the format"
    (project.folder / "another-tuck.yml").unlink()
    rope = "id: rope, name: Rope, heading: Stretches with a rope, plain: Thick., words: [rope]}\n- {id: strap"
    project.edit("id: strap", rope, "_vocabulary/equipment")
    done = check()
    remedy = "editors do not know yet what has changed in the vocabulary; python3 dev.py check --fix tells them"
    assert done.stdout.splitlines() == [f"schema/exercise.schema.json:1:1: warning: {remedy}"]
    assert done.returncode == 0
    fixed = check("--fix")
    assert (fixed.stdout, fixed.stderr.splitlines()[0]) == ("", "schema/exercise.schema.json is made again")
    assert check().stdout == ""


def test_faults_are_lines_on_stdout(check: Check, project: Project, tmp_path: Path) -> None:
    place = project.edit("type: static", "type: ▶statik")
    project.edit("title: Chin Tuck", "title: 5", "chin-tuck")
    done = check(cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "exercises/chin-tuck.yml:2:8: error: title must be text; put quotes round '5'",
        f"{path_of(FOUNDING)}:{place}: error: unknown type 'statik'; did you mean 'static'?",
    ]
    assert done.stderr.strip().endswith("2 errors, 0 warnings")


def test_a_warning_does_not_fail(check: Check, project: Project) -> None:
    project.edit("status: draft,", "status: draft, next_review: 2020-01-01,")
    done = check()
    assert done.returncode == 0
    assert "warning: the review was due on 2020-01-01" in done.stdout
    assert done.stderr.strip().endswith("0 errors, 1 warning")


def test_a_file_that_is_named_is_judged_alone(check: Check, project: Project) -> None:
    project.edit("title: Chin Tuck", "title: 5", "chin-tuck")
    done = check("cat-cow.yml", cwd=project.folder)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("1 of ")
    done = check(path_of("chin-tuck"), path_of("cat-cow"))
    assert done.returncode == 1
    assert done.stdout == "exercises/chin-tuck.yml:2:8: error: title must be text; put quotes round '5'\n"
    assert done.stderr.startswith("2 of ")


def test_a_vocabulary_that_is_named_is_judged_and_all_hang_on_it(check: Check, project: Project) -> None:
    project.edit("kind: muscle, areas", "kind: mussel, areas", "_vocabulary/muscles")
    done = check(path_of("_vocabulary/muscles"))
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    assert "all records hang on exercises/_vocabulary/muscles.yml" in done.stderr
    done = check(path_of("_routines/desk-break"))
    assert (done.returncode, done.stdout) == (0, "")
    assert "a vocabulary has an error, so no more can be said" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["exercises/catcow.yml"], "no file 'exercises/catcow.yml'; did you mean 'cat-cow'?"),
        (["exercises/zzzzzz.yml"], "no file 'exercises/zzzzzz.yml'; name one such as exercises/"),
        (["exercises"], "'exercises' is a folder; name files in it, or nothing to check all records"),
        (["/nowhere/cat-cow.yml"], "'/nowhere/cat-cow.yml' is outside this project; name one of its files, such as "),
        (["hooks/build.py"], "'hooks/build.py' is no record; name one such as exercises/"),
        (
            ["--swaps", "exercises/cat-cow.yml"],
            "--swaps and --fix are about all records; name no file, or leave them out",
        ),
    ],
)
def test_what_cannot_be_judged_is_one_sentence(check: Check, arguments: list[str], said: str, project: Project) -> None:
    done = check(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(said)
    assert done.stderr.count("\n") == 1


def test_a_file_with_a_wrong_name_is_told_of(check: Check, project: Project) -> None:
    (project.folder / "Cat Cow.yml").write_text("title: A")
    done = check("exercises/Cat Cow.yml")
    assert done.returncode == 1
    assert done.stdout.startswith("exercises/Cat Cow.yml:1:1: error: 'Cat Cow.yml' is not named <id>.yml")


def test_annotations_in_a_workflow(check: Check, project: Project) -> None:
    project.edit("effort", "effort", "_vocabulary/types")
    place = project.edit("sets: 2-3, every", "sets: 2-3, effort: ▶20-50 %, every")
    (project.folder / "a,b: c.yml").write_text("title: A")
    line, column = str(place).split(":")
    done = check(GITHUB_ACTIONS="true")
    assert done.returncode == 1
    first, second = done.stdout.splitlines()
    assert first.startswith("::error file=exercises/a%2Cb%3A c.yml,line=1,col=1::'a,b: c.yml' is not named")
    assert second == (
        f"::error file={path_of(FOUNDING)},line={line},col={column}"
        "::'effort' belongs to pnf, not to static; take it out"
    )


def test_a_percent_sign_in_an_annotation(check: Check, project: Project) -> None:
    project.edit("hold: 15-30 s", "hold: 50 %")
    done = check(GITHUB_ACTIONS="true")
    assert "::hold: '50 %25' is no duration" in done.stdout


def test_no_line_can_be_forged(check: Check, project: Project) -> None:
    project.edit("type: static", 'type: "x\\n::error file=a::b"')
    (project.folder / "a\n::error::b.yml").write_text("title: A")
    done = check(GITHUB_ACTIONS="true")
    assert [line[:13] for line in done.stdout.splitlines()] == ["::error file="] * 2


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp1252"])
def test_emoji_in_a_message_on_any_terminal(encoding: str, project: Project) -> None:
    project.edit('text: "Return to the middle slowly."', 'text: "Return 🙂 slowly."')
    done = started(project.root, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert done.returncode == 1
    assert "may not stand in text" in done.stdout
    assert "Traceback" not in done.stderr


def test_a_name_that_no_encoding_knows(check: Check, project: Project) -> None:
    Path(os.fsdecode(os.fsencode(project.folder) + b"/\xff.yml")).write_text("title: A")
    for in_actions in ("false", "true"):
        done = check(GITHUB_ACTIONS=in_actions)
        assert done.returncode == 1
        assert "\\udcff.yml" in done.stdout


@pytest.mark.parametrize("arguments", [[], ["chekc"]])
def test_a_wrong_call(arguments: list[str], tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "stretchguide", *arguments],
        check=False,
        cwd=tmp_path,
        env={**ENV, "PYTHONPATH": str(ROOT / "hooks")},
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 2
    assert "usage: dev.py" in done.stderr


def test_all_swaps_stand_in_a_table(check: Check, project: Project) -> None:
    done = check("--swaps")
    assert done.returncode == 0
    page = (project.root / "build" / "swaps.html").read_text("utf-8")
    assert "http:" not in page
    assert "https:" not in page
    swaps = [each for part in swap_sheet.tables(sample_library()) for each in part.rows]
    assert page.count("<tr>") == len(swaps) + page.count("<thead>")
    assert {each.origin for each in swaps} == {"version", "named", "derived", "none"}
    assert sum(each.caution.id == "balance" for each in swaps) == page.count("<b>Poor balance or risk of falls</b>")
