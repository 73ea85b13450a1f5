"""JSON that people typed, from bytes to plain values, refused in plain words when it is not what it should be.

The standard reader rather than msgspec's: it says the line, and lets us see a field that stands there twice
or an amount written as 2.000 (which JSON takes for 2). Both would else change the data without a word.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy

MAX_DEPTH = 50
"""Brackets within brackets; an akkoord, the deepest thing we read, has about ten."""
_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}\.\d\d0")  # no program writes the last 0 of a fraction, people do
_BEGIN = re.compile(
    r"\s*(\{|\[\s*([\[{\"\]\d-]|true|false|null|$))"
)  # [project] or [link] is another kind of text
_EXPLAINED = {
    "Expecting ',' delimiter": lazy("hier mist een komma of een haakje sluiten"),
    "Expecting ':' delimiter": lazy("hier mist een dubbele punt achter de naam van een veld"),
    "Expecting property name enclosed in double quotes": lazy(
        "hier hoort de naam van een veld tussen aanhalingstekens; misschien staat er een komma te veel"
    ),
    "Expecting value": lazy("hier mist een waarde; misschien staat er een komma te veel"),
    "Extra data": lazy("hier had het bestand klaar moeten zijn, maar er staat nog meer"),
    "Illegal trailing comma before end of array": lazy("hier staat een komma te veel"),
    "Illegal trailing comma before end of object": lazy("hier staat een komma te veel"),
    "Invalid control character at": lazy("hier staat een regeleinde of stuurteken midden in een tekst"),
    "Unterminated string starting at": lazy(
        "de tekst die hier begint, heeft geen aanhalingsteken aan het eind"
    ),
}
_ELSE = lazy("hier klopt een haakje, komma of aanhalingsteken niet")


@dataclass(frozen=True)
class Rules:
    """What the reader of one kind of file accepts, and what it tells people to do about the rest.

    `limit` is in bytes; the texts are whole sentences. `kept` leaves a field that stands twice, a number like
    2.000 and half a sign in the values (as Doubled, Thousands, str), for a reader that tells their place.
    """

    limit: int
    too_large: str
    empty: str
    broken: str
    other: str
    kept: bool = False


class Doubled(dict[str, Any]):
    """An object in which a field stood more than once; `names` are those fields."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        names = [name for name, _value in pairs]
        self.names = sorted({name for name in names if names.count(name) > 1})


class Thousands(float):
    """A number written like 2.000: JSON reads 2, the writer meant 2000. `written` is how it stood there."""

    written: str

    def __new__(cls, text: str) -> Thousands:
        """Keep the number and the text."""
        number = super().__new__(cls, text)
        number.written = text
        return number


class _Refused(ValueError):
    """Something that JSON allows and we do not, with the sentences for it."""


def read_file(path: Path, limit: int) -> bytes:
    """At most `limit` + 1 bytes of a file; raises UserError when there is no such file or it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(limit + 1)
    except FileNotFoundError:
        raise UserError(
            _("Het bestand {name} bestaat niet."), _("Kijk de naam en de map na."), name=path
        ) from None
    except (IsADirectoryError, NotADirectoryError):
        raise UserError(
            _("{name} is geen bestand."), _("Geef de naam van een JSON-bestand."), name=path
        ) from None
    except (OSError, ValueError):
        raise UserError(
            _("Het bestand {name} kan niet worden gelezen."), _("Kijk of u het mag openen."), name=path
        ) from None


def parse(data: bytes, name: str, rules: Rules) -> Any:
    """The values in JSON text in UTF-8; `name` is where it came from, for the sentence of a UserError."""
    text = _text(data, name, rules)
    try:
        found = json.loads(text, object_pairs_hook=_object, parse_float=_float, parse_constant=_constant)
        for value in _values(found):
            if not rules.kept:
                _refuse(value)
    except json.JSONDecodeError as error:
        if not _BEGIN.match(text):
            raise UserError(_("{name} is geen JSON.").format(name=name), rules.other) from None
        where = _("{name}, regel {line}, teken {column}: {what}.").format(
            name=name, line=error.lineno, column=error.colno, what=_EXPLAINED.get(error.msg, _ELSE)
        )
        raise UserError(where, rules.broken) from None
    except _Refused as refused:
        raise UserError("{name}: {what}", name=name, what=refused) from None
    except RecursionError:
        raise UserError("{name}: {what}", name=name, what=_too_deep()) from None
    except ValueError:  # Python refuses to read a number of thousands of digits
        raise UserError(
            _("In {name} staat een getal dat veel te lang is."), _("Kijk de getallen na."), name=name
        ) from None
    return found


def _text(data: bytes, name: str, rules: Rules) -> str:
    if len(data) > rules.limit:
        megabytes = rules.limit // 1024 // 1024
        raise UserError(
            _("{name} is te groot (meer dan {limit} MB).").format(name=name, limit=megabytes), rules.too_large
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
        raise UserError(_("{name} is leeg.").format(name=name), rules.empty)
    return text


def _values(found: Any) -> Iterator[Any]:
    """Every value and every name of a field; refuses what is too deep."""
    waiting = [(found, 1)]
    while waiting:
        value, depth = waiting.pop()
        if depth > MAX_DEPTH:
            raise _too_deep()
        yield value
        if isinstance(value, dict):
            waiting += [(inner, depth + 1) for pair in value.items() for inner in pair]
        elif isinstance(value, list):
            waiting += [(inner, depth + 1) for inner in value]


def _too_deep() -> _Refused:
    return _Refused(_("er staan te veel haakjes in elkaar. Kijk de haakjes na."))


def _refuse(value: Any) -> None:
    """Refuse what would change the data unseen, and half a sign, which JSON allows ("\\ud800")."""
    if isinstance(value, Doubled):
        raise _Refused(
            _("het veld ‘{field}’ staat er twee keer in. Laat er één weg.").format(field=value.names[0][:60])
        )
    if isinstance(value, Thousands):
        text = value.written
        raise _Refused(
            _("‘{text}’ telt hier als {read}. Schrijf een duizendtal zonder punt, zoals {meant}.").format(
                text=text, read=str(float(value)).replace(".", ","), meant=text.replace(".", "")
            )
        )
    if isinstance(value, str) and not value.isascii():
        half = next((sign for sign in value if "\ud800" <= sign <= "\udfff"), None)
        if half:
            raise _Refused(
                _("er staat een teken in dat niet kan ({sign}). Haal het weg.").format(
                    sign=f"U+{ord(half):04X}"
                )
            )


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    return found if len(found) == len(pairs) else Doubled(pairs)


def _float(text: str) -> float:
    return Thousands(text) if _THOUSANDS.fullmatch(text) else float(text)


def _constant(text: str) -> NoReturn:
    raise _Refused(
        _("er staat {word} waar een getal hoort. Schrijf een gewoon getal, of laat het veld weg.").format(
            word=text
        )
    )
