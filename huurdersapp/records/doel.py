"""Doel: one statement of what the parties of an akkoord want ("dit betekent dat …")."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Mapped

from huurdersapp.base.i18n import lazy as _
from huurdersapp.records.akkoord_codes import check_code, verify_code
from huurdersapp.records.base import Part, Record, field, owner, reference
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.rules import only_once
from huurdersapp.records.spec import Filter, PartSpec, RecordSpec
from huurdersapp.records.thema import Thema


class Doel(Record):
    """A goal with the margin keyword of the document; `onderwerp` groups goals within a theme, in our words.

    `letterlijk` keeps the words of the document where `twijfel` says what is unclear about them.
    """

    __tablename__ = "doel"
    thema_id: Mapped[str] = reference(_("Thema"), "thema")
    code: Mapped[str] = field(_("Code"), index=True)
    tekst: Mapped[str] = field(_("Tekst"), long=True)
    onderwerp: Mapped[str | None] = field(_("Onderwerp"), index=True)
    trefwoord: Mapped[str | None] = field(_("Trefwoord in de kantlijn"), index=True)
    bron: Mapped[str | None] = field(_("Bron"))
    toelichting: Mapped[str | None] = field(_("Toelichting"), long=True)
    letterlijk: Mapped[str | None] = field(_("Letterlijk"), long=True)
    twijfel: Mapped[str | None] = field(_("Twijfel"), long=True)
    volgorde: Mapped[int | None] = field(_("Volgorde"), index=True, help=_("Plaats in het akkoord"))


class DoelPartij(Part):
    """Whose goal it is, in the word of the document: a name or a role."""

    __tablename__ = "doel_partij"
    ouder_id: Mapped[str] = owner("doel")
    naam: Mapped[str] = field(_("Naam of rol"))
    partij_id: Mapped[str | None] = reference(_("Partij"), "partij")


class DoelKern(Part):
    """A place that the goal is about."""

    __tablename__ = "doel_kern"
    ouder_id: Mapped[str] = owner("doel")
    kern_id: Mapped[str] = reference(_("Kern"), "kern")


def _check(draft: Draft) -> Iterable[Fault]:
    yield from check_code(draft)
    yield from only_once(draft, "partijen", "naam")


def in_akkoord(akkoord_id: str) -> ColumnElement[bool]:
    """The goals of an akkoord."""
    return Doel.thema_id.in_(
        select(Thema.id).where(Thema.akkoord_id == akkoord_id, Thema.verwijderd.is_(None))
    )


SPEC = RecordSpec(
    Doel,
    label=_("Doel"),
    plural=_("Doelen"),
    columns=("nummer", "code", "tekst", "thema", "trefwoord"),
    search=("code", "tekst", "onderwerp", "trefwoord", "toelichting"),
    name=("tekst", "code"),
    order="volgorde",
    parts=(
        PartSpec("partijen", _("Partijen"), RecordSpec(DoelPartij, label=_("Partij"))),
        PartSpec("kernen", _("Kernen"), RecordSpec(DoelKern, label=_("Kern")), link="kern"),
    ),
    filters=(Filter("in_akkoord", _("Staat in akkoord"), "verwijzing", in_akkoord, ref="akkoord"),),
    check=_check,
    verify=verify_code,
)
