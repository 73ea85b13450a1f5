"""A record in words, to read: its fields with their labels, and its lists as tables. A page or a command only draws it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from huurdersapp.actions.context import Context
from huurdersapp.actions.names import Names, in_words
from huurdersapp.actions.plain import draft_of, title
from huurdersapp.actions.records import find
from huurdersapp.records.draft import Draft
from huurdersapp.records.spec import PartSpec, RecordSpec


@dataclass(frozen=True, slots=True)
class Link:
    """A record that can be opened."""

    kind: str
    number: int


@dataclass(frozen=True, slots=True)
class Shown:
    """One field in words, empty where nothing is filled in.

    `long`: text of more lines, with Markdown in it. `link`: the record that it names, when it can be opened (not when
    it lies in the waste bin).
    """

    key: str
    label: str
    text: str
    long: bool = False
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class TableRow:
    """A line of a list: its key, a cell for each column of the table, and the lists within the line."""

    id: str
    cells: tuple[Shown, ...]
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A list inside a record. Its columns are the fields that some line has filled in; with `link` each line is nothing
    but one link."""

    key: str
    label: str
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]
    link: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """All of a record: how it is called, its fields in order (empty ones too), and its lists that have lines."""

    kind: str
    number: int
    title: str
    fields: tuple[Shown, ...]
    tables: tuple[Table, ...]


def read_view(ctx: Context, spec: RecordSpec, number: int) -> View:
    """All that the page of a record shows; raises UserError when it is not there."""
    with ctx.store.reading() as db:
        row = find(db, spec, number)
        draft, names = draft_of(db, spec, row), Names(db)
        _load(names, spec, [draft])
        return View(
            spec.key, number, title(spec, row), tuple(_fields(draft, names)), tuple(_tables(draft, names))
        )


def _load(names: Names, spec: RecordSpec, drafts: Sequence[Draft]) -> None:
    """Ask for the names of all links at once."""
    items = list(spec.fields.values())
    names.load_columns(items, [[draft[item.key] for item in items] for draft in drafts])
    for part in spec.parts:
        _load(names, part.spec, [line for draft in drafts for line in draft.lines(part.key)])


def _fields(draft: Draft, names: Names) -> Iterator[Shown]:
    for item in draft.spec.fields.values():
        if item.key == "nummer":
            continue
        value, ref = draft[item.key], item.note.ref
        text = in_words(item, value, names)
        # Units are plurals, and what is counted stands in the label too.
        if text and item.note.unit and value != 1:
            text = f"{text} {item.note.unit}"
        number = names.number(ref, value) if ref and value else None
        link = Link(ref, number) if ref and number is not None else None
        yield Shown(item.key, item.label, text, item.note.long, link)


def _tables(draft: Draft, names: Names) -> Iterator[Table]:
    for part in draft.spec.parts:
        if lines := draft.lines(part.key):
            yield _table(part, lines, names)


def _table(part: PartSpec, lines: Sequence[Draft], names: Names) -> Table:
    all_cells = [tuple(_fields(line, names)) for line in lines]
    used = [at for at, cells in enumerate(zip(*all_cells, strict=True)) if any(cell.text for cell in cells)]
    rows = [
        TableRow(line.id or "", tuple(cells[at] for at in used), tuple(_tables(line, names)))
        for line, cells in zip(lines, all_cells, strict=True)
    ]
    columns = tuple(all_cells[0][at].label for at in used)
    return Table(part.key, str(part.label), columns, tuple(rows), part.link is not None)
