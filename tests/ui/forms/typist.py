"""Types in the form of a knelpunt for as long as it lives, and tells after each word what stands there by now.

Run as a program of its own, so that it can be killed while it types: `python -m tests.ui.forms.typist FOLDER [slapend]`.
With `slapend` nothing is kept, to see that the test would notice.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from huurdersapp.app import opened
from huurdersapp.ui import application
from huurdersapp.ui.forms import concept_keeper
from huurdersapp.ui.look import Look
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.place import Place

WORDS = 400


def type_on(folder: Path) -> None:
    """Fill in a title and then an ever longer description, with the keyboard."""
    with opened(folder) as ctx:
        window = MainWindow(Look(ctx.settings))
        window.show()
        window.open(ctx)
        QTest.qWait(1)
        window.go(Place("knelpunt", doing="nieuw"))
        QTest.qWait(1)
        form = window.page.form  # type: ignore[union-attr]  # the screen of knelpunten has one
        boxes = form.fields.boxes
        QTest.keyClicks(boxes["titel"].editor.line, "Lift staat stil")
        text = boxes["omschrijving"].editor.edit
        for number in range(WORDS):
            QTest.keyClicks(text, f"woord{number} ", Qt.KeyboardModifier.NoModifier, 1)
            print(time.monotonic(), number, flush=True)
            QTest.qWait(5)


if __name__ == "__main__":
    application.make()
    application.use_own_letters()
    if "slapend" in sys.argv:
        concept_keeper.ConceptKeeper.typed = lambda _self: None  # type: ignore[method-assign, assignment]  # the twin that must fail
    type_on(Path(sys.argv[1]))
