"""An adres: a home without a name."""

from __future__ import annotations

from typing import Any

SAMPLE: dict[str, Any] = {
    "postcode": "7822 AP",
    "huisnummer": 14,
    "toevoeging": "A",
    "straat": "Laan van de Marel",
    "plaats": "Emmen",
    "kern": "Emmermeer",
    "complex": "Kerkhoflaan",
    "verhuurder": "Lefier",
    "eenheid": "Blok 3",
    "woningtype": "portiek",
    "bouwjaar": 1974,
    "energielabel": "d",
    "actief": True,
    "bron": "Adressenlijst van Lefier, 1 maart 2019",
}
