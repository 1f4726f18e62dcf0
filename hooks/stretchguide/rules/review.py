"""Rule 16: a review has a name, a clinical role and an end."""

from __future__ import annotations

import re

from stretchguide.format.limits import REVIEW_MONTHS
from stretchguide.format.problems import ProblemLevel, quoted
from stretchguide.format.records import Review
from stretchguide.guides.reviews import is_overdue, latest_review
from stretchguide.rules.rule import Case, Finding, Findings, record_rule

_CLINICAL_ROLE = re.compile(
    r",.*\b(physiotherap|physical therap|osteopath|chiropract|physician|doctor|general practitioner|gp\b|md\b|nurse|"
    r"midwife|occupational therap|sports? therap|exercise physiolog|rheumatolog|orthop|surgeon|athletic trainer|"
    r"kinesiolog)",
    re.IGNORECASE,
)


@record_rule(16, "review")
def a_review_is_signed_and_ends(case: Case) -> Findings:
    review = case.record.review
    if not review.is_reviewed:
        return
    if not _CLINICAL_ROLE.search(review.reviewed_by or ""):
        fact = "'reviewed' needs a reviewer with a name and a clinical role"
        yield Finding(("review", "reviewed_by"), f"{fact}; write 'Ada Smith, physiotherapist', or go back to 'draft'")
    if review.reviewed_on is None:
        yield Finding(("review",), "'reviewed' needs 'reviewed_on'; write the day")
    elif review.reviewed_on > case.today:
        yield Finding(
            ("review", "reviewed_on"), f"{quoted(review.reviewed_on)} is yet to come; write the day of the review"
        )
    yield from _next_review(review)


def _next_review(review: Review) -> Findings:
    if review.next_review is None:
        yield Finding(("review",), f"'reviewed' needs 'next_review'; write a day within {REVIEW_MONTHS} months")
    elif review.reviewed_on and not review.reviewed_on < review.next_review <= latest_review(review.reviewed_on):
        fact = f"{quoted(review.next_review)} is not within {REVIEW_MONTHS} months after the review"
        yield Finding(("review", "next_review"), f"{fact}; write an earlier day")


@record_rule(16, "review")
def an_overdue_review_is_reported(case: Case) -> Findings:
    if is_overdue(case.record.review, case.today):
        fact = f"the review was due on {case.record.review.next_review}"
        yield Finding(("review", "next_review"), f"{fact}; have the record reviewed again", ProblemLevel.WARNING)


RULES = (a_review_is_signed_and_ends, an_overdue_review_is_reported)
