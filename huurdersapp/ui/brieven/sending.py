"""The way out of a letter that was fixed: an e-mail that is put ready, and when it was sent and received."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions import brief_versturen, records
from huurdersapp.base import clock
from huurdersapp.base.days import shown
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.draft import Fault
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.quick_form import QuickForm
from huurdersapp.ui.forms.small_forms import SmallForm, SmallForms
from huurdersapp.ui.lists.record_parts import label
from huurdersapp.ui.preview.paper_page import tidy_name

SEND, ARRIVE = "brief_versturen", "brief_aangekomen"
FIELDS: Mapping[str, tuple[str, ...]] = {
    SEND: ("verstuurd_op", "verstuurd_wijze", "verstuurd_bewijs"),
    ARRIVE: ("aangekomen_op", "aangekomen_bewijs"),
}
TITLES: Mapping[str, LazyText] = {SEND: lazy("Versturen vastleggen"), ARRIVE: lazy("Aankomst vastleggen")}


class SendPanel(SmallForms):
    """For the letter with this number in the register."""

    def __init__(self, desk: Desk, number: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, "brief", number, name, parent)
        self.told = label("", "label")
        self.email = QPushButton(_("E-mail klaarzetten…"))
        self.email.clicked.connect(lambda: desk.safely(self.choose_target))
        holder = QWidget()
        row = FlowLayout(holder)
        row.addWidget(self.email)
        row.addWidget(self.opener(SEND, _("Versturen vastleggen…")))
        row.addWidget(self.opener(ARRIVE, _("Aankomst vastleggen…")))
        self._column.addWidget(label(_("Versturen"), "heading"))
        self._column.addWidget(self.told)
        self._column.addWidget(holder)
        self.go_on()

    def keep(self) -> bool:
        """Keep what was typed in the small form, now; whether it is kept."""
        return self.form is None or self.form.keeper.flush()

    def tell(self) -> None:
        """Show how far it is."""
        record = records.show(self.desk.ctx, self._spec, self.number)
        sent, arrived = record["verstuurd_op"], record["aangekomen_op"]
        if arrived:
            words = _("Verstuurd op {sent}, aangekomen op {arrived}.")
        elif sent:
            words = _("Verstuurd op {sent}.")
        else:
            words = _("Deze brief is nog niet verstuurd.")
        day = {
            key: shown(date.fromisoformat(value)) if value else ""
            for key, value in record.items()
            if key.endswith("_op")
        }
        self.told.setText(words.format(sent=day["verstuurd_op"], arrived=day["aangekomen_op"]))
        self.openers[ARRIVE].setVisible(bool(sent))
        self.email.setVisible(not sent)

    # -- small forms ---------------------------------------------------------------------------------------------

    def form_of(self, step: str) -> SmallForm:
        known = records.show(self.desk.ctx, self._spec, self.number)
        keys = FIELDS[step]
        values = {key: known[key] for key in keys}
        values[keys[0]] = values[keys[0]] or clock.today().isoformat()
        needed = keys[:2] if step == SEND else keys[:1]
        return SmallForm(
            self._spec, keys, str(TITLES[step]), lambda typed: self._save(step, typed), values, needed
        )

    def opened(self, step: str, form: QuickForm) -> None:
        told = brief_versturen.warnings(self.desk.ctx, self.number) if step == SEND else []
        column = form.layout()
        if told and isinstance(column, QVBoxLayout):
            column.insertWidget(1, label(" ".join(told), "warning"))

    def _save(self, step: str, typed: Mapping[str, Any]) -> None:
        keys = FIELDS[step]
        needed = keys[:2] if step == SEND else keys[:1]
        missing = [
            Fault(_("Vul ‘{label}’ in.").format(label=self._spec.fields[key].label), (key,))
            for key in needed
            if typed[key] is None
        ]
        if missing:
            raise records.Refused(self._spec, missing)
        ctx, on, proof = self.desk.ctx, date.fromisoformat(typed[keys[0]]), typed[keys[-1]]
        if step == SEND:
            brief_versturen.send(ctx, self.number, on, typed["verstuurd_wijze"], proof=proof)
            words = _("Verstuurd op {day}.")
        else:
            brief_versturen.arrived(ctx, self.number, on, proof=proof)
            words = _("Aangekomen op {day}.")
        self.desk.say(words.format(day=shown(on)), undo=True)
        self._close()

    # -- an e-mail -----------------------------------------------------------------------------------------------

    def choose_target(self) -> None:
        """Let somebody choose where the e-mail is written to; his mail program sends it."""
        kept = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        target = Path(kept) / f"{tidy_name(self._name)}{brief_versturen.ENDING}"
        dialog = QFileDialog(self, _("E-mail klaarzetten"), str(target), _("E-mail (*.eml)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(brief_versturen.ENDING.removeprefix("."))
        dialog.selectFile(target.name)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, _("Opslaan"))
        dialog.setLabelText(QFileDialog.DialogLabel.Reject, _("Annuleren"))
        dialog.fileSelected.connect(lambda name: self.desk.safely(lambda: self.write_email(Path(name))))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write_email(self, path: Path) -> None:
        """Write the e-mail; nothing is sent by that."""
        done = brief_versturen.write_email(self.desk.ctx, self.number, path)
        words = _("E-mail klaargezet: {path}. Open het bestand om hem te versturen.")
        if not done.to:
            words = _("E-mail klaargezet: {path}. Vul zelf nog het adres in.")
        self.desk.say(words.format(path=path))
