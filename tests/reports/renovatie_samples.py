"""Invented values for the papers of a renovation."""

from __future__ import annotations

from datetime import date

from huurdersapp.records.draagvlak import Telling, court_days
from huurdersapp.reports.document import Source
from huurdersapp.reports.renovatiepapier_values import (
    LijstWoning,
    RenovatielijstValues,
    RenovatieverslagValues,
    TelbladDeel,
    TelbladValues,
    TelbladWoning,
    Verbonden,
    VerslagEenheid,
    VoorstelVersie,
    Zorg,
    ZorgenbladValues,
    ZorgenEenheid,
)

DAY = date(2026, 6, 1)
HOMES = {key: Source("renovatiewoning", (("eenheid", "1"), (key, "x"))) for key in ("huurders", "ja", "nee")}
UNIT = Source("bouwkundige_eenheid", (("nummer", "1"),), ("a",))
COUNT = Telling(ja=16, nee=4, geen_reactie=2, niet_benaderd=1, leeg=2, woningen=25)
"""16 of 23: 69,57 %, which rounds to 70 and is not reached."""
STAIRS_A = TelbladDeel(
    "portiek A",
    (
        TelbladWoning("Houtweg 1", "ja", date(2026, 5, 2), "akkoordverklaring", "HW-001", 2),
        TelbladWoning("Houtweg 3", "nee", date(2026, 5, 3), "email", "HW-002", 1),
        TelbladWoning("Houtweg 5", "leeg"),
    ),
    Telling(ja=10, nee=3, leeg=2),
    HOMES,
)
STAIRS_B = TelbladDeel(
    "",
    (
        TelbladWoning("Houtweg 2", "geen_reactie"),
        TelbladWoning("Houtweg 4", "niet_benaderd"),
        TelbladWoning("Houtweg 6, kamer 2", "ja", date(2026, 5, 9), "mondeling", versie=1),
    ),
    Telling(ja=6, nee=1, geen_reactie=2, niet_benaderd=1),
)
TELBLAD = TelbladValues(
    organisatie="Huurdersvereniging De Deel",
    project="Houtweg en Beukenlaan",
    eenheid="De Houtflat",
    geteld_op=DAY,
    telling=COUNT,
    delen=(STAIRS_A, STAIRS_B),
    verhuurder="Woonstichting Het Erf",
    omschrijving="Eén fundering en één dak.",
    versie=2,
    voorstel_op=date(2026, 4, 20),
    voorstel_stuk="WE-2026-19",
    mondeling=1,
    bronnen=HOMES,
    voorbeeld=True,
)
LIJST = RenovatielijstValues(
    organisatie="Huurdersvereniging De Deel",
    project="Houtweg en Beukenlaan",
    eenheid="De Houtflat",
    woningen=(
        LijstWoning("Houtweg 10", "Houtweg", 10, trappenhuis="portiek 2", verdieping=1, deur=1),
        LijstWoning("Houtweg 2", "Houtweg", 2, trappenhuis="portiek 2", verdieping=0, deur=1),
        LijstWoning("Houtweg 7-A", "Houtweg", 7, "A", "portiek 10", 0, 1, "Niet thuis 20-5; terug 3-6"),
        LijstWoning("Houtweg 7", "Houtweg", 7, "", "portiek 10", 0, 2, "Antwoord is er"),
        LijstWoning("Hal, begane grond, deur 1", verdieping=0, deur=1),
    ),
    loper="Fatima",
    datum=date(2026, 6, 3),
    stand_op=DAY,
)
LARGE = VerslagEenheid(
    "Eikenstraat",
    Telling(ja=45, nee=5, geen_reactie=7, leeg=3),
    mondeling=1,
    aangezegd_op=date(2026, 3, 9),
    rechter_dagen=court_days(date(2026, 3, 9)),
    naar_rechter=12,
    verhuurder=(46, 58, date(2026, 5, 1)),
    zorgen=(Zorg("overlast", "Overlast tijdens het werk", 2), Zorg("huurprijs", "Hogere huur", 11)),
    source=UNIT,
)
"""Its eight weeks end on 4 May 2026."""
SMALL = VerslagEenheid("Beukenlaan", Telling(ja=6, nee=1, geen_reactie=1, leeg=1))
UNREACHED = VerslagEenheid(
    "Houtweg",
    COUNT,
    verhuurder=(16, 23, None),
    bronnen=HOMES,
    zorgen=(Zorg("overlast", "Overlast tijdens het werk", 7, "Niet boren voor negen uur."),),
)
VERSLAG = RenovatieverslagValues(
    organisatie="Huurdersvereniging De Deel",
    titel="Houtweg en omgeving",
    op=DAY,
    verhuurder="Woonstichting Het Erf",
    status="Draagvlakmeting loopt",
    waar="Emmerhout",
    aanleiding="De verhuurder wil de woningen isoleren.",
    stand="Bewoners wachten op het sociaal plan.",
    gevraagd="Maak het sociaal plan af voor de zomer.",
    meting_van=date(2026, 4, 1),
    meting_tot=date(2026, 6, 15),
    meting_door="Bureau Telwerk",
    uitvoering_van=date(2026, 9, 1),
    afgesproken=80,
    afgesproken_bron="Brief van 3 maart 2026.",
    voorstellen=(
        VoorstelVersie(1, date(2026, 3, 1), "WE-12", "Isoleren en zonnepanelen.", 3500),
        VoorstelVersie(
            2,
            date(2026, 4, 20),
            "WE-19",
            "Gevels en daken isoleren.",
            2500,
            "Op basis van het energielabel.",
            "Vastgesteld",
            "Enkele dagen ergens anders",
            "De zonnepanelen zijn eraf.",
            "Een deel antwoordt opnieuw",
            3,
        ),
    ),
    eenheden=(SMALL, LARGE, UNREACHED),
    adviezen=(Verbonden("de renovatie", uitkomst="negatief"), Verbonden("het sociaal plan")),
    raadplegingen=(
        Verbonden(
            "Plannen", "1 tot en met 20 februari 2026", "Bewoners willen het bedrag weten", 43, "antwoorden"
        ),
        Verbonden("Keukens", "", "", 3, "antwoorden"),
    ),
    campagnes=(Verbonden("Modelwoning", aantal=120, wat="mensen bereikt"),),
    afspraken=(Verbonden("D-1"), Verbonden("D-2")),
    voorbeeld=True,
)
ZORGENBLAD = ZorgenbladValues(
    organisatie="Huurdersvereniging De Deel",
    titel="Houtweg en omgeving",
    op=DAY,
    eenheden=(ZorgenEenheid("Eikenstraat", LARGE.zorgen, UNIT), ZorgenEenheid("Beukenlaan")),
    verhuurder="Woonstichting Het Erf",
)
