"""Bouwkundige eenheid: the building over which the 70 % of a renovation is counted (BW 7:220 lid 3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, and_, case, exists, func, select
from sqlalchemy.orm import Session

from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records.draagvlak import COURT_DAYS, FEWEST_HOMES, LEGAL_SHARE
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.privacy import sensitive
from huurdersapp.records.renovatie_dag import agreed_on, counts_on, names_kept, same_home
from huurdersapp.records.renovatie_tables import (
    BouwkundigeEenheid,
    Renovatieproject,
    Renovatiewoning,
    Voorstel,
    Zorg,
)
from huurdersapp.records.rules import not_in_future, only_once
from huurdersapp.records.spec import Filter, PartSpec, RecordSpec


def _check(draft: Draft) -> Iterable[Fault]:
    ours, whole = draft["verhuurder_ja"], draft["verhuurder_van"]
    if ours is not None and whole is not None and ours > whole:
        yield Fault(
            _t("Meer antwoorden dan woningen. Kijk de telling van de verhuurder na."), ("verhuurder_ja",)
        )
    if ours is not None and whole is None:
        yield Fault(_t("Van hoeveel huurders? Zonder dat zegt het aantal niets."), ("verhuurder_van",))
    total = draft["woningen_totaal"]
    if total is not None and whole is not None and whole > total:
        text = _t("De verhuurder telt meer huurders dan er woningen zijn ({count}). Klopt dat?")
        yield Fault(text.format(count=total), ("verhuurder_van",), warning=True)
    yield from not_in_future(draft, "aangezegd_op", "verhuurder_op")
    yield from only_once(draft, "zorgen", "onderwerp")
    for index, line in enumerate(draft.lines("zorgen")):
        if total is not None and (line["aantal"] or 0) > total:
            text = _t("Vaker genoemd dan er woningen zijn ({count}). Klopt dat?")
            yield Fault(text.format(count=total), ("zorgen", index, "aantal"), warning=True)
    yield from sensitive(draft, "omschrijving", "toelichting")


def _verify(db: Session, draft: Draft) -> Iterable[Fault]:
    if draft["aangezegd_op"] is not None and draft.changed("aangezegd_op"):
        yield from _before_proposal(db, draft)
        yield from _not_reached(db, draft)
    if draft.id is None:
        return
    yield from _into_closed(db, draft)
    rows = select(func.count()).select_from(Renovatiewoning)
    rows = rows.where(
        Renovatiewoning.eenheid_id == draft.id,
        Renovatiewoning.verwijderd.is_(None),
        Renovatiewoning.huurovereenkomst.is_(None),
    )
    count = db.scalar(rows) or 0
    if draft["woningen_totaal"] is not None and count > draft["woningen_totaal"]:
        text = _t("Er staan {count} woningen in deze eenheid. Dat is meer dan dit aantal.")
        yield Fault(text.format(count=count), ("woningen_totaal",), warning=True)


def _into_closed(db: Session, draft: Draft) -> Iterator[Fault]:
    """Names of homes would come along into a project of which they were erased."""
    if not draft.changed("project"):
        return
    project = db.get(Renovatieproject, draft["project"])
    named = exists().where(Renovatiewoning.eenheid_id == draft.id, names_kept())
    if project is not None and project.afgesloten_op is not None and db.scalar(select(named)):
        yield Fault(_t("Dit project is afgesloten. Open het eerst weer."), ("project",))


def _before_proposal(db: Session, draft: Draft) -> Iterator[Fault]:
    first = db.scalar(
        select(func.min(Voorstel.datum)).where(
            Voorstel.ouder_id == draft["project"], Voorstel.verwijderd.is_(None)
        )
    )
    if first is None or first > draft["aangezegd_op"]:
        yield Fault(_t("Deze brief is van vóór het voorstel. Kijk de datum na."), ("aangezegd_op",))


def _not_reached(db: Session, draft: Draft) -> Iterator[Fault]:
    """The landlord says that 70 % agreed and we counted otherwise. His letter is a fact, so it is kept: the weeks run."""
    if draft.id is None:
        return
    unit = select(BouwkundigeEenheid.id).where(BouwkundigeEenheid.id == draft.id)
    if not db.scalar(unit.where(lacking_on(draft["aangezegd_op"]))):
        return
    text = _t("Volgens uw telling was 70 % die dag niet gehaald. Vraag de verhuurder hoe hij telde.")
    yield Fault(text, ("aangezegd_op",), warning=True)


def _thrown(row: Any) -> Iterable[str]:
    yield _t("De woningen van deze eenheid tellen dan nergens meer mee.")


# -- conditions ---------------------------------------------------------------------------------------------------


def _count(*conditions: ColumnElement[bool]) -> ScalarSelect[int]:
    """How many homes of the eenheid meet these conditions."""
    homes = select(func.count(Renovatiewoning.id)).where(
        Renovatiewoning.eenheid_id == BouwkundigeEenheid.id, Renovatiewoning.verwijderd.is_(None), *conditions
    )
    return homes.correlate(BouwkundigeEenheid).scalar_subquery()


def reached_on(on: date) -> ColumnElement[bool]:
    """At least 70 % of the tenants had agreed on that day, in whole numbers; large enough or not."""
    tenants = _count(counts_on(on))
    return and_(tenants > 0, 100 * _count(agreed_on(on)) >= LEGAL_SHARE * tenants)


def lacking_on(on: date) -> ColumnElement[bool]:
    """There are tenants, and on that day fewer than 70 % of them had agreed."""
    return and_(_count(counts_on(on)) > 0, ~reached_on(on))


def _written() -> ScalarSelect[int]:
    """How many homes of the eenheid are written down. A home with two huurovereenkomsten is one home."""
    homes = select(func.count(same_home().distinct())).where(
        Renovatiewoning.eenheid_id == BouwkundigeEenheid.id, Renovatiewoning.verwijderd.is_(None)
    )
    return homes.correlate(BouwkundigeEenheid).scalar_subquery()


def large_enough(yes: bool) -> ColumnElement[bool]:
    """Of ten homes or more, empty ones included; by what is written down, or by what the landlord says where that is more."""
    written = _written()
    homes = case(
        (BouwkundigeEenheid.woningen_totaal > written, BouwkundigeEenheid.woningen_totaal), else_=written
    )
    return homes >= FEWEST_HOMES if yes else homes < FEWEST_HOMES


def presumed_on(on: date) -> ColumnElement[bool]:
    """The proposal is presumed reasonable by what was counted on that day (BW 7:220 lid 3), all homes being counted."""
    whole = func.coalesce(BouwkundigeEenheid.woningen_totaal, 0) <= _written()
    return and_(large_enough(True), whole, reached_on(on))


def weeks_run_on(on: date) -> ColumnElement[bool]:
    """The eight weeks to the court run on that day (without the Algemene termijnenwet)."""
    first = on - timedelta(days=COURT_DAYS)
    return and_(BouwkundigeEenheid.aangezegd_op >= first, BouwkundigeEenheid.aangezegd_op <= on)


def of_landlord(verhuurder_id: str) -> ColumnElement[bool]:
    """Its project is of this landlord."""
    projects = select(Renovatieproject.id).where(Renovatieproject.verhuurder_id == verhuurder_id)
    return BouwkundigeEenheid.project_id.in_(projects)


SPEC = RecordSpec(
    BouwkundigeEenheid,
    label=_("Bouwkundige eenheid"),
    plural=_("Bouwkundige eenheden"),
    columns=("nummer", "naam", "project", "complex", "woningen_totaal", "aangezegd_op"),
    search=("naam", "omschrijving", "toelichting"),
    name=("naam",),
    order="naam",
    parts=(
        PartSpec("zorgen", _("Zorgen van bewoners"), RecordSpec(Zorg, label=_("Zorg"), search=("gevraagd",))),
    ),
    filters=(
        Filter("gehaald_op", _("70 % gehaald op"), "datum", reached_on),
        Filter("nog_nodig_op", _("70 % nog niet gehaald op"), "datum", lacking_on),
        Filter("vermoeden_op", _("Wettelijk vermoeden op"), "datum", presumed_on),
        Filter("tien_of_meer", _("Tien woningen of meer"), "ja_nee", large_enough),
        Filter("acht_weken_op", _("Acht weken lopen op"), "datum", weeks_run_on),
        Filter("verhuurder", _("Van verhuurder"), "verwijzing", of_landlord, ref="verhuurder"),
    ),
    check=_check,
    verify=_verify,
    thrown=_thrown,
)
