"""An akkoord: load it from a file, write it to one, and show it in its own order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import select

from huurdersapp.actions import reservekopie
from huurdersapp.actions.akkoord_laden import drafts_of_file
from huurdersapp.actions.akkoord_schrijven import file_of
from huurdersapp.actions.context import Context
from huurdersapp.actions.sheets import example_mark
from huurdersapp.actions.streefwaarden import target_in_words
from huurdersapp.base import files
from huurdersapp.base.csv_text import csv_bytes, defused
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.records import akkoord_structuur as file
from huurdersapp.records.akkoord import Akkoord
from huurdersapp.records.akkoord_bestand import read_akkoord, read_akkoord_bytes, write_akkoord
from huurdersapp.store.bulk import load as load_drafts
from huurdersapp.store.step import ReadSession

_COLUMNS = (
    "thema",
    "doel",
    "soort",
    "code",
    "tekst",
    "partijen",
    "trefwoord",
    "streefwaarden",
    "herkomst",
    "bron",
    "twijfel",
)


def load(ctx: Context, path: Path) -> Job[tuple[int, int]]:
    """Load an akkoord file in one step; gives the number of the akkoord and of records made.

    Raises UserError naming file, place and mend of each fault, or when the akkoord is there already; then nothing
    is written.
    """
    yield Progress(0, None, _("Akkoordbestand lezen"))
    source = read_akkoord(path)
    with ctx.store.reading() as db:
        drafts = drafts_of_file(db, source)
    yield from reservekopie.before(ctx, reservekopie.LOADING)
    count = yield from load_drafts(ctx.store, _("Akkoord laden"), drafts, len(drafts))
    key = next(draft.id for draft in drafts if draft.spec.key == "akkoord")
    with ctx.store.reading() as db:
        number = db.scalars(select(Akkoord.nummer).where(Akkoord.id == key)).one()
    return number, count


def find(db: ReadSession, number: int | None) -> Akkoord:
    """The akkoord with this number, or the only one; raises UserError when that is not clear."""
    known = db.alive(db.catalogue.specs["akkoord"])
    if number is not None:
        known = [row for row in known if row.nummer == number]
        if not known:
            raise UserError(
                _("Akkoord {number} is er niet."),
                command=_("Kijk welke er zijn met: huurdersapp lijst akkoord"),
                number=number,
            )
    if not known:
        raise UserError(
            _("Er is nog geen akkoord."), command=_("Laad er een met: huurdersapp akkoord laad BESTAND")
        )
    if len(known) > 1:
        names = ", ".join(f"{row.nummer} {row.naam}" for row in known)
        raise UserError(
            _("Er zijn meer akkoorden: {names}."), command=_("Kies er een met --akkoord NUMMER."), names=names
        )
    found: Akkoord = known[0]
    return found


def whole(ctx: Context, number: int | None = None) -> file.Akkoordbestand:
    """The akkoord as an akkoord file has it."""
    with ctx.store.reading() as db:
        return file_of(db, find(db, number))


def export(ctx: Context, path: Path, number: int | None = None) -> int:
    """Write an akkoord to .json (what `load` reads) or .csv (a row per point); gives the number of points.

    Raises UserError for another ending, a place that cannot be written, and an akkoord to which somebody added points
    that lack what the file needs.
    """
    ending = path.suffix.lower()
    if ending not in (".json", ".csv"):
        raise UserError(_("Een akkoord kan naar .json of .csv."), _("Geef een naam die zo eindigt."))
    if ending == ".json":
        content, akkoord = _as_json(ctx, number, path.name)
        files.write(path, content)
        return len(list(_rows(akkoord)))
    akkoord = whole(ctx, number)
    rows = [[defused(row.get(name, "")) for name in _COLUMNS] for row in _rows(akkoord)]
    files.write(path, csv_bytes([_COLUMNS, *rows], example_mark(ctx.store.example)))
    return len(rows)


def as_json(ctx: Context, number: int | None = None) -> str:
    """An akkoord as the text that `load` reads; raises UserError as `export`."""
    return _as_json(ctx, number, _("Het akkoord"))[0].decode()


def _as_json(ctx: Context, number: int | None, name: str) -> tuple[bytes, file.Akkoordbestand]:
    """The file and what is in it, read back to be sure that `load` takes it; `name` is for its faults."""
    akkoord = whole(ctx, number)
    content = write_akkoord(akkoord)
    read_akkoord_bytes(content, name)
    return content, akkoord


def overview(ctx: Context, number: int | None = None) -> dict[str, Any]:
    """The akkoord as plain JSON values, nested as in its file."""
    shown: dict[str, Any] = msgspec.to_builtins(whole(ctx, number))
    return shown


def overview_lines(ctx: Context, number: int | None = None) -> Iterator[str]:
    """The akkoord as text to read, in its own order."""
    akkoord = whole(ctx, number)
    yield f"{akkoord.naam} ({akkoord.van}-{akkoord.tot}), {akkoord.gemeente}"
    yield _("Partijen: {names}").format(names=", ".join(p.naam for p in akkoord.partijen if p.ondertekenaar))
    for thema in akkoord.themas:
        yield ""
        yield thema.naam.upper()
        if thema.hoofddoel:
            yield f"  {thema.hoofddoel.tekst}"
        for doel in thema.doelen:
            yield ""
            yield f"  {doel.code}  {doel.tekst}"
            for afspraak in doel.afspraken:
                yield f"    {afspraak.code}  {', '.join(afspraak.partijen)}: {afspraak.tekst}"
            for maat in doel.indicatoren:
                note = f" ({_('eigen voorstel')})" if maat.herkomst == "voorstel" else ""
                goals = f" [{_goals(maat)}]" if maat.streefwaarden else ""
                yield f"    {maat.code}  {_('meet')}: {maat.tekst}{note}{goals}"


def _goals(maat: file.Indicator) -> str:
    return "; ".join(target_in_words(maat, goal, _) for goal in maat.streefwaarden)


def _rows(akkoord: file.Akkoordbestand) -> Iterator[dict[str, str]]:
    for afspraak in akkoord.werkafspraken:
        yield _row("", "", "afspraak", afspraak)
    for thema in akkoord.themas:
        for doel in thema.doelen:
            yield _row(thema.naam, doel.code, "doel", doel)
            for afspraak in doel.afspraken:
                yield _row(thema.naam, doel.code, "afspraak", afspraak)
            for maat in doel.indicatoren:
                more = {"streefwaarden": _goals(maat), "herkomst": maat.herkomst}
                yield _row(thema.naam, doel.code, "indicator", maat) | more


def _row(
    thema: str, doel: str, soort: str, point: file.Doel | file.Afspraak | file.Indicator
) -> dict[str, str]:
    return {
        "thema": thema,
        "doel": doel,
        "soort": soort,
        "code": point.code,
        "tekst": point.tekst,
        "partijen": ", ".join(point.partijen),
        "trefwoord": getattr(point, "trefwoord", ""),
        "bron": point.bron,
        "twijfel": point.twijfel,
    }
