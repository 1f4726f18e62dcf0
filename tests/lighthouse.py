"""What Lighthouse says of the site on a phone: `python3 dev.py lighthouse [ADDRESS ...]`.

An optional task: Lighthouse comes by npm and needs Node.js, which nothing else here does. It sees the site as GitHub
Pages serves it. What it measures of speed differs by a few points from run to run.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from playwright.sync_api import sync_playwright

import project_copy
from browser_setup import FLAGS, NoBrowser, last_lines, launch_options, root_flags
from pages_server import PagesServer
from site_pages import ROOT, fullest

PACKAGE = "lighthouse@12"
"""The newest that runs on Node 20; version 13 needs Node 22."""

OLDEST_NODE = 20
KINDS = ["./", "browse/", "exercises/*/", "routines/*/", "muscles/*/"]
"""The addresses of kinds of page; of each, the page that has most to say is looked at."""
PATIENCE = 300
"""Seconds for one page, with the time that npm takes to fetch Lighthouse."""

FLOORS = {"performance": 90, "accessibility": 100, "best-practices": 100, "seo": 100}
"""The least score of each category, in the order of the table."""

NO_NODE = (
    f"Lighthouse needs Node.js {OLDEST_NODE} or newer with npx, and {{found}}; to install it: sudo apt-get install "
    "nodejs npm (Debian, Ubuntu), brew install node (macOS), winget install OpenJS.NodeJS.LTS (Windows)."
)


class NoReport(Exception):
    """Lighthouse cannot run, or gives no answer; the text says why."""


@dataclass(frozen=True)
class Report:
    """What Lighthouse says of one page."""

    address: str
    scores: Mapping[str, int]
    """By category, up to 100."""
    bytes: int
    """What a first visit loads, as it is sent."""
    losses: tuple[str, ...]
    """One line for each audit that costs a score."""

    @property
    def is_good(self) -> bool:
        return all(self.scores[name] >= least for name, least in FLOORS.items())


def main(addresses: Sequence[str]) -> int:
    """Print the table; 1 where a score is below its floor or a page could not be judged."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            reports = list(judged(Path(folder, "site"), addresses))
    except (NoReport, NoBrowser) as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(table(reports)))
    return 0 if all(report.is_good for report in reports) else 1


def judged(folder: Path, addresses: Sequence[str]) -> Iterator[Report]:
    npx, browser = find_npx(), find_browser()
    site = PagesServer(folder, "/stretchguide/")
    built = project_copy.build(ROOT, "--strict", "--quiet", "-d", str(folder), SITE_URL=site.url)
    if built.returncode:
        raise NoReport(f"The site does not build:\n{last_lines(built.stderr)}")
    pages = [page_of(folder, address) for address in addresses] or fullest_of_each(folder)
    site.start()
    try:
        for page in pages:
            print(f"Lighthouse looks at {page} ...", file=sys.stderr, flush=True)
            yield report(page, answer(npx, browser, site.url + page))
    finally:
        site.stop()


# What it needs


def find_npx() -> str:
    node, npx = shutil.which("node"), shutil.which("npx")
    if not node or not npx:
        raise NoReport(NO_NODE.format(found="none was found"))
    version = run([node, "--version"]).stdout.strip()
    major = version.removeprefix("v").partition(".")[0]
    if not major.isdigit() or int(major) < OLDEST_NODE:
        raise NoReport(NO_NODE.format(found=f"here is {version or 'one that does not start'}"))
    return npx


def find_browser() -> str:
    found = launch_options(print).get("executable_path")
    if found is None:
        with sync_playwright() as playwright:
            found = playwright.chromium.executable_path
    if not Path(found).is_file():
        raise NoReport("Lighthouse needs a whole Chromium, Chrome or Edge: set BROWSER_PATH to the program of one.")
    return str(found)


def fullest_of_each(folder: Path) -> list[str]:
    """What is looked at when nobody says what: a fork may lack some kind of page."""
    return list(filter(None, (fullest(folder, addresses) for addresses in KINDS)))


def page_of(folder: Path, address: str) -> str:
    """An address relative to the site, as it is served: `exercises/cat-cow` has a slash behind it."""
    wanted = str(PurePosixPath(address.strip("/")))
    if (folder / wanted / "index.html").is_file():
        return f"{wanted}/"
    if wanted.endswith(".html") and (folder / wanted).is_file():
        return wanted
    raise NoReport(f"The site has no page {address!r}; an address is one such as 'browse/', seen from the home page.")


# Asking


def run(command: list[str], **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        check=False,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=PATIENCE,
        env={**os.environ, **more},
    )


def answer(npx: str, browser: str, url: str) -> dict[str, Any]:
    """Lighthouse's own report. A phone is what it pretends to be unless it is told otherwise."""
    flags = " ".join(["--headless=new", *FLAGS, *root_flags()])
    command = [npx, "--yes", "--prefer-offline", PACKAGE, url, "--quiet", "--output=json", f"--chrome-flags={flags}"]
    try:
        done = run(command, CHROME_PATH=browser)
    except subprocess.TimeoutExpired as error:
        raise NoReport(f"Lighthouse has not finished with {url} after {PATIENCE} seconds.") from error
    try:
        found: dict[str, Any] = json.loads(done.stdout)
    except ValueError as error:
        raise NoReport(f"Lighthouse gives no report of {url}:\n{last_lines(done.stderr or done.stdout)}") from error
    if "runtimeError" in found or "categories" not in found:
        raise NoReport(f"Lighthouse could not judge {url}: {found.get('runtimeError', {}).get('message', 'no scores')}")
    return found


def report(address: str, found: Mapping[str, Any]) -> Report:
    categories = {name: found["categories"][name] for name in FLOORS}
    return Report(
        address=address,
        scores={name: round(100 * (category["score"] or 0)) for name, category in categories.items()},
        bytes=round(found["audits"]["total-byte-weight"]["numericValue"]),
        losses=tuple(losses(categories, found["audits"])),
    )


def losses(categories: Mapping[str, Any], audits: Mapping[str, Any]) -> Iterator[str]:
    """One line for each audit that counts and has less than its full score."""
    for name, category in categories.items():
        for counted in category["auditRefs"]:
            audit = audits[counted["id"]]
            if counted["weight"] and audit["score"] is not None and audit["score"] < 1:
                said = audit.get("displayValue") or f"{len((audit.get('details') or {}).get('items', []))} found"
                yield f"{name}: {counted['id']} has {round(100 * audit['score'])}, {audit['title']} ({said})"


# Telling


def table(reports: Sequence[Report]) -> Iterator[str]:
    width = max(len(report.address) for report in reports)
    yield " ".join([" " * width, *FLOORS, "     bytes"])
    for report in reports:
        scores = [f"{report.scores[name]:>{len(name)}}" for name in FLOORS]
        yield " ".join([f"{report.address:{width}}", *scores, f"{report.bytes:>10,}"])
    for report in reports:
        yield from (f"{report.address}: {loss}" for loss in report.losses)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
