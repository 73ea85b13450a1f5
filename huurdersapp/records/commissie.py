"""Bewonerscommissie: tenants who stand for those of a wooncomplex, without being a legal person.

A commissie has the right to information, overleg, advies and agenda, somewhat fewer rights than the organisation
(Overlegwet art. 1g and 5b, text of 27-07-2015). At least once a year there is an overleg with the landlord (art. 5b).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from sqlalchemy import ColumnElement, and_, exists, or_
from sqlalchemy.orm import Mapped

from huurdersapp.base import clock
from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records import bewaren, bijlage, kern
from huurdersapp.records.base import Choices, Part, Record, field, owner, reference
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.overleg import Overleg
from huurdersapp.records.rules import Period, in_order, none_or_after, not_in_future, only_once, within
from huurdersapp.records.spec import Filter, PartSpec, RecordSpec

ROLLEN = Choices.of(
    voorzitter=_("Voorzitter"),
    secretaris=_("Secretaris"),
    penningmeester=_("Penningmeester"),
    lid=_("Lid"),
    overig=_("Overig"),
)
VOORKEUR = Choices.of(email=_("E-mail"), telefoon=_("Telefoon"), post=_("Post"), bezoek=_("Bezoek"))
ONDERSTEUNING = Choices.of(
    oprichten=_("Hulp bij oprichten"),
    advies=_("Advies of uitleg"),
    vergadering=_("Bij een vergadering geholpen"),
    training=_("Training"),
    verhuurder=_("Bemiddelen bij de verhuurder"),
    materiaal=_("Geld, ruimte of materiaal"),
    overig=_("Overig"),
)
SOON = timedelta(days=90)
"""So long before the end of a term it is said."""


class Commissie(Record):
    """One commissie, with the homes it stands for and what speaks for that."""

    __tablename__ = "commissie"
    naam: Mapped[str] = field(_("Naam"), index=True)
    verhuurder_id: Mapped[str | None] = reference(_("Verhuurder"), "verhuurder")
    kern_id: Mapped[str | None] = reference(_("Kern of wijk"), "kern")
    aantal_woningen: Mapped[int | None] = field(
        _("Voor hoeveel woningen"), minimum=0, unit=_("woningen"), index=True
    )
    opgericht_op: Mapped[date | None] = field(_("Opgericht op"), index=True)
    erkend_op: Mapped[date | None] = field(_("Erkend door de verhuurder op"))
    opgeheven_op: Mapped[date | None] = field(_("Gestopt op"), index=True)
    overeenkomst_op: Mapped[date | None] = field(_("Overeenkomst van"))
    vacatures: Mapped[int | None] = field(_("Lege plekken"), minimum=0)
    mandaat_getekend: Mapped[int | None] = field(
        _("Hoeveel huishoudens tekenden"),
        minimum=0,
        help=_("Alleen het aantal; de lijst zelf bewaart de commissie"),
    )
    mandaat_op: Mapped[date | None] = field(_("Getekend op"))
    budget: Mapped[int | None] = field(_("Budget per jaar"), minimum=0, money=True)
    jaarverslag_op: Mapped[date | None] = field(_("Laatste verslag aan huurders"))
    voorkeur: Mapped[str | None] = field(_("Bereikt u liefst met"), choices=VOORKEUR)
    contact_telefoon: Mapped[str | None] = field(_("Telefoon"), personal=True)
    contact_email: Mapped[str | None] = field(_("E-mail"), personal=True)
    volgende_stap: Mapped[str | None] = field(_("Volgende stap"))
    volgende_stap_op: Mapped[date | None] = field(_("Volgende stap op"), index=True)
    toelichting: Mapped[str | None] = field(_("Toelichting"), long=True)


class CommissieComplex(Part):
    """A complex it stands for."""

    __tablename__ = "commissie_complex"
    ouder_id: Mapped[str] = owner("commissie")
    complex_id: Mapped[str] = reference(_("Complex"), "complex")


class CommissieLid(Part):
    """Somebody in it, with a role and a term."""

    __tablename__ = "commissie_lid"
    ouder_id: Mapped[str] = owner("commissie")
    naam: Mapped[str] = field(_("Naam"), personal=True)
    rol: Mapped[str] = field(_("Rol"), choices=ROLLEN, default="lid")
    van: Mapped[date | None] = field(_("Vanaf"))
    tot: Mapped[date | None] = field(_("Tot"), help=_("Einde van de termijn"))
    telefoon: Mapped[str | None] = field(_("Telefoon"), personal=True)
    email: Mapped[str | None] = field(_("E-mail"), personal=True)


class CommissieOverleg(Part):
    """An overleg of the commissie with the landlord."""

    __tablename__ = "commissie_overleg"
    ouder_id: Mapped[str] = owner("commissie")
    overleg_id: Mapped[str] = reference(_("Overleg"), "overleg")


class CommissieOndersteuning(Part):
    """What the organisation did for it: the akkoord asks how commissies are supported."""

    __tablename__ = "commissie_ondersteuning"
    ouder_id: Mapped[str] = owner("commissie")
    datum: Mapped[date] = field(_("Datum"), index=True)
    soort: Mapped[str] = field(_("Wat"), choices=ONDERSTEUNING)
    uren: Mapped[int | None] = field(_("Uren"), minimum=0, maximum=500)
    toelichting: Mapped[str | None] = field(_("Toelichting"))


class CommissieBijlage(bijlage.Bestand):
    """Statutes, an agreement, a report or another file."""

    __tablename__ = "commissie_bijlage"
    ouder_id: Mapped[str] = owner("commissie")


def _check(draft: Draft) -> Iterable[Fault]:
    yield from in_order(draft, "opgericht_op", "opgeheven_op")
    yield from in_order(draft, "opgericht_op", "erkend_op")
    yield from not_in_future(draft, "mandaat_op", "erkend_op", "jaarverslag_op")
    yield from only_once(draft, "overleggen", "overleg")
    homes, signed = draft["aantal_woningen"], draft["mandaat_getekend"]
    if homes is not None and signed is not None and signed > homes:
        yield Fault(
            _t("Er tekenden meer huishoudens dan er woningen zijn ({count}). Klopt dat?").format(count=homes),
            ("mandaat_getekend",),
            warning=True,
        )
    for index, line in enumerate(draft.lines("leden")):
        yield from (fault.at("leden", index) for fault in in_order(line, "van", "tot"))
    for index, line in enumerate(draft.lines("ondersteuning")):
        yield from (fault.at("ondersteuning", index) for fault in not_in_future(line, "datum"))
    yield from _check_chair(draft)


def _check_chair(draft: Draft) -> Iterator[Fault]:
    lines, today = draft.lines("leden"), clock.today()
    chaired = any(
        line["rol"] == "voorzitter" and (line["tot"] is None or line["tot"] >= today) for line in lines
    )
    if lines and not chaired and draft["opgeheven_op"] is None:
        yield Fault(_t("Er staat geen voorzitter bij. Is die plek leeg?"), ("leden",), warning=True)


def active_on(on: date) -> ColumnElement[bool]:
    """There on that day; an empty begin or end is open."""
    begun = or_(Commissie.opgericht_op.is_(None), Commissie.opgericht_op <= on)
    return and_(begun, none_or_after(Commissie.opgeheven_op, on))


def supported_in(period: Period) -> ColumnElement[bool]:
    """Something was done for it in the period: what counts as supported everywhere."""
    return exists().where(
        CommissieOndersteuning.ouder_id == Commissie.id,
        CommissieOndersteuning.verwijderd.is_(None),
        within(CommissieOndersteuning.datum, period),
    )


def met_in(period: Period) -> ColumnElement[bool]:
    """An overleg with the landlord lies in the period, held or planned."""
    return exists().where(
        CommissieOverleg.ouder_id == Commissie.id,
        CommissieOverleg.verwijderd.is_(None),
        CommissieOverleg.overleg_id == Overleg.id,
        Overleg.verwijderd.is_(None),
        Overleg.afgelast.is_not(True),
        within(Overleg.datum, period),
    )


def not_met_in(period: Period) -> ColumnElement[bool]:
    """There, and no yearly overleg is held or planned in the period (Overlegwet art. 5b)."""
    return and_(active_on(period[1]), ~met_in(period))


def term_ends_by(on: date) -> ColumnElement[bool]:
    """The term of a member ended in the year before that day, or ends within three months after it."""
    return exists().where(
        CommissieLid.ouder_id == Commissie.id,
        CommissieLid.verwijderd.is_(None),
        CommissieLid.tot <= on + SOON,
        CommissieLid.tot >= on - timedelta(days=365),
    )


def _vacant(yes: bool) -> ColumnElement[bool]:
    found = and_(Commissie.vacatures.is_not(None), Commissie.vacatures > 0)
    return found if yes else ~found


def _inside(kern_id: str) -> ColumnElement[bool]:
    return kern.inside(Commissie.kern_id, kern_id)


SPEC = RecordSpec(
    Commissie,
    label=_("Bewonerscommissie"),
    plural=_("Bewonerscommissies"),
    columns=("nummer", "naam", "verhuurder", "kern", "aantal_woningen", "opgeheven_op"),
    search=("naam", "toelichting", "volgende_stap"),
    name=("naam",),
    order="naam",
    parts=(
        PartSpec(
            "complexen", _("Complexen"), RecordSpec(CommissieComplex, label=_("Complex")), link="complex"
        ),
        PartSpec("leden", _("Leden"), RecordSpec(CommissieLid, label=_("Lid"), search=("naam",))),
        PartSpec(
            "overleggen",
            _("Overleg met de verhuurder"),
            RecordSpec(CommissieOverleg, label=_("Overleg")),
            link="overleg",
        ),
        PartSpec(
            "ondersteuning",
            _("Ondersteuning"),
            RecordSpec(CommissieOndersteuning, label=_("Ondersteuning"), search=("toelichting",)),
        ),
        bijlage.listed(CommissieBijlage),
    ),
    filters=(
        Filter("actief_op", _("Actief op"), "datum", active_on),
        Filter("ondersteund_in", _("Ondersteund in"), "periode", supported_in),
        Filter("overleg_in", _("Overleg met de verhuurder in"), "periode", met_in),
        Filter("zonder_overleg_in", _("Geen overleg met de verhuurder in"), "periode", not_met_in),
        Filter("termijn_loopt_af_op", _("Termijn van een lid loopt af rond"), "datum", term_ends_by),
        Filter("met_lege_plek", _("Met een lege plek"), "ja_nee", _vacant),
        bewaren.kept("commissie"),
        Filter("binnen", _("In kern, wijk of gebied"), "verwijzing", _inside, ref="kern"),
    ),
    check=_check,
    verify=bijlage.verify,
)
