"""Brief: a letter in or out in the brievenregister, with its parts as long as we write it and its fixed versions after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, or_
from sqlalchemy.orm import Mapped

from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records import bijlage
from huurdersapp.records.advies_tables import WIJZEN
from huurdersapp.records.base import Choices, Part, Record, field, owner, reference
from huurdersapp.records.brief_soorten import SOORTEN
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.rules import Period, follow_facts, in_order, none_or_after, not_in_future, within
from huurdersapp.records.spec import Filter, PartSpec, RecordSpec

RICHTINGEN = Choices.of(uit=_("Uit"), binnen=_("In"))
STATUS = Choices.of(
    concept=_("Concept"),
    vastgelegd=_("Vastgelegd"),
    verstuurd=_("Verstuurd"),
    aangekomen=_("Aangekomen"),
    binnengekomen=_("Binnengekomen"),
    beantwoord=_("Beantwoord"),
)
STATUS_OUT = (
    ("beantwoord", ("beantwoord_op",)),
    ("aangekomen", ("aangekomen_op",)),
    ("verstuurd", ("verstuurd_op",)),
    ("vastgelegd", ("versies",)),
)
STATUS_IN = (("beantwoord", ("beantwoord_op",)),)
FACTS = ("versies", "verstuurd_op", "aangekomen_op", "beantwoord_op", "richting")


class Brief(Record):
    """A letter, with its number in the register of its year. Its parts hold what was rewritten by hand; its versions
    are fixed and never change."""

    __tablename__ = "brief"
    richting: Mapped[str] = field(_("In of uit"), choices=RICHTINGEN, default="uit", index=True)
    registernummer: Mapped[str | None] = field(
        _("Registernummer"), filled=True, index=True, help=_("Het jaar en het volgnummer daarin")
    )
    soort: Mapped[str] = field(_("Soort brief"), choices=SOORTEN, default="brief", index=True)
    datum: Mapped[date | None] = field(_("Datum van de brief"), index=True)
    onderwerp: Mapped[str] = field(_("Onderwerp"), index=True)
    verhuurder_id: Mapped[str | None] = reference(_("Verhuurder"), "verhuurder")
    partij_id: Mapped[str | None] = reference(_("Partij"), "partij")
    commissie_id: Mapped[str | None] = reference(_("Bewonerscommissie"), "commissie")
    aan: Mapped[str | None] = field(
        _("Aan of van"), long=True, help=_("Naam en adres, als het geen verhuurder of partij is")
    )
    namens_id: Mapped[str | None] = reference(
        _("Namens"), "partij", help=_("Als de brief van een andere organisatie is dan de uwe")
    )
    advies_id: Mapped[str | None] = reference(_("Advies"), "advies")
    raadpleging_id: Mapped[str | None] = reference(_("Raadpleging"), "raadpleging")
    overleg_id: Mapped[str | None] = reference(_("Overleg"), "overleg")
    antwoord_op_id: Mapped[str | None] = reference(_("Antwoord op"), "brief")
    behandelaar: Mapped[str | None] = field(_("Behandelaar"), index=True)
    status: Mapped[str] = field(_("Status"), choices=STATUS, default="concept", filled=True, index=True)
    ons_kenmerk: Mapped[str | None] = field(_("Ons kenmerk"), index=True)
    hun_kenmerk: Mapped[str | None] = field(_("Hun kenmerk"), index=True)
    vertrouwelijk: Mapped[bool] = field(_("Vertrouwelijk"), default=False)
    tekst: Mapped[str | None] = field(
        _("Tekst"), long=True, help=_("Wat erin staat, zodat u het later vindt")
    )
    ontvangen_op: Mapped[date | None] = field(_("Ontvangen op"), index=True)
    verstuurd_op: Mapped[date | None] = field(_("Verstuurd op"), index=True)
    verstuurd_wijze: Mapped[str | None] = field(_("Verstuurd met"), choices=WIJZEN)
    verstuurd_bewijs: Mapped[str | None] = field(_("Bewijs van versturen"))
    aangekomen_op: Mapped[date | None] = field(_("Aangekomen op"))
    aangekomen_bewijs: Mapped[str | None] = field(_("Bewijs van aankomst"))
    antwoord_voor: Mapped[date | None] = field(_("Antwoord verwacht op"), index=True)
    beantwoord_op: Mapped[date | None] = field(_("Beantwoord op"), index=True)
    toelichting: Mapped[str | None] = field(_("Toelichting"), long=True)


class BriefDeel(Part):
    """A part of the letter that somebody wrote. `basis` is what the program proposed at that moment: when it proposes
    something else now, the facts have changed since and the writer is told."""

    __tablename__ = "brief_deel"
    ouder_id: Mapped[str] = owner("brief")
    sleutel: Mapped[str] = field(_("Deel"))
    tekst: Mapped[str | None] = field(_("Tekst"), long=True)
    basis: Mapped[str | None] = field(_("Voorstel waarop het steunt"), long=True)


class BriefVersie(bijlage.Bestand):
    """A fixed version: the PDF as it was (`inhoud` is its SHA-256), its words, and the records that it stood on."""

    __tablename__ = "brief_versie"
    ouder_id: Mapped[str] = owner("brief")
    versie: Mapped[int] = field(_("Versie"), minimum=1)
    vastgelegd_op: Mapped[datetime] = field(_("Vastgelegd op"))
    vastgelegd_door: Mapped[str | None] = field(_("Vastgelegd door"))
    besluit_op: Mapped[date | None] = field(_("Besluit van het bestuur op"))
    besluit: Mapped[str | None] = field(_("Besluit"), help=_("Wie erbij waren en hoe er gestemd is"))
    tekst: Mapped[str] = field(_("Woorden van de brief"), long=True)
    bronnen: Mapped[str | None] = field(
        _("Waarop de brief steunt"), long=True, help=_("De records zoals ze toen waren")
    )


class BriefBijlage(bijlage.Bestand):
    """A file that goes along with the letter, or that came with it."""

    __tablename__ = "brief_bijlage"
    ouder_id: Mapped[str] = owner("brief")


def _prepare(draft: Draft) -> Iterable[Fault]:
    steps = STATUS_IN if draft["richting"] == "binnen" else STATUS_OUT
    begin = "binnengekomen" if draft["richting"] == "binnen" else "concept"
    derived = next(
        (
            status
            for status, facts in steps
            if any(draft.lines(key) if key == "versies" else draft[key] for key in facts)
        ),
        begin,
    )
    follow_facts(draft, derived, FACTS)
    return ()


def _check(draft: Draft) -> Iterable[Fault]:
    yield from in_order(draft, "datum", "verstuurd_op", "aangekomen_op")
    yield from in_order(draft, "datum", "ontvangen_op")
    yield from not_in_future(
        draft, "ontvangen_op", "verstuurd_op", "aangekomen_op", "beantwoord_op", warning=True
    )
    yield from _fixed(draft)


def _fixed(draft: Draft) -> Iterator[Fault]:
    """What was fixed stays as it was (only who reads it decides what it is worth)."""
    for index, line in enumerate(draft.lines("versies")):
        if line.before is None:
            continue
        for key in ("versie", "inhoud", "naam", "tekst", "bronnen", "vastgelegd_op", "besluit_op", "besluit"):
            if line.changed(key):
                text = _t("Een vastgelegde brief verandert niet meer. Leg een nieuwe versie vast.")
                yield Fault(text, ("versies", index, key))
                break


def open_on(on: date) -> ColumnElement[bool]:
    """An answer was expected by that day and had not come."""
    return and_(Brief.antwoord_voor <= on, none_or_after(Brief.beantwoord_op, on))


def in_period(period: Period) -> ColumnElement[bool]:
    """Came in or went out in the period."""
    return or_(within(Brief.ontvangen_op, period), within(Brief.verstuurd_op, period))


SPEC = RecordSpec(
    Brief,
    label=_("Brief"),
    plural=_("Brievenregister"),
    columns=("nummer", "registernummer", "datum", "onderwerp", "verhuurder", "status"),
    search=("onderwerp", "registernummer", "ons_kenmerk", "hun_kenmerk", "aan", "tekst", "toelichting"),
    name=("onderwerp", "registernummer"),
    order="-datum",
    parts=(
        bijlage.listed(BriefBijlage),
        PartSpec("delen", _("Delen"), RecordSpec(BriefDeel, label=_("Deel"), search=("tekst",))),
        PartSpec("versies", _("Versies"), RecordSpec(BriefVersie, label=_("Versie"), search=("tekst",))),
    ),
    filters=(
        Filter("antwoord_verwacht_op", _("Zonder antwoord op"), "datum", open_on),
        Filter("in_of_uit_in", _("In of uit in"), "periode", in_period),
    ),
    prepare=_prepare,
    check=_check,
    verify=bijlage.verify,
)
