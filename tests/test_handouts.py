"""A record to its printed sheet: words, places for a pen, the way back to the site; and nothing of it breaks out.

After a change that is meant, ``UPDATE_GOLDEN=1 python3 dev.py test tests/test_handouts.py`` writes the golden sheets
anew; read the difference before it is committed. They have no figures. A new case is an empty file in
``golden/sheets``.
"""

from __future__ import annotations

import dataclasses
import datetime
import os
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import get_args

import html5lib
import pytest
import segno

from records import FOUNDING, sample_library
from sheet_words import SITE_URL, TEMPLATES, sheets_of, worded
from stretchguide.format.fields import Range
from stretchguide.format.sides import names_side
from stretchguide.guides.guide import Guide
from stretchguide.guides.library import Library, Warned
from stretchguide.guides.routine import JoinedRoutine
from stretchguide.guides.routine_cautions import routine_cautions
from stretchguide.pages import addresses, handout_cautions, handouts, paper, paper_routine, qr
from stretchguide.pages.handout_words import Remark, Telling, blanks, feel, item_text, safety
from stretchguide.pages.handouts import Imprint
from stretchguide.pages.lines import LEADING, POINT, Beside, lines, paragraph, width
from stretchguide.pages.lines import words as widths_of
from stretchguide.pages.page import Drawn
from stretchguide.pages.paper import Number, Safety, SheetWords
from stretchguide.pages.paper_routine import RoutineRow, RoutineWords, SheetForm
from stretchguide.pages.writer import Writer
from test_hostile import FRAGMENTS, skeleton

GOLDEN = Path(__file__).parent / "golden"
BAR = re.compile(r"[Mm](-?\d+) (\d+)(?:\.5)?h(\d+)")
TODAY = datetime.date(2026, 11, 22)
HOLD = Number("Hold s (20)")
DATES = {"exercises/knee-rolls.yml": datetime.date(2026, 3, 12), "exercises/odd-words.yml": datetime.date(2026, 4, 1)}


def printed(of: Library, imprint: Imprint, today: datetime.date = TODAY) -> dict[str, str]:
    """The sheets of a library, without figures."""
    writer = Writer(of, TEMPLATES, "Golden Guide", today, Drawn())
    return dict(handouts.sheets(writer, TEMPLATES, imprint))


def golden() -> dict[str, str]:
    return printed(sample_library(), Imprint(SITE_URL, DATES))


def golden_uris() -> list[str]:
    folder = GOLDEN / "sheets"
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))


def test_every_golden_file_is_of_a_sheet() -> None:
    if os.environ.get("UPDATE_GOLDEN"):
        for uri in golden_uris():
            (GOLDEN / "sheets" / uri).write_text(golden()[uri], "utf-8")
    assert set(golden_uris()) <= set(golden())


@pytest.mark.parametrize("uri", golden_uris())
def test_sheet_is_as_its_golden_file(uri: str) -> None:
    assert golden()[uri] == (GOLDEN / "sheets" / uri).read_text("utf-8")


def tree_of(text: str) -> ET.Element:
    tree: ET.Element = html5lib.parse(text, namespaceHTMLElements=False)
    return tree


def main_of(text: str) -> ET.Element:
    found = tree_of(text).find(".//main")
    assert found is not None
    return found


