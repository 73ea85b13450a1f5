"""Letterheads: which one a letter has, and bringing in the mark at its head as a picture that prints well."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from huurdersapp.actions import bijlagen
from huurdersapp.actions.afzender import own
from huurdersapp.actions.context import Context
from huurdersapp.actions.plain import Plain
from huurdersapp.actions.records import Saved, change
from huurdersapp.base import jobs
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.records.briefpapier import LARGEST, Beeldmerk, Briefpapier
from huurdersapp.records.partij import Partij
from huurdersapp.reports.document import Logo
from huurdersapp.store import contents
from huurdersapp.store.step import ReadSession

if TYPE_CHECKING:
    from PIL.Image import Image

KIND = "briefpapier"
LONGEST = 1600
"""Pixels of the longest side that is kept: 12 cm at 300 dots to the inch and more."""
MOST_PIXELS = 80_000_000
"""More than this is not opened: it takes a third of a gigabyte."""
QUALITY = 92
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "TIFF", "BMP")


# -- which one a letter has ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Hoofd:
    """How a letter looks. `warnings` say what of it could not be used."""

    venster: Literal["left", "right"] = "left"
    onderregel: str = ""
    beeldmerk: Logo | None = None
    nummer: int | None = None
    warnings: tuple[str, ...] = ()


def letterhead(db: ReadSession, namens_id: str | None = None) -> Hoofd:
    """The letterhead of the organisation in whose name a letter goes out (None: our own); plain where it has none.

    The newest one holds. A mark that cannot be printed is left out, with a warning: the letter is made all the same.
    """
    found = _newest(db, namens_id)
    if found is None:
        return Hoofd()
    logo, told = _logo(db, found)
    return Hoofd(
        "right" if found.venster == "rechts" else "left", found.onderregel or "", logo, found.nummer, told
    )


def _newest(db: ReadSession, namens_id: str | None) -> Briefpapier | None:
    """Our own stands without `namens`, or with our own organisation in it."""
    partij = db.get(Partij, namens_id) if namens_id else None
    ours = namens_id is None or (partij is not None and partij.eigen)
    rows: list[Briefpapier] = db.alive(db.catalogue.specs[KIND])
    for row in reversed(rows):
        if row.namens_id == namens_id or (ours and _is_ours(db, row)):
            return row
    return None


def _is_ours(db: ReadSession, row: Briefpapier) -> bool:
    partij = db.get(Partij, row.namens_id) if row.namens_id else None
    return row.namens_id is None or (partij is not None and partij.eigen)


def _logo(db: ReadSession, row: Briefpapier) -> tuple[Logo | None, tuple[str, ...]]:
    spec = db.catalogue.specs[KIND].part["beeldmerk"].spec
    lines: list[Beeldmerk] = db.lines(spec, row.id)
    if not lines:
        return None, ()
    try:
        data, _ending = cleaned(b"".join(contents.pieces(db, lines[0].inhoud)))
    except UserError as fault:
        text = _("Het beeldmerk {file} staat niet op de brief. {why}").format(file=lines[0].naam, why=fault)
        return None, (text,)
    # On paper, which is always Dutch: whoever listens hears whose mark it is.
    whose = db.get(Partij, row.namens_id) if row.namens_id else own(db)
    said = lines[0].toelichting or (f"Beeldmerk van {whose.naam}" if whose else "Beeldmerk")
    return Logo(data, float(row.beeldmerk_breedte or 45), said), ()


# -- bringing in a mark --------------------------------------------------------------------------------------------


def choose(ctx: Context, number: int, path: Path) -> Saved:
    """Put a picture at the head of a letterhead, in place of what stood there, in one step.

    Raises UserError as `keeping`, and when the letterhead is not there; what stood there stays then.
    """
    line = jobs.run(keeping(ctx, path))
    return change(ctx, ctx.spec(KIND), number, {"beeldmerk": [line]})


def keeping(ctx: Context, path: Path) -> Job[Plain]:
    """Copy a picture into the administration as a clean PNG or JPEG; gives naam, inhoud and grootte for a line.

    Raises UserError for a file above `LARGEST`, one that is no picture, is damaged, or cannot be read.
    """
    yield Progress(0, None, _("Beeldmerk lezen"))
    try:
        if path.is_file() and path.stat().st_size > LARGEST:
            raise _too_large()
        data = path.read_bytes()
    except OSError as fault:
        raise UserError(
            _("Het bestand {path} kan niet worden gelezen."),
            _("Kijk of het er nog is, en of het niet open staat in een ander programma."),
            path=path,
        ) from fault
    yield Progress(0, None, _("Beeldmerk klaarmaken voor papier"))
    picture, ending = cleaned(data)
    digest, size = yield from contents.keep(ctx.store, io.BytesIO(picture))
    return {"naam": bijlagen.clean_name(f"{path.stem}.{ending}"), "inhoud": digest, "grootte": size}


def _too_large() -> UserError:
    return UserError(
        _("Dit beeldmerk is te groot: meer dan {limit} MB."),
        _("Maak het kleiner, of vraag de maker om een kleinere PNG of JPEG."),
        limit=LARGEST // 1024 // 1024,
    )


def cleaned(data: bytes) -> tuple[bytes, str]:
    """A picture as paper takes it, with its ending: a JPEG or PNG of at most `LONGEST` pixels, in red, green and blue
    or in grey, on white, and standing still. What is so already comes back as it is.

    Raises UserError for what is no picture, is damaged, or is too large to open.
    """
    import PIL.Image

    if len(data) > LARGEST:
        raise _too_large()
    PIL.Image.init()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of notes in the picture that are not right: they go anyway
            with PIL.Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
                return _clean(picture, data)
    except PIL.UnidentifiedImageError as fault:
        raise UserError(_("Dit is geen beeld dat op papier kan."), _("Kies een PNG of een JPEG.")) from fault
    except PIL.Image.DecompressionBombError as fault:
        raise _too_many() from fault
    except (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError) as fault:
        # All of these are what Pillow may say of a file that is not whole.
        raise UserError(
            _("Dit beeldmerk is beschadigd."),
            _("Open het in een ander programma, bewaar het opnieuw en kies het dan."),
        ) from fault


def _too_many() -> UserError:
    return UserError(
        _("Dit beeldmerk is te groot: meer dan {limit} miljoen beeldpunten."),
        _("Maak het kleiner en probeer het opnieuw."),
        limit=MOST_PIXELS // 1_000_000,
    )


def _clean(picture: Image, data: bytes) -> tuple[bytes, str]:
    if picture.width * picture.height > MOST_PIXELS:
        raise _too_many()
    kind = str(picture.format)
    small = max(picture.size) <= LONGEST
    if small and not picture.info.get("exif") and _fits(picture, kind):
        picture.load()
        return data, "jpg" if kind == "JPEG" else "png"
    made = _on_white(picture)
    made.thumbnail((LONGEST, LONGEST))
    out = io.BytesIO()
    if kind == "JPEG":
        made.save(out, "JPEG", quality=QUALITY, optimize=True)
        return out.getvalue(), "jpg"
    made.save(out, "PNG", optimize=True)
    return out.getvalue(), "png"


def _fits(picture: Image, kind: str) -> bool:
    """Whether both writers can take it as it is."""
    still = getattr(picture, "n_frames", 1) == 1
    return (
        kind in ("PNG", "JPEG")
        and picture.mode in ("RGB", "L")
        and still
        and "transparency" not in picture.info
    )


def _on_white(picture: Image) -> Image:
    """The first frame, upright, without transparency."""
    import PIL.Image
    from PIL import ImageOps

    picture.seek(0)
    upright = ImageOps.exif_transpose(picture)
    if upright.mode in ("RGB", "L", "CMYK", "YCbCr", "LAB") and "transparency" not in picture.info:
        made = upright if upright.mode == "L" else upright.convert("RGB")
    else:
        if upright.mode.startswith("I"):
            upright = (
                upright.point(lambda value: value / 256, "L") if upright.mode != "I" else upright.convert("L")
            )
        seen = upright.convert("RGBA")
        white = PIL.Image.new("RGBA", seen.size, "white")
        made = PIL.Image.alpha_composite(white, seen).convert("RGB")
    made = made.copy()
    made.info = {}
    return made
