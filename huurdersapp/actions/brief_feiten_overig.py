"""The facts of letters that are no answer in a case, read from the records that they belong to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from huurdersapp.actions import brief_feiten_rechten
from huurdersapp.actions.brief_feiten import bare_commissie
from huurdersapp.actions.context import Context
from huurdersapp.actions.names import Names
from huurdersapp.actions.papier import small_numbers
from huurdersapp.actions.raadpleging_papier import meeting_words
from huurdersapp.actions.raadpleging_waarden import raadpleging_values
from huurdersapp.base import clock
from huurdersapp.base.sjabloon import Value
from huurdersapp.records.advies_tables import Advies
from huurdersapp.records.advies_termijn import NO_ADVICE, feiten, termijnen
from huurdersapp.records.brief import Brief
from huurdersapp.records.brief_velden_overig import OVERIG
from huurdersapp.records.commissie import Commissie
from huurdersapp.records.overleg import Overleg
from huurdersapp.records.raadpleging_tables import Raadpleging
from huurdersapp.records.verhuurder import REASONS_DAYS, Verhuurder
from huurdersapp.reports.brief_overig_feiten import OverigValues, VanAdvies, overige_feiten
from huurdersapp.reports.document import Block
from huurdersapp.store.step import ReadSession

Facts = tuple[Mapping[str, Value], Mapping[str, tuple[Block, ...]]]


def facts(ctx: Context, db: ReadSession, row: Any) -> Facts:
    """Of a letter (a `brief`) the words and the blocks that its template may name besides those of every letter."""
    return overige_feiten(values(ctx, db, row))


MEER: Mapping[str, Callable[[Context, ReadSession, Any], Facts]] = {
    **dict.fromkeys(OVERIG, facts),
    "rechten": brief_feiten_rechten.facts,
}
"""By the kind of letter."""


def values(ctx: Context, db: ReadSession, row: Any) -> OverigValues:
    """All that the letter may say, as plain values; what was thrown away is not there."""
    day: date = row.verstuurd_op or row.datum or clock.today()
    before = _there(db, Brief, row.antwoord_op_id)
    case = _there(db, Advies, row.advies_id)
    meeting = _there(db, Overleg, row.overleg_id)
    group = _there(db, Commissie, row.commissie_id or (case.commissie_id if case is not None else None))
    asked = _there(db, Raadpleging, row.raadpleging_id)
    return OverigValues(
        onderwerp=row.onderwerp,
        datum=day,
        zaak=_advies(db, case) if case is not None else None,
        eerder_op=before and (before.verstuurd_op or before.datum),
        eerder_kenmerk=(before and before.ons_kenmerk) or "",
        van_ons=before is not None and before.richting == "uit",
        overleg=meeting_words(meeting) if meeting is not None else "",
        commissie=bare_commissie(group.naam) if group is not None else "",
        small=small_numbers(ctx),
        **(_raadpleging(db, asked) if asked is not None else {}),
    )


def _there(db: ReadSession, cls: type[Any], key: str | None) -> Any:
    row = db.get(cls, key) if key else None
    return row if row is not None and row.verwijderd is None else None


def _advies(db: ReadSession, case: Any) -> VanAdvies:
    landlord: Verhuurder | None = _there(db, Verhuurder, case.verhuurder_id)
    days = {each.sleutel: each for each in termijnen(feiten(case, landlord))}
    reasons = days.get("redenen_uiterlijk")
    return VanAdvies(
        onderwerp=case.onderwerp,
        verstuurd_op=case.verstuurd_op,
        aangekomen_op=case.advies_ontvangen_op,
        kenmerk=case.ons_kenmerk or "",
        reactie_op=case.reactie_op,
        gevolgd="" if case.reactie in (None, "geen") else case.reactie,
        redenen_op=case.redenen_ontvangen_op,
        zonder_advies=case.uitkomst in NO_ADVICE,
        # Before the other side is told that it is late: the later day (docs/design.md).
        redenen_tot=max(reasons.datum, reasons.datum_atw) if reasons else None,
        redenen_dagen=(landlord and landlord.redenen_dagen) or REASONS_DAYS,
        brief_van=case.brief_verhuurder_op,
        aanleiding=case.aanleiding or "",
        ontbreekt=case.ontbreekt or "",
        letter=case.wohv_letter or "",
    )


def _raadpleging(db: ReadSession, asked: Any) -> dict[str, Any]:
    spec = db.catalogue.specs["raadpleging"]

    def lines(part: str) -> list[Any]:
        return db.lines(spec.part[part].spec, asked.id)

    names = Names(db)
    places = [names.of("complex", line.complex_id) for line in lines("complexen")]
    places += [names.of("kern", line.kern_id) for line in lines("kernen")]
    return {
        "raadpleging": raadpleging_values(db, asked),
        "gebied": tuple(places),
        "vraag": asked.vraag or "",
        "doel": asked.doel or "",
        "start_op": asked.start_op,
        "sluit_op": asked.sluit_op,
        "inleveren": asked.inleveren or "",
        "methoden": tuple(line.methode for line in lines("methoden")),
        "anonimiteit": asked.anonimiteit or "",
    }
