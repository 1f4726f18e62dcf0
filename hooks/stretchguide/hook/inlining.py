"""A Markdown extension that puts figures into the page itself, so that they follow its colours, in print as well.

A drawing that a page shows several times is sent once; the other places use it, and flipped ones turn it round.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from stretchguide.figure.ink import paper
from stretchguide.figure.shapes.path_numbers import number
from stretchguide.gallery.picture import Picture, in_strip

_FOLDER = "figures/"

FLIPPED = "fig--flip"
"""The class of a picture that shows the other side."""


class InlineFigures(Extension):
    """Replaces pictures of figures that are not to load lazily. ``pictures`` go by their files' addresses."""

    def __init__(self, pictures: Mapping[str, Picture]) -> None:
        super().__init__()
        self.pictures = pictures

    def extendMarkdown(self, md: Markdown) -> None:
        # After the attribute lists have given an image its class, before MkDocs looks at its address.
        md.treeprocessors.register(_Inliner(md, self.pictures), "inline-figures", 5)


class _Inliner(Treeprocessor):
    def __init__(self, md: Markdown, pictures: Mapping[str, Picture]) -> None:
        super().__init__(md)
        self.pictures = pictures

    def run(self, root: Element) -> None:
        found = list(self._found(root))
        times = Counter(in_strip(address) for _, address in found)
        drawn: set[str] = set()
        for image, address in found:
            picture, name = self.pictures[address], image.get("alt")
            drawing = replace(picture, alt=name or picture.alt).inline
            same = in_strip(address)
            if times[same] > 1:
                drawing = _shared(drawing, same, image, is_first=same not in drawn)
            drawn.add(same)
            self.replace(image, drawing)

    def _found(self, root: Element) -> Iterator[tuple[Element, str]]:
        """The pictures to put in, with their addresses."""
        for image in root.iter("img"):
            _, folder, rest = image.get("src", "").partition(_FOLDER)
            is_figure = folder + rest in self.pictures and "fig" in image.get("class", "").split()
            if is_figure and "loading" not in image.attrib:
                yield image, folder + rest

    def replace(self, image: Element, drawing: str) -> None:
        """The element stays, so that its place and its class do; the drawing is put in untouched at the very end."""
        classes = image.get("class", "")
        assert self.md is not None
        image.tag = "span"
        for name in list(image.attrib):
            del image.attrib[name]
        image.set("class", classes)
        image.text = self.md.htmlStash.store(drawing)


def _shared(inline: str, address: str, image: Element, *, is_first: bool) -> str:
    """A drawing that its page shows several times: the first place holds it, the others use it."""
    root = _parsed(inline)
    drawing = list(root)
    del root[:]
    _set_name(root, image.get("alt", ""))
    holder = _flipped(root) if FLIPPED in image.get("class", "").split() else root
    id = f"fig-{address.removeprefix(_FOLDER).removesuffix('.svg').replace('/', '-')}"
    if is_first:
        SubElement(holder, "g", {"id": id}).extend(drawing)
    else:
        SubElement(holder, "use", {"href": f"#{id}"})
    return paper.text(root)


def _parsed(inline: str) -> Element:
    """The elements of our own drawing, their names without the namespace, as they were before they became text."""
    root = ElementTree.fromstring(inline)
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    root.set("xmlns", paper.NAMESPACE)
    return root


def _set_name(root: Element, name: str) -> None:
    for attribute in ("role", "aria-label", "aria-hidden"):
        root.attrib.pop(attribute, None)
    root.attrib.update({"role": "img", "aria-label": name} if name else {"aria-hidden": "true"})


def _flipped(root: Element) -> Element:
    """A group in which everything is mirrored, in a frame that is moved along."""
    left, top, width, height = root.get("viewBox", "").split()
    root.set("viewBox", " ".join((number(-float(left) - float(width)), top, width, height)))
    return SubElement(root, "g", {"transform": "scale(-1 1)"})
