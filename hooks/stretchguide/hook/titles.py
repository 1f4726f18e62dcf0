"""A Markdown extension that makes headings of the titles of boxes and of step cards.

They are written as titles of a box and as bold lines, which plain Markdown shows well; but who cannot see that a line
is bold goes through a page by its headings.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

STEP_TITLE = "step-t"
"""The class of the bold words that a step card's title begins with."""

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class TitlesAsHeadings(Extension):
    """Gives each title the level below the section that it stands in; it gets no address of its own."""

    def extendMarkdown(self, md: Markdown) -> None:
        # After the table of contents, which would list them, and whose addresses would cut them out of what the search
        # finds of their section.
        md.treeprocessors.register(_Titles(md), "titles-as-headings", 4)


class _Titles(Treeprocessor):
    def run(self, root: Element) -> None:
        level = 0
        for element in root.iter():
            if element.tag in _HEADINGS:
                level = _HEADINGS.index(element.tag)
            elif element.tag == "p" and _is_title(element):
                element.tag = _HEADINGS[min(level + 1, len(_HEADINGS) - 1)]


def _is_title(paragraph: Element) -> bool:
    if _has_class(paragraph, "admonition-title"):
        return True
    return not paragraph.text and len(paragraph) > 0 and _has_class(paragraph[0], STEP_TITLE)


def _has_class(element: Element, name: str) -> bool:
    return name in element.get("class", "").split()
