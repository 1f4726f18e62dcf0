"""What a page lets a browser load: files of its own site, and of what stands within the page only what is the theme's.

A second line of defence: were a text ever to bring markup onto a page, its script would not run. So the scripts that
may run are taken from the theme's templates, never from the page as it is built, where a foreign one could stand too.
With its styles it is the same.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from html.parser import HTMLParser

from stretchguide.hook.escaping import as_html

_ORIGIN = re.compile(r"https?://[a-z0-9.-]+(:\d{1,5})?", re.IGNORECASE)

_RUN_ALL = "'unsafe-inline'"

_LOADED = ("script-src", "style-src", "img-src", "font-src", "media-src", "connect-src", "frame-src")
"""What may come from hosts that a publisher names as well."""


class Policy:
    """The Content-Security-Policy of every page, for the template that writes it."""

    def __init__(self, hosts: Sequence[object], *, is_served: bool) -> None:
        """``hosts`` are those of the publisher; where the preview is served, its own script runs within the page."""
        self._hosts = " ".join(str(host) for host in hosts if _ORIGIN.fullmatch(str(host)))
        self._is_served = is_served

    def __call__(self, html: str) -> str:
        """The policy of a page whose templates hold this HTML, with scripts and styles; it needs no escape."""
        within = _hashes(html)
        sources = {name: "'self'" for name in _LOADED if name != "frame-src"}
        sources["script-src"] = f"'self' {_RUN_ALL if self._is_served else within['script']}".strip()
        sources["style-src"] = f"'self' {within['style']}".strip()
        sources["img-src"] = "'self' data:"  # The theme's stylesheet holds its smaller icons itself.
        if self._hosts:
            sources = {name: f"{sources.get(name, '')} {self._hosts}".strip() for name in _LOADED}
        own = dict.fromkeys(("worker-src", "manifest-src"), "'self'")
        # A table of Markdown says by an attribute how its columns stand.
        rest = {"style-src-attr": "'unsafe-inline'", "base-uri": "'none'", "form-action": "'none'"}
        said = {"default-src": "'none'", **sources, **own, **rest}
        return as_html("; ".join(f"{name} {value}" for name, value in said.items()))


@lru_cache(maxsize=64)
def _hashes(html: str) -> Mapping[str, str]:
    """The scripts and the styles that stand in some HTML, as a policy names them, each once."""
    reader = _Within()
    reader.feed(html)
    return {tag: " ".join(dict.fromkeys(map(_hash, texts))) for tag, texts in reader.found.items()}


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


class _Within(HTMLParser):
    """Collects the scripts and the styles of a template; those with an address are files."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: dict[str, list[str]] = {"script": [], "style": []}
        self._now: list[str] | None = None

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self._now = self.found[tag] if tag in self.found and "src" not in dict(attributes) else None
        if self._now is not None:
            self._now.append("")

    def handle_endtag(self, tag: str) -> None:
        self._now = None

    def handle_data(self, data: str) -> None:
        if self._now is not None:
            self._now[-1] += data
