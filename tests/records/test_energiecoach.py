"""An energiecoach: what should be known before somebody goes to people's homes."""

from __future__ import annotations

from typing import Any

SAMPLE: dict[str, Any] = {
    "naam": "J. Voorbeeld",
    "opleiding": "Energiecoach, training van twee dagen",
    "opleiding_op": "2018-10-05",
    "vog_gezien_op": "2018-11-01",
    "geheimhouding_op": "2018-11-01",
    "actief_van": "2018-11-15",
    "actief_tot": "2020-12-31",
    "per_week": 3,
    "telefoon": "0591-000001",
    "email": "coach@voorbeeld.invalid",
    "toelichting": "Liever in de avond.",
    "kernen": ["Emmermeer"],
}
