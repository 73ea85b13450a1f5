"""The small form with which a paper is fixed as a version."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from huurdersapp.base.i18n import LazyText
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.quick_form import QuickForm
from huurdersapp.ui.forms.small_forms import SmallForms
from huurdersapp.ui.lists.record_parts import label


class FixForms(SmallForms):
    """Seen only while its form is open. `button` opens it; where a form was begun and not saved it stands open again. A
    subclass names the `step` of its concept and what is `explained` above the fields."""

    step: ClassVar[str]
    explained: ClassVar[LazyText]

    def __init__(
        self,
        desk: Desk,
        kind: str,
        number: int,
        name: str,
        button: QPushButton,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, kind, number, name, parent)
        self.openers[type(self).step] = button
        self.hide()
        self.go_on()

    def begin(self, step: str, more: Mapping[str, Any] | None = None) -> QuickForm:
        """Open the small form."""
        form = super().begin(step, more)
        self.show()
        return form

    def _close(self) -> bool:
        closed = super()._close()
        self.setVisible(self.form is not None)
        return closed

    def keep(self) -> bool:
        """Keep what was typed in the small form, now; whether it is kept."""
        return self.form is None or self.form.keeper.flush()

    def opened(self, step: str, form: QuickForm) -> None:
        column = form.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(1, label(str(type(self).explained)))
