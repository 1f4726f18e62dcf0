"""The guided player in a real browser, on a clock that the tests wind: what is seen, heard, pressed, kept and lost."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

import axe_check
from records import sample_library
from screens import probe, turn
from site_pages import founding, path_of
from stretchguide.format.records import Step
from stretchguide.format.sides import mirrored
from touch import small_targets

NewContext = Callable[..., BrowserContext]
Opened = Callable[..., Page]

NOON = 1_780_000_000
"""A time of the clock: seconds since 1970."""
FROZEN = "Date.now = () => 1.78e12"
"""A clock that always stands, while whatever else waits goes on, as axe does."""
KEY = "stretchguide-player"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
ROUTINE = "routines/short-break/"


@pytest.fixture
def opened(new_context: NewContext) -> Iterator[Opened]:
    """Opens an address with a clock that stands, and with what a phone has. Nobody gets that clock again."""
    contexts: list[BrowserContext] = []

    def page_at(
        address: str, *, before: str = "", lost: str = "", context: BrowserContext | None = None, **options: Any
    ) -> Page:
        stands = FROZEN in before
        if context is None:
            contexts.append(new_context(**{**PHONE, **options}))
        page = (context or contexts[-1]).new_page()
        page.add_init_script(f"{before};{probe('devices')}")
        if lost:
            page.route(lost, lambda route: route.abort())
        if not stands:
            page.clock.install(time=NOON)
        page.goto(address)
        if not stands:
            page.clock.pause_at(NOON + 60)
        return page

    yield page_at
    for context in contexts:
        context.close()


def start(page: Page) -> None:
    """Press Start on the page, and wait for the player."""
    page.locator("a.start").click()
    expect(page.locator("dialog.player .pl-go")).to_be_visible()


def begin(page: Page, *, steps: bool = False) -> None:
    """Press Start in the player."""
    page.get_by_label("Show me the steps first").set_checked(steps, force=True)
    page.locator(".pl-go").click()
    expect(page.locator(".pl-run")).to_be_visible()


def wait(page: Page, seconds: float) -> None:
    page.clock.run_for(int(seconds * 1000))


def phase(page: Page) -> str:
    return page.locator(".pl-phase").inner_text()


def count(page: Page) -> str:
    return page.locator(".pl-count").inner_text()


def skip(page: Page) -> None:
    page.get_by_role("button", name="Skip", exact=True).click()


def until(page: Page, words: str) -> None:
    """Skip to a part."""
    for _ in range(60):
        if words in phase(page):
            return
        skip(page)
    raise AssertionError(f"there is no {words!r}")


def told(page: Page) -> Any:
    return page.evaluate("window.told")


def live(page: Page) -> str:
    return page.locator(".pl-live").text_content() or ""


def turned(page: Page) -> bool:
    return "is-turned" in (page.locator(".pl-figure img").get_attribute("class") or "")


def said(step: Step) -> str:
    breath = {"in": " Breathe in", "out": " Breathe out"}.get(step.breath or "", "")
    return f"{step.title}. {step.text}{breath}"


def hold_of_founding() -> tuple[str, str]:
    """The title and the sentence of its hold."""
    step = next(step for step in founding().first.written.steps if step.phase == "hold")
    return step.title, step.text


# A stretch from its beginning to its end


def test_a_stretch_is_guided_from_the_steps_to_the_end(opened: Opened) -> None:
    page = opened(path_of(founding()))
    start(page)
    expect(page.get_by_role("dialog", name=founding().record.title)).to_be_visible()
    expect(page.locator(".pl-go")).to_be_focused()
    expect(page.locator(".pl-setup h2")).to_have_text("Ready? About 2 minutes")
    page.get_by_text("Voice", exact=True).click()
    begin(page, steps=True)
    steps = [step for step in founding().first.written.steps if step.phase != "return"]
    for step in steps:
        assert phase(page) == step.title
        assert live(page) == said(step)
        wait(page, 12)
    assert (phase(page), count(page)) == ("Get ready", "10")
    expect(page.get_by_role("button", name="Pause")).to_be_focused()
    wait(page, 10)
    assert (phase(page), count(page), turned(page)) == ("Hold, right side", "15", False)
    assert live(page) == f"Hold, right side. 15 seconds. {hold_of_founding()[1]}"
    expect(page.locator(".pl-next")).to_have_text("Next: left side, 15 s")
    assert page.locator("#player-title small").inner_text() == "Right, 1 of 2"
    wait(page, 12)
    assert (count(page), live(page)) == ("3", "3, 2, 1")
    wait(page, 3)
    back = founding().first.written.steps[-1]
    assert (phase(page), live(page), turned(page)) == (back.title, back.text, False), "nobody is left in the stretch"
    wait(page, 3)
    assert (phase(page), count(page), turned(page)) == ("Change sides", "2", True)
    assert page.locator(".pl-cue").inner_text() == f"Now the left side. {mirrored(steps[0].text)}"
    wait(page, 2)
    assert (phase(page), turned(page)) == ("Hold, left side", True)
    assert page.locator(".pl-figure img").get_attribute("alt") != mirrored(
        page.locator(".pl-figure img").get_attribute("alt") or ""
    ), "the words of the picture name the side"
    wait(page, 15 + 5 + 15 + 5 + 15)
    expect(page.get_by_role("heading", name="Done")).to_be_focused()
    expect(page.locator(".pl-stop")).to_contain_text(sample_library().vocabulary.intensity.stop)
    expect(page.locator(".pl-back")).to_have_text(back.text)
    heard = told(page)
    assert [said(step) for step in steps] == heard["said"][2 : 2 + len(steps)]
    assert heard["said"][-4:] == ["3", "2", "1", f"{back.text} Done"]
    assert heard["tones"] > 20
    assert heard["shaken"] > 20
    assert heard["awake"] == ["on", "off"]
    page.get_by_role("button", name="Finish").click()
    expect(page.locator("a.start")).to_be_focused()


def test_the_reader_chooses_within_the_dose(opened: Opened) -> None:
    page = opened(path_of(founding()))
    page.locator(".tabbed-labels label").nth(1).click()
    start(page)
    expect(page.get_by_label(founding().variants[1].written.label, exact=True)).to_be_checked()
    page.get_by_label(founding().first.written.label, exact=True).check(force=True)
    for label in ("30 s", "3 times", "Left"):
        page.get_by_label(label, exact=True).check(force=True)
    expect(page.locator(".pl-setup h2")).to_contain_text("About 2½ minutes")
    begin(page)
    wait(page, 10)
    assert (phase(page), count(page)) == ("Hold, left side", "30")
    wait(page, 15)
    assert (count(page), live(page)) == ("15", "Halfway")
    wait(page, 15 + 3)
    assert phase(page) == "Rest"
    expect(page.locator(".pl-cue")).to_contain_text("Then once more.")
    wait(page, 2 + 30 + 5 + 30)
    expect(page.get_by_role("heading", name="Done")).to_be_visible()


def test_it_begins_with_the_version_and_the_side_that_the_page_shows(opened: Opened) -> None:
    page = opened(path_of(founding()))
    page.get_by_role("radio", name="Left side").first.check(force=True)
    page.locator(".tabbed-labels label").nth(1).click()
    start(page)
    expect(page.get_by_label(founding().variants[1].written.label, exact=True)).to_be_checked()
    expect(page.get_by_label("Both, left first", exact=True)).to_be_checked()
    assert turned(page)
    begin(page)
    until(page, "Hold")
    assert (phase(page), turned(page)) == ("Hold, left side", True)
    until(page, "Change sides")
    expect(page.locator(".pl-cue")).to_contain_text("Now the right side.")
    until(page, "Hold")
    assert (phase(page), turned(page)) == ("Hold, right side", False)


def test_where_the_sides_differ_the_left_one_keeps_its_dose_when_it_comes_first(opened: Opened) -> None:
    page = opened("./")
    bouts = [{"side": 1, "hold": [20, 20]}, {"side": 2, "hold": [30, 30], "pause": [5, 5]}]
    bouts.append({"side": 1, "hold": [20, 20], "pause": [9, 9]})
    item = {"title": "", "steps": [], "sets": [1, 1], "bouts": bouts, "place": ""}
    told = {"plays": [{"name": "", "every": "", "items": [item]}], "seconds": {"ready": 10, "next": 10, "step": 12}}
    parts = page.evaluate(
        """async told => {
          const {parts} = await import("./javascripts/player/player.js");
          const all = parts(told, {play: 0, share: 0, more: 0, sides: 0, first: 2, steps: false});
          return all.map(({kind, side, seconds}) => [kind, side, seconds]);
        }""",
        told,
    )
    assert parts == [
        *(["ready", 2, 10], ["hold", 2, 30], ["change", 1, 5]),
        *(["hold", 1, 20], ["rest", 1, 9], ["hold", 1, 20]),
    ]


@pytest.mark.parametrize(("stretch", "each"), [("cat-cow", 3), ("knee-rolls", 6)])
def test_repetitions_are_counted_at_their_pace(opened: Opened, stretch: str, each: int) -> None:
    guide = sample_library().guides[stretch]
    reps = guide.first.plan.reps
    assert reps
    page = opened(f"exercises/{stretch}/")
    start(page)
    begin(page)
    wait(page, 10)
    assert (phase(page), count(page), page.locator(".pl-of").inner_text()) == ("Repeat", "1", f"of {reps.least}")
    moves = " ".join(f"{step.title}." for step in guide.first.written.steps if step.phase == "move")
    assert page.locator(".pl-cue").inner_text() == moves
    wait(page, each)
    assert count(page) == "2"
    wait(page, each * (reps.least - 1))
    expect(page.get_by_role("heading", name="Done")).to_be_visible()


def test_a_repetition_of_two_moves_shows_one_after_the_other(opened: Opened) -> None:
    page = opened("exercises/cat-cow/", reduced_motion="no-preference")
    there, back = (
        step.title for step in sample_library().guides["cat-cow"].first.written.steps if step.phase == "move"
    )
    start(page)
    begin(page)
    wait(page, 10)
    for title in (there, there, back) * 2:
        assert page.locator(".pl-cue").inner_text() == title
        wait(page, 1)


STEPS_AT = """async ([item, part, seconds]) => {
  const {stepAt} = await import("./javascripts/player/player.js");
  return seconds.map(passed => stepAt(item, part, passed)?.title ?? "");
}"""


def steps_at(page: Page, phases: str, part: dict[str, Any], seconds: int, **item: Any) -> str:
    """The numbers of the steps that are shown second by second, by their phases' letters; p is a move that presses."""
    names = {"s": "setup", "m": "move", "p": "move", "h": "hold", "r": "return"}
    steps = [
        {"phase": names[letter], "title": str(number), "presses": letter == "p"}
        for number, letter in enumerate(phases, 1)
    ]
    return "".join(page.evaluate(STEPS_AT, [{"steps": steps, "bouts": [], **item}, part, list(range(seconds))]))


