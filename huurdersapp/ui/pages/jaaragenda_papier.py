"""The year on one page, as it is printed; and the same year as a file for a calendar."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QPushButton, QScrollArea, QWidget

from huurdersapp.actions import jaaragenda_papier, jaaragenda_wij
from huurdersapp.actions.papier import Paper, Printed
from huurdersapp.actions.vandaag import day_of
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.choice import Combo
from huurdersapp.ui.number_box import NumberBox
from huurdersapp.ui.place import Place
from huurdersapp.ui.preview.paper_page import PaperPage, label, tidy_name

CALENDAR = "ics"
"""`Place.kind` of who came for the calendar file."""
MOST_DAYS = 60
Form = Literal["vel", "lijst"]
Size = Literal["A4", "A3"]


class YearPaperPage(PaperPage):
    """One year of one akkoord, or of all: `Place.values` has `jaar` and `akkoord` (0: all)."""

    help = "jaaragenda"

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self._year, self._akkoord, self._name = 0, 0, ""
        self.subject = label("", "heading")
        self.year_title, self.year = label(_("Welk jaar?")), NumberBox()
        self.year.setRange(1950, 2150)
        self.form_title, self.form = label(_("Wat wilt u op papier?")), Combo()
        for words, form, size in (
            (_("Het jaar op één blad (A4)"), "vel", "A4"),
            (_("Het jaar op één groot blad (A3)"), "vel", "A3"),
            (_("Een lijst met alles erbij"), "lijst", "A4"),
        ):
            self.form.addItem(words, (form, size))
        self.ics_title = label(_("Voor de agenda op uw computer of telefoon"), "heading")
        self.days_title, self.days = label(_("Hoeveel dagen vooraf een herinnering?")), NumberBox()
        self.days.setRange(-1, MOST_DAYS)
        self.days.setSpecialValueText(_("Zoals bij elk moment staat"))
        self.days.setValue(-1)
        self.ics = QPushButton(_("Opslaan als agendabestand (.ics)…"))
        self.back = QPushButton(_("Naar de jaaragenda"))
        for title, box in (
            (self.year_title, self.year),
            (self.form_title, self.form),
            (self.days_title, self.days),
        ):
            title.setBuddy(box)
            box.setAccessibleName(title.text())
        for number in (self.year, self.days):
            number.setKeyboardTracking(False)
        self.year.valueChanged.connect(lambda year: desk.safely(lambda: self.show_year(year)))
        self.form.activated.connect(lambda _at: desk.safely(self.refresh))
        self.ics.clicked.connect(lambda: desk.safely(self.choose_calendar))
        self.back.clicked.connect(lambda: desk.go(Place("jaaragenda", values=self._values())))
        for widget in (
            self.subject,
            self.year_title,
            self.year,
            self.form_title,
            self.form,
            self.ics_title,
            self.days_title,
            self.days,
            self.ics,
            self.back,
        ):
            self.choices.addWidget(widget)
        self.finish()

    def title(self) -> str:
        return _("Jaar op één blad")

    def place(self) -> Place:
        return Place(self.key, values=self._values())

    def _values(self) -> dict[str, Any]:
        return {"jaar": self._year, "akkoord": self._akkoord}

    def show_place(self, place: Place) -> None:
        self._akkoord = int(place.values.get("akkoord") or 0)
        year = int(place.values.get("jaar") or 0) or self._year or day_of(self.desk.ctx).year
        self._year = year
        self.year.blockSignals(True)  # it is shown below
        self.year.setValue(year)
        self.year.blockSignals(False)
        names = {one.number: one.name for one in jaaragenda_wij.known(self.desk.ctx)}
        if self._akkoord not in names:
            self._akkoord = 0
        self._name = names.get(self._akkoord) or (next(iter(names.values())) if len(names) == 1 else "")
        self.subject.setText(self._name or _("Jaaragenda"))
        super().show_place(place)
        self.refresh()
        self.commands_changed.emit()
        if place.kind == CALENDAR:
            self.show_choices()
            self.ics.setFocus()
            QTimer.singleShot(0, self, self._to_calendar)
        else:
            self.start()

    def _to_calendar(self) -> None:
        """The choices of the calendar file in sight."""
        area = self.ics.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            area.ensureWidgetVisible(self.ics_title)
            area.ensureWidgetVisible(self.ics)

    def show_year(self, year: int) -> None:
        """Show another year."""
        self._year = year
        self.refresh()
        self.place_changed.emit()

    def refresh(self) -> None:
        """Have the pages made anew."""
        if not self._year:
            return
        ctx, year, akkoord = self.desk.ctx, self._year, self._akkoord or None
        chosen: tuple[Form, Size] = self.form.currentData()
        form, size = chosen
        self.preview.show_paper(
            lambda wanted: jaaragenda_papier.preview(ctx, year, akkoord, form=form, size=size, wanted=wanted),
            subject=_("Jaaragenda {year}").format(year=year),
        )

    def file_name(self, paper: Paper) -> str:
        """Jaaragenda 2021"""
        return _("Jaaragenda {year}").format(year=self._year)

    # -- the calendar ----------------------------------------------------------------------------------------------

    def choose_calendar(self) -> None:
        """Let somebody choose where the calendar file goes to."""
        name = tidy_name(_("Jaaragenda {year}").format(year=self._year))
        target = self._folder() / f"{name}{jaaragenda_papier.CALENDAR}"
        dialog = QFileDialog(self, _("Agendabestand opslaan"), str(target), _("Agendabestand (*.ics)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(CALENDAR)
        dialog.selectFile(target.name)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, _("Opslaan"))
        dialog.setLabelText(QFileDialog.DialogLabel.Reject, _("Annuleren"))
        dialog.fileSelected.connect(lambda found: self.save_calendar(Path(found)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_calendar(self, path: Path) -> None:
        """Write the calendar file."""
        days = self.days.value() if self.days.value() >= 0 else None
        job = jaaragenda_papier.write_calendar(
            self.desk.ctx, self._year, path, self._akkoord or None, remind=days
        )
        self.desk.run(job, _("{name} opslaan").format(name=path.name), self._calendar_saved)

    def _calendar_saved(self, printed: Printed) -> None:
        self._saved(printed)
        self.show_pages()


PAGE = YearPaperPage
