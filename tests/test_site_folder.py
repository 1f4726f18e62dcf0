"""The last good site stands, whatever ends a build and whenever."""

from __future__ import annotations

import contextlib
import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from project_copy import build, can_run_dev, contents, environment, run_python
from properties import times
from records import copy_sample_project
from stretchguide.hook.adapter import Adapter
from stretchguide.hook.site_folder import SiteFolder, SiteTaken
from stretchguide.hook.staging import _cause

FEW_KILLS, KILLS = 2, 20


# The folder by itself


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    (site / "page").mkdir(parents=True)
    (site / "page" / "index.html").write_text("old")
    (site / ".git").write_text("kept")
    return site


@pytest.fixture
def folder(site: Path) -> Iterator[SiteFolder]:
    folder = SiteFolder(site)
    folder.begin()
    (folder.new / "index.html").write_text("new")
    yield folder
    folder.leave()


OLD, NEW = {"page/index.html": b"old", ".git": b"kept"}, {"index.html": b"new", ".git": b"kept"}


def test_a_site_takes_the_place_of_the_last_one_and_keeps_what_is_hidden(site: Path, folder: SiteFolder) -> None:
    assert contents(site) == OLD
    folder.put_in_place()
    folder.leave()
    assert contents(site) == NEW
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_build_that_is_given_up_leaves_nothing(site: Path, folder: SiteFolder) -> None:
    folder.leave()
    assert contents(site) == OLD
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_the_first_site_has_none_before_it(tmp_path: Path) -> None:
    folder = SiteFolder(tmp_path / "deep" / "site")
    folder.begin()
    (folder.new / "index.html").write_text("new")
    folder.put_in_place()
    folder.leave()
    assert contents(tmp_path / "deep") == {"site/index.html": b"new"}


class Stop(BaseException):
    """The process is killed."""


