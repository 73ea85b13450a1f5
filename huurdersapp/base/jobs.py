"""Long work is a generator that yields Progress: each yield is a place where it may be stopped.

The window runs it on a worker thread, the command line and tests run it directly.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import TypeVar

from huurdersapp.base.errors import Stopped

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is: `done` of `total` steps (None: unknown) and what it is doing now."""

    done: int
    total: int | None
    text: str


Job = Generator[Progress, None, T]


def run(
    job: Job[T],
    on_progress: Callable[[Progress], None] = lambda progress: None,
    stop: Callable[[], bool] = lambda: False,
) -> T:
    """Run a job to its end and give its result; raises Stopped when `stop` said so at a yield."""
    try:
        while True:
            on_progress(next(job))
            if stop():
                job.close()
                raise Stopped
    except StopIteration as end:
        result: T = end.value
        return result
