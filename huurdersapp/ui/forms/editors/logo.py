"""An editor for the mark of an organisation: one picture, made fit for paper as it comes in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from huurdersapp.actions import briefpapier
from huurdersapp.actions.plain import Plain
from huurdersapp.base.i18n import lazy
from huurdersapp.base.jobs import Job
from huurdersapp.ui.forms.editors.files import FilesEditor


class LogoEditor(FilesEditor):
    """Takes a picture; another one comes in its place."""

    button, title = lazy("Beeldmerk kiezen…"), lazy("Beeldmerk kiezen")

    def keeping(self, path: Path) -> Job[Plain]:
        return briefpapier.keeping(self.desk.ctx, path)

    def _add_line(self, line: dict[str, Any]) -> None:
        self._lines.clear()
        super()._add_line(line)
