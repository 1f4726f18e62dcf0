"""Asks axe-core, which comes with the package axe-playwright-python, what on a page keeps somebody out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from playwright.sync_api import Page

from packages import folder_of

# Every rule that axe has of some tags, those of WCAG's level AAA and its experiments too, on every part of the page.
# What has too little contrast for AA has too little for AAA: it is measured once, by AAA's rule, which here has no
# bound below which it would leave a text to AA's.
RUN = """([tags, left_out]) => axe.run(document, {
  runOnly: {type: "rule", values: axe.getRules(tags).map(({ruleId}) => ruleId).filter(id => !left_out.includes(id))},
  resultTypes: ["violations", "incomplete"],
  checks: {"color-contrast-enhanced": {options: {
    contrastRatio: {normal: {expected: 7, minThreshold: 0}, large: {expected: 4.5, minThreshold: 0}},
  }}},
})"""
LESS, CONTRAST = ("color-contrast",), "color-contrast-enhanced"
EVERY_RULE: tuple[str, ...] = ()
RULES_OF_COLOUR = ("cat.color",)

ONLY_ASKS = "identical-links-same-purpose"
"""A rule that finds no fault and only asks to look. Here a name leads to one place, so its question is the fault."""


@cache
def source() -> str:
    return (folder_of("axe_playwright_python") / "axe.min.js").read_text("utf-8")


def violations(page: Page, tags: Sequence[str] = EVERY_RULE, *, has_colours: bool = True) -> list[str]:
    """One line for each element that breaks a rule; where a page is judged again in other colours, one of theirs.

    Where it has the colours of pages that are judged, contrast is not measured again: that takes half of the time.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(source())
    answer = page.evaluate(RUN, [tags, [*LESS, *([] if has_colours else [CONTRAST])]])
    asked = [rule for rule in answer["incomplete"] if rule["id"] == ONLY_ASKS]
    return [line(rule, node) for rule in (*answer["violations"], *asked) for node in rule["nodes"]]


def line(rule: dict[str, Any], node: dict[str, Any]) -> str:
    reasons = [check["message"] for check in (*node["any"], *node["all"], *node["none"])]
    return f"axe {rule['id']} ({rule['impact']}): {node['html'][:160]}: {'; '.join(reasons)}"
