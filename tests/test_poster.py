"""The poster of a routine: all of it at once."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

import posters
from pages_server import PagesSite
from records import sample_library
from stretchguide.pages import addresses, poster


def test_every_poster_fills_one_page_and_one_screen(page: Page, sample_site: PagesSite) -> None:
    every = [addresses.poster(routine) for routine in sample_library().routines.values()]
    assert list(posters.faults(page, sample_site, every)) == []


def test_a_poster_leads_to_each_stretch_and_a_routine_to_its_poster(page: Page) -> None:
    routine = next(iter(sample_library().routines.values()))
    page.goto(f"routines/{routine.id}/")
    page.get_by_role("link", name="Poster").click()
    expect(page).to_have_url(re.compile(r"/print/routines/[a-z0-9-]+/poster/$"))
    expect(page.locator(".row a")).to_have_count(len(routine.steps))
    page.locator(".row a").last.click()
    step = routine.steps[-1]
    expect(page.get_by_role("heading", level=1)).to_have_text(step.guide.record.title)
    assert page.url.endswith(f"#{addresses.version_anchor(step.variant, 'steps')}")


def test_the_dose_is_that_of_the_routine_and_names_sides() -> None:
    said = {poster.dose(step.plan) for routine in sample_library().routines.values() for step in routine.steps}
    assert any(re.fullmatch(r"Hold \d+ seconds, each side", each) for each in said), said
    assert any(re.search(r"^\d+ times|^Once", each) for each in said), said


@pytest.mark.parametrize("severity", ["avoid", "adapt"])
def test_every_caution_is_named_once_with_the_stretches_that_carry_it(severity: str) -> None:
    for routine in sample_library().routines.values():
        cares = list(poster.cares(routine, severity))
        for care in cares:
            has = [care.caution.id in step.variant.cautions for step in routine.steps]
            carriers = ", ".join(str(at) for at, carries in enumerate(has, 1) if carries)
            assert care.numbers == ("" if all(has) else carriers)
        named = [care.caution.id for care in cares]
        assert named == [caution.id for caution in routine.cautions if caution.severity == severity]


LETTERS = """() => Math.min(...[...document.querySelectorAll(".poster :is(h1, p, a, b, span)")]
  .filter(each => each.checkVisibility() && each.textContent.trim())
  .map(each => parseFloat(getComputedStyle(each).fontSize)))"""


def test_its_letters_can_be_read_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    for routine in sample_library().routines.values():
        page.goto(f"print/routines/{routine.id}/poster/")
        assert page.evaluate(LETTERS) >= (14 if poster.size(routine) in ("few", "some") else 12)


HIDDEN_WORDS = """() => [...document.querySelectorAll(".row li")]
  .filter(card => card.scrollHeight > card.clientHeight + 1
    || card.querySelector(".picture").getBoundingClientRect().height < 100)
  .map(card => card.innerText)"""


def test_large_letters_take_no_picture_and_hide_no_word(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": 32}})
    for routine in sample_library().routines.values():
        page.goto(f"print/routines/{routine.id}/poster/")
        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
        assert page.evaluate(HIDDEN_WORDS) == []


def test_what_is_not_drawn_is_told_in_words(page: Page) -> None:
    for routine in sample_library().routines.values():
        page.goto(f"print/routines/{routine.id}/poster/")
        for item, cell in zip(routine.steps, page.locator(".picture").all(), strict=True):
            titles = " ".join(f"{step.title}." for step in item.variant.written.steps)
            assert cell.locator("svg").count() or cell.inner_text().strip() == titles
