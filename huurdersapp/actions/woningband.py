"""What stays of it that visits were to one home, when its address goes: a link to the first of them.

A home that was visited twice counts as one household. That must stay so when nobody can see any more which home it was.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import select

from huurdersapp.actions.context import Context
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.energiebezoek_tables import Energiebezoek
from huurdersapp.store.step import ReadSession

_AT_ONCE = 500
Home = tuple[str, int | None, str]


def bind(ctx: Context, visits: Collection[str]) -> int:
    """Link all visits to the homes of these visits (keys) to the first one of their home; gives how many were linked.

    For who erases addresses, and before the erasing: after it nothing tells which visits belong together. Visits to a
    home that was visited once need no link.
    """
    with ctx.store.reading() as db:
        links = _links(db, visits)
    if not links:
        return 0
    with ctx.store.step(_("Bezoeken aan één woning bij elkaar houden")) as db:
        keys = sorted(links)
        for start in range(0, len(keys), _AT_ONCE):
            piece = Energiebezoek.id.in_(keys[start : start + _AT_ONCE])
            for row in db.scalars(select(Energiebezoek).where(piece)).all():
                row.zelfde_woning_id = links[row.id]
    return len(links)


def _links(db: ReadSession, visits: Collection[str]) -> dict[str, str]:
    """Per visit that has no (or another) link, the first visit to its home: additions as counting compares them."""
    homes: dict[Home, list[Any]] = {}
    for row in _rows(db):
        homes.setdefault((row.postcode, row.huisnummer, row.toevoeging or ""), []).append(row)
    found: dict[str, str] = {}
    for rows in homes.values():
        if not any(row.id in visits for row in rows):
            continue
        # One that was linked already leads to a visit whose address is gone.
        first = next((row.zelfde_woning_id for row in rows if row.zelfde_woning_id), rows[0].id)
        found |= {row.id: first for row in rows if row.id != first and row.zelfde_woning_id != first}
    return found


def _rows(db: ReadSession) -> Any:
    columns = (
        Energiebezoek.id,
        Energiebezoek.postcode,
        Energiebezoek.huisnummer,
        Energiebezoek.toevoeging,
        Energiebezoek.zelfde_woning_id,
    )
    there = (Energiebezoek.postcode.is_not(None), Energiebezoek.verwijderd.is_(None))
    return db.execute(select(*columns).where(*there).order_by(Energiebezoek.datum, Energiebezoek.id))
