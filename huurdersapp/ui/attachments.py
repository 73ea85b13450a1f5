"""Attachments that somebody looks at or saves elsewhere: copied beside the window, as they may be large."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from huurdersapp.actions import bijlagen
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk


def open_file(desk: Desk, digest: str, name: str) -> None:
    """Open a copy of an attachment in the program that this computer has for it."""

    def copied(copy: Path) -> None:
        desk.safely(lambda: _show(copy))

    desk.run(bijlagen.copying(desk.ctx, digest, name), _("{file} openen").format(file=name), copied)


def _show(copy: Path) -> None:
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
        raise UserError(
            _("Er is geen programma gevonden voor dit bestand."),
            _("Sla het op en open het daarna zelf."),
        )


def save_file(desk: Desk, digest: str, path: Path) -> None:
    """Write an attachment where somebody wants it, and say so."""
    title = _("{file} opslaan").format(file=path.name)
    text = _("Opgeslagen: {path}").format(path=path)
    desk.run(bijlagen.saving(desk.ctx, digest, path), title, lambda _none: desk.say(text))
