"""How a renovation stands: what was counted in each building on a day, and the list behind every number.

Sources: BW 7:220 lid 2 and 3 (see records/draagvlak.py). All buildings of a project together have no meaning in law.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from huurdersapp.actions.names import Names
from huurdersapp.actions.records import find
from huurdersapp.actions.renovatie_tellen import (
    SOUNDINGS,
    Row,
    counted,
    natural,
    per_floor,
    per_stairs,
    rows_on,
    sounded,
)
from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from huurdersapp.base.formats import number
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records.advies_tables import Advies
from huurdersapp.records.draagvlak import ANSWERED, COURT_DAYS, EMPTY, LEGAL_SHARE, Telling, court_days
from huurdersapp.records.renovatie_tables import (
    ZORGEN,
    BouwkundigeEenheid,
    Contactmoment,
    RenovatieAdvies,
    Renovatieproject,
    Renovatiewoning,
    Voorstel,
    Zorg,
)
from huurdersapp.store.step import ReadSession

PROJECT, UNIT, HOME = "renovatieproject", "bouwkundige_eenheid", "renovatiewoning"
_CONDITIONS = {
    "huurders": ("telt_mee_op={on}",),
    "ja": ("ingestemd_op={on}",),
    "nee": ("geweigerd_op={on}",),
    "open": ("zonder_antwoord_op={on}",),
    "geen_reactie": ("geen_reactie_op={on}",),
    "niet_benaderd": ("niet_benaderd_op={on}",),
    "leeg": ("leeg_op={on}",),
    "alle": (),
    "naar_rechter": ("naar_rechter_op={on}",),
    "mondeling": ("mondeling_op={on}",),
    **{f"peiling_{key}": ("zonder_antwoord_op={on}", f"peiling={key}") for key in SOUNDINGS},
}
"""What can be counted of a building, and the list behind it."""


@dataclass(frozen=True, slots=True)
class EenheidStand:
    """One bouwkundige eenheid as it stood on a day.

    `telling` is by the law, `afgesproken` by what the landlord promised beyond it. `trappenhuizen`: "" is that of homes
    without one. `mondeling`: answers that were only said. `rechter_dagen`: the last day to go to court, without and with
    the Algemene termijnenwet. `naar_rechter`: homes that still may. `verhuurder`: the landlord's own count: yes, of how
    many, on which day. `peiling`: homes without an answer by what we heard, None where that is off. `zorgen`: key, label,
    how often, what we ask for it. Peiling and zorgen are as they are today, whatever the day.
    """

    id: str
    nummer: int
    naam: str
    project_nummer: int
    project: str
    telling: Telling
    trappenhuizen: tuple[tuple[str, Telling], ...]
    per_verdieping: tuple[tuple[int | None, Telling], ...]
    mondeling: int
    aangezegd_op: date | None
    rechter_dagen: tuple[date, date] | None
    naar_rechter: int
    verhuurder: tuple[int, int | None, date | None] | None
    peiling: Mapping[str, int] | None
    zorgen: tuple[tuple[str, str, int, str | None], ...]
    woningen_totaal: int | None
    on: date
    afgesproken: Telling | None = None
    afgesloten_op: date | None = None


@dataclass(frozen=True, slots=True)
class ProjectStand:
    """A renovatieproject as it stood on a day.

    `status` and the outcome of each advies are keys of their choices. `versie` and `voorstel_op`: the newest proposal of
    that day. `huurders` and `ja` are those of all buildings together, which means nothing in law.
    """

    id: str
    nummer: int
    titel: str
    status: str
    verhuurder: str | None
    eenheden: tuple[EenheidStand, ...]
    versie: int | None
    voorstel_op: date | None
    adviezen: tuple[tuple[int, str, str | None], ...]
    huurders: int
    ja: int
    afgesloten_op: date | None
    gewist_op: date | None
    peiling_aan: bool
    on: date
    afgesproken_percentage: int | None = None
    gevraagd: str | None = None


@dataclass(frozen=True, slots=True)
class Deur:
    """One home on the board, as it is today. `terug_op`: when we said we would come back, as long as that is to be done.
    `naar_rechter_tot`: the last day for the court (without the Algemene termijnenwet), while this tenant may go."""

    nummer: int
    id: str
    naam: str
    trappenhuis: str | None
    verdieping: int | None
    deur: int | None
    instemming: str
    instemming_op: date | None
    versie: int | None
    vraagt_versie: int | None
    peiling: str | None
    contacten: int
    laatste_contact: date | None
    terug_op: date | None
    formulier: str | None
    mondeling: bool
    naar_rechter_tot: date | None


def counted_day(on: date | None) -> date:
    """The day of a count that somebody asked for, today by default; raises UserError when it has to come yet."""
    today = clock.today()
    if on is not None and on > today:
        raise UserError(_("Deze dag moet nog komen."), _("Kijk de datum na."))
    return on or today


# -- counting ------------------------------------------------------------------------------------------------------


def telling(db: ReadSession, eenheid: str | int, on: date | None = None) -> Telling:
    """The count of a building (its key or its number) on a day, today by default; raises UserError when it is not there."""
    unit: Any = (
        find(db, db.catalogue.specs[UNIT], eenheid)
        if isinstance(eenheid, int)
        else db.get_one(BouwkundigeEenheid, eenheid)
    )
    return _whole(unit, rows_on(db, [unit.id], on or clock.today())[unit.id])


def _whole(unit: BouwkundigeEenheid, rows: list[Row]) -> Telling:
    """The count, with how many homes the landlord has that are not written down yet."""
    found = counted(rows)
    return replace(found, ontbreekt=max(0, (unit.woningen_totaal or 0) - found.alle_woningen))


# -- a building ----------------------------------------------------------------------------------------------------


def eenheid_stand(db: ReadSession, nummer: int, on: date | None = None) -> EenheidStand:
    """How a building stood on a day, today by default; raises UserError when it is not there."""
    unit: Any = find(db, db.catalogue.specs[UNIT], nummer)
    project = db.get(Renovatieproject, unit.project_id)
    assert project is not None
    (found,) = _units(db, project, [unit], on or clock.today())
    return found


def _units(
    db: ReadSession, project: Renovatieproject, units: Sequence[BouwkundigeEenheid], on: date
) -> Iterator[EenheidStand]:
    keys = [unit.id for unit in units]
    rows, worries = rows_on(db, keys, on), _worries(db, keys)
    for unit in units:
        yield _unit(project, unit, rows[unit.id], tuple(worries[unit.id]), on)


def _unit(
    project: Renovatieproject,
    unit: BouwkundigeEenheid,
    rows: list[Row],
    worries: tuple[tuple[str, str, int, str | None], ...],
    on: date,
) -> EenheidStand:
    found, more = _whole(unit, rows), project.afgesproken_percentage
    notice = unit.aangezegd_op if unit.aangezegd_op is not None and unit.aangezegd_op <= on else None
    return EenheidStand(
        id=unit.id,
        nummer=unit.nummer,
        naam=unit.naam,
        project_nummer=project.nummer,
        project=project.titel,
        telling=found,
        trappenhuizen=tuple(per_stairs(rows)),
        per_verdieping=tuple(per_floor(rows)),
        mondeling=sum(row.said in ANSWERED and row.form == "mondeling" for row in rows),
        aangezegd_op=notice,
        rechter_dagen=court_days(notice) if notice else None,
        naar_rechter=sum(bool(row.court) for row in rows),
        verhuurder=_of_landlord(unit, on),
        peiling=sounded(rows) if project.peiling_aan else None,
        zorgen=worries,
        woningen_totaal=unit.woningen_totaal,
        on=on,
        afgesproken=replace(found, deel=more) if more is not None else None,
        afgesloten_op=project.afgesloten_op,
    )


def _of_landlord(unit: BouwkundigeEenheid, on: date) -> tuple[int, int | None, date | None] | None:
    known = unit.verhuurder_op is None or unit.verhuurder_op <= on
    if unit.verhuurder_ja is None or not known:
        return None
    return unit.verhuurder_ja, unit.verhuurder_van, unit.verhuurder_op


def _worries(db: ReadSession, units: Sequence[str]) -> dict[str, list[tuple[str, str, int, str | None]]]:
    """Of each building in the order of the list of subjects."""
    order = ZORGEN.keys()
    found: dict[str, list[tuple[str, str, int, str | None]]] = {unit: [] for unit in units}
    lines = db.scalars(select(Zorg).where(Zorg.ouder_id.in_(units), Zorg.verwijderd.is_(None)))
    for line in sorted(lines, key=lambda line: order.index(line.onderwerp)):
        told = (line.onderwerp, str(ZORGEN.label(line.onderwerp)), line.aantal, line.gevraagd)
        found[line.ouder_id].append(told)
    return found


# -- a project -----------------------------------------------------------------------------------------------------


def project_stand(db: ReadSession, nummer: int, on: date | None = None) -> ProjectStand:
    """How a project stood on a day, today by default; raises UserError when it is not there.

    A project without a building has no `eenheden`; `missing` tells what to do then.
    """
    on = on or clock.today()
    project: Any = find(db, db.catalogue.specs[PROJECT], nummer)
    rows = db.alive(db.catalogue.specs[UNIT], BouwkundigeEenheid.project_id == project.id)
    rows.sort(key=lambda unit: natural(unit.naam))
    units = tuple(_units(db, project, rows, on))
    version, since = _proposal(db, project.id, on)
    return ProjectStand(
        id=project.id,
        nummer=project.nummer,
        titel=project.titel,
        status=project.status,
        verhuurder=Names(db).of("verhuurder", project.verhuurder_id) if project.verhuurder_id else None,
        eenheden=units,
        versie=version,
        voorstel_op=since,
        adviezen=tuple(_advices(db, project.id)),
        huurders=sum(unit.telling.huurders for unit in units),
        ja=sum(unit.telling.ja for unit in units),
        afgesloten_op=project.afgesloten_op,
        gewist_op=project.gewist_op,
        peiling_aan=project.peiling_aan,
        on=on,
        afgesproken_percentage=project.afgesproken_percentage,
        gevraagd=project.gevraagd,
    )


def uitslag(db: ReadSession, nummer: int, on: date | None = None) -> ProjectStand:
    """The same for what needs a count; raises UserError where the project has no building to count."""
    stand = project_stand(db, nummer, on)
    if text := missing(stand):
        raise UserError(text, command=_("Dat kan met: huurdersapp nieuw bouwkundige_eenheid"))
    return stand


def missing(stand: ProjectStand) -> str:
    """What must be made before anything can be counted, as a sentence; empty when nothing must."""
    if stand.eenheden:
        return ""
    return _("Dit project heeft nog geen bouwkundige eenheid. Maak er eerst een.")


def _proposal(db: ReadSession, project: str, on: date) -> tuple[int | None, date | None]:
    query = select(Voorstel.versie, Voorstel.datum).where(
        Voorstel.ouder_id == project, Voorstel.verwijderd.is_(None), Voorstel.datum <= on
    )
    found = db.execute(query.order_by(Voorstel.datum.desc())).first()
    return (found[0], found[1]) if found else (None, None)


def _advices(db: ReadSession, project: str) -> Iterator[tuple[int, str, str | None]]:
    query = (
        select(Advies.nummer, Advies.onderwerp, Advies.uitkomst)
        .join(RenovatieAdvies, RenovatieAdvies.advies_id == Advies.id)
        .where(
            RenovatieAdvies.ouder_id == project,
            RenovatieAdvies.verwijderd.is_(None),
            Advies.verwijderd.is_(None),
        )
        .order_by(RenovatieAdvies.volgorde)
    )
    for row in db.execute(query):
        yield row.nummer, row.onderwerp, row.uitkomst


# -- the lists behind the numbers ------------------------------------------------------------------------------------


def conditions(eenheid_nummer: int, what: str, on: date, trappenhuis: str | None = None) -> tuple[str, ...]:
    """The list of homes (kind `renovatiewoning`) behind a number, as conditions that can be typed.

    `what`: huurders, ja, nee, open, geen_reactie, niet_benaderd, leeg, alle, naar_rechter, mondeling, and
    peiling_voor (_twijfel, _tegen, _onbekend). `trappenhuis`: of one staircase only; "": of homes without one.
    """
    found = [f"eenheid={eenheid_nummer}", *(text.format(on=on.isoformat()) for text in _CONDITIONS[what])]
    if trappenhuis is not None:
        found.append(f"trappenhuis={trappenhuis}")
    return tuple(found)


# -- in words --------------------------------------------------------------------------------------------------------


def verdict(telling: Telling) -> str:
    """How a building stands, in a sentence or two of plain words; never by a rounded percentage."""
    if telling.huurders == 0:
        return _("Er zijn nog geen huurders om te tellen.")
    facts = {
        "share": telling.deel,
        "needed": number(telling.nodig),
        "given": number(telling.ja),
        "more": number(telling.nog_nodig),
        "most": number(telling.ja + telling.open),
    }
    if telling.gehaald:
        said = _("{share} % is gehaald: {needed} nodig, {given} gegeven.")
    elif telling.kan_nog:
        said = _("Nog {more} nodig: {given} van de {needed}.")
    elif telling.open:
        # Whoever said no may still say yes, so nothing is told to be impossible.
        said = _(
            "{share} % is niet gehaald: {given} van de {needed}. Met wie nog niet antwoordde hoogstens {most}."
        )
    else:
        said = _("{share} % is niet gehaald: {given} van de {needed}.")
    told = said.format(**facts)
    if telling.ontbreekt:
        text = ngettext(
            "{text} De telling is niet compleet: er ontbreekt {count} woning.",
            "{text} De telling is niet compleet: er ontbreken {count} woningen.",
            telling.ontbreekt,
        )
        told = text.format(text=told, count=number(telling.ontbreekt))
    if telling.deel != LEGAL_SHARE or telling.vermoeden_mogelijk:
        return told
    return _("{text} Geen wettelijk vermoeden: minder dan tien woningen.").format(text=told)


def wat_als(stand: EenheidStand) -> tuple[tuple[str, Telling], ...]:
    """What the count would be if those without an answer gave one: a sentence that begins with "als", and the count."""
    return tuple(_what_if(stand))


def _what_if(stand: EenheidStand) -> Iterator[tuple[str, Telling]]:
    now = stand.telling
    heard = stand.peiling or {}
    for_it, doubting = heard.get("voor", 0), heard.get("twijfel", 0)
    if for_it:
        yield _("Als iedereen die nu voor is ook ja zegt"), now.als(for_it)
    if doubting:
        yield _("Als alle twijfelaars nee zeggen"), _refusing(now, doubting)
        yield _("Als alle twijfelaars ja zeggen"), now.als(doubting)
    if for_it and doubting:
        yield _("Als iedereen die voor is en alle twijfelaars ja zeggen"), now.als(for_it + doubting)
    if now.open:
        yield _("Als iedereen zonder antwoord nee zegt"), _refusing(now, now.open)
        yield _("Als iedereen zonder antwoord ja zegt"), now.als(now.open)


def _refusing(now: Telling, count: int) -> Telling:
    """So many of those without an answer say no."""
    other = now.als(count)
    return replace(other, ja=now.ja, nee=now.nee + count)


# -- doors -----------------------------------------------------------------------------------------------------------


def deuren(db: ReadSession, eenheid_nummer: int) -> tuple[Deur, ...]:
    """All homes of a building as they are today, by staircase, storey and door; raises UserError when it is not there."""
    unit: Any = find(db, db.catalogue.specs[UNIT], eenheid_nummer)
    today = clock.today()
    homes = db.alive(db.catalogue.specs[HOME], Renovatiewoning.eenheid_id == unit.id)
    contacts: dict[str, list[tuple[date, date | None]]] = {}
    lines = select(Contactmoment.ouder_id, Contactmoment.datum, Contactmoment.terug_op).join(
        Renovatiewoning, Renovatiewoning.id == Contactmoment.ouder_id
    )
    lines = lines.where(Renovatiewoning.eenheid_id == unit.id, Contactmoment.verwijderd.is_(None))
    for owner, when, back in db.execute(lines):
        contacts.setdefault(owner, []).append((when, back))
    homes.sort(key=_by_door)
    return tuple(_door(home, contacts.get(home.id, ()), unit.aangezegd_op, today) for home in homes)


def _by_door(home: Renovatiewoning) -> tuple[Any, ...]:
    return (
        home.trappenhuis is None,
        natural(home.trappenhuis or ""),
        home.verdieping if home.verdieping is not None else 1000,
        home.deur or 1000,
        natural(home.straat or ""),
        home.huisnummer or 0,
        natural(home.toevoeging or ""),
        natural(home.naam or ""),
    )


def _door(
    home: Renovatiewoning, contacts: Sequence[tuple[date, date | None]], notice: date | None, today: date
) -> Deur:
    answered = home.instemming in ANSWERED
    last = max((when for when, _back in contacts), default=None)
    back = [] if answered or home.instemming == EMPTY else [b for when, b in contacts if when == last and b]
    return Deur(
        nummer=home.nummer,
        id=home.id,
        naam=home.naam,
        trappenhuis=home.trappenhuis,
        verdieping=home.verdieping,
        deur=home.deur,
        instemming=home.instemming,
        instemming_op=home.instemming_op,
        versie=home.versie,
        vraagt_versie=home.vraagt_versie,
        peiling=home.peiling,
        contacten=len(contacts),
        laatste_contact=last,
        terug_op=min(back, default=None),
        formulier=home.formulier,
        mondeling=answered and home.vorm == "mondeling",
        naar_rechter_tot=_court_until(home, home.aangezegd_op or notice, today),
    )


def _court_until(home: Renovatiewoning, notice: date | None, today: date) -> date | None:
    """The same rule as that of the list (records/renovatie_dag.py), with the day."""
    if notice is None or home.instemming in ("ja", EMPTY) or (home.rechter_op or date.max) <= today:
        return None
    until = notice + timedelta(COURT_DAYS)
    return until if notice <= today <= until else None
