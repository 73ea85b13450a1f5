"""Does what was read have the shape of an akkoord? Every fault is found, with its place, not only the first.

msgspec itself stops at the first fault and says it in English; so this walks the same types (msgspec.inspect)
beside the values. Whatever passes here, msgspec converts.
"""

from __future__ import annotations

import math
from typing import Any

import msgspec
from msgspec import inspect

from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.json_text import Doubled, Thousands
from huurdersapp.records.akkoord_fouten import Fouten, Plek, bedoelt_u, kort
from huurdersapp.records.text import control_sign

MAX_TEKST = 10_000
"""Longest text of one field, in signs. Own wording is short; the longest of Emmen is a few hundred."""
MAX_GETAL = 10**12


def check_vorm(raw: object, struct: type[msgspec.Struct], plek: Plek, fouten: Fouten) -> None:
    """Note every place where `raw` does not fit `struct`: unknown, missing and double fields, wrong types,
    words outside a list, control characters, texts that are empty or too long."""
    kind = inspect.type_info(struct)
    assert isinstance(kind, inspect.StructType)
    _check_struct(raw, kind, plek, fouten)


def _check_struct(raw: object, kind: inspect.StructType, plek: Plek, fouten: Fouten) -> None:
    if not isinstance(raw, dict):
        fouten.add(
            plek, _("hier staat {what}").format(what=_wat(raw)), _("Hier hoort een blok tussen { en }.")
        )
        return
    fields = {field.encode_name: field for field in kind.fields}
    if isinstance(raw, Doubled):
        for name in raw.names:
            fouten.add(
                plek, _("‘{field}’ staat er twee keer").format(field=kort(name)), _("Haal er een weg.")
            )
    for name in raw:
        if name not in fields:
            what = _("het veld ‘{field}’ hoort hier niet").format(field=kort(name))
            fouten.add(plek, what, " ".join([_("Haal het weg."), bedoelt_u(name, set(fields) - set(raw))]))
    for name, field in fields.items():
        if name in raw:
            _check_value(raw[name], field.type, name, plek, fouten, required=field.required)
        elif field.required:
            what = _("‘{field}’ ontbreekt").format(field=name)
            fouten.add(plek, what, _("Zet er {example} bij.").format(example=_voorbeeld(name, field.type)))


def _check_value(
    raw: object, kind: inspect.Type, name: str, plek: Plek, fouten: Fouten, *, required: bool
) -> None:
    """Check the value of one field, or of one element of a list of plain values, called `name`."""
    if isinstance(kind, inspect.UnionType):
        kinds = [option for option in kind.types if not isinstance(option, inspect.NoneType)]
    else:
        kinds = [kind]
    first = kinds[0]
    if isinstance(first, inspect.StructType):
        _check_struct(raw, first, plek.veld(name), fouten)
    elif isinstance(first, inspect.ListType):
        _check_list(raw, first, name, plek, fouten)
    elif isinstance(first, inspect.LiteralType):
        _check_literal(raw, [str(value) for value in first.values], name, plek, fouten)
    elif isinstance(first, inspect.StrType):
        _check_text(raw, name, plek, fouten, required=required)
    else:
        _check_number(raw, kinds, name, plek, fouten)


def _check_list(raw: object, kind: inspect.ListType, name: str, plek: Plek, fouten: Fouten) -> None:
    if not isinstance(raw, list):
        what = _("bij ‘{field}’ staat {what}").format(field=name, what=_wat(raw))
        fouten.add(plek, what, _("Hier hoort een lijst tussen [ en ]."))
        return
    for number, element in enumerate(raw, 1):
        if isinstance(kind.item_type, inspect.StructType):
            naam = element.get("naam") if isinstance(element, dict) else None
            _check_struct(element, kind.item_type, plek.element(name, number, naam), fouten)
        else:
            _check_value(element, kind.item_type, name, plek, fouten, required=True)
    plain = [element for element in raw if isinstance(element, str)]
    for double in sorted({element for element in plain if plain.count(element) > 1}):
        what = _("bij ‘{field}’ staat ‘{value}’ twee keer").format(field=name, value=kort(double))
        fouten.add(plek, what, _("Haal er een weg."))


