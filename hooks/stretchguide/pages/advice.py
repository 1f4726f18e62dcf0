"""The pages that hold for every stretch: how to stretch safely."""

from __future__ import annotations

from collections.abc import Iterator

from stretchguide.pages.page import Page, SearchEntry
from stretchguide.pages.writer import Writer
from stretchguide.vocabulary import Vocabulary


def pages(writer: Writer) -> Iterator[Page]:
    yield writer.page("safety.md", "safety.md", search=_safety_entry(writer.library.vocabulary))


def _safety_entry(vocabulary: Vocabulary) -> SearchEntry:
    flags = " ".join(flag.text for flag in vocabulary.red_flags.values())
    return SearchEntry("Stretch safely", f"{vocabulary.intensity.target} {vocabulary.intensity.stop} {flags}")
