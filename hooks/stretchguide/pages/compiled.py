"""Templates as Python's bytecode, kept on disk: compiling them takes longer than filling them for a small site."""

from __future__ import annotations

import hashlib
from base64 import b64decode, b64encode
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from stretchguide.gallery.store import Store

CACHE = Path(".cache", "templates")
"""Where they are kept, relative to the project. Deleting it costs nothing but time."""


class Compiled(BytecodeCache):
    """What was compiled before, as long as the template's source is the same; the store knows the code around it.

    Jinja's own cache on disk would load whatever bytes stand there; what was changed in the store is not there.
    """

    def __init__(self, store: Store) -> None:
        self.store = store

    def load_bytecode(self, bucket: Bucket) -> None:
        if kept := self.store.get(_key(bucket)):
            bucket.bytecode_from_string(b64decode(kept["code"]))  # Which it throws away if the source is another.

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.store.put(_key(bucket), {"code": b64encode(bucket.bytecode_to_string()).decode()})


def _key(bucket: Bucket) -> str:
    """By the template's name and file, and by how what it prints is escaped: that is compiled into it."""
    jinja = bucket.environment
    escaping = jinja.autoescape if isinstance(jinja.autoescape, bool) else jinja.autoescape.__qualname__
    finalize = jinja.finalize.__qualname__ if jinja.finalize else None
    return hashlib.sha256(repr((bucket.key, escaping, finalize)).encode()).hexdigest()[:32]