def test_every_move_has_its_time(opened: Opened) -> None:
    page = opened("./")
    assert steps_at(page, "smmmr", {"kind": "reps", "reps": 2, "each": 3}, 6) == "234234"
    assert steps_at(page, "smmmmr", {"kind": "reps", "reps": 1, "each": 8}, 8) == "22334455"
    assert steps_at(page, "smhr", {"kind": "reps", "reps": 1, "each": 7}, 7) == "2222333", "and a short hold among them"
    assert steps_at(page, "smr", {"kind": "reps", "reps": 1, "each": 3}, 3) == "", "one move is shown as it is"
    assert steps_at(page, "smmhr", {"kind": "hold"}, 3) == ""
    assert steps_at(page, "smmmhr", {"kind": "hold"}, 5, bouts=[{"press": [5, 5]}]) == "44455", (
        "what was pressed lets go"
    )
    assert steps_at(page, "spmmhr", {"kind": "hold"}, 5, bouts=[{"press": [5, 5]}]) == "33355", (
        "the move after the one whose picture presses"
    )
    assert steps_at(page, "smphr", {"kind": "hold"}, 5, bouts=[{"press": [5, 5]}]) == "44444", "no move lets go"


def test_in_another_position_it_waits_until_the_reader_is_in_place(opened: Opened) -> None:
    page = opened(ROUTINE)
    start(page)
    begin(page)
    second = sample_library().routines["short-break"].steps[1].guide.record.title
    until(page, f"Next: {second}")
    place = page.get_by_role("button", name="I’m in place")
    expect(place).to_be_visible()
    begins = page.locator(".pl-cue").inner_text()
    wait(page, 60)
    assert (phase(page), count(page)) == ("Take your time", "")
    assert page.locator(".pl-cue").inner_text() == begins
    assert live(page) == "Take your time"
    wait(page, 600)
    place.click()
    assert (phase(page), count(page)) == ("Get ready", "5")
    wait(page, 5)
    assert phase(page) == "Repeat"
    page.get_by_role("button", name="Pause").click()
    page.get_by_role("button", name="Go on").click()
    assert phase(page) == "Repeat"


