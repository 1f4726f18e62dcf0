"""A guide leads: on a phone its steps come soon, are the largest part of a page that is not long, and little is red.

All guides are measured each week; for each pull request some stand for the rest.
"""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from typing import Any

from playwright.sync_api import BrowserContext

from properties import times
from records import real_library
from screens import SIZES
from site_pages import path_of

SCREEN = SIZES["phone"]["viewport"]["height"]

# In screens: the top of the first step's picture, the page, the steps with what belongs to them, and what is red.
MEASURE = """screen => {
  const box = selector => document.querySelector(selector).getBoundingClientRect();
  return {
    picture: (box(".steps li .fig").top + scrollY) / screen,
    page: document.documentElement.scrollHeight / screen,
    steps: (box("#how-to ~ h2").top - box("#how-to").top) / screen,
    red: box(".admonition.danger").height / screen,
  };
}"""


def test_on_a_phone_the_steps_come_soon_and_are_the_largest_part(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(**SIZES["phone"]).new_page()
    measured: dict[str, dict[str, Any]] = {}
    for guide in real_library().shown[:: times(6, 1)]:
        page.goto(path_of(guide), wait_until="domcontentloaded")
        measured[guide.id] = page.evaluate(MEASURE, SCREEN)
    found = {name: {id: each[name] for id, each in measured.items()} for name in ("picture", "page", "red")}
    share = {id: each["steps"] / each["page"] for id, each in measured.items()}
    assert max(found["picture"].values()) <= 1.6, found["picture"]
    assert median(found["picture"].values()) <= 1.2, found["picture"]
    assert median(found["page"].values()) <= 8, found["page"]
    # A third is what we want, and ours have 0.35; a fork may have few guides, and short ones.
    assert median(share.values()) >= 0.3, share
    assert max(found["red"].values()) <= 0.5, found["red"]
