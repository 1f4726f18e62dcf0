"""The head of a Markdown page: what a reader of YAML finds there is what was written."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from properties import tried
from stretchguide.pages import front_matter


@tried(100)
@given(st.text(st.characters(exclude_categories=["Cs"])))
@example("Neck \U0001f9e3 \U0001d538")
@example("\"quoted\" 'one' & </title> \\n\n---\n- x: #")
@example("\u2028\u0085\ufeff\ufffe")
def test_any_text_is_read_back_as_it_was(text: str) -> None:
    page = f"---\ntitle: {front_matter.text(text)}\nhide: [toc]\n---\n\nBody."
    assert get_data(page) == ("Body.", {"title": text, "hide": ["toc"]})
