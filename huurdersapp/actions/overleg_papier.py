"""The papers of an overleg (agenda, verslag) and the list of what is still to be done, from the records."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import aliased

from huurdersapp.actions import overleg_openstaand
from huurdersapp.actions.afzender import as_sender, own
from huurdersapp.actions.context import Context
from huurdersapp.actions.names import Names
from huurdersapp.actions.papier import (
    Paper,
    Printed,
    laid_out,
    meeting_name,
    printed,
    write_document,
    writer_for,
)
from huurdersapp.actions.records import find
from huurdersapp.actions.vertrouwelijk import Geheim
from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.records.actiepunt import Actiepunt, open_on
from huurdersapp.records.actiepunt import promise as is_promise
from huurdersapp.records.overleg import BEDOELING, Overleg, decision_code
from huurdersapp.records.partij import Partij
from huurdersapp.reports import overleg_values as paper
from huurdersapp.reports.document import Document, Source
from huurdersapp.store.step import ReadSession

KIND = "overleg"
PAPERS: Mapping[str, LazyText] = {
    "agenda": lazy("Agenda"),
    "verslag": lazy("Verslag"),
    "actielijst": lazy("Actielijst"),
}
"""The papers, by the name that a place and the command line have for them. The list of actions is also there without a
meeting: then it is that of all."""
WITH_NAMES = ("rg", "bo")
"""Kinds of overleg of which a paper goes to who sits in it unless somebody chooses otherwise: officials and directors.
Whatever goes further has no names of persons and no confidential documents."""
SECRET = "Vertrouwelijk punt"
"""What people outside read of an item about a confidential advies."""
_OVER = (
    ("knelpunt", "knelpunt"),
    ("indicator", "maat"),
    ("afspraak", "afspraak"),
    ("afwijking", "doel"),
    ("advies", "advies"),
)


@dataclass(frozen=True, slots=True)
class Choices:
    """For whom a paper is (`deelnemers`: who sits in the meeting; None: as usual for that kind), and of a list of actions
    whose (the number of a party). With `buiten` it is for people outside, who read nothing of confidential adviezen and
    of confidential meetings."""

    deelnemers: bool | None = None
    partij: int | None = None
    buiten: bool = False


def preview(
    ctx: Context,
    kind: str,
    number: int | None,
    choices: Choices | None = None,
    *,
    wanted: Callable[[], bool] = lambda: True,
) -> Job[Paper]:
    """The pages of a paper (see `PAPERS`) for the screen.

    Raises UserError when the overleg is not there, Stopped when no longer `wanted`.
    """
    yield Progress(0, 2, _("Gegevens lezen"))
    document = document_of(ctx, kind, number, choices)
    yield Progress(1, 2, _("Bladzijden maken"))
    return laid_out(ctx, document, wanted=wanted)


def write(
    ctx: Context, kind: str, number: int | None, path: Path, choices: Choices | None = None
) -> Job[Printed]:
    """Write a paper to .pdf or .docx; raises UserError as `preview`, and when the file cannot be written."""
    writer_for(path)
    yield Progress(0, 1, _("Bladzijden maken"))
    return write_document(document_of(ctx, kind, number, choices), path)


def document_of(ctx: Context, kind: str, number: int | None, choices: Choices | None = None) -> Document:
    """The paper as a neutral document; raises UserError as `preview`."""
    with ctx.store.reading() as db:
        row: Any = find(db, ctx.spec(KIND), number) if number is not None else None
        return document_at(ctx, db, kind, row, choices)


def document_at(
    ctx: Context, db: ReadSession, kind: str, row: Any | None, choices: Choices | None = None
) -> Document:
    """The same for whoever reads more at this moment than this paper."""
    from huurdersapp.reports.overleg_actielijst import actielijst_document
    from huurdersapp.reports.overleg_agenda import agenda_document
    from huurdersapp.reports.overleg_verslag import verslag_document

    asked = choices or Choices()
    if kind == "actielijst":
        return actielijst_document(action_values(ctx, db, row, asked))
    if row is None:
        raise UserError(_("Voor dit papier is een overleg nodig."), _("Noem het nummer van het overleg."))
    if kind == "agenda":
        return agenda_document(meeting_values(ctx, db, row, asked))
    if kind == "verslag":
        return verslag_document(meeting_values(ctx, db, row, asked))
    raise UserError(_("Dit papier kennen wij niet: {kind}."), kind=kind)


def for_members(row: Any, choices: Choices) -> bool:
    """Whether a paper of this meeting is for who sits in it."""
    return row.soort in WITH_NAMES if choices.deelnemers is None else choices.deelnemers


def meeting_values(ctx: Context, db: ReadSession, row: Any, choices: Choices) -> paper.OverlegPapier:
    """All that the agenda and the verslag say, read at one moment."""
    lines = {part.key: db.lines(part.spec, row.id) for part in db.catalogue.specs[KIND].parts}
    names = Names(db)
    names.load("partij", [line.partij_id for line in lines["partijen"]])
    secret = Geheim(db) if choices.buiten else None
    return paper.OverlegPapier(
        organisatie=as_sender(own(db)),
        naam=meeting_name(row),
        datum=row.datum,
        datum_papier=clock.today(),
        begintijd=row.begintijd or "",
        eindtijd=row.eindtijd or "",
        plaats=row.plaats or "",
        voorzitter=row.voorzitter or "",
        notulist=row.notulist or "",
        partijen=tuple(names.of("partij", line.partij_id) for line in lines["partijen"]),
        uitgenodigd=row.uitgenodigd or "",
        aanwezig=row.aanwezig or "",
        afgemeld=row.afgemeld or "",
        punten=tuple(_items(db, row, lines["agendapunten"], secret)),
        stukken=tuple(paper.Stuk(each.naam, bool(each.vertrouwelijk)) for each in lines["bijlagen"]),
        acties=tuple(_actions(db, Actiepunt.overleg_id == row.id, secret=secret)),
        openstaand=tuple(_left(db, row, secret)),
        verslag=row.verslag or "",
        vastgesteld=row.verslag_status == "vastgesteld",
        vastgesteld_op=row.verslag_vastgesteld_op,
        volgende_op=row.volgende_op,
        afgelast=bool(row.afgelast),
        afgelast_reden=row.afgelast_reden or "",
        deelnemers=for_members(row, choices),
        voorbeeld=ctx.store.example,
        source=Source(KIND, (("nummer", str(row.nummer)),), (row.id,)),
    )


def _items(db: ReadSession, row: Any, lines: Sequence[Any], secret: Geheim | None) -> list[paper.Punt]:
    names, decided = Names(db), 0
    for kind, _word in _OVER:
        names.load(kind, [key for line in lines if (key := getattr(line, f"{kind}_id")) is not None])
    made = []
    for line in lines:
        code = ""
        if line.besluit and not line.geweigerd:
            decided += 1
            code = decision_code(row.datum, decided)
        if secret is not None and secret.names("advies", line.advies_id):
            made.append(paper.Punt(SECRET, minuten=line.minuten, geweigerd=bool(line.geweigerd)))
            continue
        made.append(
            paper.Punt(
                onderwerp=line.onderwerp,
                bedoeling=printed(BEDOELING, line.bedoeling) if line.bedoeling else "",
                eigen=bool(line.eigen_punt),
                stuk="" if secret is not None else line.stuk or "",
                wie=line.wie or "",
                minuten=line.minuten,
                over=_about(line, names),
                bespreking=line.bespreking or "",
                besluit=line.besluit or "",
                code=code,
                geweigerd=bool(line.geweigerd),
                reden=line.geweigerd_reden or "",
                gevraagd_op=line.ingediend_op,
            )
        )
    return made


def _about(line: Any, names: Names) -> str:
    """What an item is linked to, where its name tells more than the item itself."""
    told = []
    for kind, word in _OVER:
        key = getattr(line, f"{kind}_id")
        name = names.of(kind, key) if key is not None else ""
        if name and name.casefold() not in line.onderwerp.casefold() and line.onderwerp not in name:
            told.append(f"{word} ‘{name}’")
    return ", ".join(told)


def _left(db: ReadSession, row: Any, secret: Geheim | None) -> list[paper.Actie]:
    """What earlier meetings of this kind left open."""
    numbers = [
        each.number for each in overleg_openstaand.read_left(db, row) if each.kind == Actiepunt.__tablename__
    ]
    return _actions(db, Actiepunt.nummer.in_(numbers), secret=secret) if numbers else []


def _actions(db: ReadSession, *where: ColumnElement[bool], secret: Geheim | None = None) -> list[paper.Actie]:
    of, at = aliased(Partij), aliased(Overleg)  # the conditions may look into these tables too
    query = (
        select(Actiepunt, of, at)
        .outerjoin(of, of.id == Actiepunt.partij_id)
        .outerjoin(at, at.id == Actiepunt.overleg_id)
        .where(Actiepunt.verwijderd.is_(None), Actiepunt.vervallen_op.is_(None), *where)
        .order_by(Actiepunt.uiterlijk.is_(None), Actiepunt.uiterlijk, Actiepunt.nummer)
    )
    item: Any
    party: Any
    meeting: Any
    made = []
    for item, party, meeting in db.execute(query):
        if secret is not None and secret.has("actiepunt", item):
            continue
        made.append(
            paper.Actie(
                wat=item.wat,
                partij=(party.korte_naam or party.naam) if party is not None else "",
                persoon=item.persoon or "",
                uiterlijk=item.uiterlijk,
                gedaan_op=item.gedaan_op,
                uitkomst=item.uitkomst or "",
                toezegging=party is not None and not party.eigen,
                overleg=meeting.naam if meeting is not None and meeting.verwijderd is None else "",
                source=Source("actiepunt", (("nummer", str(item.nummer)),), (item.id,)),
            )
        )
    return made


def action_values(ctx: Context, db: ReadSession, row: Any, choices: Choices) -> paper.Actielijst:
    """What is open today: of all, of one meeting or of one party."""
    today: date = clock.today()
    asked: list[ColumnElement[bool]] = [open_on(today)]
    told, where = "", [("open_op", today.isoformat())]
    if row is not None:
        asked.append(Actiepunt.overleg_id == row.id)
        where.append(("overleg", str(row.nummer)))
        told = row.naam
    if choices.partij is not None:
        party: Any = find(db, ctx.spec("partij"), choices.partij)
        asked.append(Actiepunt.partij_id == party.id)
        where.append(("partij", str(party.nummer)))
        told = " ".join(filter(None, (told, party.naam)))
    secret = Geheim(db) if choices.buiten else None
    found = [
        each for theirs in (True, False) for each in _actions(db, *asked, is_promise(theirs), secret=secret)
    ]
    return paper.Actielijst(
        organisatie=as_sender(own(db)),
        datum=today,
        acties=tuple(found),
        over=told,
        deelnemers=bool(choices.deelnemers) or (row is not None and for_members(row, choices)),
        voorbeeld=ctx.store.example,
        toezeggingen_source=Source("actiepunt", (*where, ("toezegging", "ja"))),
        eigen_source=Source("actiepunt", (*where, ("toezegging", "nee"))),
    )
