"""Answers to a renovation from a list (a scan of forms, a sheet of somebody else): all of it in one step, or nothing.

Where anything is wrong, every line that is wrong is named with its reason, so that a list is mended in one go.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from huurdersapp.actions.context import Context
from huurdersapp.actions.renovatie_antwoord import Done, Homes, answered, count_answers
from huurdersapp.base import clock
from huurdersapp.base.days import typed_day
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.base.tables.table import Table
from huurdersapp.records.adres import tidy_addition
from huurdersapp.records.base import Choices
from huurdersapp.records.draagvlak import INSTEMMING
from huurdersapp.records.draft import Fault
from huurdersapp.records.renovatie_tables import (
    VORMEN,
    BouwkundigeEenheid,
    Renovatieproject,
    Renovatiewoning,
)
from huurdersapp.store.step import ReadSession

COLUMNS = (
    "nummer", "straat", "huisnummer", "toevoeging", "huurovereenkomst", "antwoord", "op", "vorm", "formulier", "door",
)  # fmt: skip
"""What a line may have: a home by its number or by its address, and the answer."""
_MOST_TOLD = 50


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list; `place` is where it stands, counted as people do."""

    place: int
    values: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        return self.values.get(key, "").strip()


def lines_of_objects(objects: object) -> list[Line]:
    """The lines of a list of JSON objects; raises UserError when it is something else or knows another name."""
    items = objects if isinstance(objects, list) else [objects]
    found = []
    for place, item in enumerate(items, 1):
        if not isinstance(item, dict):
            raise UserError(
                _("Zet hier een lijst met regels: [{{…}}, {{…}}]."), _("Kijk regel {place} na."), place=place
            )
        _known_columns(item)
        texts = {str(key): "" if value is None else str(value) for key, value in item.items()}
        found.append(Line(place, texts))
    return found


def lines_of_table(table: Table) -> list[Line]:
    """The lines of a sheet; raises UserError when a column has another name."""
    names = [name.strip().casefold() for name in table.head]
    _known_columns(filter(None, names))
    return [
        Line(line, {name: cell for name, cell in zip(names, row, strict=False) if name})
        for line, row in zip(table.lines, table.rows, strict=True)
    ]


def _known_columns(names: Iterable[object]) -> None:
    for name in names:
        if name not in COLUMNS:
            raise UserError(
                _("De kolom ‘{name}’ hoort hier niet."),
                _("Gebruik deze namen: {known}."),
                name=str(name)[:40],
                known=", ".join(COLUMNS),
            )


def answer_lines(ctx: Context, lines: Sequence[Line], eenheid: int | None = None) -> Done:
    """Write the answers of these lines in one step; `eenheid` (by number) says in which building the addresses lie.

    Who already said so is left as it was. Raises UserError with every line that is wrong; then nothing is written.
    """
    if not lines:
        raise UserError(_("Er staat geen antwoord in de lijst."), _("Zet elke woning op een eigen regel."))
    wrong: dict[int, str] = {}
    with ctx.store.step(_("Antwoorden vastleggen")) as db:
        at = _places(db, lines, eenheid, wrong)
        found = _Listed(db, {number: line.place for number, line in at.items()}, wrong)
        done = []
        for row in found.rows:
            line = at[row.nummer]
            given = _given(line, wrong)
            if given is not None and answered(found, row, *given, alone=True):
                done.append(row)
        if not wrong:
            count_answers(db, found, done)
        if wrong:
            raise UserError(_refused(wrong))
        found.refuse()
    return Done(tuple(row.nummer for row in done), found.warnings())


class _Listed(Homes):
    """Homes that are told by the line on which they stand."""

    def __init__(self, db: ReadSession, places: Mapping[int, int], wrong: dict[int, str]) -> None:
        super().__init__(db, places)
        self._at, self._wrong = places, wrong

    def tell(self, row: Renovatiewoning, fault: Fault) -> None:
        if fault.warning:
            super().tell(row, fault)
            return
        text = _("{home}: {reason}").format(home=row.naam or row.nummer, reason=fault.text)
        self._wrong.setdefault(self._at[row.nummer], text)


def _refused(wrong: Mapping[int, str]) -> str:
    told = [_("regel {line}, {reason}").format(line=line, reason=wrong[line]) for line in sorted(wrong)]
    more = len(told) - _MOST_TOLD
    if more > 0:
        rest = ngettext("en nog {count} regel", "en nog {count} regels", more)
        told = [*told[:_MOST_TOLD], rest.format(count=more)]
    return "\n".join([_("Er is niets opgeslagen. Verbeter eerst:"), *(f"- {text}" for text in told)])


