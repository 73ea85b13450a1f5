"""Briefpapier: how the letters of an organisation look: its mark, the place of the address, the last line."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from huurdersapp.base.i18n import lazy as _
from huurdersapp.records import bijlage
from huurdersapp.records.base import Choices, Record, field, owner, reference
from huurdersapp.records.spec import RecordSpec

VENSTERS = Choices.of(links=_("Links"), rechts=_("Rechts"))


class Briefpapier(Record):
    """The letterhead of the own organisation (`namens` empty), or of one in whose name letters go out."""

    __tablename__ = "briefpapier"
    naam: Mapped[str] = field(_("Naam"), index=True)
    namens_id: Mapped[str | None] = reference(
        _("Namens"), "partij", help=_("Leeg is het briefpapier van uw eigen organisatie")
    )
    venster: Mapped[str] = field(
        _("Venster van de envelop"), choices=VENSTERS, default="links", help=_("Waar het adres moet staan")
    )
    onderregel: Mapped[str | None] = field(
        _("Regel onder aan de brief"), help=_("Zoals de rekening en het nummer bij de Kamer van Koophandel")
    )
    beeldmerk_breedte: Mapped[int | None] = field(
        _("Breedte van het beeldmerk"), default=45, minimum=10, maximum=120, unit=_("mm")
    )


class Beeldmerk(bijlage.Bestand):
    """The picture at the head of a letter; the first one is used."""

    __tablename__ = "briefpapier_beeldmerk"
    ouder_id: Mapped[str] = owner("briefpapier")


SPEC = RecordSpec(
    Briefpapier,
    label=_("Briefpapier"),
    plural=_("Briefpapier"),
    columns=("nummer", "naam", "namens", "venster"),
    search=("naam", "onderregel"),
    name=("naam",),
    order="naam",
    parts=(bijlage.listed(Beeldmerk, "beeldmerk", _("Beeldmerk")),),
    verify=bijlage.verify,
)
