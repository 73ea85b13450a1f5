"""What the small forms under a point of an akkoord share: fields of more records in one form, and choices that the akkoord
itself gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from huurdersapp.records.base import Choice, Choices
from huurdersapp.records.spec import Field, PartSpec, RecordSpec


def asking(spec: RecordSpec, fields: Mapping[str, Field], parts: Sequence[PartSpec] = ()) -> RecordSpec:
    """The spec with other fields and lists beside its own, for one form that asks them together."""
    made = replace(spec, parts=(*spec.parts, *parts))
    made.__dict__["fields"] = {**spec.fields, **fields}
    return made


def only(spec: RecordSpec, *keys: str) -> RecordSpec:
    """The spec with no more than these fields, for a line that is made by the way."""
    made = replace(spec, parts=())
    made.__dict__["fields"] = {key: spec.fields[key] for key in keys}
    return made


def with_ways(spec: RecordSpec, ways: Sequence[tuple[str, str]]) -> RecordSpec:
    """The spec with its `optie` as a choice from these ways, in the lines of its lists too."""
    parts = tuple(replace(part, spec=with_ways(part.spec, ways)) for part in spec.parts)
    fields = {key: one_of(item, ways) if key == "optie" else item for key, item in spec.fields.items()}
    made = replace(spec, parts=parts)
    made.__dict__["fields"] = fields
    return made


def one_of(item: Field, options: Sequence[tuple[str, str]]) -> Field:
    """The field as a choice from what the akkoord offers; an akkoord that offers nothing leaves it free."""
    if not options:
        return item
    choices = Choices(tuple(Choice(key, text) for key, text in options))
    return replace(item, kind="keuze", note=replace(item.note, choices=choices))
