"""The kinds of page: each says of itself where its pages stand and whether the menu lists them."""

from __future__ import annotations

import datetime
from pathlib import Path

import yaml
from mkdocs.config.defaults import MkDocsConfig

from records import sample_library
from stretchguide.hook.adapter import Adapter
from stretchguide.pages.folder import configuration
from stretchguide.pages.kind import Kind
from stretchguide.pages.menu import menu
from stretchguide.pages.page import Drawn
from stretchguide.pages.site import KINDS, NOT_IN_MENU
from stretchguide.pages.writer import Writer

ROOT = Path(__file__).resolve().parent.parent


def uris(kind: Kind) -> set[str]:
    writer = Writer(sample_library(), ROOT / "overrides" / "pages", "A site", datetime.date(2026, 11, 29), Drawn())
    return {page.uri for page in kind.pages(writer)}


def listed(entries: object) -> set[str]:
    """The addresses of a menu or of a part of it."""
    if isinstance(entries, str):
        return {entries}
    parts = entries.values() if isinstance(entries, dict) else entries
    assert not isinstance(parts, str)
    return {uri for part in parts for uri in listed(part)}  # type: ignore[attr-defined]  # A menu is nested at will.


def test_the_pages_of_a_kind_stand_where_it_says() -> None:
    for kind in KINDS:
        singles = {single.uri for single in kind.singles}
        others = uris(kind) - singles
        assert {uri.rpartition("/")[0] for uri in others} <= {kind.folder}
        assert bool(others) == bool(kind.template), kind.folder


def test_no_two_kinds_share_a_folder() -> None:
    folders = [kind.folder for kind in KINDS if kind.folder]
    assert sorted(folders) == sorted(set(folders))


def test_the_menu_lists_what_a_kind_says_and_mkdocs_misses_nothing_else() -> None:
    in_menu = listed(menu(sample_library()))
    config = Adapter().on_config(config=MkDocsConfig())
    assert config.not_in_nav
    for kind in KINDS:
        for uri in uris(kind):
            assert config.not_in_nav.match_file(uri) != (uri in in_menu), uri


def test_what_a_publisher_leaves_out_of_the_menu_is_left_out_too(tmp_path: Path) -> None:
    config = MkDocsConfig()
    config.load_dict({"site_name": "A site", "not_in_nav": "/drafts/*"})
    config.validate()
    patterns = Adapter().on_config(config=config).not_in_nav
    assert patterns
    assert patterns.match_file("drafts/a.md")
    assert patterns.match_file("exercises/a.md")
    (tmp_path / "mkdocs.yml").write_text("site_name: A site\nnot_in_nav: |\n  /drafts/*\n", "utf-8")
    written = yaml.safe_load(configuration(tmp_path / "out", tmp_path, []))
    assert written["not_in_nav"].split() == [*NOT_IN_MENU, "/drafts/*"]
