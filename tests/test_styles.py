"""A site has one stylesheet, which lacks what nothing asks for, and no page looks other for that."""

from __future__ import annotations

import gzip
import re
from collections.abc import Container

from playwright.sync_api import Page

from packages import folder_of
from pages_server import PagesSite
from site_pages import KINDS, ROOT, file, path, telling
from stretchguide.hook.styles import SHEET, asked_for

THEMES = "assets/stylesheets/{}.*.css"
OURS = ("stretchguide", "figures")
# How everything on a page stands and is painted, with what a style puts before and after it: first by the sheet of the
# site, then by all of those it is made of in its place, on the same page, and by that of the site again: what a script
# has moved in the meantime does not come back, and counts for nothing. What differs is told by its class.
DIFFERING = """async theirs => {
  const parts = [...document.body.querySelectorAll("*")]
    .flatMap(element => [null, "::before", "::after"].map(part => [element, part]));
  const looks = () => parts.map(([element, part]) => {
    const style = getComputedStyle(element, part);
    if (part && style.content === "none") return "";
    return ["display", "position", "inset", "width", "height", "margin", "padding", "border", "borderRadius", "color",
      "backgroundColor", "font", "textDecoration", "textAlign", "opacity", "visibility", "transform", "overflow",
      "flex", "gridArea", "gap", "listStyle", "fill", "boxShadow", "cursor", "whiteSpace", "content"]
      .map(key => style[key]).join();
  });
  let link = document.querySelector("link[href$='stylesheets/site.css']");
  const ours = link.href;
  const looksBy = async sheet => {
    const earlier = link;
    link = earlier.cloneNode();
    await new Promise(done => {
      link.onload = done;
      link.href = sheet;
      earlier.after(link);
    });
    earlier.remove();
    return looks();
  };
  const [first, other] = [looks(), await looksBy(theirs)];
  if (first.every((look, at) => look === other[at])) return [];
  const again = await looksBy(ours);
  return parts.filter((_, at) => first[at] === again[at] && first[at] !== other[at])
    .map(([element, part]) => `${element.localName}.${element.getAttribute("class") ?? ""}${part ?? ""}`);
}"""
WHOLE = "stylesheets/whole.css"
MOST = 24_500
"""Bytes as they are sent; all that it is made of has 35,500."""


class Everything(Container[str]):
    def __contains__(self, name: object) -> bool:
        return True


def theme_s(name: str) -> str:
    return next((folder_of("material") / "templates").glob(THEMES.format(name))).read_text("utf-8")


def whole() -> str:
    ours = (ROOT / "docs" / "stylesheets" / f"{name}.css" for name in OURS)
    return "".join([theme_s("main"), theme_s("palette"), *(path.read_text("utf-8") for path in ours)])


def test_where_everything_is_asked_for_nothing_changes() -> None:
    for name in ("main", "palette"):
        assert asked_for(theme_s(name), Everything()) == theme_s(name)


def test_what_is_not_asked_for_goes() -> None:
    css = '.a{x:"}"}.b,.a>.c,h1{x:y}@media print{.b{x:y}.a{x:y}}@media screen{.b{x:y}}@font-face{src:url("b")}'
    kept = '.a{x:"}"}.a>.c,h1{x:y}@media print{.a{x:y}}@font-face{src:url("b")}'
    assert asked_for(f"{css}a:not(.b){{x:y}}", {"a", "c"}) == f"{kept}a:not(.b){{x:y}}"


def test_colours_of_the_theme_that_no_page_has_go() -> None:
    css = '[data-md-color-primary=teal]{x:y}[data-md-color-scheme="slate"] .a,[data-md-color-scheme=other]{x:y}'
    assert asked_for(css, {"a", 'data-md-color-scheme="slate"'}) == '[data-md-color-scheme="slate"] .a{x:y}'


def test_it_is_a_third_shorter(sample_site: PagesSite) -> None:
    sheet = sample_site.folder / SHEET
    assert len(gzip.compress(sheet.read_bytes())) < MOST


def test_a_page_loads_it_alone_and_what_no_page_loads_is_gone(sample_site: PagesSite) -> None:
    folder = sample_site.folder
    sheets = re.findall(r'<link rel="stylesheet" href="([^"]*)"', (folder / file("home")).read_text("utf-8"))
    assert sheets == [SHEET]
    assert not list(folder.glob("assets/**/*.css")) + list(folder.glob("assets/**/*.js"))
    assert not (folder / "stylesheets" / "stretchguide.css").exists()


def test_every_kind_of_page_looks_as_with_all_of_it(page: Page, sample_site: PagesSite) -> None:
    """In turn on a phone and on a desktop."""
    page.route(f"**/{WHOLE}", lambda route: route.fulfill(body=whole(), content_type="text/css"))
    kinds = telling({kind: (sample_site.folder / file(kind)).read_text("utf-8") for kind in KINDS})
    for at, kind in enumerate(kinds):
        page.set_viewport_size({"width": (390, 1280)[at % 2], "height": 900})
        # Browse has its counts only when its index is there; no other page is drawn anew after it has loaded.
        page.goto(path(kind), wait_until="networkidle" if kind == "browse" else "load")
        assert page.evaluate(DIFFERING, sample_site.url + WHOLE) == [], kind


def test_a_page_is_told_by_an_element_or_a_class_of_its_own() -> None:
    pages = {
        "rich": '<p class="a b"><b class="a">',
        "own class": '<p class="b">',
        "none": '<p class="a">',
        "own": "<i>",
    }
    assert list(telling(pages)) == ["rich", "own class", "own"]
