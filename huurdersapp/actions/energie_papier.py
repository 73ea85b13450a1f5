"""The papers of an energy visit: what the tenant gets afterwards, and the empty sheets that go along with a coach."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from huurdersapp.actions import energie_cijfers, energie_formulieren, verwerkingen
from huurdersapp.actions.afzender import as_sender, own
from huurdersapp.actions.context import Context
from huurdersapp.actions.papier import Paper, Printed, laid_out, printed, write_document, writer_for
from huurdersapp.actions.records import find
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.records.energie_besparing import Amounts, Part, Saving
from huurdersapp.records.energiebezoek_filters import DONE
from huurdersapp.records.energiebezoek_tables import DOELEN, METERS
from huurdersapp.records.energiecoach import Energiecoach
from huurdersapp.records.knelpunt_tables import Knelpunt
from huurdersapp.records.maatregel import EENHEDEN
from huurdersapp.records.toestemming import text_of
from huurdersapp.records.verhuurder import Verhuurder
from huurdersapp.reports import energie_values as paper
from huurdersapp.reports.adres import Adres
from huurdersapp.reports.document import Document
from huurdersapp.reports.energie_values import BezoekVerslag
from huurdersapp.store.step import ReadSession

VISIT = "energiebezoek"
KEPT_MONTHS = 12
"""Contact data go twelve months after the last contact, unless the register of the board says otherwise: the AVG gives no
terms (art. 5 lid 1 sub e asks to choose one and to keep to it)."""
_UNITS = {"gas": "m³", "water": "m³", "warmte": "GJ"}
_SAID = ("eigen kennis", "afgeleid", "verzonnen")
"""A source that says so itself needs no more words."""
_WHY = "Zo kunnen wij later vragen of het helpt, en tellen hoeveel er bespaard is"


def preview_visit(
    ctx: Context, number: int, *, by_post: bool = False, wanted: Callable[[], bool] = lambda: True
) -> Paper:
    """The paper for the tenant of a visit that took place, as it is shown and saved; `by_post` puts the address in the
    window of an envelope.

    Raises UserError when the visit is not there or nobody was spoken with, Stopped when no longer `wanted`.
    """
    return laid_out(ctx, _document(ctx, number, by_post), wanted=wanted)


def write_visit(ctx: Context, number: int, path: Path, *, by_post: bool = False) -> Job[Printed]:
    """Write the paper for the tenant to .pdf or .docx; raises UserError as `preview_visit`, and when it cannot be
    written."""
    writer_for(path)
    yield Progress(0, 1, _("Verslag maken"))
    return write_document(_document(ctx, number, by_post), path)


def _document(ctx: Context, number: int, by_post: bool) -> Document:
    from huurdersapp.reports.bezoekverslag import bezoekverslag_document

    with ctx.store.reading() as db:
        values = visit_values(ctx, db, find(db, ctx.spec(VISIT), number), by_post=by_post)
    return bezoekverslag_document(values)


def visit_values(ctx: Context, db: ReadSession, visit: Any, *, by_post: bool = False) -> BezoekVerslag:
    """All that the paper for the tenant says, read at one moment."""
    if visit.status not in DONE:
        raise UserError(
            _("Bij energiebezoek {number} is (nog) niemand gesproken. Dan is er niets te vertellen."),
            _("Vul eerst het bezoek in."),
            number=visit.nummer,
        )
    return _Visit(ctx, db, visit).values(by_post)


class _Visit:
    def __init__(self, ctx: Context, db: ReadSession, visit: Any) -> None:
        self.ctx, self.db, self.row = ctx, db, visit
        self.saving: Saving = energie_cijfers.saving_of(db, visit)
        self.lines = energie_cijfers.lines_of_visit(db, visit.id)

    def values(self, by_post: bool) -> BezoekVerslag:
        row, agreed = self.row, self._agreed()
        address = self._address()
        return BezoekVerslag(
            organisatie=as_sender(own(self.db)),
            datum=row.datum,
            coach=self._name(Energiecoach, row.coach_id),
            adres=address,
            bewoner=(row.bewoner_naam or "") if "contact" in agreed else "",
            per_post=by_post and address is not None,
            maatregelen=tuple(self._measure(line, measure) for line, measure in self._own_lines()),
            verhuurder=self._name(Verhuurder, row.verhuurder_id),
            voor_verhuurder=tuple(self._for_landlord()),
            doorgeven=self._passed_on(agreed),
            meterstanden=tuple(self._meters()) if "meterstanden" in agreed else (),
            verbruik=self._use() if "meterstanden" in agreed else (),
            samen=_amounts(self.saving.together),
            tarief=self._prices(),
            co2=self._factors(),
            nazorg_op=row.nazorg_gepland_op if "contact" in agreed and row.nazorg_op is None else None,
            toestemmingen=tuple(self._consents()),
            bewaard=self._kept(),
            voorbeeld=self.ctx.store.example,
        )

    def _agreed(self) -> set[str]:
        return {line.doel for line in self._part("toestemmingen") if line.ingetrokken_op is None}

    def _passed_on(self, agreed: set[str]) -> bool | None:
        """Whether the landlord may be told; None where nobody asked."""
        asked = any(line.doel == "verhuurder" for line in self._part("toestemmingen"))
        return "verhuurder" in agreed if asked else None

    def _part(self, key: str) -> list[Any]:
        return self.db.lines(self.db.catalogue.specs[VISIT].part[key].spec, self.row.id)

    def _name(self, cls: Any, key: str | None) -> str:
        found = self.db.get(cls, key) if key else None
        return found.naam if found is not None else ""

    def _address(self) -> Adres | None:
        row = self.row
        if row.zonder_adres or not row.straat or row.huisnummer is None:
            return None
        return Adres(row.straat, row.huisnummer, row.toevoeging or "", row.postcode or "", row.plaats or "")

    def _own_lines(self) -> list[tuple[Any, Any]]:
        return [(line, measure) for line, measure in self.lines if line.wie != "verhuurder"]

    def _measure(self, line: Any, measure: Any) -> paper.Maatregel:
        unit = printed(EENHEDEN, measure.per)
        return paper.Maatregel(
            naam=measure.naam,
            stand=line.hoe_ver,
            wanneer=line.stand,
            aantal=line.aantal if measure.per != "woning" else None,
            eenheid="stuks" if unit == "stuk" and line.aantal != 1 else unit,
            uitleg=line.toelichting or "",
            let_op=measure.veiligheid or "",
            besparing=self._saving_of(measure),
        )

    def _saving_of(self, measure: Any) -> paper.Besparing | None:
        found = next((one for one in self.saving.parts if one.measure.key == measure.id), None)
        return _part(found) if found is not None and found.amounts.known else None

    def _for_landlord(self) -> list[str]:
        """What only the landlord can mend: measures of theirs that are not done, and knelpunten of this visit."""
        told = [
            f"{measure.naam}: {line.toelichting}" if line.toelichting else measure.naam
            for line, measure in self.lines
            if line.wie == "verhuurder" and line.stand != "gedaan"
        ]
        keys = [line.knelpunt_id for line in self._part("knelpunten")]
        for key in keys:
            row = self.db.get(Knelpunt, key)
            if row is not None and row.verwijderd is None and not _is_told(row.titel, told):
                told.append(row.titel)
        return told

    def _meters(self) -> list[paper.Meterstand]:
        return [
            paper.Meterstand(printed(METERS, line.meter).lower(), line.stand, _UNITS.get(line.meter, "kWh"))
            for line in self._part("meterstanden")
            if line.moment == "bij_bezoek"
        ]

    def _use(self) -> tuple[paper.Verbruik, ...]:
        row = self.row
        told = (
            ("gas", row.gas_jaar, "m³"),
            ("stroom", row.stroom_jaar, "kWh"),
            ("water", row.water_jaar, "m³"),
        )
        return tuple(
            paper.Verbruik(name, Decimal(value), unit) for name, value, unit in told if value is not None
        )

    def _prices(self) -> paper.Tarief | None:
        found = self.saving.prices
        if found is None:
            return None
        return paper.Tarief(
            found.gas_euro, found.stroom_euro, found.peildatum, _checked(found.bron, found.nagezocht)
        )

    def _factors(self) -> paper.Co2Factor | None:
        found = self.saving.factors
        if found is None:
            return None
        return paper.Co2Factor(
            found.gas_co2, found.stroom_co2, found.jaar, _checked(found.bron, found.nagezocht)
        )

    def _consents(self) -> list[paper.Toestemming]:
        return [
            paper.Toestemming(
                text_of(line.doel, line.tekstversie) or printed(DOELEN, line.doel),
                line.tekstversie,
                line.gegeven_op,
                line.ingetrokken_op,
            )
            for line in self._part("toestemmingen")
        ]

    def _kept(self) -> paper.Bewaard:
        """What is kept of this visit, also what nobody agreed to: the tenant may know (AVG art. 13)."""
        row = self.row
        told = [
            ("uw adres", bool(row.postcode)),
            ("uw naam", bool(row.bewoner_naam)),
            ("uw telefoonnummer", bool(row.bewoner_telefoon)),
            ("uw mailadres", bool(row.bewoner_email)),
            ("uw meterstanden", bool(self._part("meterstanden"))),
            ("uw verbruik", any((row.gas_jaar, row.stroom_jaar, row.water_jaar))),
            ("wat wij bespraken", True),
        ]
        months = verwerkingen.termijn(self.db, "energiebezoeken") or KEPT_MONTHS
        return paper.Bewaard(tuple(words for words, there in told if there), _WHY, maanden=months)


def _is_told(title: str, told: Sequence[str]) -> bool:
    """A knelpunt that was made of a measure for the landlord is the same point."""
    return any(title.casefold().endswith(each.partition(":")[0].casefold()) for each in told)


def _part(one: Part) -> paper.Besparing:
    found, measure = _amounts(one.amounts), one.measure
    return paper.Besparing(
        found.gas_m3,
        found.stroom_kwh,
        found.water_liter,
        found.euro,
        found.co2_kg,
        _checked(measure.bron, measure.nagezocht),
        measure.bron_jaar,
        measure.voorwaarden or "",
    )


def _amounts(one: Amounts) -> paper.Besparing:
    return paper.Besparing(one.gas_m3, one.stroom_kwh, one.water_liter, one.euro, one.co2_kg)


def _checked(source: str | None, checked: bool) -> str:
    """A source as it is printed; one that nobody looked up says so."""
    if not source or checked or any(word in source.casefold() for word in _SAID):
        return source or ""
    return f"{source} (niet nagezocht)"


SheetOut = energie_formulieren.SheetOut
issue_forms, write_forms = energie_formulieren.issue_forms, energie_formulieren.write_forms
print_again, sheets_out = energie_formulieren.print_again, energie_formulieren.sheets_out
