"""Akkoord: what parties agreed for some years, with who they are and how they work together.

Its themes, goals, afspraken, measures and anchors are records of their own (thema.py, doel.py, afspraak.py,
indicator.py, anker.py). Together they hold an akkoord file (akkoord_structuur.py) without loss.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, and_
from sqlalchemy.orm import Mapped, Session

from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records.akkoord_keuzes import FASEN, PRECISIE
from huurdersapp.records.base import Part, Record, field, owner, reference
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.rules import only_once, years_in_order
from huurdersapp.records.spec import Filter, PartSpec, RecordSpec

FIRST_YEAR = 1900
LAST_YEAR = 2200
EACH_ON_A_LINE = _("Elk op een eigen regel")


class Akkoord(Record):
    """One agreement. `gemeente` as the document writes it, `kern` the same place among our places."""

    __tablename__ = "akkoord"
    naam: Mapped[str] = field(_("Naam"), index=True)
    gemeente: Mapped[str | None] = field(_("Gemeente"), index=True)
    kern_id: Mapped[str | None] = reference(_("Plaats"), "kern", help=_("De gemeente in de lijst met kernen"))
    van_jaar: Mapped[int] = field(_("Van jaar"), minimum=FIRST_YEAR, maximum=LAST_YEAR, index=True)
    tot_jaar: Mapped[int] = field(_("Tot en met jaar"), minimum=FIRST_YEAR, maximum=LAST_YEAR, index=True)
    geldig: Mapped[bool] = field(_("Geldt nu"), default=True, index=True)
    cyclus_jaren: Mapped[int | None] = field(
        _("Jaren van één cyclus"),
        default=1,
        minimum=1,
        maximum=10,
        unit=_("jaar"),
        help=_("Met voorbereiden, uitvoeren en evalueren in drie jaren is dat 3"),
    )
    voorganger_id: Mapped[str | None] = reference(
        _("Opvolger van"), "akkoord", help=_("Het akkoord dat hiervoor gold")
    )
    bron: Mapped[str | None] = field(_("Bron"))
    toelichting: Mapped[str | None] = field(_("Toelichting"), long=True)


class AkkoordPartij(Part):
    """A party of the akkoord; `rol` is the word that stands for its group in the text (corporaties)."""

    __tablename__ = "akkoord_partij"
    ouder_id: Mapped[str] = owner("akkoord")
    partij_id: Mapped[str] = reference(_("Partij"), "partij")
    rol: Mapped[str] = field(_("Rol"), help=_("Het woord in het akkoord, zoals corporaties"))
    ondertekenaar: Mapped[bool] = field(_("Heeft getekend"), default=True)
    huurders_van: Mapped[str | None] = field(_("Huurders van"))
    toelichting: Mapped[str | None] = field(_("Toelichting"), long=True)


class AkkoordKern(Part):
    """A place that the akkoord names."""

    __tablename__ = "akkoord_kern"
    ouder_id: Mapped[str] = owner("akkoord")
    kern_id: Mapped[str] = reference(_("Kern"), "kern")
    bron: Mapped[str | None] = field(_("Bron"))
    toelichting: Mapped[str | None] = field(_("Toelichting"), long=True)


class Cyclusjaar(Part):
    """What happens in year 1, 2, … of the cycle."""

    __tablename__ = "akkoord_cyclusjaar"
    ouder_id: Mapped[str] = owner("akkoord")
    jaar: Mapped[int] = field(_("Jaar van de cyclus"), minimum=1, maximum=10)
    fase: Mapped[str] = field(_("Fase"), choices=FASEN)
    tekst: Mapped[str] = field(_("Wat er gebeurt"), long=True)
    voorbeeldjaar: Mapped[int | None] = field(_("Voorbeeldjaar"), minimum=FIRST_YEAR, maximum=LAST_YEAR)
    bron: Mapped[str | None] = field(_("Bron"))
    letterlijk: Mapped[str | None] = field(_("Letterlijk"), long=True)
    twijfel: Mapped[str | None] = field(_("Twijfel"), long=True)


class Overlegvorm(Part):
    """A regular meeting of the parties, such as RG or BO; anchors name it by `sleutel`."""

    __tablename__ = "akkoord_overlegvorm"
    ouder_id: Mapped[str] = owner("akkoord")
    sleutel: Mapped[str] = field(_("Sleutel"))
    naam: Mapped[str] = field(_("Naam"))
    tekst: Mapped[str | None] = field(_("Wat het doet"), long=True)
    partijen: Mapped[str | None] = field(_("Partijen"), long=True, help=EACH_ON_A_LINE)
    bron: Mapped[str | None] = field(_("Bron"))


class Diepte(Part):
    """How precise plans are for the years `jaar_van` to `jaar_tot` ahead; 1 is the first planned year."""

    __tablename__ = "akkoord_diepte"
    ouder_id: Mapped[str] = owner("akkoord")
    jaar_van: Mapped[int] = field(_("Van planjaar"), minimum=1, maximum=50)
    jaar_tot: Mapped[int] = field(_("Tot en met planjaar"), minimum=1, maximum=50)
    precisie: Mapped[str] = field(_("Hoe precies"), choices=PRECISIE)
    tekst: Mapped[str | None] = field(_("Tekst"), long=True)
    bron: Mapped[str | None] = field(_("Bron"))


class Bijsteloptie(Part):
    """What may be done when a goal is off schedule."""

    __tablename__ = "akkoord_bijsteloptie"
    ouder_id: Mapped[str] = owner("akkoord")
    sleutel: Mapped[str] = field(_("Sleutel"))
    tekst: Mapped[str] = field(_("Tekst"), long=True)
    overleg: Mapped[str | None] = field(_("Overleg"), long=True, help=EACH_ON_A_LINE)
    bron: Mapped[str | None] = field(_("Bron"))


class Begrip(Part):
    """A name or plan that the akkoord refers to."""

    __tablename__ = "akkoord_begrip"
    ouder_id: Mapped[str] = owner("akkoord")
    naam: Mapped[str] = field(_("Naam"))
    tekst: Mapped[str] = field(_("Betekenis"), long=True)
    andere_namen: Mapped[str | None] = field(_("Andere namen"), long=True, help=EACH_ON_A_LINE)
    bron: Mapped[str | None] = field(_("Bron"))


def _check(draft: Draft) -> Iterable[Fault]:
    yield from years_in_order(draft, "van_jaar", "tot_jaar")
    yield from only_once(draft, "partijen", "partij")
    yield from only_once(draft, "kernen", "kern")
    yield from only_once(draft, "cyclus", "jaar")
    yield from only_once(draft, "overlegvormen", "sleutel")
    for index, line in enumerate(draft.lines("diepte")):
        yield from (fault.at("diepte", index) for fault in years_in_order(line, "jaar_van", "jaar_tot"))


def _verify(db: Session, draft: Draft) -> Iterable[Fault]:
    """No akkoord comes after itself, however long the way round."""
    seen: set[str] = set()
    key = draft["voorganger"]
    while key is not None and key not in seen:
        if key == draft.id:
            yield Fault(
                _t("Dit akkoord zou dan zijn eigen opvolger zijn. Kies een ander akkoord."), ("voorganger",)
            )
            return
        seen.add(key)
        earlier = db.get(Akkoord, key)
        key = None if earlier is None else earlier.voorganger_id


def _valid_on(on: date) -> ColumnElement[bool]:
    return and_(Akkoord.geldig.is_(True), Akkoord.van_jaar <= on.year, Akkoord.tot_jaar >= on.year)


SPEC = RecordSpec(
    Akkoord,
    label=_("Akkoord"),
    plural=_("Akkoorden"),
    columns=("nummer", "naam", "gemeente", "van_jaar", "tot_jaar", "geldig"),
    search=("naam", "gemeente", "toelichting"),
    name=("naam",),
    order="-van_jaar",
    parts=(
        PartSpec("partijen", _("Partijen"), RecordSpec(AkkoordPartij, label=_("Partij"))),
        PartSpec("kernen", _("Kernen"), RecordSpec(AkkoordKern, label=_("Kern"))),
        PartSpec("cyclus", _("Cyclus"), RecordSpec(Cyclusjaar, label=_("Jaar van de cyclus"))),
        PartSpec("overlegvormen", _("Vaste overleggen"), RecordSpec(Overlegvorm, label=_("Vast overleg"))),
        PartSpec("diepte", _("Hoe precies per planjaar"), RecordSpec(Diepte, label=_("Planjaren"))),
        PartSpec("bijstelopties", _("Bijstellen"), RecordSpec(Bijsteloptie, label=_("Mogelijkheid"))),
        PartSpec("begrippen", _("Begrippen"), RecordSpec(Begrip, label=_("Begrip"))),
    ),
    filters=(Filter("geldig_op", _("Geldt op"), "datum", _valid_on),),
    check=_check,
    verify=_verify,
)
