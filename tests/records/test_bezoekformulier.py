"""A bezoekformulier: which sheets are still out."""

from __future__ import annotations

from typing import Any

SAMPLE: dict[str, Any] = {
    "naam": "B 0001",
    "coach": "J. Voorbeeld",
    "uitgegeven_op": "2019-03-01",
    "vervallen_op": None,
    "reden": None,
}
