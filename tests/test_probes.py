"""The gates can be shut: each probe finds what is put on a page on purpose, and nothing on a good page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

import axe_check
import focus_walk
from readers import EMPTY
from screens import MOST_SHIFT, PHONE, SIZES, Look, probe
from site_pages import path
from touch import small_targets

PAGE = """<!doctype html><html lang="en"><head><title>A page</title><meta name="viewport" content="width=device-width">
<style>body {{ margin: 0; background: #fff; color: #000; font: 16px/1.5 sans-serif }}
a, button {{ display: inline-block; min-width: 50px; min-height: 50px }}
:focus {{ outline: 3px solid #000 }} {style}</style></head>
<body><main><h1>A page</h1>{body}</main></body></html>"""

NewPage = Callable[..., Page]


@pytest.fixture
def show(new_context: Callable[..., BrowserContext]) -> NewPage:
    """Shows a page of its own on a phone; it stands at an address of the site, and nothing of the site is on it."""
    page = new_context(**SIZES["phone"]).new_page()
    page.route("**/empty.html", lambda route: route.fulfill(body=EMPTY, content_type="text/html"))
    page.goto("empty.html")

    def shown(body: str, style: str = "") -> Page:
        page.set_content(PAGE.format(body=body, style=style))
        return page

    return shown


def test_a_good_page_has_no_fault(show: NewPage) -> None:
    page = show('<a href="#a">One</a> <button>Two</button> <p id="a">Some text, <a href="#b">and</a> more of it.</p>')
    assert small_targets(page) + axe_check.violations(page) + focus_walk.faults(page) == []
    assert page.evaluate(probe("overflow"), 12) == []


# Targets

SMALL = "a, button { min-height: 0; min-width: 0 }"
CARD = " .k { position: relative; height: 90px } .k a::after { content: ''; position: absolute; inset: 0 }"
TARGETS = [
    ('<ul><li><a href="#a">Alone in its item</a></li></ul>', SMALL, 1),
    ('<p><a href="#a">Alone</a> · <a href="#b">Alone</a></p>', SMALL, 2),
    ("<button>X</button>", "button { min-width: 30px; min-height: 44px; padding: 0; border: 0 }", 1),
    ('<p>A sentence with <a href="#a">a link</a> in it.</p>', "a { display: inline !important; min-height: 0 }", 0),
    ('<a href="#a">Small</a> <a href="#a" class="l">Large</a>', SMALL + " .l { padding: 30px }", 0),
    ('<a href="#a">Over</a><p class="c"></p>', ".c { height: 80px; margin-top: -40px; position: relative }", 1),
    ('<div inert><a href="#a">Out of reach</a></div>', SMALL, 0),
    ('<li class="k">A card <a href="#a">Name</a></li>', SMALL + CARD, 0),
]


@pytest.mark.parametrize(("body", "style", "expected"), TARGETS)
def test_a_target_that_a_finger_may_miss_is_found(show: NewPage, body: str, style: str, expected: int) -> None:
    faults = small_targets(show(body, style))
    assert len(faults) == expected, faults


# Focus

TWO = '<a href="#a">One</a> <a href="#b">Two</a>'
FOCUS = [
    (TWO, "a:focus { outline: 0 }", "shows no focus"),
    (TWO, "a:focus { outline: 1px solid #000 }", "has a ring of 1 px"),
    (TWO, "a:focus { outline: 3px solid #ddd }", "has a ring with a contrast of 1.4"),
    (TWO, "a { outline: 3px solid #000 }", "shows no focus"),
    (f"{TWO}<div class='c'></div>", ".c { position: fixed; inset: 0; background: #fff }", "cannot be seen"),
    (f"{TWO}<a href='#c' class='c'>Out</a>", ".c { position: fixed; left: -300px }", "cannot be seen"),
    (f"<a href='#c' tabindex='2'>Last</a>{TWO}<a href='#d' tabindex='1'>First</a>", "", "stands behind it"),
    (f"{TWO}<script>onkeydown = event => event.preventDefault()</script>", "", "never reached"),
]


@pytest.mark.parametrize(("body", "style", "told"), FOCUS)
def test_a_focus_that_cannot_be_followed_is_found(show: NewPage, body: str, style: str, told: str) -> None:
    faults = focus_walk.faults(show(body, style))
    assert any(told in fault for fault in faults), faults


@pytest.mark.parametrize(("colour", "expected"), [("#fff", 0), ("#222", 2)])
def test_a_ring_that_other_colours_hide_is_found(show: NewPage, colour: str, expected: int) -> None:
    page = show(TWO, f".dark {{ background: #111; color: #fff }} .dark a:focus {{ outline-color: {colour} }}")
    assert focus_walk.faults(page) == []
    page.evaluate("document.body.className = 'dark'")
    assert len(focus_walk.faults_again(page)) == expected


RINGS = [
    ("a:focus { outline: 0 } a:focus::after { content: ''; position: absolute; inset: 0; outline: 3px solid #00f }"),
    ("a:focus { outline: 2px solid #000; outline-offset: -3px }"),
]


@pytest.mark.parametrize("style", RINGS)
def test_a_ring_that_is_drawn_in_another_way_counts(show: NewPage, style: str) -> None:
    assert focus_walk.faults(show(TWO, style)) == []


# The rest

AXE = [
    ('<img src="data:," width="9" height="9">', "image-alt"),
    ('<p style="color: #aaa">Pale</p>', "color-contrast-enhanced"),
    ('<p style="color: #666">Not dark enough</p>', "color-contrast-enhanced"),
    ('<h2 style="color: #aaa">Pale and large</h2>', "color-contrast-enhanced"),
    ('<p style="font: bold 24px serif">A title</p><p>A text that is rather longer than it.</p>', "p-as-heading"),
    ('<a href="#a">Page</a> <a href="https://example.org/">Page</a>', "identical-links-same-purpose"),
    ('<div role="dialog">No name</div>', "aria-dialog-name"),
    ("<h3>Too deep</h3>", "heading-order"),
]


@pytest.mark.parametrize(("body", "rule"), AXE)
def test_axe_finds_what_keeps_somebody_out(show: NewPage, body: str, rule: str) -> None:
    assert [fault.split()[1] for fault in axe_check.violations(show(body))] == [rule]


def test_a_layout_that_jumps_is_found(look: Look) -> None:
    page = look(PHONE, path("safety"))
    assert page.evaluate(probe("scroll")) < MOST_SHIFT
    page.evaluate("document.querySelector('h1').style.paddingTop = '300px'")
    assert page.evaluate(probe("scroll")) > MOST_SHIFT


OVER = "position: fixed; top: 0; left: 0; width: 100%; height: 90%; background: #fff"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('<p><a href="#">A link</a></p><div style="' + OVER + '"></div>', "lies below"),
        ('<p><a href="#" style="position: relative; left: -200px">A link</a></p>', "beside the screen"),
        ('<p style="width: 600px">Wide</p>', "px wide"),
    ],
)
def test_what_is_covered_or_beside_the_screen_is_found(show: NewPage, body: str, found: str) -> None:
    assert show('<p><a href="#">A link</a></p>').evaluate(probe("covered")) == []
    assert any(found in fault for fault in show(body).evaluate(probe("covered")))


WIDE = [
    ('<article><p style="width: 500px">Wide</p></article>', "the page is"),
    ('<article><p style="width: 500px">Wide</p></article>', "to the right"),
    ('<article><p style="position: relative; left: -40px">Left</p></article>', "begins left"),
    ('<article><p style="height: 20px; overflow: hidden">Cut off<br>here</p></article>', "is cut off"),
    ('<article><p style="width: 30px; overflow-wrap: anywhere">Shoulders</p></article>', "is broken"),
]


@pytest.mark.parametrize(("body", "told"), WIDE)
def test_text_that_does_not_fit_is_found(show: NewPage, body: str, told: str) -> None:
    assert any(told in fault for fault in show(body).evaluate(probe("overflow"), 12))


ALIKE = [
    ("<ul><li>One</li><li>Two</li><li>Three</li></ul>", 1),
    ('<ul><li>One</li><li>Two</li><li class="soon">Three</li><li>Four <b>and</b> more</li></ul>', 0),
    ("<ul><li>One</li><li>Two</li></ul><section><ul><li>Three</li></ul></section>", 0),
    ("<dl><dt>One<dd>A<dt>Two<dd>B<dt>Three<dd>C <i>and</i> more<dt>Four<dd>D</dl>", 1),
    ("<ul><li>One</li><li>Two</li><li hidden>Three</li></ul>", 0),
]


@pytest.mark.parametrize(("body", "taken"), ALIKE)
def test_of_what_looks_alike_two_stand_for_the_rest(show: NewPage, body: str, taken: int) -> None:
    page = show(body)
    assert page.evaluate(probe("alike"), 2) == taken
    assert page.evaluate(probe("alike"), 2) == 0


UNREACHED = [
    ("<a>No address</a>", ""),
    ('<a href="#a">Covered</a><p class="c"></p>', ".c { position: fixed; inset: 0 }"),
    ('<a href="#a">Out</a>', "a { position: fixed; left: -300px }"),
]


@pytest.mark.parametrize(("body", "style"), UNREACHED)
def test_a_link_that_a_click_does_not_reach_is_found(show: NewPage, body: str, style: str) -> None:
    assert len(show(body, style).locator("a").evaluate_all(probe("clicks"))) == 1


def test_a_link_that_a_click_reaches_is_no_fault(show: NewPage) -> None:
    page = show('<a href="#a">Here</a><p class="far"><a href="#b">Far <b>down</b></a></p>', ".far { margin: 3000px 0 }")
    assert page.locator("a").evaluate_all(probe("clicks")) == []


def test_what_forced_colours_would_take_away_is_found(show: NewPage) -> None:
    assert len(show('<article><a class="md-button" href="#a">One</a></article>').evaluate(probe("forced"))) == 1
    page = show('<article><a class="md-button" href="#a">One</a></article>', ".md-button { border: 1px solid }")
    assert page.evaluate(probe("forced")) == []
