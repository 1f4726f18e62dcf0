"""Titles that are written as bold lines are headings on the page, at the level of their place."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from markdown import Markdown

from stretchguide.hook.titles import TitlesAsHeadings

BOX = '!!! danger "Stop"\n\n    Now.\n'
STEP = "1.  A picture\n\n    **Sit tall**{ .step-t } <i>x</i>\n\n    Feet flat.\n"


def headings(text: str) -> list[tuple[str, str]]:
    """The headings of a Markdown text, each with its words."""
    markdown = Markdown(extensions=["admonition", "attr_list", "toc", TitlesAsHeadings()])
    root = ElementTree.fromstring(f"<main>{markdown.convert(text)}</main>")
    return [
        (each.tag, "".join(each.itertext()).strip()) for each in root.iter() if each.tag in {f"h{n}" for n in range(7)}
    ]


@pytest.mark.parametrize(
    ("before", "level"),
    [("", "h2"), ("# A", "h2"), ("# A\n\n## B", "h3"), ("# A\n\n### B\n\n## C", "h3"), ("###### A", "h6")],
)
@pytest.mark.parametrize(("title", "words"), [(BOX, "Stop"), (STEP, "Sit tall x")])
def test_a_title_is_one_level_below_its_section(before: str, level: str, title: str, words: str) -> None:
    assert headings(f"{before}\n\n{title}")[-1] == (level, words)


def test_titles_in_a_row_are_of_one_level() -> None:
    assert headings(f"# A\n\n{BOX}\n{STEP}\n{BOX}") == [
        ("h1", "A"),
        ("h2", "Stop"),
        ("h2", "Sit tall x"),
        ("h2", "Stop"),
    ]


@pytest.mark.parametrize(
    "text",
    ["**Bold**", "**Bold** beginning", "Before **it**{ .step-t }", "**Other**{ .step-title }", "A *b*{ .step-t }"],
)
def test_other_bold_words_stay_as_they_are(text: str) -> None:
    assert headings(text) == []


def test_a_title_has_no_address_and_no_line_in_the_contents() -> None:
    markdown = Markdown(extensions=["admonition", "attr_list", "toc", TitlesAsHeadings()])
    page = markdown.convert(f"# A\n\n{BOX}\n{STEP}")
    assert page.count(" id=") == 1
    assert [each["name"] for each in markdown.toc_tokens] == ["A"]  # type: ignore[attr-defined]
    assert markdown.toc_tokens[0]["children"] == []  # type: ignore[attr-defined]
