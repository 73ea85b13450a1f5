"""The period of a report: a year with a part of it, or other days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from huurdersapp.actions.verslagen.soorten import Span
from huurdersapp.base import clock, period
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.period import Period
from huurdersapp.records.draft import Fault
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.choice import ButtonsEditor, Combo
from huurdersapp.ui.forms.editors.day import DayEditor
from huurdersapp.ui.preview.paper_page import label

WHOLE_YEAR, DAYS = "jaar", "dagen"
_EARLIER = 10
"""So many years back can be chosen, and those of the akkoord."""


class PeriodChooser(QWidget):
    """`chosen` when somebody chose other days. Only what fits the kind of report is offered (`fit`)."""

    chosen = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.years: tuple[int, int] | None = None
        """The years of the akkoorden, which can always be chosen."""
        self._spans: tuple[Span, ...] = ()
        self.year = Combo()
        self.year_title = label(_("Jaar"))
        self.year_title.setMinimumWidth(desk.look.px(118))
        self.year_title.setBuddy(self.year)
        self.year.activated.connect(self._chosen)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(self.year_title)
        row.addWidget(self.year, 1)
        self._column.addLayout(row)
        self.part = self._parts(("trimester", "jaar", "vrij"))
        self._column.addWidget(self.part)
        self.first, self.last = DayEditor(desk), DayEditor(desk)
        self.days = self._days()
        self._column.addWidget(self.days)
        self.fault = label("", "fault")
        self.fault.hide()
        self._column.addWidget(self.fault)

    def _days(self) -> QWidget:
        days = QWidget()
        column = QVBoxLayout(days)
        column.setContentsMargins(0, 0, 0, 0)
        for editor, words in ((self.first, _("Eerste dag")), (self.last, _("Laatste dag"))):
            title = label(words)
            title.setBuddy(editor.line)
            editor.name_it(words)
            editor.edited.connect(self._chosen)
            column.addWidget(title)
            column.addWidget(editor)
        return days

    def _parts(self, spans: Sequence[Span]) -> ButtonsEditor:
        offered = {
            "trimester": [("1", _("Jan–apr")), ("2", _("Mei–aug")), ("3", _("Sep–dec"))],
            "jaar": [(WHOLE_YEAR, _("Heel het jaar"))],
            "vrij": [(DAYS, _("Andere dagen"))],
        }
        made = ButtonsEditor(self.desk, [each for span in spans for each in offered[span]], open_=False)
        made.name_it(_("Periode"))
        made.edited.connect(self._chosen)
        self._spans = tuple(spans)
        return made

    # -- what is shown -------------------------------------------------------------------------------------------

    def fit(self, spans: tuple[Span, ...]) -> None:
        """Offer only the periods of this kind of report."""
        if spans != self._spans:
            old = self.part
            self.part = self._parts(spans)
            self._column.replaceWidget(old, self.part)
            old.hide()
            old.deleteLater()
        self.part.setVisible(len(self.part.buttons) > 1)

    def show_span(self, span: Period) -> None:
        """Show this period, as a year or a part of it where that is what it is."""
        code = span.code()
        self._fill_years(span.first.year)
        _year, _dash, part = code.partition("-T")
        wanted = DAYS if ".." in code else part or WHOLE_YEAR
        self.part.set_value(wanted if wanted in self.part.buttons else next(iter(self.part.buttons)))
        self._fill_days(span)
        self.tell()

    def _fill_days(self, span: Period) -> None:
        self.first.set_value(span.first.isoformat())
        self.last.set_value(span.last.isoformat())

    def _fill_years(self, shown: int) -> None:
        today = clock.today().year
        first, _last = self.years or (shown, shown)
        self.year.clear()
        for year in range(max(shown, today + 1), min(shown, today - _EARLIER, first) - 1, -1):
            self.year.addItem(str(year), year)
        self.year.setCurrentIndex(self.year.findData(shown))

    # -- what is chosen ------------------------------------------------------------------------------------------

    def span(self) -> Period | Fault:
        """The period that is chosen, or what is wrong with the days that were typed."""
        part, year = self.part.value(), self.year.currentData()
        if part != DAYS:
            return period.parse(str(year) if part == WHOLE_YEAR else f"{year}-T{part}")
        days = []
        for editor in (self.first, self.last):
            value = editor.value()
            if isinstance(value, Fault):
                return value
            if value is None:
                return Fault(_("Vul de eerste en de laatste dag in."))
            days.append(date.fromisoformat(value))
        if days[1] < days[0]:
            return Fault(_("De laatste dag ligt voor de eerste dag."))
        return Period(days[0], days[1])

    def tell(self) -> None:
        """Show the fields for days where these are chosen, and what is wrong with them."""
        span, days = self.span(), self.part.value() == DAYS
        self.fault.setText(span.text if isinstance(span, Fault) else "")
        self.fault.setVisible(isinstance(span, Fault))
        self.days.setVisible(days)
        for widget in (self.year, self.year_title):
            widget.setVisible(not days)

    def untold(self) -> DayEditor | None:
        """The first or the last day, where no period can be read from them."""
        if isinstance(self.span(), Period):
            return None
        return self.last if isinstance(self.first.value(), str) else self.first

    def first_focus(self) -> QWidget:
        """Where the focus goes when somebody comes to choose a period."""
        return self.year if self.part.isHidden() else self.part.first_focus()

    def _chosen(self) -> None:
        span = self.span()
        if isinstance(span, Period) and self.part.value() != DAYS:
            self._fill_days(span)  # other days begin with what was seen last
        self.tell()
        self.chosen.emit()


def usual(spans: Sequence[Span], today: date) -> Period:
    """The last period of a kind that has ended: that is what a report is made of."""
    number = (today.month - 1) // 4
    if spans[0] == "trimester":
        return period.trimester(today.year, number) if number else period.trimester(today.year - 1, 3)
    if spans[0] == "jaar":
        return period.parse(str(today.year - 1))
    return Period(date(today.year - 1, 1, 1), today)


def fits(span: Period, spans: Sequence[Span]) -> bool:
    """Whether a kind of report can be about this period."""
    code = span.code()
    kind = "vrij" if ".." in code else "trimester" if "-T" in code else "jaar"
    return kind in spans