def words_of(element: ET.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def only(text: str, of_class: str) -> ET.Element:
    found = [each for each in main_of(text).iter() if of_class in each.get("class", "").split()]
    assert len(found) == 1
    return found[0]


# Which sheets there are


def test_each_variant_has_a_sheet_and_the_first_one_stands_for_the_guide() -> None:
    found = set(golden())
    for guide in sample_library().guides.values():
        several = {f"print/exercises/{guide.id}/{variant.written.id}/index.html" for variant in guide.variants}
        expected = {f"print/exercises/{guide.id}/index.html"} | (several if len(several) > 1 else set())
        assert {uri for uri in found if uri.startswith(f"print/exercises/{guide.id}/")} == expected
    assert {uri for uri in found if "/routines/" in uri} == {
        f"print/routines/{id}/{sheet}index.html" for id in sample_library().routines for sheet in ("", "poster/")
    }


def test_the_guides_sheet_is_that_of_its_first_variant() -> None:
    sheets = sheets_of(sample_library())
    guide = sample_library().guides[FOUNDING]
    own = main_of(sheets[addresses.guide_sheet(guide, guide.first)])
    assert ET.tostring(main_of(sheets[addresses.guide_sheet(guide)])) == ET.tostring(own)
    others = [each.get("href") for each in tree_of(sheets[addresses.guide_sheet(guide)]).findall(".//nav//a")]
    assert others == ["../../../exercises/upper-back-trunk-rotation/", "floor/"]


# What a sheet says


def test_every_step_has_its_figure_and_its_words() -> None:
    guide = sample_library().guides[FOUNDING]
    for variant in guide.variants:
        steps = main_of(sheets_of(sample_library())[addresses.guide_sheet(guide, variant)]).findall(".//ol/li")
        assert len(steps) == len(variant.written.steps)
        for step, item in zip(variant.written.steps, steps, strict=True):
            assert words_of(item).startswith(f"{step.title}. {step.text}")
            drawings = [each for each in item.iter() if each.tag.endswith("svg") and each.get("role") == "img"]
            assert [bool(each.get("aria-label")) for each in drawings] == [True]


def test_every_number_has_a_blank_and_the_guides_own_value() -> None:
    sheet = golden()["print/exercises/contract-relax/index.html"]
    dose = only(sheet, "dose")
    assert words_of(dose) == (
        "Press s (5) Effort % of full effort (20–50) Hold s (10–30) Repeat times (2–4) Side right left both "
        "How often times a day, days a week (4–6) "
        "Another dose for one side: right left press s effort % of full effort hold s repeat times"
    )
    assert sum(each.get("class") == "pen" for each in dose.iter()) == 10
    assert sum(each.get("class") == "box" for each in dose.iter()) == 5
    assert [words_of(line) for line in only(sheet, "who").iter("p")] == ["Name", "Date"]
    assert words_of(only(sheet, "notes")) == "Notes from your therapist"


@pytest.mark.parametrize(("id", "sets"), [("contract-relax", 4), ("knee-rolls", 1)])
def test_a_week_has_a_box_for_each_set(id: str, sets: int) -> None:
    week = only(golden()[f"print/exercises/{id}/index.html"], "week")
    assert [words_of(day) for day in week.findall(".//th")[1:8]] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    boxes = [sum(each.get("class") == "box" for each in day.iter()) for day in week.iter("td")]
    assert boxes == [sets] * 7


def test_sides_are_a_choice_only_where_they_are_done_apart() -> None:
    assert "Sides right and left in turn: one to each side is one" in words_of(
        only(golden()["print/exercises/knee-rolls/index.html"], "dose")
    )
    both = sheets_of(sample_library())["print/exercises/cat-cow/index.html"]
    assert "Sides both at once" in words_of(only(both, "dose"))
    assert "steps show the right side" not in words_of(main_of(both))
    assert "steps show the right side" in words_of(main_of(golden()["print/exercises/contract-relax/index.html"]))


def test_held_stretches_are_repeated_and_repetitions_have_sets() -> None:
    plans = {id: guide.first.plan for id, guide in sample_library().guides.items()}
    assert [each.name for each in blanks(plans[FOUNDING], None)] == ["Hold", "Repeat"]
    assert [each.name for each in blanks(plans["cat-cow"], None)] == ["Repeat", "Sets"]
    held = dataclasses.replace(plans["cat-cow"], hold=Range(2, 3))
    assert [(each.name, str(each.value)) for each in blanks(held, None)][1:] == [("Hold", "2–3"), ("Sets", "1")]


def test_a_routine_says_the_dose_of_each_item() -> None:
    items = main_of(golden()["print/routines/short-break/index.html"]).findall(".//ol/li")
    doses = [words_of(each) for item in items for each in item.iter("p") if each.get("class") == "doses"]
    assert doses == [
        "Hold s (20) Side right left both",
        "Repeat times (8–10) Sides right and left in turn: one to each side is one",
        "Repeat times (5) Hold s (3–5) Sides both at once",
    ]


def test_an_item_for_one_side_has_no_box_for_both() -> None:
    routine = sample_library().routines["short-break"]
    first = routine.steps[0]
    one = dataclasses.replace(first, written=first.written.model_copy(update={"sides": 1}))
    changed = dataclasses.replace(routine, steps=(one, *routine.steps[1:]))
    of = dataclasses.replace(sample_library(), routines={routine.id: changed})
    sheet = main_of(printed(of, Imprint())["print/routines/short-break/index.html"])
    assert "Hold s (20) Side right left both" not in words_of(sheet)
    assert "Hold s (20) Side right left" in words_of(sheet)


# Safety


@pytest.mark.parametrize("id", [FOUNDING, "cat-cow", "wall-calf-straight"])
def test_nothing_that_keeps_a_reader_safe_is_left_out(id: str) -> None:
    guide, vocabulary = sample_library().guides[id], sample_library().vocabulary
    for variant in guide.variants:
        uri = addresses.guide_sheet(guide, variant if len(guide.variants) > 1 else None)
        said = words_of(only(sheets_of(sample_library())[uri], "safe"))
        emergencies = [flag.text for flag in guide.red_flags("emergency")]
        universal = [caution.advice for caution in vocabulary.cautions.values() if caution.universal]
        names = [vocabulary.cautions[each].name for each in variant.cautions]
        for words in (vocabulary.intensity.stop, vocabulary.intensity.breath, *emergencies, *universal, *names):
            assert words in said
        assert emergencies
        assert universal


def test_a_caution_that_is_an_emergency_is_said_in_full_and_once() -> None:
    vocabulary = sample_library().vocabulary
    clot = vocabulary.cautions["dvt-signs"]
    assert clot.emergency
    said = [str(each) for each in safety([clot], [], vocabulary)]
    assert f"{clot.name}. {clot.advice}" in said
    assert sum(clot.name in each for each in said) == 1


def test_where_it_is_felt_and_where_not() -> None:
    guide = sample_library().guides[FOUNDING]
    said = " ".join(map(str, feel(guide.first)))
    assert said.startswith("Feel it: the middle and upper back and the side of the ribs. Not here: the low back")


# What the page says, the sheet says


def routine_sheet(routine: JoinedRoutine) -> ET.Element:
    of = dataclasses.replace(sample_library(), routines={routine.id: routine})
    return main_of(printed(of, Imprint())[addresses.routine_sheet(routine)])


def test_a_routine_says_its_note() -> None:
    routine = sample_library().routines["short-break"]
    note = "Put the chair against a wall."
    noted = dataclasses.replace(routine, record=routine.record.model_copy(update={"note": note}))
    assert note in words_of(routine_sheet(noted))
    assert note not in words_of(routine_sheet(routine))


def told_instead(guide: Guide, warned: Warned) -> str:
    if warned.instead is None:
        return "ask your physiotherapist"
    is_own = warned.instead.guide.id == guide.id
    return warned.instead.variant.written.label if is_own else warned.instead.guide.record.title


@pytest.mark.parametrize("id", [FOUNDING, "knee-rolls", "contract-relax"])
def test_each_caution_of_a_guide_says_what_to_do_instead(id: str) -> None:
    guide = sample_library().guides[id]
    for variant in guide.variants:
        groups = handout_cautions.of_guide(variant, sample_library().warnings(guide))
        said = {remark.lead: remark.text for group in groups for remark in group.remarks}
        for warned in sample_library().warnings(guide):
            if warned.caution.id in variant.cautions and not warned.caution.emergency:
                (end,) = (act for names, act in said.items() if warned.caution.name in names)
                assert told_instead(guide, warned) in end


def test_each_caution_of_a_routine_says_the_numbers_that_it_concerns() -> None:
    routine = sample_library().routines["short-break"]
    again = dataclasses.replace(routine, steps=(*routine.steps, routine.steps[0]))
    said = words_of(only(printed(sample_library(), Imprint())[addresses.routine_sheet(routine)], "safe"))
    assert "Recent back pain with leg pain (disc or sciatica): 1: " in said
    assert "Osteoporosis or spine fracture: Keep small, or leave out, 1 and 2." in said
    groups = handout_cautions.of_routine(again, routine_cautions(sample_library(), again))
    acts = [each.text for group in groups for each in group.remarks if "Osteoporosis" in each.lead]
    assert acts == ["Keep small, or leave out, 1, 2 and 4."]


def test_the_guides_own_signs_to_stop_are_printed() -> None:
    sign = "Stop if a leg tingles or goes numb."
    sheet = golden()["print/exercises/knee-rolls/index.html"]
    assert sign in [words_of(each) for each in only(sheet, "safe").iter("b")]
    items = main_of(golden()["print/routines/short-break/index.html"]).findall(".//ol/li")
    assert [sign in words_of(item) for item in items] == [False, True, False]


def test_no_side_is_told_without_its_hand() -> None:
    routine = sample_library().routines["short-break"]
    steps = [step for step in routine.steps if step.variant.sides == 2]
    assert steps
    for step in steps:
        whole, brief, cues = (" ".join(map(str, item_text(step, telling))) for telling in get_args(Telling))
        sided = [written.text for written in step.variant.written.steps if names_side(written.text)]
        assert sided[0] in cues
        for written in step.variant.written.steps:
            assert written.text in whole
            assert (written.text in brief) == (written.text in sided)
            assert (written.text in cues) != (f"{written.title}." in cues)


def test_the_boxes_of_a_side_are_kept_together() -> None:
    sides = [words_of(each) for each in main_of(golden()["print/routines/short-break/index.html"]).iter("span")]
    assert "right left both" in sides


def test_what_black_means_is_told_where_a_picture_is_lit() -> None:
    uri = addresses.guide_sheet(sample_library().guides[FOUNDING])
    assert "Feel it, black in the pictures:" in words_of(main_of(sheets_of(sample_library())[uri]))
    assert "black" not in words_of(main_of(golden()[uri])), "there is no picture"


# Where it comes from


def squares(svg: ET.Element) -> list[list[int]]:
    """The modules of a code, drawn as its path says, a stroke of one module's width for each bar: 1 is dark."""
    (path,) = (each for each in svg.iter() if each.tag.endswith("path"))
    module = float(path.get("transform", "").removeprefix("scale(").removesuffix(")"))
    size = round(float(svg.get("viewBox", "").split()[2]) / module)
    rows = [[0] * size for _ in range(size)]
    bars = path.get("d", "")
    assert BAR.sub("", bars) == "", "the path holds something that is no bar"
    x = y = 0
    for right, down, length in (map(int, bar) for bar in BAR.findall(bars)):
        x, y = x + right, y + down
        for at in range(x, x + length):
            rows[y][at] += 1
        x += length
    return rows


@pytest.mark.parametrize("path", ["exercises/knee-rolls/", "routines/short-break/", "exercises/odd-words/"])
def test_the_code_is_the_address_of_the_live_page_and_so_are_the_words(path: str) -> None:
    sheet = golden()[f"print/{path}index.html"]
    svg = next(each for each in only(sheet, "qr").iter() if each.tag.endswith("svg"))
    rows = squares(svg)
    matrix = [list(row) for row in segno.make_qr(f"{SITE_URL}{path}", error="m").matrix]
    inner = [row[qr.QUIET : -qr.QUIET] for row in rows[qr.QUIET : -qr.QUIET]]
    assert inner == matrix
    assert sum(map(sum, rows)) == sum(map(sum, matrix)), "the quiet zone is not quiet"
    millimetres = float(svg.get("width", "").removesuffix("mm")) * len(matrix) / len(rows)
    assert millimetres == pytest.approx(qr.CODE_MM, abs=0.1)
    assert f"example.org/guide/{path}" in words_of(main_of(sheet))


def test_without_an_address_there_is_no_code_and_no_word_of_it() -> None:
    sheet = printed(sample_library(), Imprint())["print/exercises/knee-rolls/index.html"]
    assert not [each for each in main_of(sheet).iter() if each.get("class") == "qr"]
    assert "sources:" not in words_of(main_of(sheet))


def test_the_day_of_a_version_is_that_of_the_record_or_is_left_out() -> None:
    assert "Version of 2026-03-12." in golden()["print/exercises/knee-rolls/index.html"]
    assert "Version of" not in golden()["print/exercises/contract-relax/index.html"]


def test_a_routine_is_as_new_as_its_newest_record_and_has_no_day_where_one_is_unknown() -> None:
    routine = sample_library().routines["short-break"]
    days = {routine.source: datetime.date(2026, 1, 1)}
    days |= {step.guide.source: datetime.date(2026, 2, 1 + at) for at, step in enumerate(routine.steps)}
    sheet = printed(sample_library(), Imprint(SITE_URL, days))["print/routines/short-break/index.html"]
    assert "Version of 2026-02-03." in sheet
    del days[routine.steps[0].guide.source]
    assert (
        "Version of" not in printed(sample_library(), Imprint(SITE_URL, days))["print/routines/short-break/index.html"]
    )


def with_status(guide: Guide, status: str) -> Library:
    review = guide.record.review.model_copy(update={"status": status})
    changed = dataclasses.replace(guide, record=guide.record.model_copy(update={"review": review}))
    return dataclasses.replace(sample_library(), guides={**sample_library().guides, guide.id: changed})


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("draft", "Draft: no clinician has reviewed this guide yet."),
        ("needs-recheck", "This guide is waiting to be reviewed again."),
        ("withdrawn", "This guide is withdrawn. Please choose another stretch."),
        ("reviewed", "Reviewed on 2026-01-10 by Bo Jones, physiotherapist. Next review by 2028-01-10."),
    ],
)
def test_the_state_of_the_review_is_said(status: str, said: str) -> None:
    sheets = printed(with_status(sample_library().guides["contract-relax"], status), Imprint())
    main = main_of(sheets["print/exercises/contract-relax/index.html"])
    assert said in words_of(main)
    header = main.find("header")
    assert header is not None
    assert ("withdrawn" in words_of(header)) == (status == "withdrawn")


