"""A datalek: what happened, when it was found, and what was done."""

from __future__ import annotations

from typing import Any

SAMPLE: dict[str, Any] = {
    "titel": "Laptop uit een auto gestolen",
    "soort": "laptop",
    "gebeurd_op": "2019-05-04",
    "ontdekt_op": "2019-05-05",
    "ontdekt_om": "09:30",
    "omschrijving": "De laptop lag op de achterbank",
    "gegevens": "Adressen van bezoeken",
    "aantal": 120,
    "beveiligd": "dicht",
    "risico": "onwaarschijnlijk",
    "afweging": "Zonder wachtwoord leest niemand het",
    "gemeld_ap_op": "2019-05-06",
    "gemeld_ap_om": "10:00",
    "waarom_later": "Het was een feestdag",
    "gemeld_mensen_op": "2019-05-07",
    "maatregelen": "Nieuwe sleutel gemaakt",
    "afgerond_op": "2019-05-20",
}
