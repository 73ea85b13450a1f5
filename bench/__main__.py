"""All measurements one after another, in one table: `python -m bench`."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

from bench.ratio import Measured, show


def main() -> int:
    """Run every bench_*.py beside this file; 1 when an aim is missed."""
    found: list[Measured] = []
    for path in sorted(Path(__file__).parent.glob("bench_*.py")):
        found += import_module(f"bench.{path.stem}").measure()
    return 0 if show(found) else 1


if __name__ == "__main__":
    sys.exit(main())
