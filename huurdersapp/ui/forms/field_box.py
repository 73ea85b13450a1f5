"""A field of a form: its label, its editor, what helps, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from huurdersapp.base.i18n import gettext as _
from huurdersapp.records import bijlage
from huurdersapp.records.briefpapier import Beeldmerk
from huurdersapp.records.draft import Fault
from huurdersapp.records.spec import Field, PartSpec
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.base import Editor, restyle


def editor_of(desk: Desk, item: Field | PartSpec) -> Editor:
    """The editor for a kind of field. A form of its own may put another one in its place."""
    from huurdersapp.ui.forms.editors import choice, day, number, record, text

    if isinstance(item, PartSpec):
        return _part_editor(desk, item)
    match item.kind:
        case "ja_nee" if item.note.default is not None:
            return choice.TickEditor(desk, item.label)
        case "ja_nee":
            answers = [(True, _("Ja")), (False, _("Nee")), (None, _("Weet niet"))]
            return choice.ButtonsEditor(desk, answers[: 2 if item.required else 3], open_=False)
        case "keuze":
            assert item.choices is not None
            empty = not item.required and item.note.default is None
            return choice.choice_editor(desk, item.choices, empty=empty, by_itself=item.note.filled)
        case "verwijzing":
            return record.RecordEditor(desk, item.note.ref or "")
        case "datum":
            return day.DayEditor(desk)
        case "getal" | "bedrag":
            return number.NumberEditor(desk, money=item.kind == "bedrag")
        case _:
            return text.ProseEditor(desk) if item.note.long else text.LineEditor(desk)


def _part_editor(desk: Desk, part: PartSpec) -> Editor:
    from huurdersapp.ui.forms.editors.files import FilesEditor
    from huurdersapp.ui.forms.editors.lines import LinesEditor
    from huurdersapp.ui.forms.editors.links import LinksEditor
    from huurdersapp.ui.forms.editors.logo import LogoEditor

    if part.link:
        return LinksEditor(desk, part.spec.fields[part.link].note.ref or "")
    if issubclass(part.spec.cls, bijlage.Bestand):
        return LogoEditor(desk) if part.spec.cls is Beeldmerk else FilesEditor(desk)
    return LinesEditor(desk, part)


class FieldBox(QWidget):
    """Label above, editor, and under it what is wrong."""

    def __init__(
        self,
        desk: Desk,
        item: Field | PartSpec,
        editor: Editor | None = None,
        parent: QWidget | None = None,
        *,
        bare: bool = False,
    ) -> None:
        super().__init__(parent)
        self.item = item
        self.editor = editor or editor_of(desk, item)
        self.faults: list[Fault] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        self.help: QLabel | None = None
        if not (self.editor.labelled or bare):
            self._column.addLayout(self._head())
        self._column.addWidget(self.editor)
        help_text = item.note.help if isinstance(item, Field) else None
        if self.editor.labelled and help_text:
            self._add_help(str(help_text), shown=True)
        self.fault = QLabel()
        self.fault.setProperty("role", "fault")
        self.fault.setWordWrap(True)
        self.fault.setTextFormat(Qt.TextFormat.PlainText)
        self.fault.hide()
        self._column.addWidget(self.fault)
        self._column.addStretch(1)
        self.editor.name_it(self.words())
        self.editor.mended.connect(lambda: self.show_faults([]))

    def label(self) -> str:
        """What people call the field."""
        return str(self.item.label)

    def words(self) -> str:
        """The label with its unit, and whether it may stay empty."""
        label = self.label()
        if isinstance(self.item, PartSpec):
            return label
        unit = _("euro") if self.item.kind == "bedrag" else self.item.note.unit
        if unit and str(unit) not in label.lower():
            label = _("{label} ({unit})").format(label=label, unit=unit)
        may_be_empty = not self.item.required and not (
            self.item.kind == "keuze" and self.item.note.default is not None
        )
        if may_be_empty and not self.editor.labelled:
            label = _("{label} – niet verplicht").format(label=label)
        return label

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        label = QLabel(self.words())
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("role", "label")
        label.setBuddy(self.editor.first_focus())
        row.addWidget(label, 1)
        help_text = self.item.note.help if isinstance(self.item, Field) else None
        if help_text:
            ask = QToolButton()
            ask.setText("?")
            ask.setAutoRaise(True)
            ask.setAccessibleName(_("Uitleg bij {field}").format(field=self.label()))
            ask.setToolTip(str(help_text))
            ask.clicked.connect(lambda: self._toggle_help(str(help_text)))
            self.editor.explain(str(help_text))
            row.addWidget(ask)
        if self.editor.tools is not None:
            row.addWidget(self.editor.tools)
        return row

    def _toggle_help(self, text: str) -> None:
        if self.help is None:
            self._add_help(text, shown=True)
        else:
            self.help.setVisible(not self.help.isVisible())

    def _add_help(self, text: str, *, shown: bool) -> None:
        self.help = QLabel(text)
        self.help.setProperty("role", "muted")
        self.help.setWordWrap(True)
        self._column.insertWidget(self._column.indexOf(self.editor) + 1, self.help)
        if not shown:
            self.help.hide()

    def show_faults(self, faults: Sequence[Fault]) -> None:
        """Say what is wrong; places are within this field's record. Nothing: all is well."""
        self.faults = list(faults)
        here = [fault for fault in faults if len(fault.place) <= 1]
        self.fault.setText("\n".join(dict.fromkeys(fault.text for fault in here)))
        self.fault.setVisible(bool(here))
        self.fault.setProperty("role", "warning" if all(fault.warning for fault in here) else "fault")
        restyle(self.fault)
        self.editor.set_faults([Fault(fault.text, fault.place[1:], fault.warning) for fault in faults])
