"""Every page of the site is valid HTML, and every drawing valid SVG; and the checker that says so does find faults."""

from __future__ import annotations

from pathlib import Path

import nu_check

PAGE = '<!doctype html><html lang="en"><head><title>A page</title></head><body>{}</body></html>'
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="{}"/></svg>'

BAD = {
    "stray.html": PAGE.format("<p>One<div>Two</div></p>"),
    "role.html": PAGE.format('<p role="nonsense">One</p>'),
    "alt.html": PAGE.format('<img src="x.png">'),
    "twice.html": PAGE.format('<p id="x">One</p><p id="x">Two</p>'),
    "switch.html": PAGE.format('<input type="checkbox" autocomplete="off" aria-label="Switch">'),
    "deep/drawing.svg": DRAWING.format("M0 0 nonsense"),
}


def test_the_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    good = {"good.html": PAGE.format("<p>One</p>"), "good.svg": DRAWING.format("M0 0h9")}
    for name, text in {**good, **BAD}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    assert {fault.partition(":")[0] for fault in nu_check.faults(tmp_path)} == set(BAD)
