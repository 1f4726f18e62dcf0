"""Follows every link of a built site to its file and its anchor; nothing is fetched.

It reads pages, style sheets, sitemap.xml, the web app manifest and the search index. Links to other hosts are left
alone.
"""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import html5lib

LINK_ATTRIBUTES = ["href", "src", "data", "poster", "action", "formaction", "cite"]
LINK_METAS = {"og:image", "og:url", "twitter:image", "msapplication-TileImage"}
CSS_LINK = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']""")
NOT_FOUND = "404.html"


@dataclass(frozen=True, order=True)
class Fault:
    """A link that leads nowhere, or an id that stands twice on a page."""

    file: str
    link: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}: {self.link}: {self.reason}"


@dataclass(frozen=True)
class Page:
    """What one HTML file offers to links, and where it links to."""

    ids: Counter[str]
    links: tuple[str, ...]

    @cached_property
    def anchors(self) -> frozenset[str]:
        return frozenset(self.ids)


def css_links(text: str) -> Iterator[str]:
    for found in CSS_LINK.finditer(text):
        yield found[1] or found[2]


def parse(path: Path) -> ET.Element:
    """The tree of a page, for reading only: many tests look at all pages of one site, so each is parsed once."""
    state = path.stat()
    return _parsed(path, state.st_mtime_ns, state.st_size)


@cache
def _parsed(path: Path, changed_ns: int, size: int) -> ET.Element:
    with path.open("rb") as file:
        tree = html5lib.parse(file, namespaceHTMLElements=False, transport_encoding="utf-8")
    assert isinstance(tree, ET.Element)
    return tree


def read_page(path: Path) -> Page:
    ids: Counter[str] = Counter()
    links: list[str] = []
    for element in parse(path).iter():
        if not isinstance(element.tag, str):  # a comment
            continue
        if "id" in element.attrib:
            ids[element.attrib["id"]] += 1
        elif element.tag == "a" and "name" in element.attrib:
            ids[element.attrib["name"]] += 1
        links += links_of(element)
    return Page(ids, tuple(links))


def links_of(element: ET.Element) -> Iterator[str]:
    """Every address in the attributes of an element, in a style and in JSON-LD."""
    for name, value in element.attrib.items():
        if str(name).rpartition("}")[2] in LINK_ATTRIBUTES:
            yield value
        elif name == "srcset":
            yield from (each.split()[0] for each in value.split(",") if each.strip())
        elif name == "style":
            yield from css_links(value)
    text = element.text or ""
    if element.tag == "meta" and {element.get("property"), element.get("name")} & LINK_METAS:
        yield element.get("content", "")
    elif element.tag == "style":
        yield from css_links(text)
    elif element.tag == "script" and element.get("type") == "application/ld+json":
        yield from addresses(json.loads(text))


def addresses(data: object) -> Iterator[str]:
    """The web addresses among the values of JSON."""
    if isinstance(data, dict):
        for value in data.values():
            yield from addresses(value)
    elif isinstance(data, list):
        for value in data:
            yield from addresses(value)
    elif isinstance(data, str) and data.startswith(("http://", "https://")):
        yield data


def found_links(index: dict[str, Any]) -> Iterator[str]:
    """Where the search leads, and what it shows."""
    for entry in index["entries"]:
        yield entry["at"]
        if "then" in entry:
            yield f"{entry['at']}#{entry['then'][0]}"
        if "picture" in entry:
            yield entry["picture"]


def manifest_links(manifest: Mapping[str, Any]) -> Iterator[str]:
    """Every address of a web app manifest."""
    yield from (manifest[key] for key in ("id", "start_url", "scope") if key in manifest)
    yield from (icon["src"] for icon in manifest.get("icons", ()))


def is_of_the_first_site(text: str) -> bool:
    """Whether a text names a place on the web that is this site's, so that a fork would send its readers to it."""
    return "stretchguide/stretchguide" in text or "github.io" in text


class Site:
    """A built site that is to stand at `url` (its end is a slash)."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder, self.url = folder, url
        # A set of names: some systems would find a file whatever its capitals, GitHub's does not.
        self.files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
        self.pages = {name: read_page(folder / name) for name in sorted(self.files) if name.endswith(".html")}

    def faults(self) -> list[Fault]:
        """Everything that is wrong, in the order of files."""
        return sorted(set(self._faults()))

    def _faults(self) -> Iterator[Fault]:
        for name, page in self.pages.items():
            yield from (Fault(name, f"#{id}", "the id stands twice") for id, count in page.ids.items() if count > 1)
        for name, link in self.links():
            if reason := self.reason(name, link):
                yield Fault(name, link, reason)

    def links(self) -> Iterator[tuple[str, str]]:
        """Every link, with the file that holds it."""
        for name, page in self.pages.items():
            yield from ((name, link) for link in page.links)
        for name in self.files:
            path = self.folder / name
            if name.endswith(".css"):
                yield from ((name, link) for link in css_links(path.read_text("utf-8")))
            elif Path(name).name == "sitemap.xml":
                yield from ((name, each.text or "") for each in ET.parse(path).iter() if each.tag.endswith("}loc"))
            elif name.endswith(".webmanifest"):
                yield from ((name, link) for link in manifest_links(json.loads(path.read_text("utf-8"))))
            elif name == "search/index.json":
                index = json.loads(path.read_text("utf-8"))
                yield from ((name, urljoin(self.url, link)) for link in found_links(index))

    def reason(self, name: str, link: str) -> str | None:
        """Why a link of a file leads nowhere; None when all is well."""
        address, fragment = urldefrag(urljoin(self.address(name), link.strip()))
        if link.startswith("#"):
            address = ""
        elif urlsplit(address).scheme not in ("http", "https") or not self.is_same_host(address):
            return None
        elif not address.startswith(self.url):
            return "outside the site's address"
        target = self.target(address) if address else name
        if target is None:
            return "no such file"
        anchor = unquote(fragment)
        page = self.pages.get(target)
        if anchor and page and anchor not in page.anchors:
            return "no such anchor"
        return None

    def address(self, name: str) -> str:
        """Where a file stands on the web; 404.html is shown anywhere, so a deep place stands for all of them."""
        if name == NOT_FOUND:
            return f"{self.url}no/such/place/"
        return self.url + name.removesuffix("index.html")

    def is_same_host(self, address: str) -> bool:
        return urlsplit(address)[:2] == urlsplit(self.url)[:2]

    def target(self, address: str) -> str | None:
        """The file that an address of the site means, or None."""
        path = unquote(urlsplit(address).path.removeprefix(urlsplit(self.url).path))
        if path in self.files:
            return path
        index = f"{path.rstrip('/')}/index.html".lstrip("/")
        return index if index in self.files else None
