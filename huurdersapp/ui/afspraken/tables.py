"""Lines and sums of overviews as small tables: planned and realised beside each other, a column for each year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from PySide6.QtWidgets import QVBoxLayout, QWidget

from huurdersapp.actions.overzichten import Line, Sum
from huurdersapp.base.formats import money
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.activiteit import STATUS
from huurdersapp.ui.akkoord.figure_table import Cell, FigureTable
from huurdersapp.ui.lists.record_parts import LinkButton, label

Goer = Callable[[int], object]


def line_block(line: Line, go: Goer, *, wide: bool) -> QWidget:
    """A line: its name and stand, its years with planned and realised beside each other, and the button that opens it."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 6)
    column.setSpacing(2)
    opener = LinkButton(_named(line))
    opener.clicked.connect(lambda: go(line.number))
    column.addWidget(opener)
    column.addWidget(label(_state(line), "muted"))
    columns = [_("Jaar"), _("Gepland"), _("Gehaald of besteed")]
    rows = [
        (
            [
                Cell(str(year.jaar)),
                Cell(_both(year.aantal, line.unit, year.bedrag) or "–"),
                Cell(_both(year.aantal_gedaan, line.unit, year.bedrag_gedaan) or "–"),
            ],
            (),
        )
        for year in line.years
    ]
    if rows:
        column.addWidget(FigureTable(columns, rows, wide=wide))
    for text in line.remarks:
        column.addWidget(label(_("{text}.").format(text=text), "warning"))
    return holder


def _named(line: Line) -> str:
    where = ", ".join(filter(None, (line.project, line.place)))
    return _("{name} ({where})").format(name=line.name, where=where) if where else line.name


def _state(line: Line) -> str:
    state = STATUS.label(line.state)
    return _("{state}, in de prestatieafspraken").format(state=state) if line.agreed else state


def _both(count: Decimal | None, unit: str, cents: int | None) -> str:
    said = [] if count is None else [f"{written(count)} {unit}".strip()]
    if cents is not None:
        said.append(money(cents))
    return "; ".join(said)


def sums_table(found: Sequence[Sum], *, wide: bool) -> QWidget:
    """What lines add up to, per unit and year."""
    columns = [_("Samen"), _("Jaar"), _("Gepland"), _("Gehaald of besteed")]
    rows = [
        (
            [
                Cell(item.unit or _("Geld")),
                Cell(str(item.jaar)),
                Cell(_value(item.unit, item.planned)),
                Cell(_value(item.unit, item.done)),
            ],
            (),
        )
        for item in found
    ]
    return FigureTable(columns, rows, wide=wide, long=0)


def _value(unit: str, value: Decimal | None) -> str:
    if value is None:
        return "–"
    return written(value) if unit else money(int(value))
