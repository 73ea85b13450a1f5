"""What every screen is: a widget that can show a place, say where it is, and do what menu and keys ask of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from huurdersapp.base.events import Changes
from huurdersapp.ui.place import Place

if TYPE_CHECKING:
    from huurdersapp.ui.desk import Desk

Command = Literal[
    "nieuw", "opslaan", "opslaan_en_volgende", "wijzigen", "verwijderen", "afdrukken", "zoeken", "sluiten",
    "geschiedenis", "naar_excel", "kolommen", "dubbelen",
]  # fmt: skip


class Page(QWidget):
    """A screen of the window.

    `commands` names what it can do right now; the menu and the keys (Ctrl+N, Ctrl+S, Del, Esc …) call these and are
    grey for the rest. Emit `commands_changed` when that set changes, and `place_changed` when somebody went to another
    record inside the screen (so that Alt+left comes back to it).
    """

    commands_changed = Signal()
    place_changed = Signal()
    help: ClassVar[str] = "vandaag"
    """Name of the handbook page that F1 opens (docs/handboek/<help>.md)."""

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.key = desk, key

    def title(self) -> str:
        """What stands above the screen."""
        raise NotImplementedError

    def show_place(self, place: Place) -> None:
        """Show what the place says; called each time that somebody comes here."""
        raise NotImplementedError

    def place(self) -> Place:
        """Where somebody is now."""
        return Place(self.key)

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        """What can be done here now."""
        return {}

    def records_parts(self) -> Sequence[QWidget]:
        """The parts that show records: only with the focus in one of these Del throws one away."""
        return ()

    def leave(self) -> bool:
        """Somebody goes elsewhere or closes the program: keep what was typed (a concept), ask nothing.

        False when it cannot be kept (a full disk), once that is told: the window then stays here, so that nothing is
        lost. Closing the program stays once; who closes again, closes.
        """
        return True

    def changed(self, changes: Changes) -> None:
        """Records were changed, here (`changes.origin is self`) or elsewhere. Only called while the screen is shown; what
        changed in the meantime is told when it is shown again, as one Changes without origin."""
