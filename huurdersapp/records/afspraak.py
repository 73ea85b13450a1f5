"""Afspraak: what one or more parties of an akkoord will do ("dit gaan partijen doen")."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Mapped

from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records.akkoord import FIRST_YEAR, LAST_YEAR
from huurdersapp.records.akkoord_codes import check_code, verify_code
from huurdersapp.records.akkoord_keuzes import AFSPRAAK_STATUS
from huurdersapp.records.akkoord_regel import WithRegel, check_regel
from huurdersapp.records.base import Part, Record, field, owner, reference
from huurdersapp.records.doel import Doel
from huurdersapp.records.doel import in_akkoord as goals_in
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.rules import only_once, years_in_order
from huurdersapp.records.spec import Filter, PartSpec, RecordSpec


class Afspraak(WithRegel, Record):
    """A commitment. Under a `doel`, or straight under an `akkoord` when it is about working together.

    `trefwoord` is the keyword in the margin of the document (achterban, grond, overlast).
    """

    __tablename__ = "afspraak"
    doel_id: Mapped[str | None] = reference(_("Doel"), "doel")
    akkoord_id: Mapped[str | None] = reference(
        _("Akkoord"), "akkoord", help=_("Alleen bij een afspraak over het samenwerken zelf")
    )
    code: Mapped[str] = field(_("Code"), index=True)
    tekst: Mapped[str] = field(_("Tekst"), long=True)
    trefwoord: Mapped[str | None] = field(_("Trefwoord in de kantlijn"), index=True)
    van_jaar: Mapped[int | None] = field(_("Van jaar"), minimum=FIRST_YEAR, maximum=LAST_YEAR, index=True)
    tot_jaar: Mapped[int | None] = field(
        _("Tot en met jaar"), minimum=FIRST_YEAR, maximum=LAST_YEAR, index=True
    )
    status: Mapped[str] = field(_("Status"), choices=AFSPRAAK_STATUS, default="lopend", index=True)
    bron: Mapped[str | None] = field(_("Bron"))
    toelichting: Mapped[str | None] = field(_("Toelichting"), long=True)
    letterlijk: Mapped[str | None] = field(_("Letterlijk"), long=True)
    twijfel: Mapped[str | None] = field(_("Twijfel"), long=True)
    volgorde: Mapped[int | None] = field(_("Volgorde"), index=True, help=_("Plaats in het akkoord"))


class AfspraakPartij(Part):
    """Who does it, in the word of the document: a name or a role (corporaties)."""

    __tablename__ = "afspraak_partij"
    ouder_id: Mapped[str] = owner("afspraak")
    naam: Mapped[str] = field(_("Naam of rol"))
    partij_id: Mapped[str | None] = reference(_("Partij"), "partij")


class AfspraakSamenMet(Part):
    """With whom it is done, in the word of the document."""

    __tablename__ = "afspraak_samen_met"
    ouder_id: Mapped[str] = owner("afspraak")
    naam: Mapped[str] = field(_("Naam of rol"))
    partij_id: Mapped[str | None] = reference(_("Partij"), "partij")


class AfspraakKern(Part):
    """A place that it is about."""

    __tablename__ = "afspraak_kern"
    ouder_id: Mapped[str] = owner("afspraak")
    kern_id: Mapped[str] = reference(_("Kern"), "kern")


class AfspraakVerwijzing(Part):
    """Another afspraak that the text points at."""

    __tablename__ = "afspraak_verwijzing"
    ouder_id: Mapped[str] = owner("afspraak")
    afspraak_id: Mapped[str] = reference(_("Afspraak"), "afspraak")


def _check(draft: Draft) -> Iterable[Fault]:
    yield from check_code(draft)
    if draft["doel"] is not None and draft["akkoord"] is not None:
        yield Fault(_t("Kies een doel of een akkoord, niet allebei."), ("akkoord",))
    yield from years_in_order(draft, "van_jaar", "tot_jaar")
    yield from only_once(draft, "partijen", "naam")
    yield from only_once(draft, "samen_met", "naam")
    yield from check_regel(draft)
    for index, line in enumerate(draft.lines("verwijst_naar")):
        if draft.id is not None and line["afspraak"] == draft.id:
            yield Fault(_t("Dit is de afspraak zelf. Kies een andere."), ("verwijst_naar", index))


def of_theme(thema_id: str) -> ColumnElement[bool]:
    """The afspraken of the goals of a theme."""
    return Afspraak.doel_id.in_(select(Doel.id).where(Doel.thema_id == thema_id, Doel.verwijderd.is_(None)))


def in_akkoord(akkoord_id: str) -> ColumnElement[bool]:
    """The afspraken of an akkoord: under its goals, and about working together."""
    under = Afspraak.doel_id.in_(select(Doel.id).where(goals_in(akkoord_id), Doel.verwijderd.is_(None)))
    return or_(Afspraak.akkoord_id == akkoord_id, under)


SPEC = RecordSpec(
    Afspraak,
    label=_("Afspraak"),
    plural=_("Afspraken"),
    columns=("nummer", "code", "tekst", "trefwoord", "doel", "status"),
    search=("code", "tekst", "trefwoord", "toelichting"),
    name=("tekst", "code"),
    order="volgorde",
    parts=(
        PartSpec("partijen", _("Partijen"), RecordSpec(AfspraakPartij, label=_("Partij"))),
        PartSpec("samen_met", _("Samen met"), RecordSpec(AfspraakSamenMet, label=_("Partij"))),
        PartSpec("kernen", _("Kernen"), RecordSpec(AfspraakKern, label=_("Kern")), link="kern"),
        PartSpec(
            "verwijst_naar",
            _("Verwijst naar"),
            RecordSpec(AfspraakVerwijzing, label=_("Afspraak")),
            link="afspraak",
        ),
    ),
    filters=(
        Filter("thema", _("Thema"), "verwijzing", of_theme, ref="thema"),
        Filter("in_akkoord", _("Staat in akkoord"), "verwijzing", in_akkoord, ref="akkoord"),
    ),
    check=_check,
    verify=verify_code,
)
