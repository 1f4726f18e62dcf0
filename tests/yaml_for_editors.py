"""Records as an editor reads them, which knows YAML 1.2."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml


class _TextDates(yaml.SafeLoader):
    """Dates stay text."""


_TextDates.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), Loader=_TextDates)
