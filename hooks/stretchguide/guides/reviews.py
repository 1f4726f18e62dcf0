"""How long a review of a record holds."""

from __future__ import annotations

import datetime

from stretchguide.format.limits import REVIEW_MONTHS
from stretchguide.format.records import Review


def latest_review(reviewed_on: datetime.date) -> datetime.date:
    """The last day on which a review still holds."""
    year, day = reviewed_on.year + REVIEW_MONTHS // 12, reviewed_on.day
    is_leap_day = reviewed_on.month == 2 and day == 29
    return datetime.date(year, reviewed_on.month, 28 if is_leap_day else day)


def is_overdue(review: Review, today: datetime.date) -> bool:
    """Whether the record was to be reviewed again before today."""
    return review.next_review is not None and review.next_review < today
