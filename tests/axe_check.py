"""Asks axe-core, which comes with the package axe-playwright-python, what on a page keeps somebody out."""

from __future__ import annotations

from functools import cache
from typing import Any

from playwright.sync_api import Page

from packages import folder_of

# Every rule but those of WCAG's level AAA, which no whole site can meet, and one experiment: it takes each bold line,
# the titles of cards and steps in their lists too, for a heading. No part of a page is left out.
RUN = """() => {
  const off = new Set(axe.getRules(["wcag2aaa", "wcag21aaa", "wcag22aaa"]).map(rule => rule.ruleId));
  off.add("p-as-heading");
  const rules = Object.fromEntries(axe.getRules().map(({ruleId}) => [ruleId, {enabled: !off.has(ruleId)}]));
  return axe.run(document, {rules, resultTypes: ["violations"]});
}"""


@cache
def source() -> str:
    return (folder_of("axe_playwright_python") / "axe.min.js").read_text("utf-8")


def violations(page: Page) -> list[str]:
    """One line for each element that breaks a rule."""
    page.evaluate(source())
    answer = page.evaluate(RUN)
    return [line(rule, node) for rule in answer["violations"] for node in rule["nodes"]]


def line(rule: dict[str, Any], node: dict[str, Any]) -> str:
    reasons = [check["message"] for check in (*node["any"], *node["all"], *node["none"])]
    return f"axe {rule['id']} ({rule['impact']}): {node['html'][:160]}: {'; '.join(reasons)}"
