"""What is published of scripts and styles is what they do, and nothing else."""

from __future__ import annotations

import gzip

from pages_server import PagesSite

MOST_BYTES = 14 * 1024
"""Of all that a page fetches for the player, as it is sent: its button, its modules, its look, and its words."""


def test_no_comment_is_published(sample_site: PagesSite) -> None:
    for folder, signs in (("javascripts", ("/*", " // ")), ("stylesheets", ("/*",))):
        for path in (sample_site.folder / folder).rglob("*.*"):
            text = path.read_text("utf-8")
            assert text.strip()
            assert [sign for sign in signs if sign in text] == [], path


def test_the_modules_of_the_player_are_one_file(sample_site: PagesSite) -> None:
    player = sample_site.folder / "javascripts" / "player"
    assert [path.name for path in player.iterdir()] == ["player.js"]
    assert (player / "player.js").read_text("utf-8").count("import{") == 1


def test_the_player_is_light(sample_site: PagesSite) -> None:
    scripts = sample_site.folder / "javascripts"
    own = [scripts / f"{name}.js" for name in ("start", "words", "strings", "player/player")]
    files = [*own, sample_site.folder / "stylesheets" / "player.css"]
    assert sum(len(gzip.compress(path.read_bytes())) for path in files) <= MOST_BYTES
