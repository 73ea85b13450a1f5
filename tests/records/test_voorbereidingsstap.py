"""A step before a meeting: how many days before it must be ready."""

from __future__ import annotations

from typing import Any

SAMPLE: dict[str, Any] = {
    "naam": "Stukken naar het BO",
    "soort": "stukken",
    "overlegsoort": "bo",
    "akkoord": "Lokaal akkoord Emmen 2019-2024",
    "dagen_ervoor": 14,
    "duur": 7,
    "actief": True,
    "bron": "Eigen werkafspraak",
    "toelichting": "Per post en per e-mail.",
}
