"""Bijlagen: files that belong to a record. Their bytes lie in the store once, under their own SHA-256.

A line says how the file is called and which bytes it has. Being an ordinary line, it has history, undo, search and
JSON like any other; the bytes themselves stand outside all that, in the table `inhoud`.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Column, Integer, LargeBinary, String, Table, select
from sqlalchemy.orm import Mapped, Session

from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records.base import Base, Label, Part, field
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.spec import PartSpec, RecordSpec

INHOUD = Table(
    "inhoud",
    Base.metadata,
    Column("sha256", String, primary_key=True),
    Column("grootte", Integer, nullable=False),
    Column("bytes", LargeBinary, nullable=False),
)
"""The bytes of all files, each once, by their SHA-256 in small hexadecimal letters; no journal follows them."""


BIJLAGEN = _("Bijlagen")


class Bestand(Part):
    """A line that holds a file. A subclass adds its table and `ouder_id = owner(...)`."""

    __abstract__ = True
    naam: Mapped[str] = field(_("Naam van het bestand"))
    inhoud: Mapped[str] = field(
        _("Inhoud"), help=_("Het kenmerk (SHA-256) van een bestand in de administratie")
    )
    grootte: Mapped[int] = field(_("Grootte"), filled=True, minimum=0, unit=_("bytes"))
    vertrouwelijk: Mapped[bool | None] = field(
        _("Vertrouwelijk"), default=False, help=_("Komt nooit in wat u aan leden of buitenstaanders geeft")
    )
    toelichting: Mapped[str | None] = field(_("Toelichting"), long=True)


def listed(cls: type[Bestand], key: str = "bijlagen", label: Label = BIJLAGEN) -> PartSpec:
    """The list of files of a kind of record."""
    return PartSpec(key, label, RecordSpec(cls, label=_("Bijlage"), search=("naam", "toelichting")))


def part_of(spec: RecordSpec) -> PartSpec | None:
    """The list of files of a kind, None when it has none."""
    return next((part for part in spec.parts if issubclass(part.spec.cls, Bestand)), None)


def verify(db: Session, draft: Draft, key: str | None = None) -> Iterable[Fault]:
    """The bytes of every new line must lie in the store; they say how large the file is. `key` is the list of files, if it
    is not the first one of the kind."""
    part = draft.spec.part[key] if key else part_of(draft.spec)
    if part is None:
        return
    for index, line in enumerate(draft.lines(part.key)):
        if line.before is not None and not (line.changed("inhoud") or line.changed("grootte")):
            continue
        size = db.execute(select(INHOUD.c.grootte).where(INHOUD.c.sha256 == line["inhoud"])).scalar()
        if size is None:
            text = _t("Dit bestand ligt niet in de administratie. Voeg het bestand zelf eerst toe.")
            yield Fault(text, (part.key, index, "inhoud"))
        elif line["grootte"] is None:
            line.values["grootte"] = size
        elif line["grootte"] != size:
            text = _t("Dit bestand is {size} bytes groot. Laat de grootte weg, of verbeter haar.")
            yield Fault(text.format(size=size), (part.key, index, "grootte"))
