"""The evaluatie of a year on content and on process, from the store (Lokaal Akkoord Emmen 2019-2024, "Eerste kwartaal")."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from huurdersapp.actions.context import Context
from huurdersapp.actions.papier import small_numbers
from huurdersapp.actions.verslagen import evaluatie_doelen, evaluatie_proces
from huurdersapp.actions.verslagen.opdracht import Gelezen, Opdracht
from huurdersapp.actions.verslagen.samen import beschermd, part_of
from huurdersapp.actions.verslagen.trimester import akkoord_for, beside
from huurdersapp.actions.verslagen.vragen import Voorstel, gevraagd, voorgesteld
from huurdersapp.actions.vertrouwelijk import Geheim
from huurdersapp.base import clock
from huurdersapp.base.i18n import in_dutch
from huurdersapp.base.period import Period
from huurdersapp.records.akkoord import Akkoord
from huurdersapp.records.partij import Partij
from huurdersapp.records.rules import lines_of
from huurdersapp.reports import evaluatie_values as paper
from huurdersapp.reports.document import Source
from huurdersapp.reports.evaluatie import CHOOSE, evaluatie_kader, evaluatie_onderdelen, is_empty
from huurdersapp.reports.language import clause, day_long, enumeration
from huurdersapp.reports.prose import plain_line
from huurdersapp.store.step import ReadSession

LOOKED_BACK = (3, 1)
"""Month and day of the next year from which a year is looked at: by then its values should have come (two months)."""


def read(ctx: Context, db: ReadSession, job: Opdracht) -> Gelezen:
    """The report with all its parts; raises UserError without an akkoord, or with more than one to choose from."""
    chosen = akkoord_for(db, job)
    with in_dutch():
        values, proposals = evaluatie_values(ctx, db, chosen, job)
    return Gelezen(
        evaluatie_kader(values, job.kort),
        evaluatie_onderdelen(values, job.kort),
        tuple(beside(chosen, job.span)),
        is_empty(values),
        vragen=voorgesteld(proposals),
    )


def evaluatie_values(
    ctx: Context, db: ReadSession, akkoord: Akkoord, job: Opdracht
) -> tuple[paper.EvaluatieValues, tuple[Voorstel, ...]]:
    """All values of the evaluatie of the year in which the period of `job` ends, and all that could be asked."""
    span, today, small = job.span, job.datum or clock.today(), small_numbers(ctx)
    known = min(today, date(span.last.year + 1, *LOOKED_BACK))
    secret = Geheim(db) if job.buiten else None
    content = evaluatie_doelen.Reader(
        db, akkoord, span, today, known, small, secret, hidden_counts(ctx, db, akkoord, span)
    )
    process = evaluatie_proces.Reader(ctx, db, akkoord, span, today, secret)
    themas = tuple(content.themas())
    beloften, kiest = process.beloften(), _who_chooses(db, akkoord)
    proposals = tuple(_proposals(themas, beloften))
    own = [row.naam for row in db.alive(db.catalogue.specs["partij"], Partij.eigen.is_(True))]
    values = paper.EvaluatieValues(
        organisaties=tuple(own) or ("de huurdersorganisatie",),
        akkoord=akkoord.naam,
        jaar=span.last.year,
        van=span.first,
        tot=span.last,
        gemaakt_op=today,
        bekend_tot=known,
        themas=themas,
        opties=tuple(content.ways.values()),
        kiest=kiest,
        gevraagd=gevraagd(db, job, proposals),
        overleggen=process.overleggen(),
        momenten=process.momenten(),
        nakomen=process.nakomen(),
        beloften=beloften,
        adviezen=process.adviezen(),
        overzichten=process.overzichten(),
        afspraken_voor=process.afspraken_voor(),
        raadplegingen=process.raadplegingen(),
        reden_leeg=job.reden_leeg,
        small=small,
        voorbeeld=ctx.store.example,
    )
    return values, proposals


def hidden_counts(ctx: Context, db: ReadSession, akkoord: Akkoord, span: Period) -> Iterator[Source]:
    """The counts that the trimesterverslagen and the yearly one do not print, by the list behind them."""
    if part_of(span) is None:
        return
    found = beschermd(ctx, db, akkoord, span)
    for t, thema in enumerate(found.values.themas):
        for i, item in enumerate(thema.indicatoren):
            key, source = ("indicator", (t, i), "nu"), item.waarde.getal.source
            if source is not None and found.shown.knows(key) and not found.shown.shows(key):
                yield source


def _who_chooses(db: ReadSession, akkoord: Akkoord) -> str:
    """The meeting in which the akkoord lets the parties choose, in its own words."""
    lines = db.lines(db.catalogue.specs["akkoord"].part["bijstelopties"].spec, akkoord.id)
    named = list(dict.fromkeys(name for line in lines for name in lines_of(line.overleg)))
    if not named or [name.casefold() for name in named] == ["bo"]:
        return "het BO"
    return f"het overleg ({enumeration(named)})"


def _proposals(themas: tuple[paper.Thema, ...], late: tuple[paper.Belofte, ...]) -> Iterator[Voorstel]:
    """A choice for each goal that waits for one, and what was promised and is late still."""
    for doel in (doel for thema in themas for doel in thema.doelen):
        if doel.achter and not doel.gekozen:
            asked = [case.voorstel for case in doel.afwijkingen if case.voorstel]
            yield Voorstel(
                f"doel {doel.nummer}",
                f"{CHOOSE} {doel.code}",
                f"Wij stellen voor: {asked[0]}"
                if asked
                else f"Het doel: ‘{clause(plain_line(doel.tekst).lstrip('.… '))}’",
                source=doel.source,
            )
    for promise in late:
        if promise.open and not promise.zelf and promise.source is not None:
            yield Voorstel(
                f"actiepunt {promise.source.where[0][1]}",
                f"Wij vragen {promise.wie} om na te komen: {promise.wat}",
                f"De afgesproken dag was {day_long(promise.uiterlijk)}" if promise.uiterlijk else "",
                source=promise.source,
            )
