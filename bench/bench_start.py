"""Start-up: what the layers cost to import, against Python alone."""

from __future__ import annotations

import subprocess
import sys
from functools import partial

from bench.ratio import Measured, ratio, show

LAYERS = (
    ("huurdersapp.base.errors", None, 1.5),
    ("huurdersapp.reports.document", None, 4.0),
    ("huurdersapp.records", "sqlalchemy.orm", 2.5),
    ("huurdersapp.store.opening", "sqlalchemy.orm", 2.5),
)
"""Each with what it is held against (None: Python alone), and the most it should be."""


def start(module: str | None = None) -> None:
    """A new Python that imports one module and stops."""
    subprocess.run([sys.executable, "-c", f"import {module}" if module else "pass"], check=True)


def measure() -> list[Measured]:
    """Each layer against what it cannot do without."""
    return [
        (
            f"start met {module.removeprefix('huurdersapp.')} tegen {bare or 'Python'}",
            ratio(partial(start, module), partial(start, bare)),
            aim,
        )
        for module, bare, aim in LAYERS
    ]


if __name__ == "__main__":
    show(measure())
