"""One person in the whole administration: every place where a name, address, telephone number or e-mail may stand.

What is searched follows from the kinds of records: every field of a contact block, every text, names of files, forms that
were not saved, what screens remember, the waste bin, and what the history still knows. Files themselves are not read.
The program only shows: people say of each finding whether it is this person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import select

from huurdersapp.actions.context import Context
from huurdersapp.actions.names import Names, in_words
from huurdersapp.actions.persoon_elders import elders
from huurdersapp.actions.persoon_lijkt import (
    LIKELY,
    Gezocht,
    Vondst,
    Vraag,
    Zeker,
    sentence_around,
    sureness,
    together,
)
from huurdersapp.actions.persoon_rijen import Rij, Soort, capitalised, journal, journal_words, rows, soorten
from huurdersapp.actions.persoon_treffer import Aard, Plek, Treffer, Waar, short
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.records.base import IN_BIN, Part
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store.step import ReadSession

__all__ = ["Treffer", "Vraag", "zoek"]
_ORDER: dict[Zeker, int] = {"zeker": 0, "waarschijnlijk": 1, "misschien": 2}
HOUSEMATE = 1.5
"""What a contact block counts at most that is at the same address and has another name: less than waarschijnlijk, so that
nobody's data are shown to who lives with him unless people say so."""
STRIDE = 2_000
"""Rows between two reports of progress."""


def zoek(ctx: Context, vraag: Vraag) -> Job[tuple[Treffer, ...]]:
    """Everything that may be of this person, the surest first; raises UserError when nothing is asked.

    Reads one moment of the store and changes nothing.
    """
    if vraag.is_empty():
        raise UserError(
            _("Vul iets in om op te zoeken: een naam, adres, telefoonnummer of e-mailadres."),
            _("Een naam met een adres geeft het beste resultaat."),
        )
    with ctx.store.reading() as db:
        found = yield from _Search(db, Gezocht(vraag)).run()
    return tuple(
        sorted(
            found,
            key=lambda each: (_ORDER[each.zeker], each.aard, each.soort, each.nummer or 0, each.sleutel),
        )
    )


