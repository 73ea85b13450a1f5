"""A contact: a person with a function."""

from __future__ import annotations

from typing import Any

SAMPLE: dict[str, Any] = {
    "naam": "C. Voorbeeld",
    "functie": "Wijkbeheerder",
    "partij": None,
    "verhuurder": "Lefier",
    "commissie": "Bewonerscommissie Kerkhoflaan",
    "telefoon": "0591-000004",
    "email": "wijkbeheer@voorbeeld.invalid",
    "adres_tekst": "Verzonnenweg 2, 7824 AA Emmen",
    "waarvoor": "Overlast en schoonmaak",
    "gestopt_op": None,
    "toelichting": "Op maandag vrij.",
}
