"""Which column of a list is what: guessed by its name, remembered for the next list of the same source."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from huurdersapp.actions import voorkeuren
from huurdersapp.actions.adreslijst.cells import is_postcode
from huurdersapp.actions.context import Context
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.tables.table import Table

ALIKE = 85
"""Of 100: from here a name is taken for another one with a slip of the pen."""
_REMEMBERED = "adreslijst.kolommen"
_LETTERS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A column that can be loaded: its key, its label, and how lists call it."""

    key: str
    label: LazyText
    names: tuple[str, ...]


COLUMNS: tuple[Wanted, ...] = (
    Wanted("postcode", lazy("Postcode"), ("postcode", "pc6", "pc", "zipcode", "postkode", "post code")),
    Wanted("huisnummer", lazy("Huisnummer"), ("huisnummer", "huisnr", "nummer", "nr", "hnr", "huis nummer")),
    Wanted(
        "toevoeging",
        lazy("Toevoeging"),
        ("toevoeging", "huisnummertoevoeging", "toev", "huisnr toev", "toevoeging huisnummer"),
    ),
    Wanted("huisletter", lazy("Huisletter"), ("huisletter", "letter", "huisnr letter", "hsltr")),
    Wanted("straat", lazy("Straat"), ("straat", "straatnaam", "openbare ruimte", "adres straat")),
    Wanted(
        "straat_en_nummer",
        lazy("Straat en huisnummer samen"),
        ("adres", "straat en huisnummer", "adresregel", "woonadres"),
    ),
    Wanted("plaats", lazy("Plaats"), ("plaats", "woonplaats", "plaatsnaam")),
    Wanted("kern", lazy("Kern of wijk"), ("kern", "wijk", "dorp", "wijknaam", "buurt", "wijk of kern")),
    Wanted(
        "complex",
        lazy("Complex"),
        ("complex", "complexnummer", "complexnr", "complexcode", "complexnaam", "naam complex"),
    ),
    Wanted("verhuurder", lazy("Verhuurder"), ("verhuurder", "corporatie", "eigenaar")),
    Wanted(
        "eenheid",
        lazy("Bouwkundige eenheid"),
        ("eenheid", "bouwkundige eenheid", "blok", "gebouw", "bouwblok", "cluster"),
    ),
    Wanted("woningtype", lazy("Woningtype"), ("woningtype", "type woning", "soort woning", "vhe type")),
    Wanted("bouwjaar", lazy("Bouwjaar"), ("bouwjaar", "jaar van bouw")),
    Wanted("energielabel", lazy("Energielabel"), ("energielabel", "label", "energie label", "ep label")),
)
BY_KEY = {column.key: column for column in COLUMNS}


def guess(ctx: Context, table: Table) -> dict[str, int]:
    """Which column of the list is which wanted one, by place: as the last time for these names, else by name."""
    kept = voorkeuren.get(ctx, _REMEMBERED, {}).get(_source(table.head))
    if isinstance(kept, dict):
        return {key: place for key, place in kept.items() if key in BY_KEY and 0 <= place < len(table.head)}
    found = _by_name(table)
    if "postcode" not in found and (place := _postcodes(table, set(found.values()))) is not None:
        found["postcode"] = place
    return found


def _by_name(table: Table) -> dict[str, int]:
    found: dict[str, int] = {}
    names = {_plain(name): column.key for column in COLUMNS for name in column.names}
    heads = [_plain(head) for head in table.head]
    for exact in (True, False):
        for place, head in enumerate(heads):
            if not head or place in found.values():
                continue
            key = names.get(head) if exact else _near(head, names)
            if key is not None and key not in found:
                found[key] = place
    if {"straat", "huisnummer"} <= set(found):
        found.pop("straat_en_nummer", None)
    return found


def _postcodes(table: Table, taken: set[int]) -> int | None:
    """The column with nothing but postcodes, whatever it is called; None when there is none."""
    first = table.rows[:50]
    for place in range(len(table.head)):
        filled = [row[place] for row in first if place < len(row) and row[place]]
        if place not in taken and filled and all(map(is_postcode, filled)):
            return place
    return None


def remember(ctx: Context, table: Table, columns: Mapping[str, int]) -> None:
    """Keep what was chosen for the next list with the same names of columns."""
    known = voorkeuren.get(ctx, _REMEMBERED, {})
    voorkeuren.put(ctx, _REMEMBERED, {**known, _source(table.head): dict(columns)})


def examples(table: Table, place: int, most: int = 3) -> list[str]:
    """Some different values of a column, so that people see what it is."""
    found: dict[str, None] = {}
    for row in table.rows[:200]:
        if row[place]:
            found[row[place]] = None
        if len(found) == most:
            break
    return list(found)


def _near(head: str, names: Mapping[str, str]) -> str | None:
    best = process.extractOne(head, list(names), scorer=fuzz.ratio, score_cutoff=ALIKE)
    return None if best is None else names[best[0]]


def _source(head: Sequence[str]) -> str:
    return "|".join(_plain(name) for name in head)


def _plain(name: str) -> str:
    return _LETTERS.sub(" ", name.casefold()).strip()
