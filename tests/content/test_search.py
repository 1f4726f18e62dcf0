"""What people type leads where it should: the table of ``searches.yml``, in the real browser."""

from __future__ import annotations

import json
from pathlib import Path

import yaml
from playwright.sync_api import Page

from pages_server import PagesSite
from test_browser_search import found

TABLE = Path(__file__).with_name("searches.yml")
RIGHT_PERCENT = 95
FIRST = 3
"""Answers that everybody looks at."""


def test_what_people_type_leads_where_it_should(real_site: PagesSite, page: Page) -> None:
    rows = yaml.safe_load(TABLE.read_text("utf-8"))
    page.goto(real_site.url)
    index = json.loads((real_site.folder / "search" / "index.json").read_text("utf-8"))
    entries = {entry["at"] for entry in index["entries"]}
    rows = [row for row in rows if entries >= {*row["first"], *row.get("also", ())}]
    answers = found(page, [row["typed"] for row in rows])
    wrong = [
        (row["typed"], [entry["at"] for entry in answer])
        for row, answer in zip(rows, answers, strict=True)
        if not answer
        or answer[0]["at"] not in row["first"]
        or not {*row.get("also", ())} <= {entry["at"] for entry in answer}
        or {*row.get("never", ())} & {entry["at"] for entry in answer}
        or (row.get("only") and len(answer) > 1)
        or {*row.get("none_of", ())} & {entry["kind"] for entry in answer[:FIRST]}
    ]
    assert len(wrong) * 100 <= len(rows) * (100 - RIGHT_PERCENT), wrong
