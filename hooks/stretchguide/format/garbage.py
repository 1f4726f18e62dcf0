"""How often Python looks for rings of things that nobody holds any more."""

from __future__ import annotations

import gc


def sweep_rarely() -> None:
    """Look for them after every 20,000 new things, not 700: a build makes millions and hardly a ring of them, and the
    looking took a tenth of it.
    """
    gc.set_threshold(20_000, 50, 100)
