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
from huurdersapp.actions.records import write
from huurdersapp.base import clock, ids
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.base.paths import own
from huurdersapp.records.akkoord_bestand import read_akkoord
from huurdersapp.records.draft import Draft, Fault, read
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store.step import StepSession

TODAY = date(2020, 9, 1)
"""The day on which the example is kept: what lies after it has not happened yet, whatever the real date is."""
SEED = 2019
FOLDER = own("resources") / "voorbeeld"
AKKOORD = own("resources") / "akkoorden" / "emmen-2019-2024.json"
KINDS = ("partij", "complex", "overleg", "knelpunt", "raadpleging", "advies", "actiepunt")
"""A file each, in this order: a record comes after those that it names, except knelpunten among themselves."""


def make(ctx: Context) -> Job[None]:
    """Fill a new example store with the same records each time, in one step: all of it or nothing.

    Raises RuntimeError for a store that is not an example, UserError when the akkoord is there already.
    """
    if not ctx.store.example:
        raise RuntimeError("Invented records must never come among real ones")
    total = len(KINDS) + 2
    with ids.seeded(SEED), clock.fixed(TODAY), ctx.store.step(_("Voorbeeld maken")) as db:
        making = _Making(db)
        yield Progress(0, total, _("Akkoord laden"))
        making.akkoord()
        for done, kind in enumerate(KINDS, 1):
            spec = ctx.spec(kind)
            yield Progress(done, total, str(spec.plural))
            making.kind(spec)
        yield Progress(total - 1, total, _("Gegevens opslaan"))


class _Making:
    """Checks every record as a form would, and writes it."""

    def __init__(self, db: StepSession) -> None:
        self.db = db
        self._found = Resolver(db)
        self._coming: dict[tuple[str, str], str] = {}

    def akkoord(self) -> None:
        """The akkoord with parties, landlords and kernen; the first two get addresses and people."""
        extra = _file("aanvullingen")
        for draft in drafts_of_file(self.db, read_akkoord(AKKOORD)):
            more = extra.get(draft.spec.key, {}).get(draft["naam"])
            write(self.db, self._checked(draft.spec, more, draft) if more else draft)

    def kind(self, spec: RecordSpec) -> None:
        """All records of a kind. They may name each other, so each has its key before the first is written."""
        objects = _file(spec.key)
        names = [raw.get(spec.name[0]) for raw in objects]
        keys = [ids.new_id() for _name in names]
        self._coming |= {(spec.key, name): key for name, key in zip(names, keys, strict=True) if name}
        for raw, key in zip(objects, keys, strict=True):
            draft = self._checked(spec, raw)
            draft.id = key
            write(self.db, draft)

    def _checked(self, spec: RecordSpec, raw: Mapping[str, Any], before: Draft | None = None) -> Draft:
        draft, faults = read(spec, raw, self._resolve, before)
        refused = [*_stopping(faults)] or [*_stopping(spec.verify(self.db, draft))]
        if refused:
            name = raw.get(spec.name[0]) or raw.get("datum")
            raise ValueError(f"{spec.key} ‘{name}’: {'; '.join(refused)}")
        return draft

    def _resolve(self, kind: str, value: int | str) -> str | Fault:
        return self._coming.get((kind, str(value))) or self._found(kind, value)


def _stopping(faults: Any) -> Iterator[str]:
    return (fault.sentence() for fault in faults if not fault.warning)


def _file(name: str) -> Any:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
