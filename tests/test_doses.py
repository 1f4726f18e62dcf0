"""What a dose may say beyond hold, repetitions and sets: on the page, on paper, for machines, and in seconds."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import html5lib

from records import FOUNDING, ROOT, Project, sample_library
from sheet_words import TEMPLATES
from stretchguide.format.fields import Range
from stretchguide.gallery.gallery import CACHE, Gallery
from stretchguide.guides.library import Library
from stretchguide.guides.timeline import briefly
from stretchguide.guides.weekly import MuscleWeek
from stretchguide.pages import handouts
from stretchguide.pages.handouts import Imprint
from stretchguide.pages.page import Drawn
from stretchguide.pages.site import write_site
from stretchguide.pages.writer import Writer
from test_structured_data import guide_page

TODAY = datetime.date(2026, 11, 22)
DOSE = "dose: {hold: 15-30 s, sets: 2-3, every: daily"
GUIDE = f"exercises/{FOUNDING}.md"
SHEET = f"print/exercises/{FOUNDING}/index.html"


def edited(root: Path, old: str, new: str, record: str = FOUNDING) -> Library:
    """The sample library with one edit, which breaks no rule."""
    return read(Project.copied(root), old, new, record)


def read(project: Project, old: str, new: str, record: str) -> Library:
    """The library of a project after one more edit."""
    project.edit(old, new, record)
    reading = project.read()
    assert [str(problem) for problem in reading.problems] == []
    assert reading.library
    return reading.library


def page(library: Library, uri: str) -> str:
    site = write_site(library, ROOT / "overrides" / "pages", "Golden Guide", Gallery(ROOT / CACHE), TODAY)
    return next(page for page in site.pages if page.uri == uri).text


def sheet(library: Library, uri: str) -> str:
    """The words of a printed sheet."""
    writer = Writer(library, TEMPLATES, "Golden Guide", TODAY, Drawn())
    text = handouts.sheets(writer, TEMPLATES, Imprint())[uri]
    return " ".join("".join(html5lib.parse(text, namespaceHTMLElements=False).itertext()).split())


def boxes(library: Library, uri: str) -> int:
    """The boxes of one day in the week of a sheet."""
    writer = Writer(library, TEMPLATES, "Golden Guide", TODAY, Drawn())
    week = re.search(r'<table class="week">(.*?)</table>', handouts.sheets(writer, TEMPLATES, Imprint())[uri], re.S)
    assert week
    return week[1].count('class="box"') // 7


def test_how_many_times_a_day_is_said_wherever_the_days_are(tmp_path: Path) -> None:
    library = edited(tmp_path, DOSE, f"{DOSE}, per_day: 2")
    text = page(library, GUIDE)
    assert "Every day if you like, twice a day. About 1½ to 3½ minutes each time." in text
    assert "times a day (2), days a week (5–7)" in sheet(library, SHEET)
    assert boxes(library, SHEET) == 2  # one for each time, not for each set
    assert guide_page(library, FOUNDING)["ExercisePlan"]["additionalVariable"].endswith(", each side, twice a day")


def test_rest_between_sets_is_said_and_counted(tmp_path: Path) -> None:
    library = edited(tmp_path, DOSE, DOSE.replace("sets: 2-3", "sets: 2-3, rest: 30-45 s"))
    text = page(library, GUIDE)
    assert "**30–45 seconds** of rest between sets. Every day if you like." in text
    # Two sets of 15 s or three of 30 s on either side, 5 s to change sides, and the shortest or the longest rests.
    span = Range(10 + 4 * 15 + 2 * 5 + 30, 10 + 6 * 30 + 3 * 5 + 2 * 45)
    assert briefly(span) in text
    assert "Rest between sets s (30–45)" in sheet(library, SHEET)
    assert "30–45 seconds of rest between sets" in guide_page(library, FOUNDING)["ExercisePlan"]["additionalVariable"]


def test_one_set_in_a_routine_has_no_rest(tmp_path: Path) -> None:
    library = edited(tmp_path, DOSE, DOSE.replace("sets: 2-3", "sets: 2-3, rest: 30 s"))
    assert "of rest between sets" not in page(library, "routines/desk-break.md")
    assert "Rest between sets" not in sheet(library, "print/routines/desk-break/index.html")


def test_two_sets_in_a_routine_have_the_rest_of_the_stretch(tmp_path: Path) -> None:
    rested = Project.copied(tmp_path)
    rested.edit(DOSE, DOSE.replace("sets: 2-3", "sets: 2-3, rest: 30 s"))
    item = "{stretch: upper-back-trunk-rotation, variant: seated, hold: 20 s"
    library = read(rested, f"{item}, sets: 1", f"{item}, sets: 2", "_routines/desk-break")
    assert "**2 times**, each side, **30 seconds** of rest between sets" in page(library, "routines/desk-break.md")
    assert "to change sides or rest (more where a stretch asks for it)" in page(library, "routines/desk-break.md")


RUN = "_routines/after-a-run"
QUAD = "{stretch: standing-quad, variant: standing, hold: 30 s, sets: 1"


def test_another_dose_for_one_side_is_said_printed_and_counted(tmp_path: Path) -> None:
    before = sample_library().routines["after-a-run"]
    library = edited(tmp_path, QUAD, f"{QUAD}, left: {{hold: 45 s, sets: 2}}", RUN)
    routine = library.routines["after-a-run"]
    assert "Right side: hold **30 seconds**. Left side: hold **45 seconds**, **2 times**" in page(
        library, "routines/after-a-run.md"
    )
    paper = sheet(library, "print/routines/after-a-run/index.html")
    assert "Right side: Hold s (30) Left side: Hold s (45) Repeat times (2)" in paper
    assert routine.seconds == before.seconds + 15 + 5 + 45

    def quads(week: tuple[MuscleWeek, ...]) -> MuscleWeek:
        return next(each for each in week if each.muscle.id == "rectus-femoris")

    days = routine.frequency.days.least
    assert quads(routine.week).right == quads(before.week).right
    assert quads(routine.week).left.least == quads(before.week).left.least + (2 * 45 - 30) * days


def test_another_dose_for_the_right_side(tmp_path: Path) -> None:
    library = edited(tmp_path, QUAD, f"{QUAD}, right: {{hold: 20 s}}", RUN)
    assert "Right side: hold **20 seconds**. Left side: hold **30 seconds**" in page(library, "routines/after-a-run.md")
