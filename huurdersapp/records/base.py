"""What every record has, and how a column says what people call it.

`field()` is `mapped_column()` with a note in its `info`: label, choices, unit, whether it is personal.
`spec.py` reads those notes; list, form, search, history, JSON and CSV follow from them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import Boolean, Date, Dialect, ForeignKey, Index, Integer, MetaData, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, mapped_column
from sqlalchemy.types import TypeDecorator

from huurdersapp.base.i18n import LazyText, lazy

Label = LazyText | str
IN_BIN = "prullenbak"
"""Value of `verwijderd` of a record that somebody threw away."""
EMPTIED = "geleegd"
"""Value of `verwijderd` of a record whose waste bin was emptied: its kind and number stay, its contents are gone."""
UNDONE = "ongedaan"
"""Value of `verwijderd` of a record whose making was undone; it is not in the waste bin."""


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, kept as ISO text so that it sorts and no zone is lost."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else value.astimezone(UTC).isoformat(timespec="milliseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)

    @property
    def python_type(self) -> type[datetime]:
        return datetime


class Exact(TypeDecorator[Decimal]):
    """A decimal number kept as text: what was typed comes back to the last digit (19,9 stays 19,9)."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        return None if value is None else format(value, "f")

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)

    @property
    def python_type(self) -> type[Decimal]:
        return Decimal


@dataclass(frozen=True, slots=True)
class Choice:
    """One possible value: the key that is stored, the words for people, and what it belongs to."""

    key: str
    label: Label
    parent: str | None = None
    explanation: Label | None = None


@dataclass(frozen=True, slots=True)
class Choices:
    """The possible values of a field, in the order in which they are offered."""

    items: tuple[Choice, ...]

    @classmethod
    def of(cls, **labels: Label) -> Choices:
        """Choices from key=label pairs."""
        return cls(tuple(Choice(key, label) for key, label in labels.items()))

    def keys(self) -> tuple[str, ...]:
        """The stored values."""
        return tuple(item.key for item in self.items)

    def label(self, key: str | None) -> str:
        """The words for a stored value; an unknown value (from a newer program) is shown as it is."""
        return next((str(item.label) for item in self.items if item.key == key), key or "")


@dataclass(frozen=True, slots=True)
class Note:
    """What `field()` keeps beside a column."""

    label: Label
    choices: Choices | None = None
    unit: Label | None = None
    help: Label | None = None
    default: Any = None
    minimum: int | Decimal | None = None
    maximum: int | Decimal | None = None
    ref: str | None = None
    long: bool = False
    money: bool = False
    personal: bool = False
    filled: bool = False
    sortable: bool = False


def field(
    label: Label,
    *,
    index: bool = False,
    choices: Choices | None = None,
    unit: Label | None = None,
    help: Label | None = None,
    default: Any = None,
    minimum: int | Decimal | None = None,
    maximum: int | Decimal | None = None,
    long: bool = False,
    money: bool = False,
    personal: bool = False,
    filled: bool = False,
) -> MappedColumn[Any]:
    """A column with what people call it.

    `index`: the list can be sorted by it, however long it is. `long`: text of more lines (Markdown
    inside). `money`: whole cents.
    `personal`: part of the contact block, which can be erased apart and stays out of tables for others.
    `filled`: the program fills it, so nobody has to. `default` is given to every new record.
    """
    note = Note(
        label,
        choices,
        unit,
        help,
        default,
        minimum,
        maximum,
        None,
        long,
        money,
        personal,
        filled,
        sortable=index,
    )
    return mapped_column(info={"note": note})


def reference(
    label: Label,
    to: str,
    *,
    help: Label | None = None,
    filled: bool = False,
    index: bool = True,
    personal: bool = False,
) -> MappedColumn[Any]:
    """A link to a record of kind `to` (its table name). The column is called `<key>_id`, in JSON `<key>`."""
    return mapped_column(
        String,
        ForeignKey(f"{to}.id"),
        info={"note": Note(label, ref=to, help=help, filled=filled, sortable=index, personal=personal)},
    )


class Base(DeclarativeBase):
    """All tables: records, their parts and the journal."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text,
        int: Integer,
        bool: Boolean,
        date: Date,
        datetime: Moment,
        Decimal: Exact,
    }


class Row(Base):
    """What records and their parts share. Making one gives every field its default at once, so that the
    journal and the checks see it before it is written."""

    __abstract__ = True

    def __init_subclass__(cls, **options: Any) -> None:
        """Give each sortable column an index that also settles ties, and let sorting ignore capitals.

        Of a record an index more, which is empty as long as the waste bin is: so the bin is found without looking at all
        that was never thrown away, and saving does not touch it.
        """
        super().__init_subclass__(**options)
        if "__tablename__" not in cls.__dict__:
            return
        table = cls.__table__
        for column in table.columns:
            note = column.info.get("note")
            if note is not None and note.sortable:
                if isinstance(column.type, Text) and not (note.choices or note.ref):
                    column.type = Text(collation="NOCASE")
                Index(None, column, table.columns.id)
        if issubclass(cls, Record):
            thrown_away = table.columns.verwijderd == IN_BIN
            Index(f"ix_{cls.__tablename__}_{IN_BIN}", table.columns.id, sqlite_where=thrown_away)

    id: Mapped[str] = mapped_column(String, primary_key=True)
    verwijderd: Mapped[str | None] = mapped_column(String, info={})

    def __init__(self, **values: Any) -> None:
        for column in type(self).__table__.columns:
            note = column.info.get("note")
            default = note.default if note is not None else None
            setattr(self, column.key, values.pop(column.key, default))
        super().__init__(**values)


class Record(Row):
    """Something people keep: it has a number of its own kind that they can say aloud."""

    __abstract__ = True
    nummer: Mapped[int] = mapped_column(
        Integer, info={"note": Note(lazy("Nummer"), filled=True, sortable=True)}
    )


class Part(Row):
    """A line inside a record (a question, a status step, a link); it lives and dies with its owner.

    A subclass adds `ouder_id = owner("raadpleging")`.
    """

    __abstract__ = True
    volgorde: Mapped[int] = mapped_column(Integer, info={})


def owner(to: str) -> MappedColumn[Any]:
    """The column by which a part belongs to its record (or to a part of it)."""
    return mapped_column(String, ForeignKey(f"{to}.id"), index=True, info={})
