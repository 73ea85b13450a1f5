"""JSON from a file or from standard input, refused in plain words when it is not what it should be."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any, NoReturn

from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.json_text import explained
from huurdersapp.records.text import control_sign

MAX_BYTES = 50 * 1024 * 1024
"""What is larger than this is hardly meant: a hundred thousand knelpunten stay below it."""
MAX_DEPTH = 50
"""Brackets within brackets; a record with its lists has four."""
STANDARD_INPUT = "-"
_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}\.\d\d0")  # no program writes the last 0 of a fraction, people do


class _Refused(Exception):
    """Something that JSON allows and we do not, with the sentence for it."""


def read(source: str) -> Any:
    """The values in a JSON file, or in standard input for "-"; raises UserError with what and where."""
    name = _("standaardinvoer") if source == STANDARD_INPUT else source
    return parse(_bytes(source, name), name)


def _bytes(source: str, name: str) -> bytes:
    try:
        if source == STANDARD_INPUT:
            data = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            with Path(source).open("rb") as file:
                data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise UserError(
            _("Het bestand {name} bestaat niet."), _("Kijk de naam en de map na."), name=name
        ) from None
    except (IsADirectoryError, NotADirectoryError):
        raise UserError(
            _("{name} is geen bestand."), _("Geef de naam van een JSON-bestand."), name=name
        ) from None
    except (OSError, ValueError):
        raise UserError(
            _("Het bestand {name} kan niet worden gelezen."), _("Kijk of u het mag openen."), name=name
        ) from None
    if len(data) > MAX_BYTES:
        raise UserError(
            _("{name} is te groot (meer dan {limit} MB)."),
            _("Verdeel het over meer bestanden."),
            name=name,
            limit=MAX_BYTES // 1024 // 1024,
        )
    return data


def parse(data: bytes, name: str) -> Any:
    """The values in JSON text in UTF-8; `name` is where it came from, for the sentence of a UserError."""
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
            _("{name} is leeg."), _('Zet er gegevens in, zoals {{"titel": "Lekkage"}}.'), name=name
        )
    try:
        found = json.loads(text, object_pairs_hook=_object, parse_float=_float, parse_constant=_constant)
        _look_through(found)
    except json.JSONDecodeError as error:
        raise UserError(
            _("{name}, regel {line}, teken {column}: {what}."),
            _("Verbeter dit en probeer het opnieuw. Er is niets opgeslagen."),
            name=name,
            line=error.lineno,
            column=error.colno,
            what=explained(error),
        ) from None
    except _Refused as refused:
        raise UserError("{name}: {what}", name=name, what=refused) from None
    except RecursionError:
        raise UserError("{name}: {what}", name=name, what=_too_deep()) from None
    except ValueError:  # Python refuses to read a number of thousands of digits
        raise UserError(
            _("In {name} staat een getal dat veel te lang is."), _("Kijk de getallen na."), name=name
        ) from None
    return found


def _too_deep() -> _Refused:
    return _Refused(_("er staan te veel haakjes in elkaar. Kijk de haakjes na."))


def _look_through(found: Any) -> None:
    """Refuse what would stop the program further on: too deep, and half a sign (which JSON allows: "\\ud800")."""
    waiting = [(found, 1)]
    while waiting:
        value, depth = waiting.pop()
        if depth > MAX_DEPTH:
            raise _too_deep()
        if isinstance(value, dict):
            waiting += [(inner, depth + 1) for pair in value.items() for inner in pair]
        elif isinstance(value, list):
            waiting += [(inner, depth + 1) for inner in value]
        elif isinstance(value, str) and not value.isascii() and (sign := control_sign(value)) is not None:
            raise _Refused(_("er staat een teken in dat niet kan ({sign}). Haal het weg.").format(sign=sign))


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _value in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _Refused(
            _("het veld ‘{field}’ staat er twee keer in. Laat er één weg.").format(field=twice[:60])
        )
    return found


def _float(text: str) -> float:
    if _THOUSANDS.fullmatch(text):
        raise _Refused(
            _("‘{text}’ telt hier als {read}. Schrijf een duizendtal zonder punt, zoals {meant}.").format(
                text=text, read=str(float(text)).replace(".", ","), meant=text.replace(".", "")
            )
        )
    return float(text)


def _constant(text: str) -> NoReturn:
    raise _Refused(
        _("er staat {word} waar een getal hoort. Schrijf een gewoon getal, of laat het veld weg.").format(
            word=text
        )
    )
