"""Choosing on the browse page, in place: what fits, how many there would be, what the address says, by keyboard."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Mapping

from playwright.sync_api import BrowserContext, Locator, Page, expect

from pages_server import PagesSite
from records import sample_library
from site_pages import path_of
from stretchguide.guides.guide import GuideVariant
from stretchguide.pages.facets import WAYS

NewContext = Callable[..., BrowserContext]

ANSWERS = """async queries => {
  const {Choosing} = await import(new URL("../javascripts/browse/choosing.js", location.href).href);
  const index = await (await fetch("index.json")).json();
  const choosing = new Choosing(index);
  return queries.map(query => {
    const {versions, counts} = choosing.answer(choosing.chosenIn(new URLSearchParams(query)));
    return {
      fitting: index.stretches.filter((_, at) => versions[at]).map(({at}) => at),
      counts: Object.fromEntries(counts.map((count, value) => [choosing.ids[value], count])),
    };
  });
}"""

# How far what stood on the page has moved by itself, as browsers count it.
MOVED = """() => new Promise(done => {
  const sum = seen => seen.getEntries().reduce((all, entry) => all + entry.value, 0);
  new PerformanceObserver(seen => done(sum(seen))).observe({type: "layout-shift", buffered: true});
  setTimeout(done, 500, 0);
})"""

CHOICES: list[Mapping[str, Collection[str]]] = [
    {},
    {"areas": ["upper-back"]},
    {"areas": ["upper-back", "neck"], "positions": ["seated-chair"]},
    {"areas": ["hips-glutes", "lower-back"], "positions": ["supine", "half-kneeling"], "levels": ["beginner"]},
    {"areas": ["neck"], "positions": ["hanging"]},
    {"times": ["up-to-2-min"], "equipment": ["none"], "moments": ["morning"]},
]


def has(way: str, id: str, variant: GuideVariant) -> bool:
    found = next(each for each in WAYS if each.folder == way)
    entry = next(entry for entry in found.entries(sample_library().vocabulary) if entry.id == id)
    return found.has(entry, variant)


def fits(variant: GuideVariant, chosen: Mapping[str, Collection[str]]) -> bool:
    return all(any(has(way, id, variant) for id in ids) for way, ids in chosen.items())


def fitting(chosen: Mapping[str, Collection[str]]) -> set[str]:
    guides = sample_library().shown
    return {path_of(guide) for guide in guides if any(fits(variant, chosen) for variant in guide.variants)}


def test_any_of_one_way_and_all_of_the_ways_for_one_version(page: Page) -> None:
    """And beside each value how many there would be with it, whatever else of its way is chosen."""
    page.goto("browse/")
    queries = ["&".join(f"{way}={','.join(ids)}" for way, ids in chosen.items()) for chosen in CHOICES]
    for chosen, answer in zip(CHOICES, page.evaluate(ANSWERS, queries), strict=True):
        assert set(answer["fitting"]) == fitting(chosen), chosen
        for way in ("areas", "positions", "levels"):
            ids = [key.partition(":")[2] for key in answer["counts"] if key.startswith(f"{way}:")]
            wanted = {f"{way}:{id}": len(fitting({**chosen, way: [id]})) for id in ids}
            assert {key: answer["counts"][key] for key in wanted} == wanted, chosen


def tick(page: Page, name: str) -> Locator:
    return page.get_by_role("checkbox", name=re.compile(f"^{name} \\d+$"))


def shown(page: Page) -> Locator:
    return page.locator(".browse .guides li:visible")


def test_the_list_follows_and_the_address_keeps_what_is_chosen(page: Page) -> None:
    page.goto("browse/")
    every = len(sample_library().shown)
    expect(shown(page)).to_have_count(every)
    tick(page, "Upper back").check()
    expect(shown(page)).to_have_count(len(fitting({"areas": ["upper-back"]})))
    tick(page, "Seated on a chair").check()
    both = {"areas": ["upper-back"], "positions": ["seated-chair"]}
    expect(page).to_have_url(re.compile(r"/browse/\?areas=upper-back&positions=seated-chair$"))
    expect(page.locator(".browse__said")).to_have_text(f"{len(fitting(both))} of {every} stretches")
    cat_cow = shown(page).filter(has_text="Cat-Cow")
    expect(cat_cow).to_contain_text("version “Seated on a chair”")
    expect(cat_cow.locator(".g-t a")).to_have_attribute("href", re.compile("#version-seated$"))
    page.go_back()
    expect(tick(page, "Seated on a chair")).not_to_be_checked()
    expect(shown(page)).to_have_count(len(fitting({"areas": ["upper-back"]})))
    page.go_forward()
    expect(shown(page)).to_have_count(len(fitting(both)))
    page.reload()
    expect(tick(page, "Upper back")).to_be_checked()
    expect(shown(page)).to_have_count(len(fitting(both)))
    page.get_by_role("button", name="Clear all").click()
    expect(shown(page)).to_have_count(every)
    expect(page).to_have_url(re.compile("/browse/$"))


def test_where_nothing_fits_it_says_what_to_leave_out(page: Page) -> None:
    page.goto("browse/?areas=neck&positions=hanging&unknown=1&levels=nobody")
    expect(page.locator(".browse__said")).to_have_text("No stretch has all of this.")
    ways = page.locator(".browse__loosen button")
    expect(ways).to_have_count(2)
    ways.filter(has_text="Hanging").click()
    expect(page.locator(".browse__said")).to_contain_text(" of ")
    expect(shown(page)).to_have_count(len(fitting({"areas": ["neck"]})))


def test_where_no_single_way_is_too_much_the_fewest_that_are_are_named(page: Page) -> None:
    page.goto("browse/?areas=neck&positions=hanging&equipment=foam-roller&floor=none&kind=moving&times=up-to-1-min")
    expect(page.locator(".browse__said")).to_have_text("No stretch has all of this.")
    ways = page.locator(".browse__loosen button")
    expect(ways.first).to_have_text(re.compile("^Without “.+, .+”: [1-9]"))
    assert ways.count() <= 4
    number = int((ways.first.inner_text()).split(": ")[1].split()[0])
    ways.first.click()
    expect(shown(page)).to_have_count(number)


def test_what_is_chosen_is_said_after_a_reload_and_each_can_be_taken_off(new_context: NewContext) -> None:
    page = new_context(viewport={"width": 390, "height": 844}).new_page()
    page.goto("browse/?areas=upper-back,neck&positions=seated-chair")
    expect(page.locator(".filter > summary")).to_have_text("Filter (3)")
    chips = page.locator(".browse__chosen button")
    expect(chips).to_have_text(["Neck", "Upper back", "Seated on a chair"])
    expect(page.locator(".filter")).not_to_have_attribute("open", "")
    page.get_by_role("button", name="Take off: Neck").press("Enter")
    expect(chips).to_have_text(["Upper back", "Seated on a chair"])
    expect(chips.first).to_be_focused()
    expect(page).to_have_url(re.compile(r"/browse/\?areas=upper-back&positions=seated-chair$"))
    for _ in range(2):
        chips.last.click()
    expect(page.locator(".filter > summary")).to_have_text("Filter")
    expect(page.locator(".filter > summary")).to_be_focused()
    expect(shown(page)).to_have_count(len(sample_library().shown))


def test_a_list_of_a_minute_shows_no_card_that_says_more(page: Page) -> None:
    page.goto("times/up-to-1-min/")
    times = page.locator(".guides .g-m em").all_inner_texts()
    assert times
    assert set(times) <= {"½ min", "½–1 min", "1 min"}


def test_no_floor_and_still_or_moving_are_chosen_by_the_keyboard(page: Page) -> None:
    page.goto("browse/")
    for way, value in (("Floor", "No floor"), ("Still or moving", "Moving")):
        page.locator(".facet > summary", has_text=re.compile(f"^{way}$")).focus()
        page.keyboard.press("Enter")
        tick(page, value).focus()
        page.keyboard.press("Space")
    wanted = [
        guide.id
        for guide in sample_library().shown
        if any(not each.needs_floor and each.plan.type.mode == "dynamic" for each in guide.variants)
    ]
    expect(shown(page)).to_have_count(len(wanted))


def test_nothing_moves_when_the_boxes_come(page: Page, sample_site: PagesSite) -> None:
    page.goto("browse/")
    expect(page.locator(".tick").first).to_be_visible()
    moved = page.evaluate(MOVED)
    assert moved < 0.02
    index = json.loads((sample_site.folder / "browse" / "index.json").read_text("utf-8"))
    assert len(index["stretches"]) == len(sample_library().shown)


def test_the_map_and_the_list_light_each_other_up(page: Page) -> None:
    page.goto("./")
    area = next(area for area in sample_library().by_area if area.regions)
    of_list = page.locator(f".arealist a[href$='areas/{area.id}/']")
    of_map = page.locator(f".sf-a a[data-area='{area.id}']")
    of_list.focus()
    expect(of_map.first).to_have_class(re.compile(r"\bon\b"))
    of_list.evaluate("link => link.blur()")
    expect(of_map.first).not_to_have_class(re.compile(r"\bon\b"))
    of_map.first.dispatch_event("pointerover")
    expect(of_list).to_have_class(re.compile(r"\bon\b"))


# A list of a thousand


MANY = 1000
IN_A_LIST = 24
"""As browse.md makes the lists."""

# How many cards come and go at a time: what changes in one turn is seen in one piece.
WATCH = """() => {
  window.turns = [];
  const cards = records => records.flatMap(({addedNodes}) => [...addedNodes]).filter(node => node.localName === "li");
  new MutationObserver(records => turns.push(cards(records).length))
    .observe(document.querySelector(".browse__list"), {childList: true, subtree: true});
}"""
DRAWN = """() => [...document.querySelectorAll(".browse .guides ul")]
  .filter(list => list.checkVisibility({contentVisibilityAuto: true})).length"""


def a_thousand(site: PagesSite) -> tuple[str, str]:
    """The browse page and its index with the stretches of the sample again and again, each at an address of its own."""
    html = (site.folder / "browse" / "index.html").read_text("utf-8")
    index = json.loads((site.folder / "browse" / "index.json").read_text("utf-8"))
    head, cards, foot = re.split(
        r'(<div class="browse__list">.*)(?=<script type="module" src="\.\./javascripts/browse)', html, flags=re.DOTALL
    )
    items, few = re.findall(r"<li>.*?</li>", cards, re.DOTALL), index["stretches"]
    again = [(number % len(few), f"{number // len(few)}/") for number in range(MANY)]
    made = [re.sub(r'href="(\.\./exercises/[^"]*)"', rf'href="\g<1>{more}"', items[at]) for at, more in again]
    lists = [made[begin : begin + IN_A_LIST] for begin in range(0, MANY, IN_A_LIST)]
    body = "".join(f'<div class="guides"><ul>{"".join(each)}</ul></div>' for each in lists)
    stretches = [{**few[at], "at": few[at]["at"] + more} for at, more in again]
    return f'{head}<div class="browse__list">{body}</div></div>{foot}', json.dumps({**index, "stretches": stretches})


def test_of_a_thousand_a_few_are_handled_at_a_time_and_those_in_sight_are_drawn(
    page: Page, sample_site: PagesSite
) -> None:
    """A phone that is four times slower would else stand still for a second."""
    html, index = a_thousand(sample_site)
    page.route("**/browse/", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.route("**/browse/index.json", lambda route: route.fulfill(body=index, content_type="application/json"))
    page.goto("browse/")
    expect(page.locator(".browse__said")).to_have_text("1,000 stretches")
    assert page.locator(".browse .guides li").count() == MANY
    page.evaluate(WATCH)
    at_first = page.evaluate(DRAWN)
    assert 1 <= at_first <= 4
    tick(page, "Seated on a chair").check()
    fits = [
        each for each in json.loads(index)["stretches"] if any(chair(version, index) for version in each["versions"])
    ]
    assert IN_A_LIST < len(fits) < MANY
    expect(page.locator(".browse__said")).to_have_text(f"{len(fits)} of 1,000 stretches")
    expect(shown(page)).to_have_count(len(fits))
    page.get_by_role("button", name="Clear all").click()
    expect(shown(page)).to_have_count(MANY)
    turns = page.evaluate("turns")
    assert sum(turns) == len(fits) + MANY
    assert max(turns) <= IN_A_LIST
    page.mouse.wheel(0, 100)
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate(DRAWN) <= 4


def chair(version: Mapping[str, Collection[int]], index: str) -> bool:
    values = [f"{way['key']}:{id}" for way in json.loads(index)["ways"] for id, _ in way["values"]]
    return values.index("positions:seated-chair") in version["has"]