def test_an_overdue_review_is_said() -> None:
    sheet = printed(sample_library(), Imprint(), datetime.date(2028, 1, 11))[
        "print/exercises/contract-relax/index.html"
    ]
    assert "The review was due again on 2028-01-10." in words_of(main_of(sheet))


# Texts of strangers


@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_texts_are_shown_as_typed_and_make_no_element(fragment: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper, "size", lambda words: "roomy")  # It follows the lengths, which differ a little.
    guide = sample_library().guides[FOUNDING]
    of = dataclasses.replace(sample_library(), guides={FOUNDING: worded(guide, fragment)}, routines={})
    plain = dataclasses.replace(sample_library(), guides={FOUNDING: worded(guide, "w" * len(fragment))}, routines={})
    uri = addresses.guide_sheet(guide)
    tree = tree_of(printed(of, Imprint())[uri])
    prose = FRAGMENTS[fragment] or fragment
    typed = {"title": fragment, "label": fragment, "step": fragment, "author": fragment}
    for name, words in {**typed, "text": prose, "feel": prose, "nothere": prose}.items():
        assert f"Q{name} {words} z".casefold() in words_of(tree).casefold(), name
    bare = skeleton(tree_of(printed(plain, Imprint())[uri]))
    assert skeleton(tree) == bare, "a text made an element or an attribute"


