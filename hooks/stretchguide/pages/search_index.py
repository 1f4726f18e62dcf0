"""What the search of the site reads: every entry, told once, by what it is found and what it shows.

The search itself is javascripts/search/engine.js. Pages that are about each other name each other by number, so that
the name of a muscle stands here once, and not with each stretch that reaches it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from stretchguide.format.glossary import SearchWords
from stretchguide.pages.addresses import seen
from stretchguide.pages.page import Page, SearchEntry


def search_index(pages: Iterable[Page], words: SearchWords) -> str:
    """The file, as JSON."""
    found = [(page, entry) for page in pages for entry in page.search]
    numbers = {page.uri: number for number, (page, entry) in reversed([*enumerate(found)]) if not entry.place}
    entries = [_told(page, entry, numbers) for page, entry in found]
    return _json({"skip": words.skip, "general": words.general, "alike": words.alike, "entries": entries})


def with_more(index: str, entries: Iterable[tuple[str, SearchEntry]]) -> str:
    """The file with further entries, each at an address as readers know it."""
    read = json.loads(index)
    read["entries"] += [{"title": entry.title, "kind": entry.kind, "at": at, **_rest(entry)} for at, entry in entries]
    return _json(read)


def _told(page: Page, entry: SearchEntry, numbers: Mapping[str, int]) -> dict[str, Any]:
    at = seen(page.uri) + (f"#{entry.place}" if entry.place else "")
    return {"title": entry.title, "kind": entry.kind, "at": at, **_rest(entry), **dict(_joined(entry, numbers))}


def _rest(entry: SearchEntry) -> dict[str, Any]:
    """What is said of an entry, where something is."""
    said = {
        "names": entry.names,
        "complaints": entry.complaints,
        "text": entry.text,
        "facts": entry.facts,
        "picture": entry.picture,
        "then": entry.then,
        "urgency": entry.urgency,
    }
    return {key: value for key, value in said.items() if value}


def _joined(entry: SearchEntry, numbers: Mapping[str, int]) -> Iterator[tuple[str, list[int]]]:
    for key, uris in (("about", entry.about), ("touches", entry.touches), ("not_for", entry.not_for)):
        if joined := [numbers[uri] for uri in uris if uri in numbers]:
            yield key, joined


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
