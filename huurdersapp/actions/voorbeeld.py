"""The example administration: invented affairs of tenants, around the real Lokaal Akkoord Emmen 2019-2024.

What happens in it stands in `resources/voorbeeld`, a file per kind, as `huurdersapp nieuw` takes it: anyone can read
and mend it there. Parties, kernen and the akkoord are real; people, streets, figures and events are not.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from huurdersapp.actions.akkoord_laden import drafts_of_file
from huurdersapp.actions.context import Context
from huurdersapp.actions.plain import Resolver
from huurdersapp.actions.records import write, write_new
from huurdersapp.base import clock, ids
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.base.paths import own
from huurdersapp.records.akkoord_bestand import read_akkoord
from huurdersapp.records.base import Row
from huurdersapp.records.draft import Draft, Fault, read
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store.journal import StepHeader
from huurdersapp.store.step import StepSession

TODAY = date(2021, 9, 1)
"""The day on which the example is kept: what lies after it has not happened yet, whatever the real date is."""
SEED = 2019
FOLDER = own("resources") / "voorbeeld"
AKKOORD = own("resources") / "akkoorden" / "emmen-2019-2024.json"
MAATREGELEN = own("resources") / "catalogi" / "maatregelen.json"
KINDS = (
    "partij",
    "complex",
    "adres",
    "energiecoach",
    "maatregel",
    "rekentarief",
    "overleg",
    "knelpunt",
    "behandeltermijn",
    "raadpleging",
    "advies",
    "actiepunt",
    "campagne",
    "commissie",
    "contact",
    "bezoekformulier",
    "energiebezoek",
)
"""A file each, in this order: a record comes after those that it names, except those of its own kind. Terms were agreed
when most knelpunten were there: they come after them, so that they expect nothing of what was asked before."""
UNASKED = ("adres",)
"""Not held against the rest each time: twelve hundred times a look at two lists, and all it could do is ask. The tests
look whether a rule asks something of them."""


def make(ctx: Context, asked: list[str] | None = None) -> Job[None]:
    """Fill a new example store with the same records each time, in one step: all of it or nothing.

    `asked` gets what the rules ask about a record, as a form would.
    Raises RuntimeError for a store that is not an example, UserError when the akkoord is there already.
    """
    if not ctx.store.example:
        raise RuntimeError("Invented records must never come among real ones")
    total = len(KINDS) + 2
    # A floor: who looks around and presses Ctrl+Z must not undo all there is.
    header = StepHeader(ctx.store.author, _("Voorbeeld maken"), "start")
    with ids.seeded(SEED), clock.fixed(TODAY), ctx.store.special(header) as db:
        making = _Making(db, asked)
        yield Progress(0, total, _("Akkoord laden"))
        making.akkoord()
        for done, kind in enumerate(KINDS, 1):
            spec = ctx.spec(kind)
            yield Progress(done, total, str(spec.plural))
            making.kind(spec)
        yield Progress(total - 1, total, _("Gegevens opslaan"))


class _Making:
    """Checks every record as a form would, and writes it."""

    def __init__(self, db: StepSession, asked: list[str] | None) -> None:
        self.db = db
        self._asked = asked
        self._found = Resolver(db)
        self._coming: dict[tuple[str, str], str] = {}
        self._extra: dict[str, dict[str, Any]] = _file("aanvullingen")
        # A session forgets what nobody holds, and the index of search would read it all once more.
        self._rows: list[Row] = []

    def akkoord(self) -> None:
        """The akkoord with parties, landlords and kernen, and what the example adds to them."""
        for draft in drafts_of_file(self.db, read_akkoord(AKKOORD)):
            more = self._extra.get(draft.spec.key, {}).get(draft["naam"])
            self._rows.append(write(self.db, self._checked(draft.spec, more, draft) if more else draft))

    def kind(self, spec: RecordSpec) -> None:
        """All records of a kind. They may name each other, so each has its key before the first is written."""
        objects = self._objects(spec)
        names = [raw.get(spec.name[0]) for raw in objects]
        keys = [ids.new_id() for _name in names]
        self._coming |= {(spec.key, name): key for name, key in zip(names, keys, strict=True) if name}
        drafts = [self._checked(spec, raw) for raw in objects]
        for draft, key in zip(drafts, keys, strict=True):
            draft.id = key
        self._rows += write_new(self.db, drafts)

    def _objects(self, spec: RecordSpec) -> list[dict[str, Any]]:
        """What a kind gets: its file, or the catalogue of the program with what the example adds to it."""
        if spec.key != "maatregel":
            found: list[dict[str, Any]] = _file(spec.key)
            return found
        more = self._extra["maatregel"]
        told = json.loads(MAATREGELEN.read_text(encoding="utf-8"))["maatregelen"]
        return [item | more.get(item["naam"], {}) for item in told]

    def _checked(self, spec: RecordSpec, raw: Mapping[str, Any], before: Draft | None = None) -> Draft:
        draft, faults = read(spec, raw, self._resolve, before)
        if not any(_stopping(faults)) and (spec.key not in UNASKED or self._asked is not None):
            faults = [*faults, *spec.verify(self.db, draft)]
        name = raw.get(spec.name[0]) or raw.get("datum")
        if refused := [*_stopping(faults)]:
            raise ValueError(f"{spec.key} ‘{name}’: {'; '.join(refused)}")
        if self._asked is not None:
            self._asked += [f"{spec.key} ‘{name}’: {fault.text}" for fault in faults]
        return draft

    def _resolve(self, kind: str, value: int | str) -> str | Fault:
        return self._coming.get((kind, str(value))) or self._found(kind, value)


def _stopping(faults: Any) -> Iterator[str]:
    return (fault.sentence() for fault in faults if not fault.warning)


def _file(name: str) -> Any:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
