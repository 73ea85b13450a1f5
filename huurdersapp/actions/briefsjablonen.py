"""Templates of letters: which one holds, a new one to begin with, and as a text file to share."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from huurdersapp.actions import records
from huurdersapp.actions.context import Context
from huurdersapp.base import files
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.sjabloon import LONGEST, Sjabloon, SjabloonFault, parse
from huurdersapp.records.brief_soorten import SOORTEN
from huurdersapp.records.brief_velden import DELEN, velden
from huurdersapp.records.briefsjabloon import Briefsjabloon
from huurdersapp.reports.brief_delen import eigen_sjabloon, eigen_tekst
from huurdersapp.store.step import ReadSession

KIND = "briefsjabloon"
LARGEST = 4 * LONGEST
"""Bytes of a file with a template: no sign takes more than four."""


def template(db: ReadSession, soort: str, landlord: str | None) -> tuple[Sjabloon, list[str]]:
    """The template of a kind of letter to a landlord (its key): his own parts, else those of the kind, else the program's;
    and a sentence for each own template that could not be read."""
    found, told = eigen_sjabloon(soort), list[str]()
    own = db.alive(db.catalogue.specs[KIND], Briefsjabloon.soort == soort)
    for row in _for(own, None) + (_for(own, landlord) if landlord else []):
        try:
            found = parse(row.tekst, velden(soort), DELEN, name=row.naam).over(found)
        except SjabloonFault as fault:
            told.append(
                _("Sjabloon {name} is niet gebruikt. {fault}").format(name=row.nummer, fault=fault.told())
            )
    return found, told


def _for(rows: Iterable[Any], landlord: str | None) -> list[Any]:
    """The last one made for this landlord."""
    found = [row for row in rows if row.verhuurder_id == landlord]
    return sorted(found, key=lambda row: int(row.nummer))[-1:]


def begin(ctx: Context, soort: str, verhuurder: int | None = None) -> dict[str, Any]:
    """The values of a new template to change: the program's own text. Raises UserError for a kind that has none."""
    text = eigen_tekst(soort)
    if not text:
        raise UserError(_("Voor deze soort brief is er nog geen sjabloon."), _("Kies een andere soort."))
    label = next(str(item.label) for item in SOORTEN.items if item.key == soort)
    return {"naam": label, "soort": soort, "tekst": text, "verhuurder": verhuurder}


def export(ctx: Context, number: int, path: Path) -> None:
    """Write a template to a text file (UTF-8); raises UserError when that cannot be done."""
    with ctx.store.reading() as db:
        row: Any = records.find(db, ctx.spec(KIND), number)
        text = row.tekst
    files.write(path, text.replace("\r\n", "\n").encode())


def load(
    ctx: Context,
    path: Path,
    soort: str,
    *,
    number: int | None = None,
    verhuurder: int | None = None,
    origin: object | None = None,
) -> records.Saved:
    """Keep a text file as a template of this kind: a new one, or the new text of the one with this number.

    Raises UserError when the file cannot be read, and with its name, the line and how to mend it for a fault in it.
    """
    text = read_text(path)
    parse(text, velden(soort), DELEN, name=path.name)
    raw: dict[str, Any] = {"tekst": text, "soort": soort}
    if number is None:
        raw |= {"naam": path.stem, "verhuurder": verhuurder}
    return records.save(ctx, ctx.spec(KIND), raw, number, origin=origin)


def read_text(path: Path) -> str:
    """The text of a file with a template, right or not; raises UserError when it cannot be read."""
    try:
        if path.stat().st_size > LARGEST:
            raise UserError(
                _("{name} is te groot voor een sjabloon."), _("Kies een ander bestand."), name=path.name
            )
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UserError(
            _("{name} kan niet worden gelezen."), _("Kijk of het bestand er nog is."), name=path.name
        ) from error
    except UnicodeDecodeError as error:
        raise UserError(
            _("{name} is geen gewone tekst."), _("Bewaar het als tekst in UTF-8."), name=path.name
        ) from error
