"""How a point stands, in words with the rule beside them: targets, values as a drawing and a table, and their measures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions.akkoord_lezen import Point
from huurdersapp.actions.akkoord_punt import About
from huurdersapp.actions.akkoord_verloop import drawing, state, when, whose
from huurdersapp.actions.akkoord_voortgang import Progress
from huurdersapp.actions.standen import Doelwaarde, Gemeten, Stand
from huurdersapp.actions.standen_lezen import precision_words
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy, ngettext
from huurdersapp.records.akkoord_keuzes import STAND
from huurdersapp.ui.akkoord.figure_table import ROOM, Cell, FigureTable, Line
from huurdersapp.ui.akkoord.filtering import OPENED
from huurdersapp.ui.akkoord.standing import COLOURS, PICTURES, ROLES
from huurdersapp.ui.akkoord.trend_picture import TrendPicture
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.icons import icon
from huurdersapp.ui.lists.record_parts import LinkButton, card, label
from huurdersapp.ui.pages.registry import page_of
from huurdersapp.ui.place import Place

Measures = Sequence[tuple[Point, Progress]]
Improver = Callable[[Gemeten], Sequence[QPushButton]]


_RULES = {
    "doel": lazy(
        "Van de hoofdmaten telt die er het minst goed voor staat. Zonder hoofdmaat tellen alle maten."
    ),
    "afspraak": lazy("Van alle maten telt die er het minst goed voor staat."),
}
"""By which rule a goal or an afspraak has its stand."""


class StandLine(QWidget):
    """A stand: its picture and its words in its colour."""

    def __init__(
        self, desk: Desk, key: str, words: str, role: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        picture, style = PICTURES.get(key, ("stand_stil", "muted"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        size = desk.look.px(18)
        sign = QLabel()
        sign.setPixmap(icon(picture, desk.look, COLOURS[style]).pixmap(QSize(size, size)))
        sign.setFixedWidth(size)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        self.words = label(words, role or ROLES[style])
        row.addWidget(self.words, 1)


class StandPanel(QWidget):
    """Shows what is known about a point once `tell` was called (`known`); until then that it is being counted."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(label(_("De stand wordt uitgerekend."), "muted"))
        self.known = False
        self.picture: TrendPicture | None = None
        self.table: FigureTable | None = None

    def tell(
        self,
        kind: str,
        about: About,
        progress: Progress | None,
        measures: Measures,
        wide: int,
        improve: Improver,
    ) -> None:
        """Show this of a point of this kind: the stand of a measure, or the `progress` of a goal or afspraak with its
        `measures`. `wide` is the width that there is; `improve` gives the buttons of a value."""
        self.known = True
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if about.stand is not None:
            self._column.addWidget(self._stand(about.stand))
            if about.stand.targets:
                self._column.addWidget(self._targets(about.stand, wide))
            self._column.addWidget(self._values(about, wide, improve))
        elif progress is not None:
            frame, column = card(_("Stand"))
            column.addWidget(StandLine(self.desk, progress.key, progress.words, "label"))
            if len(measures) > 1:
                column.addWidget(label(str(_RULES[kind]), "muted"))
            self._column.addWidget(frame)
        if about.counted is not None:
            found = about.counted
            words = _("{what} in {year}: {count}").format(
                what=found.label, year=about.year, count=found.count
            )
            self._column.addWidget(self._link(words, found.kind, found.where, words))
        if measures:
            heading = _("Zie de maten") if about.stand is not None else _("Zo wordt gemeten")
            self._column.addWidget(self._measures(heading, measures))

    # -- the stand ---------------------------------------------------------------------------------------------------

    def _stand(self, stand: Stand) -> QFrame:
        frame, column = card(_("Stand"))
        if stand.own_key is not None:
            own = _("Volgens ons: {stand}").format(stand=STAND.label(stand.own_key))
            column.addWidget(StandLine(self.desk, stand.own_key, own, "label"))
            column.addWidget(label(_("Waarom: {reason}").format(reason=stand.own_reason or "")))
            words = _("Volgens de regel: {stand}").format(stand=stand.label)
            column.addWidget(StandLine(self.desk, stand.key, words))
        else:
            column.addWidget(StandLine(self.desk, stand.key, stand.label))
        column.addWidget(label(stand.rule))
        if stand.missing_from is not None:
            column.addWidget(
                label(
                    _("Er is niets aangeleverd sinds {year}.").format(year=stand.missing_from.year), "muted"
                )
            )
        return frame

    def _targets(self, stand: Stand, wide: int) -> QFrame:
        frame, column = card(_("Streefwaarden"))
        alone = len(stand.targets) == 1  # its rule is told with the stand
        lines: list[Line] = [(_of_target(one, "" if alone else one.rule), ()) for one in stand.targets]
        heads = (_("Wat"), _("Jaar"), _("Stand"), _("Hoe precies"), _("De regel"))
        column.addWidget(FigureTable(heads, lines, wide=wide > self.desk.look.px(4 * ROOM), long=4))
        return frame

    # -- values ------------------------------------------------------------------------------------------------------

    def _values(self, about: About, wide: int, improve: Improver) -> QFrame:
        stand = about.stand
        assert stand is not None
        count = len(stand.series)
        frame, column = card(
            ngettext("Verloop ({n} meting)", "Verloop ({n} metingen)", count).format(n=count)
            if count
            else _("Verloop")
        )
        if not stand.series:
            column.addWidget(label(_("Er is nog geen meting."), "muted"))
            return frame
        made = drawing(stand, about.shape, _) if about.shape is not None else None
        if made is not None:
            self.picture = TrendPicture(self.desk, made)
            column.addWidget(self.picture)
        heads = (
            _("Periode"), _("Waarde"), _("Van wie"), _("Status"), _("Bron"), _("Aangeleverd door"),
            _("Opmerking"),
        )  # fmt: skip
        lines: list[Line] = [
            (_of_value(one), (*self._opener(one, stand.code), *improve(one)))
            for one in reversed(stand.series)
        ]
        self.table = FigureTable(heads, lines, wide=wide > self.desk.look.px(6 * ROOM))
        column.addWidget(self.table)
        return frame

    def _opener(self, one: Gemeten, code: str) -> Iterator[QPushButton]:
        """The list behind a value, or the value itself."""
        if one.number is not None:
            button = QPushButton(_("Openen"))
            button.setProperty("role", "link")
            button.setAccessibleName(_("Meting van {period} openen").format(period=when(one)))
            place = Place(page_of("meting"), one.number, kind="meting")
            button.clicked.connect(lambda: self.desk.go(place))
            yield button
        elif one.where:
            title = _("Telt mee voor {point} in {period}").format(point=code, period=when(one))
            button = self._link(_("Toon de lijst"), one.kind, one.where, title)
            button.setAccessibleName(_("Toon de lijst van {period}").format(period=when(one)))
            yield button

    def _link(self, words: str, kind: str, where: tuple[str, ...], title: str) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("role", "link")
        place = Place(page_of(kind), where=where, title=title, kind=kind)
        button.clicked.connect(lambda: self.desk.go(place))
        return button

    # -- measures ----------------------------------------------------------------------------------------------------

    def _measures(self, heading: str, measures: Measures) -> QFrame:
        frame, column = card(heading)
        for point, progress in measures:
            words = _("{code} {text}").format(code=point.code, text=point.text)
            button = LinkButton(words)
            place = Place(page_of("indicator"), point.number, where=(OPENED,), kind="indicator")
            button.clicked.connect(lambda _checked=False, place=place: self.desk.go(place))
            column.addWidget(button)
            column.addWidget(StandLine(self.desk, progress.key, progress.words))
        return frame


def _of_target(one: Doelwaarde, rule: str) -> tuple[Cell, ...]:
    _picture, style = PICTURES[one.key]
    return (
        Cell(one.words),
        Cell(str(one.year) if one.year and str(one.year) not in one.words else ""),
        Cell(one.label, ROLES[style]),
        Cell(precision_words(one.precision)),
        Cell(rule),
    )


def _of_value(one: Gemeten) -> tuple[Cell, ...]:
    return (
        Cell(when(one)), Cell(one.words, "label"), Cell(whose(one, _)), Cell(state(one, _)), Cell(one.source),
        Cell(one.by), Cell(one.note),
    )  # fmt: skip
