"""The characters of a file: whether it is UTF-8, what is hidden in it, and what a wrong decoding has garbled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from emoji import is_emoji
from ftfy.badness import BADNESS_RE

from stretchguide.format.problems import FilePlace, Problem, quoted

# What no record needs and what can hide or turn round text: control characters, bidirectional marks and overrides,
# invisible spaces and joiners, tag characters, and the replacement character that a wrong decoding leaves behind.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
)
_JOINER, _VARIATION = "\u200d", "\ufe0f"
_SKIN_TONES = re.compile("[\U0001f3fb-\U0001f3ff]")
# Garbled text that ftfy's table misses: signs, dashes and accented letters read as Greek (cp1253).
_MORE_MOJIBAKE = re.compile("[ΒΓ][\u00a0-\u00bf]|β[€°]")


def undecodable(path: str, content: bytes) -> Problem | None:
    """Where a file is no UTF-8; None where it is."""
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return Problem(FilePlace(path), "the file is saved as UTF-16; save it as UTF-8")
        before = content[: error.start].decode("utf-8-sig")
        place = FilePlace(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
        return Problem(place, f"byte 0x{content[error.start]:02x} is not UTF-8; save the file as UTF-8")
    return None


def faults(path: str, text: str) -> Iterator[Problem]:
    """What is hidden in the text of a file, and then what is garbled, each at its line and column."""
    yield from _hidden(path, text)
    yield from _garbled(path, text)


def harmless(text: str) -> str:
    """The text with a harmless character for each hidden one, of the same length, so that columns hold."""
    return _HIDDEN.sub(_in_place_of, text)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    return enumerate(text.split("\n"), 1)


def _hidden(path: str, text: str) -> Iterator[Problem]:
    if not _HIDDEN.search(text):
        return
    for number, line in _lines(text):
        for at, character in hidden_in(line.removesuffix("\r")):
            yield Problem(FilePlace(path, number, at + 1), hidden_message(character))


def hidden_in(text: str) -> Iterator[tuple[int, str]]:
    """Every hidden character of a text, with its place in it; one that joins two emoji is none."""
    for found in _HIDDEN.finditer(text):
        if not _joins_emoji(text, found.start()):
            yield found.start(), found.group()


def hidden_message(character: str) -> str:
    """What is said of a hidden character."""
    return f"hidden or control character {character!a} (U+{ord(character):04X}); delete it"


def _joins_emoji(text: str, at: int) -> bool:
    # Two characters can stand between: a skin tone and a variation selector.
    before = _SKIN_TONES.sub("", text[max(at - 3, 0) : at]).rstrip(_VARIATION)[-1:]
    return text[at] == _JOINER and is_emoji(before) and text[at + 1 : at + 2] > "\u2000"


def _in_place_of(found: re.Match[str]) -> str:
    return found.group() if _joins_emoji(found.string, found.start()) else "\ufffd"


def _garbled(path: str, text: str) -> Iterator[Problem]:
    for number, line in _lines(text):
        found = None if line.isascii() else BADNESS_RE.search(line) or _MORE_MOJIBAKE.search(line)
        if found:
            message = f"{quoted(found.group())} looks like text decoded with the wrong encoding; type it again in UTF-8"
            yield Problem(FilePlace(path, number, found.start() + 1), message)
