"""Read and write an akkoord as a file: JSON in, checked values out, and back without loss.

The shape stands in akkoord_structuur.py, the checks in akkoord_vorm.py (shape), akkoord_maten.py (measures),
akkoord_agenda.py and akkoord_controle.py. No database here: who loads the values decides where they go.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from huurdersapp.base import json_text
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.akkoord_controle import check_akkoord
from huurdersapp.records.akkoord_fouten import Fouten, Plek
from huurdersapp.records.akkoord_namen import Namen
from huurdersapp.records.akkoord_structuur import FORMAAT, VERSIE, Akkoordbestand, Indicator
from huurdersapp.records.akkoord_vorm import check_vorm

__all__ = [
    "FORMAAT",
    "VERSIE",
    "Akkoordbestand",
    "partijen_van",
    "read_akkoord",
    "read_akkoord_bytes",
    "verwezen_indicatoren",
    "write_akkoord",
]

MAX_BYTES = 20 * 1024 * 1024
"""A file larger than this is no akkoord: Emmen, with everything in it, stays far below 1 MB."""


def read_akkoord(path: Path) -> Akkoordbestand:
    """The akkoord in this file. Raises UserError with place and mend of every fault (ten in full)."""
    return read_akkoord_bytes(json_text.read_file(path, MAX_BYTES), path.name)


def read_akkoord_bytes(data: bytes, name: str) -> Akkoordbestand:
    """The akkoord in these bytes; `name` is what the file is called in the sentences of a UserError."""
    other = _("Kies een akkoordbestand, zoals ‘akkoord export’ het maakt.")
    rules = json_text.Rules(
        limit=MAX_BYTES,
        too_large=other,
        empty=_("Kies een ander bestand, of begin met het lege model."),
        broken=_("Verbeter die regel en lees het bestand opnieuw in."),
        other=other,
        kept=True,
    )
    raw = json_text.parse(data, name, rules)
    _check_soort(raw, name)
    top = Plek(())
    fouten = Fouten(name)
    check_vorm(raw, Akkoordbestand, top, fouten)
    fouten.raise_if_any()
    bestand = msgspec.convert(raw, Akkoordbestand)
    check_akkoord(bestand, fouten)
    fouten.raise_if_any()
    return bestand


def _check_soort(raw: object, name: str) -> None:
    """Refuse another kind of file, and a newer version, before anything else is said about it."""
    if not isinstance(raw, dict) or raw.get("formaat", FORMAAT) != FORMAAT:
        raise UserError(
            _("{name} is geen akkoordbestand."),
            _('Bovenaan hoort te staan: "formaat": "{formaat}".'),
            name=name,
            formaat=FORMAAT,
        )
    version = raw.get("versie", VERSIE)
    if not isinstance(version, int) or isinstance(version, bool):
        return  # the check of the shape says so
    if version > VERSIE:
        raise UserError(
            _("Dit akkoordbestand is gemaakt met een nieuwere versie van het programma ({name})."),
            _("Werk eerst het programma bij."),
            name=name,
        )
    if version < 1:
        raise UserError(
            _("{name}: ‘versie’ is {version}."), _('Zet er "versie": 1 neer.'), name=name, version=version
        )


def write_akkoord(bestand: Akkoordbestand) -> bytes:
    """The file for this akkoord: JSON that people can read and edit, UTF-8, ending in a line break.

    Fields at their default are left out, and reading the bytes back gives an equal value.
    """
    return msgspec.json.format(msgspec.json.encode(bestand), indent=2) + b"\n"


def partijen_van(bestand: Akkoordbestand, naam_of_rol: str) -> list[str]:
    """The exact names of the parties that a name, other name, role or "alle partijen" stands for.

    Empty when nobody is called so; that does not happen for words of a file that was read.
    """
    return [partij.naam for partij in Namen(bestand).partijen_van(naam_of_rol)]


def verwezen_indicatoren(bestand: Akkoordbestand, indicator: Indicator) -> list[Indicator]:
    """The measures that "zie bij gemeente" leads to, in the order of the document.

    A code means that measure; a party means all measures of its own in the same theme (a reference never
    leads to another reference that way).
    """
    everywhere = [maat for thema in bestand.themas for doel in thema.doelen for maat in doel.indicatoren]
    same_theme = [
        maat
        for thema in bestand.themas
        if any(indicator.code == other.code for doel in thema.doelen for other in doel.indicatoren)
        for doel in thema.doelen
        for maat in doel.indicatoren
    ]
    codes = set(indicator.verwijst_naar)
    parties = {name for word in indicator.verwijst_naar for name in partijen_van(bestand, word)}
    own = {
        maat.code
        for maat in same_theme
        if maat.soort != "verwijzing"
        and parties & {name for word in maat.partijen for name in partijen_van(bestand, word)}
    }
    return [maat for maat in everywhere if maat.code in codes or maat.code in own]
