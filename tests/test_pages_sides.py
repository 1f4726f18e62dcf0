"""The second side on a guide's page: what stands there for the left is what the mirrored record says of the right."""

from __future__ import annotations

import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown import Markdown

from records import SAMPLE
from stretchguide.format.sides import mirrored
from stretchguide.gallery.gallery import CACHE, Gallery
from stretchguide.pages.site import write_site
from stretchguide.project import read_project

ROOT = Path(__file__).resolve().parents[1]
SIDED = ["upper-back-trunk-rotation", "contract-relax"]


class Sides(HTMLParser):
    """What the page says on its right and on its left side: words, and the words of pictures."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.said: dict[str, list[str]] = {"on-right": [], "on-left": []}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        classes = (found.get("class") or "").split()
        if tag == "img":
            self.add(classes, f"picture: {found['alt']}")
        elif tag == "span":
            self.open.append(next((each for each in classes if each in (*self.said, "which")), ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "span":
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if data.strip() and "which" not in self.open:
            self.add(self.open, data.strip())

    def add(self, classes: list[str], words: str) -> None:
        for each in classes:
            if each in self.said:
                self.said[each].append(words)


def pages(folder: Path) -> dict[str, str]:
    reading = read_project(folder)
    assert not reading.problems
    assert reading.library is not None
    site = write_site(reading.library, ROOT / "overrides" / "pages", "Guide", Gallery(ROOT / CACHE))
    return {page.uri: page.text for page in site.pages}


@pytest.fixture(scope="module")
def written() -> dict[str, str]:
    return pages(SAMPLE)


@pytest.fixture(scope="module")
def of_mirrored_records(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("mirrored") / "project"
    shutil.copytree(SAMPLE, folder)
    for path in (folder / "exercises").glob("*.yml"):
        path.write_text(mirrored(path.read_text("utf-8")), "utf-8")
    return pages(folder)


def sides(text: str) -> dict[str, list[str]]:
    parser = Sides()
    parser.feed(Markdown(extensions=["attr_list", "md_in_html", "admonition", "pymdownx.tabbed"]).convert(text))
    return parser.said


@pytest.mark.parametrize("id", SIDED)
def test_the_left_side_is_the_right_side_of_the_mirrored_record(
    id: str, written: dict[str, str], of_mirrored_records: dict[str, str]
) -> None:
    found, other = sides(written[f"exercises/{id}.md"]), sides(of_mirrored_records[f"exercises/{id}.md"])
    assert found["on-right"] == other["on-left"]
    assert found["on-left"] == other["on-right"]
    assert found["on-right"] != found["on-left"]
    assert len(found["on-right"]) == len(found["on-left"]) > 0


def test_pictures_have_words_for_either_side(written: dict[str, str]) -> None:
    found = sides(written["exercises/upper-back-trunk-rotation.md"])
    for side, other in (("right", "left"), ("left", "right")):
        turned = [words for words in found[f"on-{side}"] if words.startswith("picture:") and "chest turned" in words]
        assert turned
        assert all(f"to the {side}" in words and f"to the {other}" not in words for words in turned)


def test_only_what_differs_stands_there_twice(written: dict[str, str]) -> None:
    for words in zip(*sides(written["exercises/upper-back-trunk-rotation.md"]).values(), strict=True):
        # A picture that names no side is still drawn from the other one.
        assert len(set(words)) == 2 or all(each.startswith("picture:") for each in words)
    assert written["exercises/upper-back-trunk-rotation.md"].count("Keep your hips still and breathe.") == 1


def test_each_two_sided_variant_has_a_choice_of_its_own(written: dict[str, str]) -> None:
    page = written["exercises/upper-back-trunk-rotation.md"]
    for variant in ("seated", "floor"):
        assert page.count(f'name="side-{variant}" value="right" checked>') == 1
        assert page.count(f'name="side-{variant}" value="left">') == 1
    assert page.count("Then the left side: swap right and left.") == 2


@pytest.mark.parametrize("id", ["knee-rolls", "odd-words"])
def test_without_a_second_side_there_is_nothing_to_choose(id: str, written: dict[str, str]) -> None:
    page = written[f"exercises/{id}.md"]
    assert "radio" not in page
    assert "on-left" not in page
    assert "swap right and left" not in page


def test_cards_keep_to_the_right_side(written: dict[str, str]) -> None:
    for uri, text in written.items():
        assert uri.startswith("exercises/") or "on-left" not in text
