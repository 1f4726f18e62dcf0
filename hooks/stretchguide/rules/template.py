"""Rule 37: a record that was begun from the template says what its author has to say, and nothing of the template."""

from __future__ import annotations

from stretchguide.format.problems import ProblemLevel
from stretchguide.rules.rule import Case, Finding, Findings, record_rule

TO_WRITE = "write here"
"""What every text of the template says, with a capital or without (``docs/contribute/record-template.yml``)."""


@record_rule(37)
def nothing_of_the_template_is_left(case: Case) -> Findings:
    for words in case.words:
        if TO_WRITE in words.text.casefold():
            yield Finding(words.path, f"{words.name} is still the template's; write your own", ProblemLevel.WARNING)


RULES = (nothing_of_the_template_is_left,)
