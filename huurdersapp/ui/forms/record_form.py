"""The form of a record: its fields in groups, checked as one goes, kept as a concept while one types."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from huurdersapp.actions import records
from huurdersapp.actions.concepten import Concept
from huurdersapp.base import clock
from huurdersapp.base.days import typed_day
from huurdersapp.base.events import Changes
from huurdersapp.base.formats import moment
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.draft import Fault
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms import beginning
from huurdersapp.ui.forms.concept_keeper import ConceptKeeper
from huurdersapp.ui.forms.editors.files import FilesEditor
from huurdersapp.ui.forms.fault_summary import FaultSummary
from huurdersapp.ui.forms.field_box import FieldBox
from huurdersapp.ui.forms.field_set import Editors, FieldSet
from huurdersapp.ui.forms.layouts import Layout, layout_of
from huurdersapp.ui.forms.merging import same, to_save
from huurdersapp.ui.forms.save_bar import SaveBar, offer_back

ONE_COLUMN_FROM = 130
"""Per cent: larger letters stand in one column."""
TWO_COLUMNS = 640
"""Width in pixels at 100 % from which two columns fit."""


class RecordForm(QWidget):
    """Fill a new record (`new`) or change one (`edit`).

    `saved` with the number, and whether the next one is wanted: the form is empty again then. `closed` when somebody
    does not want to save. `changed` when something was typed. Leaving asks nothing: call `keep`, and hide the form when
    that went well.
    """

    saved = Signal(int, bool)
    closed = Signal()
    changed = Signal()

    def __init__(
        self, desk: Desk, kind: str, parent: QWidget | None = None, editors: Editors | None = None
    ) -> None:
        super().__init__(parent)
        self.desk, self.spec = desk, desk.ctx.spec(kind)
        self.number: int | None = None
        self._layout = self.layout_used()
        self._basis: dict[str, Any] = {}
        self._given: dict[str, Any] = {}
        self._edited: set[str] = set()
        self._unchecked: set[str] = set()
        self._here: FieldBox | None = None
        self.keeper = ConceptKeeper(desk, self._content, self)
        self._build(editors)
        # Reading a month by its name needs a large library: it is there when the first letter of a day is typed.
        desk.ask(self, "dagen klaarzetten", lambda: typed_day("1 januari", clock.today()), lambda _day: None)
        self.setAcceptDrops(True)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_went)
        desk.look.changed.connect(self._fit)

    # -- what a form of its own may do in another way ------------------------------------------------------------

    def layout_used(self) -> Layout:
        """The groups of fields, in their order."""
        return layout_of(self.spec)

    def make_fields(self, editors: Editors | None) -> FieldSet:
        """The fields themselves."""
        return FieldSet(self.desk, self.spec, self._layout.groups, editors)

    def write(self, payload: Mapping[str, Any]) -> records.Saved:
        """Save these values in one step; raises Refused, and then nothing is saved."""
        return records.save(self.desk.ctx, self.spec, payload, self.number, origin=self)

    def more_to_save(self) -> bool:
        """Whether `write` saves something that is no field of the record."""
        return False

    def begin_next(self) -> None:
        """Begin the next new record, after one was saved."""
        self.new()

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self, editors: Editors | None) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 8, 16, 16)
        column.setSpacing(12)
        self.summary = FaultSummary(self.spec, self.go_to_fault)
        intro = QLabel(_("Vul alles in. Staat er ‘niet verplicht’ bij? Dan mag u het overslaan."))
        intro.setProperty("role", "muted")
        intro.setWordWrap(True)
        self.fields = self.make_fields(editors)
        self.fields.edited.connect(self._typed)
        for widget in (intro, self._left_here(), self.summary, self.fields):
            column.addWidget(widget)
        column.addStretch(1)
        self.area.setWidget(inside)
        whole.addWidget(self.area, 1)
        self.save_bar = self._save_bar()
        self.kept_label = self.save_bar.kept
        whole.addWidget(self.save_bar)

    def _left_here(self) -> QWidget:
        """The line that says with what the form goes on."""
        self.left_here = QFrame()
        self.left_here.setProperty("role", "card")
        row = QHBoxLayout(self.left_here)
        row.setContentsMargins(12, 6, 12, 6)
        self.left_text = QLabel()
        self.left_text.setWordWrap(True)
        self.again_button = QPushButton(_("Opnieuw beginnen"))
        self.again_button.clicked.connect(lambda: self.desk.safely(self._begin_again))
        row.addWidget(self.left_text, 1)
        row.addWidget(self.again_button)
        self.left_here.hide()
        return self.left_here

    def _save_bar(self) -> SaveBar:
        bar = SaveBar(
            self.desk,
            self.keeper,
            (
                (_("Opslaan (Ctrl+S)"), self.save),
                (_("Opslaan en volgende (Ctrl+Enter)"), self.save_and_next),
                (_("Niet opslaan"), self.drop),
            ),
            sides=16,
            below=8,
        )
        self.save_button, self.next_button, self.drop_button = bar.buttons
        return bar

    # -- beginning -------------------------------------------------------------------------------------------------

    def new(self, values: Mapping[str, Any] | None = None, concept: str | None = None) -> None:
        """Begin a new record with these values, or go on with a concept: this one, or (without values) the last."""
        values = dict(values or {})
        ctx = self.desk.ctx
        found = None if values and concept is None else beginning.concept_of(ctx, self.spec, None, concept)
        self._start(None, {}, {**beginning.known(ctx, self.spec), **values})
        if found is not None:
            self._go_on(found)
        self._begin()

    def edit(self, number: int, concept: str | None = None) -> None:
        """Change the record with this number, going on with its concept where there is one; raises UserError when it
        is not there."""
        now = records.show(self.desk.ctx, self.spec, number)
        self._start(number, now, now)
        if (found := beginning.concept_of(self.desk.ctx, self.spec, number, concept)) is not None:
            self._go_on(found)
        self._begin()

    def _start(self, number: int | None, basis: Mapping[str, Any], shown: Mapping[str, Any]) -> None:
        self.number, self._basis = number, dict(basis)
        self._given = {} if number is not None else dict(shown)
        self._edited, self._unchecked, self._here = set(), set(), None
        self.keeper.begin(self.spec.key, number)
        self.fields.set_plain(shown)
        self.summary.tell(())
        self.left_here.hide()
        self.kept_label.clear()
        self.next_button.setVisible(number is None)
        self.area.verticalScrollBar().setValue(0)

    def _go_on(self, concept: Concept) -> None:
        """Show what a concept holds over the record as it is now, unless it was saved after all."""
        typed, basis = concept.gegevens.get("velden", {}), concept.gegevens.get("basis") or {}
        for key, value in typed.items():
            if (box := self.fields.box(key)) is not None:
                box.editor.set_typed(value)
                self._edited.add(key)
        self.fields.follow()
        self.keeper.begin(self.spec.key, self.number, concept)
        if self._was_saved():
            # The program ended between saving and throwing the concept away.
            self.keeper.drop()
            self._start(self.number, self._basis, self._basis or self._given)
            return
        elsewhere = self.number is not None and bool(basis) and not same(basis, self._basis)
        if elsewhere:
            self._basis |= {key: basis.get(key) for key in self._edited}
        text = _("U was hier gebleven op {moment}. Wat u typte, staat er weer.")
        if elsewhere:
            text = _(
                "U was hier gebleven op {moment}. Intussen is dit gewijzigd. "
                "Alleen wat u zelf veranderde, wordt straks opgeslagen."
            )
        self.left_text.setText(text.format(moment=moment(concept.bijgewerkt)))
        self.left_here.show()

    def _was_saved(self) -> bool:
        if self.fields.faults(self._edited):
            return False
        if self.number is not None:
            return not self._payload()
        return beginning.saved_already(self.desk.ctx, self.spec, self._payload())

    def _begin_again(self) -> None:
        """Without the concept, which can be brought back."""
        number, gone = self.number, self.keeper.drop()
        self._start(number, self._basis, self._given)
        if number is not None:
            self.edit(number)
        else:
            self.new()
        offer_back(self.desk, gone)

    def _begin(self) -> None:
        self._fit()
        QTimer.singleShot(0, self, self.focus_first)

    def focus_first(self) -> None:
        """The focus to the first field, unless it is in the form already. Nothing has it when what had it is gone."""
        focus = QApplication.focusWidget()
        if self.isVisible() and self.fields.boxes and not (focus is not None and self.isAncestorOf(focus)):
            self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def first_field(self) -> QWidget:
        """Where work begins."""
        return next(iter(self.fields.boxes.values())).editor.first_focus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self.focus_first)

    # -- what is typed ---------------------------------------------------------------------------------------------

    @property
    def dirty(self) -> bool:
        """Whether something was typed that is not saved."""
        return bool(self._edited)

    def _typed(self, key: str) -> None:
        self._edited.add(key)
        self._unchecked.add(key)
        self.keeper.typed()
        self.changed.emit()

    def _content(self) -> tuple[str, dict[str, Any]]:
        boxes = self.fields.boxes
        typed = {key: boxes[key].editor.typed() for key in boxes if key in self._edited}
        return self.heading(), {"velden": typed, "basis": self._basis if self.number is not None else None}

    def heading(self) -> str:
        """How people recognise what is being typed."""
        for key in self.spec.name:
            value = self.fields.value(key)
            if isinstance(value, str) and value:
                return value
        return str(self.spec.label) if self.number is None else f"{self.spec.label} {self.number}"

    def keep(self) -> bool:
        """Keep what was typed as a concept, now; when somebody leaves the form. Whether it is kept: if not (a full disk)
        it is told, and the form must stay."""
        return self.keeper.flush()

    def goes_on(self, changes: Changes) -> bool:
        """Whether the form can stay as it is after these changes. If its concept was taken away it cannot: what was typed
        may have been erased, and must not be kept or saved again. A form in which nobody typed shows the record as it
        is now, when its screen is shown again; raises UserError when that is not there any more."""
        if self.keeper.lost(changes):
            self.keeper.begin(self.spec.key, self.number)
            return False
        shown_again = changes.origin is None and not changes.label
        if shown_again and self.number is not None and not self.dirty and self.spec.key in changes.kinds():
            self.edit(self.number)
        return True

    def _payload(self) -> dict[str, Any]:
        """What is to be saved of what can be read: what was typed, and for a new record what was filled beforehand."""
        keys = [
            key for key in (*self.spec.fields, *self.spec.part) if key in self._edited or key in self._given
        ]
        values = {key: self.fields.value(key) for key in keys}
        values = {key: value for key, value in values.items() if not isinstance(value, Fault)}
        if self.number is None:
            return {key: value for key, value in values.items() if value not in (None, [], "")}
        now = records.show(self.desk.ctx, self.spec, self.number)
        changed = to_save(self._basis, now, values)
        filled = {key for key, item in self.spec.fields.items() if item.note.filled and item.choices}
        return {key: value for key, value in changed.items() if value is not None or key not in filled}

    # -- checking --------------------------------------------------------------------------------------------------

    def _focus_went(self, old: QWidget | None, new: QWidget | None) -> None:
        box = self._box_of(new)
        if new is not None and box is not None and self.area.isAncestorOf(new):
            self.area.ensureWidgetVisible(new, 16, 48)
        # Where nothing has the focus (another window has), the field is still the one that somebody is in.
        if new is None or box is self._here:
            return
        left, self._here = self._here, box
        if left is not None:
            self._leave(left)

    def _box_of(self, widget: QWidget | None) -> FieldBox | None:
        if widget is None or not self.fields.isAncestorOf(widget):
            return None
        return next((box for box in self.fields.boxes.values() if box.isAncestorOf(widget)), None)

    def _leave(self, box: FieldBox) -> None:
        box.editor.finish()
        key = box.item.key
        if key in self._unchecked:
            self._unchecked.discard(key)
            self._check(key, box)

    def _check(self, key: str, box: FieldBox) -> None:
        """Show what is wrong with one field; the rest of the form is not spoken of yet."""
        unread = self.fields.faults([key])
        if unread:
            box.show_faults(unread)
            return
        ctx, spec, number = self.desk.ctx, self.spec, self.number
        payload = self._payload()
        if number is None and key not in payload:
            payload[key] = None

        def answer(faults: list[Fault]) -> None:
            if key not in self._unchecked and self.number == number:
                box.show_faults([fault for fault in faults if fault.place[:1] == (key,)])

        self.desk.ask(self, f"nakijken {key}", lambda: records.check(ctx, spec, payload, number), answer)

    def go_to_fault(self, fault: Fault) -> None:
        """The focus to the field that a fault is about, also in a folded group or a closed line."""
        box = self.fields.box(str(fault.place[0])) if fault.place else None
        target = box.editor.show_place(fault.place[1:]) if box is not None else self.first_field()
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.ensureWidgetVisible(target, 16, 48)

    # -- saving ----------------------------------------------------------------------------------------------------

    def save(self) -> bool:
        """Save; whether it went. What is wrong is told above the form and at its fields."""
        return self._save(False)

    def save_and_next(self) -> bool:
        """Save, and begin the next new one."""
        return self._save(self.number is None)

    def _save(self, onward: bool) -> bool:
        if self._here is not None:
            self._here.editor.finish()
        unread = self.fields.faults(self._edited)
        payload = self._payload()
        if unread:
            broken = {fault.place[0] for fault in unread}
            found = records.check(self.desk.ctx, self.spec, payload, self.number)
            self._tell(
                [*unread, *(fault for fault in found if fault.place[:1] and fault.place[0] not in broken)]
            )
            return False
        if self.number is not None and not payload and not self.more_to_save():
            self._saved(self.number, None, False)
            return True
        try:
            done = self.write(payload)
        except records.Refused as refused:
            self._tell(list(refused.faults))
            return False
        self._saved(done.records[0]["nummer"], done, onward)
        return True

    def _saved(self, number: int, done: records.Saved | None, onward: bool) -> None:
        self.keeper.drop()
        self._edited, self._unchecked = set(), set()
        if done is None:
            self.desk.say(_("Er was niets veranderd."))
        else:
            self._say_saved(number, done)
        if onward:
            self.begin_next()
            self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
        self.saved.emit(number, onward)

    def _say_saved(self, number: int, done: records.Saved) -> None:
        record = done.records[0]
        if self.number is None:
            beginning.remember(self.desk.ctx, self.spec, record)
        name = next(
            (str(record[key]) for key in self.spec.name if record.get(key)), f"{self.spec.label} {number}"
        )
        if done.labelled:
            text = _("Opgeslagen: {name}. Kijk nog even: {warnings}")
            self.desk.say(text.format(name=name, warnings=" ".join(done.labelled)), undo=True, tone="let_op")
        else:
            self.desk.say(_("Opgeslagen: {name}.").format(name=name), undo=True)

    def _tell(self, faults: list[Fault]) -> None:
        for key in {str(fault.place[0]) for fault in faults if fault.place and not fault.warning}:
            self.fields.box(key)
        self.fields.set_faults(faults)
        order = [*self.fields.boxes]
        stopping = [fault for fault in faults if not fault.warning]
        stopping.sort(key=lambda fault: order.index(str(fault.place[0])) if self._is_here(fault) else -1)
        self.summary.tell(stopping)
        self.area.ensureWidgetVisible(self.summary)
        self.area.verticalScrollBar().setValue(0)

    def _is_here(self, fault: Fault) -> bool:
        return bool(fault.place) and str(fault.place[0]) in self.fields.boxes

    def drop(self) -> None:
        """Do not save: the concept goes, and can be brought back; `closed` is told."""
        if self._edited:
            # What was typed in the last second is brought back as well.
            self.keeper.keep()
        gone = self.keeper.drop()
        self._start(self.number, self._basis, self._basis or self._given)
        offer_back(self.desk, gone)
        self.closed.emit()

    # -- size and keys ---------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        look = self.desk.look
        narrow = look.zoom >= ONE_COLUMN_FROM or self.width() < look.px(TWO_COLUMNS)
        self.fields.set_columns(1 if narrow else 2)

    # -- files that are dropped ------------------------------------------------------------------------------------

    def _files(self) -> FilesEditor | None:
        from huurdersapp.records import bijlage

        part = bijlage.part_of(self.spec)
        box = self.fields.box(part.key) if part is not None else None
        return box.editor if box is not None and isinstance(box.editor, FilesEditor) else None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and self._files() is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        from pathlib import Path

        editor = self._files()
        if editor is not None:
            editor.bring([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
            event.acceptProposedAction()
