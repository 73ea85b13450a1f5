"""One complete sample of every record type: values as JSON has them, links by name.

In the order in which they can be made: what a sample points at comes before it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.records import (
    test_actiepunt,
    test_adres,
    test_advies,
    test_afspraak,
    test_akkoord,
    test_anker,
    test_behandeltermijn,
    test_bezoekformulier,
    test_campagne,
    test_commissie,
    test_complex,
    test_contact,
    test_doel,
    test_energiebezoek,
    test_energiecoach,
    test_indicator,
    test_kern,
    test_knelpunt,
    test_maatregel,
    test_overleg,
    test_partij,
    test_raadpleging,
    test_rekentarief,
    test_thema,
    test_verhuurder,
)

SAMPLES: Mapping[str, Mapping[str, Any]] = {
    "partij": test_partij.SAMPLE,
    "kern": test_kern.SAMPLE,
    "verhuurder": test_verhuurder.SAMPLE,
    "complex": test_complex.SAMPLE,
    "akkoord": test_akkoord.SAMPLE,
    "thema": test_thema.SAMPLE,
    "doel": test_doel.SAMPLE,
    "afspraak": test_afspraak.SAMPLE,
    "indicator": test_indicator.SAMPLE,
    "anker": test_anker.SAMPLE,
    "overleg": test_overleg.SAMPLE,
    "knelpunt": test_knelpunt.SAMPLE,
    "actiepunt": test_actiepunt.SAMPLE,
    "raadpleging": test_raadpleging.SAMPLE,
    "advies": test_advies.SAMPLE,
    "commissie": test_commissie.SAMPLE,
    "contact": test_contact.SAMPLE,
    "adres": test_adres.SAMPLE,
    "energiecoach": test_energiecoach.SAMPLE,
    "bezoekformulier": test_bezoekformulier.SAMPLE,
    "maatregel": test_maatregel.SAMPLE,
    "rekentarief": test_rekentarief.SAMPLE,
    "behandeltermijn": test_behandeltermijn.SAMPLE,
    "campagne": test_campagne.SAMPLE,
    "energiebezoek": test_energiebezoek.SAMPLE,
}
