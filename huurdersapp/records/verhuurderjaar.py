"""Verhuurderjaar: what the Overlegwet gives the organisation each year with one landlord."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Mapped, Session

from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records import bijlage
from huurdersapp.records.akkoord import FIRST_YEAR, LAST_YEAR
from huurdersapp.records.base import Part, Record, field, owner, reference
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.rules import not_in_future
from huurdersapp.records.spec import PartSpec, RecordSpec
from huurdersapp.records.verhuurder import Verhuurder

TRAINING_DAYS = 3
"""The least number of days of training in a year (Overlegwet art. 5e)."""


class Verhuurderjaar(Record):
    """One calendar year with one landlord: the yearly overleg (Overlegwet art. 5b), the days of training (art. 5e) and
    the account of the costs, due within two months after the year (art. 7). Amounts in cents."""

    __tablename__ = "verhuurderjaar"
    naam: Mapped[str] = field(_("Naam"), filled=True, index=True)
    verhuurder_id: Mapped[str] = reference(_("Verhuurder"), "verhuurder")
    jaar: Mapped[int] = field(_("Jaar"), minimum=FIRST_YEAR, maximum=LAST_YEAR, index=True)
    overleg_op: Mapped[date | None] = field(_("Jaarlijks overleg op"))
    overleg_bewijs: Mapped[str | None] = field(_("Waaruit dat blijkt"))
    scholing_dagen: Mapped[int | None] = field(
        _("Afgesproken dagen scholing"),
        default=TRAINING_DAYS,
        minimum=0,
        maximum=366,
        unit=_("dagen"),
        help=_("De wet geeft minstens drie dagen per jaar"),
    )
    vergoeding: Mapped[int | None] = field(_("Afgesproken vergoeding"), minimum=0, money=True)
    besteed: Mapped[int | None] = field(_("Besteed"), minimum=0, money=True)
    verantwoord_op: Mapped[date | None] = field(
        _("Kosten verantwoord op"), help=_("Dit moet binnen twee maanden na het jaar")
    )
    verantwoord_bewijs: Mapped[str | None] = field(_("Bewijs van de verantwoording"))
    toelichting: Mapped[str | None] = field(_("Toelichting"), long=True)


class Scholing(Part):
    """Training that somebody of the organisation had, at the cost of the landlord."""

    __tablename__ = "verhuurderjaar_scholing"
    ouder_id: Mapped[str] = owner("verhuurderjaar")
    datum: Mapped[date | None] = field(_("Datum"))
    wie: Mapped[str | None] = field(_("Wie"))
    onderwerp: Mapped[str] = field(_("Onderwerp"))
    dagen: Mapped[Decimal | None] = field(
        _("Aantal dagen"),
        minimum=Decimal("0.1"),
        maximum=366,
        unit=_("dagen"),
        help=_("Een halve dag is 0,5"),
    )


class VerhuurderjaarBijlage(bijlage.Bestand):
    """Such as the account of the costs."""

    __tablename__ = "verhuurderjaar_bijlage"
    ouder_id: Mapped[str] = owner("verhuurderjaar")


def _check(draft: Draft) -> Iterable[Fault]:
    yield from not_in_future(draft, "overleg_op", "verantwoord_op", warning=True)
    days = draft["scholing_dagen"]
    if days is not None and days < TRAINING_DAYS:
        yield Fault(
            _t("De wet geeft minstens drie dagen scholing per jaar. Wijs de verhuurder daarop."),
            ("scholing_dagen",),
            warning=True,
        )


def _verify(db: Session, draft: Draft) -> Iterable[Fault]:
    landlord = db.get(Verhuurder, draft["verhuurder"]) if draft["verhuurder"] else None
    if landlord is not None:
        draft.values["naam"] = f"{draft['jaar']} {landlord.naam}"
    yield from bijlage.verify(db, draft)


SPEC = RecordSpec(
    Verhuurderjaar,
    label=_("Jaar met een verhuurder"),
    plural=_("Jaren met een verhuurder"),
    columns=("nummer", "verhuurder", "jaar", "overleg_op", "verantwoord_op"),
    search=("naam", "toelichting"),
    name=("naam",),
    order="-jaar",
    parts=(
        PartSpec(
            "scholingen",
            _("Scholing"),
            RecordSpec(Scholing, label=_("Scholing"), search=("onderwerp", "wie")),
        ),
        bijlage.listed(VerhuurderjaarBijlage),
    ),
    check=_check,
    verify=_verify,
)
