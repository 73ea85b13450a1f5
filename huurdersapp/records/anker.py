"""Anker: a fixed moment of the year agenda of an akkoord, such as the deadline of 15 November."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator

from sqlalchemy.orm import Mapped

from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records import akkoord_keuzes as keuzes
from huurdersapp.records.akkoord import EACH_ON_A_LINE
from huurdersapp.records.base import Record, field, reference
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.spec import RecordSpec

COMMON_YEAR = 2023
"""Without 29 February: an anchor must exist in every year."""


class Anker(Record):
    """A moment in year `cyclusjaar` of the cycle.

    Date and label stand side by side and are never derived from each other: the akkoord of Emmen files
    15 November under "derde kwartaal". `soort_datum` is `in` (a month, or `maand` to `tot_maand`), `uiterlijk`
    (that day still counts) or `voor` (the day before is the last). Anchors with the same `ronde` are one meeting
    when cycles overlap.
    """

    __tablename__ = "anker"
    akkoord_id: Mapped[str] = reference(_("Akkoord"), "akkoord")
    sleutel: Mapped[str] = field(_("Sleutel"), filled=True, index=True)
    naam: Mapped[str] = field(_("Naam"), index=True)
    fase: Mapped[str] = field(_("Fase"), choices=keuzes.FASEN, index=True)
    cyclusjaar: Mapped[int] = field(_("Jaar van de cyclus"), minimum=1, maximum=10, default=1, index=True)
    soort_datum: Mapped[str] = field(_("Soort datum"), choices=keuzes.SOORT_DATUM, default="in")
    maand: Mapped[int | None] = field(_("Maand"), minimum=1, maximum=12, index=True)
    dag: Mapped[int | None] = field(_("Dag"), minimum=1, maximum=31)
    tot_maand: Mapped[int | None] = field(_("Tot en met maand"), minimum=1, maximum=12)
    ronde: Mapped[str | None] = field(_("Ronde"))
    overleg: Mapped[str | None] = field(_("Overleg"), long=True, help=EACH_ON_A_LINE)
    partijen: Mapped[str | None] = field(_("Partijen"), long=True, help=EACH_ON_A_LINE)
    tekst: Mapped[str | None] = field(_("Tekst"), long=True)
    herkomst: Mapped[str] = field(_("Herkomst"), choices=keuzes.HERKOMST_ANKER, default="bron", index=True)
    bron: Mapped[str | None] = field(_("Bron"))
    letterlijk: Mapped[str | None] = field(_("Letterlijk"), long=True)
    twijfel: Mapped[str | None] = field(_("Twijfel"), long=True)
    toelichting: Mapped[str | None] = field(_("Toelichting"), long=True, help=_("Waarom u deze dag verzette"))
    volgorde: Mapped[int | None] = field(_("Volgorde"), index=True)


def _prepare(draft: Draft) -> Iterable[Fault]:
    """A moment that somebody adds by hand is called after its name in files: nobody has to think of a key."""
    if not draft["sleutel"] and draft["naam"]:
        draft.values["sleutel"] = "-".join(re.findall(r"\w+", draft["naam"].casefold()))
    return ()


def _check(draft: Draft) -> Iterable[Fault]:
    month, on, until = draft["maand"], draft["dag"], draft["tot_maand"]
    if month is None:
        if on is not None or until is not None or draft["soort_datum"] != "in":
            yield Fault(_t("Vul ook de maand in."), ("maand",))
        return
    if draft["soort_datum"] != "in" and on is None:
        yield Fault(_t("Vul hier de dag van de maand in."), ("dag",))
    yield from _check_day(month, on)
    if until is None:
        return
    if draft["soort_datum"] != "in" or on is not None:
        yield Fault(_t("Dit hoort bij een periode van hele maanden. Maak dit leeg."), ("tot_maand",))
    elif until < month:
        yield Fault(
            _t("Deze maand ligt vóór de eerste. Loopt het over het jaar heen? Maak er dan twee."),
            ("tot_maand",),
        )


def _check_day(month: int, on: int | None) -> Iterator[Fault]:
    last = calendar.monthrange(COMMON_YEAR, month)[1]
    if on is not None and on > last:
        yield Fault(
            _t("Deze dag bestaat niet elk jaar. Kies een dag tot en met {last}.").format(last=last), ("dag",)
        )


SPEC = RecordSpec(
    Anker,
    label=_("Vast moment"),
    plural=_("Vaste momenten"),
    columns=("nummer", "naam", "maand", "fase"),
    search=("naam", "tekst", "toelichting"),
    name=("naam", "sleutel"),
    order="volgorde",
    prepare=_prepare,
    check=_check,
)
