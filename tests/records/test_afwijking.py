"""A goal off schedule: step by step, and a dispute only in the last resort."""

from __future__ import annotations

from typing import Any

SAMPLE: dict[str, Any] = {
    "doel": "Woningen gebruiken steeds minder energie.",
    "indicator": "Aandeel huurders dat instemt met een renovatie.",
    "waarom": "Bij één project stemde minder dan de helft in.",
    "gevraagd": "Eerst een voorbeeldwoning laten zien.",
    "toelichting": "Besproken met de bewonerscommissie.",
    "stappen": [
        {"stap": "gesignaleerd", "datum": "2019-02-01", "overleg": None, "optie": None, "toelichting": None},
        {
            "stap": "aan_rg",
            "datum": "2019-02-12",
            "overleg": "BO 12-02-2019",
            "optie": None,
            "toelichting": "De regiegroep bereidt een keuze voor.",
        },
    ],
}
