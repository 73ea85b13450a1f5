"""A job tells how far it is, gives its result, and stops where it may."""

from __future__ import annotations

import pytest

from huurdersapp.base import jobs
from huurdersapp.base.errors import Stopped
from huurdersapp.base.jobs import Job, Progress


def counting(log: list[str]) -> Job[int]:
    try:
        for number in range(3):
            yield Progress(number, 3, "Tellen")
            log.append(f"na {number}")
    finally:
        log.append("opgeruimd")
    return 42


def test_a_job_runs_to_its_end() -> None:
    log: list[str] = []
    seen: list[Progress] = []
    assert jobs.run(counting(log), seen.append) == 42
    assert [progress.done for progress in seen] == [0, 1, 2]
    assert log == ["na 0", "na 1", "na 2", "opgeruimd"]


def test_a_stopped_job_cleans_up() -> None:
    log: list[str] = []
    seen: list[Progress] = []
    with pytest.raises(Stopped):
        jobs.run(counting(log), seen.append, stop=lambda: len(seen) == 2)
    assert log == ["na 0", "opgeruimd"]
