"""The picture of a body: order of painting, colours, size, and what is said when a muscle cannot be seen."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figure_bodies import bodies, made
from stretchguide.figure import head
from stretchguide.figure.body import SIDES, Body, Trunk
from stretchguide.figure.depth import Joint, Piece, Spot, in_front, on_screen, painting_order
from stretchguide.figure.drawing import better_view, figure, figure_and_file, hidden_highlights
from stretchguide.figure.flesh import PART_NAMES
from stretchguide.figure.geometry import Camera, rotation_x
from stretchguide.figure.language import parse
from stretchguide.figure.language_tables import VIEWS
from stretchguide.figure.limbs import ArmAngles, LegAngles
from stretchguide.figure.painting import far_parts
from stretchguide.figure.palette import TOKENS, alone_css, page_css, tokens_css
from stretchguide.figure.pose import Arrow, Felt, Pose, Thing, View
from stretchguide.figure.solver import solve

SVG = "{http://www.w3.org/2000/svg}"
FRONT = Pose("stand", None, View("front", 8))
poses = st.builds(
    Pose,
    st.sampled_from(["stand", "supine", "all-fours"]),
    st.none(),
    st.builds(View, st.sampled_from(sorted(VIEWS)), st.sampled_from([0.0, 14.0, 50.0])),
    feel=st.sampled_from([(), (Felt("vasti", "left"),), (Felt("gluteus-maximus"), Felt("splenius"))]),
    also=st.sampled_from([None, (Felt("hamstrings", "right"),)]),
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


def drawn(words: Mapping[str, object], **how: object) -> str:
    """The picture of a pose in words."""
    pose = parse(words)
    return figure(solve(pose), pose, **how)  # type: ignore[arg-type]


def parsed(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)


def classes(text: str) -> set[str]:
    """Every class of a picture."""
    found = (element.get("class", "").split() for element in parsed(text).iter())
    return {word for words in found for word in words}


# -- the file ---------------------------------------------------------------------------------------------------------


@settings(max_examples=12, deadline=None)
@given(bodies, poses)
def test_every_picture_is_well_formed_small_and_the_same_twice(body: Body, pose: Pose) -> None:
    text = figure(body, pose, title="A title")
    assert text == figure(body.copy(), pose, title="A title")
    root = parsed(text)
    assert not [element for element in root.iter() if "id" in element.attrib]
    assert len(text.encode()) < 8500
    assert len(gzip.compress(text.encode(), 9)) < 3000
    assert not re.search(r"nan|inf|e-\d", text)


@settings(max_examples=12, deadline=None)
@given(bodies, poses)
def test_everything_lies_inside_the_view_box(body: Body, pose: Pose) -> None:
    root = parsed(figure(body, pose._replace(view=pose.view._replace(is_close=False))))
    left, top, width, height = map(float, root.get("viewBox", "").split())
    starts = re.findall(r"M(-?[\d.]+?)(?: |(?=-))(-?[\d.]+)", " ".join(_outer_paths(root)))
    for x, y in ((float(x), float(y)) for x, y in starts):
        assert left <= x <= left + width
        assert top <= y <= top + height


def _outer_paths(element: ElementTree.Element) -> Iterator[str]:
    """Path data that is not in an inset."""
    for child in element:
        if child.tag != f"{SVG}svg":
            yield child.get("d", "")
            yield from _outer_paths(child)


def test_a_picture_with_a_title_is_an_image_and_one_without_is_passed_over() -> None:
    named = parsed(drawn({"base": "stand"}, title='Standing, "tall" & <still>'))
    assert named.get("role") == "img"
    assert named.get("aria-label") == 'Standing, "tall" & <still>'
    unnamed = parsed(drawn({"base": "stand"}))
    assert unnamed.get("aria-hidden") == "true"
    assert "role" not in unnamed.attrib


def test_a_file_is_the_same_picture() -> None:
    pose = parse(SEATED)
    body = solve(pose)
    assert figure_and_file(body, pose, title="T") == (
        figure(body, pose, title="T"),
        figure(body, pose, title="T", alone=True),
    )


def test_a_file_of_its_own_has_size_title_and_colours() -> None:
    root = parsed(drawn(SEATED, alone=True, title="Sitting & turning"))
    assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}style"]
    assert root[0].text == "Sitting & turning"
    width, height = (float(value) for value in root.get("viewBox", "").split()[2:])
    assert float(root.get("width", "")) == pytest.approx(2 * width, abs=1)
    assert float(root.get("height", "")) == pytest.approx(2 * height, abs=1)
    style = root[1].text or ""
    assert "prefers-color-scheme:dark" in style
    assert "print" in style
    assert "forced-colors" in style
    assert set(re.findall(r"\.(sf-[a-z\d]+)", style)) <= classes(ElementTree.tostring(root, encoding="unicode"))


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
    text = drawn(words, title="Half-kneeling, the left arm overhead, the right hand on the right knee, pelvis forward")
    assert len(text.encode()) <= 6000
    assert len(gzip.compress(text.encode(), 9)) <= 2500


# -- colours ----------------------------------------------------------------------------------------------------------


def test_every_class_has_a_rule_and_every_colour_its_light_value() -> None:
    css = page_css()
    light = {f"sf-{key}": token.light for key, token in TOKENS.items()}
    text = drawn(SEATED) + drawn({"base": "supine", "view": "left", "feel": ["left piriformis"], "breath": "out"})
    for name in classes(f"<svg>{text}</svg>") - {"sf"}:
        assert re.search(rf"\.{name}\b", css), name
    for name, value in re.findall(r'class="(sf-[a-z\d]+)" fill="(#\w+)"', text):
        assert light[name] == value


def test_tokens_are_named_in_every_column() -> None:
    for column in ("light", "dark", "print", "forced"):
        lines = tokens_css(column).splitlines()
        assert len(lines) == len(TOKENS)
        assert all(re.fullmatch(r"--fig-[a-z\d-]+: (#[\da-f]{6}|[A-Z]\w+);", line) for line in lines)


def test_the_style_of_a_file_names_only_what_occurs() -> None:
    style = alone_css(["sf", "n", "mu"])
    assert ".sf-n" in style
    assert ".sf-p1" not in style
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
    assert in_front(near, far)[0] > 0
    assert in_front(far, near)[0] < 0
    assert in_front(near, on_screen(camera, [((50, 0, 0), 3)])) == (0, 0)


def test_pieces_are_painted_from_back_to_front() -> None:
    balls = {name: [((float(i), 0.0, z), 4.0)] for i, (name, z) in enumerate((("a", 5.0), ("b", -20.0), ("c", 20.0)))}
    for azimuth, expected in ((0, (1, 0, 2)), (180, (2, 0, 1))):
        pieces = [Piece(name, on_screen(Camera(azimuth, 0), ball)) for name, ball in balls.items()]
        assert painting_order(pieces, {}).indices == expected


def test_a_level_outweighs_depth() -> None:
    pieces = [Piece("wall", [Spot(0, 0, 90, 9)], -5), Piece("body", [Spot(0, 0, 0, 9)])]
    assert painting_order(pieces, {}).indices == (0, 1)


def test_the_shared_joint_is_not_compared() -> None:
    pieces = [
        Piece("arm", [Spot(0, 0, 0, 5), Spot(20, 0, 5, 5)]),
        Piece("hand", [Spot(20, 0, 20, 5), Spot(40, 0, 0, 5)]),
    ]
    joints = {("arm", "hand"): Joint((20, 0), 9)}
    assert painting_order(pieces, {}).indices == (0, 1)
    assert painting_order(pieces, joints).overlaps[("hand", "arm")] == 0


@settings(max_examples=10, deadline=None)
@given(bodies, st.sampled_from([-90, 0, 40, 180]))
def test_all_parts_are_painted_once(body: Body, azimuth: int) -> None:
    text = figure(body, FRONT._replace(view=View("front", azimuth / 9)))
    assert text.count("<path") >= len(PART_NAMES) - 8


def test_far_limbs_are_darker_only_in_profile() -> None:
    body = made()
    assert far_parts(body, Camera(0, 0)) == frozenset()
    assert far_parts(body, Camera(40, 8)) == frozenset()
    assert "right thigh" in far_parts(body, Camera(90, 8))
    assert far_parts(body, Camera(-90, 8)) == {name.replace("right", "left") for name in far_parts(body, Camera(90, 8))}
    raised = made(limbs=(LegAngles(lift=60), LegAngles(), ArmAngles(), ArmAngles()))
    side = FRONT._replace(view=View("left", 8))
    assert {"sf-df", "sf-nf"} <= classes(figure(raised, side))


def test_no_outline_crosses_an_open_joint() -> None:
    body = made()
    text = figure(body, FRONT)
    thighs = [path for path in re.findall(r'd="([^"]+)"', text) if "q" in path and not path.endswith("z")]
    assert thighs, "limbs that are painted later are left open at the joint"


# -- head -------------------------------------------------------------------------------------------------------------


def test_ears_and_nose_follow_the_gaze() -> None:
    body = made()
    assert len(head.ears(body, Camera(0, 0))) == 0
    assert len(head.ears(body, Camera(90, 0))) == 1
    assert head.nose(body, Camera(0, 0))
    assert not head.nose(body, Camera(90, 0))
    assert not head.nose(body, Camera(180, 0))


def test_the_nose_is_a_shade_without_lines() -> None:
    noses = [e for e in parsed(figure(made(), FRONT)).iter() if e.get("class") == "sf-no"]
    assert len(noses) == 1
    assert noses[0].get("stroke") == "none"


def test_the_cap_covers_the_head_from_behind_and_little_of_the_face() -> None:
    body = made()

    def lowest(azimuth: float) -> float:
        return max(y for _, y in head.cap(body, Camera(azimuth, 0)))

    assert lowest(180) > lowest(0) + 5
    for azimuth in range(-180, 180, 15):
        outline = head.cap(body, Camera(azimuth, 10))
        assert outline
        steps = [abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in pairwise([*outline, outline[0]])]
        assert max(steps) < 12, "the outline does not jump"


def test_a_head_bent_down_shows_its_crown() -> None:
    bowed = made(Trunk((0.0, 90.0, 0.0), rotation_x(90)))
    assert len(head.cap(bowed, Camera(0, 0))) > 8


# -- highlights -------------------------------------------------------------------------------------------------------


def test_what_is_lit_shows_solid_outlined_or_in_an_inset() -> None:
    body = made()
    seen = figure(body, FRONT._replace(feel=(Felt("rectus-femoris", "left"),)))
    assert "sf-mu" in classes(seen)
    assert "<svg" not in seen[4:]
    hidden = FRONT._replace(feel=(Felt("gluteus-maximus", "left"),))
    assert hidden_highlights(body, hidden) == ["left gluteus-maximus"]
    assert "<svg" in figure(body, hidden)[4:]
    warm = figure(body, FRONT._replace(also=(Felt("rectus-femoris", "left"),)))
    assert "sf-wa" in classes(warm)
    assert "sf-mu" not in classes(warm)


def test_what_is_hidden_on_both_sides_is_named_once() -> None:
    body = made()
    both = FRONT._replace(feel=(Felt("gluteus-maximus"), Felt("thoracic-spine"), Felt("rhomboids", "right")))
    assert hidden_highlights(body, both) == ["gluteus-maximus", "right rhomboids", "thoracic-spine"]


def test_what_lies_in_the_middle_is_drawn_once() -> None:
    text = figure(made(), FRONT._replace(view=View("back", 8), feel=(Felt("thoracic-spine"),)))
    assert len([e for e in parsed(text).iter() if e.get("class") == "sf-mu"]) == 1


def test_what_the_variant_feels_is_lit_when_the_pose_says_nothing() -> None:
    body = made()
    felt = (Felt("rectus-femoris", "left"),)
    assert "sf-mu" in classes(figure(body, FRONT, felt=felt))
    assert "sf-mu" not in classes(figure(body, FRONT._replace(feel=()), felt=felt))


def test_an_unknown_muscle_is_refused() -> None:
    with pytest.raises(KeyError):
        figure(made(), FRONT._replace(feel=(Felt("bicep"),)))


def test_a_better_view_is_suggested_only_when_there_is_one() -> None:
    body = made()
    assert better_view(body, FRONT._replace(feel=(Felt("rectus-femoris", "left"),))) is None
    back = better_view(body, FRONT._replace(feel=(Felt("gluteus-maximus"),)))
    assert back is not None
    way, elevation = back.split()
    assert way.startswith("back")
    turned = FRONT._replace(view=View(way, float(elevation)), feel=(Felt("gluteus-maximus"),))
    assert hidden_highlights(body, turned) == []
    assert better_view(body, FRONT._replace(feel=(Felt("diaphragm"), Felt("plantar-fascia")))) is None


def test_an_inset_covers_nothing_of_the_body() -> None:
    root = parsed(drawn({"base": "sit-chair", "view": "front", "feel": ["left rhomboids"]}))
    inset = next(element for element in root if element.tag == f"{SVG}svg")
    x, y = float(inset.get("x", "")), float(inset.get("y", ""))
    starts = re.findall(r"M(-?[\d.]+?)(?: |(?=-))(-?[\d.]+)", " ".join(_outer_paths(root)))
    assert not [(a, b) for a, b in starts if x < float(a) < x + 44 and y < float(b) < y + 50]


@pytest.mark.parametrize("side", SIDES)
def test_the_inset_shows_the_named_side(side: str) -> None:
    root = parsed(drawn({"base": "stand", "view": "front", "feel": [f"{side} gluteus-maximus"]}))
    inset = next(element for element in root if element.tag == f"{SVG}svg")
    patch = next(element for element in inset if element.get("class") == "sf-mu")
    start = re.match(r"M(-?[\d.]+)", patch.get("d", ""))
    assert start
    assert (float(start[1]) < 0) == (side == "left"), "seen from the back, the figure's left is on the left"
