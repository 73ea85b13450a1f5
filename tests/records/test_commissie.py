"""A bewonerscommissie: whom it stands for and what was done for it."""

from __future__ import annotations

from typing import Any

SAMPLE: dict[str, Any] = {
    "naam": "Bewonerscommissie Kerkhoflaan",
    "verhuurder": "Lefier",
    "kern": "Emmermeer",
    "aantal_woningen": 40,
    "opgericht_op": "2017-05-01",
    "erkend_op": "2017-06-15",
    "opgeheven_op": None,
    "overeenkomst_op": "2017-07-01",
    "vacatures": 1,
    "mandaat_getekend": 27,
    "mandaat_op": "2017-04-20",
    "budget": 40000,
    "jaarverslag_op": "2019-01-20",
    "voorkeur": "email",
    "contact_telefoon": "0591-000002",
    "contact_email": "commissie@voorbeeld.invalid",
    "volgende_stap": "Afspraak over het achterpad",
    "volgende_stap_op": "2019-07-15",
    "toelichting": "Vergadert in de recreatieruimte.",
    "complexen": ["Kerkhoflaan"],
    "leden": [
        {
            "naam": "A. Voorbeeld",
            "rol": "voorzitter",
            "van": "2017-05-01",
            "tot": None,
            "telefoon": "0591-000003",
            "email": "voorzitter@voorbeeld.invalid",
        },
        {"naam": "B. Voorbeeld", "rol": "lid", "van": "2018-01-01", "tot": "2019-12-31"},
    ],
    "overleggen": ["BO 12-02-2019"],
    "ondersteuning": [
        {"datum": "2019-03-14", "soort": "vergadering", "uren": 3, "toelichting": "Over de renovatie"}
    ],
}
