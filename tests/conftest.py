"""What the tests share: the built site on a server, and a browser whose every complaint fails the test."""

from __future__ import annotations

import contextlib
import gc
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

import apart
import limits
import order
from browser_setup import NoBrowser, launch_options
from pages_server import PagesSite
from project_copy import environment
from properties import register_profiles
from readers import Readers
from records import copy_first_sample_project
from screens import SIZES, Look, Screen, open_album, probe
from shared_site import ServedSite, SharedSite
from spent import Spent

ROOT = Path(__file__).resolve().parent.parent
NO_BROWSER_STATUS = 3
BROWSER, SITES = "browser", "sites"
"""By these names the first process tells the others what it has found."""
MADE_FROM: dict[str, tuple[Callable[[Path], Path], Mapping[str, str]]] = {
    "sample_site": (copy_first_sample_project, environment()),
    "real_site": (lambda _: ROOT, os.environ),
}
"""The sites that tests look at, by the fixture that hands one out: the project to build, and its environment."""

# A pull request is not to fail by chance: there the same examples are tried each time. At home they are new each time.
register_profiles()
settings.load_profile("ci" if os.environ.get("CI") else "quick")

# A page is waited for as long as a busy machine may need; a test that passes waits no longer than it must.
expect.set_options(timeout=30_000)

browser_options = pytest.StashKey[dict[str, Any]]()
shared_sites = pytest.StashKey[dict[str, SharedSite]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--shots", action="store_true", help="keep pictures of the pages in build/shots/, for people to see"
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.option.shots:
        open_album()
    for plugin in (apart, limits, order, Spent()):
        config.pluginmanager.register(plugin)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Find a browser and let the sites be built once, before the first test, when any test wants them."""
    # What stands by now stays to the end: to look through it for garbage takes a tenth of the time of all tests.
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)
    if session.config.option.collectonly:
        return
    if any(map(wants_browser, session.items)):
        find_browser(session.config)
    for name in MADE_FROM:
        if any(name in names_of_fixtures(item) for item in session.items):
            find_sites(session.config)[name].want()


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Find for all processes what they share before they start: two that install a browser would collide.

    This process serves the sites, and builds each as soon as one of them has a test for it.
    """
    node.workerinput[BROWSER] = find_browser(node.config)
    sites = find_sites(node.config)
    node.workerinput[SITES] = {name: (str(each.folder), each.site.url) for name, each in sites.items()}


def find_sites(config: pytest.Config) -> dict[str, SharedSite]:
    if shared_sites not in config.stash:
        config.stash[shared_sites] = told_sites(config) or {
            name: served_site(config, ServedSite(*made_from)) for name, made_from in MADE_FROM.items()
        }
    return config.stash[shared_sites]


def told_sites(config: pytest.Config) -> dict[str, SharedSite]:
    """The sites that the first process serves, if this is one of several."""
    told: dict[str, Any] = getattr(config, "workerinput", {})
    return {name: SharedSite(Path(folder), url) for name, (folder, url) in told.get(SITES, {}).items()}


def served_site(config: pytest.Config, site: ServedSite) -> SharedSite:
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
    return "launch_browser" in names_of_fixtures(item)


def names_of_fixtures(item: pytest.Item) -> Collection[str]:
    """Of all that a test asks for, and of what those ask for."""
    names: Collection[str] = getattr(item, "fixturenames", ())
    return names


def teller(config: pytest.Config) -> Callable[[str], None]:
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    return print if reporter is None else reporter.write_line


@pytest.fixture(scope="session")
def browser_type_launch_args(pytestconfig: pytest.Config, browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    found = pytestconfig.stash[browser_options]
    return {**found, **browser_type_launch_args}


# The sites: each is built once for its address and served there; it has `.url` and `.folder`


@pytest.fixture(scope="session")
def sample_site(pytestconfig: pytest.Config) -> PagesSite:
    """The site of the sample library, for the tests of the generator."""
    return find_sites(pytestconfig)["sample_site"].built()


@pytest.fixture(scope="session")
def real_site(pytestconfig: pytest.Config) -> PagesSite:
    """The site of the real records, for the tests of the content."""
    return find_sites(pytestconfig)["real_site"].built()


# The browser


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_context_args, "reduced_motion": "reduce"}


@pytest.fixture(scope="session")
def heard() -> list[str]:
    """What went wrong in the browser since a test began."""
    return []


@pytest.fixture
def faults(heard: list[str]) -> list[str]:
    """What went wrong in the browser so far. A test that expects faults looks at them and clears the list."""
    heard.clear()
    return heard


ReadersOf = Callable[[PagesSite], Readers]


@pytest.fixture(scope="session")
def readers_of(browser: Browser, browser_context_args: dict[str, Any], heard: list[str]) -> Iterator[ReadersOf]:
    """The readers of a site."""
    lent: dict[str, Readers] = {}

    def of(site: PagesSite) -> Readers:
        base, options = site.url, {**browser_context_args, "base_url": site.url}
        if base not in lent:
            lent[base] = Readers(browser, options, base, lambda context: watched(context, base, heard))
        return lent[base]

    yield of
    for each in lent.values():
        each.close()


@pytest.fixture
def readers(readers_of: ReadersOf, sample_site: PagesSite) -> Readers:
    """Those of the site that the tests of a folder look at."""
    return readers_of(sample_site)


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
