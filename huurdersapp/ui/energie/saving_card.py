"""What a visit is expected to save in a year, where each figure comes from, and what was not counted twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from PySide6.QtWidgets import QGridLayout, QWidget

from huurdersapp.actions import energie_cijfers
from huurdersapp.base.days import shown
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.records.energie_besparing import SAVES_ON, Amounts, Part, Saving
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.lists import record_parts as parts

_AMOUNTS = (
    ("gas_m3", lazy("{amount} m³ gas")),
    ("stroom_kwh", lazy("{amount} kWh stroom")),
    ("water_liter", lazy("{amount} liter water")),
    ("euro", lazy("{amount} euro")),
    ("co2_kg", lazy("{amount} kg CO2")),
)


def amounts(found: Amounts) -> list[str]:
    """Each amount that is known, in words, in whole units: more would say more than is known."""
    told = []
    for key, words in _AMOUNTS:
        value: Decimal | None = getattr(found, key)
        if value is not None:
            told.append(str(words).format(amount=written(round(value))))
    return told


class SavingCard(QWidget):
    """Reads it beside the window, and stays hidden where nothing was put in place."""

    def __init__(self, desk: Desk, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frame, self.column = parts.card(_("Verwachte besparing per jaar, indicatief"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.frame)
        self.hide()
        ctx = desk.ctx
        desk.ask(self, "besparing", lambda: energie_cijfers.expected(ctx, number), self._show)

    def _show(self, saving: Saving) -> None:
        lines = list(_lines(saving))
        for text, role in lines:
            self.column.addWidget(parts.label(text, role))
        self.setVisible(bool(lines))


def _lines(saving: Saving) -> Iterator[tuple[str, str]]:
    if saving.expected.known:
        yield ", ".join(amounts(saving.expected)), "heading"
    if saving.possible.known:
        text = _("Hier kan nog bij: {amounts}.")
        yield text.format(amounts=", ".join(amounts(saving.possible))), ""
    for part in saving.parts:
        if part.amounts.known:
            yield _of(part), "muted"
    yield from ((text, "muted") for text in _not_added(saving))
    if saving.unknown:
        yield (
            _("Van deze is geen besparing bekend: {names}.").format(names=", ".join(saving.unknown)),
            "muted",
        )
    if saving.expected.known:
        yield from ((text, "muted") for text in _reckoned(saving))


def _of(part: Part) -> str:
    measure = part.measure
    source = ", ".join(str(each) for each in (measure.bron, measure.bron_jaar) if each)
    if not measure.nagezocht:
        source = _("{source}, niet nagezocht").format(source=source) if source else _("zonder bron")
    text = (
        _("{measure}: {amounts} ({source})") if part.expected else _("Later, {measure}: {amounts} ({source})")
    )
    return text.format(measure=measure.naam, amounts=", ".join(amounts(part.amounts)[:3]), source=source)


def _not_added(saving: Saving) -> Iterator[str]:
    """What is less than the sum of its parts."""
    for key in SAVES_ON:
        alone = _sum(getattr(part.amounts, key) for part in saving.parts if part.expected)
        together: Decimal = getattr(saving.expected, key) or Decimal(0)
        if alone - together >= 1:
            words = str(dict(_AMOUNTS)[key]).format(amount=written(round(alone - together)))
            yield _("Niet meegeteld: {amount}. Deze maatregelen besparen voor een deel op hetzelfde.").format(
                amount=words
            )


def _sum(values: Iterable[Decimal | None]) -> Decimal:
    return sum((value for value in values if value is not None), Decimal(0))


def _reckoned(saving: Saving) -> Iterator[str]:
    prices, factors = saving.prices, saving.factors
    if prices is not None:
        on = shown(prices.peildatum) if prices.peildatum else str(prices.jaar)
        text = _("Euro’s met de prijzen van {day} ({source}).")
        yield text.format(day=on, source=prices.bron or _("zonder bron"))
    if factors is not None:
        text = _("CO2 met de cijfers van {year} ({source}).")
        yield text.format(year=factors.jaar, source=factors.bron or _("zonder bron"))
