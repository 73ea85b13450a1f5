"""A renovation to try the count on: homes, answers, and what the lists behind the numbers find."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from huurdersapp.actions import lists, records
from huurdersapp.actions.context import Context
from huurdersapp.actions.renovatie_stand import EenheidStand, conditions, eenheid_stand
from huurdersapp.records.draagvlak import Telling

PROPOSED = date(2019, 3, 1)
"""The day of the first version of the proposal."""


def project(ctx: Context, **values: Any) -> int:
    """A project with one version of the proposal."""
    raw = {"titel": "Gevels", "voorstellen": [{"datum": PROPOSED.isoformat()}], **values}
    (made,) = records.create(ctx, ctx.spec("renovatieproject"), [raw]).records
    return int(made["nummer"])


def unit(ctx: Context, of: int, **values: Any) -> int:
    """A building of a project."""
    raw = {"naam": f"Flat van project {of}", "project": of, **values}
    (made,) = records.create(ctx, ctx.spec("bouwkundige_eenheid"), [raw]).records
    return int(made["nummer"])


def homes(ctx: Context, of: int, count: int, first: int = 1, **values: Any) -> list[int]:
    """Homes of a building, in two staircases of four doors to a storey, without an answer."""
    raw = [
        {
            "eenheid": of,
            "straat": "Dreef",
            "huisnummer": at,
            "trappenhuis": f"portiek {'AB'[at % 2]}",
            "verdieping": at // 8,
            "deur": at % 8 // 2 + 1,
            **values,
        }
        for at in range(first, first + count)
    ]
    made = records.create(ctx, ctx.spec("renovatiewoning"), raw).records
    return [int(home["nummer"]) for home in made]


def listed(ctx: Context, where: Sequence[str], kind: str = "renovatiewoning") -> list[int]:
    """The numbers that a list with these conditions shows."""
    return [row["nummer"] for row in lists.find(ctx, ctx.spec(kind), where, order="nummer")]


def stand(ctx: Context, number: int, on: date | None = None) -> EenheidStand:
    """How a building stands."""
    with ctx.store.reading() as db:
        return eenheid_stand(db, number, on)


def numbers_are_lists(ctx: Context, number: int, on: date) -> None:
    """Every number of a building on a day is as long as the list behind it."""
    found = stand(ctx, number, on)
    for name, telling in ((None, found.telling), *found.trappenhuizen):
        for what, count in shown(telling).items():
            where = conditions(number, what, on, name)
            assert len(listed(ctx, where)) == count, (where, count)
    for what, count in {"mondeling": found.mondeling, "naar_rechter": found.naar_rechter}.items():
        assert len(listed(ctx, conditions(number, what, on))) == count, what
    for key, count in (found.peiling or {}).items():
        assert len(listed(ctx, conditions(number, f"peiling_{key}", on))) == count, key


def shown(telling: Telling) -> dict[str, int]:
    """The numbers of a count that are shown, by what their list is called."""
    found = {key: getattr(telling, key) for key in ("huurders", "ja", "nee", "open", "leeg")}
    found |= {key: getattr(telling, key) for key in ("geen_reactie", "niet_benaderd")}
    return found | {"alle": telling.huurders + telling.leeg}
