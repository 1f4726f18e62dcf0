"""What templates put together in words."""

from __future__ import annotations

from typing import get_args

import pytest

from stretchguide.format.records import Review, Status
from stretchguide.pages.phrases import STATUSES, review_fact, review_sentence

SIGNED = Review.model_validate(
    {
        "status": "reviewed",
        "written_by": "us",
        "reviewed_by": "Ada Smith, physiotherapist",
        "reviewed_on": "2026-01-10",
        "next_review": "2028-01-10",
    }
)


def test_every_status_of_a_review_has_its_words() -> None:
    assert list(STATUSES) == list(get_args(Status))


@pytest.mark.parametrize("status", [status for status in get_args(Status) if status != "reviewed"])
def test_what_no_clinician_stands_for_is_said_at_the_top_and_at_the_end(status: Status) -> None:
    review = Review(status=status, written_by="us")
    assert review_fact(review, False)
    assert review_sentence(review, False).endswith(".")


def test_a_review_that_holds_is_named_at_the_end_only() -> None:
    assert review_fact(SIGNED, False) == ""
    end = "Reviewed on 2026-01-10 by Ada Smith, physiotherapist. Next review by 2028-01-10."
    assert review_sentence(SIGNED, False) == end


def test_a_review_that_is_overdue_is_said_in_both_places() -> None:
    assert review_fact(SIGNED, True) == "Review overdue"
    assert review_sentence(SIGNED, True).endswith("The review was due again on 2028-01-10.")
