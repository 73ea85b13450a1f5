"""Concepts: what somebody typed in a form and did not save yet, kept and offered again.

`keep` checks nothing and is on disk when it returns, so that it may be called while somebody types. The bus tells of
each keeping and dropping as `Changes` that touch only the entity `ENTITY`: no list shows that kind.
"""

from __future__ import annotations

from huurdersapp.actions.context import Context
from huurdersapp.store import concepts
from huurdersapp.store.concepts import ENTITY as ENTITY
from huurdersapp.store.concepts import Concept as Concept


def keep(ctx: Context, concept: Concept) -> Concept:
    """Write a concept, over what it was before, and give it with its new moment.

    Raises UserError for a full disk, and when long work (a load) keeps the store busy.
    """
    return concepts.keep(ctx.store, concept)


def drop(ctx: Context, key: str) -> None:
    """Throw a concept away for good: it was saved, or nobody wants it. One that is not there is no fault."""
    concepts.drop(ctx.store, key)


def every(ctx: Context) -> list[Concept]:
    """All concepts, the one that was kept last first."""
    return concepts.every(ctx.store)


def find(ctx: Context, kind: str, number: int | None = None) -> Concept | None:
    """The last concept of this kind: of the record with this number, or (None) of a new one."""
    return concepts.find(ctx.store, kind, number)
