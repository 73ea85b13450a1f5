"""The processing register and the privacy statement, from the register of the board and the settings as they are now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from huurdersapp.actions import opschoonronde, sleutels, verwerkingen
from huurdersapp.actions.afzender import as_sender, own
from huurdersapp.actions.context import Context
from huurdersapp.actions.papier import Paper, Printed, laid_out, printed, write_document, writer_for
from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.records.verwerking import GRONDSLAGEN
from huurdersapp.reports.adviesbrief_values import Afzender
from huurdersapp.reports.document import Document, Source
from huurdersapp.reports.privacy_values import Beveiliging, KopieErop, PrivacyValues, VerwerkingRegel
from huurdersapp.store import copies, sticks
from huurdersapp.store.step import ReadSession

REGISTER, VERKLARING = "register", "verklaring"
KINDS = (REGISTER, VERKLARING)


def values(ctx: Context) -> PrivacyValues:
    """What the register and the statement say, read at one moment; raises UserError where no own organisation is known."""
    with ctx.store.reading() as db:
        rows = tuple(
            VerwerkingRegel(
                row.naam,
                row.soort,
                row.doel or "",
                row.betrokkenen or "",
                row.gegevens or "",
                printed(GRONDSLAGEN, row.grondslag),
                row.grondslag_toelichting or "",
                row.ontvangers or "",
                row.bewaarmaanden,
                row.motivering or "",
                row.beveiliging or "",
                row.sinds,
                Source(verwerkingen.KIND, (("nummer", str(row.nummer)),), (row.id,)),
                verwerkingen.HERKOMST.get(row.soort, ""),
            )
            for row in verwerkingen.lopend(db)
        )
        return PrivacyValues(
            sender(db),
            clock.today(),
            rows,
            security(ctx),
            opschoonronde.laatste(db),
            ctx.store.example,
        )


def sender(db: ReadSession) -> Afzender:
    """The organisation; raises UserError where none is marked as our own."""
    return as_sender(own(db))


def security(ctx: Context) -> Beveiliging:
    """How the administration is secured at this moment."""
    found = sleutels.toestand(ctx.store.folder, ctx.store.key)
    kinds = {slot.soort for slot in found.sloten}
    made = (*copies.every(ctx.store.folder), *copies.kept(ctx.store.folder))
    return Beveiliging(
        found.beveiligd,
        "herstelcode" in kinds,
        "tweede" in kinds,
        found.onthouden,
        len(made),
        min(each.made_at for each in made).astimezone().date() if made else None,
        verwerkingen.langste_contact(ctx),
        len(sticks.made(ctx.store)),
    )


def on_sticks(ctx: Context) -> Iterator[KopieErop]:
    """Copies that were put on sticks; where those are nobody knows."""
    for made in sticks.made(ctx.store):
        yield KopieErop(made.at, "op een stick gezet", None)


def document(ctx: Context, kind: str) -> Document:
    """The register or the statement (of `KINDS`) as a neutral document; raises UserError for another kind."""
    from huurdersapp.reports.privacyverklaring import privacyverklaring_document
    from huurdersapp.reports.verwerkingsregister import verwerkingsregister_document

    made = {REGISTER: verwerkingsregister_document, VERKLARING: privacyverklaring_document}
    if kind not in made:
        raise UserError(_("Dit papier is er niet: {kind}."), kind=kind[:40])
    return made[kind](values(ctx))


def preview(ctx: Context, kind: str, *, wanted: Callable[[], bool] = lambda: True) -> Paper:
    """The paper as it is shown and saved; raises UserError as `document`, Stopped when no longer `wanted`."""
    return laid_out(ctx, document(ctx, kind), wanted=wanted)


def write(ctx: Context, kind: str, path: Path) -> Job[Printed]:
    """Write the paper to .pdf, .docx or .html; raises UserError when it cannot be written."""
    writer_for(path)
    yield Progress(0, 1, _("Papier maken"))
    return write_document(document(ctx, kind), path)
