"""Measures that lead to other measures: not in a circle, or whoever follows them arrives nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.base import Base
from huurdersapp.records.draft import Draft, Fault


def verify_circle(db: Session, draft: Draft) -> Iterator[Fault]:
    """A fault for each reference that leads back to the measure itself, as for one in an akkoord file
    (akkoord_controle.py)."""
    if draft.id is None:
        return  # nothing can lead to what is not there yet
    for index, line in enumerate(draft.lines("verwijzingen")):
        if line["indicator"] != draft.id and _leads_to(db, line["indicator"], draft.id):
            text = _("Deze maat verwijst via een omweg terug naar de maat zelf. Kies een andere.")
            yield Fault(text, ("verwijzingen", index))


def _leads_to(db: Session, start: str, wanted: str) -> bool:
    measures, lines = Base.metadata.tables["indicator"], Base.metadata.tables["indicator_verwijzing"]
    seen: set[str] = set()
    ahead = {start}
    while ahead:
        seen |= ahead
        further = (
            select(lines.c.indicator_id)
            .join(measures, measures.c.id == lines.c.ouder_id)
            .where(lines.c.ouder_id.in_(ahead), lines.c.verwijderd.is_(None), measures.c.verwijderd.is_(None))
        )
        ahead = set(db.scalars(further)) - seen
        if wanted in ahead:
            return True
    return False
