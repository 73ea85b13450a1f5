"""The Qt application: style, language of Qt's own words, letters, and what happens when there is no screen."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from PySide6.QtCore import (
    QLibraryInfo,
    QLocale,
    QMessageLogContext,
    QtMsgType,
    QTranslator,
    qInstallMessageHandler,
)
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from huurdersapp.base import log
from huurdersapp.base.i18n import gettext as _

_PART_OF_QT = re.compile(r"(?:Q[A-Z][A-Za-z0-9]*|qt(?:\.[a-z]+)+)(?:::~?[A-Za-z0-9_]+)*(?=[ :(]|$)", re.ASCII)
NO_SCREEN = 1
"""Exit code when no window can be opened: something that the person can act on."""


def no_screen_sentence() -> str:
    """What to say where no window can be opened, and the way without one."""
    return _(
        "Hier kan geen venster open: er is geen beeldscherm gevonden. "
        "Zonder venster werkt u met opdrachten. Welke er zijn, ziet u met: huurdersapp --help"
    )


def has_screen() -> bool:
    """Whether Qt can open a window here, as far as can be seen without starting it."""
    if os.environ.get("QT_QPA_PLATFORM"):
        return True
    if not sys.platform.startswith("linux"):
        return True
    if name := os.environ.get("WAYLAND_DISPLAY"):
        return (Path(os.environ.get("XDG_RUNTIME_DIR", "/run")) / name).exists()
    return _x_server_answers(os.environ.get("DISPLAY", ""))


def is_seen() -> bool:
    """Whether somebody sees the windows that open here: not those that Qt only draws in memory, as tests want it."""
    drawn = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    return drawn not in ("offscreen", "minimal", "vnc") and has_screen()


def _x_server_answers(display: str) -> bool:
    """Whether the X server of this name is there; one on another computer is believed without asking."""
    import socket

    host, colon, number = display.partition(":")
    if not colon or host not in ("", "unix"):
        return bool(colon)
    place = f"/tmp/.X11-unix/X{number.partition('.')[0]}"
    # An address that begins with a zero byte has no file; X servers on Linux listen there as well.
    for address in (place, f"\0{place}"):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as way:
            try:
                way.connect(address)
            except OSError:
                continue
            return True
    return False


def make(arguments: list[str] | None = None) -> QApplication:
    """The one application, ready to show windows; without a screen it says so and ends the program."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        qInstallMessageHandler(_hear_qt)
        app = QApplication(arguments or ["huurdersapp"])
    QGuiApplication.setApplicationName("huurdersapp")
    QGuiApplication.setDesktopFileName("huurdersapp")
    app.setApplicationDisplayName("huurdersapp")
    app.setStyle("Fusion")
    # Before the first widget: a calendar that was made earlier keeps speaking English.
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    if not QFontDatabase.families():
        use_own_letters()
    return app


def use_own_letters() -> None:
    """The letters of the printed page on the screen too: where the computer has none, and for pictures that must look
    the same everywhere."""
    from importlib.resources import as_file, files

    for face in ("Regular", "Bold", "Italic", "BoldItalic"):
        with as_file(files("ttf_opensans") / "ttf" / f"OpenSans-{face}.ttf") as path:
            QFontDatabase.addApplicationFont(str(path))
    font = QGuiApplication.font()
    font.setFamily("Open Sans")
    QApplication.setFont(font)


def speak(language: str) -> None:
    """Let Qt's own buttons and menus speak the language of the screen."""
    app = QApplication.instance()
    assert app is not None
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    translator = QTranslator(app)
    place = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{language}", place):
        app.installTranslator(translator)


def _hear_qt(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Qt's messages go to the log, never to the terminal; one after which Qt would abort ends with a sentence."""
    if kind == QtMsgType.QtFatalMsg:
        sys.stderr.write(f"{no_screen_sentence() if 'platform plugin' in text else text}\n")
        sys.stderr.flush()
        os._exit(NO_SCREEN)
    if kind != QtMsgType.QtDebugMsg:
        log.LOGGER.info("Qt: %s", who_said(text))


def who_said(text: str) -> str:
    """The part of Qt that a message is from: the rest may name a file or quote what somebody typed."""
    named = _PART_OF_QT.match(text)
    return named[0] if named is not None else "?"
