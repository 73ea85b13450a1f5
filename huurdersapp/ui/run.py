"""Opening the window: first the window itself, with nothing imported but Qt, then the administration in it."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from huurdersapp.base import i18n, paths
from huurdersapp.base.settings import LANGUAGE, WINDOW, Settings
from huurdersapp.ui import application
from huurdersapp.ui.look import Look
from huurdersapp.ui.main_window import MainWindow


def run(folder: Path | None = None) -> int:
    """Open the window on this data folder (by default the normal one) and give the exit code when it is closed."""
    app = application.make()
    program = Program(paths.data_folder(folder))
    program.window.show()
    code = app.exec()
    program.close()
    return code


class Program(QObject):
    """The window and the administration that is open in it."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        settings = Settings(folder)
        i18n.use_language(settings.get(LANGUAGE), paths.own("translations"))
        application.speak(settings.get(LANGUAGE))
        self.look = Look(settings, self)
        self.window = MainWindow(self.look)
        self.window.restore_size(settings.get(WINDOW))
        self._opened = ExitStack()
        self.window.closed.connect(self.close)
        self.window.painted.connect(lambda: QTimer.singleShot(0, self, self.begin))

    def begin(self) -> None:
        """Open the administration; the window is on the screen by now."""
        from huurdersapp.app import opened

        ctx = self._opened.enter_context(opened(self.folder))
        self.window.open(ctx)

    def close(self) -> None:
        """Close the administration and end."""
        self.window.close_administration()
        self._opened.close()
        QApplication.quit()
