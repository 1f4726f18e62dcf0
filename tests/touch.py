"""Measures what a finger has to hit."""

from __future__ import annotations

from playwright.sync_api import Page

from screens import probe

LEAST = {"least": 44, "leastInDrawing": 24}
"""Pixels that a finger needs (WCAG 2.5.5); a part of the body map keeps its shape, and has a list beside it (2.5.8)."""


def small_targets(page: Page) -> list[str]:
    """What on the page is too small to be hit, with its size."""
    return [str(fault) for fault in page.evaluate(probe("targets"), LEAST)]
