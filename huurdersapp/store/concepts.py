"""Concepts: forms that somebody has not saved yet, kept as they are, so that nothing typed is lost.

They stand in a table of their own: no journal, no undo, no search, no list and no count knows them. What lies in one is
what the form had, also where it is half a date or no number at all; nothing is checked.

Each keeping and dropping is told on the bus as `Changes` that touch nothing but the entity `ENTITY`, which is no kind of
record: a list that asks whether its own kinds were touched stays as it is, and who shows concepts can listen.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Integer, RowMapping, String, Table, Text, select, type_coerce

from huurdersapp.base import clock, ids
from huurdersapp.base.events import Changes
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.log import LOGGER
from huurdersapp.records.base import Base, Moment
from huurdersapp.store.store import Store

ENTITY = "concept"
CONCEPT = Table(
    ENTITY,
    Base.metadata,
    Column("id", String, primary_key=True),
    Column("soort", String, nullable=False),
    Column("nummer", Integer),
    Column("gegevens", Text, nullable=False),
    Column("titel", Text, nullable=False),
    Column("begonnen", Moment, nullable=False),
    Column("bijgewerkt", Moment, nullable=False),
)
_MOMENTS = ("begonnen", "bijgewerkt")


def _now() -> datetime:
    return _to_table(clock.now())


def _to_table(moment: datetime) -> datetime:
    """A moment as the table gives it back: to the millisecond."""
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A form as it was left: of a new record, or of the one with `nummer` that was being changed.

    `gegevens` are plain JSON values as the form has them, right or not; `titel` is how people recognise it.
    """

    soort: str
    nummer: int | None = None
    gegevens: Mapping[str, Any] = field(default_factory=dict)
    titel: str = ""
    id: str = field(default_factory=ids.new_id)
    begonnen: datetime = field(default_factory=_now)
    bijgewerkt: datetime = field(default_factory=_now)


def keep(store: Store, concept: Concept) -> Concept:
    """Write a concept over what it was before, and give it with its new moment; on disk when this returns.

    Raises UserError for a full disk, and when other work is being written for longer than `store.PATIENCE`. In a store
    that is only looked at nothing is kept.
    """
    if store.read_only:
        return concept
    kept = replace(concept, begonnen=_to_table(concept.begonnen), bijgewerkt=_now())
    values = {
        "id": kept.id,
        "soort": kept.soort,
        "nummer": kept.nummer,
        # ASCII only, as JSON can say half a sign (U+D800) that SQLite's text cannot.
        "gegevens": json.dumps(kept.gegevens, default=str),
        "titel": kept.titel.encode("utf-8", "replace").decode(),
        "begonnen": kept.begonnen,
        "bijgewerkt": kept.bijgewerkt,
    }
    with store.beside() as connection:
        connection.execute(CONCEPT.insert().prefix_with("OR REPLACE"), values)
    _tell(store, _("Concept bewaren"), kept.id)
    return kept


def drop(store: Store, key: str) -> None:
    """Throw a concept away for good; one that is not there is no fault."""
    if store.read_only:
        return
    with store.beside() as connection:
        connection.execute(CONCEPT.delete().where(CONCEPT.c.id == key))
    _tell(store, _("Concept weggooien"), key)


def every(store: Store) -> list[Concept]:
    """All concepts that can be read, the one that was kept last first; of the others the log says that they are there."""
    return _read(store)


def find(store: Store, kind: str, number: int | None) -> Concept | None:
    """The concept of this kind that was kept last: of the record with this number, or (None) of a new one."""
    # IS, so that None finds the new ones.
    return next(
        iter(_read(store, CONCEPT.c.soort == kind, CONCEPT.c.nummer.is_not_distinct_from(number))), None
    )


def _read(store: Store, *conditions: Any) -> list[Concept]:
    # The moments as text: one that is none must not stop the others.
    columns = (
        type_coerce(each, Text).label(each.name) if each.name in _MOMENTS else each for each in CONCEPT.c
    )
    query = select(*columns).where(*conditions).order_by(CONCEPT.c.bijgewerkt.desc(), CONCEPT.c.id.desc())
    with store.reading() as db:
        rows = db.connection().execute(query).mappings().all()
    return [concept for row in rows if (concept := _concept(row)) is not None]


def _concept(row: RowMapping) -> Concept | None:
    """A row as a concept; None, with a word in the log but nothing of what was typed, where it cannot be read.

    The other concepts and the window must not wait for one bad row; it stays, so that somebody can still look at it.
    """
    try:
        values = json.loads(row["gegevens"])
        moments = {name: datetime.fromisoformat(row[name]) for name in _MOMENTS}
        if isinstance(values, dict):
            return Concept(**{**row, **moments, "gegevens": values})
    except ValueError:  # as the reason may quote the text, it is not told
        pass
    LOGGER.warning("Concept %s of %s cannot be read and is left out", row["id"], row["soort"])
    return None


def _tell(store: Store, label: str, key: str) -> None:
    store.bus.publish(Changes(label, frozenset({(ENTITY, key)})))
