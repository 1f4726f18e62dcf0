"""How long and how many a record's parts may be: each limit once, for the models, the rules and their sentences."""

from __future__ import annotations

TITLE_CHARACTERS = 60
"""Of the name of a stretch or a routine."""

ID_CHARACTERS = 60
"""Of an id: it becomes an address and the name of a file."""

MOST = 9999
"""Of any whole number: nothing that is counted here, in seconds or in years, is more."""

YEARS = (1990, 2100)
"""Of a day that a record names; git as well knows of no commit before the first of them."""

PURPOSE_WORDS = 20
INTRO_WORDS = 90
STEP_WORDS = 16

STEPS = (3, 7)
"""Of a variant, from the fewest to the most."""

FEWEST_ITEMS = 2
"""Of a routine."""

STEP_GRADE = 6
OTHER_GRADE = 8
"""Years of school that a text may ask for."""

SIDE_TOTAL_S = (30, 180)
"""Seconds that a static side may total, longest hold times most sets: about a minute is the useful dose (Garber 2011),
and more than three is no longer a stretch break."""

PER_DAY = (1, 10)
"""How many times a day a stretch may be asked for."""

REVIEW_MONTHS = 24
"""How long a review holds at most."""
