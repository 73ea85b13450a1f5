"""Measuring two ways side by side."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import perf_counter

ROUNDS = 9


def seconds(way: Callable[[], object]) -> float:
    """How long one go takes."""
    start = perf_counter()
    way()
    return perf_counter() - start


def compare(what: str, ours: Callable[[], object], bare: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Print and return how many times as long `ours` takes as `bare`.

    The two take turns, so that a slow moment of the machine falls on both; the median of the ratios counts.
    """
    ours(), bare()
    pairs = [(seconds(ours), seconds(bare)) for _ in range(rounds)]
    ratio = median(one / other for one, other in pairs)
    print(f"{what}: {ratio:.2f} × ({median(one for one, _ in pairs) * 1000:.1f} ms nu)")
    return ratio
