"""Which column of a list of addresses is what."""

from __future__ import annotations

from collections.abc import Mapping

from huurdersapp.actions import kolommen
from huurdersapp.actions.adreslijst.cells import is_postcode
from huurdersapp.actions.context import Context
from huurdersapp.actions.kolommen import Wanted, examples
from huurdersapp.base.i18n import lazy
from huurdersapp.base.tables.table import Table

_REMEMBERED = "adreslijst.kolommen"
__all__ = ["BY_KEY", "COLUMNS", "examples", "guess", "remember"]

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
    if (kept := kolommen.remembered(ctx, _REMEMBERED, table, COLUMNS)) is not None:
        return kept
    found = kolommen.by_name(table, COLUMNS)
    if {"straat", "huisnummer"} <= set(found):
        found.pop("straat_en_nummer", None)
    if "postcode" not in found and (place := _postcodes(table, set(found.values()))) is not None:
        found["postcode"] = place
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
    kolommen.remember(ctx, _REMEMBERED, table, columns)
