"""Afwijking: a goal that is off schedule, from the first signal to the decision, and in the last resort a dispute.

An akkoord gives the bestuurlijk overleg the ways on (for Emmen: change the goal, or move parties to more effort). A
dispute comes only after that: Lokaal Akkoord Emmen 2019-2024, "Bereiken van doelen: monitoring en verantwoording".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from sqlalchemy import ColumnElement, and_, exists, not_, select
from sqlalchemy.orm import Mapped, Session

from huurdersapp.base import clock
from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records import bijlage
from huurdersapp.records.base import Choices, Part, Record, field, owner, reference
from huurdersapp.records.bijstelling import akkoord_of_point, check_option
from huurdersapp.records.doel import Doel, in_akkoord
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.indicator import Indicator
from huurdersapp.records.rules import amended, new_line, not_in_future
from huurdersapp.records.spec import Filter, PartSpec, RecordSpec

STATUS = Choices.of(
    gesignaleerd=_("Gemeld"),
    aan_rg=_("Aan het overleg voorgelegd"),
    aan_bo=_("Aan de bestuurders voorgelegd"),
    besluit=_("Besluit van de bestuurders"),
    geschil=_("Geschil"),
    afgerond=_("Afgerond"),
)
NEXT: Mapping[str, tuple[str, ...]] = {
    "gesignaleerd": ("aan_rg", "aan_bo", "afgerond"),
    "aan_rg": ("aan_bo", "afgerond"),
    "aan_bo": ("besluit", "aan_rg", "afgerond"),
    "besluit": ("aan_bo", "geschil", "afgerond"),
    "geschil": ("besluit", "afgerond"),
    "afgerond": ("gesignaleerd",),
}
"""Which step may follow which. A dispute is possible only after the BO has decided."""
OPEN = tuple(item.key for item in STATUS.items if item.key != "afgerond")
NEEDS: Mapping[str, tuple[str, ...]] = {"besluit": ("optie",), "geschil": ("toelichting",)}
"""What a step must say besides its day."""


class Afwijking(Record):
    """One goal (by one of its measures) that is not on schedule. `status` follows from the last of its steps."""

    __tablename__ = "afwijking"
    naam: Mapped[str] = field(_("Naam"), filled=True, index=True)
    doel_id: Mapped[str] = reference(_("Doel"), "doel")
    indicator_id: Mapped[str | None] = reference(_("Maat"), "indicator")
    waarom: Mapped[str] = field(_("Wat er niet op schema ligt"), long=True)
    gevraagd: Mapped[str | None] = field(_("Wat wij voorstellen"), long=True)
    status: Mapped[str] = field(_("Status"), choices=STATUS, default="gesignaleerd", filled=True, index=True)
    gesignaleerd_op: Mapped[date | None] = field(_("Gemeld op"), filled=True, index=True)
    toelichting: Mapped[str | None] = field(_("Toelichting"), long=True)


class AfwijkingStap(Part):
    """A step with its day; of a decision which way was chosen."""

    __tablename__ = "afwijking_stap"
    ouder_id: Mapped[str] = owner("afwijking")
    stap: Mapped[str] = field(_("Stap"), choices=STATUS)
    datum: Mapped[date | None] = field(_("Datum"), help=_("Leeg: vandaag"))
    overleg_id: Mapped[str | None] = reference(_("Overleg"), "overleg")
    optie: Mapped[str | None] = field(_("Welke mogelijkheid"))
    toelichting: Mapped[str | None] = field(_("Toelichting"), long=True)


class AfwijkingBijlage(bijlage.Bestand):
    """A document about it."""

    __tablename__ = "afwijking_bijlage"
    ouder_id: Mapped[str] = owner("afwijking")


def _prepare(draft: Draft) -> Iterable[Fault]:
    steps = list(draft.lines("stappen"))
    if not steps or steps[0]["stap"] != "gesignaleerd":
        first = new_line(
            draft.spec.part["stappen"].spec,
            stap="gesignaleerd",
            datum=draft["gesignaleerd_op"] or clock.today(),
        )
        steps.insert(0, first)
    for index, step in enumerate(steps):
        if step["datum"] is None:
            steps[index] = amended(step, datum=clock.today())
    draft.parts["stappen"] = steps
    draft.values["gesignaleerd_op"] = steps[0]["datum"]
    if steps[-1]["stap"] is not None:
        draft.values["status"] = steps[-1]["stap"]
    return ()


def _check(draft: Draft) -> Iterable[Fault]:
    last = None
    for index, step in enumerate(draft.lines("stappen")):
        if step["stap"] is None:
            continue
        if last is not None:
            if step["stap"] not in NEXT[last["stap"]]:
                yield Fault(
                    _t("Na ‘{last}’ kan dit niet. Eerst komt: {known}.").format(
                        last=STATUS.label(last["stap"]),
                        known=", ".join(STATUS.label(key) for key in NEXT[last["stap"]]),
                    ),
                    ("stappen", index, "stap"),
                )
            if step["datum"] < last["datum"]:
                yield Fault(
                    _t("Deze stap ligt vóór de vorige. Kijk de datums na."), ("stappen", index, "datum")
                )
        for key in NEEDS.get(step["stap"], ()):
            if not step[key]:
                label = step.spec.fields[key].label
                yield Fault(_t("Vul ook in: {label}.").format(label=label), ("stappen", index, key))
        yield from (fault.at("stappen", index) for fault in not_in_future(step, "datum"))
        last = step


def _another_open(db: Session, draft: Draft) -> Iterator[Fault]:
    """A warning for a new case beside one about the same that is still open."""
    if draft.before is not None or draft["status"] == "afgerond":
        return
    same = and_(
        Afwijking.doel_id == draft["doel"], Afwijking.indicator_id.is_not_distinct_from(draft["indicator"])
    )
    open_ = select(Afwijking.nummer).where(
        same, Afwijking.status != "afgerond", Afwijking.verwijderd.is_(None)
    )
    if (number := db.scalar(open_.order_by(Afwijking.nummer).limit(1))) is not None:
        yield Fault(
            _t("Hierover loopt al een melding, met nummer {number}. Vul die liever aan.").format(
                number=number
            ),
            ("indicator",) if draft["indicator"] else ("doel",),
            warning=True,
        )


def _verify(db: Session, draft: Draft) -> Iterable[Fault]:
    yield from _another_open(db, draft)
    doel = db.get(Doel, draft["doel"]) if draft["doel"] else None
    indicator = db.get(Indicator, draft["indicator"]) if draft["indicator"] else None
    if doel is not None:
        draft.values["naam"] = f"{indicator.code if indicator else doel.code} niet op schema"
        if indicator is not None and indicator.doel_id != doel.id:
            yield Fault(_t("Deze maat hoort bij een ander doel. Kies een maat van dit doel."), ("indicator",))
        akkoord = akkoord_of_point(db, doel)
        for index, step in enumerate(draft.lines("stappen")):
            if akkoord is not None and step["optie"]:
                yield from check_option(db, akkoord, step["optie"], ("stappen", index, "optie"))
    yield from bijlage.verify(db, draft)


def _step_by(kind: str, on: date) -> ColumnElement[bool]:
    return exists().where(
        AfwijkingStap.ouder_id == Afwijking.id,
        AfwijkingStap.verwijderd.is_(None),
        AfwijkingStap.stap == kind,
        AfwijkingStap.datum <= on,
    )


def open_on(on: date) -> ColumnElement[bool]:
    """Signalled by the end of that day and not closed."""
    return and_(Afwijking.gesignaleerd_op <= on, not_(_step_by("afgerond", on)))


def _in_akkoord(akkoord_id: str) -> ColumnElement[bool]:
    return Afwijking.doel_id.in_(select(Doel.id).where(in_akkoord(akkoord_id)))


SPEC = RecordSpec(
    Afwijking,
    label=_("Doel niet op schema"),
    plural=_("Doelen niet op schema"),
    columns=("nummer", "naam", "doel", "status", "gesignaleerd_op"),
    search=("naam", "waarom", "gevraagd", "toelichting"),
    name=("naam",),
    order="-gesignaleerd_op",
    parts=(
        PartSpec(
            "stappen", _("Stappen"), RecordSpec(AfwijkingStap, label=_("Stap"), search=("toelichting",))
        ),
        bijlage.listed(AfwijkingBijlage),
    ),
    filters=(
        Filter("open_op", _("Open op"), "datum", open_on),
        Filter("akkoord", _("Akkoord"), "verwijzing", _in_akkoord, ref="akkoord"),
    ),
    prepare=_prepare,
    check=_check,
    verify=_verify,
)
