"""The gallery: figures of records, what their texts tell apart, and the words for a picture that is flipped."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from project_copy import ROOT
from records import FOUNDING, Project, sample_library
from stretchguide.figure.words.language import parse
from stretchguide.figure.words.pose import Arrow, Pose
from stretchguide.format.records import Exercise
from stretchguide.format.sides import OTHER
from stretchguide.gallery import artist
from stretchguide.gallery.gallery import CACHE, Gallery, poses_of, shown_by
from stretchguide.gallery.picture import Attempt, Picture
from stretchguide.gallery.posed import Posed, Strip
from stretchguide.gallery.telling import told

DRAWN = [guide for guide in sample_library().guides.values() if guide.first.written.steps[0].pose]
SIDED = [guide.id for guide in DRAWN if guide.first.sides == 2][:3]


@pytest.fixture(scope="module")
def gallery() -> Gallery:
    """That of this project: what the sample's site shows is drawn already."""
    return Gallery(ROOT / CACHE)


def founding() -> Exercise:
    return sample_library().guides[FOUNDING].record


def pictures(gallery: Gallery, read: Exercise, *, mirrored: bool = False) -> list[Picture]:
    found = [each for row in gallery.pictures(read, is_mirrored=mirrored) for each in row if each]
    assert all(isinstance(each, Picture) for each in found)
    return [each for each in found if isinstance(each, Picture)]


BACK = "pose: {trunk: straight, head: straight, arrows: [turn left]}"
NEARLY_BACK = (
    (BACK, "pose: {trunk: turn right 42}"),
    ("head: turn right 15, arrows: [turn right]}", "head: turn right 15, arrows: []}"),
)
"""The move and the way back read alike."""


def edited(tmp_path: Path, *edits: tuple[str, str]) -> Exercise:
    project = Project.copied(tmp_path)
    for old, new in edits:
        project.edit(old, new)
    found = project.read().library
    assert found
    return found.guides[FOUNDING].record


def test_moves_that_read_alike_are_told_apart_by_whence_they_come(gallery: Gallery, tmp_path: Path) -> None:
    moved, held, back = list(gallery.pictures(edited(tmp_path, *NEARLY_BACK))[0])[2:]
    assert isinstance(moved, Picture)
    assert isinstance(held, Picture)
    assert isinstance(back, Picture)
    assert moved.alt == back.alt.replace("from step 4", "from step 2"), (
        "a reader is told of the ghost before any number"
    )
    assert "coming from step 2" in moved.flipped_alt
    assert "degrees" not in moved.alt + back.alt
    assert held.in_row.alt == held.in_row.flipped_alt == "As in step 3."
    assert f'aria-label="{moved.alt}"' in moved.inline


def test_what_is_lit_is_said_where_nothing_else_differs(gallery: Gallery, tmp_path: Path) -> None:
    same = edited(tmp_path, (BACK, "pose: {view: front-right}"))
    held, back = list(gallery.pictures(same)[0])[3:]
    assert isinstance(held, Picture)
    assert isinstance(back, Picture)
    assert held.again == "As in step 3."
    assert back.again == "As in step 3, coming from step 4."
    posed = shown_by(same)[0][3]
    dark = posed._replace(felt=())
    _, _, felt = told([(dark, dark, posed)], [["one", "two", "three"]])
    assert felt.again == (
        "As in step 1, felt in the thoracic rotators, the right external oblique and the left internal oblique."
    )
    assert "felt in the thoracic rotators, the left external oblique" in felt.flipped_again


def test_a_move_back_to_where_it_began_says_from_where_it_comes() -> None:
    tall: dict[str, Any] = {"base": "stand"}
    strip = (Posed(tall, ()), Posed({**tall, "arms": "raise side 90"}, (), moves=True), Posed(tall, (), moves=True))
    texts = [each.alt for each in told([strip], [["first", "second", "third"]])]
    assert texts == ["Standing.", "Standing, arms out to the side.", "Standing, coming from step 2."]


