"""Where a term of art leads to the glossary: where it first stands on a page, in a sentence and nowhere else.

Names are no sentences: of stretches, muscles, areas, sources. They are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path

from stretchguide.format import glossary
from stretchguide.format.fields import Entry
from stretchguide.guides.library import Library

SILENT = {"a", "h1", "h2", "h3", "h4", "summary", "code", "script", "style", "svg", "button", "label"}
"""Tags in which no term is linked."""
NAMES_ONLY = {"facts", "g-t", "g-m"}
"""Classes of what holds names: the facts under a title, title and second line of a card."""
NOT_READ = ("print/", "glossary/", "contribute/", "search/")
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}

CALLED = ("name", "latin", "title", "heading", "authors", "journal")
TOPICS = ("areas", "muscles", "positions", "equipment", "occasions", "cautions", "references", "avoid", "types")


def names(of: Library) -> re.Pattern[str]:
    """Whatever is called something, as it is written there."""
    known = of.vocabulary
    entries: list[Entry] = [entry for topic in TOPICS for entry in getattr(known, topic).values()]
    found = {str(getattr(entry, key)) for entry in entries for key in CALLED if hasattr(entry, key)}
    found |= {", ".join(muscle.also_called) for muscle in known.muscles.values()}
    for guide in of.guides.values():
        labels = (variant.written.label for variant in guide.variants)
        found |= {guide.record.title, ", ".join(guide.record.also_known_as), *labels}
    return re.compile("|".join(re.escape(name) for name in sorted(found - {""}, key=len, reverse=True)))


class Reader(HTMLParser):
    """What a page says of terms, in its order: each that stands in a sentence, and each link to the glossary."""

    def __init__(self, terms: glossary.Terms, names: re.Pattern[str]) -> None:
        super().__init__()
        self.terms, self.names = terms, names
        self.open: list[tuple[str, frozenset[str]]] = []
        self.linked: set[str] = set()
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        found = dict(attrs)
        if "glossary/#" in (target := found.get("href") or ""):
            if self.is_silent:
                self.faults.append(f"{target} is linked in {self.open[-1][0]}")
            self.linked.add(target.partition("#")[2])
        self.open.append((tag, frozenset((found.get("class") or "").split())))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Opens nothing."""

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    @property
    def is_silent(self) -> bool:
        return any(tag in SILENT or classes & NAMES_ONLY for tag, classes in self.open)

    def handle_data(self, data: str) -> None:
        if self.is_silent or not any("md-content__inner" in classes for _, classes in self.open):
            return
        for words, term in self.terms.found_in(self.names.sub("#", data)):
            if term.id not in self.linked:
                self.faults.append(f"{words!r} is not linked in {data.strip()[:60]!r}")
                self.linked.add(term.id)


def faults(texts: Iterable[tuple[str, str]], of: Library) -> Iterator[str]:
    terms, called = of.vocabulary.explained, names(of)
    for address, text in texts:
        page = Reader(terms, called)
        page.feed(text)
        yield from (f"{address}: {fault}" for fault in page.faults)


def pages(folder: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(folder.rglob("index.html")):
        if not (address := file.parent.relative_to(folder).as_posix() + "/").startswith(NOT_READ):
            yield address, file.read_text("utf-8")
