"""A throw-away record type with everything a type may have, in tables of its own beside the real ones."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import MetaData
from sqlalchemy.orm import Mapped

from huurdersapp.base import clock, ids
from huurdersapp.records.base import Base, Choices, Part, Record, field, owner, reference
from huurdersapp.records.spec import PartSpec, RecordSpec
from huurdersapp.store.connection import permit
from huurdersapp.store.opening import open_store
from huurdersapp.store.store import Store

METADATA = MetaData(naming_convention=Base.metadata.naming_convention)
SOORTEN = Choices.of(vraag="Vraag", klacht="Klacht", zeldzaam="Zeldzaam geval")


class Proef(Record):
    """One of each kind of field."""

    metadata = METADATA
    __tablename__ = "proef"
    titel: Mapped[str] = field("Titel", index=True)
    soort: Mapped[str] = field("Soort", choices=SOORTEN, default="vraag", index=True)
    aantal: Mapped[int | None] = field("Aantal", index=True)
    bedrag: Mapped[int | None] = field("Bedrag", money=True)
    maat: Mapped[Decimal | None] = field("Maat")
    dag: Mapped[date | None] = field("Dag", index=True)
    moment: Mapped[datetime | None] = field("Moment")
    klaar: Mapped[bool] = field("Klaar", default=False)
    melder: Mapped[str | None] = field("Melder", personal=True)
    verhaal: Mapped[str | None] = field("Verhaal", long=True)
    verwant_id: Mapped[str | None] = reference("Verwant", "proef")


class ProefVraag(Part):
    """A line with lines of its own."""

    metadata = METADATA
    __tablename__ = "proef_vraag"
    ouder_id: Mapped[str] = owner("proef")
    tekst: Mapped[str] = field("Tekst")


class ProefAntwoord(Part):
    """A line of a line."""

    metadata = METADATA
    __tablename__ = "proef_antwoord"
    ouder_id: Mapped[str] = owner("proef_vraag")
    tekst: Mapped[str] = field("Tekst")


class ProefBij(Part):
    """A link to another record."""

    metadata = METADATA
    __tablename__ = "proef_bij"
    ouder_id: Mapped[str] = owner("proef")
    ander_id: Mapped[str] = reference("Ander", "proef")


ANTWOORD = RecordSpec(ProefAntwoord, label="Antwoord", search=("tekst",))
VRAAG = RecordSpec(
    ProefVraag, label="Vraag", search=("tekst",), parts=(PartSpec("antwoorden", "Antwoorden", ANTWOORD),)
)
BIJ = RecordSpec(ProefBij, label="Bij")
SPEC = RecordSpec(
    Proef,
    label="Proef",
    plural="Proeven",
    columns=("nummer", "titel", "soort", "dag"),
    search=("titel", "soort", "melder", "verhaal"),
    name=("titel",),
    order="-dag",
    parts=(PartSpec("vragen", "Vragen", VRAAG), PartSpec("bij", "Bij", BIJ, link="ander")),
)
SPECS: Mapping[str, RecordSpec] = {SPEC.key: SPEC}


def prepare(folder: Path) -> None:
    """Make a store with the tables of the throw-away type, to copy for each test; long ago, so that a test may
    set the clock."""
    with clock.fixed(date(2010, 1, 1)), opened(folder, create=True) as store:
        writing = store.engine.execution_options(write=True)
        with writing.connect() as connection, connection.begin(), permit(connection):
            METADATA.create_all(connection)


def copied(prepared: Path, folder: Path) -> Path:
    """A store of one's own."""
    shutil.copytree(prepared, folder, ignore=shutil.ignore_patterns("huurdersapp.slot"))
    return folder


@contextmanager
def opened(folder: Path, **options: Any) -> Iterator[Store]:
    """The store of a folder, with the throw-away type."""
    with open_store(folder, author="Fatima", specs=SPECS, **options) as store:
        yield store


def add(store: Store, label: str = "Proef opslaan", **values: Any) -> str:
    """One record in one step; gives its key."""
    with store.step(label) as db:
        row = Proef(**{"titel": "Lekkage"} | values)
        db.add(row)
    return row.id


def add_tree(store: Store, title: str = "Boom", **values: Any) -> tuple[str, str, str]:
    """A record with a line and a line of that line in one step; gives their keys."""
    keys = (ids.new_id(), ids.new_id(), ids.new_id())
    with store.step("Boom opslaan") as db:
        # The owner last: rows of one step may refer to each other in any order.
        db.add(ProefAntwoord(id=keys[2], ouder_id=keys[1], volgorde=0, tekst="Drie keer gebeld"))
        db.add(ProefVraag(id=keys[1], ouder_id=keys[0], volgorde=0, tekst="Hoe vaak"))
        db.add(Proef(id=keys[0], titel=title, **values))
    return keys


def fail(store: Store) -> None:
    """A step that breaks off half way, with an error of its own."""
    with store.step("Half") as db:
        db.add(Proef(titel="Half"))
        db.flush()
        raise ZeroDivisionError


def change(store: Store, key: str, label: str = "Proef wijzigen", **values: Any) -> None:
    """Set values of one record in one step."""
    with store.step(label) as db:
        row = db.get(Proef, key)
        for name, value in values.items():
            setattr(row, name, value)


def values(store: Store, key: str) -> dict[str, Any]:
    """All columns of a record as they are now."""
    with store.reading() as db:
        row = db.get(Proef, key)
        assert row is not None
        return {column.key: getattr(row, column.key) for column in Proef.__table__.columns}


def rows(store: Store, statement: str, *parameters: Any) -> list[tuple[Any, ...]]:
    """What a plain SELECT finds."""
    with store.reading() as db:
        return [tuple(row) for row in db.connection().exec_driver_sql(statement, parameters)]


def content(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Everything that stands in the store, table by table, to see that nothing changed."""
    names = [
        name for (name,) in rows(store, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    ]
    plain = [name for name in names if not name.startswith(("sqlite_", "search_index"))]
    found = {name: sorted(rows(store, f'SELECT * FROM "{name}"'), key=repr) for name in plain}
    found["search_index"] = rows(store, "SELECT rowid FROM search_index('\"  l\"') ORDER BY rowid")
    return found
