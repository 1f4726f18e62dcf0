"""What is wrong in the heads of a built site: each says once, and everywhere the same, what its page is and where."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from heads import SHEETS, Head, heads, schema
from pages_server import PagesSite
from stretchguide.guides.library import Library

HOME = "index.html"
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LEAST, MOST = 50, 160
"""Characters of a description: below, it says little; what is above, search engines cut off."""


def address(site: PagesSite, name: str) -> str:
    """Where the page of a file stands on the web."""
    return site.url + name.removesuffix(HOME)


def name_of(site: PagesSite) -> str:
    """What the site is called: the title of its first page."""
    return Head(site.folder / HOME).titles()[0]


def own_title(title: str, site: PagesSite) -> str:
    return title.removesuffix(f" - {name_of(site)}")


def titles(site: PagesSite) -> Iterator[str]:
    known: dict[str, str] = {}
    for name, head in heads(site.folder):
        found = head.titles()
        if len(found) != 1 or not found[0].endswith(name_of(site)):
            yield f"{name}: not one title with the site's name: {found}"
        elif (first := known.setdefault(found[0], name)) != name:
            yield f"{name}: the title of {first}"


def descriptions(site: PagesSite) -> Iterator[str]:
    for name, head in heads(site.folder):
        found = head.metas("description")
        if len(found) != 1 or not LEAST <= len(found[0]) <= MOST:
            yield f"{name}: not one description of a readable length: {found}"


def addresses(site: PagesSite) -> Iterator[str]:
    for name, head in heads(site.folder):
        if head.links("canonical") != [address(site, name)]:
            yield f"{name}: not its own address: {head.links('canonical')}"


def previews(site: PagesSite) -> Iterator[str]:
    """What a page that somebody links to says elsewhere is what it says here."""
    for name, head in heads(site.folder):
        said = {
            "og:type": ["website" if name == HOME else "article"],
            "og:title": [own_title(head.titles()[0], site)],
            "og:description": head.metas("description"),
            "og:url": [address(site, name)],
            "og:site_name": [name_of(site)],
            "og:locale": Head(site.folder / HOME).metas("og:locale"),
            "twitter:card": ["summary"],
        }
        yield from (f"{name}: {key} is {head.metas(key)}" for key, value in said.items() if head.metas(key) != value)


def data(site: PagesSite) -> Iterator[str]:
    """The data for machines."""
    for name, head in heads(site.folder):
        found = head.data()
        if len(found) != 1:
            yield f"{name}: {len(found)} blocks of data"
        yield from (f"{name}: {error.message}" for block in found for error in schema().iter_errors(block))


def trails(site: PagesSite) -> Iterator[str]:
    """Where a page hangs: from the first page down to itself, each under its title."""
    known = {address(site, name): own_title(head.titles()[0], site) for name, head in heads(site.folder)}
    for name, head in heads(site.folder):
        found = [each["itemListElement"] for each in head.nodes("BreadcrumbList")]
        if len(found) != (name != HOME):
            yield f"{name}: {len(found)} trails"
        for steps in found:
            yield from (f"{name}: the trail {fault}" for fault in trail_faults(steps, address(site, name), site, known))


def trail_faults(steps: list[Any], at: str, site: PagesSite, known: Mapping[str, str]) -> Iterator[str]:
    if [step["position"] for step in steps] != list(range(1, len(steps) + 1)):
        yield "is out of order"
    if (steps[0]["item"], steps[-1]["item"]) != (site.url, at):
        yield "does not lead from the first page to this one"
    if steps[-1]["name"] != known[at]:
        yield f"calls the page {steps[-1]['name']!r}"
    yield from (f"leads to {step['item']}, where no page is" for step in steps if step["item"] not in known)


def sitemap(site: PagesSite) -> Iterator[str]:
    """The map for search engines, with every page that they may find, once."""
    listed = list(sitemap_of(site))
    found = {address(site, name) for name, _ in heads(site.folder)}
    yield from (f"sitemap.xml: {each} is not there" for each in sorted(found - set(listed)))
    yield from (f"sitemap.xml: no page is at {each}" for each in sorted(set(listed) - found))
    yield from (f"sitemap.xml: {each} stands there twice" for each in sorted(set(listed)) if listed.count(each) > 1)


def sitemap_of(site: PagesSite) -> Iterator[str]:
    root = ET.parse(site.folder / "sitemap.xml").getroot()
    yield from (each.findtext(f"{SPACE}loc", "") for each in root)


def sheets(site: PagesSite) -> Iterator[str]:
    """What is made for paper is not to be found by itself."""
    for path in sorted((site.folder / SHEETS).rglob("*.html")):
        if Head(path).metas("robots") != ["noindex"]:
            yield f"{path.relative_to(site.folder)}: a search engine may find it"


ASPECTS: tuple[Callable[[PagesSite], Iterator[str]], ...] = (
    titles,
    descriptions,
    addresses,
    previews,
    data,
    trails,
    sitemap,
    sheets,
)
"""All that is asked of every head."""


def plans(site: PagesSite) -> set[str]:
    """The addresses, within the site, of the pages that machines may take for a plan of exercises."""
    return {name.removesuffix(HOME) for name, head in heads(site.folder) if head.nodes("ExercisePlan")}


def wanted_plans(library: Library) -> set[str]:
    return {f"exercises/{guide.id}/" for guide in library.shown} | {f"routines/{id}/" for id in library.routines}
