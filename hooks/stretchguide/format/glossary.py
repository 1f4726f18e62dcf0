"""Terms of art in plain words, the words that a sentence of a step may begin with, and those that readers search by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

from pydantic import Field

from stretchguide.format.any_of import any_of
from stretchguide.format.fields import Entry, Model, Text


class Term(Entry):
    """A term of art."""

    term: Text
    also: tuple[Text, ...] = ()
    """Other forms of it, and near words."""
    plain: Text
    """What to say in its place, in a few words."""
    meaning: Text
    """What it is, in one sentence."""
    jargon: bool = False
    """True where a step says the plain words instead."""
    everyday: bool = False
    """True for a word of every day, which a page explains but never links."""


class StepVerbs(Model):
    """How a sentence of a step begins."""

    verbs: Annotated[tuple[Text, ...], Field(min_length=1)]
    """In the plain form: ``bend``."""
    before: tuple[Text, ...] = ()
    """Words that may stand before the verb: ``then``."""

    def begins(self, sentence: str) -> bool:
        """Whether the sentence begins with a verb, or with a word that may stand before one and then the verb.

        >>> StepVerbs(verbs=("bend",), before=("then",)).begins("Then bend your knee.")
        True
        """
        first, second = (*_words(sentence)[:2], "", "")[:2]
        return first in self.verbs or (first in self.before and second in self.verbs)


class SearchWords(Model):
    """How readers put what they look for."""

    skip: tuple[Text, ...] = ()
    """Words that say nothing by themselves: ``for``, ``my``."""
    general: tuple[Text, ...] = ()
    """Words that many conditions have in their names: alone they answer nothing, beside another they say little."""
    alike: tuple[Annotated[tuple[Text, ...], Field(min_length=2)], ...] = ()
    """Words that mean the same to the search, in rows."""


def _words(sentence: str) -> list[str]:
    return re.findall(r"[\w'’-]+", sentence.lower())


@dataclass(frozen=True)
class Terms:
    """Terms of art, found in a text by any of their forms."""

    forms: Mapping[str, Term]
    """By each form of it, in small letters."""

    @classmethod
    def of(cls, terms: Iterable[Term]) -> Terms:
        return cls({form.lower(): term for term in terms for form in (term.term, *term.also)})

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        # The longest first, so that "engage your core" is found as a whole.
        forms = sorted(map(re.escape, self.forms), key=len, reverse=True)
        return re.compile(rf"\b{any_of(forms)}\b", re.IGNORECASE)

    def found_in(self, text: str) -> Iterator[tuple[str, Term]]:
        """Each term as it stands in the text; whole words, in any case."""
        for found in self._pattern.finditer(text):
            yield found.group(), self.forms[found.group().lower()]

    def split(self, text: str) -> Iterator[tuple[str, Term | None]]:
        """The text in pieces: terms as they stand there, and what stands between them.

        >>> finder = Terms.of([Term(id="disc", term="disc", plain="pad", meaning="A pad.")])
        >>> [(piece, term and term.id) for piece, term in finder.split("A disc.")]
        [('A ', None), ('disc', 'disc'), ('.', None)]
        """
        at = 0
        for found in self._pattern.finditer(text):
            yield text[at : found.start()], None
            yield found.group(), self.forms[found.group().lower()]
            at = found.end()
        yield text[at:], None
