"""The screens on which every kind of page is looked at: a phone and a desktop, each light and dark."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Page

PROBES = Path(__file__).resolve().parent / "probes"
SHOTS = Path(__file__).resolve().parent.parent / "build" / "shots"
"""What the pages look like, for people to see: kept where `--shots` asks for it, as a workflow does."""

Size = Literal["phone", "desktop"]
SIZES: dict[Size, dict[str, Any]] = {
    "phone": {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True},
    "desktop": {"viewport": {"width": 1280, "height": 800}},
}


@dataclass(frozen=True)
class Screen:
    """What a reader holds: its size (a key of `SIZES`) and the colours that it asks for."""

    size: Size
    scheme: Literal["light", "dark"]

    def __str__(self) -> str:
        return f"{self.size}-{self.scheme}"


SCHEMES: dict[Literal["light", "dark"], str] = {"light": "default", "dark": "slate"}
"""The colours that a device can ask for, with the theme's names for them."""

PHONE, PHONE_DARK = Screen("phone", "light"), Screen("phone", "dark")
DESKTOP, DESKTOP_DARK = Screen("desktop", "light"), Screen("desktop", "dark")
SCREENS = [PHONE, PHONE_DARK, DESKTOP, DESKTOP_DARK]

MOST_SHIFT = 0.01
"""Cumulative layout shift; 0.1 is what Google calls good."""

Look = Callable[[Screen, str], Page]
"""Opens an address on a screen."""


def probe(name: str) -> str:
    """The source of a script that looks at a page from the inside."""
    return (PROBES / f"{name}.js").read_text("utf-8")


def turn(page: Page, scheme: Literal["light", "dark"]) -> None:
    """Let the device ask for these colours, as it does in the evening, and wait until the page has them."""
    page.emulate_media(color_scheme=scheme)
    theirs = "name => [undefined, name].includes(document.body.dataset.mdColorScheme)"  # a sheet has no theme
    page.wait_for_function(theirs, arg=SCHEMES[scheme])


class _Album:
    """Whether this run keeps pictures. Nothing is judged by them, and they cost a tenth of the time of the gates."""

    is_open = False


def open_album() -> None:
    """Let the tests of this process keep what they see."""
    _Album.is_open = True


def keep(page: Page, name: str, *, all_of_it: bool = False) -> None:
    """Keep a picture of what the screen shows: a JPEG, which is made in half the time of a PNG."""
    if not _Album.is_open:
        return
    SHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SHOTS / f"{name.replace(' ', '-')}.jpg", type="jpeg", quality=80, full_page=all_of_it)


def keep_all(page: Page, name: str) -> None:
    """Keep a picture of the whole page. Last of all: it moves the page under the eyes of the browser."""
    if not _Album.is_open:
        return
    page.evaluate("""() => {
      document.activeElement.blur();
      scrollTo(0, 0);
      return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    }""")
    keep(page, name, all_of_it=True)


def scales_of_steps(page: Page) -> list[float]:
    """How large the pictures of the first version's steps are drawn; one that is shown again is small on purpose."""
    drawings = page.locator(".steps").first.locator("li:not(:has(.fig--small)) svg.sf:visible")
    found: list[float] = drawings.evaluate_all("all => all.map(drawing => drawing.getScreenCTM().a)")
    assert found, "the first version has pictures"
    return found