def test_no_title_breaks_out_of_the_label_of_the_code() -> None:
    title = "\"><script>alert(1)</script>&amp;'"
    guide = sample_library().guides[FOUNDING]
    renamed = dataclasses.replace(guide, record=guide.record.model_copy(update={"title": title}))
    of = dataclasses.replace(sample_library(), guides={FOUNDING: renamed}, routines={})
    tree = tree_of(printed(of, Imprint(SITE_URL))[addresses.guide_sheet(guide)])
    labels = [each.get("aria-label") for each in tree.iter() if each.get("class") == "qr"]
    assert labels == [f"QR code of the page {title}"]
    assert len(tree.findall(".//script")) == 1


# How much paper it takes


def test_a_longer_sheet_is_set_smaller() -> None:
    sizes = [paper.size(sheet_of_words(count)) for count in range(0, 700, 5)]
    order = list(paper.SIZES)
    assert list(dict.fromkeys(sizes)) == order
    assert sizes == sorted(sizes, key=order.index)


def sheet_of_words(count: int) -> SheetWords:
    """With so many words in its box of safety."""
    steps = [Remark("Slide down.", "Slide your hand slowly down the outside of your leg.")] * 6
    safety = Safety([Remark("", "words " * count)], [])
    return SheetWords("Cat-Cow", [Remark("", "Seated.")], [HOLD, HOLD], [], steps, [Remark("Feel it:", "")], safety, [])


