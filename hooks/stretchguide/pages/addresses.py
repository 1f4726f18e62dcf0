"""Where printed sheets stand, and what an address looks like from elsewhere. Addresses never change."""

from __future__ import annotations

import posixpath
from urllib.parse import urlsplit

from stretchguide.guide import Guide, GuideVariant
from stretchguide.routine import JoinedRoutine


def guide_sheet(guide: Guide, variant: GuideVariant | None = None) -> str:
    """The file of a guide's sheet: that of its first variant, or of the one that is named.

    A physiotherapist prints one sheet for one patient, so each variant has an address of its own. The first one of
    several has two: its own stays when the order of the variants changes.
    """
    return _file("exercises", guide.id, *(() if variant is None else (variant.written.id,)))


def routine_sheet(routine: JoinedRoutine) -> str:
    """The file of a routine's sheet."""
    return _file("routines", routine.id)


def _file(*parts: str) -> str:
    return "/".join(("print", *parts, "index.html"))


def seen_from(uri: str, address: str) -> str:
    """An address of the site as a file of it links to it; a folder keeps its last slash.

    >>> seen_from("print/exercises/cat-cow/index.html", "exercises/cat-cow/")
    '../../../exercises/cat-cow/'
    """
    folder = "/" if address.endswith("/") else ""
    return posixpath.relpath(address, posixpath.dirname(uri)) + folder


def in_words(address: str) -> str:
    """A web address as people type it.

    >>> in_words("https://example.org/guide/exercises/cat-cow/")
    'example.org/guide/exercises/cat-cow/'
    """
    parts = urlsplit(address)
    return f"{parts.netloc}{parts.path}"
