"""Which homes a campagne is for: those in its complexes, and those in its kernen and in what lies within these."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select

from huurdersapp.records import kern
from huurdersapp.records.campagne_tables import CampagneComplex, CampagneKern
from huurdersapp.records.complex import Complex
from huurdersapp.records.kern import Kern

Keys = Sequence[str] | Select[Any]


def of_campaign(complex_column: Any, kern_column: Any, campagne_id: str) -> ColumnElement[bool]:
    """A condition on homes, by the columns of their complex and their kern: this campagne is for them."""
    complexes = select(CampagneComplex.complex_id).where(
        CampagneComplex.ouder_id == campagne_id, CampagneComplex.verwijderd.is_(None)
    )
    kernen = select(CampagneKern.kern_id).where(
        CampagneKern.ouder_id == campagne_id, CampagneKern.verwijderd.is_(None)
    )
    return in_audience(complex_column, kern_column, complexes, kernen)


def in_audience(complex_column: Any, kern_column: Any, complexes: Keys, kernen: Keys) -> ColumnElement[bool]:
    """A condition on homes: they lie in one of these complexes or kernen.

    Who names a complex and the kern around it as well means the complex: a kern in which one of the complexes lies
    adds no homes of its own.
    """
    around = select(Complex.kern_id).where(Complex.id.in_(complexes)).cte(recursive=True)
    # UNION and not UNION ALL: it ends even where a merge of two laptops has made a circle.
    around = around.union(select(Kern.ligt_in_id).where(Kern.id == around.c.kern_id))
    wide = select(around.c.kern_id).where(around.c.kern_id.is_not(None))
    whole = select(Kern.id).where(Kern.id.in_(kernen), Kern.id.not_in(wide))
    found: ColumnElement[bool] = or_(complex_column.in_(complexes), kern.inside(kern_column, whole))
    return found
