"""An editor for numbers and money as they are written here: a comma for decimals, points for thousands."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QWidget

from huurdersapp.base.formats import LOCALE
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.draft import Fault
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.text import LineEditor

_FORM = re.compile(r"[-+]?\d[\d.,]*|[-+]?,\d+")


class NumberEditor(LineEditor):
    """A number; with `money` an amount in euros, kept as whole cents."""

    def __init__(self, desk: Desk, *, money: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.money = money

    def value(self) -> Any:
        if self._number is not None and not self.line.isModified():
            return self._number
        text = self.line.text().replace("€", "").replace("\N{NO-BREAK SPACE}", " ").strip()
        return self._read(text) if text else None

    _number: int | float | None = None

    def _read(self, text: str) -> Any:
        from babel.numbers import NumberFormatError, parse_decimal

        text = text.replace(" ", "")
        try:
            if not _FORM.fullmatch(text):  # Babel would also take 1e9 and NaN
                raise NumberFormatError(text)
            number = parse_decimal(text, locale=LOCALE, strict=True)
        except NumberFormatError:
            return Fault(_("Vul hier een getal in, zoals 1250 of 12,5."))
        if abs(number) > 10**15:
            return Fault(_("Dit getal is te groot. Kijk het na."))
        if self.money:
            number *= 100
            if number != number.to_integral_value():
                return Fault(_("Een bedrag heeft ten hoogste twee cijfers achter de komma."))
        return int(number) if number == number.to_integral_value() else float(number)

    def set_value(self, value: Any) -> None:
        self._number = value if isinstance(value, int | float) else None
        self.line.setText("" if self._number is None else self._shown(self._number))
        self.line.setModified(False)

    def _shown(self, number: int | float) -> str:
        if self.money:
            return f"{Decimal(number) / 100:.2f}".replace(".", ",")
        return format(Decimal(str(number)), "f").replace(".", ",")

    def set_typed(self, typed: Any) -> None:
        self._number = None
        self.line.setText(str(typed))
