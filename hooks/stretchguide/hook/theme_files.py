"""What the theme brings along and no reader ever loads: it is left out of the site."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from stretchguide.hook.search import languages

_STEMMERS = "assets/javascripts/lunr/"
"""The search loads them for every language but English."""


def leave_out_unread(files: Files, config: MkDocsConfig) -> None:
    """Leave out source maps, which only who debugs the theme would load, and stemmers of languages not spoken here."""
    speaks_english_only = languages(config) <= {"en"}
    for file in list(files):
        is_themes = file.src_dir is not None and file.src_dir != config.docs_dir
        is_stemmer = file.src_uri.startswith(_STEMMERS) and speaks_english_only
        if is_themes and (is_stemmer or file.src_uri.endswith(".map")):
            files.remove(file)
