"""The papers of a campagne, seen at once as they will be printed: walk list, flyer, labels with addresses."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from huurdersapp.actions import campagne_papier, campagnes, records
from huurdersapp.actions.campagne_papier import SHEETS, Choices
from huurdersapp.base.events import Changes
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.draft import Fault
from huurdersapp.reports.campagne_values import AANHEF, FlyerMaat
from huurdersapp.ui.campagne.loading import load_place
from huurdersapp.ui.campagne.street_picker import StreetPicker
from huurdersapp.ui.campagne.work import PAPERS
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.choice import Combo
from huurdersapp.ui.forms.editors.day import DayEditor
from huurdersapp.ui.number_box import NumberBox
from huurdersapp.ui.place import Place
from huurdersapp.ui.preview.paper_page import label
from huurdersapp.ui.preview.record_papers import RecordPapersPage

WHAT: dict[str, LazyText] = {
    "looplijst": lazy("Om langs de deuren te gaan: per straat, met vakjes om aan te kruisen. Zonder namen."),
    "flyer": lazy("De tekst en het adres achter de QR-code staan bij de campagne."),
    "etiketten": lazy("Druk af op ware grootte (100 %). Anders vallen de adressen naast de etiketten."),
}
LINES = 3
"""How high a field for some lines is."""


class CampaignPaperPage(RecordPapersPage):
    """The papers of a campagne, each with choices of its own."""

    help = "campagnes"
    papers, first_paper, page = PAPERS, "flyer", campagnes.KIND

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self._day: date | None = None
        self._own: dict[str, list[QWidget]] = {kind: [] for kind in PAPERS}
        self._build_streets()
        self._build_walk()
        self._build_flyer()
        self._build_labels()
        self.put_goals(_("Campagne wijzigen"), _("Terug naar campagne"))
        self.finish()

    # -- building --------------------------------------------------------------------------------------------------

    def _put(self, kinds: tuple[str, ...], *widgets: QWidget) -> None:
        for widget in widgets:
            self.choices.addWidget(widget)
            for kind in kinds:
                self._own[kind].append(widget)

    def _named(
        self, kinds: tuple[str, ...], words: str, widget: QWidget, focus: QWidget | None = None
    ) -> None:
        title = label(words)
        title.setBuddy(focus or widget)
        (focus or widget).setAccessibleName(words)
        self._put(kinds, title, widget)

    def _build_streets(self) -> None:
        self.streets = StreetPicker()
        self.streets.chosen_changed.connect(lambda: self.desk.safely(self.refresh))
        self._put(("looplijst", "etiketten"), self.streets)

    def _build_walk(self) -> None:
        self.walker = QLineEdit()
        self.walker.textEdited.connect(lambda _text: self.desk.safely(self.refresh))
        self._named(("looplijst",), _("Wie loopt (niet verplicht)"), self.walker)
        self.day = DayEditor(self.desk)
        self.day.edited.connect(self._day_typed)
        self._named(("looplijst",), _("Op welke dag (niet verplicht)"), self.day, self.day.first_focus())
        self.day.name_it(_("Op welke dag (niet verplicht)"))
        self.fault = label("", "fault")
        self._put(("looplijst",), self.fault)

    def _build_flyer(self) -> None:
        self.paper_size: QComboBox = Combo()
        for words, size in ((_("A5 (half blad)"), "A5"), (_("A4 (heel blad)"), "A4")):
            self.paper_size.addItem(words, size)
        self.paper_size.activated.connect(lambda _at: self.desk.safely(self.refresh))
        self._named(("flyer",), _("Hoe groot?"), self.paper_size)
        self.lines: dict[str, QPlainTextEdit] = {}
        for key, words in (
            ("wanneer", _("Wanneer (niet verplicht)")),
            ("waar", _("Waar (niet verplicht)")),
            ("contact", _("Vragen? Bel of mail (niet verplicht)")),
        ):
            edit = self.lines[key] = QPlainTextEdit()
            edit.setTabChangesFocus(True)
            edit.textChanged.connect(lambda: self.desk.safely(self.refresh))
            self._named(("flyer",), words, edit)

    def _build_labels(self) -> None:
        self.sheet: QComboBox = Combo()
        self.sheet.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.sheet.setMinimumContentsLength(16)
        for key, (words, _sheet) in SHEETS.items():
            self.sheet.addItem(str(words), key)
        self.sheet.activated.connect(lambda _at: self.desk.safely(self._other_sheet))
        self._named(("etiketten",), _("Welk vel etiketten?"), self.sheet)
        self.first = NumberBox()
        self.first.setKeyboardTracking(False)
        self.first.valueChanged.connect(lambda _number: self.desk.safely(self.refresh))
        self._named(("etiketten",), _("Vanaf welk etiket op het eerste vel?"), self.first)
        self.above = QLineEdit(AANHEF)
        self.above.textEdited.connect(lambda _text: self.desk.safely(self.refresh))
        self._named(("etiketten",), _("Regel boven het adres (niet verplicht)"), self.above)
        self._fit_sheet()

    # -- what the frame asks ---------------------------------------------------------------------------------------

    def show_place(self, place: Place) -> None:
        if place.number is None:
            self.desk.go(Place(campagnes.KIND))
            return
        kind = self.paper_of(place)
        if (place.number, kind) != (self._number, self._kind):
            self.preview.clear()
        fresh = place.number != self._number
        self._number, self._kind = place.number, kind
        super().show_place(place)
        self._tell(fresh)
        self.refresh()
        self.commands_changed.emit()
        self.start()

    def _tell(self, fresh: bool) -> None:
        ctx, number = self.desk.ctx, self._number
        assert number is not None
        self._name = records.show(ctx, ctx.spec(campagnes.KIND), number)["titel"]
        self.subject.setText(self._name)
        self.what.setText(str(WHAT[self._kind]))
        found = campagne_papier.streets(campagnes.homes(ctx, number))
        self.streets.use(found)
        if fresh:
            for key, text in campagne_papier.known_facts(ctx, number).items():
                self.lines[key].blockSignals(True)
                self.lines[key].setPlainText(text)
                self.lines[key].blockSignals(False)
        for widgets in self._own.values():
            for widget in widgets:
                widget.hide()
        for widget in self._own[self._kind]:
            widget.show()
        self.streets.setVisible(self._kind != "flyer" and len(found) > 1)
        self.fault.setVisible(self._kind == "looplijst" and bool(self.fault.text()))
        for key, button in self.others.items():
            button.setVisible(key != self._kind)
        self.as_word.setVisible(self._kind != "etiketten")
        if self._kind == "flyer" or found:
            self.preview.offer(_("Campagne wijzigen"), self.to_change)
        else:
            self.preview.offer(_("Adressen laden"), lambda: self.desk.go(load_place()))

    def changed(self, changes: Changes) -> None:
        """The campagne or its addresses may be others now."""
        if self._number is not None:
            self._tell(False)
            self.refresh()

    def _fit(self) -> None:
        super()._fit()
        for edit in self.lines.values():
            edit.setFixedHeight(edit.fontMetrics().lineSpacing() * LINES + self.desk.look.px(20))

    # -- the choices -----------------------------------------------------------------------------------------------

    def _other_sheet(self) -> None:
        self._fit_sheet()
        self.refresh()

    def _fit_sheet(self) -> None:
        sheet = SHEETS[self.sheet.currentData()][1]
        self.first.setRange(1, sheet.rijen * sheet.kolommen)

    def _day_typed(self) -> None:
        value = self.day.value()
        wrong = isinstance(value, Fault)
        self.fault.setText(value.text if isinstance(value, Fault) else "")
        self.fault.setVisible(wrong)
        if not wrong:
            self._day = date.fromisoformat(value) if value else None
            self.refresh()

    def untold(self) -> DayEditor | None:
        """The day, where it cannot be read."""
        wrong = self._kind == "looplijst" and isinstance(self.day.value(), Fault)
        return self.day if wrong else None

    def chosen(self) -> Choices:
        """What is chosen now."""
        size: FlyerMaat = self.paper_size.currentData()
        return Choices(
            straten=self.streets.chosen() if self._kind != "flyer" else (),
            loper=self.walker.text().strip(),
            datum=self._day,
            vel=self.sheet.currentData(),
            vanaf=self.first.value(),
            aanhef=self.above.text().strip(),
            maat=size,
            wanneer=self.lines["wanneer"].toPlainText(),
            waar=self.lines["waar"].toPlainText(),
            contact=self.lines["contact"].toPlainText(),
        )

    # -- the paper -------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Have the pages made for what is chosen now."""
        ctx, kind, number = self.desk.ctx, self._kind, self._number
        if number is None:
            return
        choices = self.chosen()
        self.preview.show_paper(
            lambda wanted: campagne_papier.preview(ctx, kind, number, choices, wanted=wanted),
            subject=self.heading(),
        )


PAGE = CampaignPaperPage