def test_each_line_of_the_dose_counts() -> None:
    sheet, roomy = sheet_of_words(10), paper.SIZES["roomy"]
    heights = [paper.dose([HOLD] * count, [], roomy) for count in range(1, 10)]
    assert heights == sorted(heights)
    assert len(set(heights)) == 3, "four of these fit on a line"
    longer = dataclasses.replace(sheet, other=[HOLD])
    assert paper.millimetres(longer, roomy) > paper.millimetres(sheet, roomy) + 5


def test_a_line_is_full_of_words_not_of_letters() -> None:
    ten = Remark("", "wide " * 10)
    across = width("wide " * 5)
    assert lines([ten], across) == 2
    assert lines([ten], across - 1) == 3
    around = paragraph(widths_of([ten]), across * POINT, 1, Beside(0.1, across * POINT / 2))
    assert around == pytest.approx(3 * POINT * LEADING)
    below = paragraph(
        widths_of([Remark("", "widest wide")]), width("wide") * POINT, 1, Beside(2.5 * POINT * LEADING, 0.1)
    )
    assert below == pytest.approx(5 * POINT * LEADING), "what is too wide stands below what is beside"
    assert lines([Remark("wide " * 10, "")], across) == 3, "what is bold is wider"
    assert width("ill") < width("now") < width("MOW")


