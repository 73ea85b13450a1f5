"""What the notes of a report say: which records its statements come from, in words for paper.

Nothing here tells more than the report itself. Of what is about persons (knelpunten, visits) a note has no counts and no
names; how many answered a raadpleging is copied from what the report prints. What is confidential is not named for people
outside.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from huurdersapp.actions.conditions import days_meant
from huurdersapp.actions.papier import meeting_name
from huurdersapp.actions.plain import title
from huurdersapp.actions.raadpleging_waarden import raadpleging_values
from huurdersapp.actions.verslagen.opdracht import Opdracht
from huurdersapp.actions.vertrouwelijk import Geheim
from huurdersapp.base import clock, period
from huurdersapp.base.i18n import LazyText
from huurdersapp.base.period import Period
from huurdersapp.records.base import Label
from huurdersapp.records.spec import RecordSpec
from huurdersapp.reports.document import Block, Source, Table, Text, plain, spans
from huurdersapp.reports.language import (
    capital,
    clause,
    day_long,
    days_between,
    enumeration,
    number,
    quoted,
    sentence,
)
from huurdersapp.reports.noten import SLEUTEL, met_noten
from huurdersapp.reports.prose import one_line, plain_line
from huurdersapp.reports.rapport import Keuze, Onderdeel
from huurdersapp.store.step import ReadSession

READ_THROUGH = ("jaar", "overdracht")
"""Reports for people who read and tick, and do not look up: signs between the words would be in their way."""
ONE_BY_ONE = ("raadpleging", "advies")
"""Kinds of which each record has a note of its own."""
MOST_APART = 4
"""A statement about more of them than this has one note for all."""
NAMED = ("raadpleging", "advies", "overleg", "campagne", "visie", "commissie", "afspraak")
"""Kinds that are no persons: a note may name and count them."""
OF_THE_AKKOORD = ("akkoord", "thema", "doel", "afspraak", "indicator")
DAY_WORDS = (" in", " op", " vanaf", " rond")
"""With what the label of a condition about days ends; another one tells how something stood on that day."""
MOST_NAMED = 8
"""Of more records than this the note tells how many, and no names."""


def met_bronnen(
    db: ReadSession, parts: Sequence[Onderdeel], keuzes: Iterable[Keuze], job: Opdracht
) -> tuple[Onderdeel, ...]:
    """The parts with their notes and the annex of sources. The short form and what is `READ_THROUGH` have it when the writer
    asks for it."""
    if any(part.sleutel == SLEUTEL for part in parts):
        return tuple(parts)
    words = _Words(db, job.buiten, parts)
    return met_noten(
        parts, keuzes, words.keys, words.note, clock.today(), aan=not (job.kort or job.soort in READ_THROUGH)
    )


class _Words:
    def __init__(self, db: ReadSession, outside: bool, parts: Sequence[Onderdeel]) -> None:
        self.db, self.outside, self.parts = db, outside, parts
        self.geheim = Geheim(db)
        self._known: dict[Source, tuple[Hashable, ...]] = {}

    def keys(self, source: Source) -> Sequence[Hashable]:
        """The notes of a source: one for each raadpleging or advies, else one for the list and its days."""
        if (found := self._known.get(source)) is None:
            found = self._known[source] = tuple(self._keys(source))
        return found

    def _keys(self, source: Source) -> Iterator[Hashable]:
        if source.kind in ONE_BY_ONE and 1 <= len(source.ids) <= MOST_APART:
            open_ones = [key for key in source.ids if not self._hidden(source.kind, key)]
            yield from (("een", source.kind, key) for key in open_ones)
            if len(open_ones) == len(source.ids):
                return
            yield ("soort", source.kind)
            return
        about = next(self._dated(source), None)
        yield ("soort", source.kind) if about is None else ("lijst", source.kind, *about)

    def _dated(self, source: Source) -> Iterator[tuple[str, str]]:
        """The conditions of a list that say about which days it is; the first of them says what it is a list of."""
        spec = self.db.catalogue.specs[source.kind]
        for key, value in source.where:
            named, item = spec.filter.get(key), spec.fields.get(key)
            days = named.kind in ("datum", "periode") if named else item is not None and item.type is date
            if days and value:
                label = _dutch(named.label) if named else item.label if item else ""
                yield (key if label.endswith(DAY_WORDS) else "", value)

    def _hidden(self, kind: str, key: str) -> bool:
        row = self._row(kind, key)
        return self.outside and (bool(getattr(row, "vertrouwelijk", False)) or self.geheim.has(kind, row))

    def _row(self, kind: str, key: str) -> Any:
        return self.db.get(self.db.catalogue.specs[kind].cls, key)

    def note(self, key: Hashable, sources: Sequence[Source]) -> str:
        """What the note with this key says."""
        match key:
            case ("een", "raadpleging", str(record)):
                return self._raadpleging(record)
            case ("een", "advies", str(record)):
                return self._advies(record)
            case ("lijst", str(kind), str(named), str(value)):
                return self._list(kind, named, value, sources)
            case ("soort", str(kind)):
                return self._kind(kind, sources)
        raise AssertionError(key)

    def _raadpleging(self, key: str) -> str:
        values = raadpleging_values(self.db, self._row("raadpleging", key))
        told = [f"Raadpleging {quoted(clause(one_line(values.titel)))}"]
        if values.methoden:
            told.append(f"Gehouden als {enumeration(values.methoden)}")
        if values.van:
            told.append(capital(days_between(values.van, values.tot or values.van)))
        if values.populatie and values.populatie.omschrijving:
            told.append(f"Doelgroep: {clause(plain_line(values.populatie.omschrijving))}")
        if answers := _answers(self.parts, key):
            told.append(answers)
        return " ".join(f"{each}." for each in told)

    def _advies(self, key: str) -> str:
        row = self._row("advies", key)
        landlord = self._row("verhuurder", row.verhuurder_id) if row.verhuurder_id else None
        to = f" aan {landlord.naam}" if landlord else ""
        sent = f"verstuurd op {day_long(row.verstuurd_op)}" if row.verstuurd_op else "nog niet verstuurd"
        return f"Advies over {clause(one_line(row.onderwerp))}{to}, {sent}."

    def _list(self, kind: str, key: str, value: str, sources: Sequence[Source]) -> str:
        spec = self.db.catalogue.specs[kind]
        days = _days(spec, key, value) if key else f"stand op {_period(days_meant(value))}"
        return sentence(f"{_dutch(spec.plural)} {_where(spec)}: {days}{self._count(spec, sources)}")

    def _kind(self, kind: str, sources: Sequence[Source]) -> str:
        spec = self.db.catalogue.specs[kind]
        if kind in NAMED:
            ids = _ids(sources)
            rows = [self._row(kind, key) for key in ids[: MOST_NAMED + 1]]
            if len(ids) <= MOST_NAMED and not any(self._hidden(kind, key) for key in ids):
                names = [_name(spec, row) for row in rows if row is not None]
                return sentence(f"{_dutch(spec.plural)}: {enumeration(list(dict.fromkeys(names)))}")
        return sentence(f"{_dutch(spec.plural)} {_where(spec)}{self._count(spec, sources)}")

    def _count(self, spec: RecordSpec, sources: Sequence[Source]) -> str:
        """How many records, where these are no persons and the statements have them one by one."""
        ids = _ids(sources)
        return f" ({number(len(ids))})" if spec.key in NAMED and ids else ""


def _ids(sources: Iterable[Source]) -> list[str]:
    return list(dict.fromkeys(key for source in sources for key in source.ids))


def _name(spec: RecordSpec, row: Any) -> str:
    if spec.key == "afspraak":
        return row.code or f"nummer {row.nummer}"
    if spec.key == "overleg":
        return f"{meeting_name(row)} van {day_long(row.datum)}"
    name = clause(one_line(title(spec, row)))
    return quoted(name) if spec.key == "campagne" else name


def _where(spec: RecordSpec) -> str:
    return "in het akkoord" if spec.key in OF_THE_AKKOORD else "in ons register"


def _days(spec: RecordSpec, key: str, value: str) -> str:
    """A condition about days as a clause: "nieuw in het 1e trimester van 2020", "open op 30 april 2020"."""
    label = _dutch(spec.filter[key].label if key in spec.filter else spec.fields[key].note.label)
    days = days_meant(value)
    if days.first != days.last and label.endswith(" op"):
        label = f"{label.removesuffix(' op')} in"
    return f"{label[:1].lower()}{label[1:]} {_period(days)}"


def _period(days: Period) -> str:
    if days.first == days.last:
        return day_long(days.first)
    for part in (1, 2, 3):
        if period.trimester(days.first.year, part) == days:
            return f"het {part}e trimester van {days.first.year}"
    code = days.code()
    return code if len(code) == len("2020") else f"de periode {days_between(days.first, days.last)}"


def _dutch(label: Label) -> str:
    """A label as it is on paper, whatever the language of the screen."""
    return label.msgid if isinstance(label, LazyText) else label


def _answers(parts: Sequence[Onderdeel], key: str) -> str:
    """How many answered this raadpleging, as far as the report prints it: "41 antwoorden, respons 73,2 % van …"."""
    found: dict[str, str] = {}
    for part in parts:
        for table in _tables(part.blocks):
            found |= _rows(table, key)
    if not any(sign.isdigit() for sign in found.get("Antwoorden", "")):
        return ""
    answers = found["Antwoorden"]
    told = f"{answers} {'antwoord' if answers == '1' else 'antwoorden'}"
    return f"{told}, respons {found['Respons']}" if found.get("Respons") else told


def _tables(blocks: Iterable[Block]) -> Iterator[Table]:
    return (block for block in blocks if isinstance(block, Table))


def _rows(table: Table, key: str) -> dict[str, str]:
    """What a table of facts of this raadpleging says of its answers."""
    heads = {plain(row[0]): row[1] for row in table.rows if len(row) == 2}
    if "Antwoorden" not in heads or not _of(heads["Antwoorden"], key):
        return {}
    return {name: plain(heads[name]) for name in ("Antwoorden", "Respons") if name in heads}


def _of(text: Text, key: str) -> bool:
    return any(span.source is not None and span.source.ids == (key,) for span in spans(text))
