"""The example administration: invented affairs of tenants, around the real Lokaal Akkoord Emmen 2019-2024.

What happens in it stands in `resources/voorbeeld`, a file per kind, as `huurdersapp nieuw` takes it: anyone can read
and mend it there. Parties, kernen and the akkoord are real; people, streets, figures and events are not.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
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
from huurdersapp.store import contents
from huurdersapp.store.journal import StepHeader
from huurdersapp.store.step import StepSession

TODAY = date(2021, 9, 1)
"""The day on which the example is kept: what lies after it has not happened yet, whatever the real date is."""
SEED = 2019
FOLDER = own("resources") / "voorbeeld"
PAPERS = FOLDER / "stukken"
"""Documents of the example. In its files a bijlage has the name of one of them as its `inhoud`."""
AKKOORD = own("resources") / "akkoorden" / "emmen-2019-2024.json"
CATALOGUES: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "maatregel": ("maatregelen", {}),
    "verwerking": ("verwerkingen", {"sinds": "2019-01-01"}),
}
"""Kinds that come with the program: the catalogue, and what all of them get in the example."""
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
    "afwijking",
    "bijstelling",
    "meting",
    "actiepunt",
    "voorbereidingsstap",
    "agendamoment",
    "visie",
    "activiteitenoverzicht",
    "activiteit",
    "inbrengpunt",
    "campagne",
    "commissie",
    "verhuurderjaar",
    "briefpapier",
    "brief",
    "verslag",
    "contact",
    "bezoekformulier",
    "energiebezoek",
    "renovatieproject",
    "bouwkundige_eenheid",
    "renovatiewoning",
    "verwerking",
    "privacyverzoek",
    "opschoonronde",
    "datalek",
)
"""A file each, in this order: a record comes after those that its rules look at. What has a name in its file may be named
by any other. Terms were agreed when most knelpunten were there: they come after them, so that they expect nothing of
what was asked before."""
UNASKED = ("adres", "renovatiewoning")
"""Not held against the rest each time: twelve hundred times a look at two lists, and a home at six. The tests look whether
a rule asks something of them, or refuses one."""


@contextmanager
def on_its_day(ctx: Context) -> Iterator[None]:
    """Look at an example on the day that it is about, else everything in it would be years too late; any other
    administration is of today."""
    with clock.as_if(TODAY) if ctx.store.example else nullcontext():
        yield


def make(ctx: Context, asked: list[str] | None = None) -> Job[None]:
    """Fill a new example store with the same records each time, in one step: all of it or nothing.

    `asked` gets what the rules ask about a record, as a form would.
    Raises RuntimeError for a store that is not an example, UserError when the akkoord is there already.
    """
    if not ctx.store.example:
        raise RuntimeError("Invented records must never come among real ones")
    total = len(KINDS) + 2
    papers = yield from _papers(ctx)
    # A floor: who looks around and presses Ctrl+Z must not undo all there is.
    header = StepHeader(ctx.store.author, _("Voorbeeld maken"), "start")
    with ids.seeded(SEED), clock.fixed(TODAY), ctx.store.special(header) as db:
        making = _Making(db, papers, asked)
        yield Progress(0, total, _("Akkoord laden"))
        making.akkoord()
        for done, kind in enumerate(KINDS, 1):
            spec = ctx.spec(kind)
            yield Progress(done, total, str(spec.plural))
            making.kind(spec)
        yield Progress(total - 1, total, _("Gegevens opslaan"))


def _papers(ctx: Context) -> Job[dict[str, str]]:
    """Bring the invented documents into the store; gives the SHA-256 of each by its name."""
    kept: dict[str, str] = {}
    for path in sorted(PAPERS.iterdir()):
        with path.open("rb") as file:
            digest, _size = yield from contents.keep(ctx.store, file)
        kept[path.name] = digest
    return kept


class _Making:
    """Checks every record as a form would, and writes it."""

    def __init__(self, db: StepSession, papers: Mapping[str, str], asked: list[str] | None) -> None:
        self.db = db
        self._papers = papers
        self._asked = asked
        self._found = Resolver(db)
        self._extra: dict[str, dict[str, Any]] = _file("aanvullingen")
        self._objects = {kind: self._told(kind) for kind in KINDS}
        self._keys = {kind: [ids.new_id() for _raw in objects] for kind, objects in self._objects.items()}
        self._coming: dict[tuple[str, str], str] = {}
        for kind, objects in self._objects.items():
            named = db.catalogue.specs[kind].name[0]
            for raw, key in zip(objects, self._keys[kind], strict=True):
                if name := raw.get(named):
                    self._coming[kind, name] = key
        # A session forgets what nobody holds, and the index of search would read it all once more.
        self._rows: list[Row] = []

    def akkoord(self) -> None:
        """The akkoord with parties, landlords and kernen, and what the example adds to them."""
        drafts = drafts_of_file(self.db, read_akkoord(AKKOORD))
        for draft in drafts:
            for key in draft.spec.name:
                if draft[key] and draft.id:
                    self._coming.setdefault((draft.spec.key, draft[key]), draft.id)
        for draft in drafts:
            more = self._extra.get(draft.spec.key, {}).get(draft["code"] or draft["naam"])
            self._rows.append(write(self.db, self._checked(draft.spec, more, draft) if more else draft))

    def kind(self, spec: RecordSpec) -> None:
        """All records of a kind. Records may name each other, so each has its key before the first is written."""
        drafts = [self._checked(spec, raw) for raw in self._objects[spec.key]]
        for draft, key in zip(drafts, self._keys[spec.key], strict=True):
            draft.id = key
        self._rows += write_new(self.db, drafts)

    def _told(self, kind: str) -> list[dict[str, Any]]:
        """What a kind gets: its file, or the catalogue of the program with what the example adds to it."""
        if kind not in CATALOGUES:
            found: list[dict[str, Any]] = _file(kind)
            for line in (line for raw in found for line in raw.get("bijlagen", ()) if "inhoud" in line):
                line["inhoud"] = self._papers[line["inhoud"]]
            return found
        name, all_get = CATALOGUES[kind]
        more = self._extra.get(kind, {})
        told = json.loads((own("resources") / "catalogi" / f"{name}.json").read_text(encoding="utf-8"))[name]
        return [
            {
                key: value
                for key, value in (item | all_get | more.get(item["naam"], {})).items()
                if value != ""
            }
            for item in told
        ]

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
