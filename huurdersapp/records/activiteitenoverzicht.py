"""Activiteitenoverzicht: what one party intends in a year and the years after it (elsewhere called its bod).

The law names it "overzicht van voorgenomen werkzaamheden", over five calendar years, with gemeente and
huurdersorganisaties by 1 July (Woningwet art. 43 and 44, text of 22-07-2015).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy.orm import Mapped, Session

from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records import bijlage
from huurdersapp.records.akkoord import FIRST_YEAR, LAST_YEAR
from huurdersapp.records.base import Choices, Record, field, owner, reference
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.partij import Partij
from huurdersapp.records.rules import in_order
from huurdersapp.records.spec import RecordSpec

STATUS = Choices.of(
    voorbereiding=_("In voorbereiding"),
    aangeleverd=_("Aangeleverd"),
    besproken=_("Besproken"),
    vastgesteld=_("Vastgesteld"),
)
ADVIESRECHT = Choices.of(
    open=_("Nog niet afgesproken"), wel=_("Ja, wij gebruiken het"), niet=_("Nee, dit jaar niet")
)
"""Whether the formal right of advice is used on top of the cycle; it stays in force either way (Overlegwet art. 3-5;
Lokaal Akkoord Emmen 2019-2024 leaves the choice to each corporation and its huurdersorganisatie)."""


class Activiteitenoverzicht(Record):
    """The overview of one party; `jaar` is the first year that it plans. Its lines are records: activiteit.py."""

    __tablename__ = "activiteitenoverzicht"
    naam: Mapped[str] = field(_("Naam"), filled=True, index=True)
    akkoord_id: Mapped[str] = reference(_("Akkoord"), "akkoord")
    partij_id: Mapped[str] = reference(_("Partij"), "partij")
    jaar: Mapped[int] = field(_("Eerste planjaar"), minimum=FIRST_YEAR, maximum=LAST_YEAR, index=True)
    status: Mapped[str] = field(_("Status"), choices=STATUS, default="voorbereiding", index=True)
    aangeleverd_op: Mapped[date | None] = field(_("Aangeleverd op"), index=True)
    besproken_op: Mapped[date | None] = field(_("Besproken op"))
    vastgesteld_op: Mapped[date | None] = field(_("Vastgesteld op"), index=True)
    overleg_id: Mapped[str | None] = reference(_("Vastgesteld in overleg"), "overleg")
    adviesrecht: Mapped[str | None] = field(
        _("Adviesrecht dit jaar"),
        choices=ADVIESRECHT,
        help=_("Alleen bij een verhuurder: gebruikt u het adviesrecht naast deze afspraken?"),
        index=True,
    )
    adviesrecht_op: Mapped[date | None] = field(_("Daarover afgesproken op"))
    adviesrecht_reden: Mapped[str | None] = field(_("Waarom wel of niet"), long=True)
    advies_id: Mapped[str | None] = reference(_("Advies"), "advies")
    bron: Mapped[str | None] = field(_("Bron"))
    toelichting: Mapped[str | None] = field(_("Toelichting"), long=True)


class OverzichtBijlage(bijlage.Bestand):
    """The overview as the party sent it."""

    __tablename__ = "activiteitenoverzicht_bijlage"
    ouder_id: Mapped[str] = owner("activiteitenoverzicht")


def _check(draft: Draft) -> Iterable[Fault]:
    yield from in_order(draft, "aangeleverd_op", "besproken_op", "vastgesteld_op")


def _verify(db: Session, draft: Draft) -> Iterable[Fault]:
    partij = db.get(Partij, draft["partij"]) if draft["partij"] else None
    if partij is not None:
        draft.values["naam"] = f"Activiteitenoverzicht {draft['jaar']} {partij.naam}"
        if draft["adviesrecht"] is not None and partij.soort != "corporatie":
            yield Fault(
                _t("Het adviesrecht gaat over een verhuurder. Maak dit leeg."), ("adviesrecht",), warning=True
            )
    yield from bijlage.verify(db, draft)


SPEC = RecordSpec(
    Activiteitenoverzicht,
    label=_("Activiteitenoverzicht"),
    plural=_("Activiteitenoverzichten"),
    columns=("nummer", "jaar", "partij", "status"),
    search=("naam", "bron", "toelichting", "adviesrecht_reden"),
    name=("naam",),
    order="-jaar",
    parts=(bijlage.listed(OverzichtBijlage),),
    check=_check,
    verify=_verify,
)
