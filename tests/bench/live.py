"""Measures what `serve` takes from saving a record to seeing it, beside a whole build: `python3 dev.py bench live`.

A pose is changed in a project of so many records, while a browser shows the guide's page, and the clock stops when the
page has another figure. It never fails for being slow.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Error, Page, sync_playwright

from bench.generate import generate
from browser_setup import NoBrowser, launch_options
from records import FOUNDING
from serving import Serving

RECORD = f"exercises/{FOUNDING}.yml"
TEMPLATE = "overrides/pages/exercise.md"
PHONE = (390, 844)
NOW, NEXT = "view: front-right", "view: front-left"


@contextmanager
def served(folder: Path, records: int) -> Iterator[Serving]:
    serving = Serving(generate(folder / "project", records))
    try:
        serving.wait_until_it_serves()
        yield serving
    finally:
        serving.stop()


def shown(page: Page) -> str | None:
    """The first figure of the page; None while the page loads."""
    try:
        return str(page.evaluate("document.querySelector('.fig svg').innerHTML"))
    except Error:
        return None


def seconds_to_see(serving: Serving, page: Page, old: str, new: str) -> float:
    """From saving another pose to another figure on the page."""
    before = shown(page)
    serving.change(RECORD, old, new)
    saved = time.perf_counter()
    while shown(page) in (None, before):
        time.sleep(0.005)
    seen = time.perf_counter()
    page.wait_for_load_state("load")  # Only then does the page listen for the next change.
    time.sleep(0.5)
    return seen - saved


def seconds_of_a_build(serving: Serving) -> float:
    """From saving a template to the end of the build of the whole site."""
    done = serving.terminal.count("Documentation built in")
    started = time.perf_counter()
    serving.change(TEMPLATE, "\n", "\n\n")
    serving.wait_until(lambda: serving.terminal.count("Documentation built in") > done, "the site is built")
    return time.perf_counter() - started


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="dev.py bench live", description=__doc__)
    parser.add_argument("records", type=int, nargs="?", default=0, help="number of records; default: those there are")
    parser.add_argument("--changes", type=int, default=6, help="save a record so often")
    options = parser.parse_args(arguments)
    try:
        browser_options = launch_options(print)
    except NoBrowser as error:
        raise SystemExit(str(error)) from None
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**browser_options)
        with served(Path(folder), options.records) as serving:
            page = browser.new_page(viewport={"width": PHONE[0], "height": PHONE[1]})
            page.goto(f"{serving.url}exercises/{FOUNDING}/")
            turns = [(NOW, NEXT), (NEXT, NOW)] * ((options.changes + 1) // 2)
            times = [seconds_to_see(serving, page, *turn) for turn in turns[: options.changes]]
            whole = seconds_of_a_build(serving)
        browser.close()
    typical = median(times)
    print(f"saved to seen: median {typical:.2f} s, worst {max(times):.2f} s of {len(times)}")
    print(f"whole build: {whole:.2f} s; a change takes {typical / whole:.3f} of it")
    return 0
