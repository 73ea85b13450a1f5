"""From bytes to plain values: JSON that people typed, with the line and the sign where it breaks.

The standard reader rather than msgspec's: it says the line, and lets us see a field that stands there twice
or an amount written as 2.000 (which JSON takes for 2). Both would else change the akkoord without a word.
"""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.json_text import explained

MAX_BYTES = 20 * 1024 * 1024
"""A file larger than this is no akkoord: Emmen, with everything in it, stays far below 1 MB."""

_DUIZENDTAL = re.compile(r"-?[1-9]\d{0,2}\.\d\d0")  # no program writes the last 0 of a fraction, people do


class Dubbel(dict[str, Any]):
    """An object in which a field stood more than once; `namen` are those fields."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        names = [name for name, _value in pairs]
        self.namen = sorted({name for name in names if names.count(name) > 1})


class Duizendtal(float):
    """A number written like 2.000: JSON reads 2, the writer meant 2000."""

    def __new__(cls, text: str) -> Duizendtal:
        """Keep the number, and the text it was written as in `geschreven`."""
        number = super().__new__(cls, text)
        number.geschreven = text
        return number

    geschreven: str


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    return found if len(found) == len(pairs) else Dubbel(pairs)


def _float(text: str) -> float:
    return Duizendtal(text) if _DUIZENDTAL.fullmatch(text) else float(text)


class _GeenGetal(ValueError):
    pass


def _constant(text: str) -> NoReturn:
    raise _GeenGetal(text)


def parse(data: bytes, name: str) -> Any:
    """The values in a JSON file called `name`; raises UserError when it is no JSON, too large or no UTF-8."""
    if len(data) > MAX_BYTES:
        raise UserError(
            _("{name} is te groot voor een akkoordbestand (meer dan {limit} MB)."),
            _("Kies het bestand dat met 'akkoord export' is gemaakt."),
            name=name,
            limit=MAX_BYTES // 1024 // 1024,
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UserError(
            _("{name} is geen tekst in UTF-8."),
            _("Sla het bestand opnieuw op en kies bij codering UTF-8."),
            name=name,
        ) from None
    if not text.strip():
        raise UserError(
            _("{name} is leeg."), _("Kies een ander bestand, of begin met het lege model."), name=name
        )
    try:
        return json.loads(text, object_pairs_hook=_object, parse_float=_float, parse_constant=_constant)
    except json.JSONDecodeError as error:
        raise UserError(
            _("{name}, regel {line}, teken {column}: {what}."),
            _("Verbeter die regel en lees het bestand opnieuw in."),
            name=name,
            line=error.lineno,
            column=error.colno,
            what=explained(error),
        ) from None
    except RecursionError:
        raise UserError(
            _("{name} heeft te veel haakjes in elkaar; dit is geen akkoordbestand."),
            _("Kies het bestand dat met 'akkoord export' is gemaakt."),
            name=name,
        ) from None
    except _GeenGetal as error:
        raise UserError(
            _("In {name} staat {word} waar een getal hoort."),
            _("Schrijf een gewoon getal, of laat het veld weg."),
            name=name,
            word=str(error),
        ) from None
    except ValueError:  # Python refuses to read a number of thousands of digits
        raise UserError(
            _("In {name} staat een getal dat veel te lang is."),
            _("Schrijf een gewoon getal, of laat het veld weg."),
            name=name,
        ) from None
