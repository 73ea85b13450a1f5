"""An opschoonronde: how many records lost their data of people."""

from __future__ import annotations

from typing import Any

SAMPLE: dict[str, Any] = {
    "gehouden_op": "2019-02-01",
    "toelichting": "Met twee bestuursleden gedaan",
    "soorten": [
        {
            "soort": "energiebezoeken",
            "bewaarmaanden": 12,
            "tot": "2018-02-01",
            "aantal": 14,
            "bewaard": 1,
            "reden": "Er loopt nog een klacht",
        }
    ],
}