class _Search:
    """One search, at one moment."""

    def __init__(self, db: ReadSession, wanted: Gezocht) -> None:
        self.db, self.wanted, self.names = db, wanted, Names(db)
        self.found: list[Treffer] = []
        self.blocks: dict[tuple[str, str], float] = {}
        """Records with a contact block of the person, and what it counted."""
        self.owners: dict[tuple[str, str], tuple[str, str]] = {}
        self.texts: dict[tuple[str, str, str], str] = {}
        """Texts in which something was found, so that the history need not tell them again."""

    def run(self) -> Job[list[Treffer]]:
        kinds = soorten(self.db)
        total = len(kinds) * 2 + 3
        kept: list[tuple[Soort, list[Rij]]] = []
        words: set[str] = set(journal_words(self.db, kinds))
        for at, kind in enumerate(kinds):
            yield Progress(at, total, _("Gegevens doorzoeken"))
            there = list(rows(self.db, kind))
            kept.append((kind, there))
            words |= capitalised(kind, there)
        self.wanted.near = self.wanted.like(words)
        hunts = self.wanted.hunts()
        for at, (kind, there) in enumerate(kept):
            for count, row in enumerate(there):
                if count % STRIDE == 0:
                    yield Progress(len(kinds) + at, total, _("Gegevens doorzoeken"))
                if hunts.search(row.plain) or self._is_home(row):
                    self._look_at(kind, row)
        yield Progress(total - 3, total, _("Geschiedenis doorzoeken"))
        for count, change in enumerate(journal(self.db, kinds, hunts)):
            if count % STRIDE == 0:
                yield Progress(total - 3, total, _("Geschiedenis doorzoeken"))
            self._in_history(*change)
        yield Progress(total - 2, total, _("Formulieren en schermen doorzoeken"))
        self.found += elders(self.db, self.wanted)
        yield Progress(total - 1, total, _("Formulieren en schermen doorzoeken"))
        for kind, there in kept:
            self._beside(kind, there)
        return [self._named(each) for each in _once(self.found)]

    def _is_home(self, row: Rij) -> bool:
        return bool(self.wanted.number) and self.wanted.home(*row.address()) is not None

    # -- rows ------------------------------------------------------------------------------------------------------

    def _look_at(self, kind: Soort, row: Rij) -> None:
        where: Waar = "nu" if row.gone is None else "prullenbak" if row.gone == IN_BIN else "ongedaan"
        block = self._block(kind, row, where)
        for column in kind.texts:
            text = row.values.get(column)
            if not text or (block is not None and column in block.plek.columns):
                continue
            if hits := self.wanted.find(text):
                self.texts[kind.key, row.key, column] = text
                self._in_text(kind, row, column, text, hits, where)

    def _block(self, kind: Soort, row: Rij, where: Waar) -> Treffer | None:
        """The contact block of a row as one finding, if it may be this person's."""
        columns = [column for column in kind.personal if row.values.get(column) is not None]
        if not columns:
            return None
        title = kind.title if kind.title and self._is_name(row.values.get(kind.title)) else None
        read = [*columns, *([title] if title else [])]
        hits = [
            hit
            for column in read
            if isinstance(text := row.values[column], str)
            for hit in self.wanted.find(text)
        ]
        if (home := self.wanted.home(*row.address())) is not None and set(kind.personal) & {
            "postcode",
            "straat",
        }:
            hits.append(Vondst(0, 0, "adres", *home))
        points, why = together(hits)
        if not points:
            return None
        if self._is_housemate(hits, [row.values[column] for column in columns if _names_people(column)]):
            points, why = min(points, HOUSEMATE), (*why, _("Misschien is het iemand anders op dit adres."))
        self.blocks[kind.key, row.key] = points
        self.texts |= {(kind.key, row.key, column): str(row.values[column]) for column in read}
        shown = [
            (kind.label(column), in_words(kind.field(column), row.values[column], self.names))
            for column in read
        ]
        # All of the block, also what is empty now: the history may know what stood there.
        whole = (*kind.personal, *([title] if title else []))
        found = self._treffer("contactblok", kind, row.key, whole, points, why, where)
        found = replace(
            found, velden=tuple(label for label, _v in shown), waarden=tuple(value for _l, value in shown)
        )
        if kind.key == "privacyverzoek":
            found = replace(
                found, bewaren=_("U moet kunnen laten zien hoe u met het verzoek omging (AVG art. 5 lid 2).")
            )
        self.found.append(found)
        return found

    def _is_housemate(self, hits: Sequence[Vondst], named: Sequence[Any]) -> bool:
        """Whether somebody else seems to live at the same address: another name or initial, and nothing else that agrees."""
        if not self.wanted.surname or {hit.wat for hit in hits} - {"naam", "adres"}:
            return False
        names = [hit.punten for hit in hits if hit.wat == "naam"]
        if names or not any(hit.wat == "adres" for hit in hits):
            return len(names) < len(hits) and max(names, default=1) < 1
        return any(isinstance(text, str) and not self.wanted.find(text) for text in named)

    def _is_name(self, text: Any) -> bool:
        """Whether a title is nothing but the name of the person, so that it belongs to the contact block."""
        if not isinstance(text, str):
            return False
        hits = [hit for hit in self.wanted.find(text) if hit.wat == "naam"]
        return len(hits) == 1 and len(text.strip()) <= hits[0].eind - hits[0].begin + 8

    def _in_text(
        self, kind: Soort, row: Rij, column: str, text: str, hits: Sequence[Vondst], where: Waar
    ) -> None:
        if kind.is_version or kind.is_file or (kind.key, column) == ("brief", "aan"):
            aard: Aard = "versie" if kind.is_version else "bijlage" if kind.is_file else "brief"
            whole = ("aan",) if aard == "brief" else kind.whole
            found = self._treffer(aard, kind, row.key, whole, *together(hits), where)
            filled = [name for name in whole if row.values.get(name) and name != "inhoud"]
            shown = [short(str(row.values[name])) for name in filled]
            self.found.append(
                replace(
                    found,
                    velden=tuple(map(kind.label, filled)),
                    waarden=tuple(shown),
                    vrije_tekst=sentence_around(text, hits[0].begin, hits[0].eind),
                )
            )
            return
        for hit in hits:
            found = self._treffer("vrije_tekst", kind, row.key, (column,), hit.punten, (hit.waarom,), where)
            if hit.wat == "adres" and kind.is_home:
                stays = _("Dit is een adres zonder naam. Het zegt niet wie er woont.")
                found = replace(found, bewaren=stays, kan_weg=False)
            spot = text[hit.begin : hit.eind]
            self.found.append(
                replace(
                    found,
                    sleutel=f"{found.sleutel}:{hit.begin}-{hit.eind}",
                    velden=(kind.label(column),),
                    waarden=(spot,),
                    vrije_tekst=sentence_around(text, hit.begin, hit.eind),
                    plek=replace(found.plek, begin=hit.begin, eind=hit.eind, gevonden=spot),
                )
            )

    def _beside(self, kind: Soort, there: Sequence[Rij]) -> None:
        """Texts and files of a record whose contact block is this person's: they may be about the person without a name."""
        roots = {self._root(*key) for key, points in self.blocks.items() if points >= LIKELY}
        files = kind.is_file and not kind.is_version
        for row in there:
            if (kind.key, row.key) not in roots and not (files and self._root(kind.key, row.key) in roots):
                continue
            columns = kind.whole if files else tuple(name for name in kind.long if name not in kind.personal)
            for name in columns[:1] if files else columns:
                text = row.values.get(name)
                if not text or (kind.key, row.key, name) in self.texts:
                    continue
                why = (_("Het hoort bij hetzelfde record."),)
                found = self._treffer("erbij", kind, row.key, columns if files else (name,), 0, why, "nu")
                self.found.append(
                    replace(
                        found,
                        velden=(kind.label(name),),
                        waarden=(short(str(text)),),
                        vrije_tekst=None if files else str(text),
                    )
                )

    # -- history ---------------------------------------------------------------------------------------------------

    def _in_history(self, kind: Soort, row: str, column: str, text: str) -> None:
        personal, now = column in kind.personal, self.texts.get((kind.key, row, column))
        if (
            now == text
            or (personal and self.blocks.get((kind.key, row), 0) >= LIKELY)
            or (now and not personal)
        ):
            return  # it goes with what stands there now
        if not (hits := self.wanted.find(text)):
            return
        points, why = together(hits)
        columns = kind.personal if personal else (column,)
        found = self._treffer("geschiedenis", kind, row, columns, points, why, "geschiedenis")
        self.found.append(
            replace(
                found,
                velden=(kind.label(column),),
                waarden=(short(text),),
                vrije_tekst=None if personal else sentence_around(text, hits[0].begin, hits[0].eind),
            )
        )

    # -- telling ---------------------------------------------------------------------------------------------------

    def _treffer(
        self,
        aard: Aard,
        kind: Soort,
        row: str,
        columns: tuple[str, ...],
        points: float,
        why: Sequence[str],
        where: Waar,
    ) -> Treffer:
        part = kind.spec.cls
        return Treffer(
            f"{aard}:{kind.key}:{row}:{columns[0] if len(columns) == 1 else ''}",
            aard,
            kind.key,
            str(kind.spec.label),
            None,
            "",
            str(kind.spec.label) if issubclass(part, Part) else "",
            (),
            (),
            " ".join(why),
            sureness(points),
            waar=where,
            plek=Plek(kind.key, row, columns),
        )

    def _named(self, found: Treffer) -> Treffer:
        """With the record in which it stands."""
        if not found.plek.entity or found.plek.entity not in self.db.catalogue.tree:
            return found
        kind, key = self._root(found.plek.entity, found.plek.row)
        spec = self.db.catalogue.specs[kind]
        number, title = self.names.numbered(kind, key)
        return replace(found, soort=kind, soort_naam=str(spec.label), nummer=number or None, titel=title)

    def _root(self, entity: str, row: str) -> tuple[str, str]:
        """The record in which a row stands, or itself."""
        if (known := self.owners.get((entity, row))) is None:
            known = entity, row
            for spec in _upwards(self.db, entity):
                table = self.db.catalogue.tree[known[0]].table
                owner = self.db.scalar(select(table.c.ouder_id).where(table.c.id == known[1]))
                if owner is None:
                    break
                known = spec.key, owner
            self.owners[entity, row] = known
        return known


def _names_people(column: str) -> bool:
    return column.endswith("naam") or column == "huurder"


def _upwards(db: ReadSession, entity: str) -> Iterator[RecordSpec]:
    owner = db.catalogue.owner
    while entity in owner:
        yield owner[entity]
        entity = owner[entity].key


def _once(found: Sequence[Treffer]) -> list[Treffer]:
    """Each finding once; of several of the same place the surest, with all that was found there."""
    kept: dict[str, Treffer] = {}
    for each in found:
        before = kept.get(each.sleutel)
        if before is None:
            kept[each.sleutel] = each
            continue
        pairs = dict.fromkeys(
            (*zip(before.velden, before.waarden, strict=False), *zip(each.velden, each.waarden, strict=False))
        )
        better = min(before, each, key=lambda one: _ORDER[one.zeker])
        kept[each.sleutel] = replace(
            better, velden=tuple(label for label, _v in pairs), waarden=tuple(value for _l, value in pairs)
        )
    return list(kept.values())
