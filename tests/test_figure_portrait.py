"""A body on paper: clothes that end straight, light on its side, a face that is seen from in front, the same bytes."""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
import yaml

from figure_bodies import made
from figure_scenes import has_inset, picture
from figure_skin import rest, skin
from stretchguide.figure.body.limbs import ArmAngles, LegAngles
from stretchguide.figure.body.skeleton import SIGN, Body
from stretchguide.figure.ink.palette import TOKENS
from stretchguide.figure.muscles import shapes
from stretchguide.figure.picture.scene import Scene
from stretchguide.figure.portrait.light import LitPlace, lit
from stretchguide.figure.portrait.line_art import LineArt
from stretchguide.figure.portrait.portrait import Portrait
from stretchguide.figure.portrait.tints import FAR, THING
from stretchguide.figure.raster.grid import grid_over
from stretchguide.figure.raster.meshes import Mesh
from stretchguide.figure.raster.pixels import EMPTY, Pixels, pixels_of
from stretchguide.figure.rest.regions import BodyRegion
from stretchguide.figure.shapes.geometry import Camera
from stretchguide.figure.solver.solve import solve
from stretchguide.figure.things.shapes import Prop, PropFace
from stretchguide.figure.words.language import parse
from stretchguide.figure.words.pose import LitMuscle
from stretchguide.figure.words.pose_steps import mirrored
from stretchguide.format.sides import SIDES

ROOT = Path(__file__).resolve().parents[1]
CASES: dict[str, dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "golden" / "figures.yml").read_text("utf-8"))
SOME = (
    "base-stand",
    "base-sit-chair",
    "base-sit-heels",
    "base-supine",
    "thing-bar",
    "thing-bed",
    "thing-chair",
    "thing-mat",
)
FRONT, BACK = Camera(0, 0), Camera(180, 0)
BOX = (-95.0, -230.0, 95.0, 10.0)
ARMS_UP = ArmAngles(lift=150, plane=20, elbow=10)


def raised() -> Body:
    return made(limbs=(LegAngles(), LegAngles(), ARMS_UP, ARMS_UP))


def art(body: Body, camera: Camera, *places: LitPlace, things: tuple[Prop, ...] = ()) -> LineArt:
    return Portrait(rest(), skin(body), body, camera, places, things).art(BOX)


def drawn(words: dict[str, Any], felt: tuple[LitMuscle, ...] = ()) -> tuple[str, str]:
    found = picture(words, 'a "pose" <of> & more', felt)
    return found.inline, found.alone


def at_rest(camera: Camera, pixels: int = 400) -> Pixels:
    """The body as it stands at rest, each pixel with its place on it."""
    every = rest()
    mesh = Mesh(every.drawn, every.faces.astype(np.intp), every.regions.astype(np.intp), every.places)
    return pixels_of(grid_over(BOX, pixels), camera, mesh)


# both sides


@pytest.mark.parametrize("name", ["thing-chair", "thing-step", "thing-strap", "place-chair-seat"])
def test_the_mirrored_pose_gives_the_mirrored_picture(name: str) -> None:
    """Each pixel shows what one beside it shows on the other picture, but for a few in corners of lines."""
    own, other = (regions_of(words) for words in (CASES[name], mirrored(CASES[name])))
    near = [np.roll(other[:, ::-1], (down, aside), (0, 1)) for down in (-1, 0, 1) for aside in (-1, 0, 1)]
    alike = np.any([each == own for each in near], axis=0)
    assert (own != EMPTY).sum() > 9000
    assert (~alike).sum() < 0.004 * (own != EMPTY).sum()


def regions_of(words: dict[str, Any]) -> np.ndarray:
    """What each pixel shows of a pose in a box that is as wide on both sides."""
    pose = parse(words)
    return Scene(rest(), solve(pose), pose).portrait.art((-140.0, -230.0, 140.0, 90.0)).pixels.region


# clothes


@pytest.mark.parametrize("side", SIDES)
def test_a_sleeve_ends_in_a_plane(side: str) -> None:
    found = art(raised(), FRONT)
    region, mark, depth = found.pixels.region, found.pixels.mark, found.pixels.depth
    is_edge = (region[:-1] == BodyRegion.SHIRT) & (region[1:] == BodyRegion.SKIN)
    is_edge |= (region[:-1] == BodyRegion.SKIN) & (region[1:] == BodyRegion.SHIRT)
    is_sleeve = is_edge & (mark[0][:-1] * SIGN[side] > 22)
    row, column = np.nonzero(is_sleeve)
    assert len(row) > 8
    spots = np.stack([column, row, depth[:-1][is_sleeve] / found.pixels.grid.cell], axis=1)
    off = spots - spots.mean(0)
    assert np.linalg.svd(off, compute_uv=False)[2] / len(row) ** 0.5 < 1.2, "pixels from the plane"