def texts_of(*strip: Posed) -> list[str]:
    """The texts of the pictures of a strip, each another drawing, as they stand in their row."""
    rows = told([strip], [[str(number) for number, _ in enumerate(strip)]])
    return [each.again or each.alt for each in rows]


def test_an_arrow_that_is_drawn_for_both_sides_is_told_of_both() -> None:
    ring, up = Arrow("right shoulder", "circle", ("back",)), Arrow("right foot", "move", ("up",))
    hand = Arrow("left hand", "move", ("down", "right"))
    seat: dict[str, Any] = {"base": "sit-chair"}
    start = Posed(seat, ())
    drawn_back = Posed({**seat, "arms": "raise side 8, elbow 10, draw back 18"}, (), True, arrows=(ring,))
    pumped = Posed({**seat, "feet": "toes up 30"}, (), True, arrows=(up,))
    assert texts_of(start, drawn_back)[1].endswith("arrow: circle both shoulders backwards.")
    assert texts_of(start, pumped)[1].endswith("arrow: both feet up.")
    held = Posed({**seat, "arms": "raise side 6, elbow 90"}, ())
    assert texts_of(held, start._replace(moves=True, arrows=(hand,)))[1].endswith("both hands down and inwards.")


def test_an_arrow_of_one_side_is_told_of_it_alone() -> None:
    up = Arrow("right foot", "move", ("up",))
    seat: dict[str, Any] = {"base": "sit-chair"}
    one = Posed({**seat, "right foot": "toes up 30"}, (), True, arrows=(up,))
    both = Posed({**seat, "feet": "toes up 30"}, (), True, arrows=(up,))
    texts = texts_of(Posed(seat, ()), one, both)
    assert [text.rpartition(", ")[2] for text in texts[1:]] == ["arrow: right foot up."] * 2


def test_a_picture_that_shows_a_part_of_what_it_repeats_says_so() -> None:
    whole: dict[str, Any] = {"base": "sit-chair", "view": "front 40"}
    spread = {**whole, "view": "front 40 close feet", "toes": "spread"}
    near = {**whole, "view": "front 40 close feet"}
    texts = texts_of(Posed(whole, ()), Posed(spread, (), moves=True), Posed(near, (), moves=True, goes_back=True))
    assert texts[2] == "As in step 1, feet close up, coming from step 2."
    texts = texts_of(Posed(near, ()), Posed(spread, (), moves=True), Posed(whole, (), moves=True, goes_back=True))
    assert "As in" not in texts[2]


def test_nobody_is_told_how_many_centimetres_wide_a_doorway_is() -> None:
    wide, narrow = ({"base": "stand", "props": f"doorway {width}"} for width in (76, 73))
    texts = [each.alt for each in told([(Posed(wide, ()),), (Posed(narrow, ()),)], [["one"], ["other"]])]
    assert texts == ["Standing, in a doorway."] * 2


def test_no_more_is_told_than_tells_apart() -> None:
    """Of two poses that differ in several ways by little, one way is said in numbers."""
    seat: dict[str, Any] = {"base": "stand", "trunk": "turn right 30", "right arm": "raise side 60"}
    other = {**seat, "trunk": "turn right 32", "right arm": "raise side 62"}
    texts = [each.alt for each in told([(Posed(seat, ()), Posed(other, ()))], [["one", "other"]])]
    said = "Standing, chest turned {} degrees to the right, right arm out to the side."
    assert texts == [said.format(30), said.format(32)]


def test_the_words_of_a_drawing_say_what_its_feet_do() -> None:
    hanging: dict[str, Any] = {"base": "hang", "arms": "raise front 148, elbow 44, grip", "left leg": "knee 0, flex 0"}
    picture = Gallery().picture({**hanging, "right leg": "knee 60"})
    assert picture.drawing.seen.feet == ("flat", "")
    assert picture.alt.startswith("Standing under a bar, hands on it")


