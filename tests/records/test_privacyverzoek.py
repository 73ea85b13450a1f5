"""A request about privacy: its clock, its answer and what was decided."""

from __future__ import annotations

from typing import Any

SAMPLE: dict[str, Any] = {
    "soort": "inzage",
    "ontvangen_op": "2019-03-04",
    "vrager": "G. Bos",
    "bereikbaar": "Kerkstraat 1, 7891 AA Klazienaveen",
    "identiteit": "bekend",
    "identiteit_op": "2019-03-05",
    "verlengd_op": "2019-03-20",
    "verlengd_reden": "Er waren veel papieren na te kijken",
    "antwoord_op": "2019-05-01",
    "uitkomst": "deels",
    "reden": "Een brief gaat ook over iemand anders",
    "gegevens": [
        {"soort": "energiebezoek", "recordnummer": 1, "besluit": "getoond"},
        {"soort": "brief", "recordnummer": 1, "besluit": "bewaard", "reden": "Gaat over een ander"},
    ],
}
