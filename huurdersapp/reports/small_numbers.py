"""Small numbers: what may stand on paper that leaves the organisation, so that nobody is recognised."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SmallNumberSettings:
    """The thresholds. A count of persons from 1 up to `hide_below` - 1 is hidden.

    Percentages are printed from `percent_from` people, those of the answers in a raadpleging from
    `answers_from`. Off (`active` False) for papers that stay inside the organisation.
    """

    hide_below: int = 5
    percent_from: int = 10
    answers_from: int = 30
    active: bool = True


DEFAULTS = SmallNumberSettings()
