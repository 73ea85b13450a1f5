"""How the window looks now: size of the letters and light or dark, changed live everywhere."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication
from PySide6.QtWidgets import QApplication

from huurdersapp.base.settings import SCHEME, TEXT_SIZE, Settings
from huurdersapp.ui import theme

SMALLEST, LARGEST, STEP = 100, 200, 10


class Look(QObject):
    """Letters and colours of the whole program; `changed` when either is another one.

    `zoom` is in per cent (100 to 200). Sizes in pixels go through `px`, so that they grow with the letters.
    """

    changed = Signal()

    def __init__(self, settings: Settings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._zoom = settings.get(TEXT_SIZE) if settings else 100
        self._zoom = min(LARGEST, max(SMALLEST, self._zoom))
        self._scheme = settings.get(SCHEME) if settings else "systeem"
        self._family = QGuiApplication.font().family()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)
        self.apply()

    @property
    def zoom(self) -> int:
        """Size of the letters in per cent."""
        return self._zoom

    @property
    def scheme(self) -> str:
        """`systeem`, `licht` or `donker`, as it was chosen."""
        return self._scheme

    @property
    def dark(self) -> bool:
        """Whether the dark colours are shown."""
        if self._scheme == "systeem":
            return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._scheme == "donker"

    @property
    def tokens(self) -> theme.Tokens:
        """The colours that are shown."""
        return theme.DARK if self.dark else theme.LIGHT

    def colour(self, name: str) -> QColor:
        """A colour by what it is for, such as `muted`."""
        return QColor(getattr(self.tokens, name))

    def px(self, size: float) -> int:
        """A size in pixels at 100 % as it is now."""
        return max(1, round(size * self._zoom / 100))

    def set_zoom(self, per_cent: int) -> None:
        """Make all letters so large; out of 100 to 200 the nearest."""
        self._set(zoom=min(LARGEST, max(SMALLEST, per_cent)))

    def step(self, up: int) -> None:
        """One step larger (1), smaller (-1), or back to 100 % (0)."""
        self.set_zoom(self._zoom + up * STEP if up else SMALLEST)

    def set_scheme(self, scheme: str) -> None:
        """Light, dark, or as the computer has it."""
        self._set(scheme=scheme)

    def show(self, zoom: int, scheme: str) -> None:
        """Look so from now on without remembering it."""
        self._settings = None
        self._set(zoom=zoom, scheme=scheme)

    def use(self, settings: Settings) -> None:
        """Take over what another data folder has set, and keep changes there from now on."""
        self._settings = None
        self._set(zoom=min(LARGEST, max(SMALLEST, settings.get(TEXT_SIZE))), scheme=settings.get(SCHEME))
        self._settings = settings

    def _set(self, *, zoom: int | None = None, scheme: str | None = None) -> None:
        zoom, scheme = zoom or self._zoom, scheme or self._scheme
        if (zoom, scheme) == (self._zoom, self._scheme):
            return
        self._zoom, self._scheme = zoom, scheme
        if self._settings is not None:
            self._settings.set(TEXT_SIZE, zoom)
            self._settings.set(SCHEME, scheme)
        self.apply()

    def _system_changed(self) -> None:
        if self._scheme == "systeem":
            self.apply()

    def apply(self) -> None:
        """Give the whole program its letters and colours."""
        app = cast(QApplication, QApplication.instance())
        font = QFont(self._family)
        font.setPointSizeF(theme.BASE_POINTS * self._zoom / 100)
        palette = theme.palette(self.tokens)
        sheet = theme.style_sheet(self.tokens, self._zoom, dark=self.dark)
        # Every widget is styled anew, also for what it had.
        if (app.styleSheet(), app.font(), app.palette()) != (sheet, font, palette):
            app.setFont(font)
            app.setPalette(palette)
            app.setStyleSheet(sheet)
        self.changed.emit()
