"""Conditions as people type them, veld=waarde, as SQL: the same for a list and for a number on paper."""

from __future__ import annotations

import difflib
import re
from decimal import Decimal

from sqlalchemy import ColumnElement, Float, and_, cast, or_, select

from huurdersapp.actions import telregel
from huurdersapp.actions.plain import Resolver
from huurdersapp.actions.telregel import COUNTS_FOR
from huurdersapp.base import period
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.period import Period
from huurdersapp.records import geldig
from huurdersapp.records.base import Choices
from huurdersapp.records.draft import Fault, near
from huurdersapp.records.spec import Field, Filter, RecordSpec
from huurdersapp.store.search import hits, terms
from huurdersapp.store.step import ReadSession

ANY_WORD = "bevat"
"""A condition of every kind: one of these words (with commas between them) is found in the record."""
FOR_AKKOORD = "voor_akkoord"
"""A condition of every kind that knows its akkoord: it counts for this one (see records/geldig.py)."""
_YES, _NO = ("ja", "true", "1"), ("nee", "false", "0")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WHOLE, _DECIMAL = re.compile(r"-?\d{1,15}"), re.compile(r"-?\d{1,15}(?:[.,]\d{1,9})?")


def typed(db: ReadSession, spec: RecordSpec, text: str) -> ColumnElement[bool]:
    """A condition as it is typed after `--waar`; raises UserError as `condition`."""
    key, sign, value = text.partition("=")
    if not sign:
        raise UserError(
            _("‘{text}’ is geen voorwaarde."),
            _("Schrijf VELD=WAARDE, zoals kern=Klazienaveen."),
            text=text[:60],
        )
    return condition(db, spec, key.strip(), value.strip())


def condition(db: ReadSession, spec: RecordSpec, key: str, value: str) -> ColumnElement[bool]:
    """One condition: a field that equals a value (nothing: is empty), or a named filter of the kind.

    Fields and choices may be called by their key or by the label that lists show, in capitals or not. Of a choice
    more values may be given, with commas between them; so of numbers of records.
    `inbreng.overleg` is a field of a list inside the record: some line of it meets the condition. Raises UserError for
    an unknown field and an impossible value.
    """
    first, dot, rest = key.partition(".")
    if dot and (part := spec.part.get(first)) is not None:
        line = part.spec.table
        inside = condition(db, part.spec, rest, value)
        return spec.table.c.id.in_(select(line.c.ouder_id).where(line.c.verwijderd.is_(None), inside))
    key = known_key(spec, key)
    if (named := spec.filter.get(key)) is not None:
        return _named(db, named, value)
    if key == ANY_WORD:
        return _any_word(spec, value)
    if key == FOR_AKKOORD and spec.key in geldig.KINDS:
        return geldig.counts_for(spec.key, _found(db, "akkoord", value))
    if key == COUNTS_FOR and spec.key in telregel.KINDS:
        return telregel.meets(db, spec, value)
    if (item := spec.fields.get(key)) is None:
        raise unknown_field(spec, key)
    column = spec.table.c[item.column]
    if not value:
        return column.is_(None)
    match item.kind:
        case "datum":
            days = days_meant(value)
            return and_(column >= days.first, column <= days.last)
        case "tekst":
            return column.collate("NOCASE") == value
        case "keuze":
            return column.in_(choices_meant(item.label, item.choices, value))
        case "verwijzing":
            return column == _found(db, item.note.ref or "", value)
        case "ja_nee":
            return column.is_(yes_or_no(value))
        case _ if item.column == "nummer" and "," in value:
            return column.in_([_number(item, one.strip()) for one in value.split(",")])
        case _:
            number = _number(item, value)
            # A decimal number is kept as text, in which 19,9 and 19,90 differ.
            return (cast(column, Float) if item.type is Decimal else column) == number


def known_key(spec: RecordSpec, name: str) -> str:
    """The field or filter that somebody calls so: by its key or its label; the name itself when there is none."""
    if name in spec.fields or name in spec.filter:
        return name
    folded = name.casefold()
    for key in (*spec.fields, *spec.filter, ANY_WORD, FOR_AKKOORD, COUNTS_FOR):
        if key.casefold() == folded:
            return key
    labels = [(item.key, item.label) for item in spec.fields.values()]
    labels += [(item.key, str(item.label)) for item in spec.filters]
    found = [key for key, label in labels if label.casefold() == folded]
    return found[0] if len(found) == 1 else name


