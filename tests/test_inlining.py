"""Figures in the page itself: one drawing for all its places, flipped where the other side is shown."""

from __future__ import annotations

from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from markdown import Markdown

from stretchguide.gallery.picture import Drawing, Picture
from stretchguide.hook.inlining import InlineFigures

SVG = "{http://www.w3.org/2000/svg}"
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" class="sf" viewBox="-30 -170.5 110 180" role="img"'
    ' aria-label="A &amp; B."><path d="M0 0h9"/><svg x="1"><path d="M1 1h9"/></svg></svg>'
)
PICTURES = {
    "figures/turn/seated-3.svg": Picture("A & B.", Drawing(DRAWING, ""), "B & A."),
    "figures/turn/seated-3-alone.svg": Picture("A & B.", Drawing(DRAWING.replace("-30 -170.5 110 180", "0 0 9 9"), "")),
    "figures/turn/seated-4.svg": Picture("C.", Drawing(DRAWING.replace("A &amp; B.", "C."), "")),
}


def shown(text: str) -> Element:
    """The page of a Markdown text, its figures put in."""
    markdown = Markdown(extensions=["attr_list", InlineFigures(PICTURES)])
    return ElementTree.fromstring(f"<main>{markdown.convert(text)}</main>")


def image(number: int, words: str, *, flipped: bool = False, more: str = "") -> str:
    return f"![{words}](../figures/turn/seated-{number}.svg){{ .fig{' .fig--flip' * flipped}{more} }}"


def drawings(page: Element) -> list[Element]:
    return [span[0] for span in page.iter("span") if "fig" in span.get("class", "").split()]


def test_a_picture_that_is_shown_once_is_put_in_untouched() -> None:
    page = shown(f"{image(3, 'A & B.')} {image(4, 'C.')}")
    one, other = drawings(page)
    assert ElementTree.tostring(one).strip() == ElementTree.tostring(ElementTree.fromstring(DRAWING))
    assert other.get("aria-label") == "C."
    assert list(page.iter("img")) == []
    assert not [each for each in page.iter() if "id" in each.attrib]


def test_a_drawing_that_is_shown_again_is_sent_once() -> None:
    page = shown(f"{image(3, 'A & B.')}\n\n{image(3, 'Again.')}\n\n{image(3, 'Again.')}")
    first, *again = drawings(page)
    (group,) = first
    assert group.tag == f"{SVG}g"
    assert [child.tag for child in group] == [f"{SVG}path", f"{SVG}svg"]
    for each in again:
        assert [(part.tag, part.attrib) for part in each] == [(f"{SVG}use", {"href": f"#{group.get('id')}"})]
        assert each.get("viewBox") == first.get("viewBox") == "-30 -170.5 110 180"
        assert (each.get("role"), each.get("aria-label")) == ("img", "Again.")


def test_a_drawing_that_stands_alone_as_well_is_sent_once_in_two_frames() -> None:
    page = shown(f"{image(3, 'Alone.').replace('-3.', '-3-alone.')}\n\n{image(3, 'In its strip.')}")
    alone, in_strip = drawings(page)
    (use,) = in_strip
    assert use.attrib == {"href": f"#{alone[0].get('id')}"}
    assert (alone.get("viewBox"), in_strip.get("viewBox")) == ("0 0 9 9", "-30 -170.5 110 180")


def test_each_shared_drawing_has_an_id_of_its_own() -> None:
    page = shown("\n\n".join(image(number, "x") for number in (3, 4, 3, 4)))
    ids = [each.get("id") for each in page.iter() if "id" in each.attrib]
    assert ids == ["fig-turn-seated-3", "fig-turn-seated-4"]
    assert [each.get("href") for each in page.iter(f"{SVG}use")] == [f"#{id}" for id in ids]


def test_a_flipped_picture_uses_the_drawing_and_mirrors_it_in_its_frame() -> None:
    page = shown(f"{image(3, 'A & B.')} {image(3, 'B & A.', flipped=True)}")
    right, left = drawings(page)
    assert right.get("aria-label") == "A & B."
    assert left.get("aria-label") == "B & A."
    assert left.get("viewBox") == "-80 -170.5 110 180", "from -30 to 80, mirrored, is from -80 to 30"
    (turned,) = left
    assert turned.attrib == {"transform": "scale(-1 1)"}
    assert [part.tag for part in turned] == [f"{SVG}use"]


def test_a_flipped_picture_that_comes_first_holds_the_drawing() -> None:
    page = shown(f"{image(3, 'B & A.', flipped=True)} {image(3, 'A & B.')}")
    left, right = drawings(page)
    assert len(left[0][0]) == 2
    assert right[0].get("href") == f"#{left[0][0].get('id')}"


def test_a_shared_picture_without_words_is_passed_over_by_screen_readers() -> None:
    first, again = drawings(shown(f"{image(3, 'A & B.')} {image(3, '')}"))
    assert first.get("role") == "img"
    assert again.attrib.keys() & {"role", "aria-label", "aria-hidden"} == {"aria-hidden"}


@pytest.mark.parametrize(
    "text",
    [
        image(3, "Lazy.", more=" loading=lazy"),
        "![No figure](../figures/turn/seated-3.svg)",
        "![Unknown](../figures/turn/seated-9.svg){ .fig }",
    ],
)
def test_other_pictures_stay_files(text: str) -> None:
    page = shown(text)
    assert len(list(page.iter("img"))) == 1
    assert drawings(page) == []
