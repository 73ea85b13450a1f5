"""The choices by which the points of an akkoord are narrowed: each says how many points it would leave."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QPushButton, QScrollArea, QSizePolicy, QWidget

from huurdersapp.actions.akkoord_lezen import Reading
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.records.akkoord_keuzes import AFSPRAAK_STATUS, STAND
from huurdersapp.ui.akkoord.filtering import CHOICES, OPEN, OWN, TASK, Choice, Filter
from huurdersapp.ui.akkoord.filtering import STAND as OF_MEASURE
from huurdersapp.ui.forms.flow import FlowLayout

_NAMES = {
    "party": lazy("Partij"),
    "keyword": lazy("Trefwoord in de kantlijn"),
    "status": lazy("Hoe het staat"),
    "place": lazy("Plaats"),
}
_ANY = {
    "party": lazy("Alle partijen"),
    "keyword": lazy("Alle trefwoorden"),
    "status": lazy("Hoe het ook staat"),
    "place": lazy("Alle plaatsen"),
}
_WIDE = 14
"""Signs that a choice shows at least."""
ORDER = (
    "niet_gehaald", "achter", "boven_de_bandbreedte", "niet_aangeleverd", "nog_niet_te_zeggen", "op_schema", "gehaald",
)  # fmt: skip
"""Stands as people look for them: what asks for something first."""


class FilterArea(QScrollArea):
    """A filter bar that is as high as it needs, and scrolls where there is less room."""

    def __init__(self, bar: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = bar
        self.setWidget(bar)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        return QSize(200, self._bar.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        return QSize(100, min(self.sizeHint().height(), 48))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


class FilterBar(QWidget):
    """`chosen` when somebody made or changed a choice, `cleared` when [Filter wissen] is pressed.

    `ours` and `clear` may be put elsewhere by whoever shows the bar.
    """

    chosen = Signal()
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling = False
        self._options: dict[Choice, list[tuple[Any, str]]] = {choice: [] for choice in CHOICES}
        self.flow = FlowLayout(self)
        self.ours = self._chip(_("Alleen van ons"))
        self.first = self._chip(_("Onze taken eerst"))
        self.clear = QPushButton(_("Filter wissen"))
        self.clear.setProperty("role", "quiet")
        self.clear.clicked.connect(self.cleared)
        self.clear.hide()
        self.boxes: dict[Choice, QComboBox] = {choice: self._box(choice) for choice in CHOICES}
        for widget in (*self.boxes.values(), self.first, self.ours, self.clear):
            self.flow.addWidget(widget)

    @property
    def party(self) -> QComboBox:
        """The choice of a party."""
        return self.boxes["party"]

    def _chip(self, words: str) -> QPushButton:
        chip = QPushButton(words)
        chip.setProperty("role", "chip")
        chip.setCheckable(True)
        chip.toggled.connect(lambda _on: self._tell())
        return chip

    def _box(self, choice: Choice) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(str(_NAMES[choice]))
        box.setMinimumContentsLength(_WIDE)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.activated.connect(lambda _at: self._tell())
        return box

    def _tell(self) -> None:
        if not self._filling:
            self.chosen.emit()

    # -- what can be chosen ------------------------------------------------------------------------------------------

    def fill(self, reading: Reading) -> None:
        """Offer what this akkoord has; what was chosen stays where it has that too."""
        own = reading.own()
        parties = sorted(reading.parties, key=lambda party: party.number not in own)
        named = [
            (party.number, _("{name} (uw organisatie)").format(name=party.name) if party.own else party.name)
            for party in parties
        ]
        keywords = sorted({point.keyword for point in reading.points if point.keyword}, key=str.casefold)
        states = [(f"{OF_MEASURE}:{key}", str(STAND.label(key))) for key in ORDER]
        states += [
            (f"{TASK}:{one.key}", _("Afspraak: {status}").format(status=str(one.label).lower()))
            for one in AFSPRAAK_STATUS.items
        ]
        if any(point.added for point in reading.points):
            states.append((OWN, _("Zelf toegevoegd")))
        self._options = {
            "party": list(named),
            "keyword": [(word, word) for word in keywords],
            "status": states,
            "place": [(area.number, f"{'    ' * area.level}{area.name}") for area in reading.places],
        }
        self._filling = True
        for choice, box in self.boxes.items():
            chosen = box.currentData()
            box.clear()
            box.addItem(str(_ANY[choice]), OPEN[choice])
            for value, words in self._options[choice]:
                box.addItem(words, value)
            box.setCurrentIndex(max(0, box.findData(chosen)))
            box.setVisible(bool(self._options[choice]))
        for chip in (self.ours, self.first):
            chip.setVisible(bool(own))
            if not own:
                chip.setChecked(False)
        self._filling = False

    def count(self, choice: Choice, counts: Mapping[Any, int]) -> None:
        """Say beside each option how many points it would leave."""
        box = self.boxes[choice]
        for at, (value, words) in enumerate(self._options[choice], 1):
            text = _("{option} ({count})").format(option=words, count=counts.get(value, 0))
            if box.itemText(at) != text:
                box.setItemText(at, text)

    # -- what is chosen ----------------------------------------------------------------------------------------------

    def wanted(self) -> Filter:
        """What is chosen now."""
        chosen: dict[str, Any] = {
            choice: OPEN[choice] if box.currentData() is None else box.currentData()
            for choice, box in self.boxes.items()
        }
        return Filter(ours=self.ours.isChecked(), first=self.first.isChecked(), **chosen)

    def choose(self, wanted: Filter) -> None:
        """Choose this; what the akkoord does not have is left open."""
        self._filling = True
        for choice, box in self.boxes.items():
            box.setCurrentIndex(max(0, box.findData(getattr(wanted, choice))))
        own = not self.ours.isHidden()
        self.ours.setChecked(wanted.ours and own)
        self.first.setChecked(wanted.first and own)
        self._filling = False
