"""Partij: an organisation that signs the akkoord, sits in an overleg or promises something."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.orm import Mapped

from huurdersapp.base.i18n import lazy as _
from huurdersapp.records import bijlage
from huurdersapp.records.base import Part, Record, field, owner, reference
from huurdersapp.records.choices import PARTIJSOORTEN
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.rules import only_once
from huurdersapp.records.spec import PartSpec, RecordSpec


class Partij(Record):
    """An organisation with the people through whom it is reached.

    `eigen` marks the organisation that keeps this administration (or one it works as): what any other party
    owes us is a toezegging.
    """

    __tablename__ = "partij"
    naam: Mapped[str] = field(_("Naam"), index=True)
    korte_naam: Mapped[str | None] = field(_("Korte naam"), index=True)
    soort: Mapped[str] = field(_("Soort"), choices=PARTIJSOORTEN, index=True)
    eigen: Mapped[bool] = field(_("Onze eigen organisatie"), default=False, index=True)
    andere_namen: Mapped[str | None] = field(_("Andere namen"), help=_("Met komma's ertussen"))
    actief: Mapped[bool] = field(_("Doet nu mee"), default=True, index=True)
    plaats: Mapped[str | None] = field(_("Plaats"), help=_("Staat bij uw eigen organisatie boven de brief"))
    website: Mapped[str | None] = field(_("Website"))
    toelichting: Mapped[str | None] = field(_("Toelichting"), long=True)
    accounthouder: Mapped[str | None] = field(
        _("Accounthouder"),
        personal=True,
        help=_("Wie in de regiegroep het overzicht houdt voor deze organisatie"),
    )
    contact_naam: Mapped[str | None] = field(_("Contactpersoon"), personal=True)
    contact_telefoon: Mapped[str | None] = field(_("Telefoon"), personal=True)
    contact_email: Mapped[str | None] = field(_("E-mail"), personal=True)
    contact_adres: Mapped[str | None] = field(_("Adres"), personal=True, long=True)


class DaebBezit(Part):
    """How many social homes a corporation had in a year: its share in what the parties do together."""

    __tablename__ = "partij_daeb_bezit"
    ouder_id: Mapped[str] = owner("partij")
    jaar: Mapped[int] = field(_("Jaar"), minimum=1900, maximum=2200)
    kern_id: Mapped[str | None] = reference(_("Gemeente"), "kern", help=_("Leeg: in het hele werkgebied"))
    aantal_woningen: Mapped[int] = field(_("Sociale huurwoningen (DAEB)"), minimum=0, unit=_("woningen"))
    bron: Mapped[str | None] = field(_("Bron"))


class PartijBijlage(bijlage.Bestand):
    """A file about a party."""

    __tablename__ = "partij_bijlage"
    ouder_id: Mapped[str] = owner("partij")


def _check(draft: Draft) -> Iterable[Fault]:
    yield from only_once(draft, "daeb_bezit", "jaar", "kern")


SPEC = RecordSpec(
    Partij,
    label=_("Partij"),
    plural=_("Partijen"),
    columns=("nummer", "naam", "korte_naam", "soort", "eigen", "actief"),
    search=("naam", "korte_naam", "andere_namen", "toelichting", "accounthouder", "contact_naam"),
    name=("naam", "korte_naam"),
    order="naam",
    parts=(
        PartSpec("daeb_bezit", _("Bezit per jaar"), RecordSpec(DaebBezit, label=_("Bezit in een jaar"))),
        bijlage.listed(PartijBijlage),
    ),
    check=_check,
    verify=bijlage.verify,
)
