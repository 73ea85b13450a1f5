"""The questions of a raadpleging: a list of them, the one that somebody is at beside it, and how they look on paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from textwrap import shorten
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from huurdersapp.base import markup
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy, ngettext
from huurdersapp.records.draft import Fault
from huurdersapp.records.raadpleging_tables import VRAAGSOORTEN
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.base import Editor
from huurdersapp.ui.forms.field_set import FieldSet
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.layouts import Group
from huurdersapp.ui.frame.message_bar import announce
from huurdersapp.ui.preview.preview import Preview
from huurdersapp.ui.raadpleging.answers import READY, AnswersEditor
from huurdersapp.ui.raadpleging.earlier import EarlierChoice
from huurdersapp.ui.text_list import Paragraph, Row, TextList

NARROW, LARGE = 680, 130
"""Pixels at 100 % under which, and per cent of letters from which, the question stands under the list."""
LONGEST = 90
"""Signs of a question in the list."""
GROUPS = (
    Group(None, ("tekst", "soort", "opties")),
    Group(lazy("Vergelijken en toelichten"), ("sleutel", "toelichting", "beantwoord_door"), True),
)


class QuestionLine:
    """One question: as it was, and the fields in which it is changed, made when somebody comes to it."""

    def __init__(self, plain: Mapping[str, Any], typed: Mapping[str, Any] | None = None) -> None:
        self.plain, self.typed_only = dict(plain), dict(typed or {})
        self.fields: FieldSet | None = None
        self.touched: set[str] = set(self.typed_only)
        self.faults_told: list[Fault] = []

    def value(self) -> dict[str, Any]:
        """The question as plain values; what cannot be read is left as it was."""
        value = dict(self.plain)
        if self.fields is not None:
            for key in self.touched:
                found = self.fields.value(key)
                value[key] = self.plain.get(key) if isinstance(found, Fault) else found
        return value

    def typed(self) -> dict[str, Any]:
        """The question with what was typed in it as it stands there."""
        boxes = self.fields.boxes if self.fields is not None else {}
        typed = {key: boxes[key].editor.typed() for key in self.touched if key in boxes}
        return {"regel": self.plain, "getypt": typed or self.typed_only}

    def unread(self) -> list[Fault]:
        """What cannot be read in it."""
        return self.fields.faults(self.touched) if self.fields is not None else []

    def row(self, place: int) -> Row:
        """The question in the list, at a place from 1; `!` before one in which something is wrong."""
        value = self.value()
        text = " ".join(markup.words(value.get("tekst") or "").split()) or _("(nog leeg)")
        kind = VRAAGSOORTEN.label(value.get("soort") or "keuze")
        many = len(value.get("opties") or [])
        if value.get("soort") != "open":
            answers = ngettext("{count} antwoord", "{count} antwoorden", many).format(count=many)
            kind = _("{kind}, {answers}").format(kind=kind, answers=answers)
        words = _("{place}. {question}").format(
            place=place, question=shorten(text, LONGEST, placeholder=" …")
        )
        wrong = any(not fault.warning for fault in self.faults_told)
        first = Paragraph(f"! {words}", "warning") if wrong else Paragraph(words)
        return Row((first, Paragraph(kind, "muted")), key=place - 1)


class QuestionsEditor(Editor):
    """The builder. `facts` gives what else stands in the form, for the example on paper."""

    wide = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._spec = desk.ctx.spec("raadpleging").part["vragen"].spec
        self.facts: Callable[[], Mapping[str, object]] = dict
        self.lines: list[QuestionLine] = []
        self._gone: tuple[int, QuestionLine] | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(12)
        whole.addLayout(self._beside)
        self._beside.addWidget(self._left(), 2)
        self.stack = QStackedWidget()
        self._beside.addWidget(self.stack, 3)
        self.earlier = EarlierChoice(desk, self._number)
        self.earlier.taken.connect(lambda line: desk.safely(lambda: self.add(line)))
        self.earlier.left.connect(self._no_earlier)
        whole.addWidget(self.earlier)
        self.paper_button = QPushButton(_("Zo komt het op papier"))
        self.paper_button.setCheckable(True)
        self.paper_button.clicked.connect(lambda: desk.safely(self.show_paper))
        whole.addWidget(self.paper_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.preview: Preview | None = None
        self._whole = whole
        desk.look.changed.connect(self._fit)

    def _left(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        self.list = TextList(self.desk.look)
        self.list.installEventFilter(self)
        self.list.chosen.connect(lambda at: self.desk.safely(lambda: self._show(at)))
        self.list.opened.connect(lambda _at: self.desk.safely(self.to_question))
        self.none = QLabel(
            _("Er zijn nog geen vragen. Maak de eerste, of neem er een over van een vorige keer.")
        )
        self.none.setWordWrap(True)
        column.addWidget(self.none)
        column.addWidget(self.list)
        holder = QWidget()
        row = FlowLayout(holder)
        self.new = QPushButton(_("+ Vraag"))
        self.new.clicked.connect(lambda: self.desk.safely(self.add))
        self.again = QPushButton(_("Vraag uit een eerdere raadpleging…"))
        self.again.clicked.connect(lambda: self.earlier.begin())
        self.up, self.down = QPushButton(_("Omhoog")), QPushButton(_("Omlaag"))
        self.up.setToolTip(_("Alt+pijl omhoog"))
        self.down.setToolTip(_("Alt+pijl omlaag"))
        self.up.clicked.connect(lambda: self.move_by(-1))
        self.down.clicked.connect(lambda: self.move_by(1))
        self.remove = QPushButton(_("Vraag weghalen"))
        self.remove.clicked.connect(self.take_away)
        self.back = QPushButton(_("Vraag terugzetten"))
        self.back.clicked.connect(self._put_back)
        self.back.hide()
        for button in (self.new, self.again, self.up, self.down, self.remove, self.back):
            row.addWidget(button)
        column.addWidget(holder)
        column.addStretch(1)
        return side

    def _number(self) -> int | None:
        number = self.facts().get("nummer")
        return number if isinstance(number, int) else None

    # -- the list --------------------------------------------------------------------------------------------------

    @property
    def at(self) -> int:
        """The place of the question where somebody is; -1 for none."""
        key = self.list.current_key()
        return key if isinstance(key, int) else -1

    def _tell(self, at: int) -> None:
        """Write the list anew and come to a place in it."""
        self.list.blockSignals(True)
        at = min(at, len(self.lines) - 1)
        self.list.show_rows([line.row(place) for place, line in enumerate(self.lines, 1)], current=at)
        self.list.blockSignals(False)
        self._show(self.at)

    def _retell(self) -> None:
        """Write the list anew where it stands, as words in it are others."""
        self.list.blockSignals(True)
        self.list.show_rows([line.row(place) for place, line in enumerate(self.lines, 1)])
        self.list.blockSignals(False)

    def _show(self, at: int) -> None:
        some = bool(self.lines)
        self.none.setVisible(not some)
        self.list.setVisible(some)
        self.stack.setVisible(some)
        self.paper_button.setVisible(some)
        for button in (self.up, self.down, self.remove):
            button.setVisible(some)
        self.up.setEnabled(at > 0)
        self.down.setEnabled(0 <= at < len(self.lines) - 1)
        if 0 <= at < len(self.lines):
            self.stack.setCurrentWidget(self._fields(self.lines[at]))
        self._fit()

    def _fields(self, line: QuestionLine) -> FieldSet:
        if line.fields is None:
            fields = line.fields = FieldSet(self.desk, self._spec, GROUPS, {"opties": AnswersEditor})
            fields.set_plain(line.plain)
            for key, typed in line.typed_only.items():
                if (box := fields.box(key)) is not None:
                    box.editor.set_typed(typed)
            fields.edited.connect(lambda key: self._edited(line, key))
            self.stack.addWidget(fields)
            fields.set_faults(line.faults_told)
        return line.fields

    def _edited(self, line: QuestionLine, key: str) -> None:
        line.touched.add(key)
        assert line.fields is not None
        line.fields.boxes[key].show_faults([])
        if key == "soort":
            self._offer_answers(line)
        self._retell()
        self._changed()

    def _offer_answers(self, line: QuestionLine) -> None:
        """A question with yes or no has these answers, as long as there are no others."""
        assert line.fields is not None
        answers = line.fields.boxes["opties"].editor
        if line.value().get("soort") == "ja_nee" and isinstance(answers, AnswersEditor) and not answers.rows:
            answers.use(READY[0].answers)

    def _changed(self) -> None:
        self.edited.emit()
        if self.preview is not None and not self.preview.isHidden():
            self._refresh_paper()

    def add(self, plain: Mapping[str, Any] | None = None) -> None:
        """A new question at the end (with what stands in an earlier one), with the focus in it."""
        self.lines.append(QuestionLine(plain or {}))
        self._tell(len(self.lines) - 1)
        self._changed()
        self.to_question()

    def to_question(self) -> None:
        """The focus to the question where somebody is."""
        if 0 <= self.at < len(self.lines):
            self._fields(self.lines[self.at]).boxes["tekst"].editor.first_focus().setFocus()

    def move_by(self, step: int) -> None:
        """Put the question where somebody is one place up or down."""
        at, to = self.at, self.at + step
        if at < 0 or not 0 <= to < len(self.lines):
            return
        self.lines.insert(to, self.lines.pop(at))
        self._tell(to)
        announce(self, _("Nu vraag {place} van {count}").format(place=to + 1, count=len(self.lines)))
        self._changed()

    def take_away(self) -> None:
        """Take away the question where somebody is; it can be put back."""
        at = self.at
        if at < 0:
            return
        self._gone = (at, self.lines.pop(at))
        self.back.show()
        self._tell(at)
        (self.list if self.lines else self.new).setFocus()
        announce(self, _("Vraag {place} is weggehaald.").format(place=at + 1))
        self._changed()

    def _put_back(self) -> None:
        if self._gone is None:
            return
        at, line = self._gone
        self._gone = None
        self.back.hide()
        self.lines.insert(min(at, len(self.lines)), line)
        self._tell(at)
        self.list.setFocus()
        self._changed()

    def _no_earlier(self) -> None:
        self.earlier.hide()
        self.again.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.list or not isinstance(event, QKeyEvent):
            return False
        if event.type() != QEvent.Type.KeyPress:
            return False
        key, alt = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_by(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Delete:
            self.take_away()
        else:
            return False
        return True

    # -- on paper --------------------------------------------------------------------------------------------------

    def show_paper(self) -> None:
        """Show or hide how the questions come on paper, as they stand here now."""
        if self.preview is None:
            self.preview = Preview(self.desk)
            self.preview.setMinimumHeight(self.desk.look.px(420))
            self._whole.addWidget(self.preview)
        shown = self.paper_button.isChecked()
        self.preview.setVisible(shown)
        if shown:
            self._refresh_paper()
        else:
            self.preview.leave()

    def _refresh_paper(self) -> None:
        from huurdersapp.actions import raadpleging_papier

        assert self.preview is not None
        ctx, record = self.desk.ctx, {**self.facts(), "vragen": self.value()}
        self.preview.show_paper(
            lambda wanted: raadpleging_papier.preview_questions(ctx, record, wanted=wanted),
            subject=_("Vragenlijst"),
        )

    # -- what an editor does ---------------------------------------------------------------------------------------

    def value(self) -> Any:
        return [line.value() for line in self.lines]

    def faults(self) -> list[Fault]:
        return [fault.at(at) for at, line in enumerate(self.lines) for fault in line.unread()]

    def set_value(self, value: Any) -> None:
        self._use([QuestionLine(dict(plain)) for plain in value or []])

    def typed(self) -> Any:
        return [line.typed() for line in self.lines]

    def set_typed(self, typed: Any) -> None:
        self._use([QuestionLine(dict(kept["regel"]), dict(kept["getypt"])) for kept in typed or []])

    def _use(self, lines: list[QuestionLine]) -> None:
        for old in self.lines:
            if old.fields is not None:
                self.stack.removeWidget(old.fields)
                old.fields.hide()
                old.fields.deleteLater()
        self.lines, self._gone = lines, None
        for line in lines:
            if line.typed_only:
                self._fields(line)
        self.back.hide()
        self._tell(0)

    def set_faults(self, faults: list[Fault]) -> None:
        for at, line in enumerate(self.lines):
            line.faults_told = [
                Fault(fault.text, fault.place[1:], fault.warning)
                for fault in faults
                if fault.place[:1] == (at,)
            ]
            if line.fields is not None:
                line.fields.set_faults(line.faults_told)
        self._retell()

    def show_place(self, place: tuple[str | int, ...]) -> QWidget:
        at = place[0] if place else None
        if not isinstance(at, int) or at >= len(self.lines):
            return self.first_focus()
        self.list.select(at)
        box = self._fields(self.lines[at]).box(str(place[1])) if len(place) > 1 else None
        return box.editor.show_place(place[2:]) if box is not None else self.list

    def inputs(self) -> list[QWidget]:
        return [self.list]

    def name_it(self, name: str) -> None:
        self.setAccessibleName(name)
        self.list.setAccessibleName(name)
        self.new.setAccessibleName(_("{field}: {do}").format(field=name, do=self.new.text()))

    def first_focus(self) -> QWidget:
        return self.list if self.lines else self.new

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        look = self.desk.look
        under = look.zoom >= LARGE or self.width() < look.px(NARROW)
        ways = QBoxLayout.Direction
        self._beside.setDirection(ways.TopToBottom if under else ways.LeftToRight)
        self.list.setFixedHeight(look.px(180 if under else 300))
