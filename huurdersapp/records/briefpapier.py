"""Briefpapier: how the letters of an organisation look: its mark, the place of the address, the last line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import Mapped, Session

from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records import bijlage
from huurdersapp.records.base import Choices, Record, field, owner, reference
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.spec import RecordSpec

VENSTERS = Choices.of(links=_("Links"), rechts=_("Rechts"))
LARGEST = 10 * 1024 * 1024
"""The largest mark, in bytes: what prints well is a hundred times smaller."""
_STARTS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


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


def _verify(db: Session, draft: Draft) -> Iterable[Fault]:
    yield from bijlage.verify(db, draft)
    yield from _unprintable(db, draft)
    if draft.changed("namens"):
        yield from _another(db, draft)


def _unprintable(db: Session, draft: Draft) -> Iterator[Fault]:
    """A mark that is kept, but will not stand on paper."""
    for index, line in enumerate(draft.lines("beeldmerk")):
        if line.before is not None and not line.changed("inhoud"):
            continue
        table = bijlage.INHOUD
        head = db.execute(
            select(func.substr(table.c.bytes, 1, 8), table.c.grootte).where(table.c.sha256 == line["inhoud"])
        ).first()
        if head is None or (head[1] <= LARGEST and bytes(head[0]).startswith(_STARTS)):
            continue
        text = _t("Dit beeldmerk komt niet op de brief: het is geen PNG of JPEG, of het is groter dan 10 MB.")
        yield Fault(text, ("beeldmerk", index, "naam"), warning=True)


def _another(db: Session, draft: Draft) -> Iterator[Fault]:
    """Of two letterheads of one organisation the newest is used."""
    same = (
        Briefpapier.namens_id.is_(None)
        if draft["namens"] is None
        else Briefpapier.namens_id == draft["namens"]
    )
    others = db.scalars(select(Briefpapier.id).where(Briefpapier.verwijderd.is_(None), same)).all()
    if set(others) - {draft.id}:
        text = _t("Er is al briefpapier van deze organisatie. Een brief krijgt het nieuwste.")
        yield Fault(text, ("namens",), warning=True)


SPEC = RecordSpec(
    Briefpapier,
    label=_("Briefpapier"),
    plural=_("Briefpapier"),
    columns=("nummer", "naam", "namens", "venster"),
    search=("naam", "onderregel"),
    name=("naam",),
    order="naam",
    parts=(bijlage.listed(Beeldmerk, "beeldmerk", _("Beeldmerk")),),
    verify=_verify,
)
