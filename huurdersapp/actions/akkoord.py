"""An akkoord: load it from a file, write it to one, and show it in its own order."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import select

from huurdersapp.actions.akkoord_laden import drafts_of_file
from huurdersapp.actions.akkoord_schrijven import file_of
from huurdersapp.actions.context import Context
from huurdersapp.base import files, formats
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.records import akkoord_structuur as file
from huurdersapp.records.akkoord import Akkoord
from huurdersapp.records.akkoord_bestand import read_akkoord, write_akkoord
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
                _("Kijk welke er zijn met: huurdersapp lijst akkoord"),
                number=number,
            )
    if not known:
        raise UserError(_("Er is nog geen akkoord."), _("Laad er een met: huurdersapp akkoord laad BESTAND"))
    if len(known) > 1:
        names = ", ".join(f"{row.nummer} {row.naam}" for row in known)
        raise UserError(
            _("Er zijn meer akkoorden: {names}."), _("Kies er een met --akkoord NUMMER."), names=names
        )
    found: Akkoord = known[0]
    return found


def whole(ctx: Context, number: int | None = None) -> file.Akkoordbestand:
    """The akkoord as an akkoord file has it."""
    with ctx.store.reading() as db:
        return file_of(db, find(db, number))


def export(ctx: Context, path: Path, number: int | None = None) -> int:
    """Write an akkoord to .json (what `load` reads) or .csv (a row per point); gives the number of points."""
    ending = path.suffix.lower()
    if ending not in (".json", ".csv"):
        raise UserError(_("Een akkoord kan naar .json of .csv."), _("Geef een naam die zo eindigt."))
    akkoord = whole(ctx, number)
    rows = list(_rows(akkoord))
    files.write(path, write_akkoord(akkoord) if ending == ".json" else _csv(rows))
    return len(rows)


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
                yield f"    {maat.code}  {_('meet')}: {maat.tekst}{note}{_goals(maat)}"


def _goals(maat: file.Indicator) -> str:
    goals = "; ".join(goal_in_words(maat, goal) for goal in maat.streefwaarden)
    return f" [{goals}]" if goals else ""


def goal_in_words(maat: file.Indicator, goal: file.Streefwaarde) -> str:
    """A target as people say it: "110 tot 150 woningen in 2021"."""
    value = _amount(goal.waarde)
    if goal.min is not None and goal.max is not None:
        value = f"{_amount(goal.min)} {_('tot')} {_amount(goal.max)}"
    elif goal.min is not None or maat.norm == "minstens":
        value = f"{_('minstens')} {_amount(goal.min if goal.min is not None else goal.waarde)}"
    elif goal.max is not None or maat.norm == "hoogstens":
        value = f"{_('hoogstens')} {_amount(goal.max if goal.max is not None else goal.waarde)}"
    words = [goal.klasse, value, maat.eenheid, f"{_('in')} {goal.jaar}" if goal.jaar else ""]
    return " ".join(word for word in words if word)


def _amount(value: bool | int | float | None) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    return formats.number(Decimal(str(value)))


def _rows(akkoord: file.Akkoordbestand) -> Iterator[dict[str, str]]:
    for afspraak in akkoord.werkafspraken:
        yield _row("", "", "afspraak", afspraak)
    for thema in akkoord.themas:
        for doel in thema.doelen:
            yield _row(thema.naam, doel.code, "doel", doel)
            for afspraak in doel.afspraken:
                yield _row(thema.naam, doel.code, "afspraak", afspraak)
            for maat in doel.indicatoren:
                goals = "; ".join(goal_in_words(maat, goal) for goal in maat.streefwaarden)
                yield _row(thema.naam, doel.code, "indicator", maat) | {
                    "streefwaarden": goals,
                    "herkomst": maat.herkomst,
                }


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


def _csv(rows: list[dict[str, str]]) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, _COLUMNS, restval="", delimiter=";", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode("utf-8-sig")
