"""Thema: a chapter of an akkoord with its main goal."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from huurdersapp.base.i18n import lazy as _
from huurdersapp.records.akkoord import FIRST_YEAR, LAST_YEAR
from huurdersapp.records.akkoord_codes import check_code, verify_code
from huurdersapp.records.base import Record, field, reference
from huurdersapp.records.spec import RecordSpec


class Thema(Record):
    """A theme. Without an akkoord it is one of our own."""

    __tablename__ = "thema"
    akkoord_id: Mapped[str | None] = reference(_("Akkoord"), "akkoord")
    code: Mapped[str] = field(_("Code"), index=True)
    naam: Mapped[str] = field(_("Naam"), index=True)
    hoofddoel: Mapped[str | None] = field(_("Hoofddoel"), long=True)
    hoofddoel_jaar: Mapped[int | None] = field(
        _("Jaar van het hoofddoel"), minimum=FIRST_YEAR, maximum=LAST_YEAR
    )
    bron: Mapped[str | None] = field(_("Bron"))
    toelichting: Mapped[str | None] = field(_("Toelichting"), long=True)
    volgorde: Mapped[int | None] = field(_("Volgorde"), index=True, help=_("Plaats in het akkoord"))


SPEC = RecordSpec(
    Thema,
    label=_("Thema"),
    plural=_("Thema's"),
    columns=("nummer", "code", "naam", "akkoord", "hoofddoel_jaar"),
    search=("code", "naam", "hoofddoel", "toelichting"),
    name=("naam", "code"),
    order="volgorde",
    check=check_code,
    verify=verify_code,
)