def test_who_is_in_place_at_once_waits_for_nothing(opened: Opened) -> None:
    page = opened(ROUTINE)
    start(page)
    begin(page)
    until(page, "Next: ")
    page.get_by_role("button", name="I’m in place").click()
    assert phase(page) == "Repeat"
    expect(page.locator(".pl-pause")).to_have_text("Pause")
    wait(page, 3)
    assert count(page) == "1"


@pytest.mark.parametrize("size", [(390, 844), (1280, 800)], ids=str)
def test_a_step_without_a_picture_leaves_no_empty_field(opened: Opened, size: tuple[int, int]) -> None:
    page = opened("exercises/contract-relax/", viewport={"width": size[0], "height": size[1]})
    start(page)
    begin(page)
    expect(page.locator(".pl-figure")).to_be_hidden()
    wide, high = page.evaluate("[...document.querySelectorAll('.pl-body, .pl-panel')].map(each => each.clientWidth)")
    assert wide == high


def test_a_routine_ends_with_what_to_do_another_time(opened: Opened) -> None:
    page = opened(ROUTINE)
    start(page)
    begin(page)
    while not page.get_by_role("heading", name="Done").count():
        skip(page)
    other = page.get_by_role("link", name=re.compile("^Another time: "))
    expect(other).to_have_count(2)
    other.first.click()
    expect(page.locator("a.start")).to_be_visible()
    expect(page).to_have_url(re.compile("/routines/(?!short-break)"))


