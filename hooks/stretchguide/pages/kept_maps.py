"""The body maps of the site, found as they were drawn before: by what they show, and by the code that draws them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from stretchguide.gallery import engine
from stretchguide.gallery.gallery import Figure, Gallery
from stretchguide.gallery.picture import Picture, drawing_of
from stretchguide.gallery.store import Store
from stretchguide.guides.library import Library

FOLDER = "maps"
"""Where they are kept, among the figures."""

_MAKER = "stretchguide.pages.maps"

_Maps = dict[str, tuple[Figure, ...]]


def maps(library: Library, gallery: Gallery, *, in_text: bool = False) -> _Maps:
    """The maps of each page that has some, by the page's address.

    ``in_text`` is for pages that are built without our hook: a link counts only where the drawing is in the page.
    Raises NoBody.
    """
    store = Store(gallery.folder / FOLDER, engine.version(_MAKER)) if gallery.folder else None
    shown = library.by_area, library.vocabulary.areas, library.vocabulary.muscles
    key = hashlib.sha256(repr([list(shown[0]), *(list(each.values()) for each in shown[1:])]).encode()).hexdigest()[:32]
    found = (store and _found(store.get(key))) or _drawn(library, store, key)
    return {uri: tuple(replace(each, in_text=in_text) for each in row) for uri, row in found.items()}


def _found(kept: Any) -> _Maps | None:
    """What was kept; None where there is nothing, or something else."""
    try:
        return {uri: tuple(map(_figure, row)) for uri, row in kept.items()}
    except (AttributeError, KeyError, TypeError):
        return None


def _figure(kept: Mapping[str, Any]) -> Figure:
    """Raises KeyError or TypeError for what is no figure."""
    drawing = drawing_of(kept["drawing"])
    if drawing is None:
        raise TypeError
    return Figure(str(kept["uri"]), Picture(str(kept["alt"]), drawing))


def _drawn(library: Library, store: Store | None, key: str) -> _Maps:
    from stretchguide.pages import maps  # It brings the engine, and most builds draw nothing.

    made = maps.maps(library)
    if store:
        kept = {uri: [_kept(each) for each in row] for uri, row in made.items()}
        store.put(key, kept)
    return made


def _kept(figure: Figure) -> Mapping[str, Any]:
    return {"uri": figure.uri, "alt": figure.alt, "drawing": asdict(figure.picture.drawing)}
