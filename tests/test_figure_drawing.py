"""The picture of a body: its file, its colours, its size, and the order in which things are painted."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from functools import partial
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figure_bodies import bodies, made
from figure_scenes import figure, picture
from properties import tried
from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.ink.depth import Painted, in_front, on_screen, painting_order
from stretchguide.figure.ink.far_side import far_parts
from stretchguide.figure.ink.palette import TOKENS, alone_css, page_css, tokens_css
from stretchguide.figure.picture.drawing import over_budget
from stretchguide.figure.shapes.geometry import Camera
from stretchguide.figure.words.pose import Arrow, LitMuscle, Pose, Thing, View
from stretchguide.figure.words.views import VIEWS
from svg_paths import Point, ends

SVG = "{http://www.w3.org/2000/svg}"
FRONT = Pose("stand", None, View("front", 8))
poses = st.builds(
    Pose,
    st.sampled_from(["stand", "supine", "all-fours"]),
    st.none(),
    st.builds(View, st.sampled_from(sorted(VIEWS)), st.sampled_from([0.0, 14.0, 50.0]), st.booleans(), st.just("")),
    feel=st.sampled_from([(), (LitMuscle("vasti", "left"),), (LitMuscle("gluteus-maximus"), LitMuscle("splenius"))]),
    also=st.sampled_from([None, (LitMuscle("hamstrings", "right"),)]),
    arrows=st.sampled_from([(), (Arrow("left knee", ways=("up",)), Arrow("chest", "turn", ("left",)))]),
    things=st.sampled_from([(), (Thing("mat"), Thing("wall", number=60.0))]),
    breath=st.sampled_from([None, "in", "out", "easy"]),
)
SEATED = {
    "base": "sit-chair",
    "trunk": "turn right 45",
    "head": "turn right 15",
    "right hand": "behind head",
    "left hand": "on right knee outside",
    "arrows": ["turn right"],
    "feel": ["right external-oblique"],
    "also": ["left thoracic-erectors"],
}


def parsed(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)


def classes(text: str) -> set[str]:
    """Every class of a picture."""
    found = (element.get("class", "").split() for element in parsed(text).iter())
    return {word for words in found for word in words}


# -- the file ---------------------------------------------------------------------------------------------------------


@tried(12)
@given(bodies, poses)
def test_every_picture_is_well_formed_small_and_the_same_twice(body: Body, pose: Pose) -> None:
    text = figure(body, pose, title="A title")
    assert text == figure(body.copy(), pose, title="A title")
    root = parsed(text)
    assert not [element for element in root.iter() if "id" in element.attrib]
    assert over_budget(text) is None
    assert not re.search(r"nan|inf|e-\d", text)


@tried(12)
@given(bodies, poses)
def test_everything_lies_inside_the_view_box(body: Body, pose: Pose) -> None:
    root = parsed(figure(body, pose._replace(view=pose.view._replace(is_close=False))))
    left, top, width, height = (float(value) / 10 for value in root.get("viewBox", "").split())
    for x, y in outer_points(root):
        assert left <= x <= left + width
        assert top <= y <= top + height


def outer_points(element: ElementTree.Element, scale: float = 1.0) -> Iterator[Point]:
    """Where the commands of all paths end that are not in an inset, in cm."""
    for child in element:
        if child.tag != f"{SVG}svg":
            own = scale * float(child.get("transform", "scale(1)")[len("scale(") : -1])
            yield from ((x * own, y * own) for x, y in ends(child.get("d", "")))
            yield from outer_points(child, own)


def test_a_picture_with_a_title_is_an_image_and_one_without_is_passed_over() -> None:
    named = parsed(picture({"base": "stand"}, 'Standing, "tall" & <still>').inline)
    assert named.get("role") == "img"
    assert named.get("aria-label") == 'Standing, "tall" & <still>'
    unnamed = parsed(picture({"base": "stand"}).inline)
    assert unnamed.get("aria-hidden") == "true"
    assert "role" not in unnamed.attrib


def test_a_file_of_its_own_has_size_title_and_colours() -> None:
    root = parsed(picture(SEATED, "Sitting & turning").alone)
    assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}style"]
    assert root[0].text == "Sitting & turning"
    width, height = (float(value) for value in root.get("viewBox", "").split()[2:])
    assert float(root.get("width", "")) == pytest.approx(width / 5, abs=1)
    assert float(root.get("height", "")) == pytest.approx(height / 5, abs=1)
    style = root[1].text or ""
    assert "prefers-color-scheme:dark" in style
    assert "print" in style
    assert "forced-colors" in style
    used = classes(ElementTree.tostring(root, encoding="unicode"))
    named = set(re.findall(r"\.([a-z]+\d?)(?=[,{])", style))
    assert {"n", "mu", "o", "sf"} <= named <= used
    assert not [name for name in used if "-" in name], "they are short: nothing else is in the file"


@pytest.mark.parametrize(
    "words",
    [
        {"base": "stand"},
        {"base": "sit-chair"},
        {"base": "supine", "left leg": "raise front 84, knee 6", "feel": ["left hamstrings"]},
        {"base": "all-fours", "feel": ["thoracic-erectors"]},
        {"base": "half-kneel right", "arrows": ["pelvis forward"], "feel": ["left iliopsoas"]},
    ],
)
def test_usual_pictures_keep_to_the_budget(words: dict[str, object]) -> None:
    title = "Half-kneeling, the left arm overhead, the right hand on the right knee, pelvis forward"
    assert over_budget(picture(words, title).inline) is None
    assert over_budget(picture(words, title).alone) is None


def test_a_picture_that_is_too_large_is_said_to_be() -> None:
    assert over_budget("x" * 9000) is None
    noise = "".join(hashlib.sha256(bytes([i])).hexdigest() for i in range(100))
    assert over_budget(noise) == "this picture is 3.6 KB packed, 3 KB at most; leave out an arrow or a thing"


# -- colours ----------------------------------------------------------------------------------------------------------


def test_every_class_has_a_rule_and_every_colour_its_light_value() -> None:
    css = page_css()
    light = {f"sf-{key}": token.light for key, token in TOKENS.items()}
    hidden = {"base": "supine", "view": "left", "feel": ["left piriformis"], "breath": "out"}
    text = picture(SEATED).inline + picture(hidden).inline
    for name in classes(f"<svg>{text}</svg>") - {"sf", "sf-fa"}:
        assert re.search(rf"\.{name}\b", css), name
    for name, value in re.findall(r'class="(sf-[a-z\d]+)" fill="(#\w+)"', text):
        assert light[name] == value


def test_tokens_are_named_in_every_column() -> None:
    for column in ("light", "dark", "print", "forced"):
        lines = tokens_css(column).splitlines()
        assert len(lines) == len(TOKENS)
        assert all(re.fullmatch(r"--fig-[a-z\d-]+: (#[\da-f]{6}|[A-Z]\w+);", line) for line in lines)


def test_the_style_of_a_file_names_only_what_occurs() -> None:
    style = alone_css(frozenset(("sf", "n", "mu")))
    assert ".n{" in style
    assert ".p1" not in style
    assert "#fff" not in style
    assert ".p1{fill:#fff}" in alone_css(frozenset(("p1",))), "three digits where they say as much as six"
    assert "var(" not in style


def _luminance(colour: str) -> float:
    """Relative luminance of WCAG 2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(a: str, b: str) -> float:
    low, high = sorted((_luminance(a), _luminance(b)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("column", ["light", "dark", "print"])
def test_colours_can_be_told_apart(column: str) -> None:
    colour = {key: getattr(token, column) for key, token in TOKENS.items()}
    assert _contrast(colour["n"], colour["e"]) >= 3, "the body's outline"
    assert _contrast(colour["mu"], colour["n"]) >= 2.5, "a solid patch and its edge"
    assert _contrast(colour["wa"], colour["mu"]) >= 1.8, "an outlined patch and its outline"
    assert _contrast(colour["ar"], colour["bg"]) >= 3, "an arrow on the tile"
    assert _contrast(colour["k"], colour["kl"]) >= 2, "a muscle of the map and the gap beside it"


# -- order of painting ------------------------------------------------------------------------------------------------


def test_what_is_nearer_lies_in_front() -> None:
    camera = Camera(0, 0)
    near, far = on_screen(camera, [((0, 0, 10), 3)]), on_screen(camera, [((1, 0, -10), 3)])
    assert in_front(near, far) > 0
    assert in_front(far, near) < 0
    assert in_front(near, on_screen(camera, [((50, 0, 0), 3)])) == 0


def test_pieces_are_painted_from_back_to_front() -> None:
    balls = [[((float(i), 0.0, z), 4.0)] for i, z in enumerate((5.0, -20.0, 20.0))]
    for azimuth, expected in ((0, (1, 0, 2)), (180, (2, 0, 1))):
        pieces = [Painted(partial(on_screen, Camera(azimuth, 0), ball)) for ball in balls]
        assert painting_order(pieces) == expected


def test_a_level_outweighs_depth() -> None:
    pieces = [Painted(lambda: [(0, 0, 90, 9)], -5), Painted(lambda: [(0, 0, 0, 9)])]
    assert painting_order(pieces) == (0, 1)


def test_far_limbs_are_darker_only_in_profile() -> None:
    body = made()
    assert far_parts(body, Camera(0, 0)) == frozenset()
    assert far_parts(body, Camera(40, 8)) == frozenset()
    assert "right thigh" in far_parts(body, Camera(90, 8))
    assert far_parts(body, Camera(-90, 8)) == {name.replace("right", "left") for name in far_parts(body, Camera(90, 8))}
