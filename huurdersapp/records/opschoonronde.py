"""Opschoonronde: the yearly going round in which data of people go whose term is over. It says how many, never whose."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy.orm import Mapped

from huurdersapp.base.formats import day
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records.base import Part, Record, field, owner
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.rules import not_in_future
from huurdersapp.records.spec import PartSpec, RecordSpec
from huurdersapp.records.verwerking import SOORTEN


class Opschoonronde(Record):
    """One round."""

    __tablename__ = "opschoonronde"
    naam: Mapped[str] = field(_("Naam"), filled=True, index=True)
    gehouden_op: Mapped[date] = field(_("Gehouden op"), index=True)
    toelichting: Mapped[str | None] = field(_("Toelichting"), long=True)


class OpschoonrondeSoort(Part):
    """What went of one kind: of how many records, of before which day, and how many were kept."""

    __tablename__ = "opschoonronde_soort"
    ouder_id: Mapped[str] = owner("opschoonronde")
    soort: Mapped[str] = field(_("Soort"), choices=SOORTEN)
    bewaarmaanden: Mapped[int | None] = field(_("Termijn"), minimum=1, unit=_("maanden"))
    tot: Mapped[date | None] = field(_("Van vóór"))
    aantal: Mapped[int] = field(_("Gewist bij"), minimum=0, unit=_("records"))
    bewaard: Mapped[int | None] = field(_("Toch bewaard"), minimum=0, unit=_("records"))
    reden: Mapped[str | None] = field(_("Waarom bewaard"))


def _prepare(draft: Draft) -> Iterable[Fault]:
    if draft["gehouden_op"] is not None:
        draft.values["naam"] = f"Opschoonronde van {day(draft['gehouden_op'])}"
    return ()


def _check(draft: Draft) -> Iterable[Fault]:
    yield from not_in_future(draft, "gehouden_op")


SPEC = RecordSpec(
    Opschoonronde,
    label=_("Opschoonronde"),
    plural=_("Opschoonrondes"),
    columns=("nummer", "naam", "gehouden_op", "toelichting"),
    search=("naam", "toelichting"),
    name=("naam",),
    order="-gehouden_op",
    parts=(PartSpec("soorten", _("Wat er ging"), RecordSpec(OpschoonrondeSoort, label=_("Soort"))),),
    prepare=_prepare,
    check=_check,
)
