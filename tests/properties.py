"""How often a property is tried: a few times for each pull request, as often as its test says once a week."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

FEW = 25
ALL = 100
"""What a property is tried with that says no number of its own."""


def register_profiles() -> None:
    """`quick`, the same examples each time in `ci`, and `full`, which a test run takes by `--hypothesis-profile full`.

    None has a deadline, and none asks how fast examples are made: how busy the machine is must decide nothing.
    """
    slow = [HealthCheck.too_slow]
    settings.register_profile("quick", max_examples=FEW, deadline=None, suppress_health_check=slow)
    settings.register_profile("ci", settings.get_profile("quick"), derandomize=True)
    settings.register_profile("full", settings.get_profile("quick"), max_examples=ALL)


def tried(times: int) -> settings:
    """Let a property be tried so many times, and in a quick run no more often than the others."""
    usual = settings().max_examples
    return settings(max_examples=times if usual == ALL else min(times, usual))


def times(few: int, all_of_them: int) -> int:
    """How often something is tried that is no property of Hypothesis: a few times, and once a week all of them."""
    return all_of_them if settings().max_examples == ALL else few
