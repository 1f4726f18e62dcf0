"""The values at the head of a Markdown page, written as the YAML that every generator reads back unchanged."""

from __future__ import annotations

import yaml
from markupsafe import Markup

_ONE_LINE = 2**31 - 1
"""Characters that the dumper, which is written in C, takes for the most of a line."""


def plain(value: object) -> str:
    """The text that was put together: joined with the words of a macro, Jinja has escaped it for HTML."""
    return value.unescape() if isinstance(value, Markup) else str(value)


def text(value: str) -> Markup:
    """A text between double quotes, on one line: whatever it holds, a YAML reader finds it again as it was.

    JSON would not do: beyond U+FFFF it may write two surrogates, which no YAML reader takes.
    """
    line = yaml.dump(value, Dumper=yaml.CSafeDumper, default_style='"', allow_unicode=True, width=_ONE_LINE)
    return Markup(line.removesuffix("\n"))
