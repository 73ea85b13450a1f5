"""The sentences of a kind of letter, as an organisation wrote them."""

from __future__ import annotations

from typing import Any

SAMPLE: dict[str, Any] = {
    "naam": "Advies aan Lefier",
    "soort": "advies",
    "verhuurder": "Lefier",
    "tekst": "[vervolg]\nWij lichten dit advies graag toe.",
    "toelichting": "Korter dan het gewone slot.",
}
