"""Text into phrases, and phrases against the forms of the language; what is wrong is collected, never raised.

A phrase is words and perhaps a number. What the phrases of a key mean together is for `language`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from stretchguide.figure.words.forms import Form
from stretchguide.figure.words.limits import Limits
from stretchguide.format.problems import guess, quoted

MOST_CHARACTERS = 400
"""Of a value, and of one item of a list."""
MOST_PHRASES = 24
_SHOWN_WORDS = 12

KeyPath = tuple[str | int, ...]
"""Keys and list positions inside a pose."""

_NUMBER = re.compile(r"-?[0-9]{1,4}(?:\.[0-9]{1,3})?")


class PoseFault(NamedTuple):
    """One thing that is wrong with a pose."""

    path: KeyPath
    message: str
    """A fact, and after a semicolon what to do."""


class Phrase(NamedTuple):
    """One phrase, taken apart."""

    path: KeyPath
    words: tuple[str, ...]

    def __str__(self) -> str:
        return " ".join(self.words)

    @property
    def verb(self) -> str:
        """The first word."""
        return self.words[0]


class Match(NamedTuple):
    """A phrase that has a form: its verb, its word of choice, its number."""

    verb: str
    way: str = ""
    number: float | None = None

    @property
    def amount(self) -> float:
        """The number of a phrase that must have one."""
        assert self.number is not None
        return self.number


@dataclass
class Faults:
    """What was found wrong so far."""

    found: list[PoseFault] = field(default_factory=list)

    def add(self, path: KeyPath, message: str) -> None:
        """Note one fault."""
        self.found.append(PoseFault(path, message))

    # -- values ---------------------------------------------------------------------------------------------------

    def phrases(self, value: object, path: KeyPath) -> list[Phrase]:
        """The phrases of a value: text with commas, or a list of such texts."""
        items: Iterable[tuple[KeyPath, object]] = [(path, value)]
        if isinstance(value, list | tuple):
            items = [((*path, place), item) for place, item in enumerate(value[: MOST_PHRASES + 1])]
        found = [phrase for place, item in items for phrase in self._of_text(item, place)]
        if len(found) > MOST_PHRASES:
            self.add(path, f"there are more than {MOST_PHRASES} phrases here; leave some out")
        return found[:MOST_PHRASES]

    def text(self, value: object, path: KeyPath) -> str:
        """A value that must be text; nothing where it is not."""
        if not isinstance(value, str):
            self.add(path, f"{kind_of(value)} stands here; write words")
            return ""
        if len(value) > MOST_CHARACTERS:
            self.add(path, f"{quoted(value)} is too long; write {MOST_CHARACTERS} characters or fewer")
            return ""
        return value

    def _of_text(self, value: object, path: KeyPath) -> list[Phrase]:
        before = len(self.found)
        text = self.text(value, path)
        found = [Phrase(path, tuple(part.split())) for part in text.split(",") if part.strip()]
        if not found and len(self.found) == before:
            self.add(path, "no words stand here; write some or leave the key out")
        return found

    # -- forms ----------------------------------------------------------------------------------------------------

    def match(self, phrase: Phrase, forms: Sequence[Form]) -> Match | None:
        """The phrase by the form it has; None, and a fault, where it has none."""
        fitting = [form for form in forms if _begins(phrase, form)]
        if not fitting:
            self.unknown(phrase.path, str(phrase), [form.verb for form in forms])
            return None
        tries = [_try(phrase, form) for form in fitting]
        good = next((found for found in tries if isinstance(found, Match)), None)
        if good is None:
            self.add(phrase.path, next(found for found in tries if isinstance(found, str)))
        return good

    def matches(self, phrases: Sequence[Phrase], forms: Sequence[Form]) -> list[Match]:
        """The phrases that have a form."""
        return [found for phrase in phrases if (found := self.match(phrase, forms))]

    def unknown(self, path: KeyPath, text: str, known: Sequence[str]) -> None:
        """Note a word that is not in the language, with the nearest right one or the whole list."""
        self.add(path, f"{quoted(text)} is not known here{remedy(text, known)}")

    def number(self, phrase: Phrase, word: str, limits: Limits) -> float | None:
        """A number inside its limits; a fault where it is outside or no number."""
        found = _number(phrase, word, limits)
        if isinstance(found, str):
            self.add(phrase.path, found)
            return None
        return found


def _begins(phrase: Phrase, form: Form) -> bool:
    """Whether a phrase begins with the verb of a form, which is one word of almost all."""
    verb = form.verb
    return phrase.verb == verb or (" " in verb and phrase.words[: verb.count(" ") + 1] == tuple(verb.split()))


def kind_of(value: object) -> str:
    """What a value is, in a word for people; never its text, which may be endless."""
    if value is None:
        return "nothing"
    names = ((bool, "yes or no"), (int | float, "a number"), (list | tuple, "a list"), (dict, "a group of keys"))
    return next((name for kind, name in names if isinstance(value, kind)), "something other than words")


def is_number(word: str) -> bool:
    """Whether a word is a number as the language writes it."""
    return bool(_NUMBER.fullmatch(word))


def remedy(text: str, known: Collection[str]) -> str:
    """The end of a message about unknown words: the nearest right one, or the list of all when none is near."""
    lower = text.lower()
    begun = [word for word in known if lower and word.startswith(lower)]
    near = guess(lower, known) or guess(lower.split(" ")[0], known) or (guess(begun[0], begun) if begun else "")
    if near or not known:
        return near
    shown = list(dict.fromkeys(known))[:_SHOWN_WORDS]
    more = ", ..." if len(known) > len(shown) else ""
    return f"; write one of: {', '.join(shown)}{more}"


def _try(phrase: Phrase, form: Form) -> Match | str:
    """The phrase by one form, or what is wrong with it."""
    rest = list(phrase.words[len(form.verb.split()) :])
    way = ""
    if form.ways:
        if not rest or rest[0] not in form.ways:
            return _no_way(phrase, form, rest)
        way = rest.pop(0)
    number = form.number.usual if form.number else None
    if form.number and rest:
        found = _number(phrase, rest.pop(0), form.number)
        if isinstance(found, str):
            return found
        number = found
    elif form.number and number is None and not form.number.is_optional:
        return f"{quoted(phrase)} needs a number; write {quoted(f'{phrase} {_example(form.number)}')}"
    if rest:
        return f"{quoted(' '.join(rest))} is too much in {quoted(phrase)}; put a comma before the next phrase"
    return Match(form.verb, way, number)


def _no_way(phrase: Phrase, form: Form, rest: Sequence[str]) -> str:
    if rest and not is_number(rest[0]):
        return f"{quoted(rest[0])} is not known after {quoted(form.verb)}{remedy(rest[0], form.ways)}"
    example = " ".join([form.verb, form.ways[0], *rest[:1]])
    return f"{quoted(phrase)} does not say which way; write {quoted(example)} (or {', '.join(form.ways[1:6])})"


def _number(phrase: Phrase, word: str, limits: Limits) -> float | str:
    if not is_number(word):
        glued = re.match(r"-?[0-9]+", word)
        hint = f"write the number alone, as {glued.group()[:4]}" if glued else f"write a number of {limits.unit}"
        return f"{quoted(word)} in {quoted(phrase)} is no number; {hint}"
    value = float(word)
    if not limits.least <= value <= limits.most:
        span = f"{limits.least:g} to {limits.most:g} {limits.unit}"
        return f"{quoted(phrase)} is out of range; write a number from {span}"
    return value + 0.0  # no negative zero


def _example(limits: Limits) -> str:
    return "30" if limits.least <= 30 <= limits.most else f"{limits.least:g}"