def test_the_way_back_has_its_ghost_and_says_where_it_was_and_whence_it_comes(gallery: Gallery) -> None:
    record = sample_library().guides["childs-pose"].record
    first, *_, back = (each for each in gallery.pictures(record)[0] if isinstance(each, Picture))
    assert "stroke-dasharray" in back.inline
    assert "stroke-dasharray" not in first.inline
    whence = len(record.variants[0].steps) - 1
    assert back.in_row.alt == f"As in step 1, arrow: head up, coming from step {whence}."
    assert back.alt == f"{first.alt.removesuffix('.')}, arrow: head up."


@pytest.mark.parametrize("id", sorted(sample_library().guides))
def test_every_arrow_that_is_drawn_is_told_and_no_other(id: str) -> None:
    for row in Gallery(ROOT / CACHE).pictures(sample_library().guides[id].record):
        for each in row:
            if isinstance(each, Picture):
                shown = each.drawing.arrows
                heads = "".join(re.findall(r'<path class="sf-ar"[^>]* d="([^"]*)"', each.inline))
                assert len(shown) == heads.count("M"), "one head each"
                assert ("arrow" in each.alt) == bool(shown), each.alt
                assert not shown or ("arrows: " in each.alt) == _are_told_as_several(shown), each.alt


def _are_told_as_several(shown: Sequence[Arrow]) -> bool:
    """Whether arrows are told as more than one: not two of one part, nor two that both sides have alike."""
    if len(shown) != 2:
        return len(shown) > 1
    (side, _, part), (other, _, its) = (each.part.partition(" ") for each in shown)
    first, second = ({side: "out", OTHER.get(side): "in"}, {other: "out", OTHER.get(other): "in"})
    ways = [[seen.get(way, way) for way in each.ways] for seen, each in zip((first, second), shown, strict=True)]
    alike = part == its and OTHER.get(side) == other and (ways[0] == ways[1] or shown[0].ways == shown[1].ways)
    return not (alike or shown[0].part == shown[1].part)


def test_a_way_back_is_seen_by_who_sees_one_picture_alone(gallery: Gallery) -> None:
    """A picture that stands for its stretch has a frame of its own, its size with it."""
    of_record = sample_library().guides["childs-pose"].record
    row = [each for each in gallery.pictures(of_record)[0] if isinstance(each, Picture)]
    low = row[-2]
    alone = low.by_itself
    width, height = (float(each) for each in re.findall(r'viewBox="\S+ \S+ (\S+) (\S+)"', alone.alone)[0])
    assert height < float(re.findall(r'viewBox="\S+ \S+ \S+ (\S+)"', low.alone)[0]) * 0.8
    drawn = [int(each) for each in re.findall(r'<svg[^>]* width="(\d+)" height="(\d+)"', alone.alone)[0]]
    assert drawn[0] / drawn[1] == pytest.approx(width / height, rel=0.02)
    assert alone.inline.partition(">")[2] == low.inline.partition(">")[2], "only the frame is another"
    assert row[0].by_itself.shape >= row[0].shape * 0.4


def test_a_version_is_drawn_once_whatever_is_told_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[Strip] = []

    tried = artist.tried

    def watched(strip: Strip) -> Sequence[Attempt]:
        drawn.append(strip)
        return tried(strip)

    monkeypatch.setattr(artist, "tried", watched)
    close = edited(tmp_path, *NEARLY_BACK)
    first = Gallery(tmp_path / "kept")
    assert "coming from step" in " ".join(each.alt for each in pictures(first, close))
    assert first.pictures(close) is first.pictures(close)
    assert pictures(Gallery(tmp_path / "kept"), close) == pictures(first, close)
    assert drawn == shown_by(close)


def test_numbers_are_not_said_where_plain_words_are_enough(gallery: Gallery) -> None:
    assert not [each.alt for each in pictures(gallery, founding()) if "degrees" in each.alt]


@pytest.mark.parametrize("id", SIDED)
def test_pictures_that_differ_have_texts_that_differ(gallery: Gallery, id: str) -> None:
    for row in gallery.pictures(sample_library().guides[id].record):
        for one, other in combinations([each for each in row if isinstance(each, Picture)], 2):
            assert one.in_row.alt != other.in_row.alt or one.drawing == other.drawing


