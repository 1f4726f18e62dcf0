"""The second side of a guide in a browser: chosen by click or key, with scripts and without, on paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from records import ROOT, sample_library
from screens import scales_of_steps
from site_pages import card_of, founding, path_of
from stretchguide.format.records import Step
from stretchguide.format.sides import mirrored, names_side
from stretchguide.gallery.gallery import CACHE, Gallery
from stretchguide.gallery.picture import Picture
from stretchguide.guides.guide import Guide

NewContext = Callable[..., BrowserContext]


def sided_guide_with_one_variant() -> Guide:
    """One with figures, of which at least one has an inset: then its ink is not in the middle of its tile."""
    sided = [each for each in sample_library().shown if len(each.variants) == 1 and each.first.sides == 2]
    return next(each for each in sided if each.first.written.steps[0].pose and has_inset(each))


def has_inset(guide: Guide) -> bool:
    (row,) = Gallery(ROOT / CACHE).pictures(guide.record)
    return any(isinstance(picture, Picture) and picture.inline.count("<svg") > 1 for picture in row)


GUIDES = {"one variant": sided_guide_with_one_variant, "several variants": founding}

both_ways = pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
both_guides = pytest.mark.parametrize("guide", GUIDES.values(), ids=GUIDES)


def opened(new_context: NewContext, guide: Guide, *, scripts: bool = True) -> Page:
    page = new_context(java_script_enabled=scripts, viewport={"width": 390, "height": 844}).new_page()
    page.goto(path_of(guide))
    return page


def choice(page: Page, side: str) -> Locator:
    return page.get_by_role("radio", name=f"{side.capitalize()} side").first


def card(page: Page, guide: Guide, step: int) -> Locator:
    return page.locator(".steps").first.locator("li").nth(card_of(guide, 0, step))


def sided_steps(guide: Guide) -> list[tuple[int, Step]]:
    found = [(at, step) for at, step in enumerate(guide.first.written.steps) if names_side(step.text)]
    assert found, "the guide has a side, so a step names it"
    return found


def expect_side(page: Page, guide: Guide, side: str) -> None:
    for at, step in sided_steps(guide):
        texts = {"right": step.text, "left": mirrored(step.text)}
        other = "left" if side == "right" else "right"
        expect(card(page, guide, at)).to_contain_text(texts[side], use_inner_text=True)
        expect(card(page, guide, at)).not_to_contain_text(texts[other], use_inner_text=True)
    expect(choice(page, side)).to_be_checked()


@both_ways
@both_guides
def test_a_click_shows_the_other_side(new_context: NewContext, guide: Callable[[], Guide], scripts: bool) -> None:
    page = opened(new_context, guide(), scripts=scripts)
    expect_side(page, guide(), "right")
    for side in ("left", "right"):
        page.locator(".side:visible label").filter(has_text=f"{side.capitalize()} side").click()
        expect_side(page, guide(), side)


@both_guides
def test_the_body_has_one_size_on_the_cards_of_a_version(new_context: NewContext, guide: Callable[[], Guide]) -> None:
    scales = scales_of_steps(opened(new_context, guide()))
    assert max(scales) <= 1.02 * min(scales)


@both_ways
def test_the_arrow_keys_switch_the_side(new_context: NewContext, scripts: bool) -> None:
    page = opened(new_context, founding(), scripts=scripts)
    choice(page, "right").focus()
    for key, side in (("ArrowRight", "left"), ("ArrowLeft", "right")):
        page.keyboard.press(key)
        expect_side(page, founding(), side)
        expect(choice(page, side)).to_be_focused()


def test_pictures_have_the_words_of_the_side_that_they_show(page: Page) -> None:
    page.goto(path_of(founding()))
    names = {}
    for side in ("right", "left"):
        choice(page, side).check(force=True)
        pictures = page.locator(".steps").first.locator(".fig:visible > svg[role=img]")
        expect(pictures).to_have_count(card_of(founding(), 0, -1) + 1)
        names[side] = [picture.get_attribute("aria-label") or "" for picture in pictures.all()]
    turned = [(right, left) for right, left in zip(*names.values(), strict=True) if "chest turned" in right]
    assert turned
    for right, left in turned:
        assert "chest turned to the right" in right
        assert "chest turned to the left" in left


@both_guides
def test_the_end_of_the_steps_leads_to_the_other_side(new_context: NewContext, guide: Callable[[], Guide]) -> None:
    page = opened(new_context, guide())
    on, back = (page.locator(f".other.on-{side} a").first for side in ("right", "left"))
    for link, side in ((on, "left"), (back, "right"), (on, "left")):
        link.click()
        expect_side(page, guide(), side)
        expect(choice(page, side)).to_be_focused()
        expect(card(page, guide(), 0)).to_be_in_viewport()
        assert page.url.endswith(f"#version-{guide().first.written.id}-{side}")


def test_the_address_carries_version_and_side(new_context: NewContext) -> None:
    page = opened(new_context, founding())
    page.goto(f"{path_of(founding())}#version-{founding().variants[1].written.id}-left")
    left = page.get_by_role("radio", name="Left side").locator("visible=true")
    expect(left).to_be_checked()
    expect(left).to_be_focused()
    page.get_by_role("radio", name="Right side").locator("visible=true").check(force=True)
    assert page.url.endswith("-right")


def test_the_side_stays_when_another_version_is_chosen_and_the_address_has_both(new_context: NewContext) -> None:
    page = opened(new_context, founding())
    first, second = (variant.written.id for variant in founding().variants)
    choice(page, "left").check(force=True)
    page.locator(".tabbed-labels label").nth(1).click()
    expect(page.get_by_role("radio", name="Left side").locator("visible=true")).to_be_checked()
    assert page.url.endswith(f"#version-{second}-left")
    page.reload()
    expect(page.get_by_role("radio", name="Left side").locator("visible=true")).to_be_checked()
    page.get_by_role("radio", name="Right side").locator("visible=true").check(force=True)
    page.locator(".tabbed-labels label").first.click()
    expect(choice(page, "right")).to_be_checked()
    assert page.url.endswith(f"#version-{first}-right")


def test_without_scripts_the_end_of_the_steps_leads_to_where_the_side_is_chosen(new_context: NewContext) -> None:
    page = opened(new_context, founding(), scripts=False)
    page.locator(".other.on-right a").first.click()
    expect(page.locator(".side label").nth(1)).to_be_in_viewport()


# How far the drawing is from either edge of its tile.
MARGINS = """svg => {
  const tile = svg.getBoundingClientRect(), ink = svg.querySelector("g, use").getBoundingClientRect();
  return [ink.left - tile.left, tile.right - ink.right].map(Math.round);
}"""


def test_pictures_are_flipped_within_their_tiles(page: Page) -> None:
    page.goto(path_of(sided_guide_with_one_variant()))
    pictures = page.locator(".steps .fig:visible > svg")
    right = [picture.evaluate(MARGINS) for picture in pictures.all()]
    choice(page, "left").check(force=True)
    left = [picture.evaluate(MARGINS) for picture in pictures.all()]
    assert left == [[after, before] for before, after in right]
    assert any(abs(before - after) > 5 for before, after in right), "no picture could tell that nothing was flipped"


LOAD_ALL = "async () => { for (const each of document.images) { each.loading = 'eager'; await each.decode(); } }"


def test_nothing_is_loaded_on_switching(page: Page) -> None:
    page.goto(path_of(founding()))
    page.locator(".tabbed-labels label").nth(1).click()
    page.evaluate(LOAD_ALL)
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("radio", name="Left side").locator("visible=true").check(force=True)
    expect(page.locator("img.fig--flip").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert asked == []


def test_each_picture_file_is_loaded_once(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path_of(founding()))
    page.locator(".tabbed-labels label").nth(1).click()
    page.get_by_role("radio", name="Left side").locator("visible=true").check(force=True)
    page.evaluate(LOAD_ALL)
    figures = [url for url in asked if "/figures/" in url]
    assert figures
    assert len(figures) == len(set(figures))


def test_the_choice_can_be_hit_with_a_thumb_and_its_focus_seen(new_context: NewContext) -> None:
    page = opened(new_context, founding())
    labels = page.locator(".side").first.locator("label")
    for label in labels.all():
        box = label.bounding_box()
        assert box
        assert box["height"] >= 44
        assert box["width"] >= 44
    choice(page, "right").focus()
    page.keyboard.press("ArrowRight")
    outlines = labels.evaluate_all("labels => labels.map(label => getComputedStyle(label).outlineStyle)")
    assert outlines == ["none", "solid"]


@both_ways
def test_paper_has_the_right_side_and_a_line_about_the_left(new_context: NewContext, scripts: bool) -> None:
    page = opened(new_context, founding(), scripts=scripts)
    note = page.locator(".sided > .note").first
    expect(note).to_be_hidden()
    choice(page, "left").check(force=True)
    page.emulate_media(media="print")
    for at, step in sided_steps(founding()):
        expect(card(page, founding(), at)).to_contain_text(step.text, use_inner_text=True)
        expect(card(page, founding(), at)).not_to_contain_text(mirrored(step.text), use_inner_text=True)
    expect(note).to_have_text("These are the steps for the right side. Then the left side: swap right and left.")
    expect(note).to_be_visible()
    expect(page.locator(".side").first).to_be_hidden()


def test_without_the_stylesheet_both_sides_are_named(new_context: NewContext) -> None:
    context = new_context()
    context.route("**/*.css", lambda route: route.fulfill(body="", content_type="text/css"))
    page = context.new_page()
    page.goto(path_of(founding()))
    for at, step in sided_steps(founding()):
        expect(card(page, founding(), at)).to_contain_text(
            f"{step.text}Left side: {mirrored(step.text)}", use_inner_text=True
        )
