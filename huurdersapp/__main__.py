"""The program: the command line; without a command it explains itself, until there is a window."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command (by default the one that was typed) and give the exit code."""
    from huurdersapp.cli.language import choose

    typed = sys.argv[1:] if arguments is None else arguments
    choose(typed)
    from huurdersapp.cli.app import run

    return run(typed)


if __name__ == "__main__":
    sys.exit(main())
