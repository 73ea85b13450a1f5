"""Verwerking: one thing for which the organisation keeps data of people, as the AVG wants it written down (art. 30)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session

from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records.base import Choices, Record, field
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.rules import in_order
from huurdersapp.records.spec import RecordSpec

SOORTEN = Choices.of(
    energiebezoeken=_("Energiebezoeken"),
    knelpunten=_("Melders van knelpunten"),
    raadplegingen=_("Antwoorden van raadplegingen"),
    campagnes=_("Aanmeldingen bij campagnes"),
    renovaties=_("Woningen van een renovatie"),
    commissies=_("Leden van bewonerscommissies"),
    contacten=_("Contactpersonen"),
    energiecoaches=_("Energiecoaches"),
    adressen=_("Adreslijst"),
    brieven=_("Brieven aan huurders"),
    verzoeken=_("Verzoeken over privacy"),
    anders=_("Iets buiten dit programma"),
)
"""Which data in the program it is about."""
GRONDSLAGEN = Choices.of(
    toestemming=_("Toestemming"),
    overeenkomst=_("Overeenkomst, zoals een lidmaatschap"),
    wettelijke_plicht=_("Wettelijke plicht"),
    gerechtvaardigd_belang=_("Gerechtvaardigd belang"),
    algemeen_belang=_("Taak van algemeen belang"),
    vitaal_belang=_("Vitaal belang"),
)
"""The lawful bases of AVG art. 6 lid 1."""


class Verwerking(Record):
    """What is kept about whom, why, on which basis, for whom and how long.

    `bewaarmaanden`: whole months after which the data of people go; nothing means that no term was set.
    """

    __tablename__ = "verwerking"
    naam: Mapped[str] = field(_("Naam"), index=True)
    soort: Mapped[str] = field(_("Waar die gegevens staan"), choices=SOORTEN, index=True)
    doel: Mapped[str | None] = field(_("Waarvoor"), long=True)
    betrokkenen: Mapped[str | None] = field(_("Van wie"))
    gegevens: Mapped[str | None] = field(_("Welke gegevens"), long=True)
    grondslag: Mapped[str | None] = field(_("Grondslag"), choices=GRONDSLAGEN, index=True)
    grondslag_toelichting: Mapped[str | None] = field(_("Waarom die grondslag"), long=True)
    ontvangers: Mapped[str | None] = field(_("Wie ze krijgen"), long=True)
    bewaarmaanden: Mapped[int | None] = field(
        _("Hoe lang bewaren"), minimum=1, maximum=600, unit=_("maanden"), index=True
    )
    motivering: Mapped[str | None] = field(_("Waarom zo lang"), long=True)
    beveiliging: Mapped[str | None] = field(_("Hoe ze beveiligd zijn"), long=True)
    sinds: Mapped[date | None] = field(_("Sinds"), index=True)
    beeindigd_op: Mapped[date | None] = field(_("Gestopt op"), index=True)


def _check(draft: Draft) -> Iterable[Fault]:
    yield from in_order(draft, "sinds", "beeindigd_op")
    if draft["grondslag"] is None:
        yield Fault(_t("Er staat geen grondslag bij. De AVG vraagt die."), ("grondslag",), warning=True)
    if draft["bewaarmaanden"] is not None and not draft["motivering"]:
        yield Fault(_t("Schrijf erbij waarom u de gegevens zo lang bewaart."), ("motivering",), warning=True)


def _verify(db: Session, draft: Draft) -> Iterable[Fault]:
    if draft["soort"] == "anders" or draft["beeindigd_op"] is not None:
        return
    same = select(Verwerking).where(
        Verwerking.soort == draft["soort"],
        Verwerking.beeindigd_op.is_(None),
        Verwerking.verwijderd.is_(None),
    )
    if any(row.id != draft.id for row in db.scalars(same)):
        text = _t("Voor deze gegevens staat er al een verwerking. De kortste termijn telt.")
        yield Fault(text, ("soort",), warning=True)


SPEC = RecordSpec(
    Verwerking,
    label=_("Verwerking"),
    plural=_("Verwerkingen"),
    columns=("nummer", "naam", "bewaarmaanden", "grondslag"),
    search=("naam", "doel", "betrokkenen", "gegevens", "ontvangers"),
    name=("naam",),
    order="naam",
    check=_check,
    verify=_verify,
)
