"""What the build writes for the player: words for each side, plain texts, ways out, and where it leads to."""

from __future__ import annotations

import json
from typing import Any

import pytest

from records import ROOT, TODAY, sample_library
from site_pages import FOUNDING
from stretchguide.gallery.gallery import CACHE, Gallery
from stretchguide.pages import player
from stretchguide.pages.page import Drawn
from stretchguide.pages.writer import Writer


def data(address: str) -> Any:
    library, gallery = sample_library(), Gallery(ROOT / CACHE)
    drawn = Drawn({FOUNDING: gallery.figures(FOUNDING, library.guides[FOUNDING].record)})
    writer = Writer(library, ROOT / "overrides" / "pages", "A site", TODAY, drawn)
    return json.loads(player.files(writer)[address]())


def test_a_step_has_words_for_each_side_and_a_picture_that_stands_alone() -> None:
    told = data(f"exercises/{FOUNDING}/player.json")
    assert [play["name"] for play in told["plays"]] == ["Seated", "Floor"]
    (item,) = told["plays"][0]["items"]
    move, hold = (next(step for step in item["steps"] if step["phase"] == phase) for phase in ("move", "hold"))
    right, left = move["said"]
    assert right["text"] == "Bring your left hand to your right knee and turn your chest right."
    assert left["text"] == "Bring your right hand to your left knee and turn your chest left."
    assert "turned to the left" in hold["said"][1]["alt"], "no picture is told by the number of a step"
    assert move["turns"]
    assert move["figure"].startswith(f"../../figures/{FOUNDING}/")
    assert told["next"][0]["link"].startswith("../")
    assert item["easier"][0]["text"]
    assert {"who", "title", "link"} == set(item["instead"][0])


def test_a_routine_has_its_own_dose_and_leads_to_the_steps() -> None:
    (play,) = data("routines/short-break/player.json")["plays"]
    first = play["items"][0]
    assert [bout["hold"] for bout in first["bouts"]] == [[20, 20], [20, 20]]
    assert "steps_at" not in first


def test_emphasis_and_links_of_a_record_are_told_as_plain_text() -> None:
    told = json.dumps(data("exercises/odd-words/player.json"))
    assert "**" not in told
    assert "](" not in told


@pytest.mark.parametrize(
    ("pose", "presses"),
    [({"arrows": ["press right heel down"]}, True), ({"arrows": ["right heel up"]}, False), ({"arrows": []}, False)],
)
def test_which_step_presses_is_told_by_its_picture(pose: dict[str, Any], presses: bool) -> None:
    guide = sample_library().guides[FOUNDING]
    step = guide.first.written.steps[1].model_copy(update={"pose": pose})
    assert player.tells_press(step) is presses
