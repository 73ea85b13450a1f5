"""Verslagen: choose a period and a form, see the report at once, and save or print what is seen."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions import verslag, voorkeuren
from huurdersapp.actions.papier import Paper
from huurdersapp.actions.verslagen.opdracht import Opdracht
from huurdersapp.actions.verslagen.soorten import SOORTEN
from huurdersapp.base import clock, period
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.period import Period
from huurdersapp.records.draft import Fault
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.choice import ButtonsEditor, Combo
from huurdersapp.ui.forms.editors.day import DayEditor
from huurdersapp.ui.place import Place
from huurdersapp.ui.preview.paper_page import PaperPage, label

CHOSEN = "verslag"
"""Preference: what was chosen the last time."""
_WHOLE_YEAR, _DAYS = "jaar", "dagen"
_EARLIER = 10
"""So many years back can be chosen, and those of the akkoord."""


class ReportPage(PaperPage):
    """The report that is chosen, live."""

    help = "verslagen"

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self._akkoorden: list[verslag.AkkoordChoice] = []
        self._build_kind()
        self._build_period()
        self._build_form()
        self._show_period(_last_trimester(clock.today()))
        self._none = self._no_akkoord()
        self.finish()
        self._whole.addWidget(self._none, 1)

    # -- building ------------------------------------------------------------------------------------------------

    def _build_kind(self) -> None:
        self.kind = Combo()
        for kind, soort in SOORTEN.items():
            self.kind.addItem(soort.label, kind)
        title = label(_("Soort verslag"))
        title.setBuddy(self.kind)
        only = label(self.kind.itemText(0), "heading")
        for widget in (title, self.kind, only):
            self.choices.addWidget(widget)
        for widget in (only,) if self.kind.count() > 1 else (title, self.kind):
            widget.hide()
        self.akkoord = Combo()
        self.akkoord_title = label(_("Akkoord"))
        self.akkoord_title.setBuddy(self.akkoord)
        self.choices.addWidget(self.akkoord_title)
        self.choices.addWidget(self.akkoord)
        for combo in (self.kind, self.akkoord):
            combo.setMinimumContentsLength(12)
            combo.setSizeAdjustPolicy(combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.activated.connect(self._chosen)

    def _build_period(self) -> None:
        self.year = Combo()
        year_title = label(_("Jaar"))
        year_title.setBuddy(self.year)
        self.part = ButtonsEditor(
            self.desk,
            [
                ("1", _("Jan–apr")),
                ("2", _("Mei–aug")),
                ("3", _("Sep–dec")),
                (_WHOLE_YEAR, _("Heel het jaar")),
                (_DAYS, _("Andere dagen")),
            ],
            open_=False,
        )
        self.part.name_it(_("Periode"))
        self.first, self.last = DayEditor(self.desk), DayEditor(self.desk)
        self.days = QWidget()
        column = QVBoxLayout(self.days)
        column.setContentsMargins(0, 0, 0, 0)
        for editor, words in ((self.first, _("Eerste dag")), (self.last, _("Laatste dag"))):
            title = label(words)
            title.setBuddy(editor.line)
            editor.name_it(words)
            editor.edited.connect(self._chosen)
            column.addWidget(title)
            column.addWidget(editor)
        self.fault = label("", "fault")
        column.addWidget(self.fault)
        self.year.activated.connect(self._chosen)
        self.part.edited.connect(self._chosen)
        row = QHBoxLayout()
        row.addWidget(year_title)
        row.addWidget(self.year, 1)
        self.choices.addLayout(row)
        for widget in (label(_("Periode")), self.part, self.days):
            self.choices.addWidget(widget)

    def _build_form(self) -> None:
        choices = [(False, _("Volledig")), (True, _("Kort"))]
        self.short = ButtonsEditor(self.desk, choices, open_=False)
        self.short.name_it(_("Vorm"))
        self.short.edited.connect(self._chosen)
        self.choices.addWidget(label(_("Vorm")))
        self.choices.addWidget(self.short)
        self.choices.addWidget(label(_("Kort: alleen de hoofdzaken, op een paar bladzijden."), "muted"))

    def _no_akkoord(self) -> QWidget:
        card = QWidget()
        text = QLabel(_("Er is nog geen akkoord. Een verslag laat zien wat u voor het akkoord deed."))
        text.setWordWrap(True)
        self.to_akkoord = QPushButton(_("Naar het akkoord"))
        self.to_akkoord.setProperty("role", "main")
        self.to_akkoord.clicked.connect(lambda: self.desk.go(Place("akkoord")))
        row = QHBoxLayout()
        row.addWidget(self.to_akkoord)
        row.addStretch(1)
        column = QVBoxLayout(card)
        column.addWidget(text)
        column.addLayout(row)
        column.addStretch(1)
        card.hide()
        return card

    # -- what the frame asks -------------------------------------------------------------------------------------

    def title(self) -> str:
        """What stands above it."""
        return _("Verslagen")

    def place(self) -> Place:
        """The period that is shown."""
        span = self.span()
        return Place(self.key, values={"periode": span.code()} if isinstance(span, Period) else {})

    def show_place(self, place: Place) -> None:
        """Show what was chosen the last time, or the period that the place names (`periode`)."""
        kept = voorkeuren.get(self.desk.ctx, CHOSEN, {})
        self._fill_akkoorden(kept.get("akkoord"))
        self.kind.setCurrentIndex(max(0, self.kind.findData(kept.get("soort"))))
        self.short.set_value(bool(kept.get("kort")))
        code = str(place.values.get("periode") or kept.get("periode") or "")
        try:
            self._show_period(period.parse(code))
        except UserError:
            self._show_period(_last_trimester(clock.today()))
        super().show_place(place)
        self.refresh()
        self._focus()

    def _focus(self) -> None:
        if not self._akkoorden:
            self.to_akkoord.setFocus()
        elif self.aside.isHidden():
            self.fold.setFocus()
        else:
            self.part.first_focus().setFocus()

    def _fit(self) -> None:
        super()._fit()
        if not self._akkoorden:
            for widget in (self.aside, self.right):
                widget.hide()

    # -- the choices ---------------------------------------------------------------------------------------------

    def _fill_akkoorden(self, chosen: int | None) -> None:
        self._akkoorden = verslag.akkoord_choices(self.desk.ctx)
        self.akkoord.clear()
        if len(self._akkoorden) > 1:
            self.akkoord.addItem(_("Het akkoord dat dan geldt"), None)
        for item in self._akkoorden:
            self.akkoord.addItem(item.name, item.number)
        self.akkoord.setCurrentIndex(max(0, self.akkoord.findData(chosen)))
        for widget in (self.akkoord_title, self.akkoord):
            widget.setVisible(len(self._akkoorden) > 1)
        there = bool(self._akkoorden)
        self._none.setVisible(not there)
        self.right.setEnabled(there)
        self._fit()

    def _fill_years(self, shown: int) -> None:
        today = clock.today().year
        first = min([shown, today - _EARLIER, *(item.first_year for item in self._akkoorden)])
        last = max([shown, today + 1])
        self.year.clear()
        for year in range(last, first - 1, -1):
            self.year.addItem(str(year), year)
        self.year.setCurrentIndex(self.year.findData(shown))

    def _show_period(self, span: Period) -> None:
        code = span.code()
        self._fill_years(span.first.year)
        _year, _dash, part = code.partition("-T")
        if ".." in code:
            self.part.set_value(_DAYS)
        else:
            self.part.set_value(part or _WHOLE_YEAR)
        self.first.set_value(span.first.isoformat())
        self.last.set_value(span.last.isoformat())

    def span(self) -> Period | Fault:
        """The period that is chosen, or what is wrong with the days that were typed."""
        part, year = self.part.value(), self.year.currentData()
        if part != _DAYS:
            return period.parse(str(year) if part == _WHOLE_YEAR else f"{year}-T{part}")
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

    def _chosen(self) -> None:
        span = self.span()
        if isinstance(span, Period):
            kept = {
                "soort": self.kind.currentData(),
                "periode": span.code(),
                "kort": self.short.value(),
                "akkoord": self.akkoord.currentData(),
            }
            self.desk.safely(lambda: voorkeuren.put(self.desk.ctx, CHOSEN, kept))
            if self.part.value() != _DAYS:  # other days begin with what was seen last
                self.first.set_value(span.first.isoformat())
                self.last.set_value(span.last.isoformat())
        self.saved.say("")
        self.refresh()

    # -- the paper -----------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Have the report made for what is chosen now."""
        span = self.span()
        fault = span if isinstance(span, Fault) else None
        self.fault.setText(fault.text if fault else "")
        self.fault.setVisible(fault is not None)
        self.days.setVisible(self.part.value() == _DAYS)
        self.year.setEnabled(self.part.value() != _DAYS)
        if not self._akkoorden or not isinstance(span, Period):
            self.preview.leave()
            return
        ctx, kind = self.desk.ctx, self.kind.currentData()
        akkoord, short = self.akkoord.currentData(), bool(self.short.value())
        self.preview.show_paper(
            lambda wanted: verslag.preview(ctx, Opdracht(kind, span, akkoord, kort=short), wanted=wanted),
            subject=_("Verslag {period}").format(period=span.code()),
        )

    def untold(self) -> DayEditor | None:
        """The first or the last day, where no period can be read from them."""
        if isinstance(self.span(), Period):
            return None
        return self.last if isinstance(self.first.value(), str) else self.first

    def nothing_to_tell(self, paper: Paper) -> None:
        """Nothing happened in the period: the report says so, and it is worth knowing before it is sent."""
        empty = _("In deze periode is niets vastgelegd. Het verslag zegt dat ook.")
        self.warning.say(
            " ".join((empty, *paper.warnings)),
            _("Andere periode kiezen"),
            self._choose_period,
        )

    def _choose_period(self) -> None:
        self.show_choices()
        self.part.first_focus().setFocus()

    def file_name(self, paper: Paper) -> str:
        """Trimesterverslag 2019-T2"""
        span = self.span()
        code = span.code().replace("..", " tot ") if isinstance(span, Period) else ""
        return f"{paper.document.title} {code}"


def _last_trimester(today: date) -> Period:
    """The last one that has ended: that is what a report is made of."""
    number = (today.month - 1) // 4
    return period.trimester(today.year, number) if number else period.trimester(today.year - 1, 3)


PAGE = ReportPage
