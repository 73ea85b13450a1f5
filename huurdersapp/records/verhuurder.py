"""Verhuurder: whom the organisation speaks for tenants of, and to whom its letters go."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.orm import Mapped

from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records.base import Record, field, reference
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.rules import odd_postcode, tidy_postcode
from huurdersapp.records.spec import RecordSpec

LEGAL_TERM_DAYS = 42
"""Six weeks: the least that a landlord gives for an advies (Overlegwet art. 5 lid 1, text of 27-07-2015)."""
REASONS_DAYS = 14
"""Within how many days after receipt he gives his reasons for not following it (Overlegwet art. 5 lid 2)."""
WAITING_DAYS = 3
"""How long after the receipt of those reasons he may go ahead (Overlegwet art. 5 lid 3)."""


class Verhuurder(Record):
    """A landlord, with what a letter to it needs. Terms may differ per landlord by written agreement
    (Overlegwet art. 5b lid 1 and art. 6, text of 27-07-2015)."""

    __tablename__ = "verhuurder"
    naam: Mapped[str] = field(_("Naam"), index=True)
    partij_id: Mapped[str | None] = reference(
        _("Partij"), "partij", help=_("Als deze verhuurder het akkoord mee tekent")
    )
    afdeling: Mapped[str | None] = field(_("Afdeling"), help=_("Zoals Het bestuur"))
    ter_attentie_van: Mapped[str | None] = field(_("Ter attentie van"))
    straat: Mapped[str | None] = field(_("Straat of postbus"))
    postcode: Mapped[str | None] = field(_("Postcode"))
    plaats: Mapped[str | None] = field(_("Plaats"), index=True)
    aanhef: Mapped[str | None] = field(_("Aanhef"), default="Geacht bestuur,")
    kenmerk_vorm: Mapped[str | None] = field(
        _("Vorm van ons kenmerk"), help=_("Hoe u brieven aan deze verhuurder nummert, zoals LEF-2019-03")
    )
    adviestermijn_dagen: Mapped[int | None] = field(
        _("Adviestermijn"),
        default=LEGAL_TERM_DAYS,
        minimum=1,
        maximum=730,
        unit=_("dagen"),
        help=_("De termijn die deze verhuurder meestal geeft"),
    )
    redenen_dagen: Mapped[int | None] = field(
        _("Termijn voor redenen"),
        default=REASONS_DAYS,
        minimum=1,
        maximum=365,
        unit=_("dagen"),
        help=_("Hoe snel de verhuurder zegt waarom hij een advies niet volgt"),
    )
    wacht_dagen: Mapped[int | None] = field(
        _("Wachten na de redenen"),
        default=WAITING_DAYS,
        minimum=1,
        maximum=365,
        unit=_("dagen"),
        help=_("Hoe lang de verhuurder daarna nog wacht"),
    )
    termijnen_bron: Mapped[str | None] = field(
        _("Waar deze termijnen staan"), help=_("Zoals een overeenkomst met de verhuurder. Leeg is de wet")
    )
    opmerkingen: Mapped[str | None] = field(_("Opmerkingen"), long=True)


def _prepare(draft: Draft) -> Iterable[Fault]:
    tidy_postcode(draft, "postcode")
    return ()


def _check(draft: Draft) -> Iterable[Fault]:
    yield from odd_postcode(draft, "postcode")
    if (days := draft["adviestermijn_dagen"]) is not None and days < LEGAL_TERM_DAYS:
        yield Fault(
            _t("Dit is korter dan zes weken. Zo kort mag alleen als u dat samen op papier hebt afgesproken."),
            ("adviestermijn_dagen",),
            warning=True,
        )


SPEC = RecordSpec(
    Verhuurder,
    label=_("Verhuurder"),
    plural=_("Verhuurders"),
    columns=("nummer", "naam", "plaats", "partij"),
    search=("naam", "plaats", "opmerkingen"),
    name=("naam",),
    order="naam",
    prepare=_prepare,
    check=_check,
)
