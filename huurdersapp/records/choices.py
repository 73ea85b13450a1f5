"""Lists of possible values that more than one record type offers."""

from __future__ import annotations

from huurdersapp.base.i18n import lazy as _
from huurdersapp.records.base import Choice, Choices

WOHV_LETTERS = Choices(
    (
        Choice("a", _("a. Onderhoud en voorzieningen")),
        Choice("b", _("b. Sloop, renovatie, aankoop en verkoop")),
        Choice("c", _("c. Toewijzen en verhuren")),
        Choice("d", _("d. Algemene huurvoorwaarden")),
        Choice("e", _("e. Huurprijsbeleid")),
        Choice("f", _("f. Diensten: welke, hoe goed en hoe duur")),
        Choice("g", _("g. Voorstel tot fusie")),
        Choice("h", _("h. Leefbaarheid en herstructurering")),
        Choice("i", _("i. Huisvesting van ouderen, gehandicapten en mensen met zorg")),
        Choice("j", _("j. Servicekosten en beheerovereenkomsten")),
        Choice("k", _("k. Uitspraken van de klachtencommissie")),
        Choice("l", _("l. Inhoud van de prestatieafspraken")),
    )
)
"""Subjects of art. 3 lid 2 Overlegwet (BWBR0009810, text of 27-07-2015) under their letters, in our own words."""

WONINGTYPEN = Choices.of(
    eengezins=_("Eengezinswoning"),
    portiek=_("Portiekwoning"),
    galerij=_("Galerijwoning"),
    appartement=_("Appartement met lift"),
    boven_beneden=_("Boven- of benedenwoning"),
    senioren=_("Seniorenwoning"),
    gemengd=_("Gemengd"),
    overig=_("Overig"),
)

PARTIJSOORTEN = Choices.of(
    gemeente=_("Gemeente"),
    corporatie=_("Corporatie"),
    huurdersorganisatie=_("Huurdersorganisatie"),
    bewonerscommissie=_("Bewonerscommissie"),
    zorg_welzijn=_("Zorg of welzijn"),
    overig=_("Overig"),
)
