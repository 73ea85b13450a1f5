"""The record types: what tenants' organisations keep. A new type is one module here and one line in ALL."""

from __future__ import annotations

from collections.abc import Mapping

from huurdersapp.records import kern
from huurdersapp.records.spec import RecordSpec

ALL: Mapping[str, RecordSpec] = {
    spec.key: spec
    for spec in (
        kern.SPEC,
    )
}
"""All record types by key, in the order in which people meet them."""
