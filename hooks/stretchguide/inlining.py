"""A Markdown extension that puts figures into the page itself, so that they follow its colours, in print as well."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from stretchguide.figures import Picture

_FOLDER = "figures/"


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
        for image in root.iter("img"):
            _, folder, rest = image.get("src", "").partition(_FOLDER)
            picture = self.pictures.get(folder + rest)
            if picture and "loading" not in image.attrib and "fig" in image.get("class", "").split():
                self.replace(image, picture)

    def replace(self, image: Element, picture: Picture) -> None:
        """The element stays, so that its place and its class do; the drawing is put in untouched at the very end."""
        classes = image.get("class", "")
        assert self.md is not None
        image.tag = "span"
        for name in list(image.attrib):
            del image.attrib[name]
        image.set("class", classes)
        image.text = self.md.htmlStash.store(picture.inline)
