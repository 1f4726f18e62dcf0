"""Templates compiled before are found again, as long as nothing is another."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment
from markupsafe import Markup

from stretchguide.gallery.store import Store
from stretchguide.pages.compiled import Compiled
from stretchguide.pages.templates import environment


@pytest.fixture
def compiled(tmp_path: Path) -> Compiled:
    (tmp_path / "page.html").write_text("{{ '<b>' }} {{ text }}")
    return Compiled(Store(tmp_path / "kept", "a" * 32))


def written(tmp_path: Path, compiled: Compiled, monkeypatch: pytest.MonkeyPatch, **escaping: object) -> tuple[str, int]:
    """The page, and how many templates were compiled for it."""
    sources: list[str] = []
    parse = Environment._parse

    def note(jinja: Environment, source: str, name: str | None, filename: str | None) -> object:
        sources.append(source)
        return parse(jinja, source, name, filename)

    monkeypatch.setattr(Environment, "_parse", note)
    page = environment(tmp_path, compiled=compiled, **escaping).get_template("page.html")  # type: ignore[arg-type]
    monkeypatch.undo()
    return page.render(text="<i>"), len(sources)


def shouted(value: object) -> Markup:
    return Markup(str(value).upper())


def test_a_template_is_compiled_once(tmp_path: Path, compiled: Compiled, monkeypatch: pytest.MonkeyPatch) -> None:
    assert written(tmp_path, compiled, monkeypatch) == ("&lt;b&gt; &lt;i&gt;", 1)
    assert written(tmp_path, compiled, monkeypatch) == ("&lt;b&gt; &lt;i&gt;", 0)
    (tmp_path / "page.html").write_text("more")
    assert written(tmp_path, compiled, monkeypatch) == ("more", 1)


def test_the_same_template_is_another_where_it_is_escaped_otherwise(
    tmp_path: Path, compiled: Compiled, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a template prints of itself is escaped when it is compiled."""
    for times in (1, 0):
        assert written(tmp_path, compiled, monkeypatch) == ("&lt;b&gt; &lt;i&gt;", times)
        assert written(tmp_path, compiled, monkeypatch, finalize=shouted) == ("&LT;B&GT; <I>", times)


@pytest.mark.parametrize("change", [lambda whole: b"", lambda whole: whole[:-9], lambda whole: whole[::-1]])
def test_what_is_not_as_it_was_kept_is_made_again(
    tmp_path: Path, compiled: Compiled, monkeypatch: pytest.MonkeyPatch, change: object
) -> None:
    written(tmp_path, compiled, monkeypatch)
    (entry,) = compiled.store.folder.iterdir()
    entry.write_bytes(change(entry.read_bytes()))  # type: ignore[operator]
    assert written(tmp_path, compiled, monkeypatch) == ("&lt;b&gt; &lt;i&gt;", 1)
    assert written(tmp_path, compiled, monkeypatch) == ("&lt;b&gt; &lt;i&gt;", 0)
