"""How a sound project is spoilt at random: values, lines, bytes and names of its files, its pages and settings."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from stretchguide.format.source import read

Spoilt = Mapping[Path, bytes | None]
"""What some files hold instead, by their paths; None = the file is gone."""

FROM_SOMEWHERE_ELSE = 0.3
"""How often a value is taken from elsewhere in the same file: the right kind in the wrong place goes furthest."""

TEXTS: tuple[str, ...] = (
    *("", " ", "x", "none", "null", "-", "No", "a-b", "index", "right neck", "2x10", "30 s", "1:30", "x" * 300),
    *("<b>x</b>", "**x**", "[x](y)", "{{ x }}", "🤰", "𠮷", "x: y", "# x", "'", '"', "\n", "a\nb", "cures pain"),
    *(
        "left",
        "right hand",
        "[x](cat-cow)",
        "hold: 20s x3",
        "%",
        "&amp;",
        "a\u00a0b",
        "é",
        "\u202e",
        "<!--",
        "]]>",
        "\\",
    ),
    *("9999-12-31", "2026-02-30", "1990-01-01", "../x", "con", "javascript:alert(1)", "https://example.org/", "1" * 30),
)
VALUES: tuple[Any, ...] = (
    *TEXTS,
    *(None, True, False, 0, 1, -1, 5, 10**6, 0.5, [], {}, [None], [[]], {"x": 1}, {"id": "x"}, [{"id": "x"}]),
)
SNIPPETS = ("\t", " ", ": ", "- ", "'", '"', "#", "|", ">", "&a ", "*a", "!!x ", "---\n", "...\n", "[", "}", ",", "%")
"""What is typed by mistake in YAML, or pasted into it."""
BYTES = (b"\xff", b"\x00", b"\xc3", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xf4\x90\x80\x80", b"\r", b"\x85", b"\xc2\xa0")
NAMES = (
    *("Cat Cow.yml", "x.yaml", "X.YML", "x.txt", "x", ".x.yml", "x.yml~", "con.yml", f"{'x' * 200}.yml", "x--y.yml"),
    *("ü.yml", "1.yml", "a b.yml", "none.yml", "index.yml", "new-one.yml", "🤰.yml", "x.yml.bak", "-.yml", "x\n.yml"),
)
"""Of files in a folder of records."""
PAGES = (
    *(
        "safety.md",
        "glossary.md",
        "evidence.md",
        "index.md",
        "visit-us.md",
        "README.md",
        "x/index.md",
        "x/y.md",
        "ü.md",
    ),
    *("exercises/cat-cow.md", "areas/chest.md", "areas/chest/index.md", "a b.md", "x.html", "robots.txt", "404.md"),
    *("muscles/index.md", "contribute/poses.md", "search/index.json", "x.de.md", "#.md", "print/x.md", "%41.md"),
)
"""Of a publisher, in the docs folder."""
FRONT_MATTERS = ("menu: {}", "title: {}", "description: {}", "hide: {}", "template: {}", "tags: {}", "date: {}", "{}")
BODIES = (b"# X\n\n[x](cat-cow.md) {}\n", b"", b"no heading\n", b"\xff\xfe", b"# \xff\n", b"![x](y.png)\n", b"---\n")
SETTINGS = (
    *("site_name", "site_url", "site_description", "use_directory_urls", "docs_dir", "nav", "copyright", "repo_url"),
    *("extra", "extra.forge", "extra.repository", "extra.hosts", "theme.language", "plugins", "hooks", "watch", "x"),
)
"""Lines of mkdocs.yml that a publisher may write."""


class Spoiler:
    """The files of a project, and how to spoil one or several."""

    def __init__(self, root: Path) -> None:
        self.root, self.folder = root, root / "exercises"
        self.files = sorted(self.folder.rglob("*.yml"))
        self.content = {path: path.read_bytes() for path in self.files}
        self.data = {path: read(path.name, content).data for path, content in self.content.items()}

    def spoilt(self, dice: random.Random) -> Spoilt:
        """Records, routines and vocabularies. Every second project has one spoilt value and no more."""
        way = dice.choices((self.values, self.lines, self.bytes, self.names), (80, 10, 5, 5))[0]
        return {path: content for _ in range(dice.choice((1, 1, 2, 3))) for path, content in way(dice).items()}

    def values(self, dice: random.Random) -> Spoilt:
        """A file in which values are others, gone, or there twice."""
        path = dice.choice(self._liked(dice))
        data = self.data[path]
        for _ in range(dice.choice((1, 1, 1, 2, 4))):
            data = _spoilt(data, dice)
        return {path: json.dumps(data, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass")}

    def lines(self, dice: random.Random) -> Spoilt:
        """A file whose lines are lost, doubled, moved, indented, or hold a slip of the pen."""
        path = dice.choice(self._liked(dice))
        lines = self.content[path].decode("utf-8").splitlines(keepends=True)
        at, to = dice.randrange(len(lines)), dice.randrange(len(lines))
        cut = dice.randint(0, len(lines[at]))
        lines[at : at + 1] = dice.choice(
            (
                *([], [lines[at]] * 2, [lines[to]], [f" {lines[at]}"], [lines[at].lstrip()], [lines[at][:cut]]),
                *[[lines[at][:cut] + dice.choice((*SNIPPETS, *TEXTS)) + lines[at][cut:]]] * 4,
            )
        )
        return {path: "".join(lines).encode("utf-8", "surrogatepass")}

    def bytes(self, dice: random.Random) -> Spoilt:
        """A file with bytes that are no UTF-8, or that no text holds; or cut off, or in another encoding."""
        path = dice.choice(self.files)
        before = self.content[path]
        at = dice.randrange(len(before))
        typed = before[:at] + dice.choice(BYTES) + before[at:]
        other = before.decode("utf-8").encode(dice.choice(("utf-16", "utf-32", "cp1252", "utf-7")), "replace")
        return {path: dice.choice((typed, typed, typed, before[:at], other, dice.randbytes(at % 50), before * 9))}

    def names(self, dice: random.Random) -> Spoilt:
        """A file with another name, in its place or beside it, perhaps in another folder."""
        path = dice.choice(self.files)
        folder = path.parent if dice.random() < 0.7 else dice.choice(self.files).parent
        other = folder / dice.choice((*NAMES, dice.choice(self.files).name, f"{path.stem[:-1]}.yml"))
        stays = self.content[path] if dice.random() < 0.5 else None
        return {path: stays, other: self.content[path]}

    def settings(self, dice: random.Random) -> Spoilt:
        """The publisher's settings and pages, which only a whole build reads."""
        path, found = self.root / "mkdocs.yml", dict[Path, bytes | None]()
        if dice.random() < 0.5:
            text = path.read_text("utf-8")
            for _ in range(dice.choice((1, 1, 2))):
                text = _set(text, dice.choice(SETTINGS), json.dumps(dice.choice(VALUES)))
            found[path] = text.encode()
        for _ in range(dice.choice((0, 1, 2))):
            typed = dice.choice(FRONT_MATTERS).format(json.dumps(dice.choice(VALUES), ensure_ascii=dice.random() < 0.5))
            head = f"---\n{typed}\n---\n" if dice.random() < 0.7 else ""
            found[self.root / "docs" / dice.choice(PAGES)] = head.encode("utf-8") + dice.choice(BODIES)
        return found

    def _liked(self, dice: random.Random) -> list[Path]:
        """All files, or with the same chance those of the vocabularies, which are few and stand behind all."""
        words = [path for path in self.files if path.parent.name == "_vocabulary"]
        return words if dice.random() < 0.5 else self.files


