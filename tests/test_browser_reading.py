"""Reading a guide in a browser: with scripts and without, by keyboard, on paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from records import sample_library
from site_pages import card_of, founding, guide_with_one_variant, path_of
from stretchguide.format import prose
from stretchguide.format.records import Variant
from stretchguide.guides.guide import Guide, GuideVariant

NewContext = Callable[..., BrowserContext]

GUIDES = {"one variant": guide_with_one_variant, "several variants": founding}
MAIN_HEADINGS = ["how-to", "safety", "why", "reference", "sources"]

both_ways = pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
both_guides = pytest.mark.parametrize("guide", GUIDES.values(), ids=GUIDES)


def opened(new_context: NewContext, guide: Guide, *, scripts: bool) -> Page:
    page = new_context(java_script_enabled=scripts).new_page()
    page.goto(path_of(guide))
    return page


def shown(text: str) -> re.Pattern[str]:
    """The text as a reader sees it: emphasis gone, and any white space between the words."""
    return re.compile(r"\s+".join(map(re.escape, prose.plain(text).split())))


def steps(page: Page, variant: int) -> Locator:
    """The step titles of a variant, by its place."""
    return page.locator(".steps").nth(variant).locator(".step-t")


def expect_steps(page: Page, guide: Guide, index: int) -> None:
    variant = guide.variants[index].written
    titles = steps(page, index)
    expect(titles).to_have_text([shown(step.title) for step in variant.steps])
    for number, step in enumerate(variant.steps):
        expect(titles.nth(number)).to_be_visible()
        card = page.locator(".steps").nth(index).locator("li").nth(card_of(guide, index, number))
        expect(card).to_contain_text(shown(step.text))


def texts_below(guide: Guide) -> Iterator[str]:
    """Texts of a record that stand on its page outside the variants."""
    record = guide.record
    yield record.tagline
    yield record.intro
    for benefit in record.benefits:
        yield from (benefit.lead, benefit.text)
    for mistake in record.mistakes:
        yield from (mistake.wrong, mistake.instead)
    yield from record.safety
    yield from [record.tip] if record.tip else []
    yield from record.also_known_as


@both_ways
@both_guides
def test_all_of_a_guide_can_be_read(new_context: NewContext, guide: Callable[[], Guide], scripts: bool) -> None:
    read = guide()
    page = opened(new_context, read, scripts=scripts)
    article = page.get_by_role("article")
    expect(article.get_by_role("heading", level=1)).to_have_text(shown(read.record.title))
    for id in MAIN_HEADINGS:
        expect(article.locator(f"h2#{id}")).to_be_visible()
    expect(article.locator("#skip")).to_be_visible()
    expect_steps(page, read, 0)
    for line in article.locator(".line > summary").locator("visible=true").all() if scripts else []:
        line.click()
    for text in texts_below(read):
        expect(article).to_contain_text(shown(text), use_inner_text=True)


@both_guides
def test_the_hold_stands_out(page: Page, guide: Callable[[], Guide]) -> None:
    read = guide()
    page.goto(path_of(read))
    for index, variant in enumerate(read.variants):
        held = [step.title for step in variant.written.steps if step.phase == "hold" and variant.written.dose.hold]
        cards = page.locator(".steps").nth(index).locator("li").filter(has=page.locator(".cue--hold"))
        expect(cards.locator(".step-t").last).to_have_text(held)


def test_every_card_has_a_figure_or_its_place(page: Page) -> None:
    guide = founding()
    page.goto(path_of(guide))
    expect(page.locator(".ex-hero .fig").locator("visible=true")).to_have_count(1)
    shown = page.locator(".steps li .fig:not(.on-left)")
    expect(shown).to_have_count(sum(card_of(guide, index, -1) + 1 for index in range(len(guide.variants))))


def test_while_reading_on_a_phone_steps_safety_and_paper_are_a_tap_away(new_context: NewContext) -> None:
    page = new_context(viewport={"width": 390, "height": 844}, has_touch=True).new_page()
    page.goto(path_of(founding()))
    bar = page.get_by_role("navigation", name="While you read")
    expect(bar).to_be_hidden()
    page.locator("#reference").scroll_into_view_if_needed()
    expect(bar).to_be_in_viewport(ratio=1)
    bar.get_by_role("link", name="Safe").tap()
    expect(page.get_by_role("heading", name="Stay safe")).to_be_in_viewport()
    bar.get_by_role("link", name="Steps").tap()
    expect(page.get_by_role("heading", name="How to do it")).to_be_in_viewport()
    page.locator(".tabbed-labels label").nth(1).click()
    paper = bar.get_by_role("link", name="Print")
    expect(paper).to_have_attribute("href", re.compile(f"/{founding().variants[1].written.id}/$"))
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.locator(".md-footer a").last.focus()
    last, at = page.locator(".md-footer a").last.bounding_box(), bar.bounding_box()
    assert last
    assert at
    assert last["y"] + last["height"] <= at["y"], "the end of the page is not behind it"
    page.set_viewport_size({"width": 1280, "height": 844})
    expect(bar).to_be_hidden()


def test_an_emoji_stands_for_a_picture_and_not_beside_one(page: Page) -> None:
    told = {True: 0, False: 0}
    for guide in sample_library().shown:
        if not any(step.emoji for variant in guide.variants for step in variant.written.steps):
            continue
        page.goto(path_of(guide))
        for card in page.locator(".steps li").all():
            told[card.locator(".fig--soon").count() > 0] += card.locator(".emo").count()
    assert told[True]
    assert not told[False]


@pytest.mark.parametrize("width", [390, 1280])
def test_a_guide_without_pictures_leaves_no_empty_field_at_its_head(new_context: NewContext, width: int) -> None:
    guide = next(each for each in sample_library().shown if not each.first.written.steps[0].pose)
    page = new_context(viewport={"width": width, "height": 844}).new_page()
    page.goto(path_of(guide))
    expect(page.locator(".ex-hero .fig").locator("visible=true")).to_have_count(0)
    box = page.locator(".ex-fig").bounding_box()
    assert not box
    expect(page.locator(".steps li .step-t").first).to_be_visible()


def words_above_the_button(guide: Guide) -> int:
    facts = [each.name for each in (*guide.areas, *guide.positions)]
    kit = [each.name for each in (*guide.first.needs, *guide.first.one_of)]
    return len("".join([guide.record.title, guide.record.tagline, *facts, *kit]))


def test_the_start_button_is_on_the_first_screen_of_a_phone(new_context: NewContext) -> None:
    page = new_context(viewport={"width": 390, "height": 844}).new_page()
    for guide in sorted(sample_library().shown, key=words_above_the_button)[-8:]:
        page.goto(path_of(guide))
        box = page.locator(".ex-hero .start").bounding_box()
        assert box
        assert box["y"] + box["height"] <= 844, guide.id


def test_without_scripts_the_start_button_leads_to_the_steps(new_context: NewContext) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(path_of(founding()))
    page.locator(".ex-hero .start").click()
    expect(page.locator("#how-to")).to_be_in_viewport()


def test_who_should_skip_is_one_click_from_the_start(page: Page) -> None:
    page.goto(path_of(founding()))
    page.locator(".safe-line a").click()
    expect(page.locator("#skip summary").first).to_be_in_viewport()


# Variants


@both_ways
def test_a_click_on_its_tab_shows_another_variant(new_context: NewContext, scripts: bool) -> None:
    page = opened(new_context, founding(), scripts=scripts)
    for index in (1, 0):
        page.locator(".tabbed-labels label").nth(index).click()
        expect_steps(page, founding(), index)
        expect(steps(page, 1 - index).first).to_be_hidden()


def with_ways(written: Variant) -> list[str]:
    return [change.change for change in (*written.easier, *written.deeper) if change.change]


@both_ways
def test_what_makes_it_fit_is_of_the_version_that_is_chosen(new_context: NewContext, scripts: bool) -> None:
    several = [each for each in sample_library().shown if len(each.variants) > 1]
    guide = next(each for each in several if all(with_ways(variant.written) for variant in each.variants))
    page = opened(new_context, guide, scripts=scripts)
    for number, variant in enumerate(guide.variants):
        page.locator(".tabbed-labels label").nth(number).click()
        for other in guide.variants:
            for way in with_ways(other.written):
                expect(page.get_by_text(shown(way)).locator("visible=true")).to_have_count(int(other is variant))


def test_a_version_without_ways_of_its_own_is_lent_those_of_the_others_by_name(new_context: NewContext) -> None:
    page = opened(new_context, founding(), scripts=True)
    assert not with_ways(founding().variants[1].written)
    page.locator(".tabbed-labels label").nth(1).click()
    (way,) = (change.change for change in founding().first.written.easier)
    lent = page.locator(".pair li li").filter(has_text=shown(way or "")).locator("visible=true")
    expect(lent).to_contain_text(founding().first.written.label)
    page.emulate_media(media="print")
    expect(page.get_by_text(shown(way or "")).locator("visible=true")).to_have_count(1)


@both_ways
def test_the_arrow_keys_switch_the_variant(new_context: NewContext, scripts: bool) -> None:
    page = opened(new_context, founding(), scripts=scripts)
    page.locator(".tabbed-set > input").first.focus()
    for key, index in (("ArrowRight", 1), ("ArrowLeft", 0)):
        page.keyboard.press(key)
        expect_steps(page, founding(), index)
        expect(steps(page, 1 - index).first).to_be_hidden()
        expect(page.locator(".tabbed-set > input").nth(index)).to_be_focused()


def test_the_chosen_tab_can_be_told_and_the_focus_seen(page: Page) -> None:
    page.goto(path_of(founding()))
    inputs = page.locator(".tabbed-set > input")
    inputs.first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", checked=True).and_(inputs)).to_have_accessible_name(
        shown(founding().variants[1].written.label)
    )
    outlines = page.locator(".tabbed-labels label").evaluate_all(
        "labels => labels.map(label => getComputedStyle(label).outlineStyle)"
    )
    assert outlines[0] != outlines[1], "the tab with the keyboard's focus looks like the other one"


def test_a_card_that_names_a_version_opens_the_guide_with_it_chosen(page: Page) -> None:
    variant = founding().variants[1]
    page.goto(f"levels/{variant.level.id}/")
    page.get_by_role("link", name=founding().record.title, exact=True).click()
    expect(steps(page, 1).first).to_be_visible()
    expect(steps(page, 0).first).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    page.goto(f"{path_of(founding())}#version-{founding().first.written.id}")
    expect(steps(page, 0).first).to_be_visible()


def test_the_choice_of_a_variant_is_kept_after_a_reload(page: Page) -> None:
    page.goto(path_of(founding()))
    page.locator(".tabbed-labels label").nth(1).click()
    expect(steps(page, 1).first).to_be_visible()
    page.reload()
    expect(steps(page, 1).first).to_be_visible()
    expect(steps(page, 0).first).to_be_hidden()


def tab_of(variant: GuideVariant) -> tuple[str, str]:
    return variant.written.label, variant.level.name


def guides_that_share_a_tab() -> tuple[Guide, int, Guide, int]:
    """Two guides with the same tab, which is not the first of the second guide."""
    several = [guide for guide in sample_library().shown if len(guide.variants) > 1]
    for chosen_in in several:
        for place, variant in enumerate(chosen_in.variants):
            for other in several:
                tabs = [tab_of(each) for each in other.variants]
                if other.id != chosen_in.id and tab_of(variant) in tabs[1:]:
                    return chosen_in, place, other, tabs.index(tab_of(variant))
    raise AssertionError("no two guides share a tab")


def test_the_choice_of_a_variant_is_kept_on_another_page(page: Page) -> None:
    here, place, there, expected = guides_that_share_a_tab()
    page.goto(path_of(here))
    page.locator(".tabbed-labels label").nth(1 - min(place, 1)).click()
    page.locator(".tabbed-labels label").nth(place).click()
    expect(steps(page, place).first).to_be_visible()
    page.goto(path_of(there))
    expect(steps(page, expected).first).to_be_visible()
    expect(steps(page, 0).first).to_be_hidden()


# Paper


@both_ways
def test_on_paper_every_variant_is_there(new_context: NewContext, scripts: bool) -> None:
    page = opened(new_context, founding(), scripts=scripts)
    page.emulate_media(media="print")
    for index, variant in enumerate(founding().variants):
        expect_steps(page, founding(), index)
        name = page.locator(".v-name").nth(index)
        expect(name).to_be_visible()
        expect(name).to_contain_text(variant.written.label)
    for chrome in (".md-header", ".md-footer", ".ex-act", ".tabbed-labels", ".page-acts"):
        expect(page.locator(chrome).first).to_be_hidden()


def test_on_the_screen_the_names_for_paper_are_hidden(page: Page) -> None:
    page.goto(path_of(founding()))
    expect(page.locator(".v-name").first).to_be_hidden()


@both_guides
def test_on_paper_each_version_has_a_page_and_the_rest_three_at_most(page: Page, guide: Callable[[], Guide]) -> None:
    read = guide()
    page.goto(path_of(read))
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    assert pdf.startswith(b"%PDF")
    pages = len(re.findall(rb"/Type\s*/Page\b", pdf))
    assert len(read.variants) < pages <= len(read.variants) + 3, f"{pages} pages: the layout for paper is gone"


# The length of a page of A4 between its margins of 12 mm, in pixels of 1/96 inch.
SHEET = (297 - 24) / 25.4 * 96

TALL = """() => [...document.querySelectorAll(".tabbed-block, .steps li, table, .admonition")]
  .map(each => [each.className || each.tagName, each.getBoundingClientRect().height])"""


def test_what_must_not_split_fits_on_a_sheet(new_context: NewContext) -> None:
    page = new_context(viewport={"width": round((210 - 24) / 25.4 * 96), "height": 1000}).new_page()
    page.goto(path_of(founding()))
    page.emulate_media(media="print")
    for name, height in page.evaluate(TALL):
        assert 0 < height <= SHEET, name


def test_files_of_figures_follow_the_switch_of_the_page_and_are_printed_in_greys(new_context: NewContext) -> None:
    page = new_context(color_scheme="light").new_page()
    page.goto(path_of(founding()))
    file = page.locator(".guides img.fig").first
    for wanted in ("light", "dark"):  # from the device's colours to light, and on to dark
        page.locator("form[data-md-component=palette] label:visible").click()
        expect(file).to_have_css("color-scheme", wanted)
    file = page.locator(".steps img.fig").first
    page.emulate_media(media="print")
    expect(file).to_have_css("color-scheme", "light")
    expect(file).to_have_css("filter", re.compile("grayscale"))
