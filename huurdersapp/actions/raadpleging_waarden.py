"""A raadpleging as the plain values that reports and letters print."""

from __future__ import annotations

from typing import Any

from huurdersapp.actions.papier import printed
from huurdersapp.actions.telling import one
from huurdersapp.records.raadpleging_tables import KANALEN, METHODEN
from huurdersapp.records.rules import lines_of
from huurdersapp.reports import values as paper
from huurdersapp.reports.document import Source
from huurdersapp.store.step import ReadSession

SELECTIE: dict[str, paper.Selectie] = {
    "allen": "iedereen",
    "steekproef": "steekproef",
    "zelfselectie": "zelfselectie",
    "uitgenodigd": "zelfselectie",
}
"""A group that the organisation chose itself says nothing about all tenants: it prints without a margin."""
_SOORT: dict[str, paper.VraagSoort] = {"meer_keuzes": "meerkeuze", "open": "open"}


def raadpleging_values(db: ReadSession, row: Any) -> paper.Raadpleging:
    """All that is known of it; what is not known stays empty."""
    source = one("raadpleging", row)
    kanalen = _lines(db, row, "kanalen")
    return paper.Raadpleging(
        titel=row.titel,
        doel=row.doel or "",
        van=row.start_op,
        tot=row.sluit_op,
        populatie=_population(row, source),
        selectie=SELECTIE.get(row.selectie) if row.selectie else None,
        methoden=tuple(printed(METHODEN, line.methode).lower() for line in _lines(db, row, "methoden")),
        uitgenodigd=_sum(kanalen, "uitgenodigd", source),
        respons=_total(row, kanalen, source),
        kanalen=tuple(_channel(line, source) for line in kanalen if line.respons is not None),
        vragen=tuple(_question(db, row, line) for line in _lines(db, row, "vragen")),
        conclusies=tuple(lines_of(row.conclusies)),
        minderheid=tuple(lines_of(row.minderheid)),
        beperkingen=(*lines_of(row.beperkingen), *lines_of(row.samenstelling)),
        terugkoppeling_op=row.terugkoppeling_op,
        terugkoppeling=", ".join(text for text in (row.terugkoppeling_hoe, row.terugkoppeling_aan) if text),
        vastgesteld_op=row.vastgesteld_op,
        vastgesteld_door=row.vastgesteld_door or "",
        open_stemming=row.open_stemming,
        nummer=str(row.nummer),
        source=source,
    )


def _lines(db: ReadSession, row: Any, part: str) -> list[Any]:
    return db.lines(db.catalogue.specs["raadpleging"].part[part].spec, row.id)


def _population(row: Any, source: Source) -> paper.Populatie | None:
    if not row.populatie_omschrijving and row.populatie_aantal is None:
        return None
    return paper.Populatie(
        omschrijving=row.populatie_omschrijving or "",
        omvang=paper.ONBEKEND if row.populatie_aantal is None else paper.Getal(row.populatie_aantal, source),
        bron=row.populatie_bron or "",
        peildatum=row.populatie_peildatum,
        uitgesloten=row.uitsluitingen or "",
    )


def _sum(lines: list[Any], column: str, source: Source) -> paper.Getal:
    """The sum over the channels, unknown when one of them is."""
    values = [getattr(line, column) for line in lines]
    return paper.Getal(sum(values), source) if values and None not in values else paper.ONBEKEND


def _total(row: Any, lines: list[Any], source: Source) -> paper.Getal:
    """The total as it was told; only where nobody told one, the sum of the channels."""
    if row.respons_totaal is not None:
        return paper.Getal(row.respons_totaal, source)
    return _sum(lines, "respons", source)


def _channel(line: Any, source: Source) -> paper.Kanaal:
    invited = None if line.uitgenodigd is None else paper.Getal(line.uitgenodigd, source)
    return paper.Kanaal(printed(KANALEN, line.kanaal).lower(), paper.Getal(line.respons, source), invited)


def _question(db: ReadSession, row: Any, line: Any) -> paper.Vraag:
    spec = db.catalogue.specs["raadpleging"].part["vragen"].spec.part["opties"].spec
    options = [option for option in db.lines(spec, line.id) if option.aantal is not None]
    return paper.Vraag(
        tekst=line.tekst,
        soort=_SOORT.get(line.soort, "keuze"),
        n=line.beantwoord_door,
        antwoorden=tuple(paper.Antwoord(option.tekst, option.aantal) for option in options),
        conclusie=line.toelichting or "",
    )
