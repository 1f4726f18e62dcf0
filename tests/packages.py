"""Where the packages lie whose files the tests use; most of them have no types to import them by."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path


def folder_of(package: str) -> Path:
    spec = find_spec(package)
    assert spec is not None, f"the package {package} is not installed"
    assert spec.origin is not None, f"{package} is no package with a file of its own"
    return Path(spec.origin).parent
