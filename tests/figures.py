"""What the harnesses found: told on the screen by `make test`, gathered on one page by `make soak`.

A harness asks for the fixture `figures` and tells once at its end; series of one harness that ran beside each other
are added up by their name. Its twin, the same with something broken on purpose, tells under the same name.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

FOLDER = "HUURDERSAPP_CIJFERS"
"""Names the folder that `make soak` gathers the figures in; without it they are only told."""


class Figures:
    """The figures of one test."""

    def __init__(self, where: str, folder: Path | None) -> None:
        self._where, self._folder, self._began = where, folder, time.monotonic()

    def tell(
        self, name: str, *, seed: int | None, goal: str, found: Mapping[str, int], twin: bool = False
    ) -> None:
        """Tell what was found: `name` in Dutch as it stands on the page, `goal` what was asked ("0 verloren"),
        `found` what was counted, the tries first ({"keer gestopt": 20, "verloren": 0}).

        `twin` for the one with something broken: there the count that should be 0 must not be.
        """
        counted = ", ".join(f"{count} {what}" for what, count in found.items())
        print(f"{name}{' (stukgemaakt)' if twin else ''}: {counted}; vereist: {goal}; seed {seed}")
        if self._folder is not None:
            line: dict[str, Any] = {
                "name": name,
                "seed": seed,
                "goal": goal,
                "found": dict(found),
                "twin": twin,
                "seconds": time.monotonic() - self._began,
                "test": self._where,
            }
            # A file for each process: tests that run beside each other must not write through each other.
            with (self._folder / f"{os.getpid()}.jsonl").open("a", encoding="utf-8") as file:
                file.write(json.dumps(line, ensure_ascii=False) + "\n")


@pytest.fixture
def figures(request: pytest.FixtureRequest) -> Figures:
    """Where a harness tells its figures."""
    folder = os.environ.get(FOLDER)
    return Figures(request.node.nodeid, Path(folder) if folder else None)
