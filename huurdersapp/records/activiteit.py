"""Activiteit: a line of an activiteitenoverzicht, with numbers and amounts per year, planned and realised.

Those that were agreed are the prestatieafspraken: "de optelsom van activiteiten uit de afzonderlijke
activiteitenoverzichten" (Lokaal Akkoord Emmen 2019-2024).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Mapped, Session

from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records import akkoord_keuzes as keuzes
from huurdersapp.records.activiteitenoverzicht import Activiteitenoverzicht
from huurdersapp.records.akkoord import FIRST_YEAR, LAST_YEAR, Diepte
from huurdersapp.records.base import Choices, Part, Record, field, owner, reference
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.rules import only_once
from huurdersapp.records.spec import Filter, PartSpec, RecordSpec

STATUS = Choices.of(gepland=_("Gepland"), loopt=_("Loopt"), gedaan=_("Gedaan"), vervallen=_("Vervallen"))
YEARS = 5
"""An overview looks five calendar years ahead (Woningwet art. 43, text of 22-07-2015)."""
OUTLOOK = 3
"""Prestatieafspraken look three years ahead (Lokaal Akkoord Emmen 2019-2024, "Derde kwartaal")."""


class Activiteit(Record):
    """One intended activity. Party and first year are those of its overview; `afgesproken` puts it in the
    prestatieafspraken. With an `indicator` its realised numbers can be read from the metingen."""

    __tablename__ = "activiteit"
    naam: Mapped[str] = field(_("Wat"), index=True)
    overzicht_id: Mapped[str] = reference(_("Activiteitenoverzicht"), "activiteitenoverzicht")
    thema_id: Mapped[str | None] = reference(_("Thema"), "thema")
    afspraak_id: Mapped[str | None] = reference(_("Afspraak uit het akkoord"), "afspraak")
    indicator_id: Mapped[str | None] = reference(_("Maat"), "indicator")
    trefwoord: Mapped[str | None] = field(_("Trefwoord"), index=True)
    samen_met: Mapped[str | None] = field(_("Samen met"))
    kern_id: Mapped[str | None] = reference(_("Plaats"), "kern")
    project: Mapped[str | None] = field(_("Project"), index=True)
    eenheid: Mapped[str | None] = field(_("Eenheid"), help=_("Zoals woningen of bezoeken"))
    status: Mapped[str] = field(_("Status"), choices=STATUS, default="gepland", index=True)
    afgesproken: Mapped[bool] = field(_("Staat in de prestatieafspraken"), default=False, index=True)
    afgesproken_op: Mapped[date | None] = field(_("Afgesproken op"))
    resultaat: Mapped[str | None] = field(_("Wat eruit kwam"), long=True)
    bron: Mapped[str | None] = field(_("Bron"))
    toelichting: Mapped[str | None] = field(_("Toelichting"), long=True)


class ActiviteitJaar(Part):
    """What is planned and what was realised in one calendar year; amounts in cents."""

    __tablename__ = "activiteit_jaar"
    ouder_id: Mapped[str] = owner("activiteit")
    jaar: Mapped[int] = field(_("Jaar"), minimum=FIRST_YEAR, maximum=LAST_YEAR)
    precisie: Mapped[str | None] = field(_("Hoe precies"), choices=keuzes.PRECISIE)
    aantal: Mapped[Decimal | None] = field(_("Gepland aantal"), minimum=0)
    bedrag: Mapped[int | None] = field(_("Gepland bedrag"), minimum=0, money=True)
    aantal_gedaan: Mapped[Decimal | None] = field(_("Gehaald aantal"), minimum=0)
    bedrag_gedaan: Mapped[int | None] = field(_("Besteed bedrag"), minimum=0, money=True)
    toelichting: Mapped[str | None] = field(_("Toelichting"), long=True)


def _check(draft: Draft) -> Iterable[Fault]:
    yield from only_once(draft, "jaren", "jaar")


def _verify(db: Session, draft: Draft) -> Iterable[Fault]:
    overzicht = db.get(Activiteitenoverzicht, draft["overzicht"]) if draft["overzicht"] else None
    if overzicht is None:
        return
    depth = list(
        db.scalars(select(Diepte).where(Diepte.ouder_id == overzicht.akkoord_id, Diepte.verwijderd.is_(None)))
    )
    for index, line in enumerate(draft.lines("jaren")):
        if line["jaar"] is None:
            continue
        ahead = line["jaar"] - overzicht.jaar + 1
        if not 1 <= ahead <= YEARS:
            text = _t("Dit overzicht gaat over {first} tot en met {last}. Dit jaar valt daarbuiten.")
            yield Fault(
                text.format(first=overzicht.jaar, last=overzicht.jaar + YEARS - 1), ("jaren", index, "jaar")
            )
        wanted = next((item.precisie for item in depth if item.jaar_van <= ahead <= item.jaar_tot), None)
        if wanted and line["precisie"] and line["precisie"] != wanted:
            text = _t("Voor dit jaar vraagt het akkoord: {depth}.")
            yield Fault(
                text.format(depth=keuzes.PRECISIE.label(wanted).lower()),
                ("jaren", index, "precisie"),
                warning=True,
            )


def _of_party(partij_id: str) -> ColumnElement[bool]:
    return Activiteit.overzicht_id.in_(
        select(Activiteitenoverzicht.id).where(
            Activiteitenoverzicht.partij_id == partij_id, Activiteitenoverzicht.verwijderd.is_(None)
        )
    )


def _of_year(year: tuple[date, date]) -> ColumnElement[bool]:
    return Activiteit.overzicht_id.in_(
        select(Activiteitenoverzicht.id).where(
            Activiteitenoverzicht.jaar >= year[0].year,
            Activiteitenoverzicht.jaar <= year[1].year,
            Activiteitenoverzicht.verwijderd.is_(None),
        )
    )


SPEC = RecordSpec(
    Activiteit,
    label=_("Activiteit"),
    plural=_("Activiteiten"),
    columns=("nummer", "naam", "overzicht", "status"),
    search=("naam", "trefwoord", "project", "samen_met", "resultaat", "toelichting"),
    name=("naam",),
    order="naam",
    parts=(PartSpec("jaren", _("Per jaar"), RecordSpec(ActiviteitJaar, label=_("Jaar"))),),
    filters=(
        Filter("partij", _("Van partij"), "verwijzing", _of_party, ref="partij"),
        Filter("planjaar", _("Overzicht van jaar"), "periode", _of_year),
    ),
    check=_check,
    verify=_verify,
)
