"""Start-up: what the layers cost to import, against Python alone."""

from __future__ import annotations

import subprocess
import sys
from functools import partial

from bench.ratio import compare

LAYERS = (
    "huurdersapp.base.errors",
    "huurdersapp.records",
    "huurdersapp.store.opening",
    "huurdersapp.reports.document",
)


def start(module: str | None = None) -> None:
    """A new Python that imports one module and stops."""
    subprocess.run([sys.executable, "-c", f"import {module}" if module else "pass"], check=True)


def main() -> None:
    """Each layer against an empty Python."""
    for module in LAYERS:
        compare(f"start met {module} tegen alleen Python", partial(start, module), start)


if __name__ == "__main__":
    main()
