"""Windows on real administrations; see tests/windows.py."""

from __future__ import annotations

from tests.example_store import example_made, office_made, reports_kept
from tests.ui.programs import start
from tests.windows import _letters, example, office, open_window, qtbot, settled, window

__all__ = [
    "_letters",
    "example",
    "example_made",
    "office",
    "office_made",
    "open_window",
    "qtbot",
    "reports_kept",
    "settled",
    "start",
    "window",
]
