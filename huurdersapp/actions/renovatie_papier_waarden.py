"""What the papers of a renovation say, read from the records at one moment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, select

from huurdersapp.actions.afzender import own
from huurdersapp.actions.campagnes import actions_in, summed
from huurdersapp.actions.context import Context
from huurdersapp.actions.names import Names
from huurdersapp.actions.papier import printed, small_numbers
from huurdersapp.actions.raadpleging_waarden import raadpleging_values
from huurdersapp.actions.records import find
from huurdersapp.actions.renovatie_stand import (
    HOME,
    PROJECT,
    UNIT,
    EenheidStand,
    conditions,
    eenheid_stand,
    project_stand,
)
from huurdersapp.actions.renovatie_tellen import folded, natural
from huurdersapp.actions.telling import one
from huurdersapp.actions.vertrouwelijk import Geheim
from huurdersapp.records.advies_tables import UITKOMSTEN, Advies
from huurdersapp.records.campagne_tables import Campagne
from huurdersapp.records.draagvlak import ANSWERED, EMPTY
from huurdersapp.records.raadpleging_tables import Raadpleging
from huurdersapp.records.renovatie_dag import said_on
from huurdersapp.records.renovatie_tables import (
    OPNIEUW,
    SOCIAAL_PLAN,
    STATUS,
    VERHUIZEN,
    ZORGEN,
    BouwkundigeEenheid,
    EerderAntwoord,
    Renovatieproject,
    Renovatiewoning,
)
from huurdersapp.reports import renovatiepapier_values as paper
from huurdersapp.reports.document import Source
from huurdersapp.reports.language import days_between
from huurdersapp.store.step import ReadSession

COUNTS = ("huurders", "ja", "nee", "open", EMPTY, "alle")
"""The numbers of a building that open their list."""


def sources(unit: int, on: date, stairs: str | None = None) -> dict[str, Source]:
    """The list behind each count of a building, or of one staircase ("": of homes without one)."""
    found = {}
    for what in COUNTS:
        typed = conditions(unit, what, on, stairs)
        pairs = tuple((key, value) for key, _sign, value in (text.partition("=") for text in typed))
        found[what] = Source(HOME, pairs)
    return found


def project_of(db: ReadSession, stand: EenheidStand) -> Renovatieproject:
    """The project that a building is in."""
    row = find(db, db.catalogue.specs[PROJECT], stand.project_nummer)
    assert isinstance(row, Renovatieproject)
    return row


def _versions(db: ReadSession, project: Renovatieproject, on: date) -> list[Any]:
    """The versions of the proposal that there were on a day, the oldest first."""
    part = db.catalogue.specs[PROJECT].part["voorstellen"].spec
    found = [line for line in db.lines(part, project.id) if line.datum <= on]
    return sorted(found, key=lambda line: (line.versie or 0, line.datum))


def _landlord(db: ReadSession, project: Renovatieproject) -> str:
    return Names(db).of("verhuurder", project.verhuurder_id) if project.verhuurder_id else ""


# -- telblad -------------------------------------------------------------------------------------------------------


def telblad(
    ctx: Context, db: ReadSession, number: int, on: date, *, blanco: bool, zonder_adressen: bool
) -> paper.TelbladValues:
    """The count of a building on a day. No column with something personal is read for it."""
    stand = eenheid_stand(db, number, on)
    unit: Any = find(db, db.catalogue.specs[UNIT], number)
    project = project_of(db, stand)
    versions = _versions(db, project, on)
    last = versions[-1] if versions else None
    homes = _counted_homes(db, stand.id, on)
    return paper.TelbladValues(
        organisatie=own(db).naam,
        project=stand.project,
        eenheid=stand.naam,
        geteld_op=on,
        telling=stand.telling,
        delen=tuple(
            paper.TelbladDeel(
                name or "",
                tuple(home for place, home in homes if _same(place, name)),
                counted,
                sources(number, on, name or ""),
            )
            for name, counted in stand.trappenhuizen
        ),
        verhuurder=_landlord(db, project),
        omschrijving=unit.omschrijving or "",
        versie=last.versie if last is not None else None,
        voorstel_op=last.datum if last is not None else None,
        voorstel_stuk=(last.document or "") if last is not None else "",
        afgesproken=project.afgesproken_percentage,
        mondeling=stand.mondeling,
        bronnen=sources(number, on),
        blanco=blanco,
        zonder_adressen=zonder_adressen,
        small=small_numbers(ctx),
        voorbeeld=ctx.store.example,
    )


def _same(place: str | None, name: str | None) -> bool:
    return folded(place or "") == folded(name or "")


def _counted_homes(db: ReadSession, unit: str, on: date) -> list[tuple[str | None, paper.TelbladWoning]]:
    """The homes in the order of their addresses, each with its staircase and the answer that held on the day."""
    columns = (
        Renovatiewoning.id,
        Renovatiewoning.naam,
        Renovatiewoning.trappenhuis,
        Renovatiewoning.straat,
        Renovatiewoning.huisnummer,
        Renovatiewoning.toevoeging,
        Renovatiewoning.verdieping,
        Renovatiewoning.deur,
        Renovatiewoning.instemming,
        Renovatiewoning.instemming_op,
        Renovatiewoning.vorm,
        Renovatiewoning.formulier,
        Renovatiewoning.versie,
        said_on(on).label("antwoord"),
    )
    query = select(*columns).where(Renovatiewoning.eenheid_id == unit, Renovatiewoning.verwijderd.is_(None))
    rows = sorted(db.execute(query).all(), key=_by_address)
    before = _earlier(db, unit, on)
    return [(row.trappenhuis, _home(row, before.get(row.id), on)) for row in rows]


def _by_address(row: Any) -> tuple[Any, ...]:
    numbered = row.huisnummer is not None
    return (
        not numbered,
        natural(row.straat or "") if numbered else (),
        row.huisnummer or 0,
        natural(row.toevoeging or ""),
        row.verdieping or 0,
        row.deur or 0,
        natural(row.naam or ""),
    )


def _earlier(db: ReadSession, unit: str, on: date) -> dict[str, Any]:
    """By home the earlier answer that still held on the day."""
    query = (
        select(EerderAntwoord)
        .join(Renovatiewoning, Renovatiewoning.id == EerderAntwoord.ouder_id)
        .where(
            Renovatiewoning.eenheid_id == unit,
            EerderAntwoord.verwijderd.is_(None),
            EerderAntwoord.vervallen_op > on,
        )
        .order_by(EerderAntwoord.volgorde)
    )
    return {line.ouder_id: line for line in db.scalars(query) if line.datum is None or line.datum <= on}


def _home(row: Any, before: Any, on: date) -> paper.TelbladWoning:
    said: str = row.antwoord
    if said not in ANSWERED:
        return paper.TelbladWoning(row.naam, said)
    now = row.instemming_op is not None and row.instemming_op <= on
    day, form = (row.instemming_op, row) if now or before is None else (before.datum, before)
    return paper.TelbladWoning(row.naam, said, day, form.vorm or "", form.formulier or "", form.versie)


# -- report ----------------------------------------------------------------------------------------------------------


def verslag(ctx: Context, db: ReadSession, number: int, on: date) -> paper.RenovatieverslagValues:
    """A project as the bestuurlijk overleg reads it. Confidential records are not named."""
    stand = project_stand(db, number, on)
    row: Any = find(db, db.catalogue.specs[PROJECT], number)
    reader = _Linked(db, row, on)
    return paper.RenovatieverslagValues(
        organisatie=own(db).naam,
        titel=stand.titel,
        op=on,
        verhuurder=stand.verhuurder or "",
        status=printed(STATUS, stand.status),
        waar=", ".join(reader.places()),
        aanleiding=row.aanleiding or "",
        stand=row.stand or "",
        gevraagd=row.gevraagd or "",
        meting_van=row.meting_van,
        meting_tot=row.meting_tot,
        meting_door=row.meting_door or "",
        uitvoering_van=row.uitvoering_van,
        uitvoering_tot=row.uitvoering_tot,
        afgesproken=row.afgesproken_percentage,
        afgesproken_bron=row.afgesproken_bron or "",
        voorstellen=tuple(_versions_told(db, row, on)),
        eenheden=tuple(_unit(db, each) for each in stand.eenheden),
        adviezen=tuple(reader.adviezen()),
        raadplegingen=tuple(reader.raadplegingen()),
        campagnes=tuple(reader.campagnes()),
        afspraken=tuple(reader.afspraken()),
        afgesloten_op=row.afgesloten_op,
        small=small_numbers(ctx),
        voorbeeld=ctx.store.example,
    )


def _versions_told(db: ReadSession, project: Renovatieproject, on: date) -> Iterator[paper.VoorstelVersie]:
    lapsed = _lapsed(db, project.id)
    for line in _versions(db, project, on):
        yield paper.VoorstelVersie(
            versie=line.versie,
            datum=line.datum,
            document=line.document or "",
            werk=line.werk or "",
            huur=line.huur_per_maand,
            huur_toelichting=line.huur_toelichting or "",
            sociaal_plan=printed(SOCIAAL_PLAN, line.sociaal_plan) if line.sociaal_plan else "",
            verhuizen=printed(VERHUIZEN, line.verhuizen) if line.verhuizen else "",
            wijziging=line.wijziging or "",
            opnieuw=printed(OPNIEUW, line.opnieuw) if line.opnieuw else "",
            weer_gevraagd=lapsed.get(line.versie, 0),
        )


def _lapsed(db: ReadSession, project: str) -> dict[int, int]:
    """By version of how many homes an answer to an earlier version lapsed on its day."""
    part = db.catalogue.specs[PROJECT].part["voorstellen"].spec
    days = {line.datum: line.versie for line in db.lines(part, project)}
    query = (
        select(EerderAntwoord.vervallen_op, func.count(EerderAntwoord.ouder_id.distinct()))
        .join(Renovatiewoning, Renovatiewoning.id == EerderAntwoord.ouder_id)
        .join(BouwkundigeEenheid, BouwkundigeEenheid.id == Renovatiewoning.eenheid_id)
        .where(
            BouwkundigeEenheid.project_id == project,
            BouwkundigeEenheid.verwijderd.is_(None),
            Renovatiewoning.verwijderd.is_(None),
            EerderAntwoord.verwijderd.is_(None),
            EerderAntwoord.instemming.in_(ANSWERED),
            EerderAntwoord.vervallen_op.in_(days),
        )
        .group_by(EerderAntwoord.vervallen_op)
    )
    return {days[day]: count for day, count in db.execute(query)}


def _unit(db: ReadSession, stand: EenheidStand) -> paper.VerslagEenheid:
    row: Any = db.get_one(BouwkundigeEenheid, stand.id)
    return paper.VerslagEenheid(
        naam=stand.naam,
        telling=stand.telling,
        omschrijving=row.omschrijving or "",
        mondeling=stand.mondeling,
        aangezegd_op=stand.aangezegd_op,
        rechter_dagen=stand.rechter_dagen,
        naar_rechter=stand.naar_rechter,
        verhuurder=stand.verhuurder,
        zorgen=tuple(worries(stand)),
        bronnen=sources(stand.nummer, stand.on),
        source=one(UNIT, row),
    )


def worries(stand: EenheidStand) -> Iterator[paper.Zorg]:
    """What tenants of a building worry about, in Dutch whatever the language of the screen; what nobody named is left out,
    unless we ask something for it."""
    for key, _label, count, asked in stand.zorgen:
        if count or asked:
            yield paper.Zorg(key, printed(ZORGEN, key), count, asked or "")


class _Linked:
    """What belongs to a project, without what was thrown away or is confidential."""

    def __init__(self, db: ReadSession, row: Renovatieproject, on: date) -> None:
        self.db, self.row, self.on = db, row, on
        self.names, self.secret = Names(db), Geheim(db)

    def places(self) -> list[str]:
        kern = [self.names.of("kern", self.row.kern_id)] if self.row.kern_id else []
        return [*kern, *(self.names.of("complex", key) for key in self._keys("complexen", "complex"))]

    def _keys(self, part: str, kind: str) -> list[str]:
        lines = self.db.lines(self.db.catalogue.specs[PROJECT].part[part].spec, self.row.id)
        return [getattr(line, f"{kind}_id") for line in lines]

    def _rows(self, part: str, kind: str, cls: type[Any]) -> Iterator[Any]:
        for key in self._keys(part, kind):
            row = self.db.get(cls, key)
            if row is not None and row.verwijderd is None and not self.secret.has(kind, row):
                yield row

    def adviezen(self) -> Iterator[paper.Verbonden]:
        for row in self._rows("adviezen", "advies", Advies):
            sent = row.verstuurd_op is not None and row.verstuurd_op <= self.on
            outcome = printed(UITKOMSTEN, row.uitkomst).lower() if sent and row.uitkomst else ""
            yield paper.Verbonden(row.onderwerp, uitkomst=outcome, source=one("advies", row))

    def raadplegingen(self) -> Iterator[paper.Verbonden]:
        for row in self._rows("raadplegingen", "raadpleging", Raadpleging):
            known = raadpleging_values(self.db, row)
            yield paper.Verbonden(
                row.titel,
                wanneer=_when(row.start_op, row.sluit_op),
                uitkomst=". ".join(text.rstrip(".") for text in known.conclusies[:1]),
                aantal=known.respons.waarde,
                wat="antwoorden",
                source=known.source,
            )

    def campagnes(self) -> Iterator[paper.Verbonden]:
        for row in self._rows("campagnes", "campagne", Campagne):
            total = summed(actions_in(self.db, row.id))
            yield paper.Verbonden(
                row.titel, aantal=total.bereik, wat="mensen bereikt", source=one("campagne", row)
            )

    def afspraken(self) -> Iterator[paper.Verbonden]:
        spec = self.db.catalogue.specs["afspraak"]
        for row in self._rows("afspraken", "afspraak", spec.cls):
            yield paper.Verbonden(row.code or self.names.of("afspraak", row.id), source=one("afspraak", row))


def _when(start: date | None, end: date | None) -> str:
    days: Sequence[date] = [day for day in (start, end) if day]
    return days_between(days[0], days[-1]) if days else ""


# -- worries ---------------------------------------------------------------------------------------------------------


def zorgenblad(
    ctx: Context, db: ReadSession, number: int, on: date, *, intern: bool
) -> paper.ZorgenbladValues:
    """What tenants of each building of a project worry about."""
    stand = project_stand(db, number, on)
    return paper.ZorgenbladValues(
        organisatie=own(db).naam,
        titel=stand.titel,
        op=on,
        eenheden=tuple(
            paper.ZorgenEenheid(
                each.naam,
                tuple(worries(each)),
                Source(UNIT, (("nummer", str(each.nummer)),), (each.id,)),
            )
            for each in stand.eenheden
        ),
        verhuurder=stand.verhuurder or "",
        intern=intern,
        small=small_numbers(ctx),
        voorbeeld=ctx.store.example,
    )
