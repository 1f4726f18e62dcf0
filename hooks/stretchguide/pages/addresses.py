"""Every address of the site. They are printed as QR codes and stand in other people's links, so none ever changes.

An address is named by its file in the docs folder, ``exercises/cat-cow.md``; readers know it as ``exercises/cat-cow/``.
"""

from __future__ import annotations

import posixpath
from functools import lru_cache
from urllib.parse import urlsplit

from markupsafe import Markup

from stretchguide.format.vocabulary import Area, Caution, Muscle
from stretchguide.guides.guide import Guide, GuideVariant
from stretchguide.guides.routine import JoinedRoutine

# -- pages of which there is one --------------------------------------------------------------------------------------

HOME = "index.md"
BROWSE = "browse.md"
SAFETY = "safety.md"
FLOOR = "floor.md"
EVIDENCE = "evidence.md"
EVIDENCE_WEEK = f"{EVIDENCE}#week"
"""How much stretching a week does some good."""
GLOSSARY = "glossary.md"
HOW_TO_USE = "how-to-use.md"
CONTRIBUTE = "contribute"
"""The folder of what is for contributors."""
RECORD_FORMAT = f"{CONTRIBUTE}/record-format.md"
RECORD_TEMPLATE = f"{CONTRIBUTE}/record-template.yml"
POSES = f"{CONTRIBUTE}/poses.md"

# -- folders of pages that grow with the records ----------------------------------------------------------------------

GUIDES = "exercises"
ROUTINES = "routines"
MUSCLES = "muscles"
CAUTIONS = "cautions"
AREAS = "areas"
POSITIONS = "positions"
TIMES = "times"
LEVELS = "levels"
EQUIPMENT = "equipment"
OCCASIONS = "moments"

SHEETS = "print"
"""The folder of what is made for paper. A sheet stands in it as its page stands in the site."""
CONTACT_SHEET = f"{SHEETS}/contact-sheet/index.html"
SEARCH_INDEX = "search/index.json"
"""What the search reads."""
BROWSE_INDEX = "browse/index.json"
"""What the browse page chooses by."""


def page(folder: str, id: str) -> str:
    """One of the pages of a folder."""
    return f"{folder}/{id}.md"


def index(folder: str) -> str:
    """The page that lists the others of its folder."""
    return page(folder, "index")


def guide(guide: Guide, version: GuideVariant | None = None) -> str:
    """The page of a guide, or the place on it where a version begins."""
    return page(GUIDES, guide.id) + (f"#{version_anchor(version)}" if version else "")


def version_anchor(version: GuideVariant, place: str = "") -> str:
    """What a version is named by on its page; or its ``steps``, or those of the ``right`` or of the ``left`` side."""
    return f"version-{version.written.id}" + (f"-{place}" if place else "")


def steps(guide: Guide, version: GuideVariant) -> str:
    """The place on a guide's page where the steps of a version begin."""
    return f"{page(GUIDES, guide.id)}#{version_anchor(version, 'steps')}"


def routine(routine: JoinedRoutine) -> str:
    return page(ROUTINES, routine.id)


def area(area: Area) -> str:
    return page(AREAS, area.id)


def muscle(muscle: Muscle) -> str:
    return page(MUSCLES, muscle.id)


def caution(caution: Caution) -> str:
    return page(CAUTIONS, caution.id)


def guide_sheet(guide: Guide, variant: GuideVariant | None = None) -> str:
    """The file of a guide's sheet: that of its first variant, or of the one that is named.

    A physiotherapist prints one sheet for one patient, so each variant has an address of its own. The first one of
    several has two: its own stays when the order of the variants changes.
    """
    return _sheet(GUIDES, guide.id, *(() if variant is None else (variant.written.id,)))


def routine_sheet(routine: JoinedRoutine) -> str:
    """The file of a routine's sheet."""
    return _sheet(ROUTINES, routine.id)


def poster(routine: JoinedRoutine) -> str:
    """The file of a routine's poster."""
    return _sheet(ROUTINES, routine.id, "poster")


def _sheet(*parts: str) -> str:
    return "/".join((SHEETS, *parts, "index.html"))


def played(page: str) -> str:
    """The file of what the player plays, beside the page of a guide or of a routine.

    >>> played("exercises/cat-cow.md")
    'exercises/cat-cow/player.json'
    """
    return f"{seen(page)}player.json"


# -- as others see them -----------------------------------------------------------------------------------------------


def seen(uri: str) -> str:
    """The address of a page as readers know it, from the site's first page.

    >>> seen("exercises/cat-cow.md"), seen("muscles/index.md"), seen("print/routines/desk/index.html"), seen("index.md")
    ('exercises/cat-cow/', 'muscles/', 'print/routines/desk/', '')
    """
    folder, name = posixpath.split(uri)
    place = folder if name in ("index.md", "index.html") else posixpath.join(folder, name.removesuffix(".md"))
    return f"{place}/" if place else ""


def seen_from(uri: str, address: str) -> str:
    """An address that readers know, as a link on a page leads to it; a folder keeps its last slash.

    >>> seen_from("print/exercises/cat-cow/index.html", "exercises/cat-cow/")
    '../../../exercises/cat-cow/'
    >>> seen_from("areas/neck.md", "areas/hips/"), seen_from("areas/neck.md", "")
    ('../hips/', '../../')
    """
    folder = "/" if not address or address.endswith("/") else ""
    return posixpath.relpath(address or ".", seen(uri) or ".") + folder


@lru_cache(maxsize=1 << 14)
def leading(folder: str, uri: str) -> Markup:
    """The link from a page of a folder to another page, as Markdown has it; pages of one folder share many.

    >>> leading("areas", "exercises/cat-cow.md#version-seated")
    Markup('../exercises/cat-cow.md#version-seated')
    """
    return Markup(posixpath.relpath(uri, folder or "."))


def id_in(folder: str, uri: str) -> str | None:
    """The id that a page of a folder is named by; None where it is no page of that folder.

    >>> id_in("exercises", "exercises/cat-cow.md"), id_in("exercises", "areas/neck.md")
    ('cat-cow', None)
    """
    within, name = posixpath.split(uri)
    return name.removesuffix(".md") if within == folder and name.endswith(".md") else None


def for_the_theme() -> dict[str, str]:
    """What the theme's own templates lead to, by the names that they use: they are filled for every page alike."""
    pages = {"home": HOME, "browse": BROWSE, "safety": SAFETY, "contribute": index(CONTRIBUTE)}
    return {**{name: seen(uri) for name, uri in pages.items()}, "guides": f"{GUIDES}/"}


def in_words(address: str) -> str:
    """A web address as people type it.

    >>> in_words("https://example.org/guide/exercises/cat-cow/")
    'example.org/guide/exercises/cat-cow/'
    """
    parts = urlsplit(address)
    return f"{parts.netloc}{parts.path}"