def test_nothing_of_the_player_is_fetched_before_somebody_comes_near_its_button(opened: Opened) -> None:
    page = opened("./")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path_of(founding()))
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
    assert [url for url in asked if "player" in url or "strings" in url] == []
    with page.expect_request("**/player.css"):
        page.locator("a.start").focus()
    assert len([url for url in asked if "player" in url]) == 3, "its script, its look and what it plays"


def test_pressing_comes_before_the_hold(opened: Opened) -> None:
    page = opened("exercises/contract-relax/")
    start(page)
    begin(page)
    wait(page, 10)
    assert (phase(page), count(page)) == ("Press gently, right side", "5")
    assert page.locator(".pl-cue").inner_text() == "At 20–50 % of full effort"
    wait(page, 5)
    assert (phase(page), count(page)) == ("Hold, right side", "10")


# Keys, and the way in and out


def test_keys_pause_go_back_and_skip_and_escape_closes(opened: Opened) -> None:
    page = opened(path_of(founding()), viewport={"width": 1280, "height": 800}, is_mobile=False, has_touch=False)
    page.locator("a.start").focus()
    page.keyboard.press("Space")
    expect(page.locator(".pl-go")).to_be_focused()
    page.get_by_label("Show me the steps first").uncheck(force=True)
    page.locator(".pl-go").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".pl-run")).to_be_visible()
    expect(page.locator(".pl-keys")).to_have_text("Space: pause. Arrows: back and skip. Esc: close.")
    wait(page, 4)
    page.keyboard.press("Space")
    expect(page.locator(".pl-pause")).to_have_text("Go on")
    wait(page, 3600)
    assert (phase(page), count(page)) == ("Paused", "6"), "a pause has no end"
    page.get_by_role("button", name="When to stop").click()
    page.keyboard.press("Escape")
    wait(page, 60)
    assert (phase(page), count(page)) == ("Paused", "6"), "nor does a look at the rules end it"
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Space")
    expect(page.locator(".pl-pause")).to_have_text("Pause")
    wait(page, 1)
    assert count(page) == "5"
    page.keyboard.press("ArrowRight")
    assert phase(page) == "Hold, right side"
    wait(page, 5)
    page.keyboard.press("ArrowLeft")
    assert (phase(page), count(page)) == ("Hold, right side", "15"), "back begins a part again"
    page.keyboard.press("ArrowLeft")
    assert phase(page) == "Get ready", "and at its beginning leads to the part before"
    page.get_by_role("button", name="When to stop").click()
    expect(page.get_by_role("heading", name="When to stop")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".pl-run")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog.player")).to_have_count(0)
    expect(page.locator("a.start")).to_be_focused()
    assert not page.url.endswith("#play")