@pytest.mark.parametrize("steps", range(6))
def test_the_next_build_mends_whatever_a_stop_between_two_steps_has_left(
    site: Path, folder: SiteFolder, steps: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each renaming is a step; so is each deletion, which may have got to half of it."""
    left = steps

    def counted(action: Callable[..., object], name: str) -> None:
        def step(*arguments: object, **named: object) -> object:
            nonlocal left
            left -= 1
            if left < 0:
                raise Stop
            return action(*arguments, **named)

        monkeypatch.setattr(f"stretchguide.hook.site_folder.{name}", step)

    for name in ("_rename", "_delete"):
        counted(getattr(sys.modules[SiteFolder.__module__], name), name)
    with contextlib.suppress(Stop):
        folder.put_in_place()
    monkeypatch.undo()
    stopped = contents(site) if site.exists() else None
    assert stopped in (OLD, None, NEW, {"index.html": b"new"})
    folder.leave()
    again = SiteFolder(site)
    again.begin()
    assert contents(site) == (OLD if stopped in (OLD, None) else NEW)
    assert contents(again.beside) == {"lock": b""}
    again.leave()


def test_what_is_left_of_an_old_site_never_comes_back(site: Path) -> None:
    folder = SiteFolder(site)
    shutil.copytree(site, folder.rest)
    shutil.rmtree(site)
    folder.begin()
    folder.leave()
    assert not site.exists()


def test_a_site_that_cannot_be_moved_is_written_over(
    site: Path, folder: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path == site:
            raise OSError("Device or resource busy")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    place = site.stat().st_ino
    folder.put_in_place()
    assert contents(site) == NEW
    assert not (site / "page").exists()
    assert site.stat().st_ino == place


def test_a_link_to_the_site_stays_one(site: Path) -> None:
    link = site.parent / "link"
    try:
        link.symlink_to(site, target_is_directory=True)
    except OSError:
        pytest.skip("this system makes no links")
    folder = SiteFolder(link)
    folder.begin()
    folder.put_in_place()
    folder.leave()
    assert link.is_symlink()
    assert contents(site) == {".git": b"kept"}


HOLD = """
import sys, time
from pathlib import Path
from stretchguide.hook.site_folder import SiteFolder
folder = SiteFolder(Path(sys.argv[1]))
folder.begin()
print("begun", flush=True)
time.sleep(600)
"""


@contextlib.contextmanager
def another_build(site: Path) -> Iterator[subprocess.Popen[bytes]]:
    env = environment(PYTHONPATH=os.pathsep.join(sys.path))
    with subprocess.Popen([sys.executable, "-c", HOLD, str(site)], env=env, stdout=subprocess.PIPE) as process:
        try:
            assert process.stdout
            assert process.stdout.readline().strip() == b"begun"
            yield process
        finally:
            process.kill()


def test_one_build_at_a_time_and_a_killed_one_holds_nobody_back(site: Path) -> None:
    with another_build(site) as process:
        with pytest.raises(SiteTaken):
            SiteFolder(site).begin()
        process.kill()
        process.wait()
        folder = SiteFolder(site)
        folder.begin()
        folder.leave()


# Real builds


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return can_run_dev(copy_sample_project(tmp_path_factory.mktemp("sample") / "project"))


def test_a_second_build_in_the_same_folder_is_told_in_a_sentence(project: Path) -> None:
    (project / "site").mkdir(exist_ok=True)
    with another_build(project / "site"):
        before = contents(project / "site")
        done = build(project)
    assert done.returncode != 0
    assert f"another build writes to site{os.sep} just now; wait until it has ended" in done.stderr
    assert "Traceback" not in done.stderr
    assert contents(project / "site") == before


def test_a_folder_beside_which_nothing_can_be_written_is_built_in_its_place(project: Path, tmp_path: Path) -> None:
    (tmp_path / ".site.building").write_text("a file in the way")
    done = build(project, "-d", str(tmp_path / "site"))
    assert done.returncode == 0, done.stderr
    assert "so the site is made in its place" in done.stderr
    assert (tmp_path / "site" / "index.html").is_file()


def test_a_disk_that_is_full_or_not_to_be_written_is_told_in_a_sentence() -> None:
    full = OSError(errno.ENOSPC, "No space left on device", "site/index.html")
    with pytest.raises(
        PluginError, match=r"^site/index.html cannot be written or read \(No space left on device\); mend"
    ):
        Adapter().on_build_error(error=full)
    Adapter().on_build_error(error=ValueError())
    copies = shutil.Error([("a", "b", "no space: b"), ("c", "d", "no space: d")])
    assert (_cause(copies), _cause(OSError("x"))) == ("no space: b", "x")


WATCHED = """
import hashlib, sys
from pathlib import Path
from mkdocs.__main__ import cli

site, old, steps, is_looking = Path("site"), Path(".site.building", "old"), 0, False

def look(event, _):
    global steps, is_looking
    if is_looking or event not in ("os.rename", "os.remove", "os.mkdir", "open"):
        return
    steps += 1
    if event == "os.rename" or steps % 200 == 0:
        is_looking = True
        print(digest(site if site.exists() else old), flush=True)
        is_looking = False

def digest(folder):
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    held = [(path.relative_to(folder).as_posix(), path.read_bytes()) for path in files]
    return hashlib.sha256(repr(held).encode()).hexdigest()

sys.addaudithook(look)
cli(["build"], standalone_mode=False)
print(digest(site))
"""
"""Builds, and says before each renaming, and now and then before other steps, what a process that is killed right there
would leave: the site, or the one that waits to be put back."""


@pytest.mark.timeout(1200)
@pytest.mark.skipif(sys.platform == "win32", reason="only whole groups of processes are killed here")
def test_a_build_that_is_killed_at_any_moment_leaves_a_whole_site(project: Path) -> None:
    """Two sites take turns, at different addresses: each time the folder holds one of them, whole."""
    addresses = ["https://example.org/one/", "https://example.org/two/"]
    begun = time.monotonic()
    done = run_python(project, "dev.py", "build", SITE_URL=addresses[0])
    seconds = time.monotonic() - begun
    assert done.returncode == 0, done.stderr
    sites = [contents(project / "site")]
    done = run_python(project, "-c", WATCHED, SITE_URL=addresses[1])
    assert done.returncode == 0, done.stderr
    sites.append(contents(project / "site"))
    left = done.stdout.split()
    assert left == sorted(left, key=[left[0], left[-1]].index), "first one site, then the other, and nothing between"
    assert left.count(left[0]) > 10
    chance = random.Random(13)
    for number in range(times(FEW_KILLS, KILLS)):
        address = addresses[number % 2]
        # Half of them near the end, where the site is put in its place.
        kill(project, address, chance.uniform(*((0, 1) if number % 2 else (0.9, 1.05))) * seconds)
        if not (project / "site").exists():  # In between of both: the next build begins with this.
            folder = SiteFolder(project / "site")
            folder.begin()
            folder.leave()
        assert contents(project / "site") in sites, f"after kill {number}"
    done = run_python(project, "dev.py", "build", "--force", SITE_URL=addresses[0])  # What one left, the next clears.
    assert done.returncode == 0, done.stderr
    assert contents(project / "site") == sites[0]
    assert not (project / ".site.building").exists()


def kill(project: Path, address: str, seconds: float) -> None:
    """Kill a build after so many seconds, unless it has ended before."""
    process = subprocess.Popen(
        [sys.executable, "dev.py", "build"],
        cwd=project,
        env=environment(SITE_URL=address),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(seconds)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
