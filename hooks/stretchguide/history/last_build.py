"""The last build: what it was made of and what it made. Where neither has changed since, there is nothing to build.

``dev.py`` asks before it starts anything, so nothing is imported here that takes long. What a build is made of is all
that the project holds, by its content, and what the machine adds: settings of the environment, installed packages, the
history that git knows, and the day, since records grow old.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import os
import re
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import NamedTuple

from stretchguide.gallery.store import Store
from stretchguide.history.contents import NO_SOURCES, as_bytes, entries, packages
from stretchguide.history.git import NoGit, git

CACHE = Path(".cache", "builds")
"""Where it is remembered, relative to the project. Deleting it costs nothing but time."""

INPUTS = "STRETCHGUIDE_INPUTS"
"""By this name the environment tells a build the hash of what it is made of, taken before it began."""

_ASKED_FOR = re.compile(rb"""["']([A-Z][A-Z0-9_]+)["']""")
_IN_SETTINGS = re.compile(rb"!ENV\b\s*([^\n]*)")
_NAME = re.compile(rb"[A-Za-z_]\w*")
_ALWAYS = re.compile(r"SOURCE_DATE_EPOCH|TZ|LANG|LC_\w+|GIT_\w+|PYTHON\w+")
"""Variables of the environment that matter whoever asks for them: of dates, languages, git and Python."""


class LastBuild(NamedTuple):
    """A build that nothing was wrong with."""

    site: str
    """The folder of the site."""
    outputs: str
    """A hash of all that stands there."""
    said: tuple[str, ...]
    """What it told of the records: a line each."""


def standing(root: Path, inputs: str) -> LastBuild | None:
    """The last build, where it was made of these inputs and its site stands as it was left; else None."""
    kept = Store(root / CACHE, inputs).get("site")
    try:
        last = LastBuild(str(kept["site"]), str(kept["outputs"]), tuple(map(str, kept["said"])))
        return last if outputs(Path(last.site)) == last.outputs else None
    except (TypeError, KeyError, OSError):
        return None


def remember(root: Path, inputs: str, site: Path, said: Sequence[str]) -> None:
    """Keep what a build has made of its inputs; what was kept of the one before goes."""
    Store(root / CACHE, inputs).put("site", LastBuild(str(site), outputs(site), tuple(said))._asdict())


def inputs(root: Path, venv: Path, arguments: Sequence[str]) -> str:
    """A hash, 32 hexadecimal digits, of all that a build with these arguments is made of. Raises OSError."""
    digest, asked_for = hashlib.sha256(), set[bytes]()
    for name, entry in entries(str(root), _left_out(root, arguments)):
        content = Path(entry).read_bytes() if entry.is_file() else b""
        digest.update(as_bytes(name, len(content), entry.stat().st_mode))
        digest.update(content)
        if name.endswith(".py"):
            asked_for.update(_ASKED_FOR.findall(content))
        elif name.endswith((".yml", ".yaml")) and "/" not in name:
            asked_for.update(word for said in _IN_SETTINGS.findall(content) for word in _NAME.findall(said))
    names = {name.decode() for name in asked_for}
    environment = {name: value for name, value in os.environ.items() if name in names or _ALWAYS.fullmatch(name)}
    day = str(datetime.date.today())
    digest.update(as_bytes(str(root), arguments, sorted(environment.items()), _packages(venv), _history(root), day))
    return digest.hexdigest()[:32]


def outputs(site: Path) -> str:
    """A hash of the files of a site: their names, sizes and times. Raises OSError."""
    digest = hashlib.sha256()
    for name, entry in entries(str(site)):
        if not entry.is_dir():
            digest.update(as_bytes(name, entry.stat().st_size, entry.stat().st_mtime_ns))
    return digest.hexdigest()


def _left_out(root: Path, arguments: Sequence[str]) -> Collection[str]:
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("-d", "--site-dir")
    named = [parser.parse_known_args(arguments)[0].site_dir]
    named += re.findall(r"^site_dir:\s*['\"]?([^'\"#\s]+)", (root / "mkdocs.yml").read_text("utf-8"), re.M)
    return {os.path.normpath(root / name) for name in (*NO_SOURCES, *filter(None, named))}


def _packages(venv: Path) -> Sequence[str]:
    """What is installed, with its versions, and for which Python."""
    folders = [venv / "Lib" / "site-packages", *venv.glob("lib/python*/site-packages")]
    return [(venv / "pyvenv.cfg").read_text("utf-8"), *packages(folders)]


def _history(root: Path) -> Sequence[str]:
    """The commit that the days of all changes are found from, and what git will find changed since."""
    try:
        return [
            git(root, "rev-parse", "HEAD", "--is-shallow-repository"),
            git(root, "diff", "--cached", "--name-only", "HEAD"),
        ]
    except NoGit:
        return []
