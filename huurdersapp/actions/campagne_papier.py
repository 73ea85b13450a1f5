"""The papers of a campagne: the list to walk along the doors, the flyer, and labels with addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from huurdersapp.actions.afzender import own
from huurdersapp.actions.campagnes import KIND, Home, actions_in, homes
from huurdersapp.actions.context import Context
from huurdersapp.actions.names import Names
from huurdersapp.actions.papier import Paper, Printed, laid_out, save, writer_for
from huurdersapp.actions.records import find
from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from huurdersapp.base.formats import day_long
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.records.campagne_tables import Campagne
from huurdersapp.records.rules import lines_of
from huurdersapp.reports.adres import Adres, in_order
from huurdersapp.reports.campagne_values import (
    AANHEF,
    VEL_2_BIJ_7,
    VEL_3_BIJ_8,
    EtikettenValues,
    EtikettenVel,
    FlyerMaat,
    FlyerValues,
    LooplijstValues,
)
from huurdersapp.reports.document import Document
from huurdersapp.reports.written import Written
from huurdersapp.store.step import ReadSession

SHEETS: dict[str, tuple[LazyText, EtikettenVel]] = {
    "3x8": (lazy("24 per vel (70 × 37 mm)"), VEL_3_BIJ_8),
    "2x7": (lazy("14 per vel (99,1 × 38,1 mm)"), VEL_2_BIJ_7),
}
"""The sheets of labels that are sold most, by how many stand beside and below each other."""
MEETING = ("bijeenkomst", "spreekuur", "kraam")
"""Channels to which people come: a flyer says when and where."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What somebody chose for a paper; what is empty is known already or left open.

    `straten`: only these, in this order. `vel` is a key of `SHEETS`. `wanneer`, `waar` and `contact` are lines; None
    takes what the campagne and the organisation say.
    """

    straten: tuple[str, ...] = ()
    loper: str = ""
    datum: date | None = None
    vel: str = "3x8"
    vanaf: int = 1
    aanhef: str = AANHEF
    maat: FlyerMaat = "A5"
    wanneer: str | None = None
    waar: str | None = None
    contact: str | None = None


NONE = Choices()


def streets(found: Iterable[Home]) -> list[tuple[str, int]]:
    """The streets of homes by name, each with how many homes."""
    counts: dict[str, int] = {}
    for home in found:
        counts[home.straat] = counts.get(home.straat, 0) + 1
    return sorted(counts.items())


def walked(found: Iterable[Home], chosen: Sequence[str] = ()) -> list[Home]:
    """Homes in the order in which somebody walks along them and in which the list has them: street by street, the odd
    numbers first, then the even ones. `chosen` streets only, where some are."""
    order = {name: place for place, name in enumerate(chosen)}
    kept = [home for home in found if not chosen or home.straat in order]
    return sorted(
        kept,
        key=lambda home: (
            order.get(home.straat, 0),
            home.straat.casefold(),
            home.plaats.casefold(),
            home.huisnummer % 2 == 0,
            in_order(as_address(home)),
        ),
    )


def as_address(home: Home) -> Adres:
    """A home as papers take it."""
    return Adres(home.straat, home.huisnummer, home.toevoeging, home.postcode, home.plaats)


# -- making --------------------------------------------------------------------------------------------------------


def preview(
    ctx: Context,
    kind: str,
    number: int,
    choices: Choices = NONE,
    *,
    wanted: Callable[[], bool] = lambda: True,
) -> Job[Paper]:
    """The pages of a paper (`looplijst`, `flyer` or `etiketten`) as they are shown, saved and printed.

    Raises UserError when the campagne is not there, has no addresses or no such paper, Stopped when no longer `wanted`.
    """
    yield Progress(0, 2, _("Gegevens lezen"))
    makers = {"looplijst": _walk_list, "flyer": _flyer, "etiketten": _labels}
    if kind not in makers:
        raise UserError(_("Dit papier kennen wij niet: {kind}."), kind=kind[:40])
    yield Progress(1, 2, _("Bladzijden maken"))
    return makers[kind](ctx, number, choices, wanted)


def write(ctx: Context, kind: str, number: int, path: Path, choices: Choices = NONE) -> Job[Printed]:
    """Write a paper to .pdf or .docx (labels only .pdf); raises UserError as `preview`, and when it cannot be written."""
    writer_for(path)
    if kind == "etiketten" and path.suffix.lower() != ".pdf":
        raise UserError(_("Etiketten kunnen alleen als .pdf."), _("Geef een naam die zo eindigt."))
    found = yield from preview(ctx, kind, number, choices)
    return (yield from save(found, path))


def _walk_list(ctx: Context, number: int, choices: Choices, wanted: Callable[[], bool]) -> Paper:
    from huurdersapp.reports.looplijst import looplijst_document

    found = _homes(ctx, number, choices.straten)
    with ctx.store.reading() as db:
        values = LooplijstValues(
            campagne=find_campaign(ctx, db, number).titel,
            adressen=tuple(map(as_address, found)),
            organisatie=own(db).naam,
            loper=choices.loper,
            datum=choices.datum,
            straten=choices.straten,
            voorbeeld=ctx.store.example,
        )
    return laid_out(ctx, looplijst_document(values), wanted=wanted)


def _homes(ctx: Context, number: int, chosen: Sequence[str]) -> list[Home]:
    known = homes(ctx, number)
    if not known:
        raise UserError(
            _("Van deze campagne kennen wij nog geen adressen."),
            _("Kies bij de campagne complexen of kernen, en laad de adressen daarvan."),
        )
    found = walked(known, chosen)
    if not found:
        raise UserError(_("In deze straten kennen wij geen adressen."), _("Kies een andere straat."))
    return found


def find_campaign(ctx: Context, db: ReadSession, number: int) -> Campagne:
    """The campagne with this number; raises UserError when it is not there."""
    row = find(db, ctx.spec(KIND), number)
    assert isinstance(row, Campagne)
    return row


def _labels(ctx: Context, number: int, choices: Choices, wanted: Callable[[], bool]) -> Paper:
    check_sheet(choices)
    return labels_for(ctx, _homes(ctx, number, choices.straten), choices)


def check_sheet(choices: Choices) -> None:
    """Raises UserError for a sheet of labels that is not known."""
    if choices.vel not in SHEETS:
        raise UserError(
            _("Dit vel kennen wij niet: {sheet}."),
            _("Kies uit: {known}."),
            sheet=choices.vel[:40],
            known=", ".join(SHEETS),
        )


def labels_for(ctx: Context, found: Iterable[Home], choices: Choices = NONE) -> Paper:
    """Sheets of labels for homes, in their order; raises UserError where there are none or they do not fit."""
    from huurdersapp.reports.etiketten import write_etiketten

    check_sheet(choices)
    with ctx.store.reading() as db:
        name = own(db).naam
    values = EtikettenValues(
        tuple(map(as_address, found)),
        SHEETS[choices.vel][1],
        choices.vanaf,
        choices.aanhef,
        organisatie=name,
        voorbeeld=ctx.store.example,
    )
    document = Document(values.titel, name or values.titel, ())
    return _sheets(document, lambda stream: write_etiketten(values, stream, created=clock.now()))


def _flyer(ctx: Context, number: int, choices: Choices, wanted: Callable[[], bool]) -> Paper:
    from huurdersapp.reports.flyer import flyer_document, write_flyer

    with ctx.store.reading() as db:
        row = find_campaign(ctx, db, number)
        values = _flyer_values(ctx, db, row, choices)
    warnings = () if values.tekst else (_("De flyer heeft nog geen tekst. U typt die bij de campagne."),)
    return _sheets(
        flyer_document(values), lambda stream: write_flyer(values, stream, created=clock.now()), warnings
    )


def _flyer_values(ctx: Context, db: ReadSession, row: Campagne, choices: Choices) -> FlyerValues:
    known = flyer_facts(db, row)
    told = [
        known[key] if chosen is None else chosen
        for key, chosen in (
            ("wanneer", choices.wanneer),
            ("waar", choices.waar),
            ("contact", choices.contact),
        )
    ]
    when, where, contact = (tuple(lines_of(text)) for text in told)
    link = row.flyer_adres or ""
    return FlyerValues(
        titel=row.titel,
        organisatie=own(db).naam,
        tekst=row.flyer_tekst or "",
        wanneer=when,
        waar=where,
        contact=contact,
        link=link,
        link_tekst="Meld u aan" if row.soort == "werving" else "",
        maat=choices.maat,
        voorbeeld=ctx.store.example,
    )


def flyer_facts(db: ReadSession, row: Campagne) -> dict[str, str]:
    """What a flyer says of when, where and whom to ask, as far as it is known: lines to change.

    When and where are those of the next action to which people come; of the organisation its telephone and address.
    """
    coming = [
        line
        for line in actions_in(db, row.id)
        if line.kanaal in MEETING and line.datum is not None and line.datum >= clock.today()
    ]
    first: Any = min(coming, key=lambda line: line.datum, default=None)
    sender = own(db)
    names = Names(db)
    place = "" if first is None else first.plek or (names.of("kern", first.kern_id) if first.kern_id else "")
    return {
        "wanneer": "" if first is None else day_long(first.datum),
        "waar": place,
        "contact": "\n".join(filter(None, (sender.contact_telefoon, sender.contact_email))),
    }


def known_facts(ctx: Context, number: int) -> dict[str, str]:
    """What the flyer of a campagne says by itself; raises UserError when it is not there."""
    with ctx.store.reading() as db:
        return flyer_facts(db, find_campaign(ctx, db, number))


def _sheets(document: Document, draw: Callable[[BytesIO], Written], warnings: Sequence[str] = ()) -> Paper:
    stream = BytesIO()
    done = draw(stream)
    told = list(warnings)
    if done.missing_signs:
        told.append(
            _("Deze tekens staan niet in het lettertype en zijn vervangen door □: {signs}").format(
                signs=", ".join(done.missing_signs)
            )
        )
    return Paper(document, stream.getvalue(), done.pages, (), tuple(told))
