"""Codes of themes, goals, afspraken and measures: within one akkoord a code stands for one thing.

Reports and files point at them by code, as people do in a meeting ("afspraak B2").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlalchemy import ColumnElement, Table, func, or_, select
from sqlalchemy.orm import Session

from huurdersapp.base.i18n import gettext as _t
from huurdersapp.records.base import Base
from huurdersapp.records.draft import Draft, Fault

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
KINDS = ("thema", "doel", "afspraak", "indicator")


def check_code(draft: Draft) -> Iterator[Fault]:
    """A fault for a code that a file of an akkoord cannot hold."""
    if not _CODE.fullmatch(draft["code"]):
        yield Fault(_t("Gebruik letters, cijfers, punt en streepje, hoogstens 40 tekens."), ("code",))


def verify_code(db: Session, draft: Draft) -> Iterator[Fault]:
    """A fault for a code that something else in the same akkoord has already (capitals do not matter)."""
    if not any(draft.changed(key) for key in ("code", "akkoord", "thema", "doel")):
        return
    akkoord = _akkoord_of(db, draft)
    if akkoord is None:
        return
    for kind in KINDS:
        table = _table(kind)
        same = select(table.c.id).where(
            func.lower(table.c.code) == draft["code"].lower(),
            table.c.verwijderd.is_(None),
            _within(kind, akkoord),
        )
        if any(key != draft.id for key in db.scalars(same)):
            yield Fault(_t("Deze code is in dit akkoord al gebruikt. Kies een andere."), ("code",))
            return


def _akkoord_of(db: Session, draft: Draft) -> str | None:
    """The akkoord that a draft belongs to, through goal and theme where it must."""
    if draft["akkoord"] is not None:
        return str(draft["akkoord"])
    thema, doel = _table("thema"), _table("doel")
    if draft["thema"] is not None:
        found = select(thema.c.akkoord_id).where(thema.c.id == draft["thema"])
    else:
        found = (
            select(thema.c.akkoord_id)
            .join(doel, doel.c.thema_id == thema.c.id)
            .where(doel.c.id == draft["doel"])
        )
    key: str | None = db.execute(found).scalar()
    return key


def _within(kind: str, akkoord: str) -> ColumnElement[bool]:
    thema, doel, table = _table("thema"), _table("doel"), _table(kind)
    themes = select(thema.c.id).where(thema.c.akkoord_id == akkoord, thema.c.verwijderd.is_(None))
    goals = select(doel.c.id).where(doel.c.thema_id.in_(themes), doel.c.verwijderd.is_(None))
    conditions: dict[str, ColumnElement[bool]] = {
        "thema": thema.c.akkoord_id == akkoord,
        "doel": doel.c.thema_id.in_(themes),
    }
    if kind in conditions:
        return conditions[kind]
    under_goal: ColumnElement[bool] = table.c.doel_id.in_(goals)
    return or_(under_goal, table.c.akkoord_id == akkoord) if kind == "afspraak" else under_goal


def _table(kind: str) -> Table:
    """By name: the modules of these tables need this one."""
    return Base.metadata.tables[kind]