def test_the_back_button_closes_and_the_address_opens(opened: Opened) -> None:
    page = opened(path_of(founding()))
    start(page)
    assert page.url.endswith("#play")
    page.go_back()
    expect(page.locator("dialog.player")).to_have_count(0)
    page.go_forward()
    expect(page.locator("dialog.player")).to_be_visible()
    page.get_by_role("button", name="Close").click()
    expect(page.locator("dialog.player")).to_have_count(0)
    assert not page.url.endswith("#play")
    page.goto(f"{ROUTINE}#play")
    expect(page.locator("dialog.player")).to_be_visible()
    page.get_by_role("button", name="Close").click()
    expect(page.locator("dialog.player")).to_have_count(0)
    assert page.url.endswith(ROUTINE)


def test_what_is_too_much_has_an_easier_way_and_the_stop_rules_are_one_tap_away(opened: Opened) -> None:
    page = opened(path_of(founding()))
    start(page)
    begin(page)
    until(page, "Hold")
    page.get_by_role("button", name="Too much?").tap()
    (easier, *_) = founding().first.written.easier
    expect(page.locator(".pl-sheet")).to_contain_text(easier.change or "")
    warnings = sample_library().warnings(founding())
    swapped = [each for each in warnings if each.instead and (not each.only or founding().first in each.only)]
    assert swapped
    for warned in swapped:
        row = page.locator(".pl-sheet p").filter(has_text=f"{warned.caution.name}. Try instead:")
        expect(row.get_by_role("link")).to_have_attribute("href", re.compile("/$|#version-"))
    wait(page, 60)
    page.locator(".pl-sheet").get_by_role("button", name="Skip this part").tap()
    back = founding().first.written.steps[-1]
    assert phase(page) == back.title, "the time stood still, and the hold is skipped"
    until(page, "Change")
    page.get_by_role("button", name="When to stop").tap()
    expect(page.locator(".pl-sheet")).to_contain_text(sample_library().vocabulary.intensity.stop)
    expect(page.locator(".pl-sheet .danger")).to_contain_text("Stop and call emergency services")
    expect(page.locator(".pl-sheet .pl-go")).to_have_text("End here")
    page.locator(".pl-sheet").get_by_role("button", name="Go on").tap()
    assert (phase(page), count(page)) == ("Get ready", "5")
    wait(page, 5)
    assert (phase(page), count(page)) == ("Change sides", "2"), "the rest of the time, after time to get ready"


# Time, and what comes between


HIDE = """isHidden => {
  Object.defineProperty(document, "hidden", {value: isHidden, configurable: true});
  document.dispatchEvent(new Event("visibilitychange"));
}"""


def test_a_hidden_page_pauses_and_says_where_it_is(opened: Opened) -> None:
    page = opened(path_of(founding()))
    start(page)
    begin(page)
    until(page, "Hold")
    wait(page, 5)
    page.evaluate(HIDE, True)
    wait(page, 600)
    page.evaluate(HIDE, False)
    assert count(page) == "10"
    assert live(page) == "Paused. Hold, right side: 10 seconds left"
    assert told(page)["awake"] == ["on", "off"]
    page.locator(".pl-pause").click()
    wait(page, 1)
    assert count(page) == "9"
    assert told(page)["awake"] == ["on", "off", "on"]
    page.clock.fast_forward(120_000)  # a sleep that the page was not told of
    expect(page.locator(".pl-pause")).to_have_text("Go on")
    assert (phase(page), count(page)) == ("Paused", "9")


