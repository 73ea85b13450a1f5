"""Where and why JSON that people typed breaks, in words; the standard reader's own words are English."""

from __future__ import annotations

import json

from huurdersapp.base.i18n import lazy

_EXPLAINED = {
    "Expecting ',' delimiter": lazy("hier mist een komma of een haakje sluiten"),
    "Expecting ':' delimiter": lazy("hier mist een dubbele punt achter de naam van een veld"),
    "Expecting property name enclosed in double quotes": lazy(
        "hier hoort de naam van een veld tussen aanhalingstekens; misschien staat er een komma te veel"
    ),
    "Expecting value": lazy("hier mist een waarde; misschien staat er een komma te veel"),
    "Extra data": lazy("hier had het bestand klaar moeten zijn, maar er staat nog meer"),
    "Illegal trailing comma before end of array": lazy("hier staat een komma te veel"),
    "Illegal trailing comma before end of object": lazy("hier staat een komma te veel"),
    "Invalid control character at": lazy("hier staat een regeleinde of stuurteken midden in een tekst"),
    "Unterminated string starting at": lazy(
        "de tekst die hier begint, heeft geen aanhalingsteken aan het eind"
    ),
}
_ELSE = lazy("hier klopt een haakje, komma of aanhalingsteken niet")


def explained(error: json.JSONDecodeError) -> str:
    """What is wrong at the place that the error names."""
    return str(_EXPLAINED.get(error.msg, _ELSE))
