"""Verslag: a report about a period or a meeting, with what its writer chose, wrote and asked, and its fixed versions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from sqlalchemy import ColumnElement, and_
from sqlalchemy.orm import Mapped, Session

from huurdersapp.base import period
from huurdersapp.base.i18n import LazyText
from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records import bijlage, vastgelegd
from huurdersapp.records.base import Part, Record, field, owner, reference
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.rules import Period, follow_facts, in_order, not_in_future
from huurdersapp.records.spec import Filter, PartSpec, RecordSpec
from huurdersapp.records.verslag_soorten import PUBLIEK, SOORTEN, STATUS, VERGELIJKEN, VORMEN

LARGEST_PICTURE = 10 * 1024 * 1024
"""The largest picture, in bytes: what prints well over the width of a page is a tenth of it."""


class Verslag(Record):
    """A report. Its numbers are counted again whenever it is made, until a version of it is fixed."""

    __tablename__ = "verslag"
    titel: Mapped[str] = field(_("Titel"), filled=True, index=True, help=_("Leeg: soort en periode"))
    soort: Mapped[str] = field(_("Soort verslag"), choices=SOORTEN, default="trimester", index=True)
    van: Mapped[date] = field(_("Eerste dag"), index=True)
    tot: Mapped[date] = field(_("Laatste dag"), index=True)
    akkoord_id: Mapped[str | None] = reference(_("Akkoord"), "akkoord")
    publiek: Mapped[str] = field(_("Bestemd voor"), choices=PUBLIEK, default="bo", index=True)
    vorm: Mapped[str] = field(_("Vorm"), choices=VORMEN, default="volledig")
    vergelijken: Mapped[str] = field(_("Vergelijken"), choices=VERGELIJKEN, default="beide")
    voorblad: Mapped[bool] = field(_("Met een voorblad"), default=False)
    overleg_id: Mapped[str | None] = reference(_("Overleg"), "overleg")
    thema_id: Mapped[str | None] = reference(_("Thema"), "thema")
    kern_id: Mapped[str | None] = reference(_("Kern of wijk"), "kern")
    datum: Mapped[date | None] = field(_("Datum op het verslag"))
    reden_leeg: Mapped[str | None] = field(
        _("Waarom er niets gebeurde"), long=True, help=_("Voor een periode waarin niets is vastgelegd")
    )
    status: Mapped[str] = field(_("Status"), choices=STATUS, default="concept", filled=True, index=True)
    verstuurd_op: Mapped[date | None] = field(_("Verstuurd op"), index=True)
    verstuurd_aan: Mapped[str | None] = field(_("Verstuurd aan"))
    toelichting: Mapped[str | None] = field(_("Toelichting"), long=True)


class VerslagDeel(Part):
    """A part of the report as its writer wants it: whether it is there, on which place, with which own text. `basis` is what
    the program proposed when the text was written: when it proposes something else now, the facts have changed since."""

    __tablename__ = "verslag_deel"
    ouder_id: Mapped[str] = owner("verslag")
    sleutel: Mapped[str] = field(_("Deel"))
    plaats: Mapped[int | None] = field(_("Plaats"), minimum=1)
    weg: Mapped[bool] = field(_("Niet opnemen"), default=False)
    bij: Mapped[bool] = field(
        _("Wel opnemen"), default=False, help=_("Voor wat er vanzelf niet in staat, zoals een bijlage")
    )
    kop: Mapped[str | None] = field(_("Eigen kop"))
    tekst: Mapped[str | None] = field(_("Tekst"), long=True)
    basis: Mapped[str | None] = field(_("Voorstel waarop het steunt"), long=True)


class VerslagVraag(Part):
    """What the meeting is asked. `herkomst` names the record that it was proposed from ("actiepunt 12"); with `weg` that
    proposal is not printed."""

    __tablename__ = "verslag_vraag"
    ouder_id: Mapped[str] = owner("verslag")
    tekst: Mapped[str | None] = field(_("Wat wij vragen"))
    toelichting: Mapped[str | None] = field(_("Waarom"), long=True)
    uiterlijk: Mapped[date | None] = field(_("Uiterlijk"))
    partij_id: Mapped[str | None] = reference(_("Aan"), "partij")
    herkomst: Mapped[str | None] = field(_("Voorgesteld uit"))
    weg: Mapped[bool] = field(_("Niet opnemen"), default=False)


class VerslagBeeld(bijlage.Bestand):
    """A picture in a part of the report, with what stands below it and what is read aloud in its place."""

    __tablename__ = "verslag_beeld"
    ouder_id: Mapped[str] = owner("verslag")
    sleutel: Mapped[str] = field(_("Deel"))
    bijschrift: Mapped[str | None] = field(_("Bijschrift"))
    alternatief: Mapped[str | None] = field(_("Wat er te zien is"), help=_("Voor wie de foto niet kan zien"))


class VerslagBijlage(bijlage.Bestand):
    """A file that belongs to the report."""

    __tablename__ = "verslag_bijlage"
    ouder_id: Mapped[str] = owner("verslag")


class VerslagVersie(vastgelegd.Versie):
    """A fixed version of the report: what the meeting got."""

    __tablename__ = "verslag_versie"
    ouder_id: Mapped[str] = owner("verslag")
    publiek: Mapped[str] = field(_("Bestemd voor"), choices=PUBLIEK)
    tekst: Mapped[str] = field(_("Woorden van het verslag"), long=True)
    bronnen: Mapped[str | None] = field(
        _("Waarop het verslag steunt"), long=True, help=_("De records zoals ze toen waren")
    )


def name_of(soort: str, span: period.Period) -> str:
    """What a report is called when nobody calls it otherwise: its kind and its period, in Dutch as on paper."""
    label = next((item.label for item in SOORTEN.items if item.key == soort), soort)
    words = label.msgid if isinstance(label, LazyText) else label
    return f"{words} {span.code().replace('..', ' tot ')}"


def _prepare(draft: Draft) -> Iterable[Fault]:
    now, before = _named(draft), _named(draft.before) if draft.before is not None else None
    if now and (not draft["titel"] or (not draft.changed("titel") and draft["titel"] == before)):
        draft.values["titel"] = now
    derived = "verstuurd" if draft["verstuurd_op"] else "vastgelegd" if draft.lines("versies") else "concept"
    follow_facts(draft, derived, ("verstuurd_op", "versies"))
    return ()


def _named(values: Draft) -> str | None:
    if not (values["van"] and values["tot"] and values["soort"]) or values["tot"] < values["van"]:
        return None
    return name_of(values["soort"], period.Period(values["van"], values["tot"]))


def _check(draft: Draft) -> Iterable[Fault]:
    yield from in_order(draft, "van", "tot")
    yield from not_in_future(draft, "verstuurd_op", warning=True)
    yield from _about(draft)
    yield from _parts(draft)
    yield from vastgelegd.check(
        draft,
        gone=_t("Een vastgelegde versie kan niet weg."),
        made=_t("Een versie ontstaat door het verslag vast te leggen."),
        stays=_t("Een vastgelegd verslag verandert niet meer. Leg een nieuwe versie vast."),
    )


def _about(draft: Draft) -> Iterator[Fault]:
    needed = {"thema": ("thema", _t("Kies het thema waar dit rapport over gaat."))}
    needed["wijk"] = ("kern", _t("Kies de kern of wijk waar dit rapport over gaat."))
    needed["stukken"] = ("overleg", _t("Kies het overleg waar deze stukken voor zijn."))
    if draft["soort"] in needed:
        key, text = needed[draft["soort"]]
        if draft[key] is None:
            yield Fault(text, (key,))


def _parts(draft: Draft) -> Iterator[Fault]:
    seen: set[str] = set()
    for index, line in enumerate(draft.lines("delen")):
        if line["sleutel"] in seen:
            yield Fault(_t("Dit deel staat er al."), ("delen", index, "sleutel"))
        seen.add(line["sleutel"])
    for index, line in enumerate(draft.lines("vragen")):
        if not line["tekst"] and not line["herkomst"]:
            yield Fault(_t("Schrijf op wat u vraagt."), ("vragen", index, "tekst"))


def _verify(db: Session, draft: Draft) -> Iterator[Fault]:
    yield from bijlage.verify(db, draft)
    yield from bijlage.verify(db, draft, "beelden")
    for index, line in enumerate(draft.lines("beelden")):
        if (line["grootte"] or 0) > LARGEST_PICTURE:
            told = _t("Deze foto is te groot. Gebruik een foto van hoogstens {most} MB.")
            yield Fault(told.format(most=LARGEST_PICTURE // 1024**2), ("beelden", index, "inhoud"))


def in_period(span: Period) -> ColumnElement[bool]:
    """About days of that period."""
    return and_(Verslag.van <= span[1], Verslag.tot >= span[0])


SPEC = RecordSpec(
    Verslag,
    label=_("Verslag"),
    plural=_("Verslagen"),
    columns=("nummer", "titel", "soort", "tot", "publiek", "status"),
    search=("titel", "toelichting"),
    name=("titel",),
    order="-van",
    parts=(
        bijlage.listed(VerslagBijlage),
        PartSpec("delen", _("Delen"), RecordSpec(VerslagDeel, label=_("Deel"), search=("kop", "tekst"))),
        PartSpec("vragen", _("Vragen"), RecordSpec(VerslagVraag, label=_("Vraag"), search=("tekst",))),
        PartSpec(
            "beelden", _("Foto's"), RecordSpec(VerslagBeeld, label=_("Foto"), search=("naam", "bijschrift"))
        ),
        PartSpec("versies", _("Versies"), RecordSpec(VerslagVersie, label=_("Versie"), search=("tekst",))),
    ),
    filters=(Filter("over", _("Over"), "periode", in_period),),
    prepare=_prepare,
    check=_check,
    verify=_verify,
)
vastgelegd.keep(VerslagVersie, SPEC.part["versies"].spec)