def test_a_collar_is_one_line_from_shoulder_to_shoulder() -> None:
    for body in (made(), raised()):
        region = art(body, FRONT).pixels.region
        neck = region[:, region.shape[1] // 2 - 17 : region.shape[1] // 2 + 17]
        steps = (neck[:-1] == BodyRegion.SKIN) & (neck[1:] == BodyRegion.SHIRT)
        assert (steps.sum(0) <= 1).all(), "in no column does the collar turn back"


def test_the_shirt_lies_over_the_trousers_all_round() -> None:
    for camera in (FRONT, BACK):
        region = art(made(), camera).pixels.region
        rows = np.nonzero((region == BodyRegion.TROUSERS).any(1))[0]
        shirt = np.nonzero((region == BodyRegion.SHIRT).any(1))[0]
        assert shirt[-1] - rows[0] < 6, "pixels in which both are seen"


# light


@pytest.mark.parametrize("side", SIDES)
def test_no_muscle_of_one_side_crosses_the_middle(side: str) -> None:
    for camera in (FRONT, BACK):
        pixels = at_rest(camera)
        for name in shapes.MUSCLES:
            if _is_central(name):
                continue
            region = lit(pixels, rest(), [LitPlace(name, side, True)]).region
            assert (pixels.mark[0][region > 0] * SIGN[side] > 0).all(), name


_TURNS = (
    LegAngles(lift=95, plane=60),
    LegAngles(lift=20, plane=-90),
    ARMS_UP,
    ArmAngles(lift=90, plane=110, elbow=120),
)


@pytest.mark.parametrize("side", SIDES)
def test_light_of_one_side_stays_there_in_every_pose(side: str) -> None:
    """Each pose and view tries some of the muscles, so that all are tried."""
    camera = Camera(35, 15), Camera(160, 30), Camera(-100, -20)
    poses = [made(limbs=_TURNS), *(solve(parse(CASES[name])) for name in SOME[1:4])]
    views = [art(body, view).pixels for body in poses for view in camera]
    for number, name in enumerate(name for name in shapes.MUSCLES if not _is_central(name)):
        pixels = views[number % len(views)]
        light = lit(pixels, rest(), [LitPlace(name, side, True)])
        assert (pixels.mark[0][light.region > 0] * SIGN[side] > -1).all(), name


def _is_central(name: str) -> bool:
    return any(shape.is_central for shape in shapes.MUSCLES[name].shapes)


def test_every_muscle_is_found_on_who_stands_but_the_one_behind_the_ribs() -> None:
    views = [at_rest(Camera(*angles), 800) for angles in ((0, 0), (180, 0), (90, 0), (0, -80))]
    unseen = {
        name
        for name in shapes.MUSCLES
        if not any((lit(each, rest(), [LitPlace(name, "left", True)]).region > 0).any() for each in views)
    }
    assert unseen <= {"subscapularis"}


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize(
    ("outer", "inner", "middle", "camera"),
    [
        ("biceps-femoris", "semitendinosus", 12.5, BACK),
        ("vasti", "adductors", 11.0, FRONT),
        ("deltoid-back", "rhomboids", 12.0, BACK),
    ],
)
def test_outer_muscles_lie_outside(outer: str, inner: str, middle: float, camera: Camera, side: str) -> None:
    pixels = at_rest(camera, 900)
    out, into = (
        (pixels.mark[0] * SIGN[side])[lit(pixels, rest(), [LitPlace(name, side, True)]).region > 0]
        for name in (outer, inner)
    )
    assert out.mean() > middle > into.mean()


@pytest.mark.parametrize(("angle", "far"), [(90, "right"), (-90, "left")])
def test_in_profile_the_far_leg_is_darker_and_no_other(angle: float, far: str) -> None:
    strides = (LegAngles(lift=30), LegAngles(lift=20, plane=-90), ArmAngles(), ArmAngles())
    pixels = art(made(limbs=strides), Camera(angle, 0)).pixels
    dark = np.isin(pixels.region, list(FAR.values()))
    assert dark.sum() > 500
    assert (pixels.mark[0][dark] * SIGN[far] > 0).all()
    below = (pixels.mark[1] < 70) & np.isin(pixels.region, list(FAR)) & (pixels.mark[0] * SIGN[far] > 0)
    assert not below.any()


def test_seen_from_in_front_no_limb_is_darker() -> None:
    assert not np.isin(art(raised(), FRONT).pixels.region, list(FAR.values())).any()


def test_a_muscle_behind_shows_nothing() -> None:
    place = LitPlace("gluteus-maximus", "left", True)
    assert art(made(), FRONT, place).light.shown[place] < 3
    assert art(made(), BACK, place).light.shown[place] > 100


# face


def test_a_face_is_seen_from_in_front_and_from_no_other_side() -> None:
    assert len(art(made(), FRONT).strokes) == 6
    assert 2 <= len(art(made(), Camera(90, 0)).strokes) <= 4
    assert art(made(), BACK).strokes == []


# things and shadow


def test_a_thing_before_the_body_hides_it() -> None:
    corners = ((-60.0, 0.0, 60.0), (60.0, 0.0, 60.0), (60.0, 110.0, 60.0), (-60.0, 110.0, 60.0))
    board = Prop("board", (PropFace("p1", corners),), lambda: [])
    assert (art(made(), FRONT).pixels.region == BodyRegion.TROUSERS).any()
    assert not (art(made(), FRONT, things=(board,)).pixels.region == BodyRegion.TROUSERS).any()
    assert (art(made(), BACK, things=(board,)).pixels.region == BodyRegion.TROUSERS).any()


def test_who_stands_has_a_shadow_and_who_hangs_has_none() -> None:
    body = made()
    assert art(body, Camera(30, 20)).shadow.any()
    for name, (x, y, z) in body.joints.items():
        body.joints[name] = (x, y + 40, z)
    assert not art(body, Camera(30, 20)).shadow.any()


def test_a_shadow_on_a_thing_ends_where_its_top_does() -> None:
    body = made()
    for name, (x, y, z) in body.joints.items():
        body.joints[name] = (x, y + 40, z)
    corners = ((-60.0, 40.0, -60.0), (60.0, 40.0, -60.0), (60.0, 40.0, 60.0), (-60.0, 40.0, 60.0))
    board = Prop("board", (PropFace("p1", corners),), lambda: [])
    found = art(body, Camera(30, 20), things=(board,))
    on_it = found.pixels.region == THING
    assert found.shadow[on_it].any(), "the soles rest on it"
    assert not found.shadow[found.pixels.region == EMPTY].any(), "nothing beside it is darker"


# the picture


@pytest.mark.parametrize("name", sorted({*SOME, *(name for name in CASES if name.startswith("base-"))}))
def test_a_picture_has_no_ids_few_bytes_and_known_colours(name: str) -> None:
    inline, alone = drawn(CASES[name])
    root = ElementTree.fromstring(inline)
    assert root.get("aria-label") == 'a "pose" <of> & more'
    every = list(root.iter())
    assert not any(each.get("id") for each in every)
    classes = {word for each in every for word in (each.get("class") or "").split()}
    assert classes <= {"sf", "sf-o", *(f"sf-{token}" for token in TOKENS), "sf-l", "sf-y", "sf-hl", "sf-b", "sf-fa"}
    assert all(re.fullmatch(r"[MmLlHhVvCcQqTtSsAaZz0-9 .-]*", each.get("d", "")) for each in every)
    assert len(gzip.compress(alone.encode(), 9, mtime=0)) <= 3072
    assert ElementTree.fromstring(alone)[0].text == 'a "pose" <of> & more'


def test_what_is_lit_is_lit_on_the_body_or_in_the_inset() -> None:
    words = {"base": "stand", "view": "front 4"}
    (front, _), (back, _) = (
        drawn({**words, "view": view}, (LitMuscle("hamstrings", None),)) for view in ("front 4", "back 4")
    )
    assert has_inset(front), "from in front they are shown in an inset"
    assert not has_inset(back)
    assert 'class="sf-mu"' in back


@cache
def digest() -> str:
    """Of some pictures, to the last byte."""
    felt = (LitMuscle("hamstrings", None), LitMuscle("latissimus-dorsi", "left"))
    return hashlib.sha256("".join(drawn(CASES[name], felt)[1] for name in SOME).encode()).hexdigest()


@pytest.mark.parametrize("kernel", ["Prescott", "Haswell"])
def test_the_same_bytes_in_every_process(kernel: str) -> None:
    """Whatever kernels the matrix library takes for the machine, and whatever order Python gives to sets, and
    without asserts."""
    code = "import test_figure_portrait as portrait; print(portrait.digest())"
    path = os.pathsep.join(str(ROOT / folder) for folder in ("hooks", "tests", "."))
    found = subprocess.run(
        [sys.executable, "-O", "-c", code],
        check=True,
        env={**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": "1", "OPENBLAS_CORETYPE": kernel},
        capture_output=True,
        encoding="utf-8",
    )
    assert found.stdout.strip() == digest()
