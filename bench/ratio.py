"""Measuring two ways side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from statistics import median
from time import perf_counter

ROUNDS = 9


Measured = tuple[str, float, float]
"""What was compared, how many times as long ours took, and the most it should be."""


def seconds(way: Callable[[], object]) -> float:
    """How long one go takes."""
    start = perf_counter()
    way()
    return perf_counter() - start


def ratio(ours: Callable[[], object], bare: Callable[[], object], rounds: int = ROUNDS) -> float:
    """How many times as long `ours` takes as `bare`: the medians of so many goes, after one to warm up.

    The two take turns, so that a slow moment of the machine falls on both.
    """
    ours(), bare()
    pairs = [(seconds(ours), seconds(bare)) for _ in range(rounds)]
    return median(one for one, _ in pairs) / median(other for _, other in pairs)


def compare(what: str, ours: Callable[[], object], bare: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Print and return how many times as long `ours` takes as `bare`."""
    found = ratio(ours, bare, rounds)
    print(f"{what}: {found:.2f} ×")
    return found


def show(found: Iterable[Measured]) -> bool:
    """Print a table and tell whether every aim is reached."""
    good = True
    print(f"{'wat':<64} {'keer':>6} {'doel':>6}")
    for what, times, aim in found:
        good &= times <= aim
        print(f"{what:<64} {times:6.2f} {aim:6.2f} {'ok' if times <= aim else 'NIET GEHAALD'}")
    return good
