"""A moment of one year: an anchor that was moved, or one of our own."""

from __future__ import annotations

from typing import Any

SAMPLE: dict[str, Any] = {
    "naam": "Prestatieafspraken afgerond",
    "akkoord": "Lokaal akkoord Emmen 2019-2024",
    "anker": "Prestatieafspraken afgerond",
    "jaar": 2019,
    "van": "2019-11-13",
    "tot": "2019-11-14",
    "reden": "15 november valt op een vrijdag voor een vrij weekend.",
    "gedaan_op": "2019-06-28",
    "vervallen": False,
    "overleg": "BO 12-02-2019",
    "herinnering_dagen": 14,
    "toelichting": "De gemeente stuurt de stukken.",
}
