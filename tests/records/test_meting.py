"""A meting: a value with its period, its source and who settled it."""

from __future__ import annotations

from typing import Any

SAMPLE: dict[str, Any] = {
    "indicator": "Aandeel huurders dat instemt met een renovatie.",
    "van": "2019-01-01",
    "tot": "2019-04-30",
    "waarde": 61.5,
    "teller": 123,
    "noemer": 200,
    "tekst": "Bij twee projecten.",
    "partij": "Lefier",
    "kern": "Emmermeer",
    "precisie": "project",
    "project": "Kerkhoflaan",
    "bron": "Verzonnen telling",
    "aangeleverd_door": "Lefier",
    "aangeleverd_op": "2019-05-14",
    "status": "vastgesteld",
    "bevestigd_op": "2019-05-20",
    "bevestigd_in": "BO 12-02-2019",
    "vastgesteld_op": "2019-06-01",
    "vastgesteld_in": "BO 12-02-2019",
    "vervangt": None,
    "correctie_reden": None,
    "toelichting": "Een project telt nog niet mee.",
    "klassen": [],
}
