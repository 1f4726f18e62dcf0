"""Finding a guide in a browser: by the body map, by lists and facets; by finger, by pointer and by keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from records import sample_library
from site_pages import founding, path_of
from stretchguide.pages.facets import facets

NewContext = Callable[..., BrowserContext]

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
MOST_TABS = 150
FINGER = 44
"""The width of a target in pixels."""

# How wide the widest square is within which every touch leads to an area, by map and area.
SQUARES = """() => [...document.querySelectorAll(".sf-map")].map(map => {
  const areas = {}, box = map.getBoundingClientRect();
  const at = (x, y) => document.elementFromPoint(x, y)?.closest(".sf-map a")?.dataset.area;
  const widest = new Map();
  for (let y = Math.floor(box.bottom); y >= box.top; y--)
    for (let x = Math.floor(box.right); x >= box.left; x--) {
      const area = at(x, y), key = (dx, dy) => (x + dx) * 10000 + y + dy;
      const side = (dx, dy) => { const found = widest.get(key(dx, dy)); return found?.area === area ? found.side : 0; };
      if (!area) continue;
      const here = 1 + Math.min(side(1, 0), side(0, 1), side(1, 1));
      widest.set(key(0, 0), {area, side: here});
      areas[area] = Math.max(areas[area] ?? 0, here);
    }
  return areas;
})"""

# A place within an area that no muscle covers, and the fill of the area's muscles.
BARE_PLACE = """([map, area]) => {
  const box = map.getBoundingClientRect();
  for (let y = box.top; y < box.bottom; y += 3) for (let x = box.left; x < box.right; x += 3)
    if (document.elementFromPoint(x, y)?.closest(".sf-g a")?.dataset.area === area) return [x, y];
}"""


def main_list(page: Page) -> Locator:
    return page.locator(".arealist")


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until an element has the focus."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"{wanted} is not reached with {MOST_TABS} tabs")


# By keyboard


def test_from_home_to_an_area_to_a_guide_by_keyboard(page: Page) -> None:
    page.goto("./")
    tab_to(page, main_list(page).get_by_role("link").nth(3))
    page.keyboard.press("Enter")
    area = [*sample_library().by_area][3]
    expect(page.get_by_role("heading", level=1)).to_have_text(area.heading)
    first = page.locator(".guides .g-t a").first
    title = first.inner_text()
    tab_to(page, first)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


@pytest.mark.parametrize("options", [PHONE, {"viewport": {"width": 1280, "height": 900}}], ids=["phone", "desktop"])
def test_without_scripts_from_browse_to_a_choice_to_a_guide_by_keyboard(
    new_context: NewContext, options: dict[str, object]
) -> None:
    page = new_context(java_script_enabled=False, **options).new_page()
    page.goto("browse/")
    link = page.locator(".facet a[href*='positions/']").first
    if options is PHONE:
        expect(link).to_be_hidden()
        page.locator(".filter > summary").focus()
        page.keyboard.press("Enter")
    expect(link).to_be_visible()
    link.focus()
    page.keyboard.press("Enter")
    position = next(facet for facet in facets(sample_library()) if facet.folder == "positions").choices[0]
    expect(page.get_by_role("heading", level=1)).to_have_text(position.entry.heading)
    card = page.locator(".guides .g-t a").first
    title = card.inner_text()
    card.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_closed_facets_open_by_keyboard(page: Page) -> None:
    page.goto("browse/")
    summary = page.locator(".facet > summary", has_text="Equipment")
    box = page.locator(".facet input[value=none][name=equipment]")
    expect(box).to_be_hidden()
    tab_to(page, summary)
    page.keyboard.press("Enter")
    expect(box).to_be_visible()


def test_the_keyboard_passes_each_area_of_the_map_once(page: Page) -> None:
    page.goto("./")
    links = page.locator(".sf-map a:not([tabindex='-1'])")
    names = [links.nth(index).get_attribute("aria-label") for index in range(links.count())]
    with_guides = {area.name for area in sample_library().by_area if area.regions}
    assert set(names) == with_guides
    assert len(names) <= 2 * len(with_guides)
    page.goto("areas/upper-back/")
    expect(page.locator(".sf-map a:not([tabindex='-1'])")).to_have_count(0)


# The map


def test_every_area_of_the_map_can_be_hit_with_a_finger(new_context: NewContext) -> None:
    page = new_context(**PHONE).new_page()
    page.goto("./")
    found: dict[str, int] = {}
    for of_view in page.evaluate(SQUARES):
        for area, side in of_view.items():
            found[area] = max(found.get(area, 0), side)
    assert {area.id for area in sample_library().by_area if area.regions} == set(found)
    assert {area: side for area, side in found.items() if side < FINGER} == {}


def bare_places(page: Page) -> Iterator[tuple[str, Locator, list[float]]]:
    for view in (0, 1):
        map = page.locator(".sf-map").nth(view)
        for link in map.locator(".sf-a > a").all():
            area = link.get_attribute("data-area") or ""
            place = page.evaluate(BARE_PLACE, [map.element_handle(), area])
            if place and link.locator("path:not([fill-opacity])").count():
                yield area, link.locator("path").first, place


def test_bare_ground_under_the_pointer_lights_the_muscles_of_its_area(page: Page) -> None:
    page.goto("./")
    places = list(bare_places(page))
    assert len(places) > len(sample_library().by_area)
    for area, shape, (x, y) in places:
        page.mouse.move(0, 0)
        plain = shape.evaluate("path => getComputedStyle(path).fill")
        page.mouse.move(x, y)
        assert shape.evaluate("path => getComputedStyle(path).fill") != plain, area


def test_a_touch_on_the_map_leads_to_the_area(new_context: NewContext) -> None:
    page = new_context(**PHONE).new_page()
    page.goto("./")
    area, _, (x, y) = next(bare_places(page))
    page.touchscreen.tap(x, y)
    expect(page).to_have_url(re.compile(f"/areas/{area}/$"))


def test_the_soles_lead_to_the_feet(new_context: NewContext) -> None:
    page = new_context(**PHONE).new_page()
    page.goto("./")
    box = page.locator(".sf-map").nth(1).bounding_box()
    assert box
    for across in (0.09, 0.91):
        x, y = box["x"] + across * box["width"], box["y"] + 0.865 * box["height"]
        area = page.evaluate("([x, y]) => document.elementFromPoint(x, y).closest('a')?.dataset.area", [x, y])
        assert area == "ankles-feet"


def test_question_map_and_list_begin_on_the_first_screen_of_a_phone(new_context: NewContext) -> None:
    page = new_context(**PHONE).new_page()
    page.goto("./")
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport(ratio=1)
    for view in page.locator(".sf-map").all():
        expect(view).to_be_in_viewport(ratio=1)
    expect(main_list(page).get_by_role("link").first).to_be_in_viewport(ratio=1)


def test_the_map_of_muscles_leads_to_their_pages(page: Page) -> None:
    page.goto("muscles/")
    gluteus = page.locator(".sf-map").nth(1).locator("[data-muscle=gluteus-maximus]")
    box = gluteus.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] * 0.25, box["y"] + box["height"] * 0.3)
    expect(page.get_by_role("heading", level=1)).to_have_text("Gluteus maximus")


def test_what_lies_deep_is_shown_on_demand(page: Page) -> None:
    page.goto("muscles/")
    deep = page.locator("details.deep [data-muscle=piriformis]")
    expect(deep).to_be_hidden()
    page.locator("details.deep > summary").click()
    expect(deep).to_be_visible()


# Lists


@pytest.mark.parametrize("width", [390, 1280])
def test_facets_are_seen_at_once_beside_the_list_and_behind_a_button_on_a_phone(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("browse/")
    button, area = page.locator(".filter > summary"), page.locator(".facet [name=areas]").first
    expect(button).to_be_visible(visible=width < 960)
    expect(area).to_be_visible(visible=width > 960)
    expect(page.locator(".guides li").first).to_be_in_viewport()


def test_a_guide_leads_to_its_muscles(page: Page) -> None:
    guide = founding()
    page.goto(path_of(guide))
    muscle = sample_library().vocabulary.muscles[guide.record.muscles.stretched[0]]
    page.locator("#reference + .line > summary").click()
    page.locator("table").get_by_role("link", name=muscle.name).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(muscle.name)
    expect(page.locator(".guides").get_by_role("link", name=guide.record.title)).to_be_visible()


def test_the_whole_card_of_a_routine_can_be_tapped(new_context: NewContext) -> None:
    page = new_context(**PHONE).new_page()
    page.goto("routines/")
    card = page.locator(".routines li").first
    name = card.locator(".g-t").inner_text()
    card.tap(position={"x": 12, "y": 12})
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def test_a_time_stays_on_a_line_with_its_unit(new_context: NewContext) -> None:
    page = new_context(viewport={"width": 390, "height": 844}).new_page()
    page.goto("./")
    times = page.locator(".moments em:visible, .guides .g-m em, .routines .g-m em")
    assert times.count() > len(sample_library().routines)
    assert set(times.evaluate_all("times => times.map(time => time.getClientRects().length)")) == {1}


def test_a_routine_says_what_to_mind_before_its_list(page: Page) -> None:
    page.goto("routines/after-a-run/")
    note = page.get_by_text(sample_library().routines["after-a-run"].record.note or "nothing")
    sides = page.get_by_text("for the left, swap right and left")
    first = page.locator(".routine li").first
    tops = [each.evaluate("each => each.getBoundingClientRect().top") for each in (note, sides, first)]
    assert tops == sorted(tops)
