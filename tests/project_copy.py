"""A copy of the project in a folder of its own, for tests that break it, build it or serve it."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import cache_from_source
from pathlib import Path

from pages_server import PagesServer, PagesSite
from stretchguide.gallery import body, gallery
from stretchguide.hook import bodies
from stretchguide.pages import compiled, qr
from stretchguide.project import VERDICTS

ROOT = Path(__file__).resolve().parent.parent
KEPT = (gallery.CACHE, body.CACHE)
"""What copies share with this project: the figures that are drawn, and the body that they are drawn from."""
MADE = (bodies.CACHE, compiled.CACHE, qr.CACHE, VERDICTS)
"""What a build throws away if it is not used: each copy begins with its own, as the sample library's site left it."""
AS_LEFT = ROOT / ".cache" / "sample"
GENERATOR = {"docs": "*.md", "hooks": "__pycache__", "overrides": "__pycache__"}
"""Its folders, each with what is left out; what stands in `docs` beside the pages makes how the site looks."""
CONTENT = ["docs", "exercises"]
FILES = ["mkdocs.yml", "mkdocs.base.yml", "requirements-body.txt"]

# Left out, so that a test sees the same on a desk and in a workflow.
SET_ELSEWHERE = [
    *("CI", "SITE_URL", "GITHUB_REPOSITORY", "GITHUB_SERVER_URL", "GITHUB_ACTIONS", "PYTHONPATH"),
    # A copy keeps its bytecode beside its code, and goes with it.
    *("PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX"),
]

Ended = subprocess.CompletedProcess[str]


def copy_project(target: Path, content: Path, *, has_figures: bool = True) -> Path:
    """Copy what the site is made from to the folder `target`, which is made, with the records and pages of `content`.

    Without figures, it draws all anew.
    """
    target.mkdir(parents=True)
    copy_generator(target)
    for name in CONTENT:
        shutil.copytree(content / name, target / name, dirs_exist_ok=True)
    for name in FILES:
        shutil.copy2(ROOT / name, target / name)
    share_figures(target)
    if not has_figures:
        draw_anew(target)
    return target


def copy_generator(target: Path, *names: str) -> None:
    """Copy its folders, or some, with the bytecode of this process: what each start of a copy would compile anew."""
    for name in names or GENERATOR:
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns(GENERATOR[name]))
    for source in (target / "hooks").rglob("*.py"):
        compiled_here = Path(cache_from_source(str(ROOT / source.relative_to(target))))
        if compiled_here.is_file():
            beside = source.parent / "__pycache__"
            beside.mkdir(exist_ok=True)
            shutil.copyfile(compiled_here, beside / compiled_here.name)


def share_figures(project: Path) -> None:
    """Let a copy find the figures that this project has drawn, and keep its own there: each is drawn once for all.

    So it is with the body that they are drawn from. Only a copy with the same engine may: another would throw them
    away. Where the system makes no links, as some Windows do not, the copy draws its own.
    """
    for folder in KEPT:
        kept, link = ROOT / folder, project / folder
        kept.mkdir(parents=True, exist_ok=True)
        link.parent.mkdir(exist_ok=True)
        with contextlib.suppress(OSError):
            link.symlink_to(kept, target_is_directory=True)


def take_made(project: Path) -> Path:
    """Let a copy find what the build of the sample library has made, where there was one: most of its own is there."""
    for folder in MADE:
        with contextlib.suppress(OSError):  # None was built yet, or it is made anew just now.
            shutil.copytree(AS_LEFT / folder, project / folder)
    return project


def leave_made(project: Path) -> Path:
    """Let the copies that come after find what is made in this one."""
    for folder in MADE:
        (AS_LEFT / folder).mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(OSError):
            (project / folder).symlink_to(AS_LEFT / folder, target_is_directory=True)
    return project


def draw_anew(project: Path) -> None:
    """Let a copy draw its own figures, as another engine must, from a body of its own, which it may pack anew."""
    (project / gallery.CACHE).unlink(missing_ok=True)
    shutil.rmtree(project / VERDICTS, ignore_errors=True)  # Those on figures need none to be drawn.
    without_body(project)
    shutil.copytree(ROOT / body.CACHE, project / body.CACHE)


def without_body(project: Path) -> None:
    """Let a copy have no body, as a project that nobody has set up."""
    (project / body.CACHE).unlink(missing_ok=True)


def can_run_dev(project: Path) -> Path:
    """Let a copy run `dev.py`, which finds set up what this process runs in."""
    for name in ("dev.py", "requirements.txt", "requirements-dev.txt"):
        shutil.copy2(ROOT / name, project / name)
    (project / ".venv").symlink_to(sys.prefix, target_is_directory=True)
    return project


def environment(**more: str) -> dict[str, str]:
    env = {name: value for name, value in os.environ.items() if name not in SET_ELSEWHERE}
    return {**env, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", **more}


def run_python(folder: Path, *arguments: str, **more: str) -> Ended:
    """Run Python in a folder, with `more` in its environment."""
    return subprocess.run(
        [sys.executable, *arguments],
        check=False,
        cwd=folder,
        env=environment(**more),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
    )


def build(project: Path, *arguments: str, **more: str) -> Ended:
    """`mkdocs build`; the site is written to the project's `site`."""
    return run_python(project, "-m", "mkdocs", "build", *arguments, **more)


@contextlib.contextmanager
def built_and_served(project: Path) -> Iterator[PagesSite]:
    """The site of a project as GitHub Pages would serve it."""
    site = PagesServer(project / "site", "/stretchguide/")
    done = build(project, "--strict", SITE_URL=site.url)
    assert done.returncode == 0, done.stderr
    site.start()
    yield site
    site.stop()


def run_core(project: Path, *arguments: str, **more: str) -> Ended:
    """The command line of the project's own `hooks/stretchguide`."""
    return run_python(project, "-m", "stretchguide", *arguments, PYTHONPATH=str(project / "hooks"), **more)


def contents(folder: Path) -> dict[str, bytes]:
    """What the files of a folder hold, by their names from there."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def replace_once(path: Path, old: str, new: str) -> None:
    """Change the first `old` of a file, which must be there."""
    text = path.read_text("utf-8")
    assert old in text, f"{path.name} does not hold {old!r}"
    path.write_text(text.replace(old, new, 1), "utf-8", newline="\n")
