"""Why a file is no YAML, in plain words: the slips that cover nearly all, each where it was made and with its remedy.

A parser gives up where it cannot go on, often a line below the slip. So the line it names and the one above are looked
at for what people do: a blank left out, a quote too few, a colon in a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import yaml

from stretchguide.format.problems import quoted

Slip = tuple[int, int, str]
"""Line and column in a file, from 1, and what is wrong with the remedy."""

_QUOTES = "put quotes round the whole text"
_UNKNOWN = "this is not valid YAML; compare the blanks, colons and quotes here and in the line above with others"

_KEY = r"[A-Za-z_][\w ]*"
_VALUE = re.compile(rf"\s*(?:- +)*(?:{_KEY}:(?: +|$))?(.*)")
_STUCK = re.compile(rf"\s*(?:- +)?(?:\{{ *)?({_KEY}):(?=[^\s/])(.*)")
_STUCK_DASH = re.compile(r"\s*-(?=[^\s-])(.*)")
_NO_COLON = re.compile(r"\s*(?:- +)?([a-z_]+) +([^:]*)$")
_TAB = re.compile(r" *\t")
_NO_BREAK = re.compile(rf"[ \xa0]*?\xa0|[ ]*(?:- +)?(?:{_KEY}:|-)\xa0")
_BARE_KEY = re.compile(r"\s*(?:- +)?([a-z][a-z_]*) *(?:#.*)?$")
_COLON = re.compile(r":(?: |$)")
_CLOSING = {"[": "]", "{": "}"}


def slip_of(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> Slip:
    """What was done wrong in a text, given by its ``lines``, that a parser gave up on."""
    said, mark, context = str(error.problem), error.problem_mark or error.context_mark, error.context_mark
    if mark is None:
        return 1, 1, _UNKNOWN
    if "escape character" in said:
        return mark.line + 1, mark.column + 1, "in double quotes a backslash begins a code; write it twice"
    if context and "quoted scalar" in str(error.context):
        return context.line + 1, context.column + 1, _unclosed(lines[context.line][context.column])
    if context and "flow" in str(error.context) and _bracket(lines, context.line, context.column):
        return _in_brackets(lines, (mark.line, mark.column), (context.line, context.column))
    is_key = "simple key" in str(error.context)
    own = min(mark.line, len(lines) - 1)
    places = [context.line] if context and is_key else [own, *_above(lines, own)[:1]]
    found = (slip for at in places if (slip := _slip_in(lines[at], at, is_key=is_key)))
    if slip := next(found, None):
        return slip
    broad = _not_closed(lines, own) if "flow" in str(error.context) else _bare_key(lines, own) or _indented(lines, own)
    return broad or _open_above(lines, own) or (own + 1, mark.column + 1, _UNKNOWN)


def _bracket(lines: Sequence[str], line: int, column: int) -> bool:
    """Whether a bracket is opened there; a parser may name a place beyond the last line."""
    return line < len(lines) and lines[line][column : column + 1] in (*_CLOSING,)


def _above(lines: Sequence[str], at: int) -> list[int]:
    """The lines above that say something, the nearest first."""
    return [each for each in range(at - 1, -1, -1) if lines[each].strip() and lines[each].strip()[0] != "#"]


def _unclosed(quote: str) -> str:
    return f"the quote that begins here is not closed; write {quote} at the end of the text"


# -- one line ---------------------------------------------------------------------------------------------------------


def _slip_in(line: str, at: int, *, is_key: bool) -> Slip | None:
    found = _missing_blank(line) or (_missing_colon(line) if is_key else None) or _in_value(line)
    return (at + 1, found[0] + 1, found[1]) if found else None


def _missing_blank(line: str) -> tuple[int, str] | None:
    if tab := _TAB.match(line):
        return tab.end() - 1, "a tab stands before the words; type blanks in its place"
    if blank := _NO_BREAK.match(line):
        return blank.end() - 1, "this is a no-break space; type an ordinary blank in its place"
    if stuck := _STUCK.match(line):
        return stuck.start(2), f"a blank is missing after the colon; write {quoted(f'{stuck[1]}: {stuck[2]}')}"
    if dash := _STUCK_DASH.match(line):
        return dash.start(1), f"a blank is missing after the hyphen; write {quoted(f'- {dash[1]}')}"
    return None


def _missing_colon(line: str) -> tuple[int, str] | None:
    if key := _NO_COLON.match(line):
        return key.end(1), f"a colon is missing; write {quoted(f'{key[1]}: {key[2]}')}"
    return None


def _in_value(line: str) -> tuple[int, str] | None:
    match = _VALUE.match(line)
    value, begin = (match[1], match.start(1)) if match else ("", 0)
    if value[:1] in ("'", '"'):
        return _after_quotes(value, begin)
    if value[:1] in _CLOSING:
        return _after_brackets(value, begin)
    if value[:1] in tuple("@%`*&!|>?") or value.startswith("- "):
        return begin, f"a text may not begin with {value[0]}; {_QUOTES}"
    if colon := _COLON.search(value):
        return begin + colon.start(), f"a colon stands in the text, as if after a key; {_QUOTES}"
    return None


def _after_quotes(value: str, begin: int) -> tuple[int, str] | None:
    mark = value[0]
    end = re.match(r"'(?:''|[^'])*'" if mark == "'" else r'"(?:\\.|[^"\\])*"', value)
    if not end:
        return begin, _unclosed(mark)
    if (rest := value[end.end() :].strip()) and not rest.startswith("#"):
        inside = "write '' for each ' in it" if mark == "'" else 'write \\" for each " in it'
        return begin + end.end() - 1, f"the quotes end before the text does; {_QUOTES}, and {inside}"
    return None


def _after_brackets(value: str, begin: int) -> tuple[int, str] | None:
    end = value.find(_CLOSING[value[0]])
    if end >= 0 and re.match(r"[^\s,\]}#]|\s+[^\s#,\]}]", value[end + 1 :]):
        return begin, f"a text may not begin with {value[0]}; {_QUOTES}"
    return None


# -- several lines ----------------------------------------------------------------------------------------------------


def _in_brackets(lines: Sequence[str], mark: tuple[int, int], opened: tuple[int, int]) -> Slip:
    """Between a bracket and the one that closes it."""
    if mark[0] != opened[0]:
        return opened[0] + 1, opened[1] + 1, _never_closed(lines[opened[0]][opened[1]])
    line, at = lines[mark[0]], mark[1]
    place = mark[0] + 1, at + 1
    if line[at : at + 1] == ":":
        return *place, f"a colon stands in the text, as if after a key; {_QUOTES}"
    if at and line[at - 1] in "'\"":
        return *place, f"the quotes end before the text does; {_QUOTES}"
    return *place, "a comma is missing before this; write one, or put quotes round the whole text"


def _never_closed(bracket: str) -> str:
    return f"the {bracket} that begins here is not closed; write {_CLOSING[bracket]} where its list or keys end"


def _not_closed(lines: Sequence[str], at: int) -> Slip | None:
    """The nearest bracket that no line closes again which opens it."""
    for each in (at, *_above(lines, at)):
        line = re.sub(r"'[^']*'|\"[^\"]*\"", lambda text: " " * len(text.group()), lines[each])
        opened: list[int] = []
        for column, character in enumerate(line):
            if character in _CLOSING:
                opened.append(column)
            elif opened and character in "]}":
                opened.pop()
        if opened:
            return each + 1, opened[-1] + 1, _never_closed(line[opened[-1]])
    return None


def _bare_key(lines: Sequence[str], at: int) -> Slip | None:
    """A key without its colon, to which what stands indented below it belongs."""
    outer = next((each for each in _above(lines, at) if _depth(lines[each]) < _depth(lines[at])), None)
    key = _BARE_KEY.match(lines[outer].rstrip()) if outer is not None else None
    if outer is None or key is None:
        return None
    return outer + 1, key.end(1) + 1, f"a colon is missing; write {quoted(f'{key[1]}:')}"


def _indented(lines: Sequence[str], at: int) -> Slip | None:
    """A line that stands neither with those above it nor below one of them."""
    depth, above = _depth(lines[at]), list(_depths_above(lines, at))
    if not above:
        return None
    if depth in above:
        is_item, others = lines[at].lstrip().startswith("-"), _above(lines, at)
        beside = next(each for each in others if _depth(lines[each]) == depth)
        if is_item == lines[beside].lstrip().startswith("-"):
            return None
        return (
            at + 1,
            depth + 1,
            "a key and an item of a list stand side by side; indent the one that lies within",
        )
    fact = f"this line is indented by {_blanks(depth)}, those above by {' or '.join(map(str, sorted(set(above))))}"
    return at + 1, depth + 1, f"{fact}; give it as many as those that it belongs with"


def _depths_above(lines: Sequence[str], at: int) -> Iterator[int]:
    """How far the line above is indented, and those that it lies in."""
    least: int | None = None
    for each in _above(lines, at):
        depth = _depth(lines[each])
        if least is None or depth < least:
            yield depth
            least = depth


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _blanks(number: int) -> str:
    return "1 blank" if number == 1 else f"{number} blanks"


def _open_above(lines: Sequence[str], at: int) -> Slip | None:
    """The nearest text above that begins with a quote and does not end."""
    for each in _above(lines, at):
        match = _VALUE.match(lines[each])
        if match and match[1][:1] in ("'", '"') and (slip := _after_quotes(match[1], match.start(1))):
            return each + 1, slip[0] + 1, slip[1]
    return None
