"""The record types: what tenants' organisations keep. A new type is one module here and one line in ALL."""

from __future__ import annotations

from collections.abc import Mapping

from huurdersapp.records import (
    actiepunt,
    activiteit,
    activiteitenoverzicht,
    adres,
    advies,
    afspraak,
    afwijking,
    agendamoment,
    akkoord,
    anker,
    behandeltermijn,
    bezoekformulier,
    bijstelling,
    campagne,
    commissie,
    contact,
    doel,
    energiebezoek,
    energiecoach,
    inbrengpunt,
    indicator,
    kern,
    knelpunt,
    maatregel,
    meting,
    overleg,
    partij,
    raadpleging,
    rekentarief,
    thema,
    verhuurder,
    visie,
    voorbereidingsstap,
)
from huurdersapp.records.complex import SPEC as COMPLEX
from huurdersapp.records.spec import RecordSpec

ALL: Mapping[str, RecordSpec] = {
    spec.key: spec
    for spec in (
        raadpleging.SPEC,
        energiebezoek.SPEC,
        knelpunt.SPEC,
        campagne.SPEC,
        overleg.SPEC,
        actiepunt.SPEC,
        advies.SPEC,
        akkoord.SPEC,
        thema.SPEC,
        doel.SPEC,
        afspraak.SPEC,
        indicator.SPEC,
        meting.SPEC,
        bijstelling.SPEC,
        afwijking.SPEC,
        anker.SPEC,
        agendamoment.SPEC,
        voorbereidingsstap.SPEC,
        activiteitenoverzicht.SPEC,
        activiteit.SPEC,
        inbrengpunt.SPEC,
        visie.SPEC,
        commissie.SPEC,
        contact.SPEC,
        partij.SPEC,
        verhuurder.SPEC,
        COMPLEX,
        adres.SPEC,
        kern.SPEC,
        energiecoach.SPEC,
        bezoekformulier.SPEC,
        maatregel.SPEC,
        rekentarief.SPEC,
        behandeltermijn.SPEC,
    )
}
"""All record types by key, in the order in which people meet them."""