def routine_words(rows: int, words: int = 30, brief: int = 12) -> RoutineWords:
    counts: dict[Telling, int] = {"whole": words, "brief": brief, "cues": brief // 2}
    told = {telling: [Remark("", "words " * count)] for telling, count in counts.items()}
    row = RoutineRow(1, Remark("Knee Rolls.", ""), [[HOLD]], told)
    box = Safety([Remark("", "Stop. " * 40)], [("Leave out, with:", [Remark("Name:", "1: do this.")])])
    return RoutineWords("Desk Break", [[Remark("", "Breaks up a long day.")]], [HOLD], [], [row] * rows, box, [])


def test_a_routine_keeps_whole_sentences_where_they_fit() -> None:
    forms = [paper_routine.form(routine_words(rows)) for rows in range(1, 90, 2)]
    order = [*paper_routine.FORMS, paper_routine.SHORTEST]
    assert forms[0] == paper_routine.FORMS[0]
    assert forms[-1] == paper_routine.SHORTEST
    assert [order.index(form) for form in forms] == sorted(order.index(form) for form in forms)


def test_what_does_not_fit_on_a_page_begins_the_next() -> None:
    roomy = paper_routine.FORMS[0]
    counts = [paper_routine.pages(routine_words(rows), roomy) for rows in range(1, 30)]
    assert counts == sorted(counts)
    assert counts[0] == 1
    assert counts[-1] > paper_routine.PAGES


def test_each_page_has_lists_of_its_own_where_stretches_stand_in_columns() -> None:
    rows, words = list(range(20)), routine_words(20)
    pages = paper_routine.lists(words, SheetForm("tight", "whole", "small"))
    assert [len(beside) for beside in pages] == [2, 2]
    assert [row for beside in pages for part in beside for row in part.of(rows)] == rows
    assert paper_routine.lists(words, SheetForm("roomy", "whole")) == [[(0, 20)]]


def test_of_two_columns_the_second_is_no_longer_than_it_must_be() -> None:
    (beside,) = paper_routine.lists(routine_words(5), SheetForm("tight", "whole", "small"))
    assert beside == [(0, 3), (3, 5)]


def test_seven_steps_stand_four_across_and_notes_take_what_is_free() -> None:
    cells = {steps: paper.cells([1] * steps) for steps in range(3, 8)}
    assert [each.across for each in cells.values()] == [3, 3, 3, 3, 4]
    assert [each.free(steps) for steps, each in cells.items()] == [0, 2, 1, 0, 1]


def test_words_without_a_drawing_take_no_room_for_one() -> None:
    cells, words = paper.cells([0] * 6), sheet_of_words(10)
    assert (cells.across, cells.are_drawn, cells.free(5)) == (2, False, 0)
    assert paper.cells([0, 1, 0]).are_drawn, "one of its steps is drawn"
    bare, roomy = dataclasses.replace(words, cells=cells), paper.SIZES["roomy"]
    assert paper.millimetres(bare, roomy) < paper.millimetres(words, roomy) - roomy.drawing


def test_drawings_that_would_be_low_have_fewer_beside_them_where_no_letter_is_smaller_for_that() -> None:
    def across(words: int, *shapes: float) -> int:
        return paper.widened(sheet_of_words(words), shapes).cells.across

    assert [across(10, 1, 3), across(10, 1, 4)] == [3, 2]
    assert {across(count, 1, 4) for count in range(0, 700, 5)} == {2, 3}
