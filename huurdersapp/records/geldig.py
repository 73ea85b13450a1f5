"""For which akkoord something counts: that of the municipality in which it happened.

An organisation may work in several municipalities, each with its own akkoord. What lies in one place counts for the
akkoord of that municipality alone, so that nothing counts twice; what has no place counts for each. A meeting may name
its akkoord itself: then it counts for that one alone, and so does an actiepunt that comes from it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, not_, or_, select

from huurdersapp.records import kern
from huurdersapp.records.actiepunt import Actiepunt
from huurdersapp.records.advies_tables import Advies
from huurdersapp.records.akkoord import Akkoord
from huurdersapp.records.base import Part
from huurdersapp.records.campagne_tables import Actie, Campagne, CampagneComplex, CampagneKern
from huurdersapp.records.commissie import Commissie, CommissieComplex
from huurdersapp.records.complex import Complex
from huurdersapp.records.energiebezoek_tables import Energiebezoek
from huurdersapp.records.energiecoach import Energiecoach, EnergiecoachKern
from huurdersapp.records.knelpunt_tables import Knelpunt
from huurdersapp.records.overleg import Overleg
from huurdersapp.records.raadpleging_tables import Raadpleging, RaadplegingComplex, RaadplegingKern
from huurdersapp.records.renovatie_tables import RenovatieComplex, Renovatieproject
from huurdersapp.records.visie import Visie, VisieKern

Within = Callable[[Any], ColumnElement[bool]]
"""Makes a condition of a column with a kern: it lies in the place that is asked about."""


def _own(kern_id: Any, complex_id: Any) -> Callable[[Within], ColumnElement[bool]]:
    """A record with a kern and a complex of its own; the kern goes first, as it was chosen for this record."""

    def lies(within: Within) -> ColumnElement[bool]:
        in_complex = and_(
            kern_id.is_(None),
            complex_id.is_not(None),  # or "not in" would be neither true nor false
            complex_id.in_(select(Complex.id).where(Complex.kern_id.is_not(None), within(Complex.kern_id))),
        )
        return or_(and_(kern_id.is_not(None), within(kern_id)), in_complex)

    return lies


def _lines(*parts: tuple[type[Part], str], owner: Any) -> Callable[[Within], ColumnElement[bool]]:
    """A record whose lines name kernen or complexes; one of them is enough."""

    def lies(within: Within) -> ColumnElement[bool]:
        found = []
        for part, column in parts:
            link = getattr(part, column)
            inside = within(link)
            if column == "complex_id":
                inside = link.in_(
                    select(Complex.id).where(Complex.kern_id.is_not(None), within(Complex.kern_id))
                )
            live: Any = part
            found.append(
                exists().where(live.ouder_id == owner, part.verwijderd.is_(None), link.is_not(None), inside)
            )
        return or_(*found)

    return lies


PLACES: Mapping[str, Callable[[Within], ColumnElement[bool]]] = {
    "knelpunt": _own(Knelpunt.kern_id, Knelpunt.complex_id),
    "energiebezoek": _own(Energiebezoek.kern_id, Energiebezoek.complex_id),
    "raadpleging": _lines(
        (RaadplegingKern, "kern_id"), (RaadplegingComplex, "complex_id"), owner=Raadpleging.id
    ),
    "campagne": _lines(
        (CampagneKern, "kern_id"),
        (CampagneComplex, "complex_id"),
        (Actie, "kern_id"),
        (Actie, "complex_id"),
        owner=Campagne.id,
    ),
    "commissie": lambda within: or_(
        and_(Commissie.kern_id.is_not(None), within(Commissie.kern_id)),
        _lines((CommissieComplex, "complex_id"), owner=Commissie.id)(within),
    ),
    "energiecoach": _lines((EnergiecoachKern, "kern_id"), owner=Energiecoach.id),
    "advies": lambda within: and_(
        Advies.complex_id.is_not(None),
        Advies.complex_id.in_(
            select(Complex.id).where(Complex.kern_id.is_not(None), within(Complex.kern_id))
        ),
    ),
    "visie": _lines((VisieKern, "kern_id"), owner=Visie.id),
    "renovatieproject": lambda within: or_(
        and_(Renovatieproject.kern_id.is_not(None), within(Renovatieproject.kern_id)),
        _lines((RenovatieComplex, "complex_id"), owner=Renovatieproject.id)(within),
    ),
}
"""How the records of a kind say where they are."""


def _of_meeting(akkoord_id: str) -> ColumnElement[bool]:
    meeting = exists().where(Overleg.id == Actiepunt.overleg_id, _named(Overleg.akkoord_id, akkoord_id))
    found: ColumnElement[bool] = meeting
    return found


def _named(column: Any, akkoord_id: str) -> ColumnElement[bool]:
    """It names another akkoord that is there; one that was thrown away says nothing any more."""
    other = exists().where(Akkoord.id == column, Akkoord.id != akkoord_id, Akkoord.verwijderd.is_(None))
    found: ColumnElement[bool] = other
    return found


NAMES_AKKOORD: Mapping[str, Callable[[str], ColumnElement[bool]]] = {
    "overleg": lambda akkoord_id: _named(Overleg.akkoord_id, akkoord_id),
    "actiepunt": _of_meeting,
}
"""How the records of a kind say that they belong to another akkoord than this one."""
KINDS = frozenset((*PLACES, *NAMES_AKKOORD))
"""Kinds that know for which akkoord they count. The others count for each."""


def counts_for(kind: str, akkoord_id: str) -> ColumnElement[bool]:
    """It lies in the municipality of this akkoord, or nobody knows where it lies; it names no other akkoord."""
    if (elsewhere := NAMES_AKKOORD.get(kind)) is not None:
        return not_(elsewhere(akkoord_id))
    lies = PLACES[kind]

    def anywhere(column: Any) -> ColumnElement[bool]:
        known: ColumnElement[bool] = column.is_not(None)
        return known

    # The town may bear the same name as its municipality: whichever was chosen, the municipality is meant.
    place = kern.municipality(select(Akkoord.kern_id).where(Akkoord.id == akkoord_id))
    somewhere = select(Akkoord.id).where(Akkoord.id == akkoord_id, Akkoord.kern_id.is_not(None)).exists()
    return or_(~somewhere, lies(lambda column: kern.inside(column, place)), ~lies(anywhere))
