"""The words of all scripts: the one place where a language is added.

A name in braces stands for what the script puts there: ``{n}``. A text that counts has a form for each plural of its
language, by the names of Unicode (``one``, ``few``, ``other``); the browser says which of them fits a number.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

FILE = "javascripts/strings.js"
"""What the scripts import. A publisher's own file at this address takes its place."""

Words = str | Mapping[str, str]
"""A text, or its forms by number."""

WORDS: Mapping[str, Words] = {
    "seconds": {"one": "{n} second", "other": "{n} seconds"},
    "minutes": {"one": "{n} minute", "other": "{n} minutes"},
}


def module() -> str:
    """The words as a module of JavaScript."""
    return f"export default {json.dumps(WORDS, ensure_ascii=False, indent=0)};\n"
