"""The readers whom tests send to the site: each has a browser context of its own, as if never there before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Error, Page

MOST_KEPT = 6
"""Contexts that wait for their next reader; each holds some memory."""

EMPTY = '<!doctype html><title>Empty</title><link rel="icon" href="data:,">'
FORGET = "() => { localStorage.clear(); sessionStorage.clear(); }"


class Readers:
    """Browser contexts, lent to tests and taken back.

    To start a browser's process for a page takes longer than to show the page. So a context is kept for the next reader
    with the same options, with one empty page at the site's address in it that keeps the process alive. Between two
    readers it forgets what it knows: pages, cookies, storage, permissions and routes. What cannot be taken back, like a
    script for every page of a context, a test adds to its page instead.

    `on_new` is told of each context that is made.
    """

    def __init__(
        self, browser: Browser, options: dict[str, Any], site: str, on_new: Callable[[BrowserContext], object]
    ) -> None:
        self._browser, self._options, self._site, self._on_new = browser, options, site, on_new
        self._wanted: dict[BrowserContext, str] = {}
        self._kept: list[BrowserContext] = []

    def lend(self, **options: Any) -> BrowserContext:
        """A context that nobody else has."""
        wanted = repr(sorted(options.items()))
        context = next((each for each in self._kept if self._wanted[each] == wanted), None)
        if context is None:
            return self._new(wanted, options)
        self._kept.remove(context)
        return context

    def _new(self, wanted: str, options: dict[str, Any]) -> BrowserContext:
        context = self._browser.new_context(**{**self._options, **options})
        self._wanted[context] = wanted
        self._on_new(context)
        _stay(context.new_page(), self._site)
        return context

    @staticmethod
    def pages(context: BrowserContext) -> list[Page]:
        """The pages that the reader has opened."""
        return context.pages[1:]

    def take_back(self, context: BrowserContext) -> None:
        try:
            _forget(context, self.pages(context))
        except Error:  # A test has closed it, or broken it: nobody gets it again.
            self._close(context)
        else:
            self._kept.append(context)
        while len(self._kept) > MOST_KEPT:
            self._close(self._kept.pop(0))

    def close(self) -> None:
        for context in list(self._wanted):
            self._close(context)

    def _close(self, context: BrowserContext) -> None:
        del self._wanted[context]
        context.close()


def _stay(page: Page, address: str) -> None:
    page.route(address, lambda route: route.fulfill(body=EMPTY, content_type="text/html"))
    page.goto(address)


def _forget(context: BrowserContext, pages: list[Page]) -> None:
    for page in pages:
        page.close()
    context.unroute_all()
    context.clear_cookies()
    context.clear_permissions()
    context.pages[0].evaluate(FORGET)
