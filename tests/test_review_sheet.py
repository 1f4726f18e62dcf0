"""The sheet that a clinician reads, writes on and signs: ``dev.py review``."""

from __future__ import annotations

import dataclasses
import datetime
import re
from pathlib import Path
from xml.etree import ElementTree

import html5lib
import pytest
import yaml

from commands_here import run_here
from records import FOUNDING, ROOT, SAMPLE, TODAY, Project, copy_records_project, sample_library
from sheet_words import TEMPLATES
from stretchguide.format.prose import plain
from stretchguide.gallery.gallery import CACHE, Gallery
from stretchguide.guides.guide import Guide
from stretchguide.guides.library import Library
from stretchguide.pages.review_sheet import lines_to_paste, reading_list, review_sheet
from stretchguide.pages.site import write_site

HTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"
SHEETS = ROOT / "overrides" / "sheets"
QUESTION = "Should a sore wrist be a caution of <its> own?"


def parsed(page: str) -> ElementTree.Element:
    tree: ElementTree.Element = html5lib.parse(page)
    return tree


def sheet_of(guide: Guide) -> ElementTree.Element:
    return parsed(review_sheet(sample_library(), guide, Gallery(ROOT / CACHE), SHEETS, TODAY))


def text_of(element: ElementTree.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def asked(guide: Guide, *questions: str) -> Guide:
    """The guide with questions to a clinician."""
    review = guide.record.review.model_copy(update={"questions": questions})
    return dataclasses.replace(guide, record=guide.record.model_copy(update={"review": review}))


GUIDES = tuple(sample_library().guides.values())


@pytest.fixture(scope="module", params=GUIDES, ids=lambda guide: guide.id)
def guide(request: pytest.FixtureRequest) -> Guide:
    found: Guide = request.param
    return found


@pytest.fixture(scope="module")
def sheet(guide: Guide) -> ElementTree.Element:
    return sheet_of(guide)


def test_each_step_has_its_words_and_its_picture(guide: Guide, sheet: ElementTree.Element) -> None:
    items = [item for steps in sheet.iter(f"{HTML}ol") for item in steps.iter(f"{HTML}li")]
    steps = [step for variant in guide.record.variants for step in variant.steps]
    figures = [each for row in Gallery(ROOT / CACHE).figures(guide.id, guide.record).values() for each in row]
    for item, step, figure in zip(items, steps, figures, strict=True):
        assert f"{step.title}. {plain(step.text)}" in text_of(item)
        assert len(item.findall(f"{HTML}div/{SVG}svg")) == (figure is not None)  # An inset is one within another.


def test_every_claim_stands_with_how_sure_it_is_and_its_sources(guide: Guide, sheet: ElementTree.Element) -> None:
    parts = [text_of(part) for part in sheet.iter(f"{HTML}div") if part.get("class") == "part"]
    sources = {row[0]: row[1] for row in ([text_of(cell) for cell in row] for row in sheet.iter(f"{HTML}tr"))}
    for benefit in guide.record.benefits:
        claim = guide.vocabulary.claims[benefit.claim]
        part = next(part for part in parts if part.startswith(f"{benefit.lead}. {plain(benefit.text)}"))
        assert claim.say in part
        numbers = re.findall(r"\d+", part.rpartition("Sources: ")[2]) if "Sources: " in part else []
        assert len(numbers) == (0 if claim.certainty == "plain" else len(claim.evidence))
        for number, id in zip(numbers, claim.evidence, strict=False):
            assert guide.vocabulary.references[id].title in sources[number]


def test_movements_bring_their_cautions_and_cautions_what_is_done_instead(
    guide: Guide, sheet: ElementTree.Element
) -> None:
    said, known = text_of(sheet), guide.vocabulary
    for variant in guide.record.variants:
        for movement in (known.movements[id] for id in variant.movements):
            assert movement.plain in said
        for added in variant.cautions_add:
            assert known.cautions[added].name in said.partition("Added by hand:")[2]
    for warned in sample_library().warnings(guide):
        after = said.partition("Who should take care")[2].partition(f" {warned.caution.name} (")[2]
        assert warned.caution.advice in after
        if warned.instead:
            swap = warned.instead
            title = "the version" if swap.guide.id == guide.id else swap.guide.record.title
            assert title in after.partition("Instead:")[2].partition("unsure")[0]


def test_every_red_flag_stands_under_what_to_do(guide: Guide, sheet: ElementTree.Element) -> None:
    said = text_of(sheet)
    at = [said.index(f"{words}, for:") for words in ("emergency department", "same day", "within days")]
    for action, start, end in zip(("emergency", "urgent", "soon"), at, [*at[1:], len(said)], strict=True):
        for flag in guide.red_flags(action):
            assert flag.text in said[start:end]


def test_it_asks_nothing_of_any_host(sheet: ElementTree.Element) -> None:
    for element in sheet.iter():
        assert element.tag.rpartition("}")[2] not in ("script", "link", "iframe", "img", "image", "use", "object", "a")
        assert "url(" not in " ".join(element.attrib.values())
    css = "".join(text_of(style) for style in sheet.iter(f"{HTML}style"))
    assert not re.search(r"url\(|@import|https?:", css)


def test_each_part_can_be_ticked_and_written_on(sheet: ElementTree.Element) -> None:
    parts = [part for part in sheet.iter(f"{HTML}div") if part.get("class") == "part"]
    ticked = [part for part in parts if text_of(part).endswith("right wrong unsure")]
    assert len(ticked) >= len(parts) - 1  # One asks what is missing.
    for part in ticked:
        kinds = [each.get("class") for each in part.iter()]
        assert kinds.count("box") == 3
        assert "line" in kinds


# Hostile words


def test_a_title_stays_within_its_quotes_and_its_heading() -> None:
    founding = sample_library().guides[FOUNDING]
    evil = 'A"} </style><script>x</script> \\'
    record = founding.record.model_copy(update={"title": evil})
    tree = sheet_of(dataclasses.replace(founding, record=record))
    assert [text_of(heading) for heading in tree.iter(f"{HTML}h1")] == [evil]
    assert not list(tree.iter(f"{HTML}script"))
    assert 'content: "A\\22 \\7d \\3c \\2f style' in text_of(next(tree.iter(f"{HTML}style")))


# Questions


def test_questions_come_first() -> None:
    said = text_of(sheet_of(asked(GUIDES[0], QUESTION)))
    assert said.index(QUESTION) < said.index("What it is")
    assert "Questions to you" not in text_of(sheet_of(asked(GUIDES[0])))


def test_the_list_of_sheets_begins_with_those_that_have_questions() -> None:
    last = GUIDES[-1]
    tree = parsed(reading_list([*GUIDES[:-1], asked(last, QUESTION)], SHEETS, TODAY))
    links = [link.attrib["href"] for link in tree.iter(f"{HTML}a")]
    assert links == [f"{id}.html" for id in (last.id, *(guide.id for guide in GUIDES[:-1]))]
    assert QUESTION in text_of(tree)


def test_readers_never_see_a_question() -> None:
    known = sample_library()
    library = Library(known.vocabulary, {id: asked(guide, "Qquestion") for id, guide in known.guides.items()}, {})
    assert "Qquestion" in review_sheet(library, library.guides[FOUNDING], Gallery(ROOT / CACHE), SHEETS, TODAY)
    site = write_site(library, TEMPLATES, "A Guide", Gallery(ROOT / CACHE))
    assert len(site.pages) > len(site.sheets) >= len(library.guides)
    for page in site.pages:
        assert "Qquestion" not in page.text + repr(page.search)
    assert not [uri for uri, sheet in site.sheets.items() if "Qquestion" in sheet]


# To sign


def test_the_lines_to_paste_sign_a_record_once_they_are_filled_in(tmp_path: Path) -> None:
    project = Project.copied(tmp_path)
    review = sample_library().guides[FOUNDING].record.review.model_copy(update={"written_by": 'A: "B" # c'})
    lines = lines_to_paste(review)
    at = project.text().index("review: ")
    project.write(project.text()[:at] + lines + "\n")
    assert len(project.lines()) == 2, "a day is still to be written"
    with_days = lines.replace("YEAR-MONTH-DAY", "2026-01-10", 1).replace("YEAR-MONTH-DAY", "2027-12-31")
    project.write(project.text()[:at] + with_days + "\n")
    assert "needs a reviewer with a name and a clinical role" in project.lines()[0]
    signed = with_days.replace("NAME, ROLE", "Ada Smith, physiotherapist")
    project.write(project.text()[:at] + signed + "\n")
    assert project.lines() == []
    assert yaml.safe_load(signed)["review"] == {
        "status": "reviewed",
        "written_by": 'A: "B" # c',
        "reviewed_by": "Ada Smith, physiotherapist",
        "reviewed_on": datetime.date(2026, 1, 10),
        "next_review": datetime.date(2027, 12, 31),
    }


# The command


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return copy_records_project(tmp_path_factory.mktemp("reviewed") / "project")


def test_a_named_record_has_its_sheet(project: Project) -> None:
    done = run_here(project.root, "review", FOUNDING, "--out", str(project.root / "one"))
    assert (done.returncode, done.stdout) == (0, "")
    assert [path.name for path in (project.root / "one").iterdir()] == [f"{FOUNDING}.html"]


def test_all_records_have_theirs_and_a_list(project: Project) -> None:
    done = run_here(project.root, "review")
    assert (done.returncode, done.stdout) == (0, "")
    wanted = {path.stem for path in (SAMPLE / "exercises").glob("*.yml")} | {"index"}
    assert {path.stem for path in (project.root / "build" / "review").iterdir()} == wanted


def test_an_unknown_record_is_refused(project: Project) -> None:
    done = run_here(project.root, "review", "uper-back-trunk-rotation")
    assert (done.returncode, done.stdout) == (2, "")
    assert f"did you mean '{FOUNDING}'?" in done.stderr
