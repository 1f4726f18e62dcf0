"""Settings of a publisher's with which no site can be made: better one sentence than a site with dead links."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig

_I18N = "i18n"


def refusal(config: MkDocsConfig) -> str | None:
    """Why no site can be made with these settings; None where one can."""
    if not config.use_directory_urls:
        fact = "use_directory_urls: false cannot be: printed codes lead to addresses that end in a slash"
        return f"{fact}; take that line out of mkdocs.yml"
    if _I18N in config.plugins:
        fact = "the plugin i18n takes pages from the docs folder only, and those of the records are made"
        return f"{fact}; take it out of mkdocs.yml"
    return None
