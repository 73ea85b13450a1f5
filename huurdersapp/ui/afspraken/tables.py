"""Lines and sums of overviews as small tables: planned and realised beside each other, a column for each year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from PySide6.QtWidgets import QPushButton, QWidget

from huurdersapp.actions.overzichten import Line, Sum, Year
from huurdersapp.base.formats import money
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.activiteit import STATUS
from huurdersapp.ui.akkoord.figure_table import Cell, FigureTable
from huurdersapp.ui.lists.record_parts import LinkButton

Goer = Callable[[int], object]


def lines_table(lines: Sequence[Line], years: Sequence[int], go: Goer, *, wide: bool) -> QWidget:
    """A row for each line with its years; its button goes to the line."""
    columns = [_("Activiteit"), *(str(year) for year in years), _("Stand")]
    rows = []
    for line in lines:
        by_year = {year.jaar: year for year in line.years}
        cells = [
            Cell(_named(line)),
            *(Cell(_year(by_year.get(year), line.unit)) for year in years),
            Cell(_state(line)),
        ]
        rows.append((cells, (_opener(line, go),)))
    return FigureTable(columns, rows, wide=wide, long=0)


def _opener(line: Line, go: Goer) -> QPushButton:
    button = LinkButton(_("Openen: {name}").format(name=line.name))
    button.clicked.connect(lambda: go(line.number))
    return button


def _named(line: Line) -> str:
    where = ", ".join(filter(None, (line.project, line.place)))
    return _("{name} ({where})").format(name=line.name, where=where) if where else line.name


def _state(line: Line) -> str:
    state = STATUS.label(line.state)
    return _("{state}, in de prestatieafspraken").format(state=state) if line.agreed else state


def _year(year: Year | None, unit: str) -> str:
    """Planned first, realised under it."""
    if year is None:
        return "–"
    planned = _both(year.aantal, unit, year.bedrag)
    done = _both(year.aantal_gedaan, unit, year.bedrag_gedaan)
    said = planned or "–"
    return _("{planned}\ngehaald: {done}").format(planned=said, done=done) if done else said


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
