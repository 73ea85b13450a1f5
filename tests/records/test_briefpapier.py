"""How letters look: the mark, and the side of the window."""

from __future__ import annotations

from typing import Any

SAMPLE: dict[str, Any] = {
    "naam": "Briefpapier van de federatie",
    "namens": "Lefier",
    "venster": "rechts",
    "onderregel": "Rekening NL00 BANK 0000 0000 00",
    "beeldmerk_breedte": 40,
}