def _set(text: str, key: str, value: str) -> str:
    """Settings with another value of a key."""
    outer, _, inner = key.rpartition(".")
    line = f"{'  ' * bool(outer)}{inner}: {value}"
    if re.search(rf"(?m)^ *{inner}:.*$", text):
        return re.sub(rf"(?m)^ *{inner}:.*(?:\n +.*)*$", lambda _: line, text, count=1)
    head = re.search(rf"(?m)^{outer}:$", text) if outer else None
    return f"{text[: head.end()]}\n{line}{text[head.end() :]}" if head else f"{text}\n{outer and outer + ':'}\n{line}\n"


Way = tuple[str | int, ...]
"""Keys and numbers, from the root of a file to one of its values."""


def _ways(data: Any, way: Way = ()) -> Iterator[Way]:
    yield way
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in pairs:
        yield from _ways(value, (*way, key))


def _at(data: Any, way: Way) -> Any:
    for key in way:
        data = data[key]
    return data


def _spoilt(data: Any, dice: random.Random) -> Any:
    """A copy of the data in which one value is another, gone, or there twice."""
    ways = list(_ways(data))
    way = dice.choice(ways)
    if not way:
        return dice.choice(VALUES) if dice.random() < 0.1 else data
    data = json.loads(json.dumps(data))
    holder, key = _at(data, way[:-1]), way[-1]
    change: Callable[[], None] = dice.choice((lambda: holder.pop(key), *[lambda: holder.__setitem__(key, new())] * 4))

    def new() -> Any:
        value = _at(data, dice.choice(ways)) if dice.random() < FROM_SOMEWHERE_ELSE else dice.choice(VALUES)
        return json.loads(json.dumps(value))  # Never a part of the very same data.

    change()
    if isinstance(holder, list) and dice.random() < 0.1:
        holder += holder[:1]
    return data
