"""What changed since an earlier version of a report, told in a part of the report itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from huurdersapp.actions import versies
from huurdersapp.actions.verslagen import bronnen
from huurdersapp.actions.verslagen.keuzes import KIND
from huurdersapp.actions.verslagen.opdracht import Opdracht
from huurdersapp.base.text_difference import Change, changed, differences
from huurdersapp.records.verslag_soorten import BUITEN
from huurdersapp.reports.document import Block, Column, Paragraph, Table
from huurdersapp.reports.language import day_long
from huurdersapp.reports.plain_text import plain_text
from huurdersapp.reports.prose import one_line
from huurdersapp.reports.rapport import Kader, Keuze, Onderdeel, by_key, rapport_document, staat_erin
from huurdersapp.store import queries
from huurdersapp.store.step import ReadSession

SLEUTEL = "veranderd"
MOST = 60
"""More changes than this are counted, not told one by one."""
_VERSION = re.compile(r"^Versie: .*\n?", re.MULTILINE)
_MOMENT = re.compile(
    r"(?i)\b(gemaakt op:?|geteld op|vastgelegd op|zoals die was op|administratie (?:op|van)) \d{1,2} [a-z]+ \d{4}"
)
"""Where a report says on which day it was made: that is no change of what it tells."""
_BELOW_TABLE = re.compile(r" ?Bron(?:, onder andere)?: \[\d+\](?:(?:, |–)\[\d+\])*\.")
_MARK = re.compile(r" ?\[\d+\] ?")


def with_changes(
    db: ReadSession, job: Opdracht, kader: Kader, parts: Sequence[Onderdeel], keuzes: Iterable[Keuze]
) -> tuple[Onderdeel, ...]:
    """The parts, and behind the first page the one about what changed; it is there when the writer asks for it and a version
    was fixed. What the last version said is only told to who may read it."""
    line = _earlier(db, job)
    if line is None:
        return tuple(parts)
    choices = tuple(keuzes)
    title = f"Wat is veranderd sinds versie {line.versie}"
    part = Onderdeel(SLEUTEL, title, (), aan=False)
    if staat_erin(part, by_key(choices).get(SLEUTEL)):
        now = comparable(plain_text(rapport_document(kader, parts, choices)))
        found = changed(differences(words_of(line), now))
        blocks = tuple(_blocks(line, found))
        part = Onderdeel(SLEUTEL, title, blocks, leeg=not found, aan=False)
    first = sum(each.vast for each in parts)
    return (*parts[:first], part, *parts[first:])


def part_words(parts: Iterable[Onderdeel], keuzes: Iterable[Keuze]) -> str:
    """The words of that part as they stand in the report; empty where it is left out."""
    choices = tuple(keuzes)
    found = [
        part for part in parts if part.sleutel == SLEUTEL and staat_erin(part, by_key(choices).get(SLEUTEL))
    ]
    return plain_text(rapport_document(Kader("", ""), found, choices)) if found else ""


def comparable(text: str, without: str = "") -> str:
    """The words of a report that say something of its subject: without the part about changes, the day and version, and the
    numbers of notes, which move when a note comes in between."""
    if without:
        text = text.replace(without, "", 1)
    return _MARK.sub(" ", _BELOW_TABLE.sub("", _MOMENT.sub(r"\1", _VERSION.sub("", text))))


def words_of(line: Any) -> str:
    """The comparable words of a fixed version."""
    return comparable(line.tekst, bronnen.from_text(line.bronnen)[1])


def _earlier(db: ReadSession, job: Opdracht) -> Any | None:
    """The last version that whoever reads this report may know of: people outside only one that was for people outside."""
    spec = db.catalogue.specs[KIND]
    row = queries.by_number(db, spec, job.nummer) if job.nummer else None
    if row is None:
        return None
    lines = [line for line in versies.lines(db, row) if not job.buiten or line.publiek in BUITEN]
    return lines[-1] if lines else None


def _blocks(line: Any, found: Sequence[Change]) -> Iterator[Block]:
    fixed = f"Versie {line.versie} is vastgelegd op {day_long(line.vastgelegd_op.astimezone().date())}."
    if not found:
        yield Paragraph(f"{fixed} Sindsdien is in dit verslag niets veranderd.")
        return
    yield Paragraph(f"{fixed} Hieronder staat wat in dit verslag sindsdien anders is.")
    columns = (Column("Was"), Column("Is nu"))
    rows = tuple((_cell(one.old), _cell(one.new)) for one in found[:MOST])
    more = len(found) - MOST
    note = f"Nog {more} andere zinnen zijn veranderd." if more > 1 else None
    yield Table(f"Veranderd sinds versie {line.versie}", columns, rows, row_heads=False, note=note)


def _cell(text: str) -> str:
    return one_line(text.replace(" | ", " · ")) or "–"
