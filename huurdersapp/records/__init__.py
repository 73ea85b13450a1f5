"""The record types: what tenants' organisations keep. A new type is one module here and one line in ALL."""

from __future__ import annotations

from collections.abc import Mapping

from huurdersapp.records import (
    actiepunt,
    advies,
    afspraak,
    akkoord,
    anker,
    doel,
    indicator,
    kern,
    knelpunt,
    overleg,
    partij,
    raadpleging,
    thema,
    verhuurder,
)
from huurdersapp.records.complex import SPEC as COMPLEX
from huurdersapp.records.spec import RecordSpec

ALL: Mapping[str, RecordSpec] = {
    spec.key: spec
    for spec in (
        knelpunt.SPEC,
        raadpleging.SPEC,
        overleg.SPEC,
        actiepunt.SPEC,
        advies.SPEC,
        akkoord.SPEC,
        thema.SPEC,
        doel.SPEC,
        afspraak.SPEC,
        indicator.SPEC,
        anker.SPEC,
        partij.SPEC,
        verhuurder.SPEC,
        COMPLEX,
        kern.SPEC,
    )
}
"""All record types by key, in the order in which people meet them."""
