"""Pictures in a report: a JPEG or PNG, cleaned of what a telephone writes in it, with a caption and words for who cannot see."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from huurdersapp.actions import bijlagen
from huurdersapp.actions.context import Context
from huurdersapp.actions.plain import Plain
from huurdersapp.actions.verslagen.concept_regels import change, named
from huurdersapp.base import jobs
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job
from huurdersapp.records.verslag import LARGEST_PICTURE
from huurdersapp.store.step import StepSession

_PRINTED = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
"""How the kinds of picture begin that paper, Word and web all show."""


def add_picture(
    ctx: Context,
    number: int,
    key: str,
    path: Path,
    caption: str,
    alternative: str,
    *,
    origin: object | None = None,
) -> bool:
    """Put a picture in a part, below its text. Raises UserError for another kind of file, one that is damaged or too large,
    and one that stands in this part already."""
    return jobs.run(adding_picture(ctx, number, key, path, caption, alternative, origin=origin))


def adding_picture(
    ctx: Context,
    number: int,
    key: str,
    path: Path,
    caption: str,
    alternative: str,
    *,
    origin: object | None = None,
) -> Job[bool]:
    """`add_picture` as work beside the window; stopped, nothing is kept."""
    _refuse_kind(path)
    kept = yield from bijlagen.keeping(ctx, path)
    if kept["grootte"] > LARGEST_PICTURE:
        raise UserError(
            _("Deze foto is te groot: meer dan {most} MB."),
            _("Bewaar de foto als JPEG, of maak hem kleiner."),
            most=LARGEST_PICTURE // 1024**2,
        )

    def edit(_db: StepSession, _row: Any, plain: Plain) -> Plain:
        lines = plain["beelden"]
        if any((line["sleutel"], line["inhoud"]) == (key, kept["inhoud"]) for line in lines):
            raise UserError(_("Deze foto staat al in dit deel."))
        made = {"sleutel": key, **kept, "bijschrift": caption or None, "alternatief": alternative or None}
        return {"beelden": [*lines, made]}

    return change(ctx, number, named(_("Verslag {number}: foto toevoegen"), number), edit, origin)


def change_picture(
    ctx: Context, number: int, picture: str, *, origin: object | None = None, **fields: Any
) -> bool:
    """Change what is said of a picture (its key): `caption`, `alternative`, `part`, `confidential`."""
    names = {
        "caption": "bijschrift",
        "alternative": "alternatief",
        "part": "sleutel",
        "confidential": "vertrouwelijk",
    }
    raw = {names[name]: value for name, value in fields.items()}

    def edit(_db: StepSession, _row: Any, plain: Plain) -> Plain:
        _known(plain, picture)
        lines = [{**line, **raw} if line["id"] == picture else line for line in plain["beelden"]]
        return {"beelden": lines}

    return change(ctx, number, named(_("Verslag {number}: foto beschrijven"), number), edit, origin)


def drop_picture(ctx: Context, number: int, picture: str, *, origin: object | None = None) -> bool:
    """Take a picture (its key) out of the report."""

    def edit(_db: StepSession, _row: Any, plain: Plain) -> Plain:
        _known(plain, picture)
        return {"beelden": [line for line in plain["beelden"] if line["id"] != picture]}

    return change(ctx, number, named(_("Verslag {number}: foto weghalen"), number), edit, origin)


def _known(plain: Plain, picture: str) -> None:
    if all(line["id"] != picture for line in plain["beelden"]):
        raise UserError(_("Deze foto staat niet meer in het verslag."))


def _refuse_kind(path: Path) -> None:
    """What is there and can be read must be a JPEG or PNG; of the rest `bijlagen.keep` tells what is wrong."""
    try:
        with path.open("rb") as file:
            head = file.read(8)
    except OSError:
        return
    if not head.startswith(_PRINTED):
        raise UserError(
            _("{name} is geen foto die in een verslag kan."),
            _("Kies een foto die als JPEG of PNG is bewaard."),
            name=path.name,
        )
