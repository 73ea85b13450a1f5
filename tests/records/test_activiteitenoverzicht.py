"""An activiteitenoverzicht of a party."""

from __future__ import annotations

from typing import Any

SAMPLE: dict[str, Any] = {
    "akkoord": "Lokaal akkoord Emmen 2019-2024",
    "partij": "Lefier",
    "jaar": 2020,
    "status": "besproken",
    "aangeleverd_op": "2019-05-14",
    "besproken_op": "2019-06-01",
    "vastgesteld_op": None,
    "overleg": "BO 12-02-2019",
    "adviesrecht": "wel",
    "adviesrecht_op": "2019-03-01",
    "adviesrecht_reden": "Over de huurverhoging adviseren wij apart.",
    "advies": None,
    "bron": "Overzicht van voorgenomen werkzaamheden 2020",
    "toelichting": "Zonder bedragen.",
}
