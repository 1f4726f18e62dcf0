"""What the tests share: the built site on a server, and a browser whose every complaint fails the test."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

import limits
from browser_setup import NoBrowser, launch_options
from pages_server import PagesSite
from properties import register_profiles
from readers import Readers
from real_site import RealSite, ServedSite
from screens import SIZES, Look, Screen, probe

ROOT = Path(__file__).resolve().parent.parent
NO_BROWSER_STATUS = 3
BROWSER, SITE = "browser", "site"
"""By these names the first process tells the others what it has found."""

# A pull request is not to fail by chance: there the same examples are tried each time. At home they are new each time.
register_profiles()
settings.load_profile("ci" if os.environ.get("CI") else "quick")

# A page is waited for as long as a busy machine may need; a test that passes waits no longer than it must.
expect.set_options(timeout=30_000)

browser_options = pytest.StashKey[dict[str, Any]]()
real_site = pytest.StashKey[RealSite]()


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(limits)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Find a browser and let the site be built once, before the first test, when any test wants them."""
    if session.config.option.collectonly:
        return
    if any(map(wants_browser, session.items)):
        find_browser(session.config)
    if any(map(wants_site, session.items)):
        find_site(session.config).want()


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Find for all processes what they share before they start: two that install a browser would collide.

    This process serves the site, and builds it as soon as one of them has a test for it.
    """
    node.workerinput[BROWSER] = find_browser(node.config)
    site = find_site(node.config)
    node.workerinput[SITE] = str(site.folder), site.site.url


def find_site(config: pytest.Config) -> RealSite:
    if real_site not in config.stash:
        config.stash[real_site] = told_site(config) or served_site(config)
    return config.stash[real_site]


def told_site(config: pytest.Config) -> RealSite | None:
    """The site that the first process serves, if this is one of several."""
    told: dict[str, Any] = getattr(config, "workerinput", {})
    return RealSite(Path(told[SITE][0]), told[SITE][1]) if told else None


def served_site(config: pytest.Config) -> RealSite:
    site = ServedSite()
    config.add_cleanup(site.stop)
    site.start()
    return site


def find_browser(config: pytest.Config) -> dict[str, Any]:
    if browser_options not in config.stash:
        config.stash[browser_options] = told_browser(config) or looked_up_browser(config)
    return config.stash[browser_options]


def told_browser(config: pytest.Config) -> dict[str, Any] | None:
    """What the first process told this one, if this is one of several."""
    told: dict[str, Any] = getattr(config, "workerinput", {})
    return told.get(BROWSER)


def looked_up_browser(config: pytest.Config) -> dict[str, Any]:
    try:
        return launch_options(teller(config))
    except NoBrowser as error:
        pytest.exit(str(error), returncode=NO_BROWSER_STATUS)


def wants_browser(item: pytest.Item) -> bool:
    return "launch_browser" in getattr(item, "fixturenames", ())


def wants_site(item: pytest.Item) -> bool:
    return "site_server" in getattr(item, "fixturenames", ())


def teller(config: pytest.Config) -> Callable[[str], None]:
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    return print if reporter is None else reporter.write_line


@pytest.fixture(scope="session")
def browser_type_launch_args(pytestconfig: pytest.Config, browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    found = pytestconfig.stash[browser_options]
    return {**found, **browser_type_launch_args}


# The site


@pytest.fixture(scope="session")
def site_server(pytestconfig: pytest.Config) -> PagesSite:
    """The real site, built once for its address and served there; it has `.url` and `.folder`."""
    return find_site(pytestconfig).built()


# The browser


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any], site_server: PagesSite) -> dict[str, Any]:
    return {**browser_context_args, "base_url": site_server.url, "reduced_motion": "reduce"}


@pytest.fixture(scope="session")
def heard() -> list[str]:
    """What went wrong in the browser since a test began."""
    return []


@pytest.fixture
def faults(heard: list[str]) -> list[str]:
    """What went wrong in the browser so far. A test that expects faults looks at them and clears the list."""
    heard.clear()
    return heard


@pytest.fixture(scope="session")
def readers(
    browser: Browser, browser_context_args: dict[str, Any], site_server: PagesSite, heard: list[str]
) -> Iterator[Readers]:
    base = site_server.url
    lent = Readers(browser, browser_context_args, base, lambda context: watched(context, base, heard))
    yield lent
    lent.close()


@pytest.fixture
def new_context(readers: Readers, faults: list[str]) -> Iterator[Callable[..., BrowserContext]]:
    """In place of pytest-playwright's, and so its `context` and `page`: each fault in one of them fails the test."""
    lent: list[BrowserContext] = []

    def lend(**options: Any) -> BrowserContext:
        lent.append(readers.lend(**options))
        return lent[-1]

    yield lend
    try:
        fail_on(faults, [page for context in lent for page in readers.pages(context)])
    finally:
        for context in lent:
            readers.take_back(context)


def fail_on(faults: list[str], pages: Iterable[Page]) -> None:
    for page in pages:
        wait_for_events(page)
    if faults:
        pytest.fail("the browser reports:\n" + "\n".join(faults), pytrace=False)


@pytest.fixture
def look(new_context: Callable[..., BrowserContext]) -> Look:
    """Opens an address on a screen for a reader who has not been there before; each fault in it fails the test."""

    def opened(screen: Screen, address: str) -> Page:
        page = new_context(**SIZES[screen.size], color_scheme=screen.scheme).new_page()
        page.add_init_script(probe("shifts"))
        page.goto(address)
        return page

    return opened


def watched(context: BrowserContext, base: str, faults: list[str]) -> BrowserContext:
    """Let `context` add its script errors, console errors and requests to other places to `faults`."""
    allowed = (base, "data:", "blob:")
    context.on("weberror", lambda event: faults.append(f"script error: {event.error}"))
    context.on(
        "console",
        lambda message: faults.append(f"console: {message.text}") if message.type == "error" else None,
    )
    context.on(
        "request",
        lambda request: None if request.url.startswith(allowed) else faults.append(f"request: {request.url}"),
    )
    return context


def wait_for_events(page: Page) -> None:
    """Wait until the events of all that happened up to now are here: they come in order with answers."""
    with contextlib.suppress(Error):  # the page is on its way elsewhere, or gone
        # A moment for scripts that are due. No timer in the page: it never ends without scripts or clock.
        page.wait_for_timeout(20)
        page.evaluate("0")
