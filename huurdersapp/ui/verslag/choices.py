"""What a report is about, whom it is for and in which form: the upper part of the builder."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions.verslag import AkkoordChoice
from huurdersapp.actions.verslagen.getypt import span_of_meeting
from huurdersapp.actions.verslagen.opdracht import Opdracht
from huurdersapp.actions.verslagen.soorten import SOORTEN, Soort
from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.period import Period
from huurdersapp.records.draft import Fault
from huurdersapp.records.verslag_soorten import BUITEN, PUBLIEK, VERGELIJKEN
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.choice import ButtonsEditor, Combo
from huurdersapp.ui.forms.editors.record import RecordEditor
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.preview.paper_page import label
from huurdersapp.ui.verslag.period import PeriodChooser, fits, usual

ABOUT = ("thema", "kern", "overleg")
"""Records that a report can be about or for, besides its akkoord."""
TITLE_WIDE = 118
"""Pixels at 100 % for the titles before the fields."""
LARGE = 130
"""Per cent: from here on a title stands above its field."""


class TitledRow(QWidget):
    """A title and its field: beside each other, or with large letters under one another. It hides with its field."""

    def __init__(self, desk: Desk, title: QWidget, field: QWidget) -> None:
        super().__init__()
        self._look = desk.look
        self._title, self._box = title, QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(title)
        self._box.addWidget(field, 1)
        desk.look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        beside = self._look.zoom < LARGE
        ways = QBoxLayout.Direction
        self._box.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._title.setMaximumWidth(self._look.px(TITLE_WIDE) if beside else 16_777_215)
        self._title.setMinimumWidth(self._look.px(TITLE_WIDE) if beside else 1)


class Choices(QWidget):
    """`asked` when somebody asks for another report (kind, period, what it is about); `chosen` with the fields of this
    report that somebody chose, as its record has them."""

    asked = Signal()
    chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._setting = self._more_open = False
        self.more = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._build_kind()
        self.period = PeriodChooser(desk)
        self.period.chosen.connect(self._other_period)
        self._column.addWidget(self.period)
        self._build_about()
        self._build_audience()
        self._build_looks()
        self.show_job(Opdracht("trimester", usual(("trimester",), clock.today())))

    # -- building ------------------------------------------------------------------------------------------------

    def _combo(self, words: str) -> tuple[Combo, QWidget]:
        combo, title = Combo(), label(words)
        combo.setMinimumContentsLength(12)
        combo.setSizeAdjustPolicy(combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        title.setBuddy(combo)
        return combo, title

    def _build_kind(self) -> None:
        self.kind, title = self._combo(_("Soort verslag"))
        for key, soort in SOORTEN.items():
            self.kind.addItem(soort.label, key)
        self.kind.activated.connect(self._other_kind)
        self._row(title, self.kind)

    def _row(self, title: QWidget, field: QWidget, column: QVBoxLayout | None = None) -> None:
        """A choice with its title before it: with large letters above it."""
        row = TitledRow(self.desk, title, field)
        (column or self._column).addWidget(row)

    def _build_about(self) -> None:
        self._about = QWidget()
        self._about_column = QVBoxLayout(self._about)
        self._about_column.setContentsMargins(0, 0, 0, 0)
        self.about: dict[str, RecordEditor] = {}
        self._titles: dict[str, QWidget] = {}
        spec = self.desk.ctx.spec("verslag")
        for key in ABOUT:
            editor = self.about[key] = RecordEditor(self.desk, key)
            words = str(spec.fields[key].label)
            title = label(words)
            title.setBuddy(editor.first_focus())
            editor.name_it(words)
            editor.edited.connect(lambda key=key: self._other_about(key))
            self._titles[key] = title
            for widget in (title, editor):
                self._about_column.addWidget(widget)
        self._column.addWidget(self._about)
        self.missing = label("", "warning")
        self.missing.hide()
        self._column.addWidget(self.missing)

    def _build_audience(self) -> None:
        self.audience, title = self._combo(_("Bestemd voor"))
        self.audience.activated.connect(lambda: self._choose(publiek=self.audience.currentData()))
        self._row(title, self.audience)
        self.outside = label(_("Wat vertrouwelijk is, staat er niet in."), "muted")
        self._column.addWidget(self.outside)

    def _build_looks(self) -> None:
        self.short = ButtonsEditor(self.desk, [(False, _("Volledig")), (True, _("Kort"))], open_=False)
        self.short.name_it(_("Vorm"))
        self.short.edited.connect(lambda: self._choose(vorm="kort" if self.short.value() else "volledig"))
        self.short_title = label(_("Vorm"))
        self._row(self.short_title, self.short)
        self.fold = QPushButton()
        self.fold.setProperty("role", "link")
        self.fold.clicked.connect(lambda: self.unfold(self.more.isHidden()))
        self.links = FlowLayout()
        self.links.addWidget(self.fold)
        self._column.addLayout(self.links)
        column = QVBoxLayout(self.more)
        column.setContentsMargins(0, 0, 0, 0)
        self.compare, self.compare_title = self._combo(_("Vergelijken"))
        for item in VERGELIJKEN.items:
            self.compare.addItem(str(item.label), item.key)
        self.compare.activated.connect(lambda: self._choose(vergelijken=self.compare.currentData()))
        self.front = QCheckBox(_("Met een voorblad"))
        self.front.clicked.connect(lambda on: self._choose(voorblad=bool(on)))
        self.akkoord, self.akkoord_title = self._combo(_("Akkoord"))
        self.akkoord.activated.connect(lambda: self._choose(akkoord=self.akkoord.currentData()))
        self._more_column = column
        self._row(self.compare_title, self.compare, column)
        self._row(self.akkoord_title, self.akkoord, column)
        column.addWidget(self.front)
        self._column.addWidget(self.more)
        self.unfold(False)

    def unfold(self, shown: bool) -> None:
        """Show what is chosen once and then stays."""
        self._more_open = shown
        self.more.setVisible(shown)
        words = _("▾ {title}") if shown else _("▸ {title}")
        self.fold.setText(words.format(title=_("Meer keuzes")))
        state = _("open, Enter sluit") if shown else _("dicht, Enter opent")
        self.fold.setAccessibleName(f"{_('Meer keuzes')}, {state}")

    # -- what is shown -------------------------------------------------------------------------------------------

    def use_akkoorden(self, found: list[AkkoordChoice]) -> None:
        """The akkoorden there are: a report is held against one of them."""
        self.akkoord.clear()
        if len(found) > 1:
            self.akkoord.addItem(_("Het akkoord dat dan geldt"), None)
        for item in found:
            self.akkoord.addItem(item.name, item.number)
        self.period.years = (
            (min(item.first_year for item in found), max(item.last_year for item in found)) if found else None
        )

    @property
    def soort(self) -> Soort:
        """The kind that is chosen."""
        return SOORTEN[self.kind.currentData()]

    def show_job(self, job: Opdracht, *, about: bool = True) -> None:
        """Show what is chosen for a report; without `about` only what this report itself keeps."""
        self._setting = True
        if about:
            self.kind.setCurrentIndex(max(0, self.kind.findData(job.soort)))
            self.period.fit(self.soort.spans)
            self.period.show_span(job.span)
            for key, editor in self.about.items():
                if editor.value() != getattr(job, key):
                    editor.set_value(getattr(job, key))
        self._fill_audience(job.publiek)
        self.short.set_value(job.kort)
        self.compare.setCurrentIndex(max(0, self.compare.findData(job.vergelijken)))
        self.front.setChecked(job.voorblad)
        self.akkoord.setCurrentIndex(max(0, self.akkoord.findData(job.akkoord)))
        self._setting = False
        self._tell()

    def fix(self, fixed: bool) -> None:
        """Whether nothing of this report can be chosen any more; another one can."""
        for widget in (self.audience, self.short, self.compare, self.front, self.akkoord):
            widget.setEnabled(not fixed)
        for key, editor in self.about.items():
            editor.setEnabled(not fixed or key in self.soort.needs)

    def _fill_audience(self, chosen: str) -> None:
        self.audience.clear()
        for key in self.soort.publieken:
            self.audience.addItem(PUBLIEK.label(key), key)
        self.audience.setCurrentIndex(max(0, self.audience.findData(chosen)))

    def _tell(self) -> None:
        """Show the choices that this kind of report has."""
        soort = self.soort
        for key, editor in self.about.items():
            needed = key in soort.needs
            column = self._about_column if needed else self._more_column
            for widget in (self._titles[key], editor):
                if column.indexOf(widget) < 0:
                    column.addWidget(widget)
                widget.setVisible(needed or key in soort.takes)
        self.outside.setVisible(self.audience.currentData() in BUITEN)
        self.period.setVisible(not soort.bundel)  # its days are those of its meeting
        for widget in (self.short_title, self.short):
            widget.setVisible(soort.kort)
        self.front.setVisible(not soort.bundel)  # it has one of its own
        for widget in (self.compare_title, self.compare):
            widget.setVisible(soort.vergelijkt)
        for widget in (self.akkoord_title, self.akkoord):
            widget.setVisible("akkoord" in soort.takes and self.akkoord.count() > 1)
        some = not soort.bundel or self.akkoord.count() > 1
        self.fold.setVisible(some)
        self.more.setVisible(some and self._more_open)
        lacks = self.lacks()
        self.missing.setText(lacks)
        self.missing.setVisible(bool(lacks))

    # -- what is chosen ------------------------------------------------------------------------------------------

    def lacks(self) -> str:
        """What still has to be chosen before there is a report, in a sentence; "" when nothing has to."""
        spec = self.desk.ctx.spec("verslag")
        wanted = [key for key in self.soort.needs if key in self.about and self._number(key) is None]
        words = _("Kies eerst: {field}. Dan ziet u het verslag.")
        return words.format(field=str(spec.fields[wanted[0]].label)) if wanted else ""

    def _number(self, key: str) -> int | None:
        value = self.about[key].value()
        return value if isinstance(value, int) else None

    def span(self) -> Period | Fault:
        """The days of the report: papers of a meeting are of its day."""
        meeting = self._number("overleg") if self.soort.bundel else None
        if meeting is not None:
            try:
                return span_of_meeting(
                    self.desk.ctx, Opdracht(self.soort.key, usual(("vrij",), clock.today()), overleg=meeting)
                )
            except UserError as fault:  # thrown away meanwhile
                return Fault(fault.text)
        return self.period.span()

    def job(self) -> Opdracht | None:
        """The report that is asked for: its kind, its days and what it is about; None while that cannot be told."""
        span = self.span()
        if isinstance(span, Fault) or self.lacks():
            return None
        soort = self.soort
        known: Mapping[str, Any] = {key: self._number(key) for key in ABOUT if key in soort.needs}
        return Opdracht(soort.key, span, publiek=soort.publieken[0], **known)

    def _other_kind(self) -> None:
        span, soort = self.period.span(), self.soort
        self.period.fit(soort.spans)
        if not isinstance(span, Period) or not fits(span, soort.spans):
            span = usual(soort.spans, clock.today())
        self.period.show_span(span)
        self._fill_audience(self.audience.currentData())
        self._tell()
        self.asked.emit()

    def _other_period(self) -> None:
        if not self._setting:
            self.asked.emit()

    def _other_about(self, key: str) -> None:
        value = self.about[key].value()
        if self._setting or isinstance(value, Fault):
            return
        self._tell()
        if key in self.soort.needs:
            self.asked.emit()
        else:
            self.chosen.emit({key: value})

    def _choose(self, **fields: Any) -> None:
        if not self._setting:
            self._tell()
            self.chosen.emit(fields)

    def first_focus(self) -> QWidget:
        """Where work begins: at what is still to be chosen, or else at the period."""
        for key in self.soort.needs:
            if key in self.about and self._number(key) is None:
                return self.about[key].first_focus()
        return self.about["overleg"].first_focus() if self.soort.bundel else self.period.first_focus()