@pytest.mark.parametrize("id", SIDED)
def test_poses_of_two_variants_that_differ_have_texts_that_differ(gallery: Gallery, id: str) -> None:
    record = sample_library().guides[id].record
    meant: dict[str, set[Pose]] = {}
    for variant, row in zip(record.variants, gallery.pictures(record), strict=True):
        for words, each in zip(poses_of(variant), row, strict=True):
            assert words is not None
            assert isinstance(each, Picture)
            bare = {key: value for key, value in words.items() if key not in ("view", "feel", "also", "breath")}
            if not each.again:
                meant.setdefault(each.alt, set()).add(parse(bare))
    assert {len(poses) for poses in meant.values()} == {1}


@pytest.mark.parametrize("id", SIDED)
def test_a_flipped_picture_has_the_words_of_the_pose_for_the_other_side(gallery: Gallery, id: str) -> None:
    read = sample_library().guides[id].record
    right, left = pictures(gallery, read), pictures(gallery, read, mirrored=True)
    for one, other in zip(right, left, strict=True):
        if one.flipped_alt:
            assert one.flipped_alt == other.alt
            assert other.flipped_alt == one.alt
        else:
            assert one == other, "both sides look alike"
    assert any(one.flipped_alt for one in right)


def test_a_pose_that_both_sides_share_is_not_flipped(gallery: Gallery, tmp_path: Path) -> None:
    straight = edited(tmp_path, ("pose: {base: sit-chair, view: front-right}", "pose: {base: sit-chair, view: front}"))
    assert pictures(gallery, straight)[0].flipped_alt == ""


def test_pictures_are_found_again_on_disk(tmp_path: Path) -> None:
    first = pictures(Gallery(tmp_path), founding())
    again = Gallery(tmp_path)
    assert len(list(tmp_path.glob("*/*"))) == len(founding().variants) + 1, "a file a version, and one of texts"
    assert pictures(again, founding()) == first


Kept = tuple[Path, list[Picture]]


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    folder = tmp_path_factory.mktemp("drawn")
    return folder, pictures(Gallery(folder), short())


@pytest.fixture
def kept(drawn: Kept, tmp_path: Path) -> Kept:
    """A folder in which a short record is kept, to be spoilt, and its pictures."""
    folder, first = drawn
    return Path(shutil.copytree(folder, tmp_path / "kept")), first


def short() -> Exercise:
    """The record that is drawn soonest."""
    whole = (guide.record for guide in DRAWN if len(guide.variants) == 1)
    return min(whole, key=lambda record: len(poses_of(record.variants[0])))


def test_an_entry_that_cannot_be_used_is_made_again(tmp_path: Path) -> None:
    first = pictures(Gallery(tmp_path), founding())
    entries = sorted(tmp_path.glob("*/*"))
    spoilt = (entries[1].read_bytes().replace(b"hand", b"foot"), b"\xff", b"{")
    for path, content in zip(entries, spoilt, strict=True):
        path.write_bytes(content)
    assert pictures(Gallery(tmp_path), founding()) == first


@pytest.mark.parametrize(
    "change",
    [
        {"drawings": 5},
        {"drawings": []},
        {"drawings": [5]},
        {"texts": [["A text."]]},
        {"texts": "none"},
        {"angles": {"back rounds": "far"}},
        {"faults": [["base"]]},
        {"faults": "none"},
        {"faults": [["base", None]]},
        {"sights": [["base"]]},
        {"seen": "none"},
        {"seen": [["flat"], []]},
        {"seen": [["flat", ""], [["pelvis", [0, "high", 0]]]]},
        {"more": "words"},
    ],
    ids=str,
)
def test_an_entry_of_another_shape_is_made_again(kept: Kept, change: dict[str, Any]) -> None:
    folder, first = kept
    store = Gallery(folder).store
    assert store
    for path in folder.glob("*/*"):
        entry = store.get(path.name)
        drawings = [{**each, **change} for each in entry.get("drawings", ())]
        is_of_drawing = not {"drawings", "texts"} & set(change)
        store.put(path.name, {**entry, **({"drawings": drawings} if is_of_drawing else change)})
    assert pictures(Gallery(folder), short()) == first
