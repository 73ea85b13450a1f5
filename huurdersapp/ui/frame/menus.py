"""Menu bar and keys: each command once, with its Windows word and its key."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.settings import SCHEME
from huurdersapp.ui.frame.read_only import CHANGING

if TYPE_CHECKING:
    from huurdersapp.ui.main_window import MainWindow
    from huurdersapp.ui.pages.registry import Entry


@dataclass(frozen=True, slots=True)
class _Line:
    name: str
    text: LazyText
    keys: tuple[str, ...] = ()


_FILE = (
    _Line("nieuw", lazy("Nieuw"), ("Ctrl+N",)),
    _Line("opslaan", lazy("Opslaan"), ("Ctrl+S",)),
    _Line("opslaan_en_volgende", lazy("Opslaan en volgende"), ("Ctrl+Enter", "Ctrl+Return")),
    _Line("afdrukken", lazy("Afdrukken…"), ("Ctrl+P",)),
    _Line("naar_excel", lazy("Lijst naar Excel…"), ("Ctrl+E",)),
)
_EDIT = (
    _Line("wijzigen", lazy("Wijzigen"), ("F2",)),
    _Line("verwijderen", lazy("Verwijderen"), ("Del",)),
    _Line("geschiedenis", lazy("Geschiedenis"), ("Ctrl+H",)),
    _Line("kolommen", lazy("Kolommen kiezen…")),
    _Line("zoeken", lazy("In deze lijst zoeken"), ("Ctrl+L",)),
    _Line("dubbelen", lazy("Dubbelen zoeken…")),
    _Line("sluiten", lazy("Sluiten"), ("Esc",)),
)
_WITH_DATA = (
    "ongedaan",
    "opnieuw",
    "stappen",
    "springen",
    "overal_zoeken",
    "terug",
    "hulp",
    "over",
    "logboek",
    "reservekopieen",
    "vergrendelen",
)
"""Commands of the window itself that need an open administration."""


class Menus:
    """All actions of the window by name; those of the screen are on when the screen can do them.

    At first there are the titles alone, so that the window is there sooner; what stands under them comes with `fill`,
    which the first who needs an action calls too.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._actions: dict[str, QAction] = {}
        bar = window.menuBar()
        titles = (_("&Bestand"), _("B&ewerken"), _("Bee&ld"), _("&Ga naar"), _("&Hulp"))
        self._menus = [QMenu(text, bar) for text in titles]
        for menu in self._menus:
            bar.addMenu(menu)
        self._go = self._menus[3]
        window.look.changed.connect(self._mark_scheme)

    @property
    def actions(self) -> dict[str, QAction]:
        """Every action by its name."""
        self.fill()
        return self._actions

    def close(self) -> None:
        """Take the menus away, for others in their place."""
        self._window.look.changed.disconnect(self._mark_scheme)
        for menu in self._menus:
            self._window.menuBar().removeAction(menu.menuAction())
            menu.deleteLater()

    def fill(self) -> None:
        """Put the actions under their titles, once."""
        if self._actions:
            return
        window = self._window
        file, edit, view, go, aid = self._menus
        self._page_lines(file, _FILE)
        file.addSeparator()
        self._line(file, "reservekopieen", _("Reservekopieën…"), (), lambda: window.go_to("reservekopieen"))
        # Not Ctrl+L: that looks in a list. It lies beside the key with which Windows locks.
        self._line(file, "vergrendelen", _("Vergrendelen"), ("Ctrl+Shift+L",), window.lock_wanted.emit)
        self._line(file, "afsluiten", _("Afsluiten"), ("Ctrl+Q",), window.close)
        self._line(edit, "ongedaan", _("Ongedaan maken"), ("Ctrl+Z",), window.undo)
        self._line(edit, "opnieuw", _("Opnieuw doen"), ("Ctrl+Y", "Ctrl+Shift+Z"), window.redo)
        self._line(edit, "stappen", _("Laatste stappen…"), ("Ctrl+Shift+H",), lambda: window.go_to("stappen"))
        edit.addSeparator()
        self._page_lines(edit, _EDIT)
        # Where somebody is in the navigation or a filter, Del must not throw away the record that is shown beside it.
        self._actions["verwijderen"].setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        edit.aboutToShow.connect(window.name_undo)
        look = window.look
        self._line(view, "groter", _("Grotere letters"), ("Ctrl++", "Ctrl+="), lambda: look.step(1))
        self._line(view, "kleiner", _("Kleinere letters"), ("Ctrl+-",), lambda: look.step(-1))
        self._line(view, "gewoon", _("Gewone letters"), ("Ctrl+0",), lambda: look.step(0))
        view.addSeparator()
        self._schemes(view)
        self._line(go, "springen", _("Springen naar…"), ("Ctrl+K",), window.jump)
        self._line(go, "overal_zoeken", _("Overal zoeken"), ("Ctrl+F",), window.search_everywhere)
        self._line(go, "terug", _("Terug"), ("Alt+Left",), window.back)
        self._line(go, "andere_kant", _("Volgende deel van het venster"), ("F6",), window.next_part)
        go.addSeparator()
        self._line(aid, "hulp", _("Hulp bij dit scherm"), ("F1",), window.show_help)
        self._line(aid, "over", _("Over dit programma"), (), lambda: window.show_help("over"))
        self._line(aid, "logboek", _("Logboek"), (), lambda: window.show_help("logboek"))

    def fill_screens(self, entries: tuple[Entry, ...]) -> None:
        """Offer these screens under [Ga naar], with Ctrl+1 to Ctrl+9."""
        for entry in entries:
            if entry.listed:
                keys = (f"Ctrl+{entry.digit}",) if entry.digit else ()
                self._line(self._go, f"naar_{entry.key}", str(entry.label), keys, self._goer(entry.key))

    def allow(self, commands: Collection[str]) -> None:
        """Switch on what the screen can do now."""
        for line in (*_FILE, *_EDIT):
            self.actions[line.name].setEnabled(line.name in commands)

    def alone(self, alone: bool) -> None:
        """Whether one screen stands alone, without an administration: then there is nowhere to go and nothing to undo."""
        for name, action in self.actions.items():
            if name in _WITH_DATA or (name.startswith("naar_") and name != "naar_excel"):
                action.setEnabled(not alone)

    def explain(self, reason: str | None) -> None:
        """Why nothing can be changed, at each command that does; None where all can be done."""
        for name in (*CHANGING, "ongedaan", "opnieuw"):
            action = self.actions[name]
            action.setToolTip(reason or action.text())
            if reason is not None or name not in CHANGING:
                action.setEnabled(reason is None)
        for menu in self._menus[:2]:
            menu.setToolTipsVisible(reason is not None)

    def _goer(self, key: str) -> Callable[[], None]:
        return lambda: self._window.go_to(key)

    def _page_lines(self, menu: QMenu, lines: tuple[_Line, ...]) -> None:
        for line in lines:
            self._line(menu, line.name, str(line.text), line.keys, self._commander(line.name))
            self._actions[line.name].setEnabled(False)

    def _commander(self, name: str) -> Callable[[], None]:
        return lambda: self._window.command(name)

    def _line(
        self, menu: QMenu, name: str, text: str, keys: tuple[str, ...], do: Callable[[], object]
    ) -> None:
        # Made here, not by the menu: of what Qt makes itself Python is not told when it goes.
        action = QAction(text, menu)
        menu.addAction(action)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(lambda _checked=False: do())
        self._actions[name] = action

    def _schemes(self, menu: QMenu) -> None:
        group, look = QActionGroup(menu), self._window.look

        def chooser(scheme: str) -> Callable[[], None]:
            return lambda: look.set_scheme(scheme)

        for scheme, words in SCHEME.choices:
            self._line(
                menu, f"kleuren_{scheme}", _("Kleuren: {words}").format(words=words), (), chooser(scheme)
            )
            action = self._actions[f"kleuren_{scheme}"]
            action.setCheckable(True)
            action.setChecked(look.scheme == scheme)
            group.addAction(action)

    def _mark_scheme(self) -> None:
        if (action := self._actions.get(f"kleuren_{self._window.look.scheme}")) is not None:
            action.setChecked(True)
