"""The theme's templates that the project keeps mended copies of are still those that the copies were made from."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from packages import folder_of

OVERRIDES = Path(__file__).resolve().parent.parent / "overrides"
THEME = folder_of("material") / "templates"

# The theme's own file that each copy was made from. When one has changed with a new version of the theme, bring its
# changes into the copy (what the copy mends is said at its top), then write the new sum here.
SHA256 = {
    "base.html": "a919e32d2225e09ecbdeb8076ca6ce9ca0836329760bf7871a04172569b77842",
    "partials/header.html": "8cf3fb15bcf969ff596649616fd99366b3c31c08d57a86d05308efc16d8fa75f",
    "partials/nav-item.html": "89895208f22d68ce405a4bcb6649b9150eba5bbb04663a6cb3f93f02daf1d2f7",
    "partials/toc.html": "fde48f583563364b0e0e6865a5ab1e7060ec1826161f69f5cbee653e621b0f84",
}
OWN = {"main.html", "404.html", "partials/copyright.html"}
"""Written for this project in place of the theme's, not copied."""


@pytest.mark.parametrize("name", SHA256)
def test_the_theme_s_file_is_the_one_that_was_copied(name: str) -> None:
    text = (THEME / name).read_bytes().replace(b"\r\n", b"\n")
    assert hashlib.sha256(text).hexdigest() == SHA256[name], f"the theme's {name} is another one now: see SHA256 above"


@pytest.mark.parametrize("name", SHA256)
def test_a_copy_says_where_it_comes_from_and_what_it_mends(name: str) -> None:
    head = (OVERRIDES / name).read_text("utf-8").partition("-#}")[0]
    assert "Copied from Material for MkDocs" in head
    assert "LICENSE-MATERIAL" in head
    assert "\n  - " in head.partition("Mended here:")[2]


def test_no_file_of_the_theme_is_replaced_unnoticed() -> None:
    here = {path.relative_to(OVERRIDES).as_posix() for path in OVERRIDES.rglob("*.html")}
    assert {name for name in here if (THEME / name).is_file()} == set(SHA256) | OWN
