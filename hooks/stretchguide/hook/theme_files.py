"""What the theme brings along and no reader ever loads: it is left out of the site."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

_OF_SEARCH = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
"""The theme's search; ours stands in its place."""


def leave_out_unread(files: Files, config: MkDocsConfig) -> None:
    """Leave out source maps, which only who debugs the theme would load, and the theme's search."""
    for file in list(files):
        is_themes = file.src_dir is not None and file.src_dir != config.docs_dir
        if is_themes and (file.src_uri.startswith(_OF_SEARCH) or file.src_uri.endswith(".map")):
            files.remove(file)
