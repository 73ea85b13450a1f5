"""The wijkrapport about a kern, wijk, gebied or gemeente, from the store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import or_, select

from huurdersapp.actions import records
from huurdersapp.actions.context import Context
from huurdersapp.actions.overlegvormen import Overlegvormen
from huurdersapp.actions.papier import meeting_name, printed
from huurdersapp.actions.register_cijfers import PLACED
from huurdersapp.actions.telling import Found, found, one
from huurdersapp.actions.verslagen.jaar import counts_of
from huurdersapp.actions.verslagen.opdracht import Gelezen, Opdracht
from huurdersapp.actions.verslagen.trimester import akkoord_for, beside
from huurdersapp.actions.vertrouwelijk import Geheim
from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.advies_tables import REACTIES, UITKOMSTEN
from huurdersapp.records.akkoord import Akkoord
from huurdersapp.records.complex import Complex
from huurdersapp.records.energiebezoek_tables import GEPLAATST
from huurdersapp.records.kern import Kern, inside
from huurdersapp.records.knelpunt_categorieen import CATEGORIEEN
from huurdersapp.records.knelpunt_status import STATUS
from huurdersapp.records.partij import Partij
from huurdersapp.records.verhuurder import Verhuurder
from huurdersapp.records.visie import STATUS as VISIESTATUS
from huurdersapp.reports import wijkrapport_values as paper
from huurdersapp.reports.language import clause
from huurdersapp.reports.prose import plain_line
from huurdersapp.reports.renovatie_delen import for_outside
from huurdersapp.reports.renovatie_values import Renovatie
from huurdersapp.reports.trimester_values import TrimesterValues
from huurdersapp.reports.wijkrapport import is_empty, wijk_kader, wijk_onderdelen
from huurdersapp.reports.wijkrapport_cijfers import Plek
from huurdersapp.reports.wijkrapport_values import FEWEST
from huurdersapp.store.step import ReadSession


def read(ctx: Context, db: ReadSession, job: Opdracht) -> Gelezen:
    """The report with all its parts; raises UserError without a place, and where there are several akkoorden to choose from."""
    if job.kern is None:
        raise UserError(
            _("Kies de kern of wijk waar dit rapport over gaat."),
            _("Een gebied of de hele gemeente kan ook."),
        )
    asked: Any = records.find(db, db.catalogue.specs["kern"], job.kern)
    akkoord = akkoord_for(db, job) if job.akkoord or db.alive(db.catalogue.specs["akkoord"]) else None
    safe = counts_of(ctx, db, job.span, akkoord)
    basis = replace(
        safe.values,
        gemaakt_op=job.datum or safe.values.gemaakt_op,
        reden_leeg=job.reden_leeg,
        versie=job.versie,
        los=safe.alleen,
    )
    counter = safe.counter()
    values = _Wijk(db, job, basis, asked, audience(db, job.publiek, akkoord)).values()
    parts = wijk_onderdelen(values, job.kort, counter)
    warnings = tuple(beside(akkoord, job.span)) if akkoord is not None else ()
    return Gelezen(wijk_kader(values, job.kort), parts, warnings, is_empty(values, counter))


def audience(db: ReadSession, publiek: str, akkoord: Akkoord | None) -> str:
    """For whom a report is, in the words of the akkoord where there is one."""
    if publiek in ("leden", "openbaar"):
        return "onze leden" if publiek == "leden" else "iedereen"
    if akkoord is None:
        return "het bestuurlijk overleg" if publiek == "bo" else "de regiegroep"
    forms = Overlegvormen(db, akkoord)
    return forms.decides if publiek == "bo" else forms.prepares


class _Wijk:
    def __init__(
        self, db: ReadSession, job: Opdracht, basis: TrimesterValues, asked: Any, voor: str = ""
    ) -> None:
        self.voor = voor
        self.db, self.job, self.basis, self.asked = db, job, basis, asked
        self.specs = db.catalogue.specs
        self.row = self._wide_enough(asked)
        self.kernen = {row.id: row for row in db.scalars(select(Kern).where(inside(Kern.id, self.row.id)))}
        self.complexen = [row for row in db.alive(self.specs["complex"]) if row.kern_id in self.kernen]
        self.where = ("binnen", str(self.row.nummer))
        self.code = job.span.code()
        self.today = min(clock.today(), job.span.last)
        self.partijen = {row.id: row for row in db.scalars(select(Partij))}
        self.verhuurders = {row.id: row for row in db.scalars(select(Verhuurder))}
        self.geheim = Geheim(db)

    def _wide_enough(self, row: Any) -> Any:
        """The place itself, or the wider one where it is known to have too few homes."""
        while 0 < self._homes(row) < FEWEST and row.ligt_in_id:
            wider = self.db.get(Kern, row.ligt_in_id)
            if wider is None:
                break
            row = wider
        return row

    def _homes(self, row: Any) -> int:
        """The homes in a place as far as they are known: those of our address list, or those of its complexes."""
        listed = len(found(self.db, "adres", (("binnen", str(row.nummer)), ("actief", "ja"))).ids)
        query = select(Complex.aantal_woningen).where(
            inside(Complex.kern_id, row.id), Complex.verwijderd.is_(None)
        )
        return max(listed, sum(count or 0 for count in self.db.scalars(query)))

    def _wider(self) -> Iterator[str]:
        """The names of the places that it lies in."""
        row = self.row
        while row.ligt_in_id and (wider := self.db.get(Kern, row.ligt_in_id)) is not None:
            row = wider
            yield row.naam

    def values(self) -> paper.WijkValues:
        end = self.today.isoformat()
        collective = ("collectief", "ja")
        open_now = self._here("knelpunt", ("open_op", end), collective)
        new = self._here("knelpunt", ("nieuw_in", self.code), collective)
        solved = self._here("knelpunt", ("opgelost_in", self.code), collective)
        adviezen = list(self._adviezen())
        told = [row for row in adviezen if self._told("advies", row)]
        parent = self.db.get(Kern, self.row.ligt_in_id) if self.row.ligt_in_id else None
        places = sorted(
            (row.naam for key, row in self.kernen.items() if key != self.row.id), key=str.casefold
        )
        small = [
            row for row in self.complexen if row.aantal_woningen is not None and row.aantal_woningen < FEWEST
        ]
        return paper.WijkValues(
            basis=self.basis,
            naam=self.row.naam,
            plek=Plek(frozenset(row.naam for row in self.kernen.values()), frozenset(self._wider())),
            soort=self.row.soort,
            ligt_in=parent.naam if parent else "",
            kernen=tuple(places),
            gevraagd_over=self.asked.naam if self.row is not self.asked else "",
            woningen=self._here("adres", ("actief", "ja")).getal,
            complexen=tuple(self._complex(row) for row in self.complexen if row not in small and row.actief),
            kleine_complexen=len(small),
            kleine_woningen=sum(row.aantal_woningen for row in small),
            commissies=tuple(self._committees()),
            collectief_nieuw=new.getal,
            collectief_open=open_now.getal,
            collectief_ingebracht=self._here("knelpunt", ("ingebracht_in", self.code), collective).getal,
            collectief_opgelost=solved.getal,
            meldingen=tuple(self._problems((*new.ids, *open_now.ids, *solved.ids))),
            raadplegingen=tuple(self._consulted()),
            campagnes=tuple(self._campaigns()),
            maatregelen=tuple(self._measures()),
            renovaties=tuple(self._renovations()),
            adviezen=tuple(self._advies(row) for row in told),
            verzwegen=len(adviezen) - len(told),
            visies=tuple(self._visions()),
            besluiten=tuple(self._decisions()),
            beloften=tuple(self._promises()),
            vragen=tuple(self._unanswered(end)),
            voor=self.voor,
        )

    def _here(self, kind: str, *where: tuple[str, str]) -> Found:
        return found(self.db, kind, (*where, self.where))

    def _rows(self, kind: str, keys: Iterable[str]) -> list[Any]:
        cls = self.specs[kind].cls
        return [row for key in keys if (row := self.db.get(cls, key)) is not None]

    def _told(self, kind: str, row: Any) -> bool:
        """Whether this audience may read what it is about."""
        return not (self.job.buiten and self.geheim.has(kind, row))

    def _complex(self, row: Any) -> paper.Complex:
        landlord = self._landlord(row.verhuurder_id)
        return paper.Complex(row.naam, landlord, row.aantal_woningen, row.bouwjaar, one("complex", row))

    def _committees(self) -> Iterator[paper.Zaak]:
        rows = self._rows("commissie", self._here("commissie", ("actief_op", self.today.isoformat())).ids)
        for row in sorted(rows, key=lambda each: each.naam.casefold()):
            yield paper.Zaak(row.naam, source=one("commissie", row))

    def _problems(self, keys: Iterable[str]) -> Iterator[paper.Melding]:
        spec = self.specs["knelpunt"].part["stappen"].spec
        urgency = {"hoog": 0, "normaal": 1, "laag": 2}
        rows = self._rows("knelpunt", dict.fromkeys(keys))
        for row in sorted(
            rows, key=lambda each: (urgency.get(each.prioriteit, 1), each.gemeld_op, each.nummer)
        ):
            steps = [step for step in self.db.lines(spec, row.id) if step.datum <= self.today]
            status = max(steps, key=lambda step: (step.datum, step.volgorde)).status if steps else "gemeld"
            kern = self.kernen.get(row.kern_id or "")
            yield paper.Melding(
                row.titel,
                kern.naam if kern else "",
                printed(CATEGORIEEN, row.categorie),
                row.gemeld_op,
                printed(STATUS, status).lower(),
                one("knelpunt", row),
            )

    def _consulted(self) -> Iterator[int]:
        """The places of the raadplegingen that were held here or about complexes here."""
        spec = self.specs["raadpleging"]
        numbers = {str(row.nummer): row for row in self.db.alive(spec)}
        for at, item in enumerate(self.basis.raadplegingen):
            row = numbers.get(item.nummer)
            if row is not None and self._told("raadpleging", row) and self._linked("raadpleging", row):
                yield at

    def _linked(self, kind: str, row: Any) -> bool:
        parts = self.specs[kind].part
        kernen = {line.kern_id for line in self.db.lines(parts["kernen"].spec, row.id)}
        if kernen & self.kernen.keys():
            return True
        here = {each.id for each in self.complexen}
        return "complexen" in parts and any(
            line.complex_id in here for line in self.db.lines(parts["complexen"].spec, row.id)
        )

    def _campaigns(self) -> Iterator[int]:
        here = set(self._here("campagne", ("gehouden_in", self.code)).ids)
        for at, item in enumerate(self.basis.campagnes):
            if item.source is not None and here.intersection(item.source.ids):
                yield at

    def _measures(self) -> Iterator[str]:
        """What was placed at visits here: names alone, since each stands for few homes."""
        visits = self._here("energiebezoek", ("gedaan_in", self.code), PLACED).ids
        part = self.specs["energiebezoek"].part["maatregelen"].spec.table
        query = (
            select(part.c.maatregel_id)
            .where(part.c.ouder_id.in_(visits), part.c.hoe_ver.in_(GEPLAATST), part.c.verwijderd.is_(None))
            .distinct()
        )
        rows = self._rows("maatregel", [key for key in self.db.scalars(query) if key])
        yield from sorted((row.naam for row in rows), key=str.casefold)

    def _renovations(self) -> Iterator[Renovatie]:
        """Those of all of the period that are here."""
        here = set(self._here("renovatieproject", ("bekend_in", self.code)).ids)
        items = self.basis.renovaties
        for item in for_outside(items) if self.job.buiten else items:
            if item.source is not None and here.intersection(item.source.ids):
                yield item

    def _adviezen(self) -> Iterator[Any]:
        """What was sent in the period about complexes or by commissies here."""
        sent = found(self.db, "advies", (("verstuurd_in", self.code),)).ids
        complexen = {row.id for row in self.complexen}
        committees = {row.id for row in self._rows("commissie", self._here("commissie").ids)}
        for row in self._rows("advies", sent):
            if row.complex_id in complexen or row.commissie_id in committees:
                yield row

    def _advies(self, row: Any) -> paper.Zaak:
        came = printed(UITKOMSTEN, row.uitkomst).lower()
        if row.reactie:
            came = f"{came}; {printed(REACTIES, row.reactie).lower()}"
        return paper.Zaak(
            row.onderwerp, self._landlord(row.verhuurder_id), row.verstuurd_op, came, one("advies", row)
        )

    def _visions(self) -> Iterator[paper.Zaak]:
        for row in self.db.alive(self.specs["visie"]):
            if self._linked("visie", row) and (row.start_op is None or row.start_op <= self.today):
                stand = printed(VISIESTATUS, row.status).lower()
                own = f"; onze inbreng: {clause(plain_line(row.eigen_inbreng))}" if row.eigen_inbreng else ""
                yield paper.Zaak(row.naam, "", None, f"{stand}{own}", one("visie", row))

    def _decisions(self) -> Iterator[paper.Zaak]:
        problems = set(self._here("knelpunt", ("collectief", "ja")).ids)
        complexen = [row.id for row in self.complexen]
        advies = self.specs["advies"]
        cases = [row.id for row in self.db.alive(advies, advies.table.c.complex_id.in_(complexen))]
        part = self.specs["overleg"].part["agendapunten"].spec
        about = or_(part.table.c.knelpunt_id.in_(problems), part.table.c.advies_id.in_(cases))
        held = set(found(self.db, "overleg", (("bijgewoond_in", self.code),)).ids)
        lines = [line for line in self.db.alive(part, about) if line.besluit and line.ouder_id in held]
        meetings = {row.id: row for row in self._rows("overleg", {line.ouder_id for line in lines})}
        told = []
        for line in lines:
            meeting = meetings[line.ouder_id]
            secret = self.job.buiten and self.geheim.names("advies", line.advies_id)
            if self._told("overleg", meeting) and not secret:
                told.append((meeting.datum, meeting.nummer, line.volgorde, meeting, line))
        for day, _number, _place, meeting, line in sorted(told, key=lambda each: each[:3]):
            yield paper.Zaak(
                line.onderwerp, clause(meeting_name(meeting)), day, line.besluit, one("overleg", meeting)
            )

    def _promises(self) -> Iterator[paper.Zaak]:
        """Open promises of others that are about a problem here."""
        problems = set(self._here("knelpunt", ("collectief", "ja")).ids)
        where = (("open_op", self.today.isoformat()), ("toezegging", "ja"))
        rows = self._rows("actiepunt", found(self.db, "actiepunt", where).ids)
        for row in sorted(rows, key=lambda each: (each.uiterlijk or date.max, each.nummer)):
            if row.knelpunt_id in problems and self._told("actiepunt", row):
                late = "te laat" if row.uiterlijk and row.uiterlijk < self.today else ""
                yield paper.Zaak(
                    row.wat, self._party(row.partij_id), row.uiterlijk, late, one("actiepunt", row)
                )

    def _unanswered(self, end: str) -> Iterator[paper.Zaak]:
        """Problems here of which a reaction should have come."""
        late = self._here("knelpunt", ("reactie_te_laat_op", end), ("collectief", "ja"))
        for row in self._rows("knelpunt", late.ids):
            who = self._party(row.partij_id) or self._landlord(row.verhuurder_id)
            yield paper.Zaak(
                row.titel, who, row.reactie_verwacht_op, "nog geen reactie", one("knelpunt", row)
            )

    def _landlord(self, key: str | None) -> str:
        landlord = self.verhuurders.get(key or "")
        return landlord.naam if landlord else ""

    def _party(self, key: str | None) -> str:
        party = self.partijen.get(key or "")
        return (party.korte_naam or party.naam) if party else ""
