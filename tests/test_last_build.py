"""Where nothing has changed there is nothing to build, and whatever changes is seen."""

from __future__ import annotations

import datetime
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import dev
from project_copy import ROOT, Ended, build, replace_once, run_python
from records import FOUNDING, copy_sample_project
from stretchguide.history import last_build

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-in for Python is a shell script")

SETTING = "MY_OWN_SETTING"
AT_HOME = {"CI": ""}
"""This is what is tested, wherever the tests run."""
STANDS, BUILDS = "Nothing has changed since ", "a build begins\n"


def dev_build(project: Path, *arguments: str, **more: str) -> Ended:
    return run_python(project, "dev.py", "build", *arguments, **{**AT_HOME, **more})


def git(project: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org")
    subprocess.run(["git", *who, *arguments], cwd=project, check=True, capture_output=True)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a history, built by `dev.py`; then a stand-in takes the place of Python, to see who starts it."""
    project = copy_sample_project(tmp_path_factory.mktemp("sample") / "project")
    for name in ("dev.py", *dev.LOCKS.values(), ".gitignore"):
        shutil.copy2(ROOT / name, project / name)
    replace_once(project / "mkdocs.yml", "extra:", f"extra:\n  mine: !ENV [OTHER_SETTING, {SETTING}, none]")
    python = own_packages(project / ".venv")
    git(project, "init", "-q")
    git(project, "add", ".")
    git(project, "commit", "-q", "-m", "All")
    git(project, "gc", "-q")  # Fewer files to copy.
    done = dev_build(project)
    assert done.returncode == 0, done.stderr
    assert "Documentation built" in done.stderr
    python.unlink()
    python.write_text(f"#!/bin/sh\nprintf '{BUILDS.strip()}\\n'\n")
    python.chmod(0o755)
    return project


def own_packages(venv: Path) -> Path:
    """Set up a `.venv` with the packages of this process, to which others may be added; return its Python."""
    site_packages = Path(pytest.__file__).parents[1]
    ours = venv / site_packages.relative_to(sys.prefix)
    ours.mkdir(parents=True)
    for path in site_packages.iterdir():
        (ours / path.name).symlink_to(path)
    for name in ("pyvenv.cfg", "stretchguide-lock"):
        shutil.copy2(Path(sys.prefix, name), venv / name)
    python = venv / "bin" / "python"
    python.parent.mkdir()
    python.symlink_to(os.path.realpath(sys.executable))
    return python


def test_where_nothing_has_changed_nothing_is_built(built: Path) -> None:
    done = dev_build(built)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{STANDS}{built / 'site'} was built, so it stands (--force builds it again).\n"


def test_what_is_no_input_is_no_change(built: Path) -> None:
    record = built / "exercises" / f"{FOUNDING}.yml"
    record.write_bytes(record.read_bytes())
    for folder in (".cache", "build", "hooks/__pycache__", "tests"):
        (built / folder).mkdir(exist_ok=True)
        (built / folder / "litter.py").write_text("")
    git(built, "checkout", "-q", "-b", "another-name")
    git(built, "status")
    assert dev_build(built, UNHEARD_OF="1").stdout.startswith(STANDS)


def edited(path: str, old: str = "\n", new: str = "\n\n") -> Callable[[Path], object]:
    return lambda project: replace_once(project / path, old, new)


def added(path: str) -> Callable[[Path], object]:
    return lambda project: (project / path).write_text("")


def in_git(*arguments: str) -> Callable[[Path], None]:
    return lambda project: git(project, *arguments)


def spoilt(text: str | None) -> Callable[[Path], None]:
    def spoil(project: Path) -> None:
        stamp = stamp_of(project)
        whole = stamp.read_text("utf-8")
        stamp.write_text(whole[: len(whole) // 2] if text is None else text, "utf-8")

    return spoil


def stamp_of(project: Path) -> Path:
    return next(path for path in (project / last_build.CACHE).rglob("*") if path.is_file())


CHANGES: dict[str, Callable[[Path], object]] = {
    "a record": edited(f"exercises/{FOUNDING}.yml"),
    "a letter of a record": edited(f"exercises/{FOUNDING}.yml", "e", "a"),
    "a new record": added("exercises/another.yml"),
    "a record less": lambda project: (project / f"exercises/{FOUNDING}.yml").unlink(),
    "a folder among the records": lambda project: (project / "exercises" / "folder").mkdir(),
    "a vocabulary": edited("exercises/_vocabulary/muscles.yml"),
    "a routine": edited("exercises/_routines/desk-break.yml"),
    "a page by hand": edited("docs/how-to-use.md"),
    "a settings file of a plugin": added("docs/.pages"),
    "a style sheet": edited("docs/stylesheets/figures.css"),
    "a template of pages": edited("overrides/pages/exercise.md"),
    "a template of the theme": edited("overrides/main.html"),
    "code": edited("hooks/stretchguide/pages/site.py"),
    "the hook": edited("hooks/build.py"),
    "the settings": edited("mkdocs.yml"),
    "the settings they stand on": edited("mkdocs.base.yml"),
    "a new package": lambda project: own_package(project, "more-1.0.dist-info").mkdir(),
    "another Python": edited(".venv/pyvenv.cfg"),
    "a commit": in_git("commit", "-q", "--allow-empty", "-m", "More"),
    "what git keeps": in_git("rm", "-q", "--cached", "docs/how-to-use.md"),
    "an output": edited("site/index.html"),
    "an output of the same length": lambda project: (project / "site" / "index.html").write_bytes(
        (project / "site" / "index.html").read_bytes()[::-1]
    ),
    "an output less": lambda project: (project / "site" / "search" / "index.json").unlink(),
    "an output more": added("site/more.html"),
    "no site": lambda project: (project / "site").rename(project / "elsewhere"),
    "no stamp": lambda project: stamp_of(project).unlink(),
    "a stamp cut short": spoilt(None),
    "an empty stamp": spoilt(""),
    "another stamp": spoilt("{}"),
}


def own_package(project: Path, name: str) -> Path:
    return next((project / ".venv" / "lib").glob("python*/site-packages")) / name


@pytest.fixture(scope="module")
def backup(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shutil.copytree(built, tmp_path_factory.mktemp("backup") / "project", symlinks=True)


@pytest.fixture
def changing(built: Path, backup: Path) -> Iterator[Path]:
    """The project, which is as it was after the test, times and rights included."""
    yield built
    was, now = state(backup), state(built)
    for name in sorted(now.keys() - was.keys(), reverse=True):
        path = built / name
        path.rmdir() if path.is_dir() else path.unlink()
    for name in sorted(was):
        if now.get(name) != was[name]:
            mend(built / name, backup / name)


def state(folder: Path) -> dict[str, tuple[int, ...]]:
    """What is in a folder; files with their mode, size and time."""
    found = {}
    for parent, folders, files in os.walk(folder):
        for path in (Path(parent, name) for name in (*folders, *files)):
            has = path.lstat()
            is_file = not path.is_dir() or path.is_symlink()
            found[str(path.relative_to(folder))] = (has.st_mode, *((has.st_size, has.st_mtime_ns) * is_file))
    return found


def mend(path: Path, whole: Path) -> None:
    if whole.is_dir() and not whole.is_symlink():
        path.mkdir()
    else:
        shutil.copy2(whole, path, follow_symlinks=False)


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_means_a_build(changing: Path, change: str) -> None:
    assert dev_build(changing).stdout.startswith(STANDS)
    CHANGES[change](changing)
    assert dev_build(changing).stdout == BUILDS


@pytest.mark.parametrize("name", ["SITE_URL", "GITHUB_REPOSITORY", SETTING, "SOURCE_DATE_EPOCH", "CI"])
def test_a_variable_that_a_build_asks_for_means_a_build(built: Path, name: str) -> None:
    assert dev_build(built, **{name: "https://example.org/"}).stdout == BUILDS
    assert dev_build(built).stdout.startswith(STANDS)


@pytest.mark.parametrize("arguments", [("--force",), ("-d", "elsewhere"), ("--dirty",)], ids=" ".join)
def test_other_arguments_mean_a_build(built: Path, arguments: tuple[str, ...]) -> None:
    assert dev_build(built, *arguments).stdout == BUILDS


def inputs(project: Path) -> str:
    return last_build.inputs(project, project / ".venv", [])


def test_another_day_is_another_input(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Tomorrow(datetime.date):
        @classmethod
        def today(cls) -> Tomorrow:
            return cls.fromtimestamp(datetime.datetime.now().timestamp() + 86400)

    before = inputs(built)
    assert inputs(built) == before
    monkeypatch.setattr(last_build.datetime, "date", Tomorrow)  # type: ignore[attr-defined]
    assert inputs(built) != before


@pytest.mark.parametrize("change", [edited("requirements.txt"), lambda project: (project / "dev.py").chmod(0o777)])
def test_the_lock_and_the_rights_of_files_are_inputs(changing: Path, change: Callable[[Path], object]) -> None:
    before = inputs(changing)
    change(changing)
    assert inputs(changing) != before


@pytest.mark.parametrize("named", [["-d", "public"], ["--site-dir=public"], []], ids=" ".join)
def test_a_site_in_the_project_is_no_input(changing: Path, named: list[str]) -> None:
    (changing / "public").mkdir()
    if not named:
        replace_once(changing / "mkdocs.yml", "site_name:", "site_dir: public\nsite_name:")
    before = last_build.inputs(changing, changing / ".venv", named)
    (changing / "public" / "index.html").write_text("")
    assert last_build.inputs(changing, changing / ".venv", named) == before


def test_a_project_without_git_is_one_as_well(changing: Path) -> None:
    before = inputs(changing)
    shutil.rmtree(changing / ".git")
    assert before != inputs(changing) == inputs(changing)


def test_what_a_build_told_is_told_again(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    last_build.remember(tmp_path, "a" * 32, tmp_path / "site", ["exercises/x.yml:1:1: warning: long"])
    last = last_build.standing(tmp_path, "a" * 32)
    assert last is not None
    assert last.said == ("exercises/x.yml:1:1: warning: long",)
    assert last_build.standing(tmp_path, "b" * 32) is None
    (tmp_path / "site").rmdir()
    assert last_build.standing(tmp_path, "a" * 32) is None


def test_of_two_builds_the_last_is_remembered(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    for version in ("a" * 32, "b" * 32):
        last_build.remember(tmp_path, version, tmp_path / "site", [])
    assert [path.name for path in (tmp_path / last_build.CACHE).iterdir()] == ["b" * 32]


def test_a_project_whose_sources_lie_elsewhere_is_always_built(changing: Path, tmp_path: Path) -> None:
    """Nobody would see a change there."""
    shutil.rmtree(changing / last_build.CACHE)
    shutil.copytree(changing / "docs", tmp_path / "docs")
    replace_once(changing / "mkdocs.yml", "theme:", f"docs_dir: {tmp_path / 'docs'}\ntheme:")
    done = build(changing, "--strict", **{last_build.INPUTS: "a" * 32})
    assert done.returncode == 0, done.stderr
    assert not (changing / last_build.CACHE).exists()


def test_little_is_imported_for_it() -> None:
    program = "import sys; from stretchguide.history import last_build; print(*sys.modules)"
    modules = set(run_python(ROOT, "-S", "-c", program, PYTHONPATH=str(ROOT / "hooks")).stdout.split())
    ours = {name for name in modules if name.startswith("stretchguide.")}
    store = {"stretchguide.gallery", "stretchguide.gallery.store"}
    modules_of_history = ("", ".contents", ".git", ".last_build")
    assert ours - store == {f"stretchguide.history{name}" for name in modules_of_history}
    assert not modules & {"yaml", "pydantic", "mkdocs", "jinja2", "dataclasses", "inspect"}
