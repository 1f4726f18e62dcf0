"""Items of lists taken out of YAML text, with all else left as it was written: comments, order, blanks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

import yaml

from stretchguide.format.source import Path

_Span = tuple[int, int]


def without(text: str, paths: Iterable[Path]) -> str:
    """A text of valid YAML without the items of its lists in which these values stand; an emptied list is ``[]``.

    >>> without("a: [x, y, z]  # three", [("a", 1)])
    'a: [x, z]  # three'
    """
    doomed: dict[Path, set[int]] = {}
    for path in paths:
        at = max(index for index, key in enumerate(path) if isinstance(key, int))
        doomed.setdefault(path[:at], set()).add(int(path[at]))
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    spans = [span for path, indices in doomed.items() for span in _spans(text, _node(root, path), indices)]
    for begin, end, instead in sorted(spans, reverse=True):
        text = text[:begin] + instead + text[end:]
    return text


def _node(node: yaml.Node | None, path: Path) -> yaml.SequenceNode:
    for key in path:
        if isinstance(node, yaml.SequenceNode):
            node = node.value[int(key)]
        elif isinstance(node, yaml.MappingNode):
            node = next(value for name, value in node.value if name.value == key)
    assert isinstance(node, yaml.SequenceNode)
    return node


def _spans(text: str, node: yaml.SequenceNode, doomed: Collection[int]) -> Iterator[tuple[int, int, str]]:
    """What is to be taken out of a list, and what stands there instead."""
    items = [(each.start_mark.index, _end(each)) for each in node.value]
    if len(doomed) == len(items):
        begin = node.start_mark.index
        yield begin, node.end_mark.index if node.flow_style else items[-1][1], "[]"
    elif node.flow_style:
        yield from ((*span, "") for span in _in_brackets(items, doomed))
    else:
        yield from ((text.rfind("\n", 0, items[at][0]) + 1, _next_line(text, items[at][1]), "") for at in doomed)


def _in_brackets(items: list[_Span], doomed: Collection[int]) -> Iterator[_Span]:
    """Each item goes with the comma behind it; those at the end with the comma before them."""
    last = max(at for at in range(len(items)) if at not in doomed)
    for at, (item, following) in enumerate(pairwise(items)):
        if at in doomed and at < last:
            yield item[0], following[0]
    if last < len(items) - 1:
        yield items[last][1], items[-1][1]


def _end(node: yaml.Node) -> int:
    """Where the last word of a value ends: a block's own mark lies behind the comments that follow it."""
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(last[1] if isinstance(last, tuple) else last)


def _next_line(text: str, at: int) -> int:
    end = text.find("\n", at - 1 if text[at - 1] == "\n" else at)
    return len(text) if end < 0 else end + 1
