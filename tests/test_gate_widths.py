"""The gate of widths: from a small phone to a wide desk, and in large letters, nothing is covered and nothing gone."""

from __future__ import annotations

import pytest

from screens import PHONE, Look, probe
from site_pages import KINDS, path

WIDTHS = range(320, 1601, 40)

SEEN = """() => [...document.querySelectorAll("article :is(h1, h2, .fig, .start)")]
  .filter(each => each.checkVisibility() && !each.closest("details:not([open])"))
  .filter(each => each.getBoundingClientRect().width > 48).length"""
"""How much there is to see. What is narrower than a finger is no picture."""


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_whole_at_every_width(look: Look, kind: str) -> None:
    page = look(PHONE, path(kind))
    faults, seen = [], {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 844})
        faults += [f"{width} px: {fault}" for fault in page.evaluate(probe("covered"))]
        seen[f"{width} px"] = page.evaluate(SEEN)
    page.set_viewport_size({"width": 360, "height": 740})
    page.evaluate("document.documentElement.style.fontSize = '250%'")  # the theme's own 125 %, twice
    faults += [f"large text: {fault}" for fault in page.evaluate(probe("covered"))]
    seen["large text"] = page.evaluate(SEEN)
    assert faults == []
    assert len(set(seen.values())) == 1, seen
