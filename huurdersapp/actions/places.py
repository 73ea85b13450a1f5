"""Kernen as groups of a table: each with the wider places it lies in, so that small rows can be put together."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from huurdersapp.records.kern import Kern
from huurdersapp.store.step import ReadSession


@dataclass(frozen=True, slots=True)
class Group:
    """Records that share a value: how it is typed in a condition, its name, and the wider groups it lies in."""

    typed: str
    name: str
    wider: tuple[str, ...] = ()


class Places:
    """A kern with the wider places it lies in, narrowest first; those in the waste bin too."""

    def __init__(self, db: ReadSession) -> None:
        self._kernen = {row.id: row for row in db.scalars(select(Kern))}

    def __call__(self, key: str | None) -> Group:
        """The group of the records with this kern."""
        kern = self._kernen.get(key or "")
        if kern is None:
            return Group("", "Plaats niet bekend")
        seen, wider = {kern.id}, list[str]()
        place = self._kernen.get(kern.ligt_in_id or "")
        while place is not None and place.id not in seen:
            seen.add(place.id)
            wider.append(_named(place))
            place = self._kernen.get(place.ligt_in_id or "")
        return Group(str(kern.nummer), kern.naam, tuple(wider))


def _named(place: Kern) -> str:
    """A place as a wider group; a gemeente says that it is one, also where it is called after its largest kern."""
    if place.soort != "gemeente" or place.naam.casefold().startswith("gemeente "):
        return place.naam
    return f"gemeente {place.naam}"
