"""On every page of the site a term of art leads to the glossary where it first stands, in a sentence."""

from __future__ import annotations

import pytest

from pages_server import PagesSite
from records import sample_library
from term_links import faults, pages


def test_every_term_is_linked_where_it_first_stands(sample_site: PagesSite) -> None:
    read = list(pages(sample_site.folder))
    folders = {address.split("/")[0] for address, _ in read}
    kinds = "areas muscles positions equipment levels moments times floor how-to-use"
    assert set(kinds.split()) <= folders
    assert list(faults(read, sample_library())) == []
    assert sum("glossary/#" in text for _, text in read) > len(read) / 4, "hardly a page has a link"


# The test itself, on a page with one thing wrong


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<p>Your <a href='../glossary/#sit-bones'>sit bones</a>, both sit bones.</p>", []),
        ("<p>On your sit bones.</p>", ["'sit bones' is not linked in 'On your sit bones.'"]),
        (
            "<p>A sit bone, <a href='../glossary/#sit-bones'>sit bone</a>.</p>",
            ["'sit bone' is not linked in 'A sit bone,'"],
        ),
        ("<h2>Your sit bones</h2><p>Hips and glutes</p><hr><dl class='facts'><dd>hips and glutes</dd></dl>", []),
        ("<h2><a href='../glossary/#sit-bones'>Sit bones</a></h2>", ["../glossary/#sit-bones is linked in h2"]),
        (
            "<p class='g-t'><b><a href='../glossary/#sit-bones'>Sit bones</a></b></p>",
            ["../glossary/#sit-bones is linked in b"],
        ),
    ],
)
def test_a_fault_is_found(text: str, found: list[str]) -> None:
    page = f"<article class='md-content__inner'>{text}</article>"
    assert list(faults([("x/", page)], sample_library())) == [f"x/: {fault}" for fault in found]
