"""What a browser fetches for a page by itself, and whether any of it lies on another host."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from link_check import css_links, links_of, parse

LOADING = ["src", "srcset", "data", "poster"]
LOADING_LINKS = {"stylesheet", "icon", "preload", "preconnect", "dns-prefetch", "modulepreload", "prefetch", "manifest"}
OTHER_HOST = re.compile(r"^(https?:)?//", re.IGNORECASE)


def foreign_loads(site: Path) -> list[str]:
    """All that pages and styles of a site load from other hosts, each with its file."""
    trees = ((path, parse(path)) for path in sorted(site.rglob("*.html")))
    found = [f"{path.relative_to(site)}: {link}" for path, tree in trees for link in loaded(tree) if is_foreign(link)]
    for path in sorted(site.rglob("*.css")):
        found += [f"{path.name}: {link}" for link in css_links(path.read_text("utf-8")) if is_foreign(link)]
    return found


def is_foreign(link: str) -> bool:
    return bool(OTHER_HOST.match(link))


def loaded(tree: ET.Element) -> Iterator[str]:
    """The addresses that a browser fetches for a page by itself: no links to follow."""
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag == "link":
            if set(element.get("rel", "").split()) & LOADING_LINKS:
                yield element.get("href", "")
        elif element.tag in ("use", "image"):
            yield from links_of(element)
        else:
            yield from (element.get(name, "") for name in LOADING if element.get(name))
            yield from css_links(element.get("style", ""))
            yield from css_links(element.text or "" if element.tag == "style" else "")