def _check_literal(raw: object, options: list[str], name: str, plek: Plek, fouten: Fouten) -> None:
    if isinstance(raw, str) and raw in options:
        return
    what = _("‘{field}’ kan niet {value} zijn").format(field=name, value=_wat(raw))
    help_ = bedoelt_u(raw, options) if isinstance(raw, str) else ""
    listed = _("Kies uit {options}.").format(options=", ".join(f"‘{option}’" for option in options))
    fouten.add(plek, what, listed if not help_ or help_.startswith(listed[:8]) else f"{help_} {listed}")


def _check_text(raw: object, name: str, plek: Plek, fouten: Fouten, *, required: bool) -> None:
    if not isinstance(raw, str):
        what = _("bij ‘{field}’ staat {what}").format(field=name, what=_wat(raw))
        if raw is None:
            fouten.add(plek, what, _("Laat het veld weg als u niets hebt in te vullen."))
        else:
            fouten.add(plek, what, _("Hier hoort tekst tussen dubbele aanhalingstekens."))
        return
    sign = control_sign(raw)
    if sign:
        what = _("in ‘{field}’ staat een onzichtbaar stuurteken ({sign})").format(field=name, sign=sign)
        fouten.add(plek, what, _("Haal dat teken weg of typ de tekst opnieuw."))
    elif required and not raw.strip():
        fouten.add(plek, _("‘{field}’ is leeg").format(field=name), _("Vul hier iets in."))
    elif len(raw) > MAX_TEKST:
        what = _("‘{field}’ is langer dan {limit} tekens").format(field=name, limit=MAX_TEKST)
        fouten.add(plek, what, _("Maak de tekst korter."))


def _check_number(raw: object, kinds: list[inspect.Type], name: str, plek: Plek, fouten: Fouten) -> None:
    """A whole number, a number or yes/no, as far as `kinds` allows. True is no number here."""
    bools = any(isinstance(option, inspect.BoolType) for option in kinds)
    floats = any(isinstance(option, inspect.FloatType) for option in kinds)
    ints = any(isinstance(option, inspect.IntType) for option in kinds)
    what = _("bij ‘{field}’ staat {what}").format(field=name, what=_wat(raw))
    if isinstance(raw, bool):
        if not bools:
            fouten.add(plek, what, _("Hier hoort een getal."))
    elif isinstance(raw, Thousands):
        help_ = _("Schrijf duizend zonder punt ({whole}), en laat nullen achter de komma weg.")
        fouten.add(
            plek,
            _("bij ‘{field}’ staat {text}, en dat leest de computer als {number:g}").format(
                field=name, text=raw.written, number=float(raw)
            ),
            help_.format(whole=raw.written.replace(".", "")),
        )
    elif isinstance(raw, int | float) and (ints or floats):
        if not math.isfinite(raw) or abs(raw) > MAX_GETAL:
            fouten.add(plek, what, _("Dat getal is te groot. Kies een kleiner getal met een eenheid."))
        elif isinstance(raw, float) and not floats:
            fouten.add(plek, what, _("Hier hoort een heel getal."))
    elif raw is None:
        fouten.add(plek, what, _("Laat het veld weg als u niets hebt in te vullen."))
    elif not (ints or floats):
        fouten.add(plek, what, _("Schrijf true voor ja of false voor nee, zonder aanhalingstekens."))
    else:
        fouten.add(plek, what, _("Hier hoort een getal, zonder aanhalingstekens."))


def _wat(raw: object) -> str:
    """What stands there, in words."""
    if raw is None:
        return _("niets (null)")
    if isinstance(raw, bool):
        return _("true of false")
    if isinstance(raw, str):
        return _("de tekst ‘{text}’").format(text=kort(raw)) if raw.strip() else _("een lege tekst")
    if isinstance(raw, int | float):
        return _("het getal {number}").format(number=kort(raw) if abs(raw) < 10**60 else "…")
    return _("een lijst") if isinstance(raw, list) else _("een blok")


def _voorbeeld(name: str, kind: inspect.Type) -> str:
    """What could be typed for a field that is missing."""
    values: dict[type[Any], str] = {
        inspect.StrType: '"…"',
        inspect.IntType: "…",
        inspect.ListType: "[…]",
        inspect.StructType: "{…}",
    }
    if isinstance(kind, inspect.LiteralType):
        return f'"{name}": "{kind.values[0]}"'
    return f'"{name}": {values.get(type(kind), "…")}'
