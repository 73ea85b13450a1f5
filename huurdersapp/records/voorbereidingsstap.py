"""Voorbereidingsstap: own work that must be ready some days before a meeting, to plan backwards from it."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from huurdersapp.base.i18n import lazy as _
from huurdersapp.records.base import Choices, Record, field, reference
from huurdersapp.records.overleg import SOORTEN as OVERLEGSOORTEN
from huurdersapp.records.spec import RecordSpec

SOORTEN = Choices.of(
    raadpleging=_("Achterbanraadpleging"),
    bestuursbesluit=_("Bestuursbesluit"),
    stukken=_("Stukken versturen"),
    overig=_("Overig"),
)


class Voorbereidingsstap(Record):
    """What the organisation does before a meeting of a kind. `dagen_ervoor` is how many calendar days before the
    meeting it must be ready, `duur` how many days it takes; the terms are the organisation's own choice."""

    __tablename__ = "voorbereidingsstap"
    naam: Mapped[str] = field(_("Wat"), index=True)
    soort: Mapped[str] = field(_("Soort"), choices=SOORTEN, default="overig", index=True)
    overlegsoort: Mapped[str] = field(
        _("Voor welk overleg"), choices=OVERLEGSOORTEN, default="bo", index=True
    )
    akkoord_id: Mapped[str | None] = reference(_("Akkoord"), "akkoord", help=_("Leeg: voor elk akkoord"))
    dagen_ervoor: Mapped[int] = field(
        _("Klaar vóór het overleg"), minimum=0, maximum=366, unit=_("dagen"), index=True
    )
    duur: Mapped[int | None] = field(_("Hoe lang het duurt"), minimum=1, maximum=366, unit=_("dagen"))
    actief: Mapped[bool] = field(_("In gebruik"), default=True, index=True)
    bron: Mapped[str | None] = field(_("Waar dat is afgesproken"))
    toelichting: Mapped[str | None] = field(_("Toelichting"), long=True)


SPEC = RecordSpec(
    Voorbereidingsstap,
    label=_("Stap vooraf"),
    plural=_("Stappen vooraf"),
    columns=("nummer", "naam", "overlegsoort", "dagen_ervoor"),
    search=("naam", "bron", "toelichting"),
    name=("naam",),
    order="-dagen_ervoor",
)
