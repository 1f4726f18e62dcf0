"""A new record from the template: good from the first minute but for the words that are still to be written."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml

from project_copy import ROOT, run_core
from records import Project, copy_sample_project
from stretchguide.commands import cli
from stretchguide.commands.new_record import TEMPLATE, TITLE, CannotBegin, begin, id_of
from stretchguide.format import limits
from stretchguide.format.records import Exercise
from stretchguide.rules.template import TO_WRITE


@pytest.fixture
def project(tmp_path: Path) -> Project:
    copied = Project.copied(tmp_path)
    (tmp_path / TEMPLATE).parent.mkdir(parents=True)
    shutil.copy2(ROOT / TEMPLATE, tmp_path / TEMPLATE)
    return copied


def test_the_command_writes_a_record_that_passes_the_check(tmp_path: Path) -> None:
    project = copy_sample_project(tmp_path / "project")
    done = run_core(project, "new", "Child’s Pose, wide")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("exercises/childs-pose-wide.yml is written. Next:\n")
    assert "dev.py check" in done.stdout
    checked = run_core(project, "check")
    assert checked.returncode == 0
    lines = checked.stdout.splitlines()
    assert lines
    assert [line for line in lines if not line.startswith("exercises/childs-pose-wide.yml:")] == []
    assert [line for line in lines if ": warning: " not in line] == []


def test_only_what_is_to_be_written_is_warned_of(project: Project) -> None:
    path = begin(project.root, "A new one")
    text = (project.root / path).read_text("utf-8")
    lines = project.lines()
    assert len(lines) == text.casefold().count(TO_WRITE) - 1, "one stands in a comment"
    assert all("is still the template's; write your own" in line for line in lines)


def test_the_record_has_the_title_and_its_page_can_be_made(project: Project) -> None:
    begin(project.root, "A new one")
    library = project.read().library
    assert library is not None
    assert library.guides["a-new-one"].record.title == "A new one"


@pytest.mark.parametrize(
    "title", ["Yes", "A: b", "# No", "'Quoted'", '"Quoted" two', "- a", "90 degrees, [a] & *b*", "Über"]
)
def test_any_title_is_read_back_as_it_was_typed(project: Project, title: str) -> None:
    try:
        path = begin(project.root, title)
    except CannotBegin:
        assert title.startswith("9")
        return
    assert yaml.safe_load((project.root / path).read_text("utf-8"))["title"] == title


@pytest.mark.parametrize(
    ("title", "id"),
    [
        ("Child's Pose", "childs-pose"),
        ("  Wide -- legged  Fold ", "wide-legged-fold"),
        ("Düsseldorf Twist", "dusseldorf-twist"),
        ("Pose 2", "pose-2"),
        ("Łódź Rest", "lodz-rest"),
        ("Ærø Twist", "aero-twist"),
        ("Straße", "strasse"),
    ],
)
def test_the_id_of_a_title(title: str, id: str) -> None:
    assert id_of(title) == id


@pytest.mark.parametrize(
    "title", ["", "   ", "90/90", "伸展", "Cat поза", "Con", "x" * 61, "A\x1b[31m", "../../etc", "."]
)
def test_a_bad_name_is_refused_in_one_line(project: Project, title: str) -> None:
    before = sorted(path.name for path in project.folder.iterdir())
    if title == "../../etc":
        assert begin(project.root, title) == Path("exercises/etc.yml")
        return
    with pytest.raises(CannotBegin) as caught:
        begin(project.root, title)
    assert "\n" not in str(caught.value)
    assert "\x1b" not in str(caught.value)
    assert sorted(path.name for path in project.folder.iterdir()) == before


@pytest.mark.parametrize("title", ["90/90", "伸展", "Con"])
def test_any_title_can_have_an_id_that_somebody_chose(project: Project, title: str) -> None:
    assert begin(project.root, title, "hip-switch") == Path("exercises/hip-switch.yml")
    assert yaml.safe_load(project.text("hip-switch"))["title"] == title


def test_a_record_can_begin_as_one_that_is_like_it(project: Project) -> None:
    like = "upper-back-trunk-rotation"
    project.edit("title: Upper", "formerly: [old-twist]\ntitle: Upper")
    path = begin(project.root, "Twist: a new one", like=like)
    made, other = (yaml.safe_load(project.text(id)) for id in (path.stem, like))
    assert made["title"] == "Twist: a new one"
    assert {key for key in other if key not in made} == {"formerly", "also_known_as"}
    own = {key for key in made if made[key] != other[key]}
    assert own == {"title", "tagline", "purpose", "intro", "review"}
    assert made["review"]["status"] == "draft"
    assert {"error" in line for line in project.lines() if path.stem in line} == {False}
    with pytest.raises(CannotBegin, match="no record 'cat-cwo'; did you mean 'cat-cow'"):
        begin(project.root, "Another", like="cat-cwo")


@pytest.mark.parametrize("id", ["Hip", "9-lives", "../etc", "index", "a" * 61])
def test_an_id_that_nobody_can_have_is_refused(project: Project, id: str) -> None:
    with pytest.raises(CannotBegin):
        begin(project.root, "A new one", id)
    assert not (project.folder / f"{id}.yml").exists()


def test_an_id_that_is_taken_is_refused_and_kept(tmp_path: Path) -> None:
    project = copy_sample_project(tmp_path / "project")
    before = (project / "exercises" / "cat-cow.yml").read_bytes()
    done = run_core(project, "new", "Cat Cow")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "exercises/cat-cow.yml is there already; change that file, or choose another name\n"
    assert (project / "exercises" / "cat-cow.yml").read_bytes() == before


def test_a_link_is_not_followed(project: Project, tmp_path: Path) -> None:
    (project.folder / "a-link.yml").symlink_to(tmp_path / "elsewhere.yml")
    with pytest.raises(CannotBegin, match="is there already"):
        begin(project.root, "A link")
    assert not (tmp_path / "elsewhere.yml").exists()


def test_a_folder_that_is_gone_is_one_line(tmp_path: Path, project: Project) -> None:
    shutil.rmtree(project.folder)
    with pytest.raises(CannotBegin, match=r"cannot be written \(No such file or directory\)$"):
        begin(project.root, "A new one")


@pytest.mark.parametrize("arguments", [[], ["--wide"]])
def test_new_without_a_name_says_what_it_needs(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        cli.main(["new", *arguments])
    assert 'dev.py new "Name of the stretch"\n' in capsys.readouterr().err


def test_a_name_needs_no_quotes(tmp_path: Path) -> None:
    project = copy_sample_project(tmp_path / "project")
    assert run_core(project, "new", "Cow", "Cat").returncode == 0
    assert "\ntitle: Cow Cat\n" in (project / "exercises" / "cow-cat.yml").read_text("utf-8")


# The template


def test_the_template_says_the_limits_as_they_are() -> None:
    text = (ROOT / TEMPLATE).read_text("utf-8")
    assert re.findall(r"(\d+) words at most", text) == [str(limits.INTRO_WORDS)]
    assert re.findall(r"(\d+) to (\d+) steps", text) == [tuple(map(str, limits.STEPS))]


def test_the_template_shows_every_key_that_most_records_have() -> None:
    text = (ROOT / TEMPLATE).read_text("utf-8")
    assert f"\ntitle: {TITLE}\n" in text
    rare = {"formerly", "instead_if", "no_floor_free", "distinct_from"}
    shown = {key for key in Exercise.model_fields if f"\n{key}: " in text or f"\n{key}:\n" in text}
    in_comments = {key for key in Exercise.model_fields if f"\n# {key}: " in text}
    assert not shown & in_comments
    assert shown | in_comments == set(Exercise.model_fields) - rare
    assert {key for key, field in Exercise.model_fields.items() if field.is_required()} <= shown


@pytest.mark.parametrize("title", ["Con", "Index", "LPT1"])
def test_a_name_that_systems_keep_begins_nothing(title: str, project: Project) -> None:
    with pytest.raises(CannotBegin, match="is a name that systems keep for themselves; choose another id"):
        begin(project.root, title)