def test_who_comes_back_within_the_hour_can_go_on(opened: Opened) -> None:
    page = opened(path_of(founding()))
    start(page)
    begin(page)
    until(page, "Hold, left")
    wait(page, 5)
    page.reload()
    page.get_by_role("button", name="Go on where you were: Hold, left side").click()
    expect(page.locator(".pl-run")).to_be_visible()
    assert (phase(page), count(page)) == ("Get ready", "5")
    wait(page, 5)
    assert (phase(page), count(page)) == ("Hold, left side", "10")
    page.get_by_role("button", name="Close").click()
    wait(page, 3601)
    start(page)
    expect(page.get_by_text("Go on where you were")).to_have_count(0)


# What is kept


def test_settings_are_all_that_is_kept_on_the_device_and_two_tabs_share_them(opened: Opened) -> None:
    page = opened(path_of(founding()))
    other = opened(path_of(founding()), context=page.context)
    start(page)
    start(other)
    page.get_by_label("Tones").uncheck(force=True)
    begin(page)
    begin(other)
    until(page, "Hold")
    assert (phase(page), phase(other)) == ("Hold, right side", "Get ready")
    assert told(page)["tones"] == 0
    kept = page.evaluate("Object.entries(localStorage).filter(([key]) => !key.includes('__'))")
    assert [key for key, _ in kept] == [KEY]
    assert set(json.loads(kept[0][1])) == {"version", "voice", "sound", "vibration", "steps"}
    other.get_by_role("button", name="Close").click()
    start(other)
    expect(other.get_by_label("Show me the steps first")).not_to_be_checked()


FORBIDDEN = """for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, {get() { throw new DOMException("no", "SecurityError"); }});"""


@pytest.mark.parametrize(
    "kept",
    ["not JSON", "7", "[]", '{"version": 1, "voice": "yes", "sound": null}', '{"version": 99, "sound": false}'],
)
def test_what_is_kept_never_breaks_a_page(opened: Opened, kept: str) -> None:
    page = opened(path_of(founding()), before=f"localStorage.setItem({KEY!r}, {kept!r})")
    page.evaluate("([key, kept]) => sessionStorage.setItem(key, kept)", [KEY, kept])
    start(page)
    expect(page.get_by_label("Tones")).to_be_checked()
    begin(page)
    wait(page, 10)
    assert phase(page) == "Hold, right side"
    assert page.evaluate("key => localStorage.getItem(key)", KEY) == kept or "99" not in kept


# Voices


@pytest.mark.parametrize(
    "voices", ["[]", '[{lang: "en-US", localService: false, name: "Far"}]', '[{lang: "de-DE", localService: true}]']
)
def test_without_a_voice_of_the_device_none_speaks_and_the_reader_is_told(opened: Opened, voices: str) -> None:
    kept = json.dumps({"version": 1, "voice": True})
    page = opened(path_of(founding()), before=f"window.voices = {voices}; localStorage.setItem({KEY!r}, {kept!r})")
    start(page)
    expect(page.get_by_role("button", name="Voice")).to_be_disabled()
    expect(page.locator(".pl-mute")).to_contain_text("no voice of its own")
    begin(page)
    wait(page, 10)
    assert phase(page) == "Hold, right side"
    assert told(page)["said"] == []


# The network


def test_a_routine_goes_on_without_the_network(opened: Opened) -> None:
    page = opened(ROUTINE)
    start(page)
    begin(page)
    page.context.set_offline(True)
    seen: list[str] = []
    for _ in range(99):
        if page.get_by_role("heading", name="Done").count():
            break
        for image in page.locator(".pl-figure img").all():
            assert image.evaluate("image => image.complete && image.naturalWidth > 0")
            seen.append(image.get_attribute("src") or "")
        skip(page)
    assert len(set(seen)) > 1
    expect(page.get_by_role("heading", name="Done")).to_be_visible()


