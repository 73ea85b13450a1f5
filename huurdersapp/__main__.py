"""The program: the window, or the command line when a command is given."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from huurdersapp.actions.context import Context

NO_WINDOW = 1
"""Exit code when no window can be opened here: something that the person can act on."""

CAREFUL = "--veilig"
"""Opens the window in safe mode."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments (by default those that were typed) say, and give the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    # Known without the parser of commands: the window should be there at once.
    match [word for word in words if word != CAREFUL]:
        case []:
            return open_window(careful=CAREFUL in words)
        case ["--gegevens", folder] if folder and not folder.startswith("-"):
            return open_window(Path(folder), careful=CAREFUL in words)
    from huurdersapp.cli.language import choose

    choose(words)
    from huurdersapp.cli.app import run
    from huurdersapp.cli.options import Window

    return run(words, Window(open_window, can_be_seen, pictures, try_out))


def open_window(folder: Path | None = None, home: Path | None = None, *, careful: bool = False) -> int:
    """Open the window on a data folder; `home` is where [Stoppen met voorbeelden] goes. Gives the exit code.

    `careful`: in safe mode, with the usual settings and without work of its own accord.

    Where the system cannot show a window it says so in a sentence.
    """
    try:
        from huurdersapp.ui.run import run
    except ImportError as fault:
        if (fault.name or "").partition(".")[0] not in ("PySide6", "shiboken6"):
            raise
        _tell_what_is_missing(fault)
        return NO_WINDOW
    return run(folder, home, careful=True) if careful else run(folder, home)


def can_be_seen() -> bool:
    """Whether a window that opens here would be seen by somebody."""
    try:
        from huurdersapp.ui import application
    except ImportError:
        return False
    return application.is_seen()


def pictures(ctx: Context, target: Path, wanted: Callable[[str], bool]) -> Iterator[Path]:
    """Draw the screens of the window; see `ui.screens.make`."""
    from huurdersapp.ui import screens

    return screens.make(ctx, target, wanted)


def try_out() -> None:
    """Try the window in memory; see `ui.screens.try_out`."""
    from huurdersapp.ui import screens

    screens.try_out()


def _tell_what_is_missing(fault: ImportError) -> None:
    """Qt is there, but not the libraries of the system that it needs, as on a server."""
    from huurdersapp.base.i18n import gettext as _

    library = str(fault).partition(":")[0]
    sys.stderr.write(
        _(
            "Hier kan geen venster open: het onderdeel {library} van het systeem ontbreekt. "
            "Zonder venster werkt u met opdrachten. Welke er zijn, ziet u met: huurdersapp --help"
        ).format(library=library)
        + "\n"
    )


if __name__ == "__main__":
    sys.exit(main())
