"""Renovatieproject: what a landlord wants to renovate, by the versions of his proposal, and what tenants ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import Session, object_session

from huurdersapp.base import clock
from huurdersapp.base.formats import day
from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records import bijlage, kern
from huurdersapp.records.complex import Complex
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.privacy import sensitive
from huurdersapp.records.renovatie_dag import names_kept
from huurdersapp.records.renovatie_tables import (
    BouwkundigeEenheid,
    EerderAntwoord,
    RenovatieAdvies,
    RenovatieAfspraak,
    RenovatieBijlage,
    RenovatieCampagne,
    RenovatieComplex,
    Renovatieproject,
    RenovatieRaadpleging,
    Renovatiewoning,
    Voorstel,
)
from huurdersapp.records.rules import Period, follow_facts, in_order, not_in_future, only_once
from huurdersapp.records.spec import Filter, PartSpec, RecordSpec

FACTS = ("meting_van", "meting_tot", "uitvoering_van", "uitvoering_tot", "afgesloten_op", "voorstellen")
MOVING = ("voorbereiden", "meting", "uitslag", "uitvoering")
"""Stages that pass with time; gestopt is what somebody chose."""


def _prepare(draft: Draft) -> Iterable[Fault]:
    taken = max((line["versie"] or 0 for line in draft.lines("voorstellen")), default=0)
    for line in draft.lines("voorstellen"):
        if line["versie"] is None:
            taken += 1
            line.values["versie"] = taken
    follow_facts(draft, _derived(draft), FACTS, moving=MOVING)
    return ()


def _derived(draft: Draft) -> str:
    today = clock.today()

    def passed(key: str, by: date = today) -> bool:
        return draft[key] is not None and draft[key] <= by

    if draft["afgesloten_op"] is not None or (draft["uitvoering_tot"] or today) < today:
        return "afgerond"
    if passed("uitvoering_van"):
        return "uitvoering"
    if (draft["meting_tot"] or today) < today:
        return "uitslag"
    return "meting" if passed("meting_van") else "voorbereiden"


def _check(draft: Draft) -> Iterable[Fault]:
    yield from in_order(draft, "meting_van", "meting_tot")
    yield from in_order(draft, "uitvoering_van", "uitvoering_tot")
    yield from not_in_future(draft, "afgesloten_op", "gewist_op")
    yield from only_once(draft, "voorstellen", "versie")
    yield from _check_versions(draft)
    if draft["afgesproken_percentage"] is not None and not draft["afgesproken_bron"]:
        text = _t("Schrijf op waar de verhuurder dit beloofde. Anders telt alleen de wet.")
        yield Fault(text, ("afgesproken_bron",), warning=True)
    yield from sensitive(draft, "aanleiding", "stand", "gevraagd", "toelichting")


def _check_versions(draft: Draft) -> Iterator[Fault]:
    """A later version has a later day, or the day of an answer would not say which version it is about."""
    lines = sorted(enumerate(draft.lines("voorstellen")), key=lambda item: item[1]["versie"] or 0)
    for (_before, earlier), (index, later) in pairwise(lines):
        if earlier["datum"] is not None and later["datum"] is not None and later["datum"] <= earlier["datum"]:
            text = _t("Versie {version} moet van een latere dag zijn dan versie {earlier} ({day}).")
            told = text.format(version=later["versie"], earlier=earlier["versie"], day=day(earlier["datum"]))
            yield Fault(told, ("voorstellen", index, "datum"))


def homes_of(project_id: str) -> ColumnElement[bool]:
    """A condition on homes, those in the waste bin too: they stand in an eenheid of this project."""
    units = select(BouwkundigeEenheid.id).where(BouwkundigeEenheid.project_id == project_id)
    return Renovatiewoning.eenheid_id.in_(units)


def named_homes(project_id: str) -> ColumnElement[bool]:
    """A condition on homes of this project: something about a person is kept there."""
    return and_(homes_of(project_id), names_kept())


def _verify(db: Session, draft: Draft) -> Iterable[Fault]:
    yield from bijlage.verify(db, draft)
    if draft.id is None:
        return
    yield from _soundings_left(db, draft)
    if draft["gewist_op"] is not None and draft.changed("gewist_op"):
        left = db.scalar(select(func.count()).select_from(Renovatiewoning).where(named_homes(draft.id)))
        if left:
            text = _t("Er staan nog namen of een peiling in dit project. Sluit het af: dan worden ze gewist.")
            yield Fault(text, ("gewist_op",))
    versions = {line["versie"]: line["datum"] for line in draft.lines("voorstellen")}
    yield from _asked(db, draft.id, versions)
    live = (homes_of(draft.id), Renovatiewoning.verwijderd.is_(None), Renovatiewoning.versie.is_not(None))
    about = select(Renovatiewoning.versie, func.min(Renovatiewoning.instemming_op)).where(*live)
    for version, first in db.execute(about.group_by(Renovatiewoning.versie)):
        if version not in versions:
            text = _t("Huurders antwoordden al op versie {version}. Die blijft staan.")
            yield Fault(text.format(version=version), ("voorstellen",))
        elif first is not None and first < versions[version]:
            text = _t("Er is al een antwoord van {day} op versie {version}. De datum kan niet later zijn.")
            yield Fault(text.format(day=day(first), version=version), ("voorstellen",))


def _soundings_left(db: Session, draft: Draft) -> Iterator[Fault]:
    """Switching the peiling off hides it; it is still kept."""
    if draft["peiling_aan"] or not draft.changed("peiling_aan") or draft.id is None:
        return
    kept = db.scalar(select(func.count(Renovatiewoning.peiling)).where(homes_of(draft.id))) or 0
    if kept:
        text = ngettext(
            "Bij {count} woning staat nog een peiling. Wis die, of sluit het project af.",
            "Bij {count} woningen staat nog een peiling. Wis die, of sluit het project af.",
            kept,
        )
        yield Fault(text.format(count=kept), ("peiling_aan",), warning=True)


def _thrown(row: Any) -> Iterable[str]:
    """In the waste bin a project keeps what is personal: it may come back. Closing it first erases that."""
    db = object_session(row)
    kept = 0 if db is None else db.scalar(select(func.count()).where(named_homes(row.id))) or 0
    if kept:
        text = ngettext(
            "Bij {count} woning blijven namen of peiling bewaard. Wissen? Zet het project terug en sluit het af.",
            "Bij {count} woningen blijven namen of peiling bewaard. Wissen? Zet het project terug en sluit het af.",
            kept,
        )
        yield text.format(count=kept)


def _asked(db: Session, project_id: str, versions: Mapping[int, date]) -> Iterator[Fault]:
    """A version on which tenants must answer stays: else nobody of them could."""
    query = select(func.max(Renovatiewoning.vraagt_versie)).where(
        homes_of(project_id), Renovatiewoning.verwijderd.is_(None)
    )
    last = db.scalar(query) or 1
    if last > 1 and last not in versions:
        text = _t("Huurders moeten antwoorden op versie {version}. Die blijft staan.")
        yield Fault(text.format(version=last), ("voorstellen",))


def _written(db: Session, draft: Draft, row: Renovatieproject) -> None:
    """An answer lapses on the day of the version that asked again, also when that day turns out to be another."""
    if draft.before is None:
        return
    days = {line["versie"]: line["datum"] for line in draft.before.lines("voorstellen")}
    for line in draft.lines("voorstellen"):
        was = days.get(line["versie"])
        if was is None or was == line["datum"]:
            continue
        lapsed = (
            select(EerderAntwoord)
            .join(Renovatiewoning, Renovatiewoning.id == EerderAntwoord.ouder_id)
            .where(
                homes_of(row.id),
                EerderAntwoord.verwijderd.is_(None),
                EerderAntwoord.vervallen_op == was,
                EerderAntwoord.versie < line["versie"],
            )
        )
        for each in db.scalars(lapsed).all():
            each.vervallen_op = line["datum"]


def asked_in(period: Period) -> ColumnElement[bool]:
    """Tenants were asked in the period: the draagvlakmeting lies in it, or touches it."""
    begun = and_(Renovatieproject.meting_van.is_not(None), Renovatieproject.meting_van <= period[1])
    ended = or_(Renovatieproject.meting_tot.is_(None), Renovatieproject.meting_tot >= period[0])
    open_end = and_(Renovatieproject.meting_tot.is_(None), Renovatieproject.status != "meting")
    return and_(begun, ended, or_(~open_end, Renovatieproject.meting_van >= period[0]))


def known_on(on: date) -> ColumnElement[bool]:
    """There is a proposal of that day or earlier, and the project was not closed before it."""
    proposed = exists().where(
        Voorstel.ouder_id == Renovatieproject.id, Voorstel.verwijderd.is_(None), Voorstel.datum <= on
    )
    closed = and_(Renovatieproject.afgesloten_op.is_not(None), Renovatieproject.afgesloten_op < on)
    return and_(proposed, ~closed)


def known_in(period: Period) -> ColumnElement[bool]:
    """There is a proposal from the period or before it, and the project was not closed before the period."""
    proposed = exists().where(
        Voorstel.ouder_id == Renovatieproject.id, Voorstel.verwijderd.is_(None), Voorstel.datum <= period[1]
    )
    open_then = or_(Renovatieproject.afgesloten_op.is_(None), Renovatieproject.afgesloten_op >= period[0])
    return and_(proposed, open_then)


def unerased_on(on: date) -> ColumnElement[bool]:
    """The works were over before that day, or the project was ended or stopped, and names or a peiling are still kept."""
    done = and_(Renovatieproject.uitvoering_tot.is_not(None), Renovatieproject.uitvoering_tot < on)
    over = or_(done, Renovatieproject.status.in_(("afgerond", "gestopt")))
    named = exists().where(
        BouwkundigeEenheid.project_id == Renovatieproject.id,
        Renovatiewoning.eenheid_id == BouwkundigeEenheid.id,
        names_kept(),
    )
    return and_(over, named)


def for_afspraak(afspraak_id: str) -> ColumnElement[bool]:
    """Serves this afspraak."""
    return exists().where(
        RenovatieAfspraak.ouder_id == Renovatieproject.id,
        RenovatieAfspraak.verwijderd.is_(None),
        RenovatieAfspraak.afspraak_id == afspraak_id,
    )


def inside(kern_id: str) -> ColumnElement[bool]:
    """It lies in this place, by its kern or by one of its complexes."""
    there = select(Complex.id).where(kern.inside(Complex.kern_id, kern_id))
    by_complex = exists().where(
        RenovatieComplex.ouder_id == Renovatieproject.id,
        RenovatieComplex.verwijderd.is_(None),
        RenovatieComplex.complex_id.in_(there),
    )
    return or_(kern.inside(Renovatieproject.kern_id, kern_id), by_complex)


SPEC = RecordSpec(
    Renovatieproject,
    label=_("Renovatieproject"),
    plural=_("Renovatieprojecten"),
    columns=("nummer", "titel", "status", "verhuurder", "meting_van", "meting_tot"),
    search=("titel", "aanleiding", "stand", "gevraagd", "toelichting"),
    name=("titel",),
    order="-meting_van",
    parts=(
        PartSpec(
            "voorstellen",
            _("Voorstellen"),
            RecordSpec(Voorstel, label=_("Voorstel"), search=("document", "werk", "wijziging")),
        ),
        PartSpec(
            "complexen", _("Complexen"), RecordSpec(RenovatieComplex, label=_("Complex")), link="complex"
        ),
        PartSpec("adviezen", _("Adviezen"), RecordSpec(RenovatieAdvies, label=_("Advies")), link="advies"),
        PartSpec(
            "raadplegingen",
            _("Raadplegingen"),
            RecordSpec(RenovatieRaadpleging, label=_("Raadpleging")),
            link="raadpleging",
        ),
        PartSpec(
            "campagnes", _("Campagnes"), RecordSpec(RenovatieCampagne, label=_("Campagne")), link="campagne"
        ),
        PartSpec(
            "afspraken", _("Afspraken"), RecordSpec(RenovatieAfspraak, label=_("Afspraak")), link="afspraak"
        ),
        bijlage.listed(RenovatieBijlage),
    ),
    filters=(
        Filter("meting_in", _("Draagvlakmeting in"), "periode", asked_in),
        Filter("bekend_op", _("Voorgesteld en niet afgesloten op"), "datum", known_on),
        Filter("bekend_in", _("Voorgesteld en niet afgesloten in"), "periode", known_in),
        Filter("niet_gewist_op", _("Klaar, en namen niet gewist op"), "datum", unerased_on),
        Filter("afspraak", _("Voor afspraak"), "verwijzing", for_afspraak, ref="afspraak"),
        Filter("binnen", _("In kern, wijk of gebied"), "verwijzing", inside, ref="kern"),
    ),
    prepare=_prepare,
    check=_check,
    verify=_verify,
    written=_written,
    thrown=_thrown,
)
