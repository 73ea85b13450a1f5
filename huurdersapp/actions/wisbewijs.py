"""The certificate of an erasing, from the decisions that stand with its request; its SHA-256 is kept there."""

from __future__ import annotations

import hashlib
from collections import Counter
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select

from huurdersapp.actions import privacy_papier, wissen
from huurdersapp.actions.context import Context
from huurdersapp.actions.inzage import on_paper_kind
from huurdersapp.actions.papier import Printed, write_document
from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.reports.inzage_values import Gebleven, WisbewijsValues
from huurdersapp.store import sticks
from huurdersapp.store.journal import CHANGE, STEP, moment_of
from huurdersapp.store.step import ReadSession


def values(ctx: Context, verzoek: int, *, met_naam: bool = True) -> WisbewijsValues:
    """What the certificate says; without the name it is for the organisation itself. Raises UserError when nothing was
    erased for this request."""
    with ctx.store.reading() as db:
        request = wissen.request_of(db, verzoek)
        lines = db.lines(db.catalogue.specs[wissen.KIND].part["gegevens"].spec, request.id)
        gone = Counter(on_paper_kind(db, line.soort) for line in lines if line.besluit == "gewist")
        if not gone:
            raise UserError(_("Bij dit verzoek is nog niets gewist."), _("Wis eerst de gegevens."))
        stays = tuple(
            Gebleven(
                " ".join(filter(None, (on_paper_kind(db, line.soort), str(line.recordnummer or "")))),
                line.reden,
            )
            for line in lines
            if line.besluit == "bewaard" and line.reden
        )
        erased_at = _erased_at(db, [line.id for line in lines if line.besluit == "gewist"])
        erased_on = erased_at.astimezone().date()
        return WisbewijsValues(
            organisatie=privacy_papier.sender(db),
            datum=clock.today(),
            verzoek=verzoek,
            ontvangen_op=request.ontvangen_op,
            gewist_op=erased_on,
            gewist=tuple(sorted(gone.items())),
            blijft=stays,
            kopieen=wissen.kopieen(ctx, erased_at),
            kopieen_tot=wissen.kopieen_tot(ctx, erased_on),
            naam=(request.vrager or "") if met_naam else "",
            sticks=sum(copy.at <= erased_at for copy in sticks.made(ctx.store)),
            voorbeeld=ctx.store.example,
        )


def schrijf(ctx: Context, verzoek: int, path: Path, *, met_naam: bool = True) -> Job[Printed]:
    """Write the certificate to .pdf, .docx or .html, and keep its SHA-256 with the request; raises UserError as `values`,
    and when the file cannot be written."""
    from huurdersapp.reports.wisbewijs import wisbewijs_document

    yield Progress(0, 1, _("Bewijs maken"))
    done = write_document(wisbewijs_document(values(ctx, verzoek, met_naam=met_naam)), path)
    digest = hashlib.sha256(done.path.read_bytes()).hexdigest()
    with ctx.store.step(_("Bewijs bij verzoek {number}").format(number=verzoek)) as db:
        wissen.request_of(db, verzoek).bewijs_sha256 = digest
    return done


def _erased_at(db: ReadSession, lines: list[str]) -> datetime:
    query = (
        select(func.max(STEP.c.hlc))
        .join(CHANGE, (STEP.c.device == CHANGE.c.device) & (STEP.c.seq == CHANGE.c.seq))
        .where(
            CHANGE.c.entity == "privacyverzoek_gegeven", CHANGE.c.row.in_(lines), CHANGE.c.field == "besluit"
        )
    )
    found = db.execute(query).scalar()
    return moment_of(found) if found else clock.now()
