"""What the store knows of the record types: classes by table, and which record a line belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from huurdersapp.records.base import Row
from huurdersapp.records.spec import RecordSpec


@dataclass(frozen=True)
class Catalogue:
    """All record types of this program, by key; parts are found through their owners."""

    specs: Mapping[str, RecordSpec]

    @cached_property
    def tree(self) -> Mapping[str, RecordSpec]:
        """Every spec by table, records and parts alike."""
        return {spec.key: spec for root in self.specs.values() for spec in root.tree()}

    @cached_property
    def owner(self) -> Mapping[str, RecordSpec]:
        """The spec of the direct owner, by the table of the part."""
        return {part.spec.key: spec for spec in self.tree.values() for part in spec.parts}

    @cached_property
    def columns(self) -> Mapping[str, tuple[str, ...]]:
        """The columns that the journal follows, by table: all but the key."""
        return {
            key: tuple(c.key for c in spec.table.columns if c.key != "id") for key, spec in self.tree.items()
        }

    @cached_property
    def types(self) -> Mapping[str, Mapping[str, type]]:
        """The Python type of each column, by table."""
        return {
            key: {c.key: c.type.python_type for c in spec.table.columns} for key, spec in self.tree.items()
        }

    @cached_property
    def searched(self) -> Mapping[str, tuple[RecordSpec, ...]]:
        """By record type: its parts (of any depth) whose text is found by search."""
        return {
            key: tuple(part for part in root.tree() if part is not root and part.search)
            for key, root in self.specs.items()
        }

    def cls(self, entity: str) -> type[Row]:
        """The class of a table."""
        return self.tree[entity].cls

    def path_down(self, root: RecordSpec, target: RecordSpec) -> Iterator[RecordSpec]:
        """The specs from just below `root` to `target`, for a part of a part."""
        chain = [target]
        while self.owner[chain[-1].key] is not root:
            chain.append(self.owner[chain[-1].key])
        return reversed(chain)
