"""A bijstelling: what it was, what it is now, and who decided."""

from __future__ import annotations

from typing import Any

SAMPLE: dict[str, Any] = {
    "doel": None,
    "afspraak": "De huurdersorganisaties zetten energiecoaches in.",
    "indicator": None,
    "afwijking": "D1-b niet op schema",
    "besloten_op": "2019-02-12",
    "overleg": "BO 12-02-2019",
    "optie": "doel",
    "reden": "Er zijn minder energiecoaches dan gedacht.",
    "toelichting": "Geldt vanaf 2020.",
    "verschillen": [{"veld": "Tekst", "oud": "Acht coaches.", "nieuw": "Zes coaches."}],
}
