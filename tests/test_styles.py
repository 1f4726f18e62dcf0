"""The theme's stylesheet lacks what nothing asks for, and no page looks other for that."""

from __future__ import annotations

import gzip
from collections.abc import Container

from playwright.sync_api import Page

from packages import folder_of
from pages_server import PagesSite
from site_pages import KINDS, path
from stretchguide.hook.styles import asked_for

SHEET = "assets/stylesheets/main.*.css"
# How everything on a page stands and is painted, with what a style puts before and after it.
LOOKS = """() => [...document.body.querySelectorAll("*")].flatMap(element => [null, "::before", "::after"].map(part => {
  const style = getComputedStyle(element, part);
  if (part && style.content === "none") return "";
  return ["display", "position", "inset", "width", "height", "margin", "padding", "border", "borderRadius", "color",
    "backgroundColor", "font", "textDecoration", "textAlign", "opacity", "visibility", "transform", "overflow", "flex",
    "gridArea", "gap", "listStyle", "fill", "boxShadow", "cursor", "whiteSpace", "content"]
    .map(key => style[key]).join();
}))"""
MOST = 17_000
"""Bytes as they are sent; the theme's own has 22,700."""


class Everything(Container[str]):
    def __contains__(self, name: object) -> bool:
        return True


def theme_s() -> str:
    return next((folder_of("material") / "templates").glob(SHEET)).read_text("utf-8")


def test_where_everything_is_asked_for_nothing_changes() -> None:
    assert asked_for(theme_s(), Everything()) == theme_s()


def test_what_is_not_asked_for_goes() -> None:
    css = '.a{x:"}"}.b,.a>.c,h1{x:y}@media print{.b{x:y}.a{x:y}}@media screen{.b{x:y}}@font-face{src:url("b")}'
    kept = '.a{x:"}"}.a>.c,h1{x:y}@media print{.a{x:y}}@font-face{src:url("b")}'
    assert asked_for(f"{css}a:not(.b){{x:y}}", {"a", "c"}) == f"{kept}a:not(.b){{x:y}}"


def test_it_is_a_third_shorter(sample_site: PagesSite) -> None:
    (sheet,) = sample_site.folder.glob(SHEET)
    assert len(gzip.compress(sheet.read_bytes())) < MOST


def test_every_kind_of_page_looks_as_with_the_theme_s_own(page: Page) -> None:
    """In turn on a phone and on a desktop."""
    seen = {kind: looks(page, kind, at) for at, kind in enumerate(KINDS)}
    page.route(f"**/{SHEET}", lambda route: route.fulfill(body=theme_s(), content_type="text/css"))
    assert [kind for at, kind in enumerate(KINDS) if looks(page, kind, at) != seen[kind]] == []


def looks(page: Page, kind: str, at: int) -> list[str]:
    page.set_viewport_size({"width": (390, 1280)[at % 2], "height": 900})
    page.goto(path(kind))
    page.wait_for_load_state("networkidle")
    found: list[str] = page.evaluate(LOOKS)
    return found
