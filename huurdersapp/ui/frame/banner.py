"""One line across the top: what must be known of all that stands below it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.place import Place

if TYPE_CHECKING:
    from huurdersapp.actions.context import Context
    from huurdersapp.ui.main_window import MainWindow


class Banner(QFrame):
    """Hidden until something is said in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._do: Callable[[], object] = lambda: None
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.button = QPushButton()
        self.button.setProperty("role", "link")
        self.button.clicked.connect(lambda _checked=False: self._do())
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        self.hide()

    def say(self, text: str, words: str = "", do: Callable[[], object] = lambda: None) -> None:
        """Show this, with a button when `words` are given."""
        self._do = do
        self.text.setText(text)
        self.button.setText(words)
        self.button.setVisible(bool(words))
        self.show()


def show_state(window: MainWindow, ctx: Context) -> None:
    """Say what must be known of what is open: it is invented, a copy, only to be read, or opened with care."""
    banner, store = window.banner, ctx.store
    if window.looking:
        text = _("U kijkt in een reservekopie ({copy}). Hier verandert niets.").format(copy=window.looking)
        banner.say(text, _("Terug naar uw administratie"), window.home_wanted.emit)
    elif store.example:
        text = _("U kijkt naar voorbeelden. De gegevens zijn verzonnen.")
        banner.say(text, _("Stoppen met voorbeelden"), window.stop_example_wanted.emit)
    elif store.misplaced is not None:
        text = _("{why} U kunt alleen kijken.").format(why=store.misplaced.text)
        banner.say(text, _("Verhuizen…"), lambda: window.go(Place("verhuizen")))
    elif store.read_only is not None:
        banner.say(_("Alleen lezen. {why}").format(why=store.why_read_only))
    elif window.careful:
        text = _("Veilige stand: gewone instellingen, en er loopt niets op de achtergrond.")
        banner.say(text, _("Gewoon starten"), window.usual_wanted.emit)
    else:
        banner.hide()
