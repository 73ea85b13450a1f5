"""Brief: a letter in or out in the brievenregister, with its parts as long as we write it and its fixed versions after."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Mapped, Session

from huurdersapp.base import clock
from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records import bewaren, bijlage, vastgelegd
from huurdersapp.records.advies_tables import WIJZEN
from huurdersapp.records.base import Base, Choices, Part, Record, field, owner, reference
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
ANSWERS = ("richting", "antwoord_op", "datum", "ontvangen_op", "verstuurd_op")
"""Fields by which a letter becomes an answer to another."""
REGISTERNUMMER = re.compile(r"(\d{4})-(\d{3,})")
"""The year, and the running number of the letter in that year: 2021-014."""


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
    eenheid_id: Mapped[str | None] = reference(
        _("Bouwkundige eenheid"),
        "bouwkundige_eenheid",
        help=_("Bij een brief aan de huurders van een renovatie"),
    )
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


class BriefVersie(vastgelegd.Versie):
    """A fixed version of the letter: what was sent."""

    __tablename__ = "brief_versie"
    ouder_id: Mapped[str] = owner("brief")
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
    yield from in_order(draft, "datum", "ontvangen_op", "beantwoord_op")
    yield from in_order(draft, "verstuurd_op", "beantwoord_op")
    yield from not_in_future(
        draft, "ontvangen_op", "verstuurd_op", "aangekomen_op", "beantwoord_op", warning=True
    )
    yield from _register(draft)
    yield from vastgelegd.check(
        draft,
        gone=_t("Een vastgelegde versie kan niet weg."),
        made=_t("Een versie ontstaat door de brief vast te leggen."),
        stays=_t("Een vastgelegde brief verandert niet meer. Leg een nieuwe versie vast."),
    )


def _register(draft: Draft) -> Iterator[Fault]:
    """A number of the register never changes; of an older register on paper it may come along with a new letter."""
    number, before = draft["registernummer"], draft.before
    if before is not None and before["registernummer"] is not None:
        if draft.changed("registernummer"):
            told = _t("Het registernummer van een brief verandert niet meer: {number}.")
            yield Fault(told.format(number=before["registernummer"]), ("registernummer",))
    elif number is not None and not REGISTERNUMMER.fullmatch(number):
        yield Fault(
            _t("Schrijf het registernummer als jaar en volgnummer, zoals 2021-014. Of laat het leeg."),
            ("registernummer",),
        )


def _verify(db: Session, draft: Draft) -> Iterator[Fault]:
    yield from bijlage.verify(db, draft)
    number, before = draft["registernummer"], draft.before
    if number is None and (year := register_year(draft)) is not None:
        draft.values["registernummer"] = next_number(db, year)
    elif number is not None and (draft.id is None if before is None else before["registernummer"] is None):
        found = REGISTERNUMMER.fullmatch(number)
        if found and number in given_numbers(db, int(found[1])):
            told = _t("Nummer {number} is al gebruikt. Laat het leeg, dan kiest het programma een nummer.")
            yield Fault(told.format(number=number), ("registernummer",))


def _written(db: Session, draft: Draft, row: Any) -> None:
    """The letter that this one answers is answered: by one of ours when it is sent, by one that came in on the day it came.

    What was put down of an earlier answer stays, and so does a letter that would have been answered before it was there.
    """
    if draft.before is not None and not any(draft.changed(key) for key in ANSWERS):
        return  # told when that was put down; somebody may have taken it away since
    day = row.verstuurd_op if row.richting == "uit" else row.ontvangen_op or row.datum
    first = db.get(Brief, row.antwoord_op_id) if row.antwoord_op_id else None
    if day is None or first is None or first.verwijderd is not None or first.beantwoord_op is not None:
        return
    known = (first.datum, first.ontvangen_op, first.verstuurd_op)
    if first.richting != row.richting and not any(each is not None and each > day for each in known):
        first.beantwoord_op, first.status = day, "beantwoord"


def register_year(draft: Draft) -> int | None:
    """The year in whose register the letter stands: as soon as it came in, was sent or was fixed; else None."""
    if draft["richting"] == "binnen":
        known = draft["ontvangen_op"] or draft["datum"] or clock.today()
    elif draft["verstuurd_op"] or draft.lines("versies"):
        known = draft["verstuurd_op"] or draft["datum"] or clock.today()
    else:
        return None
    return int(known.year)


def next_number(db: Session, year: int) -> str:
    """The number for the next letter of this year. One that was ever given is never given again."""
    highest = max((int(number.partition("-")[2]) for number in given_numbers(db, year)), default=0)
    return f"{year}-{highest + 1:03}"


def given_numbers(db: Session, year: int) -> set[str]:
    """All numbers of a year that were ever given: also of letters that were thrown away, and of steps that were undone
    (of these only the journal knows)."""
    begin = f"{year:04}-"
    found = set(db.scalars(select(Brief.registernummer).where(Brief.registernummer.startswith(begin))))
    journal = Base.metadata.tables.get("journal_change")
    if journal is not None:
        written = select(journal.c.new).where(
            journal.c.entity == Brief.__tablename__,
            journal.c.field == "registernummer",
            journal.c.new.startswith(f'"{begin}'),
        )
        found |= {text.strip('"') for text in db.scalars(written)}
    return {number for number in found if number and REGISTERNUMMER.fullmatch(number)}


def _thrown(row: Any) -> Iterator[str]:
    if row.registernummer is not None:
        told = _t("Nummer {number} blijft leeg in het brievenregister.")
        yield told.format(number=row.registernummer)


def open_on(on: date) -> ColumnElement[bool]:
    """An answer was expected by that day and had not come."""
    return and_(Brief.antwoord_voor <= on, none_or_after(Brief.beantwoord_op, on))


def in_period(period: Period) -> ColumnElement[bool]:
    """Came in or went out in the period."""
    return or_(within(Brief.ontvangen_op, period), within(Brief.verstuurd_op, period))


SPEC = RecordSpec(
    Brief,
    label=_("Brief"),
    plural=_("Brieven"),
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
        bewaren.kept("brief"),
        Filter("in_of_uit_in", _("In of uit in"), "periode", in_period),
    ),
    prepare=_prepare,
    check=_check,
    verify=_verify,
    thrown=_thrown,
    written=_written,
)
vastgelegd.keep(BriefVersie, SPEC.part["versies"].spec)
