"""Everything about one point of an akkoord, over the list: how it stands, what can be done with it, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions.akkoord_lezen import Point, Reading
from huurdersapp.actions.akkoord_punt import About, about
from huurdersapp.actions.akkoord_verloop import when
from huurdersapp.actions.akkoord_voortgang import Progress, Stands
from huurdersapp.actions.standen import Gemeten
from huurdersapp.actions.words import View
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.ui.akkoord.afwijking_form import AfwijkingForm
from huurdersapp.ui.akkoord.bijstelling_form import BijstellingForm
from huurdersapp.ui.akkoord.judging import JudgementForm
from huurdersapp.ui.akkoord.meting_form import MetingForm
from huurdersapp.ui.akkoord.stand_panel import StandPanel
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.icons import icon
from huurdersapp.ui.lists.record_parts import label
from huurdersapp.ui.lists.record_view import RecordView

BELOW = {
    "thema": (("doel", lazy("Nieuw doel")),),
    "doel": (("afspraak", lazy("Nieuwe afspraak")), ("indicator", lazy("Nieuwe maat"))),
    "afspraak": (("indicator", lazy("Nieuwe maat")),),
}
"""What can be added under a point."""
TOLD = {"indicator": ("streefwaarden", "oordelen")}
"""Lists inside a record that the panels tell."""
OFF = ("achter", "niet_gehaald")


class PointView(QWidget):
    """A point with what hangs together with it. `new_wanted` carries the kind to add and the values it begins with,
    `closed` when somebody goes back."""

    new_wanted = Signal(str, object)
    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.reading: Reading | None = None
        self.stands = Stands()
        self.panel: StandPanel | None = None
        self.metingen: MetingForm | None = None
        self._about: About | None = None
        self.back = QPushButton(_("< Terug naar het akkoord"))
        self.back.clicked.connect(self.closed)
        self.view = RecordView(desk)
        self.view.extra_buttons, self.view.extra_panels = self._buttons, self._panels
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 8)
        column.addLayout(row)
        column.addWidget(self.view, 1)

    @property
    def key(self) -> tuple[str, int] | None:
        """Kind and number of the point; None for none."""
        return (self.view.kind, self.view.number) if self.view.number else None

    def show_point(self, reading: Reading, stands: Stands, kind: str, number: int) -> None:
        """Show it; raises UserError when it is not there."""
        self.reading, self.stands = reading, stands
        self.view.told_elsewhere = TOLD.get(kind, ())
        self.view.show_record(kind, number)

    def again(self, reading: Reading | None, stands: Stands) -> None:
        """Read it anew after something changed; raises UserError when it is gone."""
        if reading is not None:
            self.reading = reading
        self.stands = stands
        before = self.view.view
        self.view.refresh()
        if self.view.view == before:
            self.view.rebuild()

    def know(self, stands: Stands) -> None:
        """Other stands, while the point is the same."""
        self.stands = stands
        if self._about is not None:
            self._tell()

    @property
    def point(self) -> Point | None:
        """The point as the akkoord has it."""
        points = self.reading.points if self.reading is not None else ()
        return next((one for one in points if (one.kind, one.number) == self.key), None)

    # -- what can be done --------------------------------------------------------------------------------------------

    def _buttons(self, view: View) -> Sequence[QPushButton]:
        made = []
        if self.view.kind == "indicator" and not self.refers:
            made.append(self._button(_("Meting toevoegen…"), "nieuw", self.measure))
        for kind, words in BELOW.get(self.view.kind, ()):
            made.append(self._button(str(words), "nieuw", partial(self.add, kind)))
        return made

    def _button(self, words: str, picture: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.setIcon(icon(picture, self.desk.look))
        button.clicked.connect(lambda: self.desk.safely(do))
        return button

    @property
    def refers(self) -> bool:
        """Whether this is a measure that points at others, and has no values of its own."""
        point = self.point
        return point is not None and point.refers

    def measure(self) -> None:
        """Open the form for a new value of this measure."""
        if self.metingen is not None:
            self.metingen.add()

    def add(self, kind: str | None = None) -> None:
        """Begin a new point under this one; by default of the first kind that can stand there."""
        below = BELOW.get(self.view.kind, ())
        if kind is None and not below:
            self.measure()
            return
        kind = kind or (below[0][0] if below else "")
        if not kind:
            return
        values: dict[str, object] = {self.view.kind: self.view.number}
        if kind == "indicator":
            values["herkomst"] = "voorstel"
            if (point := self.point) is not None and point.kind == "afspraak":
                values = {"doel": point.goal or None, "afspraken": [point.number], "herkomst": "voorstel"}
        self.new_wanted.emit(kind, {key: value for key, value in values.items() if value is not None})

    # -- what is told --------------------------------------------------------------------------------------------

    def _panels(self, view: View) -> Sequence[QWidget]:
        kind, number = self.view.kind, self.view.number
        panels: list[QWidget] = []
        panels.append(self._where())
        self._about, self.metingen = None, None
        self.panel = StandPanel(self.desk)
        panels.append(self.panel)
        if kind == "indicator":
            self.metingen = MetingForm(self.desk, number)
            panels += [self.metingen, JudgementForm(self.desk, number)]
        self._case = QVBoxLayout()
        if kind in ("doel", "indicator"):
            holder = QWidget()
            self._case = QVBoxLayout(holder)
            self._case.setContentsMargins(0, 0, 0, 0)
            panels.append(holder)
        if kind in ("doel", "afspraak", "indicator"):
            panels.append(BijstellingForm(self.desk, kind, number))
        self._ask(kind, number)
        return panels

    def _where(self) -> QWidget:
        """The code of the point, what it stands under, and who promised it."""
        point = self.point
        lines = [] if point is None else [self._under(point), self._who()]
        return label("\n".join(filter(None, lines)))

    def _under(self, point: Point) -> str:
        points = self.reading.points if self.reading is not None else ()
        above = [
            f"{one.code} {one.text}"
            for one in points
            if one is not point
            and (
                (one.kind == "thema" and one.theme == point.theme and point.theme)
                or (one.kind == "doel" and one.number == point.goal)
            )
        ]
        if not above:
            return point.code
        return _("{code}, bij {above}").format(code=point.code, above=" › ".join(above))

    def _who(self) -> str:
        """Who promised it, by name and in the words of the akkoord."""
        point = self.point
        if point is None or self.reading is None or not point.roles:
            return ""
        names, roles = ", ".join(self.reading.names(point.parties)), ", ".join(point.roles)
        said = _("Wie dit doet: {who}") if point.kind == "afspraak" else _("Van wie dit is: {who}")
        return said.format(who=roles if not names or names == roles else f"{roles} ({names})")

    def _ask(self, kind: str, number: int) -> None:
        ctx, reading = self.desk.ctx, self.reading
        years = (reading.first, reading.last) if reading is not None else (1, 1)

        def question() -> About | None:
            try:
                return about(ctx, kind, number, years)
            except UserError:  # thrown away meanwhile: the page tells
                return None

        def answer(found: About | None) -> None:
            if found is not None and self.key == (kind, number):
                self._about = found
                self._tell()
                self._add_case(kind, number)

        self.desk.ask(self, "punt", question, answer)

    def _tell(self) -> None:
        if self.panel is None or self._about is None or (key := self.key) is None:
            return
        wide = self.view.viewport().width()
        self.panel.tell(key[0], self._about, self.stands.of(*key), self._measures(), wide, self._improve)

    def _improve(self, one: Gemeten) -> Sequence[QPushButton]:
        """What was settled gets a better version, with the reason; the old one stays to be read."""
        if one.number is None or one.status != "vastgesteld" or one.earlier or self.metingen is None:
            return ()
        button = QPushButton(_("Verbeteren…"))
        button.setProperty("role", "link")
        button.setAccessibleName(_("Meting van {period} verbeteren").format(period=when(one)))
        button.clicked.connect(lambda: self.desk.safely(partial(self._better, one.number or 0)))
        return (button,)

    def _better(self, number: int) -> None:
        if self.metingen is not None:
            self.metingen.better(number)

    def _measures(self) -> list[tuple[Point, Progress]]:
        """The measures of a goal or an afspraak, and those where a reference leads to."""
        point = self.point
        if point is None or self.reading is None:
            return []
        numbers = set(point.measures)
        codes = self._about.stand.follows if self._about is not None and self._about.stand is not None else ()
        found = []
        for one in self.reading.points:
            if one.kind != "indicator" or one.number == point.number:
                continue
            mine = one.goal == point.number if point.kind == "doel" else one.number in numbers
            if (mine or one.code in codes) and (told := self.stands.of("indicator", one.number)) is not None:
                found.append((one, told))
        return found

    def _add_case(self, kind: str, number: int) -> None:
        """The case of a goal or measure that is off schedule; with the words of its rule for a new one."""
        stand = self._about.stand if self._about is not None else None
        told = self.stands.of(kind, number)
        rule = stand.rule if stand is not None else told.words if told is not None else ""
        key = stand.shown if stand is not None else told.key if told is not None else ""
        if kind in ("doel", "indicator") and not self._case.count():
            self._case.addWidget(AfwijkingForm(self.desk, kind, number, rule, off=key in OFF))