def unknown_field(spec: RecordSpec, key: str) -> UserError:
    """The sentence for a field or filter that the kind does not have."""
    known = (*spec.fields, *spec.filter, ANY_WORD)
    close = difflib.get_close_matches(key[:60].lower(), known, n=1)
    return UserError(
        _("{label} heeft geen veld ‘{key}’."),
        _("Bedoelt u ‘{close}’?") if close else None,
        None if close else _("Welke velden er zijn, ziet u met: huurdersapp velden {kind}"),
        label=spec.label,
        key=key[:40],
        close="".join(close),
        kind=spec.key,
    )


def _named(db: ReadSession, named: Filter, value: str) -> ColumnElement[bool]:
    if not value:
        raise _needs_value(named.key)
    match named.kind:
        case "datum":
            return named.where(days_meant(value).last)
        case "periode":
            days = days_meant(value)
            return named.where((days.first, days.last))
        case "keuze":
            return or_(*(named.where(one) for one in choices_meant(str(named.label), named.choices, value)))
        case "verwijzing":
            return named.where(_found(db, named.ref or "", value))
        case "ja_nee":
            return named.where(yes_or_no(value))


def _any_word(spec: RecordSpec, value: str) -> ColumnElement[bool]:
    searches = [found for word in value.split(",") if (found := terms(word))]
    if not searches:
        raise _needs_value(ANY_WORD)
    return or_(*(spec.table.c.id.in_(hits(spec.key, found)) for found in searches))


def _needs_value(key: str) -> UserError:
    return UserError(_("Achter ‘{key}=’ hoort nog een waarde."), _("Typ die erbij."), key=key)


def days_meant(value: str) -> Period:
    """The days that a value of a condition names, a single one too; raises UserError for none."""
    if _DAY.fullmatch(value):
        value = f"{value}..{value}"
    try:
        return period.parse(value)
    except UserError as fault:
        hint = _(
            "Schrijf een dag (2019-03-05), een jaar (2019), een trimester (2019-T1) of twee dagen "
            "(2019-01-01..2019-04-30)."
        )
        raise UserError(fault.text, hint) from fault


def choices_meant(label: str, choices: Choices | None, value: str) -> list[str]:
    """The keys of the choices that a value of a condition names; raises UserError for one that is not there."""
    assert choices is not None
    if whole := _meant(choices, value):  # a label may have a comma of its own
        return whole
    chosen: list[str] = []
    for one in map(str.strip, value.split(",")):
        if not (found := _meant(choices, one)):
            close = near(one, choices)
            raise UserError(
                _("{label} ‘{value}’ bestaat niet."),
                _("Bedoelt u ‘{close}’?") if close else _("Kies uit: {keys}."),
                label=label,
                value=one[:40],
                close=close,
                keys=", ".join(choices.keys()),
            )
        chosen += found
    return chosen


def _meant(choices: Choices, word: str) -> list[str]:
    """The choice with this key, else every one with this label: under two categories stands the same word."""
    folded = word.casefold()
    by_key = [item.key for item in choices.items if item.key.casefold() == folded]
    return by_key or [item.key for item in choices.items if str(item.label).casefold() == folded]


def _found(db: ReadSession, kind: str, value: str) -> str:
    found = db.once(("meant", kind, value), lambda: Resolver(db, binned=True)(kind, value))
    if isinstance(found, Fault):
        raise UserError(found.text, command=found.command)
    return found


def yes_or_no(value: str) -> bool:
    """What a value of a condition says; raises UserError when it is neither."""
    if value.lower() not in _YES + _NO:
        raise UserError(_("‘{value}’ kan hier niet."), _("Schrijf ja of nee."), value=value[:40])
    return value.lower() in _YES


def _number(item: Field, value: str) -> float:
    if item.type is Decimal and _DECIMAL.fullmatch(value):
        return float(value.replace(",", "."))
    if item.type is not Decimal and _WHOLE.fullmatch(value):
        return int(value)
    hint = _("Schrijf alleen cijfers, zonder punt ertussen.")
    if item.kind == "bedrag":
        hint = _("Schrijf het bedrag in hele centen: 59600 voor € 596,00.")
    raise UserError(_("‘{value}’ kan hier niet."), hint, value=value[:40])
