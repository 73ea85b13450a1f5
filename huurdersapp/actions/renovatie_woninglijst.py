"""The homes of a building as the landlord lists them: which column is what, and what each row says.

Names of tenants are not read, whatever the list has: at the start nobody needs them, and who is not asked for consent is not
in our files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from huurdersapp.actions import kolommen
from huurdersapp.actions.adreslijst.cells import SHOWN, door, postcode
from huurdersapp.actions.context import Context
from huurdersapp.actions.kolommen import Wanted
from huurdersapp.actions.renovatie_woningplan import Home, Layout, Plan, Planner, Seen
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.base.tables import read_table
from huurdersapp.base.tables.table import Table

_REMEMBERED = "renovatie.kolommen"
COLUMNS: tuple[Wanted, ...] = (
    Wanted("straat", lazy("Straat"), ("straat", "straatnaam", "openbare ruimte", "adres straat")),
    Wanted("huisnummer", lazy("Huisnummer"), ("huisnummer", "huisnr", "nummer", "nr", "hnr", "huis nummer")),
    Wanted("huisletter", lazy("Huisletter"), ("huisletter", "letter", "huisnr letter", "hsltr")),
    Wanted(
        "toevoeging",
        lazy("Toevoeging"),
        ("toevoeging", "huisnummertoevoeging", "toev", "huisnr toev", "toevoeging huisnummer"),
    ),
    Wanted(
        "straat_en_nummer",
        lazy("Straat en huisnummer samen"),
        ("adres", "straat en huisnummer", "adresregel", "woonadres"),
    ),
    Wanted("postcode", lazy("Postcode"), ("postcode", "pc6", "pc", "zipcode", "postkode", "post code")),
    Wanted(
        "trappenhuis",
        lazy("Trappenhuis"),
        ("trappenhuis", "portiek", "trap", "opgang", "entree", "trappenhal"),
    ),
    Wanted("verdieping", lazy("Verdieping"), ("verdieping", "etage", "bouwlaag", "woonlaag", "laag")),
    Wanted("deur", lazy("Deur"), ("deur", "deurnummer", "deurnr", "plaats op de verdieping")),
    Wanted("leeg", lazy("Leeg"), ("leeg", "leegstand", "leegstaand", "woning leeg", "onbewoond")),
)
BY_KEY = {column.key: column for column in COLUMNS}
_YES = ("ja", "j", "x", "1", "true", "waar", "leeg", "leegstand", "yes")
_NO = ("", "nee", "n", "0", "false", "onwaar", "verhuurd", "bewoond", "no", "-")
_GROUND = ("bg", "b.g.", "begane grond", "parterre", "p", "bgg")
_FLOOR = re.compile(r"(-?\d{1,2})(?:[.,]0+)?(?:e|de|ste)?(?: (?:verdieping|etage|bouwlaag|woonlaag))?")
_NUMBER = re.compile(r"(\d{1,3})(?:[.,]0+)?")


class _Odd(Exception):
    """What is wrong with a row, in a sentence."""


def guess(ctx: Context, table: Table) -> dict[str, int]:
    """Which column of the list is which wanted one: as the last time for these names, else by name."""
    if (kept := kolommen.remembered(ctx, _REMEMBERED, table, COLUMNS)) is not None:
        return kept
    found = kolommen.by_name(table, COLUMNS)
    if {"straat", "huisnummer"} <= set(found):
        found.pop("straat_en_nummer", None)
    return found


def remember(ctx: Context, table: Table, columns: Mapping[str, int]) -> None:
    """Keep what was chosen for the next list with the same names of columns."""
    kolommen.remember(ctx, _REMEMBERED, table, columns)


def plan_from_list(
    ctx: Context,
    eenheid: int,
    table: Table | Path,
    columns: Mapping[str, int] | None = None,
    *,
    straat: str | None = None,
    layout: Layout | None = None,
) -> Plan:
    """The homes of a list (csv, xlsx, xls or ods). `columns` says at which place of a row each key of `COLUMNS` stands;
    else it is guessed. `straat` is the street where the list has none, `layout` where its doors are.

    Raises UserError for a file that cannot be read, and when nobody knows where the house number stands.
    """
    if isinstance(table, Path):
        table = read_table(table)
    where = guess(ctx, table) if columns is None else dict(columns)
    if not {"huisnummer", "straat_en_nummer"} & set(where):
        raise UserError(
            _("Wij weten nog niet in welke kolom het huisnummer staat."),
            _("Noem die kolom ‘huisnummer’, of kies hem."),
        )
    used = set(where.values())
    aside = sum(bool(name) and place not in used for place, name in enumerate(table.head))
    with ctx.store.reading() as db:
        return Planner(ctx, db, eenheid).plan(_homes(table, where, straat), layout, aside=aside)


def _homes(table: Table, where: Mapping[str, int], straat: str | None) -> Iterator[Home | Seen]:
    for line, row in zip(table.lines, table.rows, strict=True):
        cells = {key: " ".join(row[place].split()) for key, place in where.items() if place < len(row)}
        try:
            yield _home(cells, straat, line)
        except _Odd as fault:
            shown = " ".join(filter(None, cells.values()))[:SHOWN]
            yield Seen(shown, "fout", _("Regel {line}: {fault}").format(line=line, fault=fault))


def _home(cells: Mapping[str, str], straat: str | None, line: int) -> Home:
    at = door(cells)
    if isinstance(at, str):
        raise _Odd(at)
    return Home(
        straat=at.street or cells.get("straat") or straat,
        huisnummer=at.number,
        toevoeging=at.addition,
        postcode=postcode(cells["postcode"]) if cells.get("postcode") else None,
        trappenhuis=cells.get("trappenhuis") or None,
        verdieping=_floor(cells.get("verdieping", "")),
        deur=_place(cells.get("deur", "")),
        leeg=_empty(cells.get("leeg", "")),
        line=line,
    )


def _floor(text: str) -> int | None:
    if not text:
        return None
    plain = text.casefold()
    if plain in _GROUND:
        return 0
    if (found := _FLOOR.fullmatch(plain)) is None:
        raise _Odd(
            _("‘{text}’ is geen verdieping. Typ een getal; de begane grond is 0.").format(text=text[:SHOWN])
        )
    return int(found[1])


def _place(text: str) -> int | None:
    if not text:
        return None
    if (found := _NUMBER.fullmatch(text)) is None or int(found[1]) == 0:
        raise _Odd(
            _("‘{text}’ is geen deur. Typ een getal, van links naar rechts.").format(text=text[:SHOWN])
        )
    return int(found[1])


def _empty(text: str) -> bool:
    plain = text.casefold()
    if plain in _YES:
        return True
    if plain in _NO:
        return False
    raise _Odd(_("Is deze woning leeg? Er staat ‘{text}’. Typ ja of nee.").format(text=text[:SHOWN]))
