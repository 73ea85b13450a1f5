"""The lines of the trimesterverslag that stand beside the akkoord: promises of others, adviezen and overleggen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import func, or_, select

from huurdersapp.actions.akkoord_schrijven import names_of
from huurdersapp.actions.overlegvormen import Overlegvormen
from huurdersapp.actions.papier import printed
from huurdersapp.actions.telling import found, one
from huurdersapp.actions.vertrouwelijk import Geheim
from huurdersapp.base import clock
from huurdersapp.base.period import Period
from huurdersapp.records.actiepunt import Actiepunt
from huurdersapp.records.advies_tables import OVERGENOMEN, SOORTEN, UITKOMSTEN
from huurdersapp.records.akkoord import Akkoord
from huurdersapp.records.overleg import Overleg
from huurdersapp.records.partij import Partij
from huurdersapp.records.verhuurder import Verhuurder
from huurdersapp.reports import trimester_values as paper
from huurdersapp.reports.language import day_long
from huurdersapp.reports.small_numbers import SmallNumberSettings
from huurdersapp.store.step import ReadSession

_REACTIE: dict[str, paper.Gevolgd] = {
    "gevolgd": "gevolgd",
    "deels": "deels",
    "niet": "niet",
    "geen": "geen_reactie",
}


def promises(db: ReadSession, named: str, on: date) -> list[Any]:
    """Promises of others that were open (`open_op`) or late (`te_laat_op`) on a day, the first last day first."""
    where = ((named, on.isoformat()), ("toezegging", "ja"))
    rows = (db.get(Actiepunt, key) for key in found(db, "actiepunt", where).ids)
    return sorted(filter(None, rows), key=lambda row: (row.uiterlijk or date.max, row.nummer))


class Regels:
    """A report about a period under an akkoord, with the lines that need no more than their own record."""

    def __init__(self, db: ReadSession, akkoord: Akkoord, span: Period, small: SmallNumberSettings) -> None:
        self.db, self.akkoord, self.span, self.small = db, akkoord, span, small
        self.specs = db.catalogue.specs
        self.names = names_of(db, akkoord)
        # With those in the waste bin: what they promised still stands.
        self.partijen = {row.id: row for row in db.scalars(select(Partij))}
        self.today = min(clock.today(), span.last)
        self.forms = Overlegvormen(db, akkoord)
        self.geheim = Geheim(db)

    def _rows(self, kind: str, named: str) -> list[Any]:
        keys = found(self.db, kind, ((named, self.span.code()),)).ids
        return self._of_keys(kind, keys)

    def _of_keys(self, kind: str, keys: Iterable[str]) -> list[Any]:
        rows = (self.db.get(self.specs[kind].cls, key) for key in keys)
        return sorted((row for row in rows if row is not None), key=_day_of)

    def _lines(self, kind: str, part: str, row: Any) -> list[Any]:
        return self.db.lines(self.specs[kind].part[part].spec, row.id)

    def _promise(self, row: Any) -> paper.Toezegging:
        meeting = self.db.get(Overleg, row.overleg_id) if row.overleg_id else None
        since = row.afgesproken_op or (meeting.datum if meeting else None)
        return paper.Toezegging(
            wie=self.partijen[row.partij_id].naam,
            wat=row.wat,
            toegezegd_op=since,
            overleg=self.forms.name(meeting) if meeting else "",
            uiterlijk=row.uiterlijk,
            source=one("actiepunt", row),
            weer=tuple(self._again(row, since)) if row.uiterlijk and row.uiterlijk < self.today else (),
            geheim=self.geheim.has("actiepunt", row),
        )

    def _again(self, row: Any, since: date | None) -> Iterator[str]:
        """In which later overleggen a promise stood on the agenda again: by its words, or by the knelpunt it is about."""
        spec = self.specs["overleg"].part["agendapunten"].spec
        words = func.lower(spec.table.c.onderwerp).startswith(row.wat.strip().lower(), autoescape=True)
        about = or_(words, spec.table.c.knelpunt_id == row.knelpunt_id) if row.knelpunt_id else words
        lines = self.db.alive(spec, about)
        meetings = {line.ouder_id for line in lines if line.ouder_id != row.overleg_id}
        rows = [self.db.get(Overleg, key) for key in meetings]
        later = [
            each
            for each in rows
            if each is not None
            and each.verwijderd is None
            and not each.afgelast
            and (since is None or each.datum > since)
            and each.datum <= self.today
        ]
        for each in sorted(later, key=_day_of):
            yield f"{self.forms.name(each)} van {day_long(each.datum)}"

    def _adviezen(self) -> list[Any]:
        code = self.span.code()
        keys: dict[str, None] = {}
        for named in ("ontvangen_in", "verstuurd_in", "reactie_in"):
            keys |= dict.fromkeys(found(self.db, "advies", ((named, code),)).ids)
        return self._of_keys("advies", keys)

    def _advies(self, row: Any) -> paper.AdviesRegel:
        landlord = self.db.get(Verhuurder, row.verhuurder_id) if row.verhuurder_id else None
        sent = row.verstuurd_op is not None and row.verstuurd_op <= self.span.last
        came = [day for day in (row.reactie_op, row.redenen_ontvangen_op) if day and day <= self.span.last]
        lines = self._lines("advies", "voorwaarden", row) if sent else []
        said = Counter(line.reactie for line in lines) if came else Counter[str]()
        return paper.AdviesRegel(
            onderwerp=row.onderwerp,
            verhuurder=landlord.naam if landlord else "",
            soort=printed(SOORTEN, row.soort).lower(),
            uitkomst=printed(UITKOMSTEN, row.uitkomst).lower() if sent else "",
            nummer=str(row.nummer),
            verstuurd_op=row.verstuurd_op if sent else None,
            reactie_op=min(came) if came else None,
            gevolgd=_REACTIE.get(row.reactie) if came and row.reactie else None,
            redenen=(row.reactie_toelichting or "") if came else "",
            source=one("advies", row),
            ontvangen_op=self._by_then(row.advies_ontvangen_op),
            herinnerd_op=self._by_then(row.herinnerd_op),
            voorwaarden=len(lines),
            overgenomen=said["overgenomen"],
            deels=said["deels"],
            niet=said["niet"],
            voldaan=sum(self._by_then(line.voldaan_op) is not None for line in lines),
            lijst=tuple(self._condition(line, bool(came)) for line in lines),
            geheim=self.geheim.has("advies", row),
        )

    def _condition(self, line: Any, came: bool) -> paper.VoorwaardeRegel:
        return paper.VoorwaardeRegel(
            line.tekst,
            line.termijn,
            printed(OVERGENOMEN, line.reactie).lower() if came and line.reactie else "",
            (line.reactie_reden or "") if came else "",
            self._by_then(line.voldaan_op),
        )

    def _by_then(self, day: date | None) -> date | None:
        """A day of something that had happened at the end of the period."""
        return day if day is not None and day <= self.span.last else None

    def _overleg(self, row: Any) -> paper.OverlegRegel:
        points = self._lines("overleg", "agendapunten", row)
        others = [self.partijen[line.partij_id] for line in self._lines("overleg", "partijen", row)]
        ours = [point for point in points if point.eigen_punt]
        secret = self.geheim.has("overleg", row)
        return paper.OverlegRegel(
            soort=self.forms.name(row),
            datum=row.datum,
            met=", ".join(partij.korte_naam or partij.naam for partij in others if not partij.eigen),
            eigen_punten=tuple(point.onderwerp for point in ours),
            source=one("overleg", row),
            geheime_punten=tuple(
                point.onderwerp for point in ours if secret or self.geheim.names("advies", point.advies_id)
            ),
        )


def _day_of(row: Any) -> tuple[date, int]:
    columns = ("datum", "sluit_op", "start_op", "ontvangen_op", "verstuurd_op", "gemeld_op", "gedaan_op")
    for column in (*columns, "meting_van"):
        if (day := getattr(row, column, None)) is not None:
            return (day, row.nummer)
    return (date.max, row.nummer)