def test_a_slow_network_holds_nothing_up_for_ever(opened: Opened) -> None:
    page = opened(path_of(founding()))
    page.route("**/figures/**", lambda route: None)
    start(page)
    page.locator(".pl-go").click()
    expect(page.locator(".pl-run")).to_have_count(0)
    wait(page, 9)
    expect(page.locator(".pl-run")).to_be_visible()
    assert phase(page) == founding().first.written.steps[0].title


def test_where_the_player_cannot_be_had_start_leads_to_the_steps(opened: Opened, faults: list[str]) -> None:
    page = opened(path_of(founding()), lost="**/player.json")
    page.locator("a.start").click()
    expect(page.locator("#how-to")).to_be_in_viewport()
    assert page.url.endswith("#how-to")
    expect(page.locator("dialog.player")).to_have_count(0)
    page.wait_for_timeout(50)
    faults.clear()  # the browser complains of what it has lost


# For everybody

SIZES = {
    "small": (320, 568),
    "phone": (390, 844),
    "landscape": (844, 390),
    "tablet": (820, 1180),
    "desktop": (1280, 800),
}


def states(page: Page) -> Iterator[str]:
    """The player in each of its states, one after the other."""
    start(page)
    yield "set-up"
    begin(page, steps=True)
    yield "step"
    until(page, "Get ready")
    yield "get ready"
    until(page, "Hold")
    yield "hold"
    for name in ("Too much?", "When to stop"):
        page.get_by_role("button", name=name).click()
        yield name
        page.locator(".pl-sheet").get_by_role("button", name="Go on").click()
    until(page, "Change")
    yield "change"
    while not page.get_by_role("heading", name="Done").count():
        skip(page)
    yield "done"


COLOURED = ("set-up", "get ready", "hold", "When to stop")
"""The states that have all colours between them."""


def test_every_state_is_fit_for_everybody(opened: Opened) -> None:
    page = opened(ROUTINE, before=FROZEN)
    faults = []
    for state in states(page):
        targets = [fault for fault in small_targets(page) if "0 x 0 px" not in fault]  # the page behind is not there
        faults += [f"{state}: {fault}" for fault in [*axe_check.violations(page), *targets]]
        if state in COLOURED:
            turn(page, "dark")
            faults += [f"{state}, dark: {fault}" for fault in axe_check.violations(page, axe_check.RULES_OF_COLOUR)]
            turn(page, "light")
    assert faults == [], "\n" + "\n".join(faults)


OUTSIDE = """() => {
  const page = document.documentElement, dialog = document.querySelector("dialog.player");
  const shown = [...dialog.querySelectorAll(".pl-acts, .pl-more, .pl-go, .pl-sheet .pl-foot")];
  const below = shown.filter(each => each.checkVisibility() && each.getBoundingClientRect().bottom > innerHeight);
  const count = dialog.querySelector(".pl-count")?.getBoundingClientRect();
  return [
    dialog.scrollWidth > dialog.clientWidth && "the player is wider than the screen",
    below.length && "its buttons are below the screen",
    count?.bottom > innerHeight && "the seconds are below the screen",
  ].filter(Boolean);
}"""


def test_every_state_fits_every_screen(opened: Opened) -> None:
    page = opened(path_of(founding()))
    faults = []
    for state in states(page):
        for name, (width, height) in SIZES.items():
            page.set_viewport_size({"width": width, "height": height})
            faults += [f"{state}, {name}: {fault}" for fault in page.evaluate(OUTSIDE)]
    assert faults == []


READ_AT = 20 / 150
"""Height of letters, in parts of what one eye with full sight reads at the same distance: here 10 m."""


def test_the_seconds_are_read_from_afar_and_the_title_from_the_mat(opened: Opened) -> None:
    page = opened(path_of(founding()))
    start(page)
    begin(page, steps=True)
    size = "part => parseFloat(getComputedStyle(document.querySelector(part)).fontSize)"
    assert page.evaluate(size, ".pl-phase") >= 43
    until(page, "Hold")
    assert page.evaluate(size, ".pl-count") >= 170
    assert page.evaluate(size, ".pl-phase") >= 35