def _given(line: Line, wrong: dict[int, str]) -> tuple[str, dict[str, Any]] | None:
    """The answer of a line and what is told with it; None where that is wrong."""
    try:
        said = _choice(line["antwoord"], INSTEMMING)
        told: dict[str, Any] = {"formulier": line["formulier"], "opgehaald_door": line["door"]}
        if line["op"]:
            told["instemming_op"] = typed_day(line["op"], clock.today(), "past").isoformat()
        if line["vorm"]:
            told["vorm"] = _choice(line["vorm"], VORMEN)
    except UserError as fault:
        wrong.setdefault(
            line.place, _("{home}: {reason}").format(home=_called(line), reason=fault.sentence())
        )
        return None
    return said, {key: value for key, value in told.items() if value}


def _choice(text: str, choices: Choices) -> str:
    """The key of a choice that was written by its key or its label."""
    typed = " ".join(text.casefold().replace("_", " ").split())
    for item in choices.items:
        if typed in (item.key.replace("_", " "), str(item.label).casefold()):
            return item.key
    if not typed:
        raise UserError(_("Er staat geen antwoord."))
    raise UserError(
        _("‘{text}’ kan hier niet."), _("Kies uit: {keys}."), text=text[:40], keys=", ".join(choices.keys())
    )


def _called(line: Line) -> str:
    address = " ".join(filter(None, (line["straat"], line["huisnummer"], line["toevoeging"])))
    return address or _("woning {number}").format(number=line["nummer"] or "?")


def _places(
    db: ReadSession, lines: Sequence[Line], eenheid: int | None, wrong: dict[int, str]
) -> dict[int, Line]:
    """The line of each home by its number; what is not one home, or stands there twice, goes to `wrong`."""
    by_number, by_address = _homes(db, eenheid)
    found: dict[int, Line] = {}
    for line in lines:
        number, reason = _one(line, by_number, by_address)
        if number in found:
            reason = _("deze woning staat ook op regel {line}.").format(line=found[number].place)
        if reason:
            wrong[line.place] = _("{home}: {reason}").format(home=_called(line), reason=reason)
        else:
            assert number is not None
            found[number] = line
    return found


_Address = tuple[str, str, str]


def _homes(db: ReadSession, eenheid: int | None) -> tuple[set[int], dict[_Address, list[tuple[int, str]]]]:
    """The homes that can be meant, by number and by address."""
    query = (
        select(Renovatiewoning)
        .join(BouwkundigeEenheid, BouwkundigeEenheid.id == Renovatiewoning.eenheid_id)
        .join(Renovatieproject, Renovatieproject.id == BouwkundigeEenheid.project_id)
        .where(Renovatiewoning.verwijderd.is_(None), BouwkundigeEenheid.verwijderd.is_(None))
    )
    if eenheid is not None:
        query = query.where(BouwkundigeEenheid.nummer == eenheid)
    else:
        query = query.where(Renovatieproject.verwijderd.is_(None), Renovatieproject.afgesloten_op.is_(None))
    numbers: set[int] = set()
    addresses: dict[_Address, list[tuple[int, str]]] = {}
    for row in db.scalars(query):
        numbers.add(row.nummer)
        if row.straat and row.huisnummer is not None:
            key = _address(row.straat, str(row.huisnummer), row.toevoeging)
            addresses.setdefault(key, []).append((row.nummer, row.huurovereenkomst or ""))
    return numbers, addresses


def _address(street: str, number: str, addition: str | None) -> _Address:
    return " ".join(street.casefold().split()), number.strip(), (tidy_addition(addition) or "").casefold()


def _one(
    line: Line, by_number: set[int], by_address: Mapping[_Address, list[tuple[int, str]]]
) -> tuple[int | None, str]:
    """The number of the home of a line, or why that is not known."""
    if typed := line["nummer"]:
        if typed.isascii() and typed.isdecimal() and int(typed) in by_number:
            return int(typed), ""
        return None, _("deze woning is er niet.")
    if not (line["straat"] and line["huisnummer"]):
        return None, _("vul het nummer van de woning in, of straat en huisnummer.")
    found = by_address.get(_address(line["straat"], line["huisnummer"], line["toevoeging"]), [])
    if contract := line["huurovereenkomst"].casefold():
        found = [each for each in found if each[1].casefold() == contract]
    if len(found) == 1:
        return found[0][0], ""
    if found:
        return None, _("dit adres staat er vaker. Noem de huurovereenkomst of het nummer van de woning.")
    return None, _("dit adres staat in geen lopend project.")
